"""The suite that players, packs and rules must pass, as a class of tests and as a command."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random
from unittest import TestResult as Outcome

import pytest

from game.content.records import Content
from game.errors import UsageError
from game.players import Move, Player, RandomPlayer
from game.rules.decisions import Decision, Option
from game.rules.setup import Setup
from game.rules.state import State
from game.testing.__main__ import main
from game.testing.conformance import checks, conform, listed, suite
from game.testing.found import Broken
from game.testing.playing import Moment, play
from game.testing.promises import PROMISES, keep
from game.testing.reach import Reach, shortfalls
from tests.small import BRIEF, CAMPAIGN, CONTENT

SETUP = Setup(CAMPAIGN, "nasa", 1)
TestSmallWorld = suite(CONTENT, games=2)


class Wild(RandomPlayer):
    name, about = "wild", "does what may not be done"

    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        return Move(Decision(seen.queue[0].chair, "table", "dance"))


def no(content: Content, moment: Moment) -> None:
    raise AssertionError("never")


def outcome(players: Sequence[type[Player]], expected: Path | str = "") -> Outcome:
    """Return how the suite of some players comes out."""
    found = suite(CONTENT, players, expected, games=1)
    result = Outcome()
    found("test_player_wild").run(result)
    return result


def test_there_is_a_check_for_each_promise_scenario_and_player() -> None:
    names = set(checks(CONTENT, [Wild]))
    assert {f"rules/{one}/{name}" for one in (BRIEF, CAMPAIGN) for name in PROMISES} <= names
    assert {"saves/brief", "saves/campaign", "player/wild"} <= names


def test_what_fails_fails_unless_it_is_expected_to(tmp_path: Path) -> None:
    assert "is illegal" in outcome([Wild]).failures[0][1]
    known = tmp_path / "expected.txt"
    known.write_text("# players\nplayer/wild: dances\n", encoding="utf-8")
    assert outcome([Wild], known).wasSuccessful()


def test_what_is_expected_to_fail_and_holds_is_told() -> None:
    verdicts = list(conform({"one": lambda: None}, ["one"]))
    assert not verdicts[0].held and "take it off the list" in verdicts[0].line()
    (fails,) = conform(
        {"one": lambda: keep(CONTENT, play(CONTENT, SETUP, b"aaaa"), {"no": no})}, []
    )
    assert not fails.held and isinstance(fails.error, Broken)


def test_a_list_that_names_no_check_or_cant_be_read_is_told(tmp_path: Path) -> None:
    known = tmp_path / "expected.txt"
    known.write_text("player/wilt\n", encoding="utf-8")
    with pytest.raises(UsageError, match='did you mean "player/wild"'):
        suite(CONTENT, [Wild], known)
    with pytest.raises(UsageError, match="can't be read"):
        listed(tmp_path / "nothing.txt")


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Return the status of a command over the small world."""
    monkeypatch.setattr("game.testing.__main__.load_content", lambda packs: CONTENT)
    monkeypatch.setattr("sys.argv", ["game.testing", *arguments])
    return main()


def test_the_command_says_which_hold(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    here = "tests.testing.test_conformance"
    assert run(monkeypatch, "conform", "--games", "1", "--player", f"{here}:Wild") == 1
    told = capsys.readouterr().out
    assert "rules/campaign/sound: holds" in told and "player/wild: FAILS" in told
    assert "1 not as expected" in told
    assert run(monkeypatch, "conform", "--player", f"{here}:Nobody") == 2
    assert "There is no player" in capsys.readouterr().err
    assert run(monkeypatch, "conform", "--player", f"{here}:CONTENT") == 2
    assert "has to extend game.Player" in capsys.readouterr().err


def test_the_command_tells_how_far_games_reach(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    status = run(monkeypatch, "reach", "--games", "3", "--states", "60", "--scenario", CAMPAIGN)
    told = capsys.readouterr().out
    assert status == int("Not reached: less than 2%" in told)
    assert "In 3 mixed games:" in told and "In 60 drawn states:" in told
    assert "turn       8 of 8     100.0%" in told and "never: " in told
    assert run(monkeypatch, "reach", "--scenario", "campain") == 2
    assert 'did you mean "campaign"' in capsys.readouterr().err


def test_what_two_hundred_games_should_have_come_to_is_told() -> None:
    wanted = {"turn": ["campaign 1"], "event": ["letter", "reply"]}
    reached = Reach()
    assert shortfalls(reached, wanted, 199) == []
    assert shortfalls(reached, wanted, 200) == ["turns: campaign 1", "less than 85% of events"]
    reached.counts["turn"]["campaign 1"] = reached.counts["event"]["letter"] = 1
    assert shortfalls(reached, wanted, 1000) == ["less than 95% of events"]
    reached.counts["event"]["reply"] = 1
    assert shortfalls(reached, wanted, 1000) == []


def test_the_command_replays_a_script(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    head = "# scenario: brief\n# chair: nasa\n# seed: 1\n# level: cold\n# hazards: dated\n"
    script = tmp_path / "found.txt"
    script.write_text(head, encoding="utf-8")
    assert run(monkeypatch, "replay", str(script)) == 0
    assert capsys.readouterr().out == f"{script}: holds\n"
    assert run(monkeypatch, "replay", str(tmp_path / "none.txt")) == 2
    assert "none.txt can't be read" in capsys.readouterr().err
