"""The ladder of leaving: six rungs above normal, dearer to step down from the higher one stands.

Rung 3 is the written notice of Article 28, which runs twelve months (T-003, F-50).
"""

from __future__ import annotations

from datetime import date

from game.rules.calendar import add_months
from game.rules.draft import Draft
from game.rules.factions import mood
from game.rules.index import Index
from game.rules.state import State

RUNGS = (
    "normal",
    "public threat",
    "formal demand",
    "written notice",
    "crews recalled",
    "hatch closed",
    "separation",
)
NOTICE = 3
RECALLED = 4
NOTICE_MONTHS = 12
HATCH = 5
SEPARATION = 6
GUEST_TOP = 3  # a partner without a crew ship of its own can go no higher


def top(index: Index, partner: str) -> int:
    """Return the highest rung a partner can reach."""
    return SEPARATION if index.ships[partner] else GUEST_TOP


def why_no_step(index: Index, state: State, partner: str, by: int) -> str:
    """Return why a partner may not step now, or nothing."""
    rung = state.figures[f"{partner}.rung"]
    if by < 0:
        return "You stand on normal ground already." if rung == 0 else ""
    if rung >= top(index, partner):
        return "You have no ship of your own to leave with." if rung < SEPARATION else "You left."
    if rung + 1 > NOTICE + 1 and _notice_runs(state, partner):
        return "Article 28 gives the partners twelve months from your notice; they still run."
    if state.figures[f"{partner}.capital"] < 1:
        return "A step up needs 1 capital; you have none left this turn."
    return ""


def _notice_runs(state: State, partner: str) -> bool:
    return bool(state.figures.get(f"notice.{partner}", 0)) and state.figures["date"] < (
        state.used.get(f"{partner}.notice", 0) + NOTICE_MONTHS * 30
    )


def step(draft: Draft, partner: str, by: int) -> None:
    """Move a partner on the ladder, with the ladder's own costs."""
    before = draft.figures[f"{partner}.rung"]
    draft.because("rule:ladder", f"Ladder: {RUNGS[max(0, min(before + by, SEPARATION))]}")
    moved = draft.shift(f"{partner}.rung", min(by, top(draft.index, partner) - before))
    if moved > 0:
        _climb(draft, partner, before + moved)
    elif moved < 0:
        _descend(draft, partner, before)


def _climb(draft: Draft, partner: str, rung: int) -> None:
    draft.shift("tension", 2 + rung)
    mood(draft, partner, "defiance", 2)
    mood(draft, partner, "peace", -1)
    for other in draft.index.chairs:
        if other != partner:
            draft.shift(f"{other}.trust.{partner}", -(2 + rung))
    if rung == NOTICE:
        draft.own("used")[f"{partner}.notice"] = draft.figures["date"]
        draft.figures[f"notice.{partner}"] = 1
    _close(draft, rung)
    name = draft.index.content.partners[partner].name
    draft.note("headline", f"{partner}.rung", f"{name} climbs to rung {rung}: {RUNGS[rung]}.")


def call_years(draft: Draft) -> None:
    """Recall the crews of every partner whose promised years end before the next turn."""
    today = draft.figures["date"]
    year = date.fromordinal(add_months(today, draft.index.scenario.turn_months)).year
    last = draft.state.turn >= draft.index.scenario.turns
    for partner in draft.index.chairs:
        rung = draft.figures[f"{partner}.rung"]
        goal = min(RECALLED, top(draft.index, partner))
        if draft.figures[f"{partner}.commitment"] < year and rung < goal and not last:
            name = draft.index.content.partners[partner].name
            draft.because("rule:commitment", f"The years {name} promised are over")
            draft.shift(f"{partner}.rung", goal - rung)
            draft.figures[f"notice.{partner}"] = 1
            draft.note("headline", f"{partner}.rung", f"{name} has promised no more years.")


def _close(draft: Draft, rung: int) -> None:
    words = draft.own("words")
    if rung == HATCH and words["hatch"] == "open":
        words["hatch"] = "closed"
        draft.note("headline", "hatch", "The hatch between the two halves is shut.")
    if rung == SEPARATION:
        words["hatch"] = "gone"
        draft.note("headline", "hatch", "The two halves let go of each other.")


def _descend(draft: Draft, partner: str, before: int) -> None:
    mood(draft, partner, "defiance", -(1 + before // 2))
    draft.shift("tension", -(1 + before))
    for other in draft.index.chairs:
        if other != partner:
            draft.shift(f"{other}.trust.{partner}", 2)
    if before == NOTICE:
        draft.figures[f"notice.{partner}"] = 0
    shut = any(draft.figures[f"{p}.rung"] >= HATCH for p in draft.index.partners)
    if before == HATCH and not shut and draft.state.words["hatch"] == "closed":
        draft.own("words")["hatch"] = "open"
        draft.note("headline", "hatch", "The hatch between the two halves opens again.")
    name = draft.index.content.partners[partner].name
    draft.note("headline", f"{partner}.rung", f"{name} steps down to {RUNGS[before - 1]}.")
