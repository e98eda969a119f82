"""What a calculation does with its parts, every result kept within the limits of a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.content.expressions.tree import LIMIT, clamp
from game.content.records.expressions import Bound, Facts

Scope = Mapping[str, int]


def _plus(left: Bound, by: int) -> Bound:
    def run(facts: Facts, scope: Scope) -> int:
        value = left(facts, scope) + by
        return value if -LIMIT <= value <= LIMIT else clamp(value)

    return run


def _times(left: Bound, by: int) -> Bound:
    def run(facts: Facts, scope: Scope) -> int:
        value = left(facts, scope) * by
        return value if -LIMIT <= value <= LIMIT else clamp(value)

    return run


def _over(left: Bound, by: int) -> Bound:
    def run(facts: Facts, scope: Scope) -> int:
        value = left(facts, scope) // by
        return value if -LIMIT <= value <= LIMIT else clamp(value)

    return run


BY_CONSTANT: dict[str, Callable[[Bound, int], Bound]] = {
    "+": _plus,
    "-": lambda left, by: _plus(left, -by),
    "*": _times,
    "//": _over,
}


def _add(left: Bound, right: Bound) -> Bound:
    def run(facts: Facts, scope: Scope) -> int:
        value = left(facts, scope) + right(facts, scope)
        return value if -LIMIT <= value <= LIMIT else clamp(value)

    return run


def _subtract(left: Bound, right: Bound) -> Bound:
    def run(facts: Facts, scope: Scope) -> int:
        value = left(facts, scope) - right(facts, scope)
        return value if -LIMIT <= value <= LIMIT else clamp(value)

    return run


def _multiply(left: Bound, right: Bound) -> Bound:
    def run(facts: Facts, scope: Scope) -> int:
        value = left(facts, scope) * right(facts, scope)
        return value if -LIMIT <= value <= LIMIT else clamp(value)

    return run


def _divide(left: Bound, right: Bound) -> Bound:
    def run(facts: Facts, scope: Scope) -> int:
        by = right(facts, scope)
        value = left(facts, scope) // by if by else 0
        return value if -LIMIT <= value <= LIMIT else clamp(value)

    return run


def _remainder(left: Bound, right: Bound) -> Bound:
    def run(facts: Facts, scope: Scope) -> int:
        by = right(facts, scope)
        return left(facts, scope) % by if by else 0

    return run


ARITHMETIC: dict[str, Callable[[Bound, Bound], Bound]] = {
    "+": _add,
    "-": _subtract,
    "*": _multiply,
    "//": _divide,
    "%": _remainder,
}
