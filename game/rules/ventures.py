"""What binds the partners where there is no station: lines that a scenario writes itself.

Each line is read with the loser as `self` and the leaver as `target`. What they sum to is the
loss, from 0 to 100.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.records import Amount, Bound, Scenario
from game.record import Record
from game.rules.decisions import Line
from game.rules.messages import text
from game.rules.state import State

MOST = 100
NO_SCOPE: dict[str, int] = {}


class Binding(Record):
    """A line for one loser and one leaver: its words, its points, and the condition for it."""

    text: str
    points: int | Bound
    when: Bound | None
    reads: tuple[str, ...]


def bindings(scenario: Scenario, partners: tuple[str, ...]) -> dict[str, tuple[Binding, ...]]:
    """Return the lines of a scenario's venture by the path of the loss."""
    return {
        f"{who}.loss.{leaver}": tuple(_bindings(scenario, who, leaver))
        for who in partners
        for leaver in partners
        if who != leaver
    }


def _bindings(scenario: Scenario, who: str, leaver: str) -> Iterator[Binding]:
    for line in scenario.venture:
        points, when = line.points, line.when
        keys = {key for one in (points, when) for key in _keys(one)}
        yield Binding(
            line.text,
            points if isinstance(points, int) else points.bind(who, leaver),
            when.bind(who, leaver) if when else None,
            tuple(sorted(key.format(self=who, target=leaver) for key in keys)),
        )


def _keys(amount: Amount | None) -> frozenset[str]:
    return frozenset() if amount is None or isinstance(amount, int) else amount.keys()


def staked_on(found: Mapping[str, tuple[Binding, ...]]) -> frozenset[str]:
    """Return the figures that the losses hang on; none where their points never change."""
    return frozenset(path for lines in found.values() for one in lines for path in one.reads)


def lines(found: tuple[Binding, ...], state: State) -> tuple[Line, ...]:
    """Return the readable arithmetic of a loss; with what its bounds cut off, it sums to it."""
    return tuple(Line(text(one.text), points) for one, points in _counted(found, state) if points)


def lost(found: tuple[Binding, ...], state: State) -> int:
    """Return what is lost, 0 to 100."""
    return max(0, min(MOST, sum(points for _, points in _counted(found, state))))


def _counted(found: tuple[Binding, ...], state: State) -> Iterator[tuple[Binding, int]]:
    """Yield the lines that count and what they come to, cut so that they never pass the bounds."""
    total = 0
    for one in found:
        if one.when is None or one.when(state, NO_SCOPE):
            points = one.points if isinstance(one.points, int) else one.points(state, NO_SCOPE)
            points = max(0, min(MOST, total + points)) - total
            total += points
            yield one, points
