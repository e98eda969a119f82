"""From a typed tree to a function: closures over closures, no text is ever run."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.content.expressions.tree import (
    LIMIT,
    Arithmetic,
    Call,
    Comparison,
    Constant,
    Logic,
    Not,
    Read,
    Tree,
    clamp,
)
from game.content.records import Bound, Facts

Scope = Mapping[str, int]
Word = Callable[[Facts, Scope], str]

# A figure against a constant is what nearly every condition asks: one closure, one lookup.
_FIGURE_TO_CONSTANT: dict[str, Callable[[str, int], Bound]] = {
    "==": lambda key, to: lambda facts, _: facts.figures[key] == to,
    "!=": lambda key, to: lambda facts, _: facts.figures[key] != to,
    "<": lambda key, to: lambda facts, _: facts.figures[key] < to,
    "<=": lambda key, to: lambda facts, _: facts.figures[key] <= to,
    ">": lambda key, to: lambda facts, _: facts.figures[key] > to,
    ">=": lambda key, to: lambda facts, _: facts.figures[key] >= to,
}
_ANY_TO_ANY: dict[str, Callable[[Bound, Bound], Bound]] = {
    "==": lambda a, b: lambda facts, scope: a(facts, scope) == b(facts, scope),
    "!=": lambda a, b: lambda facts, scope: a(facts, scope) != b(facts, scope),
    "<": lambda a, b: lambda facts, scope: a(facts, scope) < b(facts, scope),
    "<=": lambda a, b: lambda facts, scope: a(facts, scope) <= b(facts, scope),
    ">": lambda a, b: lambda facts, scope: a(facts, scope) > b(facts, scope),
    ">=": lambda a, b: lambda facts, scope: a(facts, scope) >= b(facts, scope),
}
_MIRRORED = {"==": "==", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def compiled(tree: Tree, chair: str, target: str) -> Bound:
    """Return the function of a tree whose names are bound to a chair and a target."""
    match tree:
        case Constant():
            return _constant(tree)
        case Read():
            return _read(tree, chair, target)
        case Comparison():
            return _comparison(tree, chair, target)
        case Arithmetic():
            return _ARITHMETIC[tree.op](*_both(tree, chair, target))
        case Not():
            return _negated(compiled(tree.part, chair, target))
        case Logic():
            parts = tuple(compiled(part, chair, target) for part in tree.parts)
            return _all(parts) if tree.op == "and" else _any(parts)
        case Call():
            parts = tuple(compiled(part, chair, target) for part in tree.arguments)
            return _called(tree.function, parts)


def key_of(read: Read, chair: str, target: str) -> str:
    """Return where a bound name lies in the state."""
    return read.name.key.replace("{self}", chair).replace("{target}", target)


def _both(tree: Arithmetic | Comparison, chair: str, target: str) -> tuple[Bound, Bound]:
    return compiled(tree.left, chair, target), compiled(tree.right, chair, target)


def _constant(tree: Constant) -> Bound:
    value = int(tree.value)
    return lambda _, __: value


def _read(tree: Read, chair: str, target: str) -> Bound:
    key = key_of(tree, chair, target)
    match tree.name.store:
        case "figures":
            return lambda facts, _: facts.figures[key]
        case "flags":
            return lambda facts, _: facts.flags.get(key, 0)
        case "fired":
            return lambda facts, _: key in facts.fired
        case _:
            return lambda _, scope: scope.get(key, 0)


def _comparison(tree: Comparison, chair: str, target: str) -> Bound:
    if tree.left.type == "text":
        return _same_word(tree, chair, target)
    left, right, op = tree.left, tree.right, tree.op
    if isinstance(left, Constant):
        left, right, op = right, left, _MIRRORED[op]
    if isinstance(right, Constant) and isinstance(left, Read) and left.name.store == "figures":
        return _FIGURE_TO_CONSTANT[op](key_of(left, chair, target), int(right.value))
    return _ANY_TO_ANY[op](compiled(left, chair, target), compiled(right, chair, target))


def _same_word(tree: Comparison, chair: str, target: str) -> Bound:
    if isinstance(tree.left, Read) and isinstance(tree.right, Constant):
        return _word_to_constant(tree.op, key_of(tree.left, chair, target), tree.right.value)
    left, right = _word(tree.left, chair, target), _word(tree.right, chair, target)
    if tree.op == "==":
        return lambda facts, scope: left(facts, scope) == right(facts, scope)
    return lambda facts, scope: left(facts, scope) != right(facts, scope)


def _word_to_constant(op: str, key: str, to: int | str) -> Bound:
    if op == "==":
        return lambda facts, _: facts.words[key] == to
    return lambda facts, _: facts.words[key] != to


def _word(tree: Tree, chair: str, target: str) -> Word:
    if isinstance(tree, Read):
        key = key_of(tree, chair, target)
        return lambda facts, _: facts.words[key]
    value = str(tree.value) if isinstance(tree, Constant) else ""
    return lambda _, __: value


def _negated(part: Bound) -> Bound:
    return lambda facts, scope: not part(facts, scope)


def _all(parts: tuple[Bound, ...]) -> Bound:
    first, second, rest = parts[0], parts[1], parts[2:]
    if not rest:
        return lambda facts, scope: first(facts, scope) and second(facts, scope)
    others = _all(rest) if len(rest) > 1 else rest[0]
    return lambda facts, scope: (
        first(facts, scope) and second(facts, scope) and others(facts, scope)
    )


def _any(parts: tuple[Bound, ...]) -> Bound:
    first, second, rest = parts[0], parts[1], parts[2:]
    if not rest:
        return lambda facts, scope: first(facts, scope) or second(facts, scope)
    others = _any(rest) if len(rest) > 1 else rest[0]
    return lambda facts, scope: first(facts, scope) or second(facts, scope) or others(facts, scope)


def _called(function: str, parts: tuple[Bound, ...]) -> Bound:
    first, last = parts[0], parts[-1]
    if function == "abs":
        return lambda facts, scope: abs(first(facts, scope))
    choose = min if function == "min" else max
    if len(parts) == 2:
        return lambda facts, scope: choose(first(facts, scope), last(facts, scope))
    return lambda facts, scope: choose([part(facts, scope) for part in parts])


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


_ARITHMETIC: dict[str, Callable[[Bound, Bound], Bound]] = {
    "+": _add,
    "-": _subtract,
    "*": _multiply,
    "//": _divide,
    "%": _remainder,
}
