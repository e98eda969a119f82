"""What is left in English of a face's own words while the pseudo-language is spoken.

A screen also shows words of content and of other rooms, and names, keys and commands that stay in
every language. So what counts is what stands in words marked in the faces and nowhere else: single
words, and runs of words beside each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from functools import cache

from tests.literals import literals, sources
from tests.small import CONTENT

FACES = ("tui", "plain")
TELLING = (
    "narration",
    "content",
    "session",
    "rules",
    "players",
    "saves",
    "text",
)  # rooms shown as well
WORD = re.compile(r"(?<!\w)[A-Za-z]{2,}(?:['’-][A-Za-z]+)*(?!\w)")
LONGEST = 4
BESIDE = re.compile(r"[,;:]?\s")
PLACEHOLDER = re.compile(r"\{[^{}]*\}")
TOGETHER = (
    "If you left this turn", "data links and tracking", "stands on rung", "it stands what",
)  # fmt: skip
"""What narration puts together from parts."""
KEYS = frozenset({"Enter", "Esc", "Home", "End", "Shift"})  # as printed on the keys


def units(text: str) -> Iterator[str]:
    """Yield a text's English words, and runs of up to four with no more than a blank between."""
    run: list[str] = []
    end = 0
    for word in WORD.finditer(text):
        beside = run and BESIDE.fullmatch(text, end, word.start())
        run = [*run[1 - LONGEST :], word[0]] if beside else [word[0]]
        end = word.end()
        yield from (" ".join(run[start:]) for start in range(len(run)))


def _all(texts: Iterable[str]) -> set[str]:
    return {unit for text in texts for unit in units(text)}


@cache
def _marked() -> tuple[str, ...]:
    """Return the words that are marked in the faces, without their placeholders."""
    found = (one for source in sources(*FACES) for one in literals(source) if one.marked)
    return tuple(dict.fromkeys(PLACEHOLDER.sub(" \N{BULLET} ", one.text) for one in found))


def _prose() -> Iterator[str]:
    """Yield what stands in the small world's content."""
    for field in fields(CONTENT):
        yield repr(getattr(CONTENT, field.name))


@cache
def own() -> frozenset[str]:
    """Return the words and runs that stand in what the faces mark, and nowhere else."""
    bare = (one for source in sources(*FACES) for one in literals(source) if not one.marked)
    others = (one for source in sources(*TELLING) for one in literals(source))
    elsewhere = _all([*(one.text for one in (*bare, *others)), *_prose(), *TOGETHER])
    return frozenset(_all(_marked()) - elsewhere - KEYS)


def english(told: str) -> list[str]:
    """Return the faces' own words and runs that are told in English."""
    return sorted(own() & set(units(told)))


def given_away() -> float:
    """Return the share of what is marked that would be noticed if it were told in English."""
    told = [text for text in _marked() if WORD.search(text)]
    return sum(not own().isdisjoint(units(text)) for text in told) / len(told)
