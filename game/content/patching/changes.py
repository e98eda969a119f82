"""What patches did: each field that one wrote, and what became of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.content.findings import Mark

Operation = Literal["set", "add", "remove", "and_when", "or_when"]
State = Literal["applied", "left out", "refused"]


@dataclass(frozen=True, slots=True)
class Change:
    """A field that a patch wrote: `path` by ids, empty for a whole object.

    `told` and `before` are the values on one line, empty where there is none.
    """

    pack: str
    kind: str
    id: str
    operation: Operation
    path: tuple[str, ...]
    mark: Mark
    told: str = ""
    before: str = ""
    only_with: tuple[str, ...] = ()

    @property
    def field(self) -> str:
        """The path as it is written."""
        return ".".join(self.path)

    @property
    def of(self) -> tuple[str, str]:
        """Kind and whole id of the object."""
        return self.kind, self.id


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a patch, and why where it wasn't applied; `target` is as it was written."""

    pack: str
    target: str
    mark: Mark
    state: State
    why: str = ""
    changes: tuple[Change, ...] = ()


def overlap(one: str, other: str) -> bool:
    """Return whether one of two paths leads through the other; the empty one does through all."""
    if not one or not other:
        return True
    return f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}.")
