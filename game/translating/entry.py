"""A text to be translated, with all that its translator needs to know of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Entry:
    """A text, where it is known by its context, where it stands, and remarks on it.

    `plural` is empty where it agrees with no number.
    """

    english: str
    context: str = ""
    plural: str = ""
    places: tuple[tuple[str, int], ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """By what a catalogue knows it."""
        return self.context, self.english


def merged(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries of which each key stands once, with all its places, in the order given."""
    found: dict[tuple[str, str], Entry] = {}
    for one in entries:
        before = found.get(one.key)
        if before is None:
            found[one.key] = one
        else:
            found[one.key] = replace(
                before,
                plural=before.plural or one.plural,
                places=tuple(dict.fromkeys((*before.places, *one.places))),
                remarks=tuple(dict.fromkeys((*before.remarks, *one.remarks))),
            )
    return tuple(found.values())
