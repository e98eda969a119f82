"""What belongs to a scenario: conditions that name another one keep a thing out."""

from __future__ import annotations

import pytest

from game.content.records import Content
from game.lab.belonging import belongs, endings
from game.lab.measures import possible_events
from game.rules.index import index_of
from tests.small_names import holds


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ('scenario == "leak"', False),
        ('scenario == "thaw" and aboard > 3', True),
        ('aboard > 3 and scenario != "thaw"', False),
        ('scenario == "leak" or aboard > 3', True),
        ('not (scenario == "leak")', True),
        ("aboard > 3", True),
    ],
)
def test_a_condition_that_names_another_scenario_keeps_it_out(text: str, held: bool) -> None:
    assert belongs(holds(text), "thaw") is held
    assert belongs(None, "thaw")


def test_the_campaign_lists_nothing_of_the_leak_and_of_1975(base: Content) -> None:
    campaign, leak = index_of(base, "cold_snap_2022"), index_of(base, "the_leak")
    assert "leak_a_year_aloft" in set(endings(leak)) - set(endings(campaign))
    assert "the_handshake" not in {*endings(leak), *endings(campaign)}
    assert "hatch_number_three" not in possible_events(campaign)
