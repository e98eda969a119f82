"""The expressions of content, each parsed once."""

from __future__ import annotations

from game.content.expressions.compiled import Compiled
from game.content.expressions.parser import Nameable, parse
from game.content.expressions.screening import Problem
from game.content.expressions.tree import Call, Constant
from game.content.paths import Type
from game.content.records import Amount


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
