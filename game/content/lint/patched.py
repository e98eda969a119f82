"""What patches have to do with a finding: what is changed here, what is taken out elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from game.content.findings import Finding
from game.content.lint.subject import Subject


def with_places(subject: Subject, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings of an object; those of a patched one name the patches too."""
    objects, defined = subject.world.objects, subject.defined
    changes = objects.changes(defined.kind, defined.id)
    places = dict.fromkeys(f"{one.pack} patches it ({one.mark})" for one in changes)
    for one in found:
        by_patch = objects.written_by.get(one.mark.file) != defined.pack
        said = [f"in {defined.mark(())}"] if by_patch and places else list(places)
        yield replace(one, hint="; ".join([one.hint, *said] if one.hint else said)) if said else one


def taken_out(subject: Subject, name: str) -> str:
    """Return which patch has taken out what a dotted name means; empty where none has."""
    objects, pack = subject.world.objects, subject.defined.pack
    for change in objects.removals():
        whole = (objects.qualified(pack, part) for part in name.split("."))
        if not change.path and change.id in (*name.split("."), *whole):
            return f"{change.pack} takes it out ({change.mark}); patch what names it too"
    return ""
