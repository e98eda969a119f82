"""The YAML subset: what it reads, what it refuses, and that nothing ever escapes it."""

from __future__ import annotations

import os
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.nodes import Mapping, Scalar, Sequence, TextFile, plain
from game.content.reader import MAX_BYTES, MAX_FINDINGS, Parsed, read_file, read_text, resolve


def value_of(text: str) -> Any:
    parsed = read_text(text, "a.yaml")
    assert parsed.findings == ()
    return plain(parsed.root)


def codes(parsed: Parsed) -> list[str]:
    return [found.code for found in parsed.findings]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("0", 0),
        ("-12", -12),
        ("1000000000", 10**9),
        ("no", "no"),
        ("on", "on"),
        ("Yes", "Yes"),
        ("True", "True"),
        ("1:30", "1:30"),
        ("012", "012"),
        ("0x1f", "0x1f"),
        ("1.5", "1.5"),
        ("+3", "+3"),
        ("1_000", "1_000"),
        ("2022-12", "2022-12"),
        ("2022-12-14", "2022-12-14"),
        ("'5'", "5"),
        ('"true"', "true"),
        ('"a\\nb"', "a\nb"),
    ],
)
def test_scalars_stay_what_they_look_like(text: str, value: object) -> None:
    found = value_of(f"- {text}")[0]
    assert found == value
    assert type(found) is type(value)


def test_an_empty_value_is_null() -> None:
    assert value_of("a:\nb: 1") == {"a": None, "b": 1}


def test_block_scalars_are_text() -> None:
    assert value_of("a: |\n  1\n  b\nc: >\n  x\n  y\n") == {"a": "1\nb\n", "c": "x y\n"}


def test_keys_are_text_whatever_they_look_like() -> None:
    assert value_of("1: a\ntrue: b\n'no': c") == {"1": "a", "true": "b", "no": "c"}


def test_flow_and_block_collections() -> None:
    assert value_of("a: {b: [1, {c: 2}]}\nd:\n- e\n- - f") == {
        "a": {"b": [1, {"c": 2}]},
        "d": ["e", ["f"]],
    }


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "\ufeff"])
def test_an_empty_file_holds_nothing(text: str) -> None:
    assert value_of(text) is None


def test_a_byte_order_mark_and_windows_line_ends_are_passed_over() -> None:
    assert value_of("\ufeffa: 1\r\nb: |\r\n  c\r\n") == {"a": 1, "b": "c\n"}


def test_marks_count_from_one() -> None:
    root = read_text("a: 1\nbc:\n  - x\n  - {d: e}\n", "dir/a.yaml").root
    assert isinstance(root, Mapping)
    items = root.values["bc"]
    assert isinstance(items, Sequence)
    inner = items.items[1]
    assert isinstance(inner, Mapping)
    marks = [root.mark, root.keys["bc"].mark, items.mark, inner.mark, inner.values["d"].mark]
    assert [str(mark) for mark in marks] == [
        "dir/a.yaml:1:1", "dir/a.yaml:2:1", "dir/a.yaml:3:3", "dir/a.yaml:4:5", "dir/a.yaml:4:9",
    ]  # fmt: skip
    assert marks[3].text_line == "  - {d: e}"


@pytest.mark.parametrize(
    ("text", "offset", "line", "column"),
    [
        ("a: tension > 3", 8, 1, 12),
        ("a: 'tension > 3'", 8, 1, 13),
        ('a: "tension > 3"', 8, 1, 13),
        ("a: 'it''s > 3'", 5, 1, 11),
        ('a: "i \\"> 3"', 3, 1, 9),
        ('a: "it\\x41 > 3"', 4, 1, 4),
        ("a: |\n  tension > 3", 8, 2, 11),
        ("a: |\n  tension > 3", 7, 2, 9),
        ("a: |2 # so\n\n    tension\n\n  > 3\nb: 1", 13, 5, 3),
        ("a: >-\n  tension\n  > 3\nb: 1", 8, 3, 3),
        ("a: tension\n  > 3", 8, 2, 3),
        ("a: 'tension\n  > 3'", 8, 2, 3),
        ("a: ''", 0, 1, 5),
    ],
)
def test_a_place_inside_a_text(text: str, offset: int, line: int, column: int) -> None:
    root = read_text(text, "a.yaml").root
    assert isinstance(root, Mapping)
    scalar = root.values["a"]
    assert isinstance(scalar, Scalar)
    mark = scalar.mark_inside(offset)
    assert (mark.line, mark.column) == (line, column)


def test_a_mark_past_the_end_has_an_empty_line() -> None:
    assert TextFile("a", "x").mark(5, 0).text_line == ""


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: &x 1", "E006", 1, 4),
        ("a: *x", "E006", 1, 4),
        ("- &x [1]", "E006", 1, 3),
        ("a: !!int 1", "E007", 1, 4),
        ("a: ! b", "E007", 1, 4),
        ("%YAML 1.1\n---\na: 1", "E007", 1, 1),
        ("a: 1\nb: 2\na: 3", "E008", 3, 1),
        ("x: " + "[" * 30 + "]" * 30, "E009", 1, 27),
        ("a: 1\n---\nb: 1", "E010", 2, 1),
        ("a:\n\tb: 1", "E011", 2, 1),
        ("<<: {a: 1}", "E012", 1, 1),
        ("? [a]\n: b", "E012", 1, 3),
        ("'': b", "E012", 1, 1),
        ("a: 1000000001", "E013", 1, 4),
        ("a: -99999999999999999999", "E013", 1, 4),
        ('a: "\\e[31m"', "E005", 1, 4),
        ("a: b\x07", "E005", 1, 5),
        ("a: b\u2028c", "E005", 1, 5),
        ("a: \u202eb", "E005", 1, 4),
        ("x: 1\na: \ud800", "E005", 2, 4),
        ("a: [1, 2", "E004", 2, 1),
        ("a: b: c", "E004", 1, 5),
        ("'a", "E004", 1, 3),
    ],
)
def test_what_is_refused(text: str, code: str, line: int, column: int) -> None:
    (found,) = read_text(text, "a.yaml").findings
    assert (found.code, found.mark.line, found.mark.column) == (code, line, column)


