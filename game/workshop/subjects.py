"""What a pack brings to the desks: the events that it adds, and those of others that it patches."""

from __future__ import annotations

from game.content.checking import Defined
from game.content.load import Checked
from game.content.records import Content, Event
from game.errors import UsageError
from game.workshop.staging import event_named
from game.workshop.trying import scenario_for

EVENTS = ("event", "dilemma")


def events_of(checked: Checked, pack: str) -> list[Defined]:
    """Return the events that a pack adds or patches."""
    return [
        one
        for kind in EVENTS
        for one in checked.objects.of(kind).values()
        if one.pack == pack
        or any(change.pack == pack for change in checked.objects.changes(kind, one.id))
    ]


def by_scenario(
    content: Content, events: list[Defined], wanted: str | None, asking: bool = True
) -> dict[str, list[tuple[Defined, Event]]]:
    """Return events by the scenario that each is tried in: the one wanted, or the first it fits.

    Those that lie on no desk of it are left out, and unless `asking` is off those of none at all.
    """
    found: dict[str, list[tuple[Defined, Event]]] = {}
    for defined in events:
        event = event_named(content, defined.id)
        if asking and not event.desks:
            continue
        try:
            scenario = scenario_for(content, event, wanted)
        except UsageError:
            if wanted is not None and wanted not in content.scenarios:
                raise
            continue
        found.setdefault(scenario, []).append((defined, event))
    return found
