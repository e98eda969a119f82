"""From a typed tree to a function: closures over closures, no text is ever run."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from game.content.expressions.calculating import ARITHMETIC, BY_CONSTANT
from game.content.expressions.tree import (
    Arithmetic,
    Call,
    Comparison,
    Constant,
    Logic,
    Not,
    Read,
    Tree,
)
from game.content.records.expressions import Bound, Facts

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


FAR = 2**63  # no figure is near it
_RANGES: dict[str, Callable[[int], tuple[int, int]]] = {
    "==": lambda to: (to, to),
    "<": lambda to: (-FAR, to - 1),
    "<=": lambda to: (-FAR, to),
    ">": lambda to: (to + 1, FAR),
    ">=": lambda to: (to, FAR),
}


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
            return _arithmetic(tree, chair, target)
        case Not():
            return _negated(compiled(tree.part, chair, target))
        case Logic():
            if tree.op == "and":
                return _all(tuple(_fused(tree.parts, chair, target)))
            return _any(tuple(compiled(part, chair, target) for part in tree.parts))
        case Call():
            return _call(tree, chair, target)


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
        case "past" if tree.type == "bool":
            return lambda facts, _: key in facts.past
        case "past":
            return lambda facts, _: facts.past.get(key, 0)
        case "deals":
            return lambda facts, _: facts.figures.get(key, 0)
        case "crew":
            return _whereabouts(*key.split("/")[1:])
        case _:
            return lambda _, scope: scope.get(key, 0)


def _whereabouts(place: str, person: str) -> Bound:
    def run(facts: Facts, _: Scope) -> int:
        found = facts.crew.get(person)
        return found is not None and found.place == place

    return run


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


def _fused(parts: Sequence[Tree], chair: str, target: str) -> Iterator[Bound]:
    """Yield functions that hold together when all parts do: neighbours that ask ranges as one."""
    waiting: tuple[str, int, int] | None = None
    for part in parts:
        asked = _range(part, chair, target)
        if asked and waiting:
            yield _both_within(*waiting, *asked)
            waiting = None
            continue
        if waiting:
            yield _within(*waiting)
        waiting = asked
        if asked is None:
            yield compiled(part, chair, target)
    if waiting:
        yield _within(*waiting)


def _range(tree: Tree, chair: str, target: str) -> tuple[str, int, int] | None:
    """Return the figure and the range that a comparison with a constant asks of it, if it does."""
    if not isinstance(tree, Comparison) or tree.left.type == "text" or tree.op == "!=":
        return None
    left, right, op = tree.left, tree.right, tree.op
    if isinstance(left, Constant):
        left, right, op = right, left, _MIRRORED[op]
    if not (isinstance(right, Constant) and isinstance(left, Read)):
        return None
    low, high = _RANGES[op](int(right.value))
    return (key_of(left, chair, target), low, high) if left.name.store == "figures" else None


def _within(key: str, low: int, high: int) -> Bound:
    if low == -FAR:
        return lambda facts, _: facts.figures[key] <= high
    if high == FAR:
        return lambda facts, _: facts.figures[key] >= low
    return lambda facts, _: low <= facts.figures[key] <= high


def _both_within(
    key: str, low: int, high: int, other: str, other_low: int, other_high: int
) -> Bound:
    def run(facts: Facts, _: Scope) -> int:
        figures = facts.figures
        return low <= figures[key] <= high and other_low <= figures[other] <= other_high

    return run


def _all(parts: tuple[Bound, ...]) -> Bound:
    if len(parts) == 1:
        return parts[0]
    first, second, rest = parts[0], parts[1], parts[2:]
    if not rest:
        return lambda facts, scope: first(facts, scope) and second(facts, scope)
    third, rest = rest[0], rest[1:]
    if not rest:
        return lambda facts, scope: (
            first(facts, scope) and second(facts, scope) and third(facts, scope)
        )
    others = _all(rest)
    return lambda facts, scope: (
        first(facts, scope)
        and second(facts, scope)
        and third(facts, scope)
        and others(facts, scope)
    )


def _any(parts: tuple[Bound, ...]) -> Bound:
    first, second, rest = parts[0], parts[1], parts[2:]
    if not rest:
        return lambda facts, scope: first(facts, scope) or second(facts, scope)
    others = _any(rest) if len(rest) > 1 else rest[0]
    return lambda facts, scope: first(facts, scope) or second(facts, scope) or others(facts, scope)


def _call(tree: Call, chair: str, target: str) -> Bound:
    """Return the function of a call; mostly of a value and a constant."""
    constants = [part for part in tree.arguments if isinstance(part, Constant)]
    others = [part for part in tree.arguments if not isinstance(part, Constant)]
    if tree.function != "abs" and len(constants) == len(others) == 1:
        value, to = compiled(others[0], chair, target), int(constants[0].value)
        if tree.function == "min":
            return lambda facts, scope: to if (found := value(facts, scope)) > to else found
        return lambda facts, scope: to if (found := value(facts, scope)) < to else found
    return _called(tree.function, tuple(compiled(p, chair, target) for p in tree.arguments))


def _called(function: str, parts: tuple[Bound, ...]) -> Bound:
    first, last = parts[0], parts[-1]
    if function == "abs":
        return lambda facts, scope: abs(first(facts, scope))
    choose = min if function == "min" else max
    if len(parts) == 2:
        return lambda facts, scope: choose(first(facts, scope), last(facts, scope))
    return lambda facts, scope: choose([part(facts, scope) for part in parts])


def _arithmetic(tree: Arithmetic, chair: str, target: str) -> Bound:
    """Return the function of a calculation; what is taken by a constant saves asking for it."""
    left, right = tree.left, tree.right
    if tree.op in ("+", "*") and isinstance(left, Constant):
        left, right = right, left
    if tree.op in BY_CONSTANT and isinstance(right, Constant) and right.value:
        return BY_CONSTANT[tree.op](compiled(left, chair, target), int(right.value))
    return ARITHMETIC[tree.op](*_both(tree, chair, target))
