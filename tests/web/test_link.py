"""What a link asks for is begun, or said to be unknown with what there is."""

from __future__ import annotations

import pytest

from game.content.records import Content
from game.errors import UsageError
from game.rules.setup import Setup
from game.web.page.link import MOST_SEED, asked


def test_a_link_names_scenario_chair_level_and_seed(base: Content) -> None:
    given = {"scenario": "the_leak", "as": "esa", "seed": "7", "level": "cold"}
    assert asked(given, base) == Setup("the_leak", "esa", 7, "cold")


def test_what_a_link_leaves_out_is_usual(base: Content) -> None:
    made = asked({"scenario": "handshake_1975"}, base)
    assert made is not None
    assert made.chair == base.scenarios["handshake_1975"].chairs[0]
    assert 0 <= made.seed < MOST_SEED
    assert asked({}, base) is None and asked({"utm": "x"}, base) is None


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"scenario": "nowhere"}, "the_leak"),
        ({"as": "mars"}, "roscosmos"),
        ({"level": "easy"}, "liaison"),
        ({"seed": "-1"}, "whole number"),
        ({"seed": "1" * 99}, "whole number"),
        ({"seed": "٣"}, "whole number"),
    ],
)
def test_what_is_unknown_is_told_with_what_there_is(
    base: Content, given: dict[str, str], told: str
) -> None:
    with pytest.raises(UsageError, match=told):
        asked(given, base)