def test_a_file_is_read_on_after_small_things() -> None:
    parsed = read_text("- &x a\n- !t b\n- *x\n- {c: 1, c: 2}\n", "a.yaml")
    assert codes(parsed) == ["E007", "E008", "E006"]
    assert plain(parsed.root) == ["a", "b", None, {"c": 1}]
    assert parsed.whole


def test_a_syntax_error_keeps_what_was_read() -> None:
    parsed = read_text("- a\n- b\n- [c\n", "a.yaml")
    assert plain(parsed.root) == ["a", "b", ["c"]]
    assert not parsed.whole


def test_a_syntax_error_says_the_way_out() -> None:
    (found,) = read_text("a: one worry: a Monday", "a.yaml").findings
    assert found.hint == 'a text with ": " in it needs quotes'
    (found,) = read_text("- a: one\n   b: two\n", "a.yaml").findings
    assert (found.mark.line, found.mark.column) == (2, 4)
    assert found.hint == "look at the indentation"


def test_reading_stops_at_too_many_findings() -> None:
    parsed = read_text("- !x a\n" * 500, "a.yaml")
    assert len(parsed.findings) == MAX_FINDINGS
    assert not parsed.whole


def test_an_alias_bomb_is_one_mistake() -> None:
    bomb = "- &a [x, x]\n" + "".join(
        f"- &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in pairwise("abcdefgh")
    )
    parsed = read_text(bomb, "a.yaml")
    (found,) = parsed.findings
    assert (found.code, found.mark.line, found.mark.column) == ("E006", 1, 3)
    assert found.message == 'anchor "&a" is not allowed, nor are 70 more in this file'
    assert parsed.whole


def test_long_plain_numbers_are_text_only_with_something_else_in_them() -> None:
    assert resolve("12345678901x") == "12345678901x"
    assert resolve("x") == "x"


def test_files(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    assert codes(read_file(file, "a")) == ["E001"]
    file.write_bytes(b"a: \xff")
    assert codes(read_file(file, "a")) == ["E002"]
    file.write_bytes(b"x" * (MAX_BYTES + 1))
    assert codes(read_file(file, "a")) == ["E003"]
    file.write_text("a: é", encoding="utf-8")
    assert plain(read_file(file, "a").root) == {"a": "é"}
    assert codes(read_file(tmp_path, "a")) == ["E001"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(path: Path, flags: int) -> int:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.yaml").write_text("a: 1")
    monkeypatch.setattr(os, "open", forbidden)
    (found,) = read_file(tmp_path / "a.yaml", "a").findings
    assert (found.code, found.message) == ("E001", "can't be read: Permission denied")


@pytest.mark.parametrize(
    "text",
    ["[" * 1_000_000, "{a: " * 300_000, "? " * 500_000, "- " * 500_000, "a" * 1_000_000 + ": b",
     "&a " * 300_000, "'" + "\n" * 500_000, "[" + "a, " * 100_000 + "]", "x" * (MAX_BYTES + 1)],
    ids=lambda text: text[:6],
)  # fmt: skip
def test_hostile_files_are_read_or_refused_in_time(text: str) -> None:
    before = time.process_time()
    read_text(text, "a.yaml")
    assert time.process_time() - before < 3


PIECES = st.sampled_from(
    ["- ", "a: ", "b", "{", "}", "[", "]", ",", ":", "?", "&x ", "*x", "!t ", "|\n", ">\n", "'",
     '"', "\n", "  ", "\t", "#", "---", "...", "%", "<<: ", "1", "~", "\\", "@", "\x00", "é"]
)  # fmt: skip


@settings(max_examples=300, deadline=2000)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_gives_nodes_or_findings(text: str) -> None:
    parsed = read_text(text, "a.yaml")
    assert parsed.whole or parsed.findings
    for found in parsed.findings:
        assert found.render().startswith("a.yaml:")
    plain(parsed.root)


@settings(max_examples=100, deadline=2000)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_the_python_loader_reads_the_same(text: str) -> None:
    fast = read_text(text, "a.yaml")
    slow = read_text(text, "a.yaml", yaml.SafeLoader)
    if not fast.findings and not slow.findings:
        assert plain(fast.root) == plain(slow.root)


VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(-(10**9), 10**9), st.text("ab1: -\n'é", max_size=9)
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text("abc", min_size=1), inner, max_size=4)
    ),
    max_leaves=20,
)


@settings(max_examples=100, deadline=2000)
@given(VALUES, st.booleans())
def test_what_yaml_writes_is_read_back(value: object, flow: bool) -> None:
    class Quoted(yaml.SafeDumper):
        def ignore_aliases(self, data: object) -> bool:
            return True

    def quoted(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')

    Quoted.add_representer(str, quoted)
    text = yaml.dump([value], Dumper=Quoted, default_flow_style=flow, allow_unicode=True)
    assert value_of(text) == [value]
