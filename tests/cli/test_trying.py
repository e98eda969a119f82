"""`handshake try` as it is typed; what it does is tested in `tests/workshop` and `tests/tui`."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_a_card_is_tried_line_by_line_and_nothing_is_kept(run: Run) -> None:
    ran = run("try", "letter", "--turn", "2", "--set", "tension=44", "--plain", typed="1\nquit\n")
    assert ran.status == 0
    assert "A card: A letter." in ran.out
    assert "Tension 44" in ran.out
    assert "Nothing of this game is kept." in ran.out
    assert run("list", "saves").out == "There are no saves yet.\n"


def test_the_screen_needs_a_terminal(run: Run) -> None:
    ran = run("try", "letter")
    assert ran.status == 2
    assert "handshake plain" in ran.err


def test_what_isnt_there_is_told(run: Run) -> None:
    assert 'did you mean "letter"' in run("try", "lettre", "--plain").err
    assert "write it as tension=70" in run("try", "letter", "--plain", "--set", "tension").err
