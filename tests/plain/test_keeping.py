"""Line by line: branches, reports, iron mode, and a screen cleared between two people."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.plain.console import CLEAR, Console
from game.plain.game import Game
from game.plain.seat import Seat
from game.rules.setup import Setup
from game.saves.store import Store
from game.session import PERSON, Session
from game.session.coach import Coach
from game.session.counsel import Counsel
from game.session.keeping import start
from game.tui.play import Play
from tests.plain.talk import Terminal, talk, two_people, up_to
from tests.saves.games import SMALL, do_first
from tests.small import BRIEF


class Quiet:
    """Somebody who answers with as little as the question takes, and leaves after a while."""

    def __init__(self, heard: Terminal) -> None:
        self.heard = heard
        self.asked = 0

    def answer(self) -> str:
        self.asked += 1
        if self.asked > 80:
            return ""
        if "Press Enter" in self.heard.getvalue().rpartition("\n> ")[0].rpartition("\n")[2]:
            return "\n"
        return ("done\n", "1\n", "decline\n")[self.asked % 3]


def kept(directory: Path, iron: bool = False, people: bool = False) -> Session:
    other = PERSON if people else "random"
    seats = {"nasa": PERSON, "roscosmos": other}
    return start(SMALL, Setup(BRIEF, "nasa", 1), seats, Store(directory), iron)


def to_turn(session: Session, turn: int) -> Session:
    while session.state.turn < turn:
        session.play_others()
        do_first(session)
    return session


def test_a_branch_is_gone_on_with_and_the_old_game_stays(tmp_path: Path) -> None:
    session = to_turn(kept(tmp_path), 2)
    said = talk(session, "branch", "branch 9", "branch 1", "quit")
    assert "Name the turn" in said and "Turn 9 has not been played" in said
    assert "A new game: brief-nasa" in said
    records = [entry.record for entry in Store(tmp_path).entries()]
    assert sorted(r.snapshot["turn"] for r in records if r) == [1, 2]
    assert [r.parent.turn for r in records if r and r.parent] == [1]


def test_a_branch_has_counsel_and_lessons_of_its_own(tmp_path: Path) -> None:
    session = up_to(kept(tmp_path), "dilemma")
    said = talk(session, "branch 1", "lessons", "advice", "1", "undo", "1", "quit")
    assert "A new game: brief-nasa" in said
    assert said.rstrip().endswith("goes on from here.")


def test_nobody_who_serves_a_session_can_be_given_another(tmp_path: Path) -> None:
    session, other = kept(tmp_path), kept(tmp_path)
    console = Console(io.StringIO(), io.StringIO())
    for held in (Seat(console, session), Counsel(session), Play(session), Game(console, session)):
        with pytest.raises(AttributeError):
            setattr(held, "session", other)  # noqa: B010
    assert not hasattr(Coach(session), "session")


def test_a_branch_needs_everybody(tmp_path: Path) -> None:
    session = to_turn(kept(tmp_path, people=True), 2)
    said = talk(session, "", "branch 1", "yes", "no", "quit")
    assert "Not everybody agrees" in said
    assert len(list(Store(tmp_path).entries())) == 1


def test_iron_mode_has_no_way_back(tmp_path: Path) -> None:
    session = up_to(kept(tmp_path, iron=True), "agenda")
    before = len(session.decisions)
    said = talk(session, "undo", "branch 1", "quit")
    assert said.count("iron mode") == 2
    assert len(session.decisions) == before


def test_reasons_and_a_report_can_be_had_after_the_end(tmp_path: Path) -> None:
    session = kept(tmp_path)
    while not session.over:
        session.play_others()
        do_first(session)
    said = talk(session, "maybe", "why mandate", "report", "")
    assert "The run is over: help tells what can be asked." in said
    assert "Together: " in said.partition("> why mandate")[2]
    assert said.count("Written: ") == 2
    assert "goes on from here" not in said
    assert len(list((tmp_path / "reports").iterdir())) == 2


def test_a_report_can_be_had_before_the_end(tmp_path: Path) -> None:
    assert talk(kept(tmp_path), "report", "quit").count("Written: ") == 2


def test_what_the_last_person_read_is_cleared_with_all_that_scrolled_away(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard, typed = Terminal(), Terminal()
    monkeypatch.setattr(typed, "readline", Quiet(heard).answer)
    Game(Console(typed, heard), two_people()).play()
    parts = heard.getvalue().split(CLEAR)
    assert len(parts) > 2
    for part in parts[1:]:
        assert part.startswith(("NASA decides. Press Enter once", "Roscosmos decides. Press"))
    for part in parts[1:-1]:
        assert part.rstrip().endswith("Press Enter to clear what stands here.\n>")


def test_a_pipe_is_not_cleared() -> None:
    assert CLEAR not in talk(two_people(), "", "1", "0", "0", "")
