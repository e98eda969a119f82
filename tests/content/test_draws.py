"""Weights that never win a draw, each beside one that may."""

from __future__ import annotations

import pytest

from tests.content.conftest import DESK, HEADLINE, Check
from tests.content.test_mistakes import SCENARIO

THREAD = HEADLINE.replace("counterfactual", "record\n  sources: [T-001]\n  thread: war")
LEFT = SCENARIO.replace("figures: {}", "figures: {}\n  broken: [war]")


@pytest.mark.parametrize(
    ("objects", "why"),
    [
        (HEADLINE + SCENARIO, ""),
        (HEADLINE.replace("weight: 1", "date: 2022-05") + SCENARIO, ""),
        (HEADLINE.replace("weight: 1", "weight: 1\n  date: 2022-05") + SCENARIO, "with a `date:`"),
        (DESK + SCENARIO, ""),
        (DESK.replace("nasa:", "roscosmos:"), ""),
        (DESK.replace("nasa:", "roscosmos:") + SCENARIO, "no scenario has a chair for roscosmos"),
        (THREAD + SCENARIO, ""),
        (THREAD + LEFT, "every scenario has left the thread war"),
        (THREAD + LEFT + SCENARIO.replace("cold", "colder"), ""),
        (THREAD.replace("weight: 1", "weight: 1\n  always: true") + LEFT, ""),
        (THREAD.replace("record", "counterfactual") + LEFT, ""),
    ],
)
def test_a_weight_that_never_wins(check: Check, objects: str, why: str) -> None:
    found = [one.message for one in check(objects) if one.code == "W125"]
    assert len(found) == bool(why)
    assert all(why in one for one in found)
