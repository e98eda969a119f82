"""The ladder of leaving: six rungs above normal, dearer to step down from the higher one stands.

Rung 3 is the written notice of Article 28, which runs twelve months (T-003, F-50). What a rung
shuts, and what steps cost, is content; between two partners the higher standing counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from game.content.records import Rung
from game.rules.calendar import DAYS_A_MONTH, add_months
from game.rules.draft import Draft
from game.rules.home.factions import mood
from game.rules.index import Index
from game.rules.rungs import NEVER_SHUT, rungs
from game.rules.state import State

NOTICE = 3
RECALLED = 4
NOTICE_MONTHS = 12
HATCH = 5
SEPARATION = 6
GUEST_TOP = 3  # a partner without a crew ship of its own can go no higher
DISBELIEF = 2_500  # rung times both sides' stakes, in points, that make one point of pressure
MOST_PRESSURE = 10
NEVER = -9  # a turn before any


def top(index: Index, partner: str) -> int:
    """Return the highest rung a partner can reach."""
    if index.scenario.rungs:
        return len(index.scenario.rungs) - 1
    return SEPARATION if index.ships[partner] else GUEST_TOP


def why_no_step(index: Index, state: State, partner: str, by: int) -> str:
    """Return why a partner may not step now, or nothing."""
    rung = state.figures[f"{partner}.rung"]
    if by < 0:
        return _why_not_down(index, state, partner, rung)
    if rung >= top(index, partner):
        return _why_top(index, rung)
    if rung + 1 > NOTICE + 1 and _notice_runs(state, partner):
        return "Article 28 gives the partners twelve months from your notice; they still run."
    return _too_dear("up", rung_of(index, rung + 1).climb, state.figures[f"{partner}.capital"])


def _why_not_down(index: Index, state: State, partner: str, rung: int) -> str:
    if rung == 0:
        return "You stand on normal ground already."
    if rung == SEPARATION:
        return "What has been let go of can't be caught again."
    return _too_dear("down", rung_of(index, rung).descend, state.figures[f"{partner}.capital"])


def _too_dear(way: str, cost: int, held: int) -> str:
    have = f"you have {held}" if held else "you have none left this turn"
    return f"A step {way} needs {cost} capital; {have}." if held < cost else ""


def rung_of(index: Index, number: int) -> Rung:
    """Return a rung as content describes it, or the bare one where it doesn't."""
    name = rungs(index.scenario)[number]
    return index.rungs.get(number) or Rung("", number, name, "", 1, number // 2, 0)


def price_of_step(index: Index, state: State, partner: str, by: int) -> int:
    """Return the capital that a step up or down costs now."""
    rung = state.figures[f"{partner}.rung"]
    if by < 0:
        return rung_of(index, rung).descend if rung else 0
    above = rung + 1 < len(rungs(index.scenario))
    return rung_of(index, rung + 1).climb if above else 0


def shut(index: Index, figures: Mapping[str, int], clause: str, one: str, other: str) -> bool:
    """Return whether the standing of one of two partners has shut what a clause is about."""
    lowest = index.shut_clauses.get(clause, NEVER_SHUT)
    return lowest <= joint_rung(figures, one, other)


def joint_rung(figures: Mapping[str, int], one: str, other: str) -> int:
    """Return the rung that counts between two partners: the higher of theirs."""
    return max(figures.get(f"{one}.rung", 0), figures.get(f"{other}.rung", 0))


def pressure(figures: Mapping[str, int], who: str, climber: str) -> int:
    """Return how far a partner gives way to another's threat to leave, in verdict points.

    It grows with the rung, with what would be lost, and with how little the climber would lose.
    """
    rung = figures[f"{climber}.rung"]
    if not rung:
        return 0
    believed = figures[f"{who}.loss.{climber}"] * (100 - figures[f"{climber}.loss.{who}"])
    return min(MOST_PRESSURE, rung * believed // DISBELIEF)


def notice_left(state: State, partner: str) -> int:
    """Return the months that a partner's written notice still has to run, 0 when none does."""
    if not state.figures.get(f"notice.{partner}", 0):
        return 0
    given = state.used.get(f"{partner}.notice", 0)
    left = given + NOTICE_MONTHS * DAYS_A_MONTH - state.figures["date"]
    return max(0, -(-left // DAYS_A_MONTH))


def _why_top(index: Index, rung: int) -> str:
    """Return why there is no rung above for whoever stands on the highest they can reach."""
    if index.scenario.rungs:
        return f"The ladder ends here: {index.scenario.rungs[rung]}."
    return "You have no ship of your own to leave with." if rung < SEPARATION else "You left."


def _notice_runs(state: State, partner: str) -> bool:
    return notice_left(state, partner) > 0


def step(draft: Draft, partner: str, by: int) -> None:
    """Move a partner on the ladder, with the ladder's own costs."""
    before, names = draft.figures[f"{partner}.rung"], rungs(draft.index.scenario)
    draft.because("rule:ladder", f"Ladder: {names[max(0, min(before + by, len(names) - 1))]}")
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
    if rung == NOTICE and draft.index.scenario.station:
        draft.own("used")[f"{partner}.notice"] = draft.figures["date"]
        draft.figures[f"notice.{partner}"] = 1
    if draft.index.scenario.station:
        _close(draft, rung)
    name = draft.index.content.partners[partner].name
    called = rungs(draft.index.scenario)[rung]
    draft.note("headline", f"{partner}.rung", f"{name} climbs to rung {rung}: {called}.")


def call_years(draft: Draft) -> None:
    """Recall the crews of every partner whose promised years end before the next turn.

    Nobody decides between this and the next landings, so the crews go home a turn later.
    """
    if not draft.index.scenario.station:
        return
    today = draft.figures["date"]
    year = date.fromordinal(add_months(today, draft.index.scenario.turn_months)).year
    last = draft.state.turn >= draft.index.scenario.turns
    for partner in draft.index.chairs:
        rung = draft.figures[f"{partner}.rung"]
        goal = min(RECALLED, top(draft.index, partner))
        if draft.figures[f"{partner}.commitment"] < year and rung < goal and not last:
            name = draft.index.content.partners[partner].name
            again = draft.state.used.get(f"{partner}.called", NEVER) >= draft.state.turn - 2
            draft.because("rule:commitment", f"The years {name} promised are over")
            draft.shift(f"{partner}.rung", goal - rung)
            draft.figures[f"notice.{partner}"] = 1
            if not again:  # whoever steps down to be called again wins no more time
                draft.own("used")[f"{partner}.called"] = draft.state.turn
            told = _called(rungs(draft.index.scenario)[goal], goal, again)
            draft.note("headline", f"{partner}.rung", f"{name} {told}")


def _called(rung: str, goal: int, again: bool) -> str:
    """Return what is told of a partner without promised years: in full only the first time."""
    if again:
        return f"is back on rung {goal}, {rung}."
    comes = "it recalls its crews and comes" if goal == RECALLED else "it comes"
    return f"has promised no more years: {comes} to rung {goal}, {rung}."


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
    draft.shift(f"{partner}.standing", -rung_of(draft.index, before).face)
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
    called = rungs(draft.index.scenario)[before - 1]
    draft.note("headline", f"{partner}.rung", f"{name} steps down to {called}.")
