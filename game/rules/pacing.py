"""Pacing: what a chair's desk has been about lately is drawn less, what it hasn't more.

A card is about the topic that its choices move most, and long or short. Nothing else of it counts,
and no card's weight ever dies.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain

from game.content.paths import TOPICS
from game.content.records import Content, Effect, Event, Mood, When
from game.rules.state import State

Trait = tuple[str, str, str]
"""Whose desk, in which regard, and what: `("nasa", "topic", "people")`."""

LATELY = 365  # days that count
KINDS = {"topic": len(TOPICS), "length": 3}
"""By regard how many sorts there are, each of which would come as often as the others."""
SHORT, LONG = 55, 75  # words of a card up to which it is short, and from which long
MOST, LEAST = 4, 1  # what a weight is multiplied by: of what hasn't come lately, and of what has
USUAL = 2
SORTS = ("short", "middling", "long")


def traits_of(content: Content) -> dict[str, tuple[Trait, ...]]:
    """Return by event what each of its desks is about."""
    found = {event.id: tuple(_traits(event)) for event in content.events.values()}
    return {event: traits for event, traits in found.items() if traits}


def _traits(event: Event) -> Iterator[Trait]:
    for desk in event.desks:
        topics = Counter[str]()
        for choice in desk.choices:
            topics.update(_topics(choice.effects))
            for outcome in choice.outcomes:
                topics.update(_topics(outcome.effects))
        if topics:
            most = max(topics.values())
            yield desk.chair, "topic", min(one for one in topics if topics[one] == most)
        words = len(desk.text[0].text.split())
        yield desk.chair, "length", SORTS[(words > SHORT) + (words >= LONG)]


def _topics(effects: tuple[Effect, ...]) -> Iterator[str]:
    """Yield every topic that effects move, as often as they do."""
    for effect in effects:
        if isinstance(effect, Mood):
            yield effect.topic
        elif isinstance(effect, When):
            yield from _topics(effect.then)
            yield from _topics(effect.otherwise)


def paces(traits: Mapping[str, tuple[Trait, ...]], state: State) -> dict[Trait, int]:
    """Return by trait what a card that has it is multiplied by; of one not told lately, `MOST`."""
    since = state.figures["date"] - LATELY
    lately = [event for event, day in state.fired.items() if day > since and event in traits]
    told = Counter(chain.from_iterable([traits[event] for event in lately]))
    cards: dict[tuple[str, str], int] = {}
    for (chair, regard, _), times in told.items():
        cards[chair, regard] = cards.get((chair, regard), 0) + times
    return {
        trait: pace(times, cards[trait[0], trait[1]], KINDS[trait[1]])
        for trait, times in told.items()
    }


@lru_cache(maxsize=4096)
def pace(times: int, cards: int, kinds: int) -> int:
    """Return what a card is multiplied by whose sort has come so often among so many cards.

    From `LEAST` to `MOST - 1`, the less the more of the cards were of its sort, of so many kinds.
    """
    share = 3 * times * kinds // (cards + kinds)
    return max(LEAST, MOST - 1 - share // 2)
