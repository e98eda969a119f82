from __future__ import annotations

import pytest

from game.lab.experiment import run_games
from game.lab.measures import Measures, measure
from game.lab.rows import Row
from tests.lab.world import SHORT, experiment
from tests.small import CAMPAIGN

GAMES = 12


@pytest.fixture(scope="package")
def rows() -> tuple[Row, ...]:
    """Return the rows of some random games."""
    return run_games(experiment(GAMES))


@pytest.fixture(scope="package")
def found(rows: tuple[Row, ...]) -> Measures:
    """Return what those rows add up to."""
    return measure(rows, SHORT, CAMPAIGN)
