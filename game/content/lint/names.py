"""Checks of expressions, and of the figures that effects change."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from game.content.definitions.stories import Story
from game.content.effects import EFFECTS
from game.content.expressions.compiled import Compiled
from game.content.fields import Expr, Path
from game.content.findings import Finding
from game.content.lint.patched import taken_out
from game.content.lint.subject import FIGURE_TARGETS, Place, Subject
from game.content.names import Name
from game.content.walk import Loc, Visit
from game.text.near import did_you_mean

NOTHING_AIMED_AT = '"target" alone stands for a faction or an outside option that an action aims at'
_ALWAYS_TRUE_MAY_STAND = ("slide", "ending")
_SOMEBODYS = frozenset(name for name, effect in EFFECTS.items() if effect.somebodys)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with every expression and path of an object."""
    yield from _doers(subject)
    for visit in subject.visits:
        if isinstance(visit.marker, Expr) and isinstance(visit.value, str):
            yield from _expression(subject, visit, visit.value, visit.marker)
        elif isinstance(visit.marker, Path):
            yield from _path(subject, visit.loc, str(visit.value))


def _doers(subject: Subject) -> Iterator[Finding]:
    """What somebody pays, says or signs needs somebody: a desk, an action, a clause."""
    within = (visit.loc for visit in subject.visits if not _SOMEBODYS.isdisjoint(visit.loc))
    for loc in dict.fromkeys(loc for whole in within for loc in _done(whole)):
        if not subject.place(loc).chairs:
            said = f"nobody decides here, so nobody can `{loc[-1]}`"
            hint = "shift figures by their full names, or put it on a desk"
            yield subject.report("E038", loc, said, hint, key=True)


def _done(loc: Loc) -> Iterator[Loc]:
    """Yield where on the way to a value an effect stands that somebody does."""
    for at, (before, step) in enumerate(pairwise(loc), 2):
        if isinstance(before, int) and step in _SOMEBODYS:
            yield loc[:at]


def _expression(subject: Subject, visit: Visit, text: str, marker: Expr) -> Iterator[Finding]:
    expression, problems = subject.library.check(text, marker.wants)
    what = "a condition" if marker.wants == "bool" else "an amount"
    for problem in problems:
        said = f"{problem.message} in {what}"
        hint = taken_out(subject, _quoted(problem.message)) or problem.hint
        yield subject.report(problem.code, visit.loc, said, hint, offset=problem.offset)
    if expression is not None:
        yield from _lookups(subject, visit.loc, expression)
        yield from _constant(subject, visit.loc, expression, marker)


def _quoted(message: str) -> str:
    """Return the name that a problem is about, which it has in quotes."""
    return message.partition('"')[2].partition('"')[0]


def _lookups(subject: Subject, loc: Loc, expression: Compiled) -> Iterator[Finding]:
    place = subject.place(loc)
    for read in expression.lookups():
        offset = max(expression.text.find(read.text), 0)
        for code, said in _misplaced(subject, place, read.text, read.name):
            yield subject.report(code, loc, said, offset=offset)


def _misplaced(subject: Subject, place: Place, text: str, name: Name) -> Iterator[tuple[str, str]]:
    """Yield (code, message) for a name that means nothing in its place."""
    if "{self}" in name.key and not place.chairs:
        yield "E038", f'"{text}" is somebody\'s own, and nobody decides here; name the partner'
        return
    if name.key == "{target}":
        if place.target not in FIGURE_TARGETS:
            yield "E038", NOTHING_AIMED_AT
        return
    if "{target}" in name.key and place.target != "partner":
        yield "E038", f'"{text}" needs a partner as target, and there is none here'
        return
    if name.store == "heard" and subject.defined.kind != "pattern":
        yield "E038", f'"{text}" is heard by patterns alone; ask for a pattern of it'
        return
    if name.store == "scope" and not place.amount:
        yield "E038", f'"{text}" means something in clauses alone'
        return
    chairs = place.chairs if "{self}" in name.key else ("",)
    if isinstance(subject.defined.model, Story) and not {*chairs} <= {"", *subject.world.deciding}:
        return  # the desk itself is refused
    for chair in chairs:
        wrong = _nobodys(subject, name.key.replace("{self}", chair).split("."))
        if wrong:
            yield "E039", f'there is no "{text}": {wrong}'
            return


def _nobodys(subject: Subject, parts: list[str]) -> str:
    """Return why a figure of a partner doesn't exist, or nothing."""
    whose, kind, what = (*parts, "", "")[:3]
    world = subject.world
    if not kind or whose not in world.objects.named.get("partner", ()):
        return ""
    if whose not in world.deciding:
        return f"{whose} decides nothing"
    if kind == "trust" and what == whose:
        return f"{whose} neither trusts nor mistrusts itself"
    if kind == "trust" and what not in (*world.deciding, "{target}"):
        return f"{what} decides nothing"
    owner = world.owners.get(what, whose) if kind == "faction" else whose
    return f"{what} belongs to {owner}" if owner != whose else ""


def _constant(subject: Subject, loc: Loc, expression: Compiled, marker: Expr) -> Iterator[Finding]:
    if marker.wants != "bool" or expression.constant is None:
        return
    if expression.constant and subject.defined.kind in _ALWAYS_TRUE_MAY_STAND:
        return
    said = "always" if expression.constant else "never"
    yield subject.report("W106", loc, f"this condition {said} holds")


def _path(subject: Subject, loc: Loc, path: str) -> Iterator[Finding]:
    place = subject.place(loc)
    if path == "target":
        if place.target not in FIGURE_TARGETS:
            yield subject.report("E038", loc, NOTHING_AIMED_AT, key=True)
        return
    names = subject.library.names
    name = names.resolve(path)
    if name is None:
        hint = taken_out(subject, path) or did_you_mean(path, names.known())
        yield subject.report("E031", loc, f'unknown figure "{path}"', hint, key=True)
        return
    if not name.writable:
        said = f'"{path}" follows from other things and can\'t be set'
        yield subject.report("E046", loc, said, _instead(path, name), key=True)
        return
    for code, said in _misplaced(subject, place, path, name):
        yield subject.report(code, loc, said, key=True)


def _instead(path: str, name: Name) -> str:
    if name.store == "flags":
        return f"use flag: {{{path.removeprefix('flag.')}: true}}"
    if name.store == "words":
        return "use word: or leader:"
    return "use mood: or shift a faction" if path.endswith("mandate") else ""
