"""People in words: how they are, what they can do, where they are, who commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from game.content.past import FLIGHTS, WALKS, key
from game.content.records import Content
from game.narration.words import content_told
from game.narration.words.aboard import SKILLS
from game.narration.words.times import label
from game.rules.decisions import Change
from game.rules.index import Index
from game.rules.people.command import commander
from game.rules.people.crew import SPECIALIST, aboard, agency, skill
from game.rules.people.wellbeing import FEELINGS, UNWELL
from game.rules.state import Crew, State
from game.text.language import N_, _, ngettext, unfilled
from game.text.lists import comma_listed

TIREDNESS = (
    (80, N_("exhausted")), (60, N_("worn")), (45, N_("tired")), (25, N_("at work")),
    (0, N_("fresh")),
)  # fmt: skip
MOODS = (
    (80, N_("high")), (65, N_("good")), (50, N_("fair")), (30, N_("low")), (0, N_("very low")),
)  # fmt: skip
FEELING_NAMES = {"fatigue": N_("Fatigue"), "morale": N_("Morale"), "health": N_("Health")}
JOBS = {"usos": N_("US"), "ros": N_("Russian"), "joint": N_("joint")}
ASSIGNED = 270  # days before a launch from which its crew is listed


def fatigue_text(points: int) -> str:
    """Return fatigue as a number and a word: `62 worn`."""
    word = next(word for least, word in TIREDNESS if points >= least)
    return f"{points} {_(word)}"


def morale_text(points: int) -> str:
    """Return morale as a number and a word: `55 fair`."""
    word = next(word for least, word in MOODS if points >= least)
    return f"{points} {_(word)}"


def condition_text(person: Crew) -> str:
    """Return how somebody is: fatigue, morale, and health where it fails."""
    fatigue, morale = fatigue_text(person.fatigue), morale_text(person.morale)
    if person.health < UNWELL:
        return _("fatigue {fatigue}, morale {morale}, UNWELL", fatigue=fatigue, morale=morale)
    return _("fatigue {fatigue}, morale {morale}", fatigue=fatigue, morale=morale)


def skills_text(content: Content, person: Crew) -> str:
    """Return what somebody can do best: every skill from 3 on, the best first."""
    known = [(skill(content, person, name), title) for name, title in SKILLS.items()]
    best = sorted((s for s in known if s[0] >= SPECIALIST), key=lambda s: -s[0])
    told = [f"{unfilled('skill', title)} {points}" for points, title in best]
    return comma_listed(told) or _("still learning")


LIVED: Mapping[str, str] = {
    "guest": N_("flew as a guest in the other half's ship ({turn})"),
    "left_behind": N_("was left aboard without a seat home ({turn})"),
    "rescued": N_("was given a seat in another ship ({turn})"),
    "long_stay": N_("came home from a long stay ({turn})"),
    "sheltered": N_("sat out a danger in their ship ({turn})"),
}
"""What somebody may have lived through, in words."""


def lived_text(index: Index, state: State, person: Crew) -> str:
    """Return what somebody has lived through: flights, walks, what befell them, the latest last.

    Of a first flight on which nothing has befallen anybody there is nothing to tell.
    """
    told = [*_flights(state, person), *_walks(state, person)]
    days = {life: state.past.get(key("person", life, person.id)) for life in LIVED}
    befallen = sorted((day, life) for life, day in days.items() if day is not None)
    told += [_(LIVED[life], turn=label(index.scenario, day)) for day, life in befallen]
    learnt = [f"{unfilled('skill', SKILLS[skill])} +{points}" for skill, points in person.learnt]
    told += [_("has trained {skills}", skills=comma_listed(learnt))] if learnt else []
    return comma_listed(told)


def _flights(state: State, person: Crew) -> list[str]:
    """Return how many flights somebody has begun in the story, from the second on."""
    many = state.past.get(key("person", FLIGHTS, person.id), 0)
    told = ngettext("{n} flight in this story", "{n} flights in this story", many)
    return [told] if many > 1 else []


def _walks(state: State, person: Crew) -> list[str]:
    """Return how often somebody was outside in the story."""
    many = state.past.get(key("person", WALKS, person.id), 0)
    told = ngettext("{n} spacewalk", "{n} spacewalks", many)
    return [told] if many else []


def command_text(content: Content, state: State) -> str:
    """Return who commands the station."""
    holder = commander(state)
    if holder is None:
        return _("Nobody commands: the station is empty.")
    return _(
        "In command: {person}, {agency}",
        person=content.people[holder.id].name,
        agency=agency(content, holder),
    )


def mood_text(state: State) -> str:
    """Return how the crew is as a whole."""
    figures = state.figures
    return _(
        "The crew: fatigue {fatigue} (worst {worst}), morale {morale}",
        fatigue=fatigue_text(figures["fatigue"]),
        worst=figures["fatigue.worst"],
        morale=morale_text(figures["morale"]),
    )


def odds_text(state: State) -> str:
    """Return how likely the best two would finish each kind of spacewalk."""
    figures = state.figures
    told = [
        f"{_(name)} {odds} %" if odds else _("{segment} nobody", segment=_(name))
        for odds, name in ((figures[f"walk.{job}"], name) for job, name in JOBS.items())
    ]
    return _("Odds of a spacewalk: {odds}", odds=comma_listed(told))


def on_the_ground(content: Content, state: State) -> Iterator[tuple[str, str]]:
    """Yield who trains, recovers or is booked, with what and until when, the soonest first."""
    soon = [f for f in state.manifest if f.day - state.figures["date"] < ASSIGNED]
    up = {c.id for c in aboard(state)}
    booked = [
        (f.day, p, _("flies in {ship}, {day}", ship=content_told(content, f.name), day=_day(f.day)))
        for f in soon
        for p in f.crew
        if p not in up
    ]
    busy = [
        (c.until, c.id, _doing(c))
        for c in state.crew.values()
        if c.place in ("training", "recovering")
    ]
    for _until, person, told in sorted([*booked, *busy]):
        yield content.people[person].name, told


def _doing(person: Crew) -> str:
    until = _day(person.until)
    if not person.learning:
        return _("recovers until {day}", day=until)
    learns = unfilled("skill", SKILLS[person.learning])
    return _("trains ({skill}) until {day}", skill=learns, day=until)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def person_paths(state: State) -> tuple[str, ...]:
    """Return the paths under which the ledger keeps how everybody aboard is."""
    return tuple(f"crew.{c.id}.{what}" for c in aboard(state) for what in FEELINGS)


def person_value(state: State, path: str) -> int:
    """Return how somebody is now by such a path."""
    _crew, person, what = path.split(".")
    return int(getattr(state.crew[person], what))


TOLD = ("crew", "ship", "deal", "leader", "thread", "ending", "news")  # kinds said beside figures


def people_moves(changes: Iterable[Change]) -> tuple[str, ...]:
    """Return what changes do to people, such as `Fatigue -8 (7 people)`."""
    sums: dict[str, list[int]] = {}
    for change in changes:
        if change.kind == "person":
            sums.setdefault(change.path.rpartition(".")[2], []).append(change.amount)
    return tuple(_people_move(what, amounts) for what, amounts in sums.items())


def _people_move(what: str, amounts: list[int]) -> str:
    people, name = len(amounts), _(FEELING_NAMES[what])
    if min(amounts) == max(amounts):
        return ngettext(
            "{feeling} {points:+d} ({n} person)", "{feeling} {points:+d} ({n} people)", people,
            feeling=name, points=amounts[0],
        )  # fmt: skip
    return ngettext(
        "{feeling} about {points:+d} ({n} person)", "{feeling} about {points:+d} ({n} people)",
        people, feeling=name, points=sum(amounts) // people,
    )  # fmt: skip
