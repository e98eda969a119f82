"""How much of a second campaign is new: `python -m game.lab.anew --games 20`.

For each chair it plays two campaigns with diplomats on all chairs, and the second again with the
first one's cards in its set-up, and prints the share of the second's undated cards on that chair's
desk that the first hadn't shown, in per cent, with its standard error.
"""

from __future__ import annotations

import argparse
from statistics import fmean, stdev

from game.content.load import load_content
from game.content.records import Content
from game.lab.pace import SCENARIO
from game.rules.setup import Setup
from game.session import Session
from game.session.meeting import cards_of

APART = 10_000  # from a first campaign's seed to its second's


def cards(
    content: Content, scenario: str, chair: str, seed: int, met: tuple[str, ...] = ()
) -> set[str]:
    """Return the undated cards that a campaign of diplomats brings to a chair's desk."""
    setup = Setup(scenario, chair, seed, met=met)
    seats = dict.fromkeys(content.scenarios[scenario].chairs, "diplomat")
    session = Session(content, setup, seats)
    session.play_others()
    return set(cards_of(session, {chair}))


def shares(content: Content, scenario: str, chair: str, seed: int) -> tuple[float, float]:
    """Return the share of a second campaign that is new, in per cent: unknowing, and knowing."""
    first = cards(content, scenario, chair, seed)
    known = tuple(sorted(first))
    seconds = (cards(content, scenario, chair, seed + APART, met) for met in ((), known))
    unknowing, knowing = (100 * len(second - first) / max(1, len(second)) for second in seconds)
    return unknowing, knowing


def told(name: str, several: list[float]) -> str:
    """Return a line: a name, the mean of some shares, and its standard error."""
    error = stdev(several) / len(several) ** 0.5 if len(several) > 1 else 0.0
    return f"{name:<22}{fmean(several):6.1f} % ±{error:.1f}"


def main() -> None:
    """Print both shares for each chair."""
    asked = argparse.ArgumentParser(description="How much of a second campaign is new.")
    asked.add_argument("--games", type=int, default=20, help="pairs of campaigns for each chair")
    content, games = load_content(), asked.parse_args().games
    for chair in content.scenarios[SCENARIO].chairs:
        found = [shares(content, SCENARIO, chair, seed) for seed in range(1, games + 1)]
        for name, several in zip(("unknowing", "knowing"), zip(*found, strict=True), strict=True):
            print(told(f"{chair}, {name}", list(several)), flush=True)


if __name__ == "__main__":
    main()
