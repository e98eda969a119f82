"""How findings look and sort."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.findings import (
    WINDOW,
    Finding,
    Mark,
    as_json,
    as_text,
    errors,
    finding,
    in_order,
)
from game.text.near import did_you_mean

LINE = "  when: tenson > 60"
FOUND = finding("E031", Mark("a/b.yaml", 14, 9, LINE), 'unknown name "tenson"', "did you mean it?")


def test_a_finding_shows_its_place_with_a_caret() -> None:
    assert FOUND.render() == (
        'a/b.yaml:14:9 E031 unknown name "tenson"; did you mean it?\n'
        "      when: tenson > 60\n"
        "            ^"
    )


def test_without_a_line_there_is_no_caret() -> None:
    assert finding("E001", Mark("a.yaml", 1, 1), "gone").render() == "a.yaml:1:1 E001 gone"


def test_tabs_do_not_shift_the_caret() -> None:
    shown = finding("E011", Mark("a", 1, 3, "\t\tx"), "tab").render().split("\n")
    assert shown[1].index("x") == shown[2].index("^")


def test_nothing_in_a_file_reaches_the_terminal_raw() -> None:
    shown = finding("E005", Mark("a", 1, 4, "a: \x1b[31m\u202e"), "see \x07").render()
    assert shown == "a:1:4 E005 see ·\n    a: ·[31m·\n       ^"


@pytest.mark.parametrize("column", [1, 60, 200, 399, 400])
def test_a_long_line_is_cut_around_its_column(column: int) -> None:
    line = "".join(f"{n:>4}" for n in range(100))
    _, text, caret = finding("E030", Mark("a", 1, column, line), "x").render().split("\n")
    assert len(text) == WINDOW + 4
    assert text[caret.index("^")] == line[column - 1]


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=400), st.data())
def test_the_caret_stands_under_its_character(line: str, data: st.DataObject) -> None:
    column = data.draw(st.integers(1, len(line) + 1))
    shown = finding("E030", Mark("a", 1, column, line), "x").render().split("\n")
    if line.strip():
        _, text, caret = shown
        assert len(text) <= WINDOW + 4
        assert (text + " ")[caret.index("^")] == (line + " ")[column - 1]
    else:
        assert len(shown) == 1


def test_warnings_are_no_errors() -> None:
    doubt = finding("W101", Mark("a", 1, 1), "short")
    assert (doubt.severity, FOUND.severity) == ("warning", "error")
    assert errors([doubt, FOUND]) == [FOUND]


def test_order_is_by_place_and_repetitions_go() -> None:
    def at(file: str, line: int, column: int, code: str = "E030") -> Finding:
        return finding(code, Mark(file, line, column), "x")

    wanted = [at("a", 2, 1), at("a", 2, 1, "W101"), at("a", 2, 3), at("a", 10, 1), at("b", 1, 1)]
    assert in_order([*reversed(wanted), wanted[0]]) == wanted


def test_json_is_flat() -> None:
    (data,) = json.loads(as_json([FOUND]))
    assert data == {
        "code": "E031", "severity": "error", "file": "a/b.yaml", "line": 14, "column": 9,
        "message": 'unknown name "tenson"', "hint": "did you mean it?",
    }  # fmt: skip


def test_the_report_ends_with_a_count() -> None:
    doubt = finding("W101", Mark("a", 1, 1), "short")
    assert as_text([]) == "no errors, no warnings"
    assert as_text([FOUND, doubt, doubt]).endswith("\n1 error, 2 warnings")


def test_did_you_mean() -> None:
    assert did_you_mean("tenson", ["tension", "war"]) == 'did you mean "tension"?'
    assert did_you_mean("xyz", ["tension", "war"]) == ""


def test_a_mark_moves_along_its_line() -> None:
    assert Mark("a", 3, 4, "text").moved(2) == Mark("a", 3, 6, "text")
