from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import ValidationError, convert
from msgspec.json import decode, encode

from game.errors import SaveError
from game.rules.decisions import Decision
from game.rules.messages import message
from game.saves.record import FORMAT, Record, Taken, from_text, to_text
from tests.saves.games import body_of, record, sealed, session
from tests.saves.oracle import judged

SAVED = record()
TEXT = to_text(SAVED)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=5,
)


def _places(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value inside a JSON value, itself included."""
    inner: list[tuple[Any, Any]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    return [here, *(place for key, item in inner for place in _places(item, (*here, key)))]


PLACES = _places(body_of(SAVED))
REASON = {"code": "why", "args": {"n": 1, "who": "esa", "line": {"code": "a", "args": {"b": 2}}}}
TAKEN = {"chair": "esa", "kind": "answer", "pick": "", "why": REASON, "after": "0" * 8,
         "terms": [{"clause": "alms", "amount": 1, "giver": "esa"}]}  # fmt: skip
SMALL_BODY = body_of(SAVED) | {
    "decisions": [TAKEN],
    "chain": ["0" * 64],
    "snapshot": {"turn": 1},
    "iron": "0a",
    "edited": True,
    "parent": {"save": "a", "turn": 2},
}
SMALL_PLACES = _places(SMALL_BODY)


def _replaced(value: Any, place: tuple[Any, ...], new: Any) -> Any:
    if not place:
        return new
    copy = dict(value) if isinstance(value, dict) else list(value)
    copy[place[0]] = _replaced(value[place[0]], place[1:], new)
    return copy


def test_a_record_survives_its_text() -> None:
    assert from_text(TEXT, "save") == SAVED


def test_a_person_can_read_it_one_decision_a_line() -> None:
    lines = [line for line in TEXT.splitlines() if '"kind": ' in line and '"pick": ' in line]
    assert len(lines) == len(SAVED.decisions)
    assert all(json.loads(line.rstrip(",")) for line in lines)


def test_a_decision_survives_its_saved_form() -> None:
    for decision in session().decisions:
        assert Taken.of(decision, "why").decision() == decision


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "can't be read"),
        ("{", "can't be read"),
        ("[]", "isn't a saved game"),
        ('{"format": 1}', "isn't a saved game"),
        ('{"name": "another program"}', "isn't a saved game"),
        ("\x00\x01", "can't be read"),
        ("[" * 100_000, "can't be read"),
        ('{"format": 1, "snapshot": {}, "format": 1}', "stands twice"),
        ('{"format": NaN, "snapshot": {}}', "no number"),
        ('{"format": true, "snapshot": {}}', "format is True"),
        ('{"format": 0, "snapshot": {}}', "format is 0"),
        ('{"format": "1", "snapshot": {}}', "format is '1'"),
        (f'{{"format": {"9" * 5000}, "snapshot": {{}}}}', "can't be read"),
        ('{"format": 1, "snapshot": {"a": "\\ud800"}, "seal": ""}', "seal"),
    ],
)
def test_what_is_no_save_is_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(SaveError) as refused:
        from_text(text, "here.json")
    assert "here.json" in str(refused.value)
    assert said in str(refused.value)


def test_a_newer_format_says_update() -> None:
    body = body_of(SAVED) | {"format": FORMAT + 1}
    with pytest.raises(SaveError, match=r"newer game.*Update"):
        from_text(sealed(body), "save")


def test_every_field_must_be_there_and_no_other() -> None:
    body = body_of(SAVED)
    for name in set(Record.__struct_fields__) - {
        "format",
        "snapshot",
        "opening",
        "iron",
        "edited",
        "parent",
        "met",
    }:
        with pytest.raises(SaveError, match="damaged"):
            from_text(sealed({k: v for k, v in body.items() if k != name}), "save")
    with pytest.raises(
        SaveError, match=r"save is damaged: the whole: object contains unknown field `surplus`"
    ):
        from_text(sealed({**body, "surplus": 1}), "save")


@given(st.integers(0, len(TEXT) - 1), st.characters(codec="utf-8"))
def test_a_changed_letter_is_noticed(place: int, letter: str) -> None:
    changed = TEXT[:place] + letter + TEXT[place + 1 :]
    try:
        found = from_text(changed, "save")
    except SaveError:
        return
    assert found == SAVED


@given(st.integers(0, len(TEXT) - 1))
def test_a_file_cut_short_is_noticed(length: int) -> None:
    if TEXT[length:].strip():
        with pytest.raises(SaveError):
            from_text(TEXT[:length], "save")


@given(st.sampled_from(PLACES), JSON)
def test_any_other_value_anywhere_is_a_record_or_a_save_error(
    place: tuple[Any, ...], value: Any
) -> None:
    changed = _replaced(body_of(SAVED), place, value)
    try:
        found = from_text(sealed(changed) if isinstance(changed, dict) else "1", "save")
    except SaveError as error:
        assert "save" in str(error)
    else:
        assert from_text(to_text(found), "save") == found


@given(st.sampled_from(SMALL_PLACES), JSON | st.floats(-9, 9))
def test_what_is_read_is_what_a_second_reader_would_read(
    place: tuple[Any, ...], value: Any
) -> None:
    body = _replaced(SMALL_BODY, place, value)
    expected = judged(json.dumps(body))
    try:
        found = asdict(convert(body, Record))
    except ValidationError:
        found = None
    assert found == expected


@given(st.binary(max_size=200))
def test_any_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(SaveError):
        from_text(data.decode("utf-8", "replace"), "save")


def test_a_reason_is_kept_as_data_and_one_in_words_as_it_was() -> None:
    line = message("term", clause="alms", amount=10)
    reason = message("why.sum", line=line, way="gives", amount=-4, total=-2, asked=0)
    for why in (reason, "For Kremlin{ (+4)|}.", ""):
        taken = Taken.of(Decision("nasa", "answer", "decline"), why)
        assert taken.reason() == why
        assert decode(encode(taken), type=Taken).reason() == why


def test_a_save_of_the_first_format_keeps_its_reasons_in_words() -> None:
    body = body_of(SAVED) | {"format": 1}
    for row in body["decisions"]:
        row["why"] = "The least of the evils on the desk."
    old = from_text(sealed(body), "old")
    assert {taken.reason() for taken in old.decisions} == {"The least of the evils on the desk."}


@pytest.mark.parametrize("why", ({"code": "x" * 300}, {"code": 3}, {"args": {}}, ["why"]))
def test_a_reason_that_is_none_is_refused(why: Any) -> None:
    body = body_of(SAVED)
    body["decisions"][0]["why"] = why
    with pytest.raises(SaveError, match="damaged"):
        from_text(sealed(body), "odd")
