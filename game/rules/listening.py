"""Who hears what: the patterns of a content by the happenings that they wait for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from game.content.past import mark, parted
from game.content.records import Content, Pattern, PatternStep


@dataclass(frozen=True, slots=True)
class Listener:
    """A pattern, with the keys under which the past holds when each step was last made."""

    steps: tuple[PatternStep, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Timer:
    """A mark that is forgotten after so many months; where it says `done`, that is done then."""

    mark: str
    months: int
    done: str = ""


@dataclass(frozen=True, slots=True)
class Listening:
    """Tables over a content's patterns.

    `hears` are by happening those that it may move on or break off, `hidden` by chair the marks
    of steps that it can't know of.
    """

    hears: Mapping[str, tuple[Listener, ...]]
    timers: tuple[Timer, ...]
    hidden: Mapping[str, frozenset[str]]


def listening_of(content: Content, chairs: Iterable[str], secret: frozenset[str]) -> Listening:
    """Return the tables over a content's patterns; `secret` are the events answered in secret."""
    hears: dict[str, list[Listener]] = {}
    timers: list[Timer] = []
    for pattern in content.patterns.values():
        listener = Listener(pattern.steps, _marks(pattern))
        for happening in sorted({*chain.from_iterable(map(_heard, pattern.steps))}):
            hears.setdefault(happening, []).append(listener)
        timers += _timers(listener)
    hidden = {chair: _Knowing(content, chair, secret).hidden() for chair in chairs}
    return Listening({key: tuple(who) for key, who in hears.items()}, tuple(timers), hidden)


def _marks(pattern: Pattern) -> tuple[str, ...]:
    many = len(pattern.steps)
    return tuple(mark(pattern.id, step, many) for step in range(1, many + 1))


def _heard(step: PatternStep) -> tuple[str, ...]:
    return (*step.on, *step.without)


def _timers(listener: Listener) -> Iterable[Timer]:
    for place, step in enumerate(listener.steps):
        if step.within:
            yield Timer(listener.marks[place - 1], step.within)
        if step.quiet:
            yield Timer(listener.marks[place - 1], step.quiet, listener.marks[place])


@dataclass(frozen=True, slots=True)
class _Knowing:
    """What a chair can know of a content's patterns."""

    content: Content
    chair: str
    secret: frozenset[str]

    def hidden(self) -> frozenset[str]:
        """Return the marks of the steps that the chair can't know of."""
        found: set[str] = set()
        for pattern in self.content.patterns.values():
            known = self._known(pattern)
            found.update(_marks(pattern)[known:])
        return frozenset(found)

    def _known(self, pattern: Pattern) -> int:
        """Return how many of a pattern's steps the chair hears of, and of what breaks them off."""
        for place, step in enumerate(pattern.steps):
            after = pattern.steps[place + 1 : place + 2]
            wanted = (*_heard(step), *chain.from_iterable(one.without for one in after))
            if not all(map(self._is_told, wanted)):
                return place
        return len(pattern.steps)

    def _is_told(self, happening: str) -> bool:
        """Return whether the chair hears of a happening."""
        parts = [part for part, _ in parted(happening)]
        if happening.startswith("pattern/"):
            pattern = self.content.patterns[parts[0]]
            return self._known(pattern) == len(pattern.steps)
        if happening.startswith("offer/"):
            return self.chair in parts[2:]
        secret = happening.startswith("chose/") and parts[0] in self.secret
        return not secret or parts[-1] == self.chair
