"""What can be worked out once from content and scenario, so that no decision works it out again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from game.content.inheriting import world_here
from game.content.names import Names
from game.content.paths import THREADS, Figure
from game.content.records import (
    Action,
    Bound,
    Clause,
    Content,
    Effect,
    Ending,
    Event,
    Grievance,
    Legacy,
    MakePromise,
    Milestone,
    OutsideOption,
    Pull,
    Rung,
    Scenario,
    Vehicle,
    When,
)
from game.content.scoping import scoped
from game.record import Record
from game.rules.agenda import Prepared, agenda, known, roving
from game.rules.calendar import turn_of, turn_start
from game.rules.figures import (
    Limits,
    Mandate,
    bounds_of,
    deals_of,
    factions_of,
    homes_of,
    likes_of,
    limits_of,
    mandates_of,
    no_deals,
    pulls_of,
    seen_by,
)
from game.rules.hands import Hands, hands_of
from game.rules.listening import Listening, listening_of
from game.rules.pairs import Pair, pairs_of
from game.rules.rungs import by_number, rungs, shut_clauses
from game.rules.series import Numbers, numbers_of
from game.rules.sheets import Sheet
from game.rules.sittings import Sitting, sittings
from game.rules.state import Term
from game.rules.table.appraisal import Appraisal
from game.rules.ventures import Binding, bindings, staked_on
from game.text.brief import Brief

GRACE_DAYS = 190


Complaint = tuple[Grievance, str, Bound]
"""What a faction may grow restless about, the path of its approval, and the condition for it."""


class Mark(Record):
    """A milestone of an outside option: its figure, and the key that says it was passed."""

    option: OutsideOption
    milestone: Milestone
    path: str
    key: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Index(Brief):
    """Tables over one scenario of one content; the last ones fill as the game asks."""

    content: Content
    scenario: Scenario
    names: Names
    chairs: tuple[str, ...]
    partners: tuple[str, ...]
    bounds: dict[str, tuple[int, int]]
    pulls: dict[str, tuple[Pull, ...]]
    seen: dict[str, tuple[str, ...]]
    hidden: dict[str, tuple[str, ...]]
    unknown: dict[str, dict[str, int]]
    limits: dict[str, Limits]
    nobody: dict[str, int]
    no_deals: dict[str, int]
    deals: dict[tuple[str, ...], str]
    corps: dict[str, tuple[str, ...]]
    factions: dict[str, tuple[tuple[str, int, str], ...]]
    mandates: dict[str, Mandate]
    likes: dict[tuple[str, str], tuple[tuple[str, int], ...]]
    dated: dict[int, tuple[Event, ...]]
    drawn: dict[int, tuple[Event, ...]]
    desks: dict[str, frozenset[str]]
    hands: Hands
    listening: Listening
    threads: dict[str, str]
    marks: tuple[Mark, ...]
    votes: dict[int, tuple[Sitting, ...]]
    grievances: dict[str, tuple[Complaint, ...]]
    settled: dict[str, Bound]
    endings: tuple[tuple[Ending, Bound], ...]
    promises: dict[str, MakePromise]
    ships: dict[str, tuple[str, ...]]
    agenda: dict[str, tuple[Prepared, ...]]
    known: dict[str, dict[tuple[str, str], Prepared]]
    roving: dict[str, tuple[Action, ...]]
    aims: dict[str, tuple[str, ...]]
    conditions: dict[str, Bound]
    tables: dict[tuple[str, ...], tuple[tuple[Clause, Term], ...]]
    pairs: tuple[Pair, ...]
    losses: dict[str, tuple[str, ...]]
    ventures: dict[str, tuple[Binding, ...]]
    staked: frozenset[str]
    legacies: tuple[Legacy, ...]
    own_marks: bool
    grades: tuple[tuple[str, int], ...]
    rungs: dict[int, Rung]
    shut_clauses: dict[str, int]
    numbers: Numbers
    choices: dict[tuple[str, str, str], Sheet] = field(default_factory=dict)
    appraisals: dict[tuple[str, str, str, bool], Appraisal] = field(default_factory=dict)
    likings: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    resolved: dict[tuple[str, str, str], str] = field(default_factory=dict)
    shown: dict[str, dict[str, bool]] = field(default_factory=lambda: defaultdict(dict))

    def path(self, raw: str, chair: str, target: str) -> str:
        """Return the figure that a path means for a chair and a target."""
        key = (raw, chair, target)
        found = self.resolved.get(key)
        if found is None:
            found = target if raw == "target" else self._resolve(raw, chair, target)
            self.resolved[key] = found
        return found

    def _resolve(self, raw: str, chair: str, target: str) -> str:
        name = self.names.resolve(raw)
        if name is None:
            raise KeyError(raw)
        return name.key.format(self=chair, target=target)


@lru_cache(maxsize=32)
def index_of(content: Content, scenario: str) -> Index:
    """Return the tables for a scenario over its own world's content, built on first use."""
    own = scoped(content, scenario)
    if own is not content:
        return index_of(own, scenario)
    return _index(own, own.scenarios[scenario])


