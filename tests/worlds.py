"""Moments of the small world, ready for a test."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypedDict, Unpack

from game.content import records as r
from game.content.records import Content, Effect
from game.rules.decisions import Decision, Step
from game.rules.draft import Draft
from game.rules.effects import Actor, perform
from game.rules.facts import refresh_all
from game.rules.index import Index, index_of
from game.rules.legality import options, pending
from game.rules.messages import text
from game.rules.setup import Setup, new_game
from game.rules.state import Crew, Deal, Offer, Roles, Ship, State, Term
from game.rules.table.lives import draw_up
from game.rules.turn import apply
from game.rules.view import view
from tests.small import CAMPAIGN, CONTENT, amount

INDEX: Index = index_of(CONTENT, CAMPAIGN)

# One more clause, whose worth hangs on the purse and the factions of either side.
RICH_CLAUSES = {
    **CONTENT.clauses,
    "loan": replace(
        CONTENT.clauses["alms"],
        id="loan",
        givers=("esa", "nasa", "roscosmos"),
        receivers=("esa", "nasa", "roscosmos"),
        needs=None,
        gains={"any": amount("amount // 6 + max(0, 200 - treasury) // 20")},
        costs={"any": amount("amount // 4"), "roscosmos": amount("faction.kremlin // 10")},
    ),
}


class Tables(TypedDict, total=False):
    """Tables of a content that a test puts in the place of its own."""

    actions: Mapping[str, r.Action]
    clauses: Mapping[str, r.Clause]
    endings: Mapping[str, r.Ending]
    events: Mapping[str, r.Event]
    factions: Mapping[str, r.Faction]
    leaders: Mapping[str, r.Leader]
    options: Mapping[str, r.OutsideOption]
    partners: Mapping[str, r.Partner]
    patterns: Mapping[str, r.Pattern]
    rungs: Mapping[str, r.Rung]
    vehicles: Mapping[str, r.Vehicle]


class DealFields(TypedDict, total=False):
    """What a deal may have other than usual."""

    id: str
    parties: tuple[str, str]
    ends: int


class CrewFields(TypedDict, total=False):
    """What somebody may feel, wait for or know other than usual."""

    fatigue: int
    morale: int
    health: int
    until: int
    learning: str
    learnt: tuple[tuple[str, int], ...]


def index_with(**tables: Unpack[Tables]) -> Index:
    """Return the index of the campaign of a content with other tables."""
    return index_of(replace(CONTENT, **tables), CAMPAIGN)


def opening(seed: int = 1, chair: str = "nasa", scenario: str = CAMPAIGN) -> State:
    """Return a campaign's first state."""
    return new_game(CONTENT, Setup(scenario, chair, seed))[0]


def begin(state: State | None = None) -> Draft:
    """Return a draft over a state, the campaign's opening if none is given."""
    return Draft(INDEX, state or opening())


def done(draft: Draft) -> State:
    """Return what a draft has become, its derived facts in line."""
    refresh_all(draft)
    return draft.state


def changed(state: State, **figures: int) -> State:
    """Return a state with other figures; `__` stands for the dot in a name."""
    draft = begin(state)
    for name, value in figures.items():
        draft.figures[name.replace("__", ".")] = value
    for partner in INDEX.partners:
        draft.weigh_mandate(partner)
    return done(draft)


def with_ships(state: State, *ships: Ship) -> State:
    """Return a state with these ships docked and nobody aboard."""
    draft = begin(state)
    draft.state.ships = {ship.id: ship for ship in ships}
    draft.state.crew = {}
    return done(draft)


def with_crew(state: State, *crew: Crew) -> State:
    """Return a state with these people in the story, beside those already there."""
    draft = begin(state)
    draft.state.crew = {**state.crew, **{person.id: person for person in crew}}
    return done(draft)


def with_deal(
    state: State, clause: str, amount: int = 1, giver: str = "nasa", **more: Unpack[DealFields]
) -> State:
    """Return a state in which NASA has a deal of one clause with Roscosmos."""
    today = state.figures["date"]
    term = Term(clause, amount, giver)
    deal = Deal("deal", ("nasa", "roscosmos"), (term,), today, today + 400)
    draft = begin(state)
    draft.state.deals = (*state.deals, replace(deal, **more))
    draw_up(draft)
    return done(draft)


def until(state: State, kind: str, chair: str = "") -> State:
    """Play quietly until a chair has to decide on something of a kind."""
    for _ in range(400):
        slot = pending(state)
        if slot is None:
            break
        if slot.kind == kind and chair in ("", slot.chair):
            return state
        state = quiet(CONTENT, state).state
    raise AssertionError(f"no {kind} for {chair or 'anybody'} comes up")


def quiet(content: Content, state: State) -> Step:
    """Take the quietest decision: end, decline, or the first that may be taken."""
    seen = view(content, state, state.queue[0].chair)
    allowed = [option.decision for option in options(content, seen) if option.legal]
    calm = [decision for decision in allowed if decision.pick in ("end", "decline")]
    return apply(content, state, (calm or allowed)[0])


def decide(state: State, pick: str, target: str = "", *terms: Term) -> Step:
    """Take a decision for whoever decides now."""
    slot = state.queue[0]
    return apply(CONTENT, state, Decision(slot.chair, slot.kind, pick, target, terms))


def perform_on(
    state: State,
    *effects: Effect,
    chair: str = "nasa",
    target: str = "",
    roles: Roles = (),
    amount: int = 0,
) -> Draft:
    """Perform effects for a chair and return the draft, its facts in line."""
    draft = begin(state)
    draft.because("test", text("A test"))
    perform(draft, effects, Actor(chair, target, roles, amount))
    refresh_all(draft)
    return draft


def offer_of(*terms: Term, maker: str = "nasa", to: str = "roscosmos") -> Offer:
    """Return an offer."""
    return Offer("offer", maker, to, terms)
