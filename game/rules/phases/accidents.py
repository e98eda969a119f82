"""Mishaps that a strained station invites: drawn each turn by the highest rung (F-65)."""

from __future__ import annotations

from game.content.records import Accident
from game.rules.draft import Draft
from game.rules.effects import Actor, perform
from game.rules.facts import refresh
from game.rules.index import Index
from game.rules.messages import text

QUARTER = 3  # months
CERTAIN = 1000  # per mille
SURE = 1_000_000


def odds(accident: Accident, rung: int) -> int:
    """Return the chance of a mishap on a rung, per cent a quarter."""
    return accident.odds * max(0, rung - accident.start + 1)


def odds_of_any(index: Index, rung: int) -> int:
    """Return the chance that at least one mishap happens in a quarter on a rung, per cent."""
    spared = SURE
    for accident in index.content.accidents.values():
        spared = spared * (100 - odds(accident, rung)) // 100
    return (SURE - spared) * 100 // SURE


def happen(draft: Draft, months: int) -> None:
    """Draw each mishap once for a turn and let those happen that come up."""
    rung = draft.figures["rung.highest"]
    if not rung:
        return
    for accident in draft.index.content.accidents.values():
        chance = 10 * odds(accident, rung) * months // QUARTER
        if chance and draft.below(CERTAIN, "accident", accident.id) < chance:
            _strike(draft, accident)


def _strike(draft: Draft, accident: Accident) -> None:
    if accident.when is not None and not accident.when.bind("")(draft.state, {}):
        return
    draft.because(f"accident:{accident.id}", text(accident.name))
    draft.note("headline", accident.id, draft.tell(accident.headline))
    perform(draft, accident.effects, Actor())
    refresh(draft)
