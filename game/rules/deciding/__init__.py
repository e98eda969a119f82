"""How each kind of decision is decided: one record a kind, beside that of `game.rules.kinds`."""

from __future__ import annotations

from collections.abc import Mapping

from game.rules.deciding.agenda import AGENDA
from game.rules.deciding.answers import ANSWER, COUNTER
from game.rules.deciding.cards import CARD, DILEMMA
from game.rules.deciding.deciding import Deciding
from game.rules.deciding.ratifying import RATIFY
from game.rules.deciding.table import TABLE
from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.outcomes import LIVE
from game.rules.state import SlotKind

DECIDING: Mapping[SlotKind, Deciding] = {
    "card": CARD, "dilemma": DILEMMA, "agenda": AGENDA, "table": TABLE, "answer": ANSWER,
    "counter": COUNTER, "ratify": RATIFY,
}  # fmt: skip


def carry_out(draft: Draft, decision: Decision, forced: int = LIVE) -> None:
    """Do what a legal decision does at once; `forced` picks a risky outcome by position."""
    slot = draft.state.queue[0]
    DECIDING[slot.kind].carry_out(draft, slot, decision, forced)


__all__ = ["DECIDING", "Deciding", "carry_out"]
