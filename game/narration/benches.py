"""A home as its benches fill: which factions are for an offer, against it, or not to be told."""

from __future__ import annotations

from dataclasses import dataclass

from game.narration.home import faction_name, home_short, points_told, sum_line
from game.narration.offers import leaning
from game.rules.index import Index
from game.rules.state import Offer, State
from game.rules.table.ratification import chance, stances
from game.rules.table.sides import others
from game.text.language import N_, _

KEY = N_("{yes} for, {no} against, {open} may go either way: one for each point of weight.")
"""What the blocks mean, for whoever draws them."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A faction: its weight, what it makes of an offer, and which way that surely is (0: open)."""

    name: str
    weight: int
    points: str
    way: int


@dataclass(frozen=True, slots=True)
class House:
    """A home: what comes of an offer there, told twice over, its benches, their weighted sum."""

    told: str
    short: str
    benches: tuple[Bench, ...]
    total: int
    spread: int


def houses(index: Index, seen: State, offer: Offer, viewer: str) -> tuple[House, ...]:
    """Return how the homes of an offer's parties take it, the viewer's own first, and exactly."""
    sides = (viewer, *others(offer.parties, viewer))
    return tuple(_house(index, seen, offer, who, viewer) for who in sides)


def _house(index: Index, seen: State, offer: Offer, who: str, viewer: str) -> House:
    own = who == viewer
    found = stances(index, seen, offer, who, "" if own else viewer)
    benches = tuple(
        Bench(faction_name(index, s.path), s.weight, points_told(s), leaning(s.points, s.spread))
        for s in found
    )
    told = short = home_short(index, seen, offer, who, viewer)
    if not own:
        city, odds = index.content.partners[who].city, chance(found)
        short = _("{city}: {chance} % to pass.", city=city, chance=odds)
    return House(told, short, benches, *sum_line(found))
