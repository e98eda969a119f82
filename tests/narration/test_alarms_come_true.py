"""Alarms don't cry wolf: where a chair only ends its turns they come true, and they are few."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from statistics import median

import pytest

from game.content.lines import UNINHABITABLE
from game.content.records import Content
from game.narration.alarms import Alarm, alarm_short, alarm_text, alarms, pressing
from game.narration.figures import figure_words
from game.rules.decisions import Decision
from game.rules.hardware.manifest import UNPAID
from game.rules.index import index_of
from game.rules.setup import Setup
from game.rules.state import State
from game.session import PERSON, Session, Waiting
from tests import shipped

SCENARIO, ME = "cold_snap_2022", "nasa"
LATE = 2  # turns by which what an alarm foretells may come later than it says
CERTAIN = ("alarm.past", "alarm.old_ship")  # what holds by the calendar, or already
DECIDED = ("choice", "action", "dilemma", "deal", "witness", "table")


@dataclass(frozen=True)
class Run:
    """A game and what was in danger for a chair as each of its turns opened."""

    session: Session
    opened: tuple[tuple[State, tuple[Alarm, ...]], ...]


def _passive(waiting: Waiting) -> Decision:
    """Return what somebody decides who only ends turns."""
    kind, chair = waiting.slot.kind, waiting.chair
    if kind in ("agenda", "table"):
        return Decision(chair, kind, "end")
    if kind in ("answer", "counter"):
        return Decision(chair, kind, "decline")
    return next(option.decision for option in waiting.options if option.legal)


@cache
def _run(seed: int, others: str = "random", mine: str = PERSON) -> Run:
    seats = dict.fromkeys(("nasa", "roscosmos", "esa"), others) | {ME: mine}
    session = Session(shipped.base(), Setup(SCENARIO, ME, seed), seats)
    index, opened, turn = index_of(session.content, SCENARIO), [], 0
    while not session.over:
        if session.state.queue[0].chair == ME and session.state.turn != turn:
            turn, seen = session.state.turn, session.view(ME)
            opened.append((seen, alarms(index, seen, ME)))
        waiting = session.waiting_for() if session.state.queue[0].chair == ME else None
        if waiting is not None and mine == PERSON:
            session.submit(_passive(waiting))
        else:
            session.play_one()
    return Run(session, tuple(opened))


def _foretold(run: Run) -> list[tuple[int, Alarm]]:
    """Return the alarms that weren't ones a turn before, each with the turn's number."""
    found, known = list[tuple[int, Alarm]](), set[str]()
    for number, (_, now) in enumerate(run.opened):
        new = (a for a in now if a.subject not in known and a.told.code not in CERTAIN)
        found += [(number, a) for a in new if a.turn <= run.session.state.turn]
        known = {alarm.subject for alarm in now}
    return found


def _came_true(run: Run, number: int, alarm: Alarm) -> bool:
    """Return whether what an alarm foretold has come, by the turn that it named or soon after.

    It has where the figure would have passed its line but for what somebody decided: all have to
    answer their cards, and alarms tell what comes unless somebody acts.
    """
    before, last = run.opened[number][0], run.session.state
    later = [seen for seen, _ in run.opened[number + 1 :] if seen.turn <= alarm.turn + LATE]
    later += [last] if last.turn < alarm.turn + LATE else []
    office = f"{ME}.leader"
    if alarm.told.code == "alarm.office":
        return any(seen.words[office] != before.words[office] for seen in later)
    if alarm.told.code == "alarm.bill":
        return any(f.id == alarm.subject and f.why == UNPAID for s in later for f in s.manifest)
    lines = figure_words(run.session.content, alarm.subject).danger
    stood = [seen.figures[alarm.subject] for seen in later]
    alone = [s.figures[alarm.subject] - _decided(run, alarm.subject, before, s) for s in later]
    return any(line.past(value) for line in lines for value in (*stood, *alone))


def _decided(run: Run, path: str, since: State, until: State) -> int:
    """Return by how much decisions have moved a figure between two moments."""
    pages = [p for p in run.session.pages if since.turn <= p.turn <= until.turn]
    changes = (c for page in pages for c in page.changes if c.path == path and c.kind == "figure")
    return sum(c.amount for c in changes if c.cause.partition(":")[0] in DECIDED)


def test_four_of_five_alarms_come_true_where_nobody_acts() -> None:
    runs = [_run(seed) for seed in (1, 2, 3, 4, 5, 12, 14)]
    true = [_came_true(run, *one) for run in runs for one in _foretold(run)]
    assert len(true) > 50
    assert sum(true) * 5 >= len(true) * 4, f"{sum(true)} of {len(true)}"


def test_in_a_diplomats_game_a_turn_brings_one_new_alarm_at_most() -> None:
    run = _run(3, "diplomat", "diplomat")
    told, before = list[int](), tuple[Alarm, ...]()
    for seen, now in run.opened:
        told.append(len(pressing(seen, now, before)))
        before = now
    assert len(told) > 30
    assert median(told) <= 1


def _causes(ended: State) -> list[list[str]]:
    """Return by which figures a run ended: for each, the alarms that one of must have told it."""
    figures, abandoned = ended.figures, ended.ending == "abandoned"
    worn = [f"integrity_{s}" for s in ("usos", "ros") if figures[f"integrity_{s}"] <= UNINHABITABLE]
    starved = abandoned and figures["supplies"] <= 0
    found = [["nasa.mandate"] if ended.ending == "dismissed" else [], worn if abandoned else []]
    return [cause for cause in (*found, ["supplies"] if starved else []) if cause]


@pytest.mark.parametrize("seed", (3, 4, 5))
def test_no_run_ends_by_a_figure_that_was_no_alarm_for_two_turns(base: Content, seed: int) -> None:
    """A chair that only ends its turns is told in time what will end its run."""
    run = _run(seed)
    index, open_for = index_of(run.session.content, SCENARIO), dict[str, int]()
    for _, found in run.opened:
        open_for = {a.subject: open_for.get(a.subject, 0) + 1 for a in found}
        assert all(alarm_text(index, a) and alarm_short(index, a) for a in found)
    causes = _causes(run.session.state)
    assert causes, "this seed ends by no figure and shows nothing: take another"
    for cause in causes:
        assert any(open_for.get(subject, 0) >= 2 for subject in cause)


def test_low_stores_stay_an_alarm_and_are_told_anew_once() -> None:
    """One lost freighter empties them within a turn, which nobody foresees."""
    told, before = list[bool](), tuple[Alarm, ...]()
    for seen, now in _run(4).opened:
        stands = [alarm for alarm in now if alarm.stands]
        assert {alarm.subject for alarm in stands} <= {"supplies"}
        told += [alarm in pressing(seen, now, before) for alarm in stands]
        before = now
    assert len(told) > 2 and not all(told)
