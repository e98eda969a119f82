"""What was done and lived through, written down where it happens."""

from __future__ import annotations

from game.content.past import EITHER_WAY, FLIGHTS, between
from game.rules.draft import Draft

LONG_STAY = 300  # days aboard after which a stay is remembered as a long one (the game's own)


def chosen(draft: Draft, event: str, choice: str, chair: str) -> None:
    """Write down how a card was answered, and by whom."""
    draft.table("past")[f"chose/{event}/{choice}/{chair}"] = draft.figures["date"]


def forget(draft: Draft, event: str) -> None:
    """Let a card that comes again begin without the answers of its last time."""
    mine = f"chose/{event}/"
    for known in [key for key in draft.state.past if key.startswith(mine)]:
        del draft.table("past")[known]


def paper(draft: Draft, fate: str, clause: str, one: str, other: str) -> None:
    """Write down what became of a clause between two; where only one did it, that one first."""
    past, today = draft.table("past"), draft.figures["date"]
    known, both = f"paper/{fate}/{clause}", (one, other)
    if fate in EITHER_WAY:
        both = between(one, other)
        past[f"{known}/{both[1]}"] = today
    past[known] = past[f"{known}/{both[0]}"] = past[f"{known}/{both[0]}/{both[1]}"] = today


def promise(draft: Draft, word: str, maker: str, to: str) -> None:
    """Write down what became of somebody's word."""
    past, known = draft.table("past"), f"promise/{word}/{maker}"
    past[known] = past[f"{known}/{to}"] = draft.figures["date"]


def lived(draft: Draft, life: str, person: str) -> None:
    """Write down what somebody lived through."""
    draft.table("past")[f"person/{life}/{person}"] = draft.figures["date"]


def flew(draft: Draft, person: str) -> None:
    """Count a flight of somebody's."""
    past, known = draft.table("past"), f"person/{FLIGHTS}/{person}"
    past[known] = past.get(known, 0) + 1
