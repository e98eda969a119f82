"""Locks read only what the chooser sees, or a locked choice would tell other people's secrets."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.fields import Expr
from game.content.findings import Finding
from game.content.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every `needs` that reads a private figure of somebody else's."""
    for visit in subject.visits:
        if not isinstance(visit.marker, Expr) or "needs" not in visit.loc:
            continue
        expression, _ = subject.library.check(str(visit.value), visit.marker.wants)
        for read in expression.lookups() if expression else ():
            if _secret(subject.defined.kind, read.name.key, read.name.private):
                said = f'"{read.text}" is private; whoever looks at the lock would learn it'
                offset = max(expression.text.find(read.text), 0) if expression else 0
                yield subject.report("E048", visit.loc, said, offset=offset)


def _secret(kind: str, key: str, private: bool) -> bool:
    """Return whether a lock may not read a figure: in clauses nobody's, elsewhere others'."""
    return private and (kind == "clause" or not key.startswith("{self}."))
