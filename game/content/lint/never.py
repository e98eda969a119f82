"""Checks for what can never be: conditions out of all figures' ranges, days that nobody plays."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping

from game.content.definitions.stories import Story
from game.content.expressions.screening import parse_date
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
    arithmetic,
)
from game.content.fields import Expr
from game.content.findings import Finding
from game.content.lint.subject import Subject

Range = tuple[int, int]
"""The least and the most that a value can be."""

_ANYTHING = (-LIMIT, LIMIT)
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield conditions that no state can meet, and events dated where no scenario plays."""
    span = days_of(subject)
    for visit in subject.visits:
        if isinstance(visit.marker, Expr) and visit.marker.wants == "bool":
            expression, _ = subject.library.check(str(visit.value), "bool")
            if expression and expression.constant is None and never(expression.tree, span):
                said = "this condition never holds: no figure reaches so far"
                yield subject.report("W106", visit.loc, said)
    if isinstance(subject.defined.model, Story):
        yield from _unplayed(subject, subject.defined.model, span)


def days_of(subject: Subject) -> Range:
    """Return the first and the last day on which an object's worlds are played."""
    spans = [subject.world.spans[world] for world in subject.worlds]
    return min(first for first, _ in spans), max(last for _, last in spans)


def _unplayed(subject: Subject, story: Story, span: Range) -> Iterator[Finding]:
    """A day on the calendar lies in some scenario; a hazard may come on another."""
    window = story.window
    first = story.date or (window.start if window else None)
    last = story.date or (window.end if window else None)
    early = last is not None and _days(last)[1] < span[0]
    late = first is not None and _days(first)[0] > span[1]
    if (early or late) and not story.hazard:
        loc = ("date",) if story.date else ("window",)
        yield subject.report("W105", loc, "never comes up: no scenario plays at that time")


def _days(text: str) -> Range:
    """Return the first and the last day that a checked date covers."""
    day = parse_date(text)
    if day is None:
        raise ValueError(text)
    rest = calendar.monthrange(day.year, day.month)[1] - 1 if len(text) == len("2022-10") else 0
    return day.toordinal(), day.toordinal() + rest


def never(tree: Tree, span: Range) -> bool:
    """Return whether a condition holds in no state on the days of a span."""
    return _truth(tree, span)[1] == 0


def _truth(tree: Tree, span: Range) -> Range:
    """Return the least and the most that a yes/no can be, of 0 and 1."""
    match tree:
        case Constant(value=int(value)):
            return value, value
        case Not(part=part):
            low, high = _truth(part, span)
            return 1 - high, 1 - low
        case Logic(op="and", parts=parts) if not _together(parts, span):
            return 0, 0
        case Logic(op=op, parts=parts):
            lows, highs = zip(*(_truth(part, span) for part in parts), strict=True)
            return (min(lows), min(highs)) if op == "and" else (max(lows), max(highs))
        case Comparison(left=left, right=right) if left.type in ("int", "date"):
            return _compared(tree.op, _range(left, span), _range(right, span))
    return 0, 1


def _compared(op: str, left: Range, right: Range) -> Range:
    if op in (">", ">="):
        return _compared(_MIRRORED[op], right, left)
    if op in ("<", "<="):
        equal = op == "<="
        sure = left[1] < right[0] or (equal and left[1] == right[0])
        able = left[0] < right[1] or (equal and left[0] == right[1])
        return int(sure), int(able)
    apart = left[1] < right[0] or right[1] < left[0]
    same = left == right and left[0] == left[1]
    return (int(same), int(not apart)) if op == "==" else (int(apart), int(not same))


def _range(tree: Tree, span: Range) -> Range:
    """Return the least and the most that an amount or a day can be."""
    match tree:
        case Constant(value=int(value)):
            return value, value
        case Read(name=name) if name.type == "date":
            return span
        case Read(type="bool"):
            return 0, 1
        case Read(name=name) if name.figure is not None:
            return name.figure.low, name.figure.high
        case Arithmetic(op="+" | "-" | "*", left=left, right=right):
            one, other = _range(left, span), _range(right, span)
            ends = [arithmetic(tree.op, a, b) for a in one for b in other]
            return min(ends), max(ends)
        case Call(function="min" | "max", arguments=parts):
            lows, highs = zip(*(_range(part, span) for part in parts), strict=True)
            picked = min if tree.function == "min" else max
            return picked(lows), picked(highs)
    return _ANYTHING


def _together(parts: tuple[Tree, ...], span: Range) -> bool:
    """Return whether every figure that all of these parts read can satisfy them at once."""
    left: dict[str, Range] = {}
    for read, op, value in _simple(parts):
        low, high = left.get(read.name.key, _range(read, span))
        bounds: Mapping[str, Range] = {
            "<": (low, min(high, value - 1)), "<=": (low, min(high, value)),
            ">": (max(low, value + 1), high), ">=": (max(low, value), high),
            "==": (max(low, value), min(high, value)),
        }  # fmt: skip
        left[read.name.key] = bounds.get(op, (low, high))
    return all(low <= high for low, high in left.values())


def _simple(parts: tuple[Tree, ...]) -> Iterator[tuple[Read, str, int]]:
    """Yield the comparisons of one name with one number among parts that must all hold."""
    for part in parts:
        match part:
            case Logic(op="and", parts=inner):
                yield from _simple(inner)
            case Comparison(op=op, left=Read() as read, right=Constant(value=int(value))):
                yield read, op, value
            case Comparison(op=op, left=Constant(value=int(value)), right=Read() as read):
                yield read, _MIRRORED[op], value
            case Read(type="bool") as read:
                yield read, "==", 1
            case Not(part=Read(type="bool") as read):
                yield read, "==", 0
