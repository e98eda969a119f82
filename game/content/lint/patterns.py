"""Checks of patterns: that each step is a happening, and that the whole can ever come about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from game.content.definitions.stories import Pattern, Story, Then
from game.content.expressions.tree import Logic, Read, Tree, reads
from game.content.fields import Expr
from game.content.findings import Finding
from game.content.lint.past import closes, opens
from game.content.lint.subject import Subject
from game.content.names import Name
from game.content.past import parted
from game.content.walk import Loc, Visit

QUIET_ALONE = "a step that is `quiet` says `without:` what, and nothing else"
QUIET_LAST = "only the last step is `quiet`"
HAPPENS = "a step is something that happens, or several such joined by `or`"
NO_STEP = "a step says what it is `on`, or for how long it is `quiet`"
WAITS = "a pattern that waits for itself never comes about"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with a pattern."""
    pattern = subject.defined.model
    if not isinstance(pattern, Pattern):
        return
    for place, step in enumerate(pattern.then):
        yield from _form(subject, ("then", place), step, place == len(pattern.then) - 1)
    for visit in subject.visits:
        yield from _happens(subject, visit)
    if subject.defined.id in _waits_for(subject, set()):
        yield subject.report("E057", ("pattern",), WAITS)
    yield from _in_order(subject)


def _form(subject: Subject, loc: Loc, step: Then, last: bool) -> Iterator[Finding]:
    if (step.on is None) == (step.quiet is None):
        yield subject.report("E057", loc, NO_STEP)
    elif step.quiet is not None and (step.within is not None or step.without is None):
        yield subject.report("E057", (*loc, "quiet"), QUIET_ALONE, key=True)
    elif step.quiet is not None and not last:
        yield subject.report("E057", (*loc, "quiet"), QUIET_LAST, key=True)
    elif step.on is not None and step.on == step.without:
        said = "the first to happen makes the step, so it never breaks it off"
        yield subject.report("W107", (*loc, "without"), said)


def _happens(subject: Subject, visit: Visit) -> Iterator[Finding]:
    if isinstance(visit.marker, Expr) and visit.marker.happens:
        expression, _ = subject.library.check(str(visit.value), "bool")
        if expression is not None and not _is_happening(expression.tree):
            yield subject.report("E057", visit.loc, HAPPENS)


def _is_happening(tree: Tree) -> bool:
    if isinstance(tree, Logic) and tree.op == "or":
        return all(map(_is_happening, tree.parts))
    return isinstance(tree, Read) and bool(tree.name.happening)


def _waits_for(subject: Subject, known: set[str]) -> set[str]:
    """Return the patterns that a pattern waits for, and those that they wait for."""
    for name in _names(subject, [str(visit.value) for visit in subject.visits]):
        id_ = _part(name, "pattern")
        other = subject.world.objects.of("pattern").get(id_)
        if id_ not in known and other is not None:
            known.add(id_)
            _waits_for(Subject(other, subject.world), known)
    return known


def _names(subject: Subject, texts: list[str]) -> Iterator[Name]:
    for text in texts:
        expression, _ = subject.library.check(text, "bool")
        yield from (read.name for read in reads(expression.tree)) if expression else ()


def _part(name: Name, what: str) -> str:
    """Return what a happening names of a kind, if it does."""
    head, _, event = name.happening.partition("/")
    if head == "happened":
        return event if what == "event" else ""
    return next((part for part, kind in parted(name.happening) if kind == what), "")


def _in_order(subject: Subject) -> Iterator[Finding]:
    """Steps that hang on events can come one after another."""
    steps = [visit for visit in subject.visits if visit.loc[-1] in ("first", "on")]
    for before, after in combinations(steps, 2):
        earliest = min(_stories(subject, str(before.value), opens), default=0)
        if earliest > max(_stories(subject, str(after.value), closes), default=10**7):
            said = "what this waits for is over before it can begin"
            yield subject.report("W116", after.loc, said)


def _stories(subject: Subject, text: str, day: Callable[[Story], int]) -> list[int]:
    """Return a day of each event that a step hangs on; none where it needs none of them."""
    objects, found = subject.world.objects, []
    for name in _names(subject, [text]):
        id_ = _part(name, "event")
        one = objects.of("event").get(id_) or objects.of("dilemma").get(id_)
        if one is None or not isinstance(one.model, Story):
            return []
        found.append(day(one.model))
    return found