def _index(content: Content, chosen: Scenario) -> Index:
    partners = tuple(p.id for p in content.partners.values() if p.decides)
    bounds = bounds_of(content, partners, len(rungs(chosen)) - 1)
    factions = {p: factions_of(content, p) for p in partners}
    hands, here = hands_of(content), world_here(content)
    ventures = bindings(chosen, partners)
    staked = staked_on(ventures)
    seen = {path: seen_by(path) for path in bounds}
    hidden = {p: tuple(q for q, owner in seen.items() if owner not in ((), (p,))) for p in partners}
    actions = {p: agenda(content, chosen, p) for p in partners}
    return Index(
        content=content, scenario=chosen, names=names_of(content), chairs=chosen.chairs,
        partners=partners, bounds=bounds, pulls=pulls_of(content.figures.values()),
        seen=seen, rungs=by_number(content), limits=limits_of(bounds, homes_of(factions), staked),
        hidden=hidden, unknown={p: dict.fromkeys(paths, 0) for p, paths in hidden.items()},
        nobody={f"{fact}.{p}": 0 for fact in ("aboard", "stranded") for p in content.partners},
        no_deals=no_deals(content), deals=deals_of(content),
        corps={p: _corps(content, p) for p in content.partners},
        factions=factions, mandates=mandates_of(factions), likes=likes_of(content),
        dated=_dated(content, chosen), drawn=_drawn(content, chosen),
        desks={e.id: frozenset(d.chair for d in e.desks) for e in content.events.values()},
        hands=hands, listening=listening_of(content, chosen.chairs, hands.secret),
        threads={e.id: f"whole.{e.thread}" for e in content.events.values() if _recorded(e)},
        marks=tuple(_marks(content)), votes=sittings(content, chosen), settled=_settled(content),
        grievances={p: tuple(_grievances(content, p)) for p in partners},
        endings=tuple((e, e.when.bind("")) for e in content.endings.values()),
        promises=_promises(content.original),
        ships={p: _ships(content, p) for p in partners},
        agenda=actions, known={p: known(ready) for p, ready in actions.items()},
        roving={p: roving(content, p) for p in partners},
        aims={p: tuple(dict.fromkeys([a.target for a in roving(content, p)])) for p in partners},
        conditions={e.id: e.when.bind("") for e in content.events.values() if e.when},
        tables=_tables(content, chosen.chairs),
        pairs=pairs_of(content, partners, staked), ventures=ventures, staked=staked,
        legacies=here.legacies, grades=here.grades,
        own_marks=any(one.turn is not None for one in here.legacies),
        losses={p: tuple(f"{p}.loss.{q}" for q in partners if q != p) for p in partners},
        shut_clauses=shut_clauses(content), numbers=numbers_of(content, chosen),
    )  # fmt: skip


def names_of(content: Content) -> Names:
    """Return all names that these packs let content use."""
    return Names(
        partners=frozenset(content.partners),
        factions={faction.id: faction.partner for faction in content.factions.values()},
        options=frozenset(content.options),
        vehicles=frozenset(content.vehicles),
        pads=frozenset(content.pads),
        clauses=frozenset(content.clauses),
        flags=dict.fromkeys(content.flags, "int"),
        events=frozenset(content.events),
        scenarios=frozenset(content.scenarios),
        patterns={one.id: len(one.steps) for one in content.patterns.values()},
        measures={
            one.pattern: Figure(one.id, one.words.shown.unit, one.low, one.high)
            for one in content.measures.values()
        },
    )


def _ships(content: Content, partner: str) -> tuple[str, ...]:
    return tuple(v.id for v in content.vehicles.values() if v.owner == partner and _crewed(v))


def _corps(content: Content, partner: str) -> tuple[str, ...]:
    """Return a partner's fictional people, who fill the standing crews."""
    return tuple(p.id for p in content.people.values() if p.partner == partner and not p.real)


def _crewed(vehicle: Vehicle) -> bool:
    return vehicle.use == "crew"


