"""The prose of the base game: ceilings for the shape of results and for favourite words.

What is counted is what players read. A failure names the files that have the most of it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game.content.nodes import plain
from game.content.reader import read_file

BASE = Path(__file__).parents[2] / "content/base"
EVENTS = BASE / "events"
MOST_PAIRS = 60
"""Per cent of results and outcomes that may have exactly two sentences."""
MOST_ELEVENS = 9
MOST_UNNAMED = 15
"""Per cent of cards, and of texts beside them, that may say somebody or nobody."""
NAMED = 5  # files that a failure names
SAID = ("headline", "text", "result", "for", "against")
_END = re.compile(r"[.!?][\"')]*(?:\s+|$)")
_ELEVEN = re.compile(r"\beleven\b", re.IGNORECASE)
_UNNAMED = re.compile(r"\b(?:some|no)(?:body|[ -]?one)\b(?! of)", re.IGNORECASE)

Object = dict[str, Any]
Count = Callable[[Object], int]


def sentences(text: str) -> int:
    """Return how many sentences a text has; what ends without a stop counts as one."""
    parts = _END.split(text.strip())
    return sum(bool(part.strip()) for part in parts)


def texts(node: object) -> Iterator[str]:
    """Yield every text of a card, variant, choice or result, whatever it stands in."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, list):
        for item in node:
            yield from texts(item)
    elif isinstance(node, dict):
        yield from _said(node)


def _said(node: Object) -> Iterator[str]:
    for key in SAID:
        value = node.get(key)
        if isinstance(value, dict):
            yield from texts(list(value.values()))
        else:
            yield from texts(value)
    for key in ("recalls", "choices", "outcomes", "results"):
        yield from texts(node.get(key, []))
    for desk in node.get("desks", {}).values():
        yield from texts(desk)


def results(card: Object) -> Iterator[str]:
    """Yield every wording of what came of a choice, or of a pair of answers."""
    for desk in card.get("desks", {}).values():
        for choice in desk["choices"]:
            yield from texts(choice.get("result"))
            for outcome in choice.get("outcomes", []):
                yield from texts(outcome["text"])
    for row in card.get("results", []):
        yield from texts(row["text"])


@cache
def files() -> dict[str, list[Object]]:
    """Return the events of each file, as plain maps."""
    paths = sorted(EVENTS.glob("*.yaml"))
    return {path.name: plain(read_file(path, path.name).root) for path in paths}


def pairs(event: Object) -> int:
    """Return how many results have exactly two sentences."""
    return sum(sentences(text) == 2 for text in results(event))


def all_results(event: Object) -> int:
    """Return how many results an event has."""
    return sum(1 for _ in results(event))


def elevens(event: Object) -> int:
    """Return how often an event says eleven."""
    return sum(len(_ELEVEN.findall(text)) for text in texts(event))


def unnamed(event: Object) -> int:
    """Return 1 for a card that says somebody or nobody."""
    return int("desks" in event and any(_UNNAMED.search(text) for text in texts(event)))


def is_card(event: Object) -> int:
    """Return 1 for an event that lands on a desk."""
    return int("desks" in event)


def total(count: Count) -> int:
    """Return what all events come to."""
    return sum(count(event) for events in files().values() for event in events)


@cache
def besides() -> dict[str, list[str]]:
    """Return what each file of endings, slides, scenes and actions says, text by text."""
    paths = [BASE / "endings.yaml", BASE / "actions.yaml", *sorted(BASE.glob("slides*.yaml"))]
    found = {}
    for path in (*paths, *sorted(BASE.glob("scenes/*.yaml"))):
        objects: list[Object] = plain(read_file(path, path.name).root)
        found[str(path.relative_to(BASE))] = [text for each in objects for text in texts(each)]
    return found


def worst(count: Count) -> str:
    """Return the files that have the most of something, for whoever writes next."""
    found = Counter({name: sum(map(count, events)) for name, events in files().items()})
    return ", ".join(f"{name} {much}" for name, much in found.most_common(NAMED))


def test_results_have_many_shapes() -> None:
    share = 100 * total(pairs) / total(all_results)
    assert share < MOST_PAIRS, f"{share:.1f} % have two sentences; most: {worst(pairs)}"


def test_eleven_is_a_number_like_others() -> None:
    assert total(elevens) <= MOST_ELEVENS, f"most: {worst(elevens)}"


def test_cards_say_who_acts() -> None:
    share = 100 * total(unnamed) / total(is_card)
    assert share < MOST_UNNAMED, f"{share:.1f} % say somebody or nobody; most: {worst(unnamed)}"


def test_what_stands_beside_the_cards_says_who_acts() -> None:
    found = {name: sum(map(bool, map(_UNNAMED.search, said))) for name, said in besides().items()}
    share = 100 * sum(found.values()) / sum(map(len, besides().values()))
    assert share < MOST_UNNAMED, f"{share:.1f} % say somebody or nobody: {found}"


def test_what_stands_beside_the_cards_counts_in_other_numbers_too() -> None:
    said = [text for texts_of in besides().values() for text in texts_of]
    assert sum(len(_ELEVEN.findall(text)) for text in said) <= MOST_ELEVENS


@pytest.mark.parametrize("text", ["Somebody knocks.", "No one does.", "no-one", "Someone asks."])
def test_who_goes_unnamed_is_found_in_any_dress(text: str) -> None:
    assert _UNNAMED.search(text)
    assert not _UNNAMED.search("No one of the three does, and nothing is said.")


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("Yes.", 1),
        ("No speeches", 1),
        ("One flies. One waits.", 2),
        ('"Burn." It burns.', 2),
        ("Seals, two. Valves, one.\n\nNo tea.", 3),
        ("It is 16.9 billion.", 1),
    ],
)
def test_sentences_are_counted(text: str, many: int) -> None:
    assert sentences(text) == many


def test_every_text_of_a_card_is_seen() -> None:
    choice = {"text": "c", "against": {"home": "d"}, "outcomes": [{"chance": 1, "text": "e"}]}
    desk = {"text": [{"when": "x", "text": "a"}], "recalls": [{"text": "b"}], "choices": [choice]}
    rows = [{"nasa": "any", "text": "f"}]
    card: Iterable[str] = texts({"headline": "h", "desks": {"nasa": desk}, "results": rows})
    assert sorted(card) == list("abcdefh")
