"""The typed tree of an expression, and its constants folded."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.names import Name
from game.content.paths import Type
from game.record import Record

LIMIT = 10**9
"""No amount leaves -LIMIT..LIMIT, whatever is multiplied."""


class Constant(Record):
    """A value known when content is read; dates are proleptic ordinals, yes/no is 1 or 0."""

    value: int | str
    type: Type


class Read(Record):
    """A name looked up in the state; `text` is the name as written."""

    text: str
    name: Name

    @property
    def type(self) -> Type:
        """The declared type of the name."""
        return self.name.type


class Arithmetic(Record):
    """`+ - * // %` of two amounts."""

    op: str
    left: Tree
    right: Tree
    type: Type = "int"


class Call(Record):
    """`min`, `max` or `abs` of amounts."""

    function: str
    arguments: tuple[Tree, ...]
    type: Type = "int"


class Comparison(Record):
    """One of `== != < <= > >=` between two values of one type."""

    op: str
    left: Tree
    right: Tree
    type: Type = "bool"


class Logic(Record):
    """`and` or `or` of two or more yes/no values."""

    op: str
    parts: tuple[Tree, ...]
    type: Type = "bool"


class Not(Record):
    """The opposite of a yes/no value."""

    part: Tree
    type: Type = "bool"


Tree = Constant | Read | Arithmetic | Call | Comparison | Logic | Not

TRUE = Constant(1, "bool")
FALSE = Constant(0, "bool")


def clamp(value: int) -> int:
    """Hold an amount within its limits."""
    return max(-LIMIT, min(LIMIT, value))


def arithmetic(op: str, left: int, right: int) -> int:
    """Compute `+ - * // %` as the game does: clamped, and 0 where one would divide by 0."""
    if op == "+":
        return clamp(left + right)
    if op == "-":
        return clamp(left - right)
    if op == "*":
        return clamp(left * right)
    if right == 0:
        return 0
    return clamp(left // right if op == "//" else left % right)


def call(function: str, values: list[int]) -> int:
    """Compute `min`, `max` or `abs`."""
    if function == "abs":
        return abs(values[0])
    return min(values) if function == "min" else max(values)


def compare(op: str, left: int | str, right: int | str) -> bool:
    """Compare two values of one type; texts are only ever equal or not."""
    if op == "==":
        return left == right
    if op == "!=":
        return left != right
    if isinstance(left, str) or isinstance(right, str):
        raise TypeError(op)
    below = left < right if op[0] == "<" else left > right
    return below or (len(op) == 2 and left == right)


def children(tree: Tree) -> tuple[Tree, ...]:
    """Return the parts of a tree, left to right."""
    if isinstance(tree, Arithmetic | Comparison):
        return (tree.left, tree.right)
    if isinstance(tree, Call):
        return tree.arguments
    if isinstance(tree, Logic):
        return tree.parts
    return (tree.part,) if isinstance(tree, Not) else ()


def reads(tree: Tree) -> Iterator[Read]:
    """Yield every name that the tree looks up."""
    if isinstance(tree, Read):
        yield tree
    for child in children(tree):
        yield from reads(child)


def folded(tree: Tree) -> Tree:
    """Replace one level of constants by their value; the parts are folded already."""
    if isinstance(tree, Logic):
        return _folded_logic(tree)
    parts = children(tree)
    if not parts or not all(isinstance(part, Constant) for part in parts):
        return tree
    return _value(tree, [part.value for part in parts if isinstance(part, Constant)])


def _value(tree: Tree, values: list[int | str]) -> Tree:
    if isinstance(tree, Comparison):
        return TRUE if compare(tree.op, values[0], values[1]) else FALSE
    numbers = [value for value in values if isinstance(value, int)]
    if isinstance(tree, Arithmetic):
        return Constant(arithmetic(tree.op, numbers[0], numbers[1]), "int")
    if isinstance(tree, Call):
        return Constant(call(tree.function, numbers), "int")
    return FALSE if numbers[0] else TRUE


def _folded_logic(tree: Logic) -> Tree:
    settles = FALSE if tree.op == "and" else TRUE
    open_parts = tuple(part for part in tree.parts if not isinstance(part, Constant))
    if settles in tree.parts:
        return settles
    if not open_parts:
        return TRUE if tree.op == "and" else FALSE
    return open_parts[0] if len(open_parts) == 1 else Logic(tree.op, open_parts)
