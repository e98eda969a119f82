"""Which figures stand at the head of a game for a chair: the scenario's choice, or the usual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.narration.figures import danger_at, figure_words, told_here
from game.rules.index import Index
from game.rules.state import State

MOST = 9
TARGET = "{target}"


def header(index: Index, seen: State, chair: str) -> tuple[str, ...]:
    """Return the paths of a chair's vital figures, in order of importance."""
    chosen = index.scenario.header
    wanted = _chosen(index, chair, chosen) if chosen else _usual(index, chair)
    had = told_here(index, dict.fromkeys(wanted))
    return tuple(path for path in had if path in seen.figures)[:MOST]


def endangered(index: Index, seen: State, chair: str) -> tuple[str, ...]:
    """Return those vital figures that lie past a danger line, for the eye as for the ear."""
    content = index.content
    return tuple(p for p in header(index, seen, chair) if danger_at(content, p, seen.figures[p]))


def _others(index: Index, chair: str) -> list[str]:
    return [other for other in index.chairs if other != chair]


def _chosen(index: Index, chair: str, names: Iterable[str]) -> Iterator[str]:
    """Yield what a scenario names; what is of a `target` is of each other chair in turn."""
    for raw in names:
        name = index.names.resolve(raw)
        each = _others(index, chair) if name and TARGET in name.key else [""]
        yield from (index.path(raw, chair, other) for other in each)


def _usual(index: Index, chair: str) -> Iterator[str]:
    """Yield what the declarations give a place: the chair's own, and others' towards it."""
    placed = [one for one in index.content.figures.values() if one.header]
    for words in sorted(placed, key=lambda one: one.header):
        if figure_words(index.content, words.path) is words:
            yield from _of_pattern(index, chair, words.path)


def _of_pattern(index: Index, chair: str, pattern: str) -> Iterator[str]:
    """Yield the figures of a pattern that concern a chair: its own, or others' towards it."""
    if pattern.startswith("<partner>") and pattern.endswith(".<partner>"):
        middle = pattern.removeprefix("<partner>").removesuffix("<partner>")
        yield from (f"{other}{middle}{chair}" for other in _others(index, chair))
        return
    mine = pattern.replace("<partner>", chair, 1) if pattern.startswith("<partner>") else pattern
    if "<" not in mine:
        yield mine
        return
    own = mine.partition("<")[0]
    yield from (path for path in index.bounds if path.startswith(own))
