"""What a chair observes: numbers with names and bounds, made of what its view shows.

Figures stand in their own units within the bounds that the rules give them. What a chair only
believes comes with its spread, the figure's whole range where it believes nothing. What is so or
isn't is 1 or 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from game.content.paths import PATTERNS, WORDS, pattern_of
from game.content.records import Content
from game.content.scoping import scoped
from game.envs.acts import named, scenarios_of, tables
from game.envs.steps import Begun, addressed
from game.record import replace
from game.rules.decisions import find_offer
from game.rules.figures import restless_word
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.setup import Setup, new_game
from game.rules.state import Offer, SlotKind, State, View
from game.rules.table.deals import assess, standing_terms
from game.rules.table.parting import find_deal
from game.rules.view import belief

Bounds = tuple[int, int]
YES: Bounds = (0, 1)
MOST_FLAG = 9  # what content counts in a flag is observed up to here
MOST_SUM = 300  # sums of offers, either way
ON_TABLE, IN_HAND = "offered", "draft"  # whose terms: an offer's that is answered, one's own


@dataclass(frozen=True, slots=True, eq=False)
class Features:
    """The names of what is observed in a world, in order, each with its bounds and its place."""

    names: tuple[str, ...]
    bounds: tuple[Bounds, ...]
    places: dict[str, int]
    figures: tuple[tuple[int, str], ...]

    def __len__(self) -> int:
        """Return how many numbers an observation has."""
        return len(self.names)


def features(content: Content, scenario: str) -> Features:
    """Return what is observed in all scenarios of a scenario's world."""
    return _features(scoped(content, scenario), scenarios_of(content, scenario))


@lru_cache(maxsize=16)
def _features(content: Content, scenarios: tuple[str, ...]) -> Features:
    found = dict(_of_world(content))
    figures: set[str] = set()
    for scenario in scenarios:
        index = index_of(content, scenario)
        opening, _ = new_game(content, Setup(scenario, index.chairs[0], 0))
        paths = [path for path in opening.figures if path != "date"]
        figures.update(paths)
        found |= {path: index.bounds.get(path, _bounds(path)) for path in paths}
        found |= dict(_of_scenario(index))
    names = tuple(sorted(found))
    places = {name: place for place, name in enumerate(names)}
    bounds = tuple(found[name] for name in names)
    return Features(names, bounds, places, tuple((places[p], p) for p in sorted(figures)))


def _bounds(path: str) -> Bounds:
    """Return the bounds of a fact: those of its pattern, or yes and no."""
    figure = PATTERNS.get(pattern_of(path))
    return (figure.low, figure.high) if figure else YES


def _of_world(content: Content) -> Iterator[tuple[str, Bounds]]:
    yield from ((f"asked.{kind}", YES) for kind in get_args(SlotKind))
    yield from ((f"event.{event}", YES) for event in content.events)
    yield from ((f"flag.{flag}", (0, MOST_FLAG)) for flag in content.flags)
    yield from ((f"leader.{leader}", YES) for leader in content.leaders)
    yield from ((f"restless.{faction}", YES) for faction in content.factions)
    yield from ((f"pointed.{vehicle}", YES) for vehicle in content.vehicles)
    yield from ((f"{word}.{value}", YES) for word, values in WORDS.items() for value in values)


def _of_scenario(index: Index) -> Iterator[tuple[str, Bounds]]:
    for chair in index.chairs:
        yield f"chair.{chair}", YES
        yield f"sum.{chair}", (-MOST_SUM, MOST_SUM)
        yield f"sum.{chair}.spread", (0, MOST_SUM)
        for path in index.hidden[chair]:
            low, high = index.bounds[path]
            yield f"{path}.spread", (0, high - low)
        for parties in tables(index, chair):
            for clause, term in standing_terms(index, parties):
                yield from ((f"{of}.{named(term)}", (0, clause.high)) for of in (ON_TABLE, IN_HAND))
                yield f"sized.{named(term)}", YES


def observe(
    known: Features, index: Index, seen: View, chair: str, begun: Begun | None
) -> list[float]:
    """Return what a chair observes of its view, and of the decision that it is making."""
    found = [0.0] * len(known)
    for at, path in known.figures:
        found[at] = float(seen.figures.get(path, 0))
    for name, value in _told(index, seen, chair, begun):
        place = known.places.get(name)
        if place is not None:
            found[place] = float(value)
    return [
        min(max(value, float(least)), float(most))
        for value, (least, most) in zip(found, known.bounds, strict=True)
    ]


def _told(index: Index, seen: View, chair: str, begun: Begun | None) -> Iterator[tuple[str, int]]:
    yield f"chair.{chair}", 1
    yield from ((f"flag.{flag}", value) for flag, value in seen.flags.items())
    yield from ((f"{word}.{seen.words[word]}", 1) for word in WORDS if word in seen.words)
    for partner in index.partners:
        yield f"leader.{seen.words[f'{partner}.leader']}", 1
        yield f"restless.{seen.words[restless_word(partner)]}", 1
    yield from _spreads(index, seen, chair)
    if seen.queue and not seen.over and seen.queue[0].chair == chair:
        yield from _question(index, seen, chair, begun)


def _spreads(index: Index, seen: View, chair: str) -> Iterator[tuple[str, int]]:
    """Yield how far off what a chair believes of the others may be."""
    for path in index.hidden[chair]:
        held = belief(seen, chair, path)
        low, high = index.bounds[path]
        yield f"{path}.spread", held.spread if held else high - low


def _question(
    index: Index, seen: View, chair: str, begun: Begun | None
) -> Iterator[tuple[str, int]]:
    slot = seen.queue[0]
    yield f"asked.{slot.kind}", 1
    if KINDS[slot.kind].of_a_card:
        yield f"event.{slot.subject}", 1
    offer = find_offer(seen, slot.subject) if KINDS[slot.kind].of_an_offer else None
    if offer:
        yield from ((f"{ON_TABLE}.{named(term)}", term.amount) for term in offer.terms)
    if begun and begun.pointed:
        yield from _pointed(seen, chair, begun.pointed[0])
    elif begun:
        terms = begun.decision.terms
        yield from ((f"{IN_HAND}.{named(term)}", term.amount) for term in terms)
        if begun.term:
            yield f"sized.{named(begun.term)}", 1
        offer = replace(addressed(seen, begun.decision), terms=terms)
    if offer and offer.terms:
        yield from _sums(index, seen, offer)


def _pointed(seen: State, chair: str, id_: str) -> Iterator[tuple[str, int]]:
    """Yield what is pointed at: a deal's terms, or a ship's type."""
    deal, ship = find_deal(seen, chair, id_), seen.ships.get(id_)
    if deal:
        yield from ((f"{IN_HAND}.{named(term)}", term.amount) for term in deal.terms)
    if ship:
        yield f"pointed.{ship.vehicle}", 1


def _sums(index: Index, seen: State, offer: Offer) -> Iterator[tuple[str, int]]:
    """Yield what an offer is worth to its parties, as the printed arithmetic has it."""
    for party in offer.parties:
        lines = assess(index, seen, offer, party)
        yield f"sum.{party}", sum([line.amount for line in lines])
        yield f"sum.{party}.spread", sum([line.spread for line in lines])


def as_table(known: Features, observed: list[float]) -> Mapping[str, float]:
    """Return an observation by name, what is zero left out: to read, or to learn from."""
    return {name: value for name, value in zip(known.names, observed, strict=True) if value}
