"""The desks of an event: who answers before whom, and whose answer nobody else knows."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.records import Content


@dataclass(frozen=True, slots=True)
class Hands:
    """Tables over a content's events.

    `ahead` is by event and chair who answers its card earlier; `ordered` are the events that have
    such an order, `secret` those whose answers only their chooser knows.
    """

    ahead: dict[tuple[str, str], tuple[str, ...]]
    ordered: frozenset[str]
    secret: frozenset[str]


def hands_of(content: Content) -> Hands:
    """Return the tables over a content's events."""
    events = content.events.values()
    ahead = {
        (event.id, chair): event.order[:place]
        for event in events
        for place, chair in enumerate(event.order)
        if place
    }
    ordered = frozenset(event.id for event in events if event.order)
    return Hands(ahead, ordered, frozenset(event.id for event in events if event.secret))
