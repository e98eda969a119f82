"""What a link to the page asks for: `?scenario=the_leak&as=esa&seed=7&level=director`."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.errors import UsageError
from game.rules.setup import LEVELS, USUAL, Setup
from game.text.language import _

if TYPE_CHECKING:
    from game.content.records import Content

NAMES = ("scenario", "as", "seed", "level")
LEVEL = "director"
MOST_SEED = 1_000_000
LONGEST = 9
"""Figures of a seed, as the page where a game is set up takes it."""


def asked(given: Mapping[str, str], content: Content) -> Setup | None:
    """Return the game that a link asks for, None for one that asks for none.

    Raises UsageError, which says what there is, for what the game doesn't know.
    """
    wished = {name: given[name] for name in NAMES if given.get(name)}
    if not wished:
        return None
    scenario = _known("scenario", wished.get("scenario", USUAL), tuple(content.scenarios))
    chairs = content.scenarios[scenario].chairs
    chair = _known("as", wished.get("as", chairs[0]), chairs)
    level = _known("level", wished.get("level", LEVEL), LEVELS)
    return Setup(scenario, chair, _seed(wished.get("seed", "")), level)


def _known(name: str, wished: str, there: tuple[str, ...]) -> str:
    if wished in there:
        return wished
    raise UsageError(
        _(
            "The link asks for {name}={wished}, which there isn't here. There are: {there}. A game "
            "can be begun on the title.",
            name=name,
            wished=wished,
            there=", ".join(there),
        )
    )


def _seed(wished: str) -> int:
    if not wished:
        return secrets.randbelow(MOST_SEED)
    if wished.isascii() and wished.isdigit() and len(wished) <= LONGEST:
        return int(wished)
    raise UsageError(
        _(
            "The link asks for seed={wished}; a seed is a whole number of up to {most} figures. A "
            "game can be begun on the title.",
            wished=wished,
            most=LONGEST,
        )
    )
