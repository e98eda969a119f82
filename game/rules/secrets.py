"""Which private figures an arithmetic hangs on: what others can only estimate of it."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.paths import Names
from game.content.records import Clause, Content
from game.rules.figures import seen_by


def secrets_of(
    content: Content, names: Names, partners: tuple[str, ...]
) -> dict[tuple[str, str, str], tuple[str, ...]]:
    """Return, by clause, side and other side, the private figures that its worth there reads."""
    found = {
        (clause.id, who, other): tuple(sorted(set(_secrets(clause, names, who, other))))
        for clause in content.clauses.values()
        for who in partners
        for other in partners
        if who != other
    }
    return {key: paths for key, paths in found.items() if paths}


def _secrets(clause: Clause, names: Names, who: str, other: str) -> Iterator[str]:
    for table in (clause.gains, clause.costs):
        amount = table.get(who, table.get("any", 0))
        for raw in () if isinstance(amount, int) else amount.reads():
            name = names.resolve(raw)
            path = name.key.format(self=who, target=other) if name else ""
            if seen_by(path):
                yield path
