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
from game.rules.messages import Message, message
from game.rules.past import hatch, stepped
from game.rules.rungs import NEVER_SHUT, of_station, rungs
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

NOTICE_RUNS = message("ladder.notice_runs")
ON_GROUND = message("ladder.on_ground")
LET_GO = message("ladder.let_go")
SHIPLESS = message("ladder.shipless")
LEFT = message("ladder.left")
HATCH_SHUT = message("hatch.shut")
LET_LOOSE = message("hatch.gone")
HATCH_OPENS = message("hatch.opens")


def top(index: Index, partner: str) -> int:
    """Return the highest rung a partner can reach."""
    if not of_station(index.scenario):
        return len(rungs(index.scenario)) - 1
    return SEPARATION if index.ships[partner] else GUEST_TOP


def why_no_step(index: Index, state: State, partner: str, by: int) -> Message | None:
    """Return why a partner may not step now, or nothing."""
    rung = state.figures[f"{partner}.rung"]
    if by < 0:
        return _why_not_down(index, state, partner, rung)
    if rung >= top(index, partner):
        return _why_top(index, rung)
    if rung + 1 > NOTICE + 1 and _notice_runs(state, partner):
        return NOTICE_RUNS
    return _too_dear(True, rung_of(index, rung + 1).climb, state.figures[f"{partner}.capital"])


def _why_not_down(index: Index, state: State, partner: str, rung: int) -> Message | None:
    if rung == 0:
        return ON_GROUND
    if rung == SEPARATION:
        return LET_GO
    return _too_dear(False, rung_of(index, rung).descend, state.figures[f"{partner}.capital"])


def _too_dear(up: bool, cost: int, held: int) -> Message | None:
    if held >= cost:
        return None
    if up:
        return message("ladder.up_too_dear", cost=cost, held=held)
    return message("ladder.down_too_dear", cost=cost, held=held)


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


def shut(index: Index, figures: Mapping[str, int], clause: str, *partners: str) -> bool:
    """Return whether the standing of one of some partners has shut what a clause is about."""
    lowest = index.shut_clauses.get(clause, NEVER_SHUT)
    return lowest < NEVER_SHUT and lowest <= joint_rung(figures, *partners)


def joint_rung(figures: Mapping[str, int], *partners: str) -> int:
    """Return the rung that counts between some partners: the highest of theirs."""
    highest = 0
    for partner in partners:
        rung = figures.get(f"{partner}.rung", 0)
        highest = rung if rung > highest else highest
    return highest


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


def _why_top(index: Index, rung: int) -> Message:
    """Return why there is no rung above for whoever stands on the highest they can reach."""
    if not of_station(index.scenario):
        return message("ladder.ends", name=rungs(index.scenario)[rung])
    return SHIPLESS if rung < SEPARATION else LEFT


def _notice_runs(state: State, partner: str) -> bool:
    return notice_left(state, partner) > 0


def step(draft: Draft, partner: str, by: int) -> None:
    """Move a partner on the ladder, with the ladder's own costs."""
    before, names = draft.figures[f"{partner}.rung"], rungs(draft.index.scenario)
    goal = max(0, min(before + by, len(names) - 1))
    draft.because("rule:ladder", message("ladder.stands", name=names[goal]))
    moved = draft.shift(f"{partner}.rung", min(by, top(draft.index, partner) - before))
    if moved > 0:
        _climb(draft, partner, before + moved)
    elif moved < 0:
        _descend(draft, partner, before)


def _climb(draft: Draft, partner: str, rung: int) -> None:
    reached = rung_of(draft.index, rung)
    draft.shift("tension", 2 + rung if reached.tension is None else reached.tension)
    mood(draft, partner, "defiance", 2)
    mood(draft, partner, "peace", -1)
    lost = 2 + rung if reached.trust is None else reached.trust
    for other in draft.index.chairs:
        if other != partner:
            draft.shift(f"{other}.trust.{partner}", -lost)
    if rung == NOTICE and draft.index.scenario.station:
        draft.own("used")[f"{partner}.notice"] = draft.figures["date"]
        draft.figures[f"notice.{partner}"] = 1
    if draft.index.scenario.station:
        _close(draft, rung)
    stepped(draft, partner, 1)
    called = rungs(draft.index.scenario)[rung]
    climbed = message("ladder.climbs", partner=partner, rung=rung, name=called)
    draft.note("headline", f"{partner}.rung", climbed)


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
            again = draft.state.used.get(f"{partner}.called", NEVER) >= draft.state.turn - 2
            draft.because("rule:commitment", message("years.over", partner=partner))
            draft.shift(f"{partner}.rung", goal - rung)
            draft.figures[f"notice.{partner}"] = 1
            if not again:  # whoever steps down to be called again wins no more time
                draft.own("used")[f"{partner}.called"] = draft.state.turn
            stepped(draft, partner, 1)
            told = _called(partner, rungs(draft.index.scenario)[goal], goal, again)
            draft.note("headline", f"{partner}.rung", told)


def _called(partner: str, name: str, goal: int, again: bool) -> Message:
    """Return what is told of a partner without promised years: in full only the first time."""
    if again:
        return message("years.back_on", partner=partner, rung=goal, name=name)
    if goal == RECALLED:
        return message("years.recalls", partner=partner, rung=goal, name=name)
    return message("years.comes", partner=partner, rung=goal, name=name)


def _close(draft: Draft, rung: int) -> None:
    words = draft.own("words")
    if rung == HATCH and words["hatch"] == "open":
        words["hatch"] = "closed"
        hatch(draft, "shut")
        draft.note("headline", "hatch", HATCH_SHUT)
    if rung == SEPARATION:
        words["hatch"] = "gone"
        hatch(draft, "gone")
        draft.note("headline", "hatch", LET_LOOSE)


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
        hatch(draft, "opens")
        draft.note("headline", "hatch", HATCH_OPENS)
    stepped(draft, partner, -1)
    called = rungs(draft.index.scenario)[before - 1]
    descended = message("ladder.descends", partner=partner, name=called)
    draft.note("headline", f"{partner}.rung", descended)
