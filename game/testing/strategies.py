"""Hypothesis strategies: set-ups, whole games, states, legal and illegal decisions, offers.

Arguments describe what is valid, never how often it comes.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random
from typing import get_args

from hypothesis import strategies as st

from game.content.records import Content
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, Option
from game.rules.index import Index, index_of
from game.rules.legality import options, pending, why_not
from game.rules.setup import HAZARDS, LEVELS, Setup
from game.rules.state import Offer, SlotKind, State, Term
from game.rules.table.convening import convened, pairs
from game.rules.table.deals import TERMS_A_SIDE, possible_terms, why_no_offer
from game.rules.view import view
from game.testing.games import Game, addressed, play
from game.testing.hidden import lookalike

MOST_BYTES = 400
SEEDS = st.integers(0, 2**63 - 1)


@st.composite
def setups(draw: st.DrawFn, content: Content, scenario: str = "") -> Setup:
    """Draw a set-up of any scenario, or of the one named."""
    wanted = scenario or draw(st.sampled_from(sorted(content.scenarios)))
    chair = draw(st.sampled_from(content.scenarios[wanted].chairs))
    level, hazards = draw(st.sampled_from(LEVELS)), draw(st.sampled_from(HAZARDS))
    return Setup(wanted, chair, draw(SEEDS), level, hazards)


def games(
    content: Content, scenario: str = "", whole: bool = True, most_bytes: int = MOST_BYTES
) -> st.SearchStrategy[Game]:
    """Draw games, each from a set-up and bytes that choose its decisions.

    `whole` games go on to their end when the bytes have run out; others stop there.
    """
    lengths = st.integers(0, most_bytes)
    data = lengths.flatmap(lambda length: st.binary(min_size=length, max_size=length))
    return st.builds(lambda s, d: play(content, s, d, whole), setups(content, scenario), data)


def states(
    content: Content, scenario: str = "", most_bytes: int = MOST_BYTES
) -> st.SearchStrategy[State]:
    """Draw states in which somebody has to decide."""
    unfinished = games(content, scenario, whole=False, most_bytes=most_bytes)
    return unfinished.map(lambda game: game.last).filter(lambda state: not state.over)


def lookalikes(content: Content, state: State, chair: str) -> st.SearchStrategy[State]:
    """Draw states that differ only in what a chair can't see."""
    return SEEDS.map(lambda seed: lookalike(content, state, chair, Random(seed)))


def offers(
    content: Content, state: State, maker: str = "", to: str = ""
) -> st.SearchStrategy[Offer]:
    """Draw offers that could be made now, between any two or between the partners named.

    Where nobody is named papers of three come too, by chairs that convene.
    """
    index = index_of(content, state.scenario)
    blanks = [
        convened(one, other)
        for one, other in permutations(index.chairs, 2)
        if maker in ("", one) and to in ("", other)
    ]
    if not maker and not to:
        blanks += [convened(one, two) for one in index.chairs for two in pairs(index, one)]
    return st.one_of([_like(index, state, blank) for blank in blanks])


def _like(index: Index, state: State, blank: Offer) -> st.SearchStrategy[Offer]:
    """Draw offers between whom a blank one is that could be made now."""
    pool = list(possible_terms(index, state, *blank.parties))
    if not pool:
        return st.nothing()
    chosen = st.lists(st.sampled_from(pool), min_size=1, max_size=TERMS_A_SIDE, unique=True)
    offered = chosen.flatmap(lambda terms: st.tuples(*(_with_amount(index, t) for t in terms)))
    made = offered.map(lambda terms: replace(blank, terms=terms))
    return made.filter(lambda offer: not why_no_offer(index, state, offer))


def _with_amount(index: Index, term: Term) -> st.SearchStrategy[Term]:
    """Draw a possible term with any amount that its clause allows, its own first."""
    clause = index.content.clauses[term.clause]
    amounts = st.just(term.amount) | st.integers(clause.low, clause.high)
    return amounts.map(lambda amount: replace(term, amount=amount))


def decisions(content: Content, state: State) -> st.SearchStrategy[Decision]:
    """Draw decisions that may be taken now, offers and counter-offers with their clauses."""
    seen = _seen(content, state)
    legal = [option for option in options(content, seen) if option.legal]
    return st.one_of([_complete(content, seen, option) for option in legal])


def _seen(content: Content, state: State) -> State:
    slot = pending(state)
    if slot is None:
        raise ValueError("nobody has to decide: the run is over")
    return view(content, state, slot.chair)


def _complete(content: Content, seen: State, option: Option) -> st.SearchStrategy[Decision]:
    """Draw what an option stands for: itself, or every offer that could be made."""
    decision = option.decision
    if decision.pick not in ("offer", CONVENE, "counter"):
        return st.just(decision)
    made = _like(index_of(content, seen.scenario), seen, addressed(seen, decision))
    filled = made.map(lambda offer: replace(decision, terms=offer.terms))
    return filled.filter(lambda d: not why_not(content, seen, d))


def illegal_decisions(content: Content, state: State) -> st.SearchStrategy[Decision]:
    """Draw decisions that may not be taken now: locked, misaddressed, malformed, out of turn."""
    seen = _seen(content, state)
    locked = [option.decision for option in options(content, seen) if not option.legal]
    real = [option.decision for option in options(content, seen)]
    spoilt = st.sampled_from(real).flatmap(lambda d: _spoilt(content, d))
    drawn = spoilt | st.sampled_from(locked) if locked else spoilt
    return drawn.filter(lambda d: bool(why_not(content, seen, d)))


def _spoilt(content: Content, decision: Decision) -> st.SearchStrategy[Decision]:
    """Draw a decision with one part replaced by something that exists, or by nonsense."""
    names = st.sampled_from(sorted([*content.partners, *content.people, "nobody", ""]))
    picks = st.sampled_from(
        sorted([*content.actions, "offer", CONVENE, "accept", "counter", "step_up", "pay", ""])
    )
    kinds: st.SearchStrategy[SlotKind] = st.sampled_from(get_args(SlotKind))
    return st.one_of(
        names.map(lambda name: replace(decision, chair=name)),
        names.map(lambda name: replace(decision, target=name)),
        picks.map(lambda pick: replace(decision, pick=pick)),
        kinds.map(lambda kind: replace(decision, kind=kind)),
        _any_terms(content).map(lambda terms: replace(decision, terms=terms)),
    )


def _any_terms(content: Content) -> st.SearchStrategy[tuple[Term, ...]]:
    clauses = st.sampled_from(sorted([*content.clauses, "nothing"]))
    givers = st.sampled_from(sorted([*content.partners, "nobody"]))
    getters = st.just("") | givers
    terms = st.builds(Term, clauses, st.integers(-5, 10_000), givers, getters)
    return st.lists(terms, min_size=1, max_size=2 * TERMS_A_SIDE + 1).map(tuple)
