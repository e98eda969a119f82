"""Keys in a terminal: what is typed and what is said of it; no clock is judged here."""

from __future__ import annotations

import os

import pytest

from game.lab.keying import PAGES, TYPINGS, Took, Window


@pytest.mark.parametrize(("ratio", "slow"), [(1.9, False), (2.0, False), (2.1, True)])
def test_a_line_says_whether_a_key_is_quick_enough(ratio: float, slow: bool) -> None:
    told = Took(TYPINGS[0], 0.02, 0.01, ratio, 3.0).line()
    assert ("too slow" in told) is slow
    assert "20 ms" in told and f"ratio {ratio:.2f} of 2.0   processor 3.0" in told


def test_each_page_is_opened_and_closed() -> None:
    assert {typing.name for typing in TYPINGS} == {
        "pointing",
        *(f"{does} {page}" for does in ("open", "close") for page in PAGES),
    }


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="no pseudo-terminals here")
def test_a_key_is_waited_for_until_the_screen_stands_still() -> None:
    echo = "import sys\nprint('ready', flush=True)\nfor line in sys.stdin: print('heard', line)"
    window = Window(("-c", echo), os.environ)
    try:
        window.until("ready")
        assert window.press(b"a\n") > 0
    finally:
        window.close()
