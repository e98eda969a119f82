"""From the text of a condition or amount to a checked, typed tree."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Protocol

from game.content.expressions.grammar import column, decoded, expression, flat, segment
from game.content.expressions.screening import Problem, parse_date, unfit
from game.content.expressions.tree import (
    FALSE,
    LIMIT,
    TRUE,
    Arithmetic,
    Call,
    Comparison,
    Constant,
    Logic,
    Not,
    Read,
    Tree,
    folded,
)
from game.content.names import Name
from game.content.past import ASKED, Astray
from game.content.paths import Type
from game.text.near import did_you_mean

MAX_DEPTH = 20
MAX_NODES = 200

_ARITHMETIC: dict[type[ast.operator], str] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.FloorDiv: "//", ast.Mod: "%",
}  # fmt: skip
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
}  # fmt: skip
_CALLS = ("abs", "date", "max", "min", *ASKED)
_SAID: dict[Type, str] = {"int": "a number", "bool": "a yes/no", "text": "a word", "date": "a date"}
_REFUSED: dict[type[ast.AST], str] = {
    ast.Div: "write // for division: amounts are whole",
    ast.Pow: "there is no power",
    ast.IfExp: "write an effect with when/do/else instead",
    ast.List: "a list may only stand after `in`",
    ast.Tuple: "a comma may only stand between arguments or in a list",
    ast.Lambda: "only conditions and amounts are read",
}


class Nameable(Protocol):
    """What knows the names that expressions use (`paths.Names`, or a pack's view of them)."""

    def resolve(self, name: str) -> Name | None:
        """Return how to read a name, or None when nothing of that name exists."""

    def known(self) -> Iterable[str]:
        """Return names for `did you mean`."""
        ...

    def values(self, word: str) -> tuple[str, ...]:
        """Return all that a word may be; empty where that isn't known."""
        ...

    def recall(self, function: str, arguments: tuple[str, ...]) -> tuple[Name, ...] | Astray:
        """Return what a question about the past looks up, any of which answers it with yes."""


_INSTEAD = {"=": "write == to compare"}


class _RefusedError(Exception):
    """This part of the expression can't be read; the problem is noted already."""


def parse(text: str, names: Nameable, wants: Type) -> tuple[Tree | None, tuple[Problem, ...]]:
    """Return the tree of type `wants`, or None and every problem found. Never raises."""
    problem = unfit(text)
    if problem:
        return None, (problem,)
    lead = len(text) - len(text.lstrip())
    try:
        root = expression(text)
    except SyntaxError as error:
        offset = lead + max(0, (error.offset or 1) - 1)
        hint = _INSTEAD.get(text[offset:][:1], "")
        hint = "write the number without %" if text.rstrip().endswith("%") else hint
        return None, (Problem("E030", offset, "this can't be read here", hint),)
    except (ValueError, MemoryError, RecursionError):
        return None, (Problem("E034", 0, "too deeply nested to be read"),)
    return _Reader(names, flat(text), lead).run(root, wants)


class _Reader:
    """Walks Python's tree of an expression and builds ours, noting problems on the way."""

    def __init__(self, names: Nameable, text: str, lead: int) -> None:
        self.names = names
        self.text = text
        self.lead = lead
        self.problems: list[Problem] = []
        self._nodes = 0

    def run(self, root: ast.expr, wants: Type) -> tuple[Tree | None, tuple[Problem, ...]]:
        """Read the whole expression."""
        tree = self._expect(root, wants, 1)
        return (None if self.problems else tree), tuple(self.problems)

    def _note(self, code: str, node: ast.AST, message: str, hint: str = "") -> _RefusedError:
        offset = self.lead + column(self.text, node)
        self.problems.append(Problem(code, offset, message, hint))
        return _RefusedError()

    def _expect(self, node: ast.expr, wants: Type, depth: int) -> Tree | None:
        """Read a part that must be of one type; None when it can't be read."""
        tree = self._part(node, depth)
        if tree is not None and tree.type != wants:
            said = f"{_SAID[tree.type]} stands where {_SAID[wants]} is needed"
            hint = "compare it, as in `> 0`" if (tree.type, wants) == ("int", "bool") else ""
            self._note("E032", node, said, hint)
            return None
        return tree

    def _part(self, node: ast.expr, depth: int) -> Tree | None:
        """Read one part, whatever its type; None when a problem was noted."""
        self._nodes += 1
        try:
            if depth > MAX_DEPTH or self._nodes > MAX_NODES:
                raise self._note("E034", node, f"nested deeper than {MAX_DEPTH} or too many parts")
            tree = self._read(node, depth)
        except _RefusedError:
            return None
        return folded(tree) if tree is not None else None

    def _read(self, node: ast.expr, depth: int) -> Tree | None:
        match node:
            case ast.Constant():
                return self._constant(node)
            case ast.Name() | ast.Attribute():
                return self._name(node)
            case ast.BoolOp():
                return self._logic(node, depth)
            case ast.UnaryOp():
                return self._unary(node, depth)
            case ast.BinOp():
                return self._arithmetic(node, depth)
            case ast.Compare():
                return self._comparisons(node, depth)
            case ast.Call():
                return self._call(node, depth)
        raise self._refuse(node, node)

    def _refuse(self, node: ast.AST, at: ast.AST) -> _RefusedError:
        hint = _REFUSED.get(type(node), "")
        return self._note("E033", at, "this has no place in a condition or amount", hint)

    def _constant(self, node: ast.Constant) -> Tree:
        if isinstance(node.value, bool):
            word = str(node.value)
            raise self._note("E031", node, f'unknown name "{word}"', f'write "{word.lower()}"')
        if isinstance(node.value, str):
            return Constant(decoded(node.value), "text")
        if not isinstance(node.value, int):
            raise self._refuse(node, node)
        if node.value > LIMIT:
            raise self._note("E036", node, f"a number beyond {LIMIT:,}")
        return Constant(node.value, "int")

    def _name(self, node: ast.Name | ast.Attribute) -> Tree:
        text = self._dotted(node)
        if text in ("true", "false"):
            return TRUE if text == "true" else FALSE
        name = self.names.resolve(text)
        if name is None:
            hint = did_you_mean(text, self._alike(text))
            raise self._note("E031", node, f'unknown name "{text}"', hint)
        return Read(text, name)

    def _dotted(self, node: ast.expr) -> str:
        if isinstance(node, ast.Name):
            return decoded(node.id)
        if isinstance(node, ast.Attribute):
            return f"{self._dotted(node.value)}.{decoded(node.attr)}"
        raise self._refuse(node, node)

    def _alike(self, text: str) -> list[str]:
        known = [*self.names.known(), "true", "false"]
        if text.count(".") > 1:
            head = text.partition(".")[0]
            known += [f"{head}.{name}" for name in known if name.startswith(("trust", "faction"))]
        return known

    def _logic(self, node: ast.BoolOp, depth: int) -> Tree | None:
        parts = [self._expect(value, "bool", depth + 1) for value in node.values]
        read = tuple(part for part in parts if part is not None)
        op = "and" if isinstance(node.op, ast.And) else "or"
        return Logic(op, read) if len(read) == len(parts) else None

    def _unary(self, node: ast.UnaryOp, depth: int) -> Tree | None:
        if isinstance(node.op, ast.Not):
            part = self._expect(node.operand, "bool", depth + 1)
            return Not(part) if part is not None else None
        if not isinstance(node.op, ast.USub):
            raise self._refuse(node.op, node)
        part = self._expect(node.operand, "int", depth + 1)
        return Arithmetic("-", Constant(0, "int"), part) if part is not None else None

    def _arithmetic(self, node: ast.BinOp, depth: int) -> Tree | None:
        op = _ARITHMETIC.get(type(node.op))
        if op is None:
            raise self._refuse(node.op, node)
        left = self._expect(node.left, "int", depth + 1)
        right = self._expect(node.right, "int", depth + 1)
        return Arithmetic(op, left, right) if left is not None and right is not None else None

    def _call(self, node: ast.Call, depth: int) -> Tree | None:
        function = node.func.id if isinstance(node.func, ast.Name) else ""
        if function not in _CALLS:
            hint = did_you_mean(function, _CALLS) or f"there are only {', '.join(_CALLS)}"
            raise self._note("E031", node, f'unknown function "{function}"', hint)
        if function == "date":
            return self._date(node)
        if function in ASKED:
            return self._past(node, function)
        few = 1 if function == "abs" else 2
        wrong = len(node.args) < few or (function == "abs" and len(node.args) > 1)
        if wrong or node.keywords:
            said = "one amount" if function == "abs" else "two or more amounts"
            raise self._note("E033", node, f"{function}(…) takes {said}")
        parts = [self._expect(value, "int", depth + 1) for value in node.args]
        read = tuple(part for part in parts if part is not None)
        return Call(function, read) if len(read) == len(parts) else None

    def _past(self, node: ast.Call, function: str) -> Tree:
        """Read a question about the past; its arguments are words in quotes."""
        asked = ASKED[function]
        words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        given = tuple(decoded(word) for word in words if isinstance(word, str))
        few, many = asked.needed, len(asked.arguments)
        if len(given) < len(node.args) or node.keywords or not few <= len(given) <= many:
            said = ", ".join(f'"{name}"' for name in asked.arguments)
            raise self._note("E033", node, f"it is written {function}({said}), the first {few} "
                             "at least, each in quotes")  # fmt: skip
        found = self.names.recall(function, given)
        if isinstance(found, Astray):
            hint = did_you_mean(given[found.place], found.known)
            raise self._note(found.code, node.args[found.place], found.said, hint)
        text = segment(self.text, node) or function
        reads = tuple(Read(text, name) for name in found)
        return Logic("or", reads) if len(reads) > 1 else reads[0]

    def _date(self, node: ast.Call) -> Tree:
        only = node.args[0] if len(node.args) == 1 and not node.keywords else None
        text = only.value if isinstance(only, ast.Constant) else None
        day = parse_date(text) if isinstance(text, str) else None
        if day is None:
            raise self._note("E037", node, 'a date is written date("2022-10") or with a day')
        return Constant(day.toordinal(), "date")

    def _comparisons(self, node: ast.Compare, depth: int) -> Tree | None:
        """Read a chain `a < b < c` as `a < b and b < c`."""
        pairs: list[Tree] = []
        left = node.left
        for op, right in zip(node.ops, node.comparators, strict=True):
            pair = self._pair(left, op, right, depth + 1)
            if pair is None:
                return None
            pairs.append(folded(pair))
            left = right
        return folded(Logic("and", tuple(pairs))) if len(pairs) > 1 else pairs[0]

    def _pair(self, left: ast.expr, op: ast.cmpop, right: ast.expr, depth: int) -> Tree | None:
        first = self._part(left, depth)
        if isinstance(op, ast.In | ast.NotIn):
            return self._membership(first, op, right, depth)
        sign = _COMPARISONS.get(type(op))
        if sign is None:
            raise self._refuse(op, left)
        second = self._part(right, depth)
        if first is None or second is None:
            return None
        return self._compared(sign, first, second, right)

    def _compared(self, sign: str, first: Tree, second: Tree, at: ast.expr) -> Tree:
        if first.type != second.type:
            said = f"{_SAID[first.type]} can't be compared with {_SAID[second.type]}"
            hint = 'write date("2022-10")' if "date" in (first.type, second.type) else ""
            raise self._note("E032", at, said, hint)
        if sign not in ("==", "!=") and first.type in ("text", "bool"):
            raise self._note("E032", at, f"{_SAID[first.type]} has no order: only == and !=")
        for one, other in ((first, second), (second, first)):
            self._check_word(one, other, at)
        return Comparison(sign, first, second)

    def _check_word(self, one: Tree, other: Tree, at: ast.expr) -> None:
        if not (isinstance(one, Read) and isinstance(other, Constant)):
            return
        allowed = self.names.values(one.text)
        if allowed and other.value not in allowed:
            said = f'{one.text} is never "{other.value}"'
            raise self._note("E035", at, said, f"it is one of {', '.join(allowed)}")

    def _membership(
        self, first: Tree | None, op: ast.cmpop, right: ast.expr, depth: int
    ) -> Tree | None:
        if not isinstance(right, ast.List) or not right.elts:
            raise self._note("E033", right, "after `in` comes a list such as [1, 2]")
        seconds = [(self._part(item, depth), item) for item in right.elts]
        if first is None or any(second is None for second, _ in seconds):
            return None
        equal = tuple(
            folded(self._compared("==", first, second, item))
            for second, item in seconds
            if second is not None
        )
        found = folded(Logic("or", equal)) if len(equal) > 1 else equal[0]
        return Not(found) if isinstance(op, ast.NotIn) else found
