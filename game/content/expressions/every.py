"""An amount at every size of its clause at once: what doesn't hang on the size is asked once."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence

from game.content.expressions.closures import compiled
from game.content.expressions.tree import LIMIT, Arithmetic, Call, Tree, clamp, reads
from game.content.records.expressions import Facts, Row

Every = Callable[[Facts], Row]

NO_SCOPE: dict[str, int] = {}
_BY: dict[str, Callable[[int, int], int]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "//": lambda value, by: value // by if by else 0,
    "%": lambda value, by: value % by if by else 0,
}
_OF: dict[str, Callable[..., int]] = {"min": min, "max": max, "abs": abs}


def at_every(tree: Tree, chair: str, target: str, sizes: Sequence[int]) -> Every:
    """Return the function of facts that gives a tree's value at each of some sizes."""
    asked = {read.name.store for read in reads(tree)}
    if asked <= {"scope"}:
        return _alone(tree, chair, target, sizes)
    if "scope" not in asked:
        value, times = compiled(tree, chair, target), len(sizes)
        return lambda facts: (value(facts, NO_SCOPE),) * times
    match tree:
        case Arithmetic():
            left, right = (at_every(part, chair, target, sizes) for part in (tree.left, tree.right))
            return _both(_BY[tree.op], left, right)
        case Call():
            parts = [at_every(part, chair, target, sizes) for part in tree.arguments]
            return _called(_OF[tree.function], parts)
    return _each(tree, chair, target, sizes)


def _each(tree: Tree, chair: str, target: str, sizes: Sequence[int]) -> Every:
    """Return a tree's values one by one."""
    value, scopes = compiled(tree, chair, target), [{"amount": size} for size in sizes]
    return lambda facts: tuple([value(facts, scope) for scope in scopes])


def _alone(tree: Tree, chair: str, target: str, sizes: Sequence[int]) -> Every:
    """Return the values of a tree that reads nothing but the size: they never change."""
    each = _each(tree, chair, target, sizes)
    made: list[Row] = []

    def run(facts: Facts) -> Row:
        if not made:
            made.append(each(facts))
        return made[0]

    return run


def _both(by: Callable[[int, int], int], left: Every, right: Every) -> Every:
    return lambda facts: _kept(tuple(map(by, left(facts), right(facts))))


def _called(of: Callable[..., int], parts: Sequence[Every]) -> Every:
    return lambda facts: tuple(map(of, *[part(facts) for part in parts]))


def _kept(row: Row) -> Row:
    """Return a row with every value within the limits of a number."""
    if min(row) >= -LIMIT and max(row) <= LIMIT:
        return row
    return tuple([clamp(value) for value in row])
