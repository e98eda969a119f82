"""The desks of an event: who answers before whom, what each is about, what nobody else knows."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.content.records import Content
from game.rules.pacing import MOST, Trait, traits_of


@dataclass(frozen=True, slots=True)
class Hands:
    """Tables over a content's events.

    `ahead` is by event and chair who answers its card earlier; `ordered` are the events that have
    such an order, `secret` those whose answers only their chooser knows.
    """

    ahead: dict[tuple[str, str], tuple[str, ...]]
    ordered: frozenset[str]
    secret: frozenset[str]
    _content: Content
    _traits: dict[str, tuple[Trait, ...]] = field(default_factory=dict)
    _unpaced: dict[Trait, int] = field(default_factory=dict)

    @property
    def traits(self) -> dict[str, tuple[Trait, ...]]:
        """What the desks of each event are about, worked out when cards are first drawn."""
        if not self._traits:
            self._traits.update(traits_of(self._content))
        return self._traits

    @property
    def unpaced(self) -> dict[Trait, int]:
        """What a card of each trait is multiplied by while none of its sort was told lately."""
        if not self._unpaced:
            self._unpaced.update((one, MOST) for traits in self.traits.values() for one in traits)
        return self._unpaced


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
    secret = frozenset(event.id for event in events if event.secret)
    return Hands(ahead, ordered, secret, content)
