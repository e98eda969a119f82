"""The cards of recent campaigns: kept beside the saves, a few, whatever the file has become."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import SaveError
from game.saves.met import DIRECTORY, FILE, LONGEST, MOST, RECENT, met_lately, remember


def put(directory: Path, text: str) -> None:
    (directory / DIRECTORY).mkdir(exist_ok=True)
    (directory / DIRECTORY / FILE).write_text(text, encoding="utf-8")


def test_what_a_campaign_has_shown_is_met(tmp_path: Path) -> None:
    assert met_lately(tmp_path) == ()
    remember(tmp_path, "one", ["b", "a"])
    remember(tmp_path, "one", ["b", "a", "c"])
    remember(tmp_path, "two", ["d"])
    assert met_lately(tmp_path) == ("a", "b", "c", "d")


def test_only_the_last_campaigns_count_and_few_of_their_cards_are_kept(tmp_path: Path) -> None:
    for n in range(RECENT + 2):
        remember(tmp_path, f"run {n}", [f"card_{n}"])
    assert met_lately(tmp_path) == tuple(f"card_{n}" for n in range(2, RECENT + 2))
    remember(tmp_path, "long", [f"card_{n:04}" for n in range(3 * MOST)])
    assert len(met_lately(tmp_path)) == MOST + RECENT - 1


def test_what_is_kept_already_is_not_written_again(tmp_path: Path) -> None:
    remember(tmp_path, "one", ["a"])
    (tmp_path / DIRECTORY / FILE).chmod(0o400)
    before = (tmp_path / DIRECTORY / FILE).stat()
    remember(tmp_path, "one", ["a"])
    assert (tmp_path / DIRECTORY / FILE).stat() == before


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "3", '{"campaigns": 3}', '{"campaigns": [3, {}, {"run": 1}]}',
     '{"campaigns": [{"run": "one", "cards": "abc"}]}', "[" * 100_000, "\0", '{"campaigns": null}'],
)  # fmt: skip
def test_a_damaged_file_counts_as_none_and_is_written_anew(tmp_path: Path, text: str) -> None:
    put(tmp_path, text)
    assert met_lately(tmp_path) == ()
    remember(tmp_path, "one", ["a"])
    assert met_lately(tmp_path) == ("a",)


def test_of_a_strange_file_only_ids_are_read(tmp_path: Path) -> None:
    cards = ["a", 3, None, "b" * (LONGEST + 1), ["c"]]
    put(tmp_path, json.dumps({"campaigns": [{"run": "one", "cards": cards}]}))
    assert met_lately(tmp_path) == ("a",)


def test_where_it_cant_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / DIRECTORY).write_text("in the way", encoding="utf-8")
    assert met_lately(tmp_path) == ()
    with pytest.raises(SaveError):
        remember(tmp_path, "one", ["a"])


@given(st.recursive(st.none() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(
    st.sampled_from(["campaigns", "run", "cards"]), x)))  # fmt: skip
def test_nothing_that_json_can_hold_stops_a_game(
    tmp_path_factory: pytest.TempPathFactory, found: object
) -> None:
    directory = tmp_path_factory.mktemp("met")
    put(directory, json.dumps(found))
    assert all(isinstance(card, str) for card in met_lately(directory))
