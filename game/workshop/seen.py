"""What of a pack games came to, and what they never did: cards, choices, ways, words, clauses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from game.content.checking import Defined
from game.content.records import Content, Event
from game.players import ROSTER
from game.rules.deciding import carry_out
from game.rules.decisions import Decision
from game.rules.dilemmas import result_of
from game.rules.draft import Draft
from game.rules.facts import refresh
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.outcomes import chances, rolled
from game.rules.setup import Setup
from game.rules.state import State
from game.session import Session
from game.text.language import N_
from game.workshop.staging import watched
from game.workshop.wordings import Loc, choice_at, told_at, wordings

PLAYERS = ("diplomat", "random", "hawk", "historical")
"""Who plays the games, one after the other, in all chairs."""
OFFERED: Loc = ("offered",)
SIGNED: Loc = ("signed",)
SORTS = {
    "event": N_("cards"), "choice": N_("choices"), "outcome": N_("outcomes"),
    "wording": N_("wordings"), "result": N_("results of dilemmas"),
    "offered": N_("clauses offered"), "signed": N_("clauses signed"),
}  # fmt: skip
"""What is counted, in the order told."""
Key = tuple[str, Loc]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that games may come to: its sort, its object, its place there, its name."""

    sort: str
    defined: Defined
    loc: Loc
    name: str

    @property
    def key(self) -> Key:
        """By what it is counted."""
        return self.defined.id, self.loc


def things(events: Sequence[tuple[Defined, Event]], clauses: Sequence[Defined]) -> list[Thing]:
    """Return all that games may come to of some events and clauses."""
    found = [thing for defined, event in events for thing in _of_event(defined, event)]
    for clause in clauses:
        found.append(Thing("offered", clause, OFFERED, clause.id))
        found.append(Thing("signed", clause, SIGNED, clause.id))
    return found


def _of_event(defined: Defined, event: Event) -> Iterator[Thing]:
    yield Thing("event", defined, (), event.id)
    for desk in event.desks:
        for n, choice in enumerate(desk.choices):
            at, name = choice_at(desk.chair, n), f"{event.id} {desk.chair} {choice.id}"
            yield Thing("choice", defined, at, name)
            for m in range(len(choice.outcomes)):
                yield Thing("outcome", defined, (*at, "outcomes", m), f"{name} {m + 1}")
    for loc, _text in wordings(event.desks):
        if loc[-3] in ("text", "result") and isinstance(loc[-2], int):  # of several
            yield Thing("wording", defined, loc, f"{event.id} {loc[1]}")
    for n in range(len(event.results)):
        yield Thing("result", defined, ("results", n), event.id)


def seen_in(content: Content, scenario: str, games: int) -> Counter[Key]:
    """Return in how many of some games of computer players each thing was come to."""
    found: Counter[Key] = Counter()
    setup = Setup(scenario, content.scenarios[scenario].chairs[0], 1)
    for number in range(games):
        player = PLAYERS[number % len(PLAYERS)]
        assert player in ROSTER
        session = watched(content, replace(setup, seed=1 + number), player)
        session.play_others()
        found.update(set(_seen(session)))
    return found


def _seen(session: Session) -> Iterator[Key]:
    """Yield all that a game has come to."""
    index = index_of(session.content, session.setup.scenario)
    first = session.states[0]
    yield from ((event, ()) for event in first.fired)
    for decision, (before, after) in zip(session.decisions, pairwise(session.states), strict=True):
        fired = (e for e, day in after.fired.items() if before.fired.get(e) != day)
        yield from ((event, ()) for event in fired)
        yield from ((term.clause, OFFERED) for term in decision.terms)
        if KINDS[before.queue[0].kind].of_a_card:
            yield from _of_card(index, before, decision)
        if after.deals is not before.deals:
            known = {deal.id for deal in before.deals}
            new = (deal for deal in after.deals if deal.id not in known)
            yield from ((term.clause, SIGNED) for deal in new for term in deal.terms)


def _of_card(index: Index, before: State, decision: Decision) -> Iterator[Key]:
    """Yield what a card's answer came to: its words, the choice, the way it went, the result."""
    event, chair = index.content.events[before.queue[0].subject], decision.chair
    desk = next(desk for desk in event.desks if desk.chair == chair)
    n = next(n for n, choice in enumerate(desk.choices) if choice.id == decision.pick)
    choice, at = desk.choices[n], choice_at(chair, n)
    places: list[Loc | None] = [at, told_at(before, desk.text, chair, ("desks", chair, "text"))]
    if choice.outcomes:
        which = rolled(before, chances(choice.outcomes, before, chair), f"{event.id}/{choice.id}")
        way: Loc = (*at, "outcomes", which)
        places += [way, told_at(before, choice.outcomes[which].variants, chair, (*way, "text"))]
    came = _came(index, before, decision)
    places.append(told_at(came, choice.result, chair, (*at, "result")))
    if event.results and not any(s.event == event.id for s in came.sealed):
        answers = {s.chair: s.choice for s in before.sealed if s.event == event.id}
        row = result_of(event, answers | {chair: choice.id})
        places += [("results", m) for m, one in enumerate(event.results) if one is row]
    yield from ((event.id, place) for place in places if place is not None)


def _came(index: Index, before: State, decision: Decision) -> State:
    """Return the state that an answer leads to, before the world goes on."""
    draft = Draft(index, before, told=False)
    carry_out(draft, decision)
    refresh(draft)
    return draft.state
