"""What conditions and amounts are, and what they may read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal, Protocol

Bound = Callable[["Facts", Mapping[str, int]], int]
Row = tuple[int, ...]
"""A value at each of some sizes of a clause, in their order."""


class Placed(Protocol):
    """Somebody, as far as a condition asks where he or she is."""

    @property
    def place(self) -> str:
        """The place, one of `past.PLACES`."""


class Facts(Protocol):
    """What a condition may read: the part of a state that expressions see."""

    figures: dict[str, int]
    words: dict[str, str]
    flags: dict[str, int]
    fired: dict[str, int]
    past: dict[str, int]

    @property
    def crew(self) -> Mapping[str, Placed]:
        """Everybody in the story, by id."""


class Expression(Protocol):
    """A checked condition or amount; bind it to a chair (and a target) to get a function."""

    @property
    def text(self) -> str:
        """The expression as its author wrote it."""
        ...

    def bind(self, chair: str, target: str = "") -> Bound:
        """Return the cached function of (facts, scope) for this chair and target."""
        ...

    def at_every(
        self, sizes: Sequence[int], chair: str, target: str = ""
    ) -> Callable[[Facts], Row]:
        """Return the function of facts that gives the value at each of some amounts."""

    def reads(self) -> frozenset[str]:
        """Return every name the expression reads, as written."""
        ...

    def keys(self) -> frozenset[str]:
        """Return where in a state it looks; `{self}` and `{target}` are left open."""
        ...


Amount = int | Expression


Basis = Literal["article", "record", "counterfactual"] | None
