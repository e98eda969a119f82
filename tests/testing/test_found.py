"""A counterexample is told in a dozen lines, opened as a save, and played again as a text."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis.stateful import run_state_machine_as_test

from game.content.records import Content
from game.errors import IllegalDecision, UsageError
from game.rules.decisions import Decision
from game.rules.setup import Setup
from game.rules.state import State, Term
from game.saves.store import Store
from game.session import Session
from game.session.keeping import go_on
from game.testing import found, promises
from game.testing.found import Broken
from game.testing.playing import Game, Moment
from game.testing.promises import keep
from game.testing.script import decision_of, line_of, played, script_of
from game.testing.seated import hold
from game.testing.stateful import machine
from game.testing.strategies import games
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import opening, until

HEAD = "# scenario: campaign\n# chair: nasa\n# seed: 1\n# level: cold\n# hazards: dated"
QUICK = settings(max_examples=60, report_multiple_bugs=False, deadline=None, database=None)


def late(content: Content, moment: Moment) -> None:
    assert moment.step.state.turn <= 2, "expected it to end by the second turn"


@pytest.fixture(scope="module")
def caught() -> Broken:
    """Return what Hypothesis comes to for a promise that isn't kept."""

    @QUICK
    @given(games(CONTENT, CAMPAIGN))
    def holds(game: Game) -> None:
        keep(CONTENT, game, {"late": late})

    with pytest.raises(Broken) as raised:
        holds()
    return raised.value


@pytest.fixture
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the directory into which counterexamples are written."""
    monkeypatch.setenv(found.VARIABLE, str(tmp_path / "found"))
    return tmp_path / "found"


@pytest.fixture
def broken(caught: Broken, apart: Path) -> Broken:
    """Return the same, not told yet."""
    return Broken(replace(caught.example, where=apart))


def test_it_is_told_in_a_dozen_lines_with_the_first_bad_decision_last(broken: Broken) -> None:
    lines = str(broken).splitlines()
    assert len(lines) <= 13
    assert lines[0] == "late is broken: expected it to end by the second turn"
    assert "scenario='campaign'" in lines[1] and lines[2].startswith("as play(content, ")
    bad = [line for line in lines if line.startswith("-> ")]
    assert len(bad) == 1 and bad[0].startswith("-> turn ")
    assert lines[-2].startswith("open it:   handshake continue ")
    assert lines[-1].startswith("replay it: python -m game.testing replay ")


def test_its_save_opens_at_that_moment(broken: Broken, apart: Path) -> None:
    str(broken)
    (save,) = apart.glob("*.json")
    session = go_on(CONTENT, Store(apart), save.name.removesuffix(".json")).session
    assert session.state == broken.example.session.state and not session.notices
    session.submit(broken.example.decisions[-1])
    assert session.state.turn > 2


def test_its_script_plays_to_it_again(broken: Broken, apart: Path) -> None:
    str(broken)
    (path,) = apart.glob("*.txt")
    script = script_of(path.read_text(encoding="utf-8"))
    assert script == broken.example.script
    again = played(CONTENT, script)
    with pytest.raises(Broken, match="late is broken"):
        keep(CONTENT, again, {"late": late})
    keep(CONTENT, again, {"sound": promises.sound})


def test_nothing_is_written_until_it_is_told(broken: Broken, apart: Path) -> None:
    assert not apart.exists()
    assert str(broken) == str(broken)
    assert len(list(apart.iterdir())) == 2


def test_where_it_cant_be_written_it_is_told_all_the_same(broken: Broken, apart: Path) -> None:
    apart.write_text("a file", encoding="utf-8")
    assert "It can't be written" in str(broken)


def test_what_the_machine_finds_is_a_game_too(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def deep(content: Content, state: State) -> tuple[str, ...]:
        return ("it is late",) if state.turn > 2 else ()

    monkeypatch.setattr("game.testing.stateful.violations", deep)
    quick = settings(QUICK, stateful_step_count=20, phases=(Phase.generate,))
    with pytest.raises(Broken, match="expected a sound state: it is late"):
        run_state_machine_as_test(machine(CONTENT), settings=quick)
    (path,) = apart.glob("*.txt")
    game = played(CONTENT, script_of(path.read_text(encoding="utf-8")))
    assert game.last.turn > 2 and game.moments[-1].before.turn <= 2
    assert len(list(apart.glob("*.json"))) == 1


def _undone_wrongly(monkeypatch: pytest.MonkeyPatch) -> None:
    def undo(self: Session, chair: str = "") -> bool:
        return bool(self.decisions) and self.state.turn > 1  # and nothing is taken back

    monkeypatch.setattr(Session, "undo", undo)


def _taken_though_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Session.submit

    def submit(self: Session, decision: Decision, *reason: Any) -> None:
        with suppress(IllegalDecision):
            whole(self, decision, *reason)

    monkeypatch.setattr(Session, "submit", submit)


def _loaded_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.testing.seated.encode_state", lambda state: "another")


@pytest.mark.parametrize(
    ("promise", "fault"),
    (
        ("take_back", _undone_wrongly),
        ("refuse", _taken_though_wrong),
        ("load", _loaded_otherwise),
    ),
)
def test_what_a_session_breaks_is_held_anew_by_its_name(
    promise: str,
    fault: Callable[[pytest.MonkeyPatch], None],
    apart: Path,
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        fault(patch)
        quick = settings(QUICK, stateful_step_count=20, phases=(Phase.generate,))
        with pytest.raises(Broken, match=f"{promise} is broken"):
            run_state_machine_as_test(machine(CONTENT), settings=quick)
        (path,) = apart.glob("*.txt")
        script = script_of(path.read_text(encoding="utf-8"))
        with pytest.raises(Broken, match=f"{promise} is broken"):
            hold(CONTENT, script)
    hold(CONTENT, script)


# --- scripts


@given(games(CONTENT, CAMPAIGN))
def test_every_decision_comes_back_from_its_line(game: Game) -> None:
    for moment in game.moments:
        assert decision_of(line_of(moment.before, moment.decision)) == moment.decision


def test_a_paper_of_three_comes_back_from_its_line() -> None:
    terms = (Term("seat_swap", 3, "esa", "nasa"), Term("alms", -1, "nasa"))
    paper = Decision("esa", "table", "convene", "nasa+roscosmos", terms)
    assert decision_of(line_of(until(opening(), "table"), paper)) == paper


@pytest.mark.parametrize(
    ("text", "said"),
    (
        ("", "begins with its set-up"),
        (HEAD.replace("1", "one"), "look at seed"),
        ("{head}\nnasa dance", "is no decision of a script"),
        ("{head}\nnasa feast [x] dance", "is no decision of a script"),
        ("{head}\nnasa table offer > esa + nasa alms", "is no term of a script"),
    ),
)
def test_what_is_no_script_is_told(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        script_of(text.replace("{head}", HEAD))


def test_a_script_that_cant_be_played_on_says_where() -> None:
    script = replace(script_of(HEAD), decisions=(Decision("nasa", "table", "end"),))
    assert script.setup == Setup(CAMPAIGN, "nasa", 1, "cold")
    with pytest.raises(IllegalDecision):
        played(CONTENT, script)
