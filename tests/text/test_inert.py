from __future__ import annotations

import io
import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.text.inert import Door, inert, one_line, steer

ANYTHING = st.text(st.characters(exclude_categories=()))  # halves of letters too
BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(ANYTHING)
def test_nothing_is_left_that_controls(text: str) -> None:
    for letter in inert(text):
        assert letter in "\n\t" or unicodedata.category(letter) not in ("Cc", "Cs", "Zl", "Zp")
        assert letter not in BIDI


@given(ANYTHING)
def test_json_says_the_same_afterwards(text: str) -> None:
    assert json.loads(inert(json.dumps([text], ensure_ascii=False))) == json.loads(
        json.dumps([text])
    )


def test_what_is_hidden_can_be_seen() -> None:
    assert inert("\x1b[2J\u202e\x9b") == "\\u001b[2J\\u202e\\u009b"
    assert inert("\U000e0041") == "\\udb40\\udc41"


@pytest.mark.parametrize("text", ["", "plain", "a\tb\n", "ünïcødé 日本 1\u202f000", "👩\u200d🚀"])
def test_what_is_only_foreign_stays(text: str) -> None:
    assert inert(text) == text


def test_one_line_is_one() -> None:
    assert one_line("a\nb\tc") == "a\\u000ab\\u0009c"


def test_the_door_lets_only_the_game_itself_steer() -> None:
    heard = io.StringIO()
    door = Door(heard)
    assert door.write("\x1b[2J") == 4
    steer(door, "\x1b[H")
    steer(heard, "\x1b[2J")
    assert heard.getvalue() == "\\u001b[2J\x1b[H\x1b[2J"
