"""Short games of the small world, for experiments that take no time."""

from __future__ import annotations

from dataclasses import replace

from game.content.records import Content
from game.lab.experiment import Experiment
from game.rules.setup import Setup
from tests.small import CAMPAIGN, CONTENT

TURNS = 5
CHAIRS = CONTENT.scenarios[CAMPAIGN].chairs
SHORT = replace(CONTENT, scenarios={CAMPAIGN: replace(CONTENT.scenarios[CAMPAIGN], turns=TURNS)})


def short() -> Content:
    """Return the small world with a campaign of a few turns; processes find it by its name."""
    return SHORT


def experiment(games: int = 4, player: str = "random", seed: int = 1) -> Experiment:
    """Return an experiment with one player on all chairs."""
    seats = dict.fromkeys(CHAIRS, player)
    return Experiment(Setup(CAMPAIGN, CHAIRS[0], seed), seats, games, short)
