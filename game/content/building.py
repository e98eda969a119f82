"""One function for each kind: a checked definition becomes the record that the rules read."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.content import records as r
from game.content.compiling import Compiler, day, last_day
from game.content.definitions import advisers, stories, table, voices, world
from game.content.happenings import HAPPENINGS
from game.content.homes import grievance, vote
from game.content.leading import leader
from game.content.measuring import figure, measure
from game.content.own_worlds import own_world
from game.content.papers import clause
from game.content.starting import scenario
from game.record import replace


def rung(c: Compiler, id_: str, d: table.Rung) -> r.Rung:
    """Return a rung of the ladder."""
    clauses = tuple(c.id(name, "clause") for name in d.clauses)
    actions = tuple(c.id(name, "action") for name in d.actions)
    costs = (d.climb, d.descend, d.face)
    return r.Rung(
        id_, d.number, d.name, c.text(d.text), *costs, clauses, actions, d.tension, d.trust
    )


def accident(c: Compiler, id_: str, d: table.Accident) -> r.Accident:
    """Return a mishap that a strained station invites."""
    when, effects = c.condition(d.when), c.effects(d.effects)
    return r.Accident(id_, d.name, c.text(d.headline), d.start, d.odds, when, effects)


def event(c: Compiler, id_: str, d: stories.Event | stories.Dilemma) -> r.Event:
    """Return an event, or a dilemma as an event between two with results."""
    window = d.window or stories.Window()
    dilemma = d if isinstance(d, stories.Dilemma) else None
    return r.Event(
        id=id_,
        title=c.text(d.title),
        basis=d.basis,
        sources=c.sources(d),
        thread=d.thread or "",
        always=d.always,
        hazard=d.hazard,
        secret=d.secret,
        order=c.partners(d.order),
        fits=tuple(c.library.condition(text) for text in d.fits),
        asserts=c.condition(d.asserts),
        day=day(d.date).toordinal() if d.date else None,
        first_day=day(window.start).toordinal() if window.start else None,
        last_day=last_day(window.end).toordinal() if window.end else None,
        weight=d.weight,
        once=d.once,
        cooldown=d.cooldown,
        when=c.condition(d.when),
        roles=tuple(_role(c, name, role) for name, role in d.roles.items()),
        effects=c.effects(d.effects),
        headline=c.text(d.headline),
        desks=tuple(_desk(c, chair, desk) for chair, desk in d.desks.items()),
        between=c.partners(dilemma.between) if dilemma else (),
        results=tuple(_result(c, x) for x in dilemma.results) if dilemma else (),
    )


def pattern(c: Compiler, id_: str, d: stories.Pattern) -> r.Pattern:
    """Return a sequence of happenings."""
    later = [
        r.PatternStep(
            c.happenings(one.on), one.within or 0, one.quiet or 0, c.happenings(one.without)
        )
        for one in d.then
    ]
    return r.Pattern(id_, (r.PatternStep(c.happenings(d.first)), *later))


def _role(c: Compiler, name: str, role: stories.Role) -> r.Role:
    vehicle = c.id(role.vehicle, "vehicle") if role.vehicle else ""
    person, carries = c.partner(role.person or ""), c.partner(role.carries or "")
    return r.Role(name, vehicle, carries, person, role.inside or "", role.lived or "")


def _desk(c: Compiler, chair: str, desk: stories.Desk) -> r.Desk:
    choices = tuple(_choice(c, x) for x in desk.choices)
    asserts, recalls = c.condition(desk.asserts), c.prose(desk.recalls)
    return r.Desk(c.partner(chair), c.prose(desk.text), choices, asserts, recalls)


def _choice(c: Compiler, choice: stories.Choice) -> r.Choice:
    return r.Choice(
        id=choice.choice,
        text=c.text(choice.text),
        history=choice.history,
        capital=choice.capital,
        needs=c.condition(choice.needs),
        because=c.text(choice.because),
        effects=c.effects(choice.effects),
        breaks=tuple(choice.breaks),
        result=c.prose(choice.result) if choice.result else (),
        outcomes=c.outcomes(choice.outcomes),
        asserts=c.condition(choice.asserts),
        pro=_advice(c, choice.pro),
        against=_advice(c, choice.against),
    )


def _advice(c: Compiler, said: stories.Advice) -> tuple[r.Advice, ...]:
    return tuple(r.Advice(desk, c.text(text)) for desk, text in said.items())


def _result(c: Compiler, result: stories.Result) -> r.Result:
    answers = tuple((c.partner(who), answer) for who, answer in result.answers.items())
    asserts = c.condition(result.asserts)
    return r.Result(answers, c.text(result.text), c.effects(result.effects), asserts)


def action(c: Compiler, id_: str, d: table.Action) -> r.Action:
    """Return an agenda action."""
    return r.Action(
        id=id_,
        name=d.name,
        text=c.text(d.text),
        group=d.group,
        chairs=c.partners(d.chairs),
        target=d.target,
        capital=d.capital,
        cooldown=d.cooldown,
        needs=c.condition(d.needs),
        because=c.text(d.because),
        locks=tuple(r.Variant(c.text(x.because), c.condition(x.when)) for x in d.locks),
        effects=c.effects(d.effects),
        outcomes=c.outcomes(d.outcomes),
        results=c.tellings(d.result),
    )


def partner(c: Compiler, id_: str, d: world.Partner) -> r.Partner:
    """Return an agency."""
    works = tuple(r.Work(one.name, one.usos, one.ros) for one in d.works)
    return r.Partner(
        id_, d.name, d.office, d.segment, d.decides, d.adjective, d.city, d.people,
        c.text(d.text), d.command,
        share=d.share, works=works,
    )  # fmt: skip


def faction(c: Compiler, id_: str, d: world.Faction) -> r.Faction:
    """Return a group at home."""
    likes = {str(topic): degree for topic, degree in d.likes.items()}
    return r.Faction(
        id_, c.partner(d.partner), d.name, d.weight, likes, c.text(d.text), d.restless or ""
    )


def person(c: Compiler, id_: str, d: world.Person) -> r.Person:
    """Return somebody who flies."""
    skills = d.skills.model_dump()
    return r.Person(id_, c.partner(d.partner), d.name, d.real, d.role, skills, d.agency)


def pad(c: Compiler, id_: str, d: world.Pad) -> r.Pad:
    """Return a launch pad."""
    return r.Pad(id_, d.name, d.place, c.partner(d.owner), d.turnaround, c.text(d.text))


def vehicle(c: Compiler, id_: str, d: world.Vehicle) -> r.Vehicle:
    """Return a type of ship."""
    later = d.recertified
    return r.Vehicle(
        id=id_,
        name=d.name,
        owner=c.partner(d.owner),
        use=d.use,
        seats=d.seats,
        life=d.life,
        price=d.price,
        supplies=d.supplies,
        propellant=d.propellant,
        boost=d.boost,
        port=d.port,
        stay=d.stay,
        text=c.text(d.text),
        pads=tuple(c.id(name, "pad") for name in d.pads),
        later_life=later.life if later else 0,
        later_from=day(later.start).toordinal() if later else 0,
        series=d.series,
        sent_empty=d.sent_empty or d.name,
    )


def outside_option(c: Compiler, id_: str, d: world.OutsideOption) -> r.OutsideOption:
    """Return a way to need the others less."""
    marks = tuple(r.Milestone(x.at, c.text(x.text), c.effects(x.effects)) for x in d.milestones)
    owner = c.partner(d.owner)
    eases = {str(stake): percent for stake, percent in d.eases.items()}
    return r.OutsideOption(
        id_, owner, d.name, c.text(d.text), d.drift, d.invest, d.gain, marks, eases
    )


def ending(c: Compiler, id_: str, d: world.Ending) -> r.Ending:
    """Return a headline ending."""
    when = c.library.condition(d.when)
    return r.Ending(
        id_, d.title, c.prose(d.text), when, d.last, d.priority, c.text(d.headline or d.title),
        c.condition(d.asserts), c.text(d.how or ""),
    )  # fmt: skip


def slide(c: Compiler, id_: str, d: world.Slide) -> r.Slide:
    """Return an epilogue slide."""
    when = c.library.condition(d.when)
    return r.Slide(id_, c.prose(d.text), when, d.order, c.condition(d.asserts))


def scene(c: Compiler, id_: str, d: world.Scene) -> r.Scene:
    """Return a page for a turning point."""
    return r.Scene(
        id=id_,
        on=d.on,
        about=tuple(c.id(name, *HAPPENINGS[d.on].kinds) for name in d.about),
        when=c.condition(d.when),
        title=d.title,
        drawing=_drawn(d.drawing),
        shows=c.text(d.shows),
        text=c.prose(d.text),
        speaker=c.text(d.speaker),
        great=d.great,
        again=d.again,
        moves=d.moves or "",
        before=_drawn(d.before or ""),
    )


def _drawn(drawing: str) -> str:
    return "\n".join(line.rstrip() for line in drawing.rstrip().split("\n"))


def codex(c: Compiler, id_: str, d: world.Codex) -> r.Codex:
    """Return an encyclopaedia entry."""
    several = [world.Passage(text=d.text)] if isinstance(d.text, str) else d.text
    first, *later = (_passage(c, one) for one in several)
    first = replace(first, sources=(*c.sources(d), *first.sources))
    return r.Codex(id_, d.title, (first, *later))


def _passage(c: Compiler, d: world.Passage) -> r.Passage:
    since = day(d.since).toordinal() if d.since else 0
    return r.Passage(c.text(d.text), c.cited(d.sources), since, c.condition(d.when))


def source(c: Compiler, id_: str, d: world.Source) -> r.Source:
    """Return where a claim comes from."""
    return r.Source(id_, d.publisher, d.date, c.text(d.text), d.title or "", d.address or "")


def flag(c: Compiler, id_: str, d: world.Flag) -> int:
    """Return what a flag is when the game starts."""
    return int(d.default)


def adviser(c: Compiler, id_: str, d: advisers.Adviser) -> r.Adviser:
    """Return who sits at a desk of a chair, or waits to."""
    return r.Adviser(
        id=id_,
        partner=c.partner(d.partner),
        title=c.text(d.title),
        desk=d.desk,
        skill=d.skill,
        bias={str(figure): percent for figure, percent in d.bias.items()},
        reserve=d.reserve,
        scenarios=tuple(c.id(name, "scenario") for name in d.scenarios),
        voice=_voice(c, d.voice),
        text=c.text(d.text),
    )


def _voice(c: Compiler, voice: advisers.Voice) -> r.Voice:
    return r.Voice(
        c.tellings(voice.pro),
        c.tellings(voice.against),
        c.tellings(voice.uneasy),
        {
            c.id(name, "faction"): (c.tellings(aside.pro), c.tellings(aside.against))
            for name, aside in voice.of.items()
        },
    )


def voice(c: Compiler, id_: str, d: voices.OfficeVoice) -> r.OfficeVoice:
    """Return how an office speaks."""
    says = {kind: c.tellings(getattr(d.says, kind)) for kind in voices.Says.model_fields}
    partner = c.partner(d.partner) if d.partner else ""
    return r.OfficeVoice(id_, partner, d.family or "", says)


def lesson(c: Compiler, id_: str, d: world.Lesson) -> r.Lesson:
    """Return a coaching text."""
    deed = _deed(c, d.done) if d.done else r.Deed("take")
    return r.Lesson(id_, d.title, c.text(d.text), d.at, c.condition(d.when), d.order, deed,
                    frozenset(c.id(chair, "partner") for chair in d.chairs))  # fmt: skip


ANYTHING = "any"


def _deed(c: Compiler, done: world.Done) -> r.Deed:
    """Return what is to be done for a lesson to go on."""
    if done.put:
        return r.Deed("put", c.id(done.put, "clause"))
    if done.act:
        return r.Deed("take", c.id(done.act, "action"))
    if done.read:
        return r.Deed("read", done.read)
    if done.take:
        return r.Deed("take", "" if done.take == ANYTHING else done.take)
    return r.Deed("point")


def module(c: Compiler, id_: str, d: world.Module) -> r.Module:
    """Return a part of a half of the station."""
    told = (c.text(d.headline), c.text(d.reopens), c.text(d.text))
    return r.Module(id_, d.name, d.segment, d.fails, *told, effects=c.effects(d.effects))


BUILDERS: dict[str, tuple[str, Callable[[Compiler, str, Any], object]]] = {
    "partner": ("partners", partner),
    "faction": ("factions", faction),
    "leader": ("leaders", leader),
    "person": ("people", person),
    "pad": ("pads", pad),
    "vehicle": ("vehicles", vehicle),
    "module": ("modules", module),
    "vote": ("votes", vote),
    "grievance": ("grievances", grievance),
    "event": ("events", event),
    "dilemma": ("events", event),
    "action": ("actions", action),
    "rung": ("rungs", rung),
    "accident": ("accidents", accident),
    "clause": ("clauses", clause),
    "outside_option": ("options", outside_option),
    "pattern": ("patterns", pattern),
    "ending": ("endings", ending),
    "slide": ("slides", slide),
    "scene": ("scenes", scene),
    "codex": ("codex", codex),
    "source": ("sources", source),
    "flag": ("flags", flag),
    "adviser": ("advisers", adviser),
    "voice": ("voices", voice),
    "lesson": ("lessons", lesson),
    "figure": ("figures", figure),
    "measure": ("measures", measure),
    "world": ("own_worlds", own_world),
    "scenario": ("scenarios", scenario),
}
"""By kind: the field of `records.Content` that holds its records, and what makes one."""
