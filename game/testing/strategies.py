"""Hypothesis strategies: set-ups, games, states, legal and illegal decisions, offers.

Arguments describe what is valid, never how often it comes. Draws are quick: nothing is played far
while one is made, so that Hypothesis' own settings, deadline and health checks hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import permutations, product
from random import Random
from typing import get_args

from hypothesis import strategies as st

from game.content.records import Content
from game.errors import UsageError
from game.players import Player
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, Option
from game.rules.index import Index, index_of
from game.rules.legality import options, pending, why_not
from game.rules.setup import HAZARDS, LEVELS, Setup
from game.rules.state import Offer, SlotKind, State, Term
from game.rules.table.convening import convened, pairs
from game.rules.table.deals import TERMS_A_SIDE, possible_terms, why_no_offer
from game.rules.view import view
from game.testing.feeding import addressed
from game.testing.hidden import lookalike
from game.testing.marking import marked
from game.testing.playing import BYTES, Game, Seats, Start, play
from game.testing.pool import Place, Pool, pool
from game.text.counting import counted

MOST_BYTES = 160
SEEDS = st.integers(0, 2**63 - 1)

Some = Sequence[str | type[Player]]
Players = Some | Mapping[str, Some]
"""Who may sit in a chair: `bytes`, names of the roster, players' classes; for all, or by chair."""


@st.composite
def setups(draw: st.DrawFn, content: Content, scenario: str = "") -> Setup:
    """Draw a set-up of any scenario, or of the one named."""
    wanted = [scenario] if scenario else sorted(content.scenarios)
    seats = [(name, chair) for name in wanted for chair in content.scenarios[name].chairs]
    (name, chair), level, hazards = draw(st.sampled_from([*product(seats, LEVELS, HAZARDS)]))
    return Setup(name, chair, draw(SEEDS), level, hazards)


def starts(
    content: Content, scenario: str = "", from_turn: int = 1, until: int | None = None
) -> st.SearchStrategy[Setup | Start]:
    """Draw where a game may begin: set-ups, and places in games that were played once.

    Places lie in turn `from_turn` or later and before turn `until`, in each such turn and before
    each kind of decision alike; a set-up is there only from turn 1. The first time, those games
    are played, which takes seconds, as this is called and not as it draws; then they are kept
    (`game.testing.pool`). Raises UsageError where none has come so far.
    """
    late = _late(content, scenario, from_turn, until)
    return setups(content, scenario) | st.one_of(late) if from_turn <= 1 else st.one_of(late)


def _late(
    content: Content, scenario: str, from_turn: int, until: int | None
) -> list[st.SearchStrategy[Start]]:
    """Return what draws places of kept games by turn, and by kind of decision."""
    wanted = [scenario] if scenario else sorted(content.scenarios)
    pools = [pool(content, name) for name in wanted]
    ways = [[(one, one.by_turn.values()) for one in pools]]
    ways += [[(one, one.by_kind.values()) for one in pools]]
    found = [[(one, one.within(g, from_turn, until)) for one, g in way] for way in ways]
    if from_turn > 1 and not any(groups for _, groups in found[0]):
        ends = f" and before turn {until}" if until else ""
        most = counted(max(content.scenarios[name].turns for name in wanted), "turn")
        raise UsageError(
            f"No kept game has a place from turn {from_turn} on{ends}; the longest has {most}."
        )
    return [st.one_of([_any_of(one, groups) for one, groups in way if groups]) for way in found]


def _any_of(pool: Pool, groups: Sequence[Sequence[Place]]) -> st.SearchStrategy[Start]:
    """Draw from groups of a pool's places, each group as often as the next."""
    return st.integers(0, len(groups) - 1).flatmap(
        lambda number: st.integers(0, len(groups[number]) - 1).map(
            lambda place: pool.start(groups[number][place])
        )
    )


def seatings(
    content: Content, scenario: str, players: Players = (BYTES,)
) -> st.SearchStrategy[Seats]:
    """Draw who sits in each chair of a scenario: one of `players`, for all chairs or by chair."""
    chairs = content.scenarios[scenario].chairs
    table = players if isinstance(players, Mapping) else dict.fromkeys(chairs, players)
    return st.fixed_dictionaries({c: st.sampled_from(list(table.get(c, (BYTES,)))) for c in chairs})


def games(
    content: Content,
    scenario: str = "",
    *,
    players: Players = (BYTES,),
    from_turn: int = 1,
    until: int | None = None,
    whole: bool = False,
    most_bytes: int = MOST_BYTES,
) -> st.SearchStrategy[Game]:
    """Draw games: where each begins, who sits in its chairs, and bytes that choose the rest.

    It begins in turn `from_turn` or later (`starts`), with one of `players` in each chair: `bytes`,
    names of the roster, or players' classes, the same for all chairs or by chair. It stops when its
    bytes have run out, a computer player's decision taking one too, or where turn `until` begins;
    a `whole` one goes on to its end. Smaller is an earlier beginning, fewer bytes, lower bytes.
    """

    @st.composite
    def drawn(draw: st.DrawFn) -> Game:
        begin = draw(begins)
        setup = begin.setup if isinstance(begin, Start) else begin
        seats = draw(seated[setup.scenario])
        played = play(content, begin, draw(data), seats=seats, whole=whole, until=until)
        return marked(played)

    begins = starts(content, scenario, from_turn, until)
    seated = {name: seatings(content, name, players) for name in content.scenarios}
    lengths = st.integers(0, most_bytes)
    data = lengths.flatmap(lambda length: st.binary(min_size=length, max_size=length))
    return drawn()


def states(
    content: Content,
    scenario: str = "",
    *,
    players: Players = (BYTES,),
    from_turn: int = 1,
    until: int | None = None,
    most_bytes: int = MOST_BYTES,
) -> st.SearchStrategy[State]:
    """Draw states in which somebody has to decide, at the end of games that stop anywhere.

    The arguments are those of `games`. Every turn that kept games have come to and every kind of
    decision is drawn often enough.
    """
    found = games(
        content, scenario, players=players, from_turn=from_turn, until=until, most_bytes=most_bytes
    ).map(lambda game: game.last)
    late = _late(content, scenario, from_turn, until)
    kept = [places.map(lambda start: start.state) for places in late]
    return st.one_of(found, *kept).filter(lambda state: not state.over)


def lookalikes(content: Content, state: State, chair: str) -> st.SearchStrategy[State]:
    """Draw states that differ only in what a chair can't see."""
    return SEEDS.map(lambda seed: lookalike(content, state, chair, Random(seed)))


def offers(
    content: Content, state: State, maker: str = "", to: str = ""
) -> st.SearchStrategy[Offer]:
    """Draw offers that could be made now, between any two or between the partners named.

    Where nobody is named papers of three come too (`papers`).
    """
    index = index_of(content, state.scenario)
    blanks = [
        convened(one, other)
        for one, other in permutations(index.chairs, 2)
        if maker in ("", one) and to in ("", other)
    ]
    of_two = st.one_of([_like(index, state, blank) for blank in blanks])
    return of_two if maker or to else of_two | papers(content, state)


def papers(content: Content, state: State, maker: str = "") -> st.SearchStrategy[Offer]:
    """Draw papers of three that could be made now, by any chair that convenes or the one named.

    Nothing is drawn in a scenario where nobody may convene.
    """
    index = index_of(content, state.scenario)
    makers = [chair for chair in index.chairs if maker in ("", chair)]
    blanks = [convened(one, two) for one in makers for two in pairs(index, one)]
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
