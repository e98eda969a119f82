"""Relative gains: what an office minds of the other side's gaining far more than its own.

Both sides' gains are taken as anybody can reckon them: before a leader weighs them, and without
clauses whose worth hangs on a purse or on factions that others don't see. What two sign within a
year is reckoned as one, so that nothing is won by signing it in parts.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import combinations

from game.content.records import Row
from game.rules.index import Index
from game.rules.state import Offer, State, Term
from game.rules.table.between import share
from game.rules.table.marks import SHARED_DAYS, behind, unshared
from game.rules.table.secrets import secrets_of
from game.rules.table.sides import shared
from game.rules.table.worths import Side, appraised

UNMINDED = 6  # points by which the other side may gain more
PER_POINT = 3  # points beyond those which take one off the sum
MINDED = UNMINDED + PER_POINT  # the least lead that takes a point off
USUAL = 4  # points that are taken off at most where nobody leads


def lead(index: Index, state: State, terms: Iterable[Term], who: str, other: str) -> int:
    """Return by how many points another gains more than a party by some terms."""
    ahead, known, secrets = 0, index.appraisals, secrets_of(index)
    for term in terms:
        clause, giver = term.clause, term.giver
        if (clause, who, other) in secrets or (clause, other, who) in secrets:
            continue
        own, across = (clause, who, other, giver == who), (clause, other, who, giver == other)
        mine = known.get(own) or appraised(index, own)
        theirs = known.get(across) or appraised(index, across)
        place = min(max(0, term.amount - mine.low), mine.sizes - 1)
        ahead += theirs.plain(state)[place] - mine.plain(state)[place]
    return ahead


def leads(index: Index, state: State, mine: Side, theirs: Side) -> Row:
    """Return by how many points the second side gains more by a clause, at every amount."""
    own, across = appraised(index, mine), appraised(index, theirs)
    secrets = secrets_of(index)
    if mine[:3] in secrets or theirs[:3] in secrets:
        return (0,) * own.sizes
    gains = zip(across.plain(state), own.plain(state), strict=True)
    return tuple([more - less for more, less in gains])


@lru_cache(maxsize=4096)
def minded(most: int, ahead: int) -> int:
    """Return the points that a lead of the other side takes off, `most` at most."""
    return min(most, max(0, ahead - UNMINDED) // PER_POINT)


@lru_cache(maxsize=4096)
def relative(most: int, before: int, more: int) -> int:
    """Return what a lead that grows adds to a sum: below zero, above where it makes good."""
    return minded(most, before) - minded(most, before + more)


def greed(index: Index, state: State, who: str) -> int:
    """Return the points that a party's leader takes off at most for the other side's lead."""
    held = index.content.leaders.get(state.words[f"{who}.leader"])
    return held.relative_gains if held else USUAL


def lagging(state: State, who: str, other: str) -> int:
    """Return by how many points another has gained more by what two signed; it fades in a year."""
    used = state.used
    points = used.get(behind(who, other), 0) - used.get(behind(other, who), 0)
    return share(points, SHARED_DAYS - unshared(state, who, other)) if points else 0


def remembered(index: Index, state: State, offer: Offer) -> dict[str, int]:
    """Return the marks of who has gained how much more by now, once an offer is signed."""
    marks: dict[str, int] = {}
    for who, other in combinations(offer.parties, 2):
        terms = shared(offer, who, other)
        ahead = lagging(state, who, other) + lead(index, state, terms, who, other)
        marks |= {behind(who, other): max(0, ahead), behind(other, who): max(0, -ahead)}
    return {mark: points for mark, points in marks.items() if points or mark in state.used}
