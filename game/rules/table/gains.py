"""Relative gains: what an office minds of the other side's gaining far more than its own.

Both sides' gains are taken as anybody can reckon them: before a leader weighs them, and without
clauses whose worth hangs on a purse or on factions that others don't see. What two sign within a
year is reckoned as one, so that nothing is won by signing it in parts.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.content.records import Row
from game.rules.index import Index
from game.rules.state import Offer, State, Term
from game.rules.table.between import share
from game.rules.table.marks import SHARED_DAYS, behind, unshared
from game.rules.table.secrets import secrets_of
from game.rules.table.worths import appraised

UNMINDED = 6  # points by which the other side may gain more
PER_POINT = 3  # points beyond those which take one off the sum
USUAL = 4  # points that are taken off at most where nobody leads

Kind = tuple[str, str]
"""A clause and its giver: what a term is but for its amount."""


def lead(index: Index, state: State, terms: Iterable[Term], who: str, other: str) -> int:
    """Return by how many points another gains more than a party by some terms."""
    return sum([_lead_of(index, state, term, who, other) for term in terms])


def leads(index: Index, state: State, kind: Kind, who: str, other: str) -> Row:
    """Return by how many points another gains more by a clause, at every amount."""
    clause, giver = kind
    mine = appraised(index, (clause, who, other, giver == who))
    if _hidden(index, clause, who, other):
        return (0,) * mine.sizes
    theirs = appraised(index, (clause, other, who, giver == other))
    gains = zip(theirs.plain(state), mine.plain(state), strict=True)
    return tuple([across - own for across, own in gains])


def minded(most: int, ahead: int) -> int:
    """Return the points that a lead of the other side takes off, `most` at most."""
    return min(most, max(0, ahead - UNMINDED) // PER_POINT)


def relative(most: int, before: int, more: int) -> int:
    """Return what a lead that grows adds to a sum: below zero, above where it makes good."""
    return minded(most, before) - minded(most, before + more)


def greed(index: Index, state: State, who: str) -> int:
    """Return the points that a party's leader takes off at most for the other side's lead."""
    held = index.content.leaders.get(state.words[f"{who}.leader"])
    return held.relative_gains if held else USUAL


def lagging(state: State, who: str, other: str) -> int:
    """Return by how many points another has gained more by what two signed; it fades in a year."""
    used, left = state.used, SHARED_DAYS - unshared(state, who, other)
    return share(used.get(behind(who, other), 0) - used.get(behind(other, who), 0), left)


def remembered(index: Index, state: State, offer: Offer) -> dict[str, int]:
    """Return the marks of who has gained how much more by now, once an offer is signed."""
    who, other = offer.maker, offer.to
    ahead = lagging(state, who, other) + lead(index, state, offer.terms, who, other)
    marks = {behind(who, other): max(0, ahead), behind(other, who): max(0, -ahead)}
    return {mark: points for mark, points in marks.items() if points or mark in state.used}


def _lead_of(index: Index, state: State, term: Term, who: str, other: str) -> int:
    row = leads(index, state, (term.clause, term.giver), who, other)
    place = term.amount - index.content.clauses[term.clause].low
    return row[max(0, min(place, len(row) - 1))]


def _hidden(index: Index, clause: str, who: str, other: str) -> bool:
    """Return whether what a clause is worth to either side hangs on what others don't see."""
    secrets = secrets_of(index)
    return (clause, who, other) in secrets or (clause, other, who) in secrets
