"""Games from a seed and bytes: each byte chooses a decision, so that shorter means simpler."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from game.content.records import Content
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Change, Decision, Step, find_offer
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.legality import options, pending, why_not
from game.rules.setup import Setup, new_game
from game.rules.state import Offer, State, Term
from game.rules.table.convening import convened
from game.rules.table.deals import possible_terms, why_no_offer
from game.rules.turn import apply
from game.rules.view import view
from game.text.brief import Brief, Printer

QUIET = ("end", "decline", "fall")
MOST_TERMS = 3


class Feed:
    """Small numbers from bytes; zeros, the quietest choices, when the bytes have run out."""

    def __init__(self, data: bytes) -> None:
        """Start at the first byte."""
        self._data = data
        self._place = 0

    @property
    def dry(self) -> bool:
        """Whether all bytes have been used."""
        return self._place >= len(self._data)

    def below(self, limit: int) -> int:
        """Return a number from 0 to limit - 1 from the next one or two bytes."""
        number = self._next()
        if limit > 256:
            number = number * 256 + self._next()
        return number % limit

    def _next(self) -> int:
        self._place += 1
        return self._data[self._place - 1] if self._place <= len(self._data) else 0


@dataclass(frozen=True, slots=True)
class Moment(Brief):
    """A state, what was decided in it, and what came of that."""

    before: State
    decision: Decision
    step: Step

    def __repr__(self) -> str:
        """Return when it was, and the decision by name."""
        return f"<Turn {self.before.turn}, {named(self.before, self.decision)}>"


@dataclass(frozen=True, slots=True)
class Game(Brief):
    """A game as it was played; `setup` and `data` are enough to play it again.

    It prints as that, and what was decided, by name; who only passes isn't named.
    """

    setup: Setup
    data: bytes
    opening: State = field(repr=False)
    changes: tuple[Change, ...] = field(repr=False)
    moments: tuple[Moment, ...] = field(repr=False)

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        """Print how to play it again, then each decision in a line."""
        printer.text(f"play(content, {self.setup!r}, {self.data!r}):")
        for moment in self.moments:
            if moment.decision.pick != "end":
                printer.break_()
                printer.text(f"    {moment!r}")

    @property
    def last(self) -> State:
        """The state at which the game ended or the bytes ran out."""
        return self.moments[-1].step.state if self.moments else self.opening

    @property
    def states(self) -> tuple[State, ...]:
        """Every state, the opening first."""
        return (self.opening, *(moment.step.state for moment in self.moments))


def named(before: State, decision: Decision) -> str:
    """Return a decision as a line: who takes which, about what, and an offer's clauses."""
    subject = before.queue[0].subject if KINDS[decision.kind].of_a_card else ""
    words = (decision.chair, decision.kind, subject, decision.pick, decision.target)
    terms = ", ".join(f"{t.giver} {t.clause} {t.amount}" for t in decision.terms)
    return " ".join(filter(None, words)) + (f": {terms}" if terms else "")


def play(content: Content, setup: Setup, data: bytes, whole: bool = True) -> Game:
    """Play a game by bytes: to its end when `whole`, else until the bytes run out."""
    opening, changes = new_game(content, setup)
    feed, state, moments = Feed(data), opening, []
    while pending(state) is not None and (whole or not feed.dry):
        decision = choose(content, state, feed)
        step = apply(content, state, decision)
        moments.append(Moment(state, decision, step))
        state = step.state
    return Game(setup, data, opening, changes, tuple(moments))


def choose(content: Content, state: State, feed: Feed) -> Decision:
    """Return a legal decision for whoever decides now."""
    seen = view(content, state, state.queue[0].chair)
    listed = [option.decision for option in options(content, seen) if option.legal]
    quiet = [decision for decision in listed if decision.pick in QUIET]
    if quiet and feed.below(2) == 0:
        return quiet[0]
    return _completed(content, seen, listed[feed.below(len(listed))], quiet, feed)


def _completed(
    content: Content, seen: State, decision: Decision, quiet: list[Decision], feed: Feed
) -> Decision:
    """Return a decision with the clauses it needs, or the quiet one when none will do."""
    if decision.pick not in ("offer", CONVENE, "counter"):
        return decision
    full = replace(decision, terms=_terms(content, seen, addressed(seen, decision), feed))
    return quiet[0] if why_not(content, seen, full) else full


def addressed(seen: State, decision: Decision) -> Offer:
    """Return the offer that a decision makes or answers, without terms."""
    if decision.pick in ("offer", CONVENE):
        return convened(decision.chair, decision.target)
    return replace(find_offer(seen, seen.queue[0].subject), id="", terms=())


def _terms(content: Content, seen: State, blank: Offer, feed: Feed) -> tuple[Term, ...]:
    """Return up to three possible terms with any amounts; the first at its lowest if need be."""
    index = index_of(content, seen.scenario)
    pool = list(possible_terms(index, seen, *blank.parties))
    if not pool:
        return ()
    chosen = {pool[feed.below(len(pool))] for _ in range(1 + feed.below(MOST_TERMS))}
    terms = tuple(_any_amount(index, term, feed) for term in sorted(chosen, key=repr))
    return (pool[0],) if why_no_offer(index, seen, replace(blank, terms=terms)) else terms


def _any_amount(index: Index, term: Term, feed: Feed) -> Term:
    clause = index.content.clauses[term.clause]
    return replace(term, amount=clause.low + feed.below(clause.high - clause.low + 1))
