"""How things are drawn: nothing is wider than it may be, nothing is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.tui import ink
from game.tui.widgets.choices import Row, drawn

WORDS = st.lists(st.text("abcdef", min_size=1, max_size=9), min_size=1, max_size=12).map(" ".join)
WIDTHS = st.integers(24, 90)


@given(share=st.floats(-1, 2), width=st.integers(0, 60))
def test_a_bar_has_its_width(share: float, width: int) -> None:
    assert len(ink.bar(share, width)) == width


def test_a_bar_is_full_empty_and_half() -> None:
    assert (ink.bar(0, 4), ink.bar(0.5, 4), ink.bar(1, 4)) == ("····", "━━··", "━━━━")


@given(left=WORDS, right=st.text("0123456789", max_size=8), width=WIDTHS)
def test_a_pair_keeps_both_ends_within_its_width(left: str, right: str, width: int) -> None:
    text = ink.pair(left, right, width).plain
    assert all(len(line) <= width for line in text.split("\n"))
    assert text.endswith(right)
    assert text.removesuffix(right).split() == left.split()


@given(text=WORDS, width=WIDTHS)
def test_a_bullet_hangs(text: str, width: int) -> None:
    lines = ink.bullet(text, width).plain.split("\n")
    assert lines[0].startswith("- ")
    assert all(line.startswith("  ") for line in lines[1:])
    assert all(len(line) <= width for line in lines)


def test_prose_flows_and_paragraphs_stay() -> None:
    assert ink.flow("one\ntwo\n\nthree\n") == "one two\n\nthree"


def test_texts_stand_beside_each_other() -> None:
    left, right = ink.lines(["a", "b"]), ink.lines(["x"])
    assert ink.beside(left, right, 3, 1).plain == "a   x\nb   "


@given(
    text=WORDS, note=WORDS.map(lambda w: w[:20]), lock=st.one_of(st.just(""), WORDS), width=WIDTHS
)
def test_a_row_loses_no_word_and_keeps_its_width(
    text: str, note: str, lock: str, width: int
) -> None:
    lines = drawn(Row(text, note=note, lock=lock, number="3"), width)
    assert all(line.cell_length <= width - 2 for line in lines)
    words = " ".join(line.plain for line in lines).split()
    assert words[0] == "3"
    locked = ["locked:", *lock.split()] if lock else []
    assert sorted(words[1:]) == sorted([*text.split(), *note.split(), *locked])


def test_a_path_is_broken_at_its_separators() -> None:
    path = "/home/somebody/.config/orbital-handshake/settings.json"
    rows = ink.path(path, 30).split("\n")
    assert "".join(rows) == path
    assert all(len(row) <= 30 and row.endswith("/") for row in rows[:-1])
    assert rows[-1].endswith("settings.json")
    assert ink.path(path, 80) == path
    assert ink.path("C:\\games\\settings.json", 12).split("\n")[0] == "C:\\games\\"
