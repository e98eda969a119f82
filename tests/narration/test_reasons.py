"""What an office is after, told as its city's own reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.narration.reasons import act_told
from game.rules.messages import message
from game.rules.table.openness import OPEN, ROUGH
from tests.small import CONTENT

CITIES = {"nasa": "Washington", "roscosmos": "Moscow", "esa": "Paris"}
PARTNERS = {id_: replace(CONTENT.partners[id_], city=city) for id_, city in CITIES.items()}
TOLD = replace(CONTENT, partners={**CONTENT.partners, **PARTNERS})


@pytest.mark.parametrize(
    ("path", "amount", "aim"),
    [
        ("nasa.treasury", 5, "needs the money (+5 M)"),
        ("nasa.treasury", -5, "wants Treasury down (-5 M)"),
        ("esa.treasury", 5, "wants ESA: Treasury up (+5 M)"),
        ("tension", -2, "wants calmer talk between the capitals (-2)"),
        ("gyroscopes", -1, "wants Gyroscopes down (-1)"),
        ("nasa.faction.hawks", 3, "wants Hawks on its side (+3)"),
        ("option.us_reboost", 4, "wants to be further with US reboost (+4)"),
        ("esa.trust.nasa", 2, "wants Paris to trust it more (+2)"),
        ("esa.trust.roscosmos", 2, "wants Paris to trust Moscow more (+2)"),
    ],
)
def test_what_a_figure_moves_for_is_told_as_an_aim(path: str, amount: int, aim: str) -> None:
    reason = message("why.gain", path=path, amount=amount, kept=False)
    assert act_told(TOLD, reason, "nasa", ROUGH) == f"Washington {aim}."


def test_by_how_much_is_kept_from_who_does_not_know_them_well() -> None:
    reason = message("why.gain", path="gyroscopes", amount=1, kept=True)
    told = [act_told(TOLD, reason, "nasa", how_open) for how_open in (ROUGH, OPEN)]
    assert told == ["Washington wants the gyroscopes turning.",
                    "Washington wants the gyroscopes turning (+1)."]  # fmt: skip
