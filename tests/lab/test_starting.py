"""Starting in a terminal: what is waited for, and what is said of it; no clock is read here."""

from __future__ import annotations

import os

import pytest

from game.errors import UsageError
from game.lab.starting import EMPTY, STARTS, Pace, Start, first_words, seen

NO_TERMINALS = pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")


def test_what_steers_a_terminal_is_no_word() -> None:
    sent = b"\x1b[?1049h\x1b[1;31mNew \x1b]0;title\x07game\x1b[0m\x1bP+q54\x1b\\\x1b7!"
    assert seen(sent) == "New game!"


@NO_TERMINALS
def test_a_start_ends_with_its_words() -> None:
    start = Start("short", ("-c", "print('here it is')"), "it is")
    assert first_words(start, os.environ) > 0


@NO_TERMINALS
def test_words_that_never_come_are_told() -> None:
    start = Start("mute", ("-c", "print('something else')"), "it is")
    with pytest.raises(UsageError, match=r"mute never said 'it is'.*something else"):
        first_words(start, os.environ)


@pytest.mark.parametrize(("ratio", "holds"), [(1.5, True), (1.6, True), (1.7, False)])
def test_a_line_says_whether_it_is_quick_enough(ratio: float, holds: bool) -> None:
    pace = Pace(STARTS[0], 0.32, 0.2, ratio)
    assert pace.holds is holds
    assert ("too slow" in pace.line()) is not holds
    assert "320 ms" in pace.line()


def test_each_start_has_a_bound() -> None:
    assert {start.name: start.most for start in STARTS} == {
        "handshake": 1.6,
        "continue": 2.0,
        "plain": 0.6,
    }
    assert EMPTY.most == 0
