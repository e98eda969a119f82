"""What was done and lived through, written down where it happens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from game.content.past import EITHER_WAY, FLIGHTS, WALKS, between
from game.rules.draft import Draft
from game.rules.patterns import hear

LONG_STAY = 300  # days aboard after which a stay is remembered as a long one (the game's own)


def chosen(draft: Draft, event: str, choice: str, chair: str) -> None:
    """Write down how a card was answered, and by whom."""
    _note(draft, f"chose/{event}/{choice}/{chair}")


def _note(draft: Draft, *known: str) -> None:
    """Write down the day on which something happened, under all of its keys."""
    past, today = draft.table("past"), draft.figures["date"]
    for key in known:
        past[key] = today
    if not draft.index.listening.hears.keys().isdisjoint(known):
        hear(draft, *known)


def forget(draft: Draft, event: str) -> None:
    """Let a card that comes again begin without the answers of its last time."""
    mine = f"chose/{event}/"
    for known in [key for key in draft.state.past if key.startswith(mine)]:
        del draft.table("past")[known]


def paper(draft: Draft, fate: str, clause: str, one: str, other: str) -> None:
    """Write down what became of a clause between two; where only one did it, that one first."""
    known, both, seconds = f"paper/{fate}/{clause}", (one, other), []
    if fate in EITHER_WAY:
        both = between(one, other)
        seconds = [f"{known}/{both[1]}"]
    _note(draft, known, f"{known}/{both[0]}", *seconds, f"{known}/{both[0]}/{both[1]}")


def papers(draft: Draft, fate: str, clause: str, between: Sequence[str]) -> None:
    """Write down what became of a clause between some partners, for each two of them."""
    for one, other in combinations(between, 2):
        paper(draft, fate, clause, one, other)


def promise(draft: Draft, word: str, maker: str, to: str) -> None:
    """Write down what became of somebody's word."""
    known = f"promise/{word}/{maker}"
    _note(draft, known, f"{known}/{to}")


def lived(draft: Draft, life: str, person: str, partner: str) -> None:
    """Write down what somebody of a partner's lived through."""
    _note(draft, f"person/{life}/{person}", f"crew/{partner}/{life}")


def stepped(draft: Draft, partner: str, by: int) -> None:
    """Write down that a partner has stepped up the ladder, or down."""
    _note(draft, f"ladder/{partner}/{'climbs' if by > 0 else 'descends'}")


def hatch(draft: Draft, way: str) -> None:
    """Write down what became of the hatch."""
    _note(draft, f"hatch/{way}")


def office(draft: Draft, partner: str) -> None:
    """Write down that a partner's office has changed hands."""
    _note(draft, f"office/{partner}")


def offered(draft: Draft, reply: str, clauses: Iterable[str], one: str, other: str) -> None:
    """Let patterns hear of an offer or an answer by one to another."""
    hear(draft, *(f"offer/{reply}/{clause}/{one}/{other}" for clause in clauses))


def flew(draft: Draft, person: str) -> None:
    """Count a flight of somebody's."""
    _count(draft, FLIGHTS, person)


def walked(draft: Draft, person: str) -> None:
    """Count a time that somebody was outside."""
    _count(draft, WALKS, person)


def _count(draft: Draft, what: str, person: str) -> None:
    past, known = draft.table("past"), f"person/{what}/{person}"
    past[known] = past.get(known, 0) + 1
