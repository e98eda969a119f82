"""Conditions and amounts: text, typed tree, compiled function; content is never run as code."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.content.expressions.closures import compiled
from game.content.expressions.parser import Nameable, parse
from game.content.expressions.screening import Problem, parse_date
from game.content.expressions.tree import Call, Constant, Read, Tree, reads
from game.content.paths import Type
from game.content.records import Amount, Bound

__all__ = ["Compiled", "Library", "Nameable", "Problem", "parse_date"]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A checked expression (`records.Expression`); functions are made when first bound."""

    text: str
    tree: Tree = field(repr=False, compare=False)
    _bound: dict[tuple[str, str], Bound] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def bind(self, chair: str, target: str = "") -> Bound:
        """Return the function of (facts, scope) for a chair and a target, always the same one."""
        found = self._bound.get((chair, target))
        if found is None:
            found = self._bound[chair, target] = compiled(self.tree, chair, target)
        return found

    def reads(self) -> frozenset[str]:
        """Return every name the expression reads, as written."""
        return frozenset(read.text for read in reads(self.tree))

    def lookups(self) -> tuple[Read, ...]:
        """Return every lookup, with where it is kept."""
        return tuple(reads(self.tree))

    @property
    def constant(self) -> int | None:
        """The value when it never changes, else None."""
        return int(self.tree.value) if isinstance(self.tree, Constant) else None

    def __reduce__(self) -> tuple[type[Compiled], tuple[str, Tree]]:
        """Travel to another process without the functions."""
        return (Compiled, (self.text, self.tree))


class Library:
    """Parses each distinct expression once; the lint and the compiler share it."""

    def __init__(self, names: Nameable) -> None:
        """Take the names that expressions may use."""
        self.names = names
        self._known: dict[tuple[str, Type], tuple[Compiled | None, tuple[Problem, ...]]] = {}

    def check(self, text: str, wants: Type) -> tuple[Compiled | None, tuple[Problem, ...]]:
        """Return the expression, or None with every problem in it."""
        found = self._known.get((text, wants))
        if found is None:
            tree, problems = parse(text, self.names, wants)
            found = (Compiled(text, tree) if tree is not None else None, problems)
            self._known[text, wants] = found
        return found

    def condition(self, text: str) -> Compiled:
        """Return a condition that was checked before."""
        return self._sure(text, "bool")

    def amount(self, value: int | str) -> Amount:
        """Return an amount that was checked before: a number where it is one."""
        if isinstance(value, int):
            return value
        expression = self._sure(value, "int")
        return expression if expression.constant is None else expression.constant

    def due(self, value: int | str) -> Amount:
        """Return an amount that is paid, checked before: never less than nothing."""
        amount = self.amount(value)
        if isinstance(amount, int):
            return amount
        whole = self._sure(amount.text, "int")
        return Compiled(whole.text, Call("max", (Constant(0, "int"), whole.tree)))

    def _sure(self, text: str, wants: Type) -> Compiled:
        expression, problems = self.check(text, wants)
        if expression is None:
            raise ValueError(f"{text}: {problems[0].message}")
        return expression
