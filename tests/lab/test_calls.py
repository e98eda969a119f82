"""What notices that the game has grown slower, without a clock: Python calls on a frozen pack.

The pack in `tests/frozen` stands still, so that no edit of content moves the figures; the rules
and the loading do. Where more calls are meant, or fewer are won, record them anew and say why:
`python -m game.lab.bench --root tests/frozen --record tests/lab/calls.json`.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

import pytest

from game.lab.pace import count, counted

FROZEN = Path(__file__).parents[1] / "frozen"
BUDGETS = json.loads((Path(__file__).parent / "calls.json").read_text(encoding="utf-8"))
SLACK = 1.03  # what may be added before it is noticed
WON = 0.85  # what may be won before it has to be recorded, lest it be lost unseen
AGAIN = "python -m game.lab.bench --root tests/frozen --record tests/lab/calls.json"
HERE = f"{sys.version_info.major}.{sys.version_info.minor}"


@pytest.fixture(scope="module")
def calls() -> dict[str, float]:
    if BUDGETS["python"] != HERE:
        pytest.skip(f"calls were recorded on Python {BUDGETS['python']}, this is {HERE}")
    return asdict(count(FROZEN))


@pytest.mark.parametrize("what", sorted(BUDGETS.keys() - {"python"}))
def test_no_more_calls_than_recorded(calls: dict[str, float], what: str) -> None:
    budget, now = BUDGETS[what], calls[what]
    assert now <= SLACK * budget, f"{what}: {now:.1f} calls where {budget} were; see {AGAIN}"
    assert now >= WON * budget, f"{what}: {now:.1f} calls are enough, not {budget}; record: {AGAIN}"


def test_every_figure_has_a_budget(calls: dict[str, float]) -> None:
    assert calls.keys() == BUDGETS.keys() - {"python"}


def test_functions_and_generators_are_counted_and_nothing_built_in() -> None:
    def one() -> int:
        return len([abs(-2), max(1, 2)])

    def several() -> int:
        return sum(one() for _ in range(3))

    assert counted(one) == (2, 1)
    assert counted(several) == (6, 1 + 3 + 4)  # itself, its parts, a generator that ends
