"""Checks that whatever an object names lives in its world, and in every world that borrows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.content import placeholders
from game.content.checking import Defined
from game.content.definitions.scenarios import Scenario
from game.content.fields import Expr, Path, Ref, RoleName, Said
from game.content.findings import Finding, finding
from game.content.lint.others import action_of, aimed_at
from game.content.lint.subject import INHABITANTS, Subject
from game.content.names import Name
from game.content.objects import ids_in
from game.content.walk import Loc, Visit

DOCKED = "docked "  # begins the name of a ship by its type


@dataclass(frozen=True, slots=True)
class Mention:
    """An id that an object names: of which kinds it may be, where it stands, and how far in."""

    loc: Loc
    id: str
    kinds: tuple[str, ...]
    is_key: bool = False
    offset: int = 0


def check(subject: Subject) -> Iterator[Finding]:
    """Yield whatever an object names that lives in another world."""
    for mention in mentions(subject):
        for kind in mention.kinds:
            named = subject.world.objects.of(kind).get(mention.id)
            if named is not None and kind in INHABITANTS:
                yield from _stranger(subject, mention, named)


def mentions(subject: Subject) -> Iterator[Mention]:
    """Yield every id that an object names, in references, expressions, figures and roles."""
    for visit in subject.visits:
        loc, value = visit.loc, str(visit.value)
        match visit.marker:
            case Ref(kinds, words) if value not in words:
                yield Mention(loc, subject.find(value, *kinds) or "", kinds, visit.is_key)
            case RoleName("vehicle") if value.startswith(DOCKED):
                id_ = subject.find(value.removeprefix(DOCKED), "vehicle") or ""
                yield Mention(loc, id_, ("vehicle",))
            case Expr(wants) if isinstance(visit.value, str):
                expression, _ = subject.library.check(value, wants)
                for read in expression.lookups() if expression else ():
                    yield from _in_name(visit, read.name, max(value.find(read.text), 0))
            case Said(fills=fills) if fills:
                yield from _in_text(subject, loc, value)
            case Path():
                name = subject.library.names.resolve(value)
                yield from _in_name(visit, name, 0) if name else ()
    if isinstance(subject.defined.model, Scenario):
        yield from _aims(subject, subject.defined.model)


def _in_text(subject: Subject, loc: Loc, text: str) -> Iterator[Mention]:
    """Yield the partners that a text's placeholders name."""
    for braces in placeholders.read(text):
        if braces.placeholder and braces.placeholder.partner:
            id_ = subject.find(braces.placeholder.partner, "partner") or ""
            yield Mention(loc, id_, ("partner",), offset=braces.offset)


def _in_name(visit: Visit, name: Name, offset: int) -> Iterator[Mention]:
    for id_, kinds in ids_in(name):
        yield Mention(visit.loc, id_, kinds, visit.is_key, offset)


def _aims(subject: Subject, scenario: Scenario) -> Iterator[Mention]:
    """Yield what the moves of history are aimed at, which no marker tells: the action does."""
    for index, move in enumerate(scenario.history):
        action = action_of(subject, move)
        if action is not None and move.target is not None:
            kinds = aimed_at(action)
            id_ = subject.find(move.target, *kinds) or ""
            yield Mention(("history", index, "target"), id_, kinds)


def _stranger(subject: Subject, mention: Mention, named: Defined) -> Iterator[Finding]:
    """Yield that something lives elsewhere: for the object's own world, else for its borrowers."""
    world, defined = subject.world, subject.defined
    what, known = named.kind.replace("_", " "), (named.kind, named.id)
    home, here = (world.objects.world(one.pack) for one in (named, defined))
    if known not in world.lives[here]:
        said = f'the {what} "{named.id}" lives in the world {home}, not in {here}'
        at, key, offset = mention.loc, mention.is_key, mention.offset
        yield subject.report("E040", at, said, _way_out(named), key=key, offset=offset)
        return
    for pack, place in world.borrowers.get((defined.kind, defined.id), ()):
        if known not in world.lives[pack.info.world]:
            said = f'"{defined.id}" names the {what} "{named.id}", which lives in the world {home}'
            mark = pack.mark("borrows", defined.kind, place)
            yield finding("E040", mark, said, _way_out(named))


def _way_out(named: Defined) -> str:
    if named.kind == "scenario":
        return "name one of this world's own scenarios"
    return f"borrow it in pack.yaml, as in `borrows: {{{named.kind}: [{named.id}]}}`"
