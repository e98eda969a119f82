from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.plain.console import WIDEST, Console, Left
from game.plain.words import pick, plain
from tests.plain.talk import Terminal


def _console(typed: str = "") -> tuple[Console, io.StringIO]:
    heard = io.StringIO()
    return Console(io.StringIO(typed), heard), heard


@given(st.text())
def test_lines_are_short_and_steer_no_terminal(text: str) -> None:
    heard = Terminal()
    Console(io.StringIO(), heard).say(text)
    lines = heard.getvalue().split("\n")
    assert all(len(line) <= WIDEST for line in lines)
    assert all(letter.isprintable() for line in lines for letter in line)


@pytest.mark.parametrize(("columns", "longest"), [("40", 39), ("8", 20), ("300", WIDEST)])
def test_lines_are_as_wide_as_the_terminal(
    columns: str, longest: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    heard = Terminal()
    Console(io.StringIO(), heard).say("a word " * 60)
    assert max(map(len, heard.getvalue().splitlines())) in range(longest - 6, longest + 1)


def test_where_nobody_sees_lines_a_paragraph_is_one() -> None:
    console, heard = _console()
    console.say("a word " * 60)
    assert heard.getvalue().count("\n") == 1


def test_lines_of_one_paragraph_are_joined_and_paragraphs_kept() -> None:
    console, heard = _console()
    console.say("One\ntwo.\n\nThree.")
    assert heard.getvalue() == "One two.\nThree.\n"


def test_an_answer_comes_without_blanks_and_is_echoed_from_a_pipe() -> None:
    console, heard = _console("  yes \n")
    assert console.ask("Really?") == "yes"
    assert heard.getvalue() == "Really?\n>   yes\n"


def test_a_terminal_echoes_for_itself() -> None:
    console, heard = _console("yes\n")
    console.echoes = False
    console.ask("Really?")
    assert heard.getvalue() == "Really?\n> "


def test_the_end_of_input_is_leaving() -> None:
    console, _ = _console("\n")
    assert console.ask("First?") == ""
    with pytest.raises(Left):
        console.ask("Second?")


@pytest.mark.parametrize(
    ("answer", "place"),
    [
        ("1", 0), ("3", 2), ("0", None), ("4", None), ("99999999999999999999", None),
        ("pay half", 0), ("PAY THE REST!", 1), ("pay", None), ("wait", 2), ("", None), ("x", None),
    ],
)  # fmt: skip
def test_a_label_is_meant_by_number_or_first_words(answer: str, place: int | None) -> None:
    assert pick(answer, ("Pay half of it", "Pay the rest", "Wait")) == place


def test_a_whole_label_beats_a_longer_one_that_begins_like_it() -> None:
    assert pick("train", ("Train together", "Train")) == 1


def test_plain_words_have_neither_case_nor_signs() -> None:
    assert plain("Roscosmos' trust_in-YOU!") == "roscosmos trust in you"
