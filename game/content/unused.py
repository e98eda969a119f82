"""What packs define and nothing names: `handshake check --unused`."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.checking import Defined
from game.content.definitions.world import Person, Unused
from game.content.lint.subject import subjects, world_of
from game.content.lint.worlds import mentions
from game.content.load import Checked
from game.text.counting import counted

NAMED = (
    "partner", "faction", "person", "pad", "vehicle", "outside_option", "flag", "source", "clause",
    "pattern",
)  # fmt: skip
"""The kinds whose objects do something only where others name them."""
PASSED_OVER = ("W103", "W104")
"""Findings of whose silencing such an object says why it is there all the same."""


def unused(checked: Checked) -> list[Defined]:
    """Return the objects that nothing names and nobody excuses, in the order of their places.

    People of fiction are used unnamed: they fill the standing crews.
    """
    objects = checked.objects
    named: dict[str, set[str]] = {kind: set() for kind in NAMED}
    for subject in subjects(world_of(objects, checked.libraries)):
        for mention in mentions(subject):
            for kind in mention.kinds:
                if kind in named and mention.id != subject.defined.id:
                    named[kind].add(mention.id)
    named["source"] |= {one.id for one in objects.each() if isinstance(one.model, Unused)}
    return [one for kind in NAMED for one in _left(objects.of(kind), named[kind])]


def _left(table: dict[str, Defined], named: set[str]) -> Iterator[Defined]:
    for one in table.values():
        fiction = isinstance(one.model, Person) and not one.model.real
        excused = any(name[:4] in PASSED_OVER for name in one.model.lint_ignore)
        if one.id not in named and not fiction and not excused:
            yield one


def as_text(several: list[Defined]) -> str:
    """Return a line for each, with its place, and how many they are."""
    lines = [f"{one.mark(())} {one.kind} {one.id}: nothing names it" for one in several]
    count = counted(len(several), "thing that nothing names", "things that nothing names")
    return "\n".join([*lines, count])
