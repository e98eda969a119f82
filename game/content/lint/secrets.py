"""Locks, odds and worths read only what their side sees.

A lock that read more would tell other people's secrets to whoever looks at it, and nobody's own
arithmetic may hang on what they can't see.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.content.fields import Expr
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.content.names import Name
from game.content.past import parted
from game.content.walk import Loc, Visit

LOCKS = frozenset({"needs", "locks", "while"})
LOCK = "whoever looks at it here would learn it"
WORTH = "a side can't weigh what it can't see"


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every lock, chance, wording and worth that reads somebody else's private figure."""
    for visit in subject.visits:
        if isinstance(visit.marker, Expr):
            in_clause = subject.defined.kind == "clause"
            if LOCKS.intersection(visit.loc) or _shown_before(visit.loc):
                yield from _secrets(subject, visit, visit.marker, in_clause, LOCK)
            elif in_clause and visit.loc[0] in ("gains", "costs"):
                yield from _secrets(subject, visit, visit.marker, False, WORTH)


def _shown_before(loc: Loc) -> bool:
    """Return whether what stands there is shown before a choice: an outcome's odds and wording."""
    return loc[-1] == "chance" or ("outcomes" in loc and loc[-1] == "when" and loc[-3] == "text")


def _own(key: str) -> bool:
    """Return whether what a key holds is the chooser's own: a figure, or how it answered."""
    return key.startswith("{self}.") or key.endswith("/{self}")


def _is_secret(subject: Subject, name: Name) -> bool:
    """Return whether a name is of a pattern of which not everybody hears every step."""
    if not name.key.startswith("pattern/"):
        return False
    (id_, _), *_ = parted(name.key)
    pattern = subject.world.objects.of("pattern").get(id_)
    inner = Subject(pattern, subject.world).visits if pattern is not None else ()
    heard = (one for one in inner if isinstance(one.marker, Expr))
    checked = (subject.library.check(str(one.value), "bool")[0] for one in heard)
    names = (read.name for one in checked if one for read in one.lookups())
    return any(one.secret or _is_secret(subject, one) for one in names)


def _secrets(
    subject: Subject, visit: Visit, marker: Expr, all_private: bool, why: str
) -> Iterator[Finding]:
    """Yield the private figures that an expression may not read: nobody's at all, or others'."""
    expression, _ = subject.library.check(str(visit.value), marker.wants)
    for read in expression.lookups() if expression else ():
        private = read.name.private or _is_secret(subject, read.name)
        if private and (all_private or not _own(read.name.key)):
            offset = max(expression.text.find(read.text), 0) if expression else 0
            said = f'"{read.text}" is private; {why}'
            yield subject.report("E048", visit.loc, said, offset=offset)
