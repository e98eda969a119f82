"""A checked expression as the rules hold it: its text, its tree, and its functions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.content.expressions.closures import compiled
from game.content.expressions.every import at_every
from game.content.expressions.tree import Constant, Read, Tree, reads
from game.content.records.expressions import Bound, Facts, Row
from game.record import Record, field


class Compiled(Record, eq=False):
    """A checked expression (`records.Expression`); functions are made when first bound.

    Two are equal if they are written alike.
    """

    text: str
    tree: Tree
    _bound: dict[tuple[str, str], Bound] = field(default_factory=dict)
    _reads: list[Read] = field(default_factory=list)

    def __eq__(self, other: object) -> bool:
        """Return whether another expression is written alike."""
        return self.text == other.text if isinstance(other, Compiled) else NotImplemented

    def __hash__(self) -> int:
        """Return a hash of what is written."""
        return hash(self.text)

    def __repr__(self) -> str:
        """Return it as it is written."""
        return f"Compiled(text={self.text!r})"

    def bind(self, chair: str, target: str = "") -> Bound:
        """Return the function of (facts, scope) for a chair and a target, always the same one."""
        found = self._bound.get((chair, target))
        if found is None:
            found = self._bound[chair, target] = compiled(self.tree, chair, target)
        return found

    def at_every(
        self, sizes: Sequence[int], chair: str, target: str = ""
    ) -> Callable[[Facts], Row]:
        """Return the function of facts that gives the value at each of some amounts."""
        return at_every(self.tree, chair, target, sizes)

    def reads(self) -> frozenset[str]:
        """Return every name the expression reads, as written."""
        return frozenset(read.text for read in reads(self.tree))

    def keys(self) -> frozenset[str]:
        """Return where in a state it looks; `{self}` and `{target}` are left open."""
        return frozenset(read.name.key for read in reads(self.tree))

    def lookups(self) -> Sequence[Read]:
        """Return every lookup, with where it is kept; the lint asks again and again."""
        if not self._reads:
            self._reads.extend(reads(self.tree))
        return self._reads

    @property
    def constant(self) -> int | None:
        """The value when it never changes, else None."""
        return int(self.tree.value) if isinstance(self.tree, Constant) else None

    def __reduce__(self) -> tuple[type[Compiled], tuple[str, Tree]]:
        """Travel to another process without the functions."""
        return (Compiled, (self.text, self.tree))
