"""Checks for what can never be: conditions out of all figures' ranges, days that nobody plays."""

from __future__ import annotations

import calendar
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

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
    reads,
)
from game.content.fields import Expr
from game.content.findings import Finding
from game.content.lint.subject import Fixed, Subject, Unchanging
from game.content.names import Name
from game.content.past import parted
from game.content.walk import Visit

Range = tuple[int, int]
"""The least and the most that a value can be."""

_ANYTHING = (-LIMIT, LIMIT)
_MIRRORED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
_MAY_ALWAYS_HOLD = ("slide", "ending")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of every state: on which days it is, and what nothing ever changes."""

    span: Range
    fixed: Fixed = field(default_factory=dict)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield conditions that no state can meet or miss, and events dated where nobody plays."""
    known = known_of(subject)
    for visit in subject.visits:
        if isinstance(visit.marker, Expr) and visit.marker.wants == "bool":
            expression, _ = subject.library.check(str(visit.value), "bool")
            if expression and expression.constant is None:
                yield from _settled(subject, visit, expression.tree, known)
    if isinstance(subject.defined.model, Story):
        yield from _unplayed(subject, subject.defined.model, known.span)


def _settled(subject: Subject, visit: Visit, tree: Tree, known: Known) -> Iterator[Finding]:
    """Yield that a condition, or a part of one, is the same in every state."""
    alone = Known(known.span)
    if never(tree, alone):
        apart = isinstance(tree, Logic) and not any(never(part, alone) for part in tree.parts)
        why = "its parts exclude each other" if apart else "no figure reaches so far"
        yield subject.report("W106", visit.loc, f"this condition never holds: {why}")
    elif visit.loc[-1] == "needs" and never(tree, known):
        said = f"nothing opens this lock: {', '.join(_idle(tree, known))}"
        yield subject.report("W106", visit.loc, said)
    elif visit.loc[-1] == "asserts" or subject.defined.kind in _MAY_ALWAYS_HOLD:
        return
    elif _truth(tree, alone)[0] == 1:
        said = "this condition always holds: no figure reaches beyond it"
        yield subject.report("W106", visit.loc, said)
    else:
        yield from _without_effect(subject, visit, tree, alone)


def _idle(tree: Tree, known: Known) -> list[str]:
    """Return why names that a condition reads are the same for ever."""
    found = (_fixed(read.name, known) for read in reads(tree))
    return list(dict.fromkeys(one.why for one in found if one is not None))


def _fixed(name: Name, known: Known) -> Unchanging | None:
    """Return the value that a name has in every state, if it is known to have one."""
    if name.store == "past":
        events = (part for part, what in parted(name.key) if what == "event")
        return next(
            (known.fixed[key] for x in events if (key := ("fired", x)) in known.fixed), None
        )
    return known.fixed.get((name.store, name.key))


def _without_effect(subject: Subject, visit: Visit, tree: Tree, known: Known) -> Iterator[Finding]:
    """Yield the parts that are the same in every state, and so decide nothing."""
    for part in tree.parts if isinstance(tree, Logic) else ():
        low, high = _truth(part, known)
        if low < high:
            yield from _without_effect(subject, visit, part, known)
            continue
        asked = next((read.text for read in reads(part)), "")
        said = f'what is asked of "{asked}" here {"always" if low else "never"} holds'
        offset = max(str(visit.value).find(asked), 0)
        yield subject.report("W106", visit.loc, said, offset=offset)


def known_of(subject: Subject) -> Known:
    """Return what is known of the states in which an object's worlds are played."""
    spans = [subject.world.spans[world] for world in subject.worlds]
    span = min(first for first, _ in spans), max(last for _, last in spans)
    return Known(span, subject.world.fixed)


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


def never(tree: Tree, known: Known) -> bool:
    """Return whether a condition holds in no state."""
    return _truth(tree, known)[1] == 0


def _truth(tree: Tree, known: Known) -> Range:
    """Return the least and the most that a yes/no can be, of 0 and 1."""
    match tree:
        case Constant(value=int(value)):
            return value, value
        case Not(part=part):
            low, high = _truth(part, known)
            return 1 - high, 1 - low
        case Logic(op="and", parts=parts) if not _together(parts, known):
            return 0, 0
        case Logic(op=op, parts=parts):
            lows, highs = zip(*(_truth(part, known) for part in parts), strict=True)
            return (min(lows), min(highs)) if op == "and" else (max(lows), max(highs))
        case Read(name=name) if (fixed := _fixed(name, known)) is not None:
            return fixed.value, fixed.value
        case Comparison(left=left, right=right) if left.type in ("int", "date"):
            return _compared(tree.op, reach(left, known), reach(right, known))
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


def reach(tree: Tree, known: Known) -> Range:
    """Return the least and the most that an amount or a day can be."""
    match tree:
        case Constant(value=int(value)):
            return value, value
        case Read(name=name) if name.type == "date":
            return known.span
        case Read(name=name) if (fixed := _fixed(name, known)) is not None:
            return fixed.value, fixed.value
        case Read(type="bool"):
            return 0, 1
        case Read(name=name) if name.figure is not None:
            return name.figure.low, name.figure.high
        case Arithmetic(op="+" | "-" | "*", left=left, right=right):
            one, other = reach(left, known), reach(right, known)
            ends = [arithmetic(tree.op, a, b) for a in one for b in other]
            return min(ends), max(ends)
        case Call(function="min" | "max", arguments=parts):
            lows, highs = zip(*(reach(part, known) for part in parts), strict=True)
            picked = min if tree.function == "min" else max
            return picked(lows), picked(highs)
    return _ANYTHING


def _together(parts: tuple[Tree, ...], known: Known) -> bool:
    """Return whether every figure that all of these parts read can satisfy them at once."""
    left: dict[str, Range] = {}
    for read, op, value in _simple(parts):
        low, high = left.get(read.name.key, reach(read, known))
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