def _dated(content: Content, scenario: Scenario) -> dict[int, tuple[Event, ...]]:
    """Return, by turn, the dated events that may come up in it: on their day or within grace.

    Those whose turn it is go before those of earlier turns that found no room, and faults before
    all: flights wait for what they break.
    """
    by_turn: dict[int, list[Event]] = {}
    for event in content.events.values():
        if event.day is None:
            continue
        first = turn_of(scenario, event.day)
        until = event.last_day or event.day + (GRACE_DAYS if event.desks else 0)
        for turn in range(max(first, 1), min(turn_of(scenario, until), scenario.turns) + 1):
            if first >= 1:
                by_turn.setdefault(turn, []).append(event)

    def place(event: Event, turn: int) -> tuple[bool, bool, int, str]:
        day = event.day or 0
        return not event.hazard, turn_of(scenario, day) < turn, day, event.id

    return {
        turn: tuple(sorted(found, key=lambda event: place(event, turn)))
        for turn, found in by_turn.items()
    }


def _drawn(content: Content, scenario: Scenario) -> dict[int, tuple[Event, ...]]:
    """Return, by turn, the weighted events whose window touches it."""
    loose = [e for e in content.events.values() if e.weight > 0 and e.day is None]
    starts = [turn_start(scenario, turn) for turn in range(1, scenario.turns + 2)]
    return {
        turn: tuple([e for e in loose if _open_between(e, starts[turn - 1], starts[turn])])
        for turn in range(1, scenario.turns + 1)
    }


def _open_between(event: Event, start: int, until: int) -> bool:
    """Return whether the window of a weighted event touches the days from one to before another."""
    return (event.first_day is None or event.first_day < until) and (
        event.last_day is None or event.last_day >= start
    )


def in_window(event: Event, scenario: Scenario, turn: int) -> bool:
    """Return whether a weighted event may be drawn in a turn."""
    if event.weight <= 0 or event.day is not None:
        return False
    return _open_between(event, turn_start(scenario, turn), turn_start(scenario, turn + 1))


def _recorded(event: Event) -> bool:
    """Return whether an event happens only while history keeps to its thread."""
    return bool(event.basis in ("record", "article") and event.thread and not event.always)


def _marks(content: Content) -> Iterator[Mark]:
    for option in content.options.values():
        for milestone in option.milestones:
            path, key = f"option.{option.id}", f"mark.{option.id}.{milestone.at}"
            yield Mark(option, milestone, path, key)


def _grievances(content: Content, partner: str) -> Iterator[Complaint]:
    """Yield what a partner's factions may grow restless about."""
    for one in content.grievances.values():
        if content.factions[one.faction].partner == partner:
            yield one, f"{partner}.faction.{one.faction}", one.when.bind(partner)


def _settled(content: Content) -> dict[str, Bound]:
    """Return by grievance what settles it, where that is more than that it is over."""
    return {
        one.id: one.settled.bind(content.factions[one.faction].partner)
        for one in content.grievances.values()
        if one.settled is not None
    }


def _tables(
    content: Content, chairs: tuple[str, ...]
) -> dict[tuple[str, ...], tuple[tuple[Clause, Term], ...]]:
    """Return, for maker and addressee, every clause and giver that may ever stand in an offer."""
    return {
        (maker, to): tuple(_standing_terms(content, maker, to))
        for maker in chairs
        for to in chairs
        if maker != to
    }


def _standing_terms(content: Content, maker: str, to: str) -> Iterator[tuple[Clause, Term]]:
    for clause in (found for found in content.clauses.values() if not found.joint):
        for giver in (maker,) if clause.mutual else (maker, to):
            getter = to if giver == maker else maker
            if giver in clause.givers and getter in clause.receivers:
                yield clause, Term(clause.id, clause.low, giver)


def _promises(content: Content) -> dict[str, MakePromise]:
    found: dict[str, MakePromise] = {}
    for effects in _all_effects(content):
        _collect(effects, found)
    return found


def _all_effects(content: Content) -> Iterator[tuple[Effect, ...]]:
    """Yield every list of effects that events, actions, clauses, milestones and votes hold."""
    for event in content.events.values():
        yield event.effects
        yield from (result.effects for result in event.results)
        for choice in (choice for desk in event.desks for choice in desk.choices):
            yield choice.effects
            yield from (outcome.effects for outcome in choice.outcomes)
    for action in content.actions.values():
        yield action.effects
        yield from (outcome.effects for outcome in action.outcomes)
    for clause in content.clauses.values():
        yield from (
            clause.sign, clause.each, clause.monthly, clause.ends, clause.breach
        )  # fmt: skip
    for option in content.options.values():
        yield from (milestone.effects for milestone in option.milestones)
    for vote in content.votes.values():
        yield from (result.effects for result in vote.results)


def _collect(effects: tuple[Effect, ...], found: dict[str, MakePromise]) -> None:
    for effect in effects:
        if isinstance(effect, MakePromise):
            found[effect.key] = effect
        elif isinstance(effect, When):
            _collect(effect.then, found)
            _collect(effect.otherwise, found)


def whole(figures: dict[str, int]) -> None:
    """Mark every thread of history as unbroken."""
    figures.update({f"whole.{thread}": 1 for thread in THREADS})
