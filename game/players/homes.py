"""What a player makes of its home: what a deal would cost there, and whether it is worth that."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.content.records import Content
from game.players.bargains import offer_at
from game.players.base import Move, legal
from game.players.words import AT_HOME
from game.rules.decisions import Decision, Option
from game.rules.index import Index, index_of
from game.rules.state import Offer, State
from game.rules.table.deals import verdict
from game.rules.table.ratification import counted, likely, turning, votes
from game.rules.table.signing import sours

POINT = 100
POINTS_A_CAPITAL = 2  # verdict points that a point of capital is worth
PRESSING = 4  # verdict points that pressing on against home is worth avoiding
LIKELY = 50  # per cent from which the other home isn't worth a worry
DOUBTED = 3  # verdict points that an offer loses which the other home will likely turn down
REMEMBERED = 9  # the same for an offer with a clause that fell there not long ago

Score = Callable[[Content, State, Decision], int]


def trouble(index: Index, seen: State, offer: Offer, chair: str, points: int) -> int:
    """Return in verdict points what it takes to get a deal of such a verdict through at home."""
    found = votes(index, seen, offer, chair, sum_=points)
    if counted(found) >= 0:
        return 0
    paid = turning(index, seen, chair, found)
    prices = [_price(seen, chair, p.money, p.capital) for p in paid]
    return min([*prices, PRESSING])


def _price(seen: State, chair: str, money: int, capital: int) -> int:
    """Return what money and capital are worth: a month's income is four points."""
    months = 4 * money // max(1, seen.figures[f"{chair}.income"])
    return 1 + months // 2 + POINTS_A_CAPITAL * capital


def doubt(index: Index, seen: State, offer: Offer, other: str, chair: str, points: int) -> int:
    """Return what an offer loses by another's home, as far as a chair knows it.

    `points` is that side's verdict on it.
    """
    if sours(seen, other, offer):
        return REMEMBERED
    found = votes(index, seen, offer, other, chair, points)
    return 0 if counted(found) >= 0 or likely(found) >= LIKELY else DOUBTED


def ratified(content: Content, seen: State, options: Sequence[Option], score: Score) -> Move:
    """Return the way that is worth most: paid or pressed the deal enters, let fall it doesn't."""
    slot = seen.queue[0]
    deal = POINT * verdict(index_of(content, seen.scenario), seen, offer_at(seen, slot), slot.chair)

    def worth(decision: Decision) -> int:
        return score(content, seen, decision) + (0 if decision.pick == "fall" else deal)

    best = max(legal(options), key=worth)
    return Move(best, AT_HOME[best.pick])
