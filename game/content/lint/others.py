"""Checks of the other kinds: actions, clauses, leaders, scenarios, sources and claims."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from game.content.definitions.base import Definition
from game.content.definitions.home import Vote
from game.content.definitions.scenarios import HistoricalMove, Scenario, StandingDeal
from game.content.definitions.table import Action, Clause
from game.content.definitions.world import (
    Leader,
    OutsideOption,
    Person,
    Scene,
    Unused,
    Vehicle,
)
from game.content.fields import Ref
from game.content.findings import Finding
from game.content.happenings import HAPPENINGS
from game.content.lint import clauses
from game.content.lint.stories import lock, outcomes
from game.content.lint.subject import Subject
from game.content.walk import Loc
from game.text.counting import with_article
from game.text.near import did_you_mean

_CLAIMS = ("event", "dilemma", "partner", "vehicle", "leader", "outside_option", "codex")
_TARGET_KINDS = {
    "partner": ("partner",), "faction": ("faction",), "option": ("outside_option",),
    "person": ("person",),
}  # fmt: skip

TWO = 2


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with an object of any kind but events and dilemmas."""
    yield from _claim(subject)
    model = subject.defined.model
    match model:
        case Action():
            yield from lock(subject, (), model.needs, model.because)
            yield from _locks(subject, model)
            yield from outcomes(subject, (), model.outcomes, model.result)
        case Clause():
            yield from lock(subject, (), model.needs, model.because)
            yield from clauses.check(subject, model)
        case Leader():
            if model.start and model.end and model.start > model.end:
                yield subject.report("E054", ("from",), f"after {model.end}, where it ends")
            yield from _asks(subject, model)
        case OutsideOption():
            yield from _milestones(subject, model)
        case Scene():
            yield from _about(subject, model)
        case Unused():
            yield from _unused(subject)
        case Scenario():
            yield from _scenario(subject, model)
        case Vote():
            yield from _vote(subject, model)
        case Vehicle():
            if model.series[-1:].isdigit():
                said = "a series ends before the number, which the game adds"
                yield subject.report("E057", ("series",), said)


def _asks(subject: Subject, model: Leader) -> Iterator[Finding]:
    """What an office wants it can get or share, and what it never signs it could give or share."""
    for name in model.wants:
        if not _is_for(subject, model, name, "receivers"):
            said = f"{model.partner} never gets {name}, so its office can't want it"
            yield subject.report("E057", ("wants", name), said, key=True)
    for number, line in enumerate(model.red_lines):
        loc = ("red_lines", number, "clause")
        if not _is_for(subject, model, line.clause, "givers"):
            said = f"{model.partner} never gives {line.clause}: there is nothing to refuse"
            yield subject.report("E057", loc, said)


def _is_for(subject: Subject, model: Leader, name: str, side: str) -> bool:
    """Return whether a leader's partner is on a side of a clause; unknown names are told before."""
    found = subject.world.objects.of("clause").get(subject.find(name, "clause") or "")
    own = subject.find(model.partner, "partner")
    if found is None or own is None or not isinstance(found.model, Clause):
        return True
    partners = found.model.givers if side == "givers" else found.model.receivers
    return own in [subject.world.objects.find(("partner",), p, found.pack) for p in partners]


def _locks(subject: Subject, model: Action) -> Iterator[Finding]:
    if model.locks and model.needs is None:
        yield subject.report("W110", ("locks",), "`locks:` without `needs:` are never shown")


def _claim(subject: Subject) -> Iterator[Finding]:
    """Whatever claims something about the world says on what it rests."""
    model, kind = subject.defined.model, subject.defined.kind
    if kind in _CLAIMS and model.basis is None:
        told = f"{with_article(kind.replace('_', ' '))} has a `basis:`"
        yield subject.report("E053", (kind,), told)
    real = isinstance(model, Person) and model.real
    if (model.basis in ("article", "record") or real) and not _cites(subject):
        yield subject.report("E053", (kind,), "`sources:` are missing for what is claimed here")
    yield from _repeated(subject, model)


def _cites(subject: Subject) -> bool:
    """Return whether a source is cited, for the whole or for a passage."""
    return any(v.marker == Ref(("source",)) for v in subject.visits)


def _repeated(subject: Subject, model: Definition) -> Iterator[Finding]:
    for index, source in enumerate(model.sources):
        if source in model.sources[:index]:
            yield subject.report("W112", ("sources", index), f"{source} is cited twice")


def _about(subject: Subject, model: Scene) -> Iterator[Finding]:
    """A scene is about what its happening names."""
    kinds = HAPPENINGS[model.on].kinds
    named = " or ".join(with_article(kind) for kind in kinds) or "nothing"
    for index, name in enumerate(model.about):
        if not kinds or subject.find(name, *kinds) is None:
            said = f'"{model.on}" is never about "{name}": it names {named}'
            yield subject.report("E057", ("about", index), said)


def _milestones(subject: Subject, model: OutsideOption) -> Iterator[Finding]:
    for index, (before, after) in enumerate(pairwise(model.milestones)):
        if after.at <= before.at:
            said = f"milestones rise; the one before stands at {before.at}"
            yield subject.report("E054", ("milestones", index + 1, "at"), said)


