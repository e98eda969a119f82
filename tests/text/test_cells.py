"""Text in columns: nothing is wider than asked, nothing lost, nobody counts letters elsewhere."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import game
from game.text import cells

GAME = Path(game.__file__).parent
WIDE = "宇宙ステーション、協力する。"
MARKED = "e\u0301a\u0308"
LETTERS = st.sampled_from([*"ab-,. ", *WIDE, "e\u0301", "😀", "❤\ufe0f", "👩\u200d🚀"])
TEXTS = st.lists(LETTERS, max_size=60).map("".join)
ROOMS = st.integers(2, 40)
WORDS = st.lists(st.from_regex(r"[a-z]{1,6}(-[a-z]{1,3})?[.,]?", fullmatch=True), max_size=20)


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(TEXTS, ROOMS)
def test_no_line_is_wider_than_asked_and_no_text_is_lost(text: str, room: int) -> None:
    lines = cells.wrap(text, room)
    assert all(cells.width(line) <= room for line in lines)
    assert squeezed("".join(lines)) == squeezed(text)


@given(TEXTS, st.integers(8, 40))
def test_what_stands_before_the_lines_counts(text: str, room: int) -> None:
    lines = cells.wrap(text, room, first="* ", later="    ")
    assert all(cells.width(line) <= room for line in lines)
    assert squeezed("".join(lines)) == squeezed("* " + text if lines else "")


@given(TEXTS, ROOMS)
def test_whole_words_are_only_broken_beside_wide_letters(text: str, room: int) -> None:
    lines = cells.wrap(text, room, whole_words=True)
    assert squeezed("".join(lines)) == squeezed(text)
    for line in lines:
        assert cells.width(line) <= room or " " not in line.strip()


@given(WORDS, st.integers(12, 60))
def test_narrow_letters_wrap_as_ever(words: list[str], room: int) -> None:
    text = " ".join(words)
    assert cells.wrap(text, room) == textwrap.wrap(text, room)
    assert cells.wrap(text, room, later="  ") == textwrap.wrap(text, room, subsequent_indent="  ")


@given(TEXTS, st.integers(0, 40))
def test_a_fitted_text_has_its_width(text: str, room: int) -> None:
    assert cells.width(cells.fit(text, room)) == room
    assert cells.width(cells.cut(text, room)) <= room
    for padded in (cells.pad(text, room), cells.pad_left(text, room), cells.centre(text, room)):
        assert cells.width(padded) == max(room, cells.width(text))
        assert padded.strip() == text.strip()


@given(TEXTS, st.integers(0, 40))
def test_marks_stay_with_their_letter(text: str, room: int) -> None:
    head = cells.head(text, room)
    assert text.startswith(head)
    assert not text[len(head) :].startswith(("\u0301", "\ufe0f", "\u200d"))


@given(TEXTS, ROOMS, st.integers(1, 3))
def test_what_is_shortened_says_so(text: str, room: int, most: int) -> None:
    lines = cells.shortened(text, room + 4, most)
    assert len(lines) <= most
    assert all(cells.width(line) <= room + 4 for line in lines)
    if len(cells.wrap(text, room + 4)) > most:
        assert lines[-1].endswith("...")


def test_wide_letters_and_marks_are_measured() -> None:
    assert cells.width("日本") == 4
    assert cells.width(MARKED) == 2
    assert cells.wrap("宇宙。協力", 6) == ["宇宙。", "協力"]


LETTER_COUNTERS = re.compile(
    r"\btextwrap\b|\.[lr]just\(|\.center\(|\.expandtabs\(|\{[^{}]*:[^{}:]*[<^>][^{}]*\}"
)
PRINTING = ("tui", "plain", "report", "cli")


@pytest.mark.parametrize("part", PRINTING)
def test_nobody_else_counts_letters(part: str) -> None:
    for path in sorted((GAME / part).rglob("*.py")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            assert not LETTER_COUNTERS.search(line), f"{path}:{number}: use game.text.cells"


def test_text_is_wrapped_in_one_place() -> None:
    users = {
        path.relative_to(GAME).as_posix()
        for path in GAME.rglob("*.py")
        if re.search(r"\btextwrap\b", path.read_text(encoding="utf-8"))
    }
    assert users == {"text/cells.py"}
