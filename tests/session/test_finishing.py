"""A run that ends stands in the records, whatever becomes of their file."""

from __future__ import annotations

from pathlib import Path

from game.report.runs import records_told
from game.rules.endings import grades
from game.rules.setup import Setup
from game.saves.finished import DIRECTORY, finished
from game.saves.store import Store
from game.session import Session
from game.session.keeper import Keeper
from tests.saves.games import CHAIRS, SMALL, noon
from tests.small import BRIEF


def _ended(directory: Path, person: bool = True) -> Session:
    """Return a game that was played to its end and saved as it went."""
    seats = dict.fromkeys(("nasa", "roscosmos"), "random")
    seats |= {"nasa": "person"} if person else {}
    session = Session(SMALL, Setup(BRIEF, "nasa", 4), seats, Keeper(Store(directory), clock=noon))
    while not session.over:
        session.play_others()
        if waiting := session.waiting_for():
            session.submit(next(o.decision for o in waiting.options if o.legal))
    session.save()
    return session


def test_a_run_that_ends_is_kept_once_for_who_played_it(tmp_path: Path) -> None:
    session = _ended(tmp_path)
    session.write()
    (run,) = finished(tmp_path).runs
    assert (run.chair, run.scenario, run.seed) == ("nasa", BRIEF, 4)
    assert run.ending == session.state.ending and run.turn == session.state.turn
    left = grades(session.content, session.state, "nasa")
    assert [(x.legacy, x.points, x.letter) for x in run.left] == [
        (x.legacy, x.points, x.letter) for x in left
    ]


def test_computer_players_alone_leave_no_record(tmp_path: Path) -> None:
    _ended(tmp_path, person=False)
    assert not finished(tmp_path).runs and CHAIRS


def test_records_that_can_t_be_written_stop_no_save(tmp_path: Path) -> None:
    (tmp_path / DIRECTORY).write_text("in the way")
    session = _ended(tmp_path)
    assert session.unsaved is None and len(list(Store(tmp_path).entries())) == 1


def test_they_are_told_without_spoiling_what_was_not_seen(tmp_path: Path) -> None:
    session = _ended(tmp_path)
    told = {one.title: one.lines for one in records_told(SMALL, finished(tmp_path))}
    (run,) = told["Finished runs"]
    assert "Seed 4" in run and "history" in run
    seen = finished(tmp_path).seen[BRIEF]
    hidden = [e.title for e in SMALL.endings.values() if e.id not in seen]
    words = " ".join(line for lines in told.values() for line in lines)
    assert hidden and not any(title in words for title in hidden)
    assert any(" of " in line for line in told["Endings seen"])
    assert "beside history" in told["Best against history"][0]
    assert session.over
    empty = records_told(SMALL, finished(tmp_path / "nowhere"))
    assert "No run has been finished yet" in empty[0].lines[0]