def _vote(subject: Subject, model: Vote) -> Iterator[Finding]:
    """Days follow each other; each result asks for less than the one before, the last for none."""
    for index, (before, after) in enumerate(pairwise(model.dates)):
        if after <= before:
            said = f"the day before it is {before}"
            yield subject.report("E054", ("dates", index + 1), said)
    least = [result.at for result in model.results]
    for index, (more, less) in enumerate(pairwise(least)):
        if more is None or (less is not None and less >= more):
            said = "results go from the most points down; the last alone has no `at:`"
            yield subject.report("E057", ("results", index), said, key=True)
    if least[-1] is not None:
        said = "the last result is all the rest: it has no `at:`"
        yield subject.report("E057", ("results", len(least) - 1), said, key=True)


def _unused(subject: Subject) -> Iterator[Finding]:
    if subject.find(subject.defined.id, "source") is None:
        said = f'there is no source "{subject.defined.id}"'
        yield subject.report("E044", ("unused",), said)


def _scenario(subject: Subject, model: Scenario) -> Iterator[Finding]:
    for index, chair in enumerate(model.chairs):
        if subject.find(chair, "partner") not in (None, *subject.world.deciding):
            yield subject.report("E047", ("chairs", index), f"{chair} decides nothing")
    for index, chair in enumerate(model.convenes):
        if chair not in model.chairs or len(model.chairs) <= TWO:
            said = f"{chair} needs two other chairs of the scenario to convene"
            yield subject.report("E057", ("convenes", index), said)
    stays = [(("docked", i), ship.launched, ship.returns) for i, ship in enumerate(model.docked)]
    stays += [(("manifest", i), one.launches, one.returns) for i, one in enumerate(model.manifest)]
    for loc, starts, returns in stays:
        if returns and returns < starts:
            said = f"before the launch, {starts}"
            yield subject.report("E054", (*loc, "returns"), said)
    if model.station and model.venture:
        said = "the station binds the partners here; a venture does where there is none"
        yield subject.report("E057", ("venture",), said, "add `station: false`", key=True)
    yield from _crews(subject, model)
    for index, deal in enumerate(model.deals):
        yield from _standing(subject, ("deals", index), deal, model.start)
    for index, move in enumerate(model.history):
        yield from _move(subject, ("history", index), move)


def _crews(subject: Subject, model: Scenario) -> Iterator[Finding]:
    """Who is up longer than their ship sits in it; who commands at the start is aboard."""
    for index, ship in enumerate(model.docked):
        for who, since in ship.since.items():
            loc: Loc = ("docked", index, "since", who)
            if who not in ship.crew:
                yield subject.report("E057", loc, f"{who} isn't in this ship's crew", key=True)
            if since > ship.launched:
                yield subject.report("E054", loc, f"after the ship's launch, {ship.launched}")
    aboard = [who for ship in model.docked for who in ship.crew]
    if model.commander is not None and model.commander not in aboard:
        yield subject.report("E057", ("commander",), f"{model.commander} isn't aboard at the start")


def _standing(subject: Subject, loc: Loc, deal: StandingDeal, start: str) -> Iterator[Finding]:
    """A deal in force was signed before the start between two who decide, and outlasts it."""
    if deal.signed > start:
        yield subject.report("E054", (*loc, "signed"), f"after the start, {start}")
    if deal.ends <= start:
        yield subject.report("E054", (*loc, "ends"), f"over before the start, {start}")
    if deal.between[0] == deal.between[1]:
        yield subject.report("E057", (*loc, "between"), "a deal is between two partners")
    for index, who in enumerate(deal.between):
        if subject.find(who, "partner") not in (None, *subject.world.deciding):
            yield subject.report("E047", (*loc, "between", index), f"{who} decides nothing")


def action_of(subject: Subject, move: HistoricalMove) -> Action | None:
    """Return the action that a historical move names, if there is such a one."""
    found = subject.world.objects.of("action").get(subject.find(move.action or "", "action") or "")
    return found.model if found and isinstance(found.model, Action) else None


def aimed_at(action: Action) -> tuple[str, ...]:
    """Return the kinds of object that an action is aimed at; none where it isn't at an object."""
    return _TARGET_KINDS.get(action.target, ())


def _move(subject: Subject, loc: Loc, move: HistoricalMove) -> Iterator[Finding]:
    if (move.action is None) == (move.offer is None):
        yield subject.report("E057", loc, "a move is either an action or an offer")
        return
    action = action_of(subject, move)
    if action is None:
        return
    kinds = aimed_at(action)
    if bool(kinds) != (move.target is not None):
        aim = with_article(action.target)
        needs = f"needs {aim} as target" if kinds else "has no target to name here"
        yield subject.report("E057", loc, f"{move.action} {needs}")
    elif move.target is not None and subject.find(move.target, *kinds) is None:
        said = f'there is no {action.target} "{move.target}"'
        hint = subject.alike(move.target, *kinds)
        yield subject.report("E040", (*loc, "target"), said, hint)
    owner = subject.world.owners.get(subject.find(move.target or "", "faction") or "")
    if action.target == "faction" and owner not in (None, subject.find(move.chair, "partner")):
        said = f"{move.target} is a faction of {owner}; a chair aims at its own"
        yield subject.report("E057", (*loc, "target"), said)
    if action.chairs and move.chair not in action.chairs:
        hint = did_you_mean(move.chair, action.chairs)
        yield subject.report("E057", (*loc, "chair"), f"{move.action} is not {move.chair}'s", hint)
