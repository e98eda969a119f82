"""Which private figures an arithmetic hangs on: what others can only estimate of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from game.content.records import Clause
from game.rules.index import Index

Secrets = Mapping[tuple[str, str, str], tuple[str, ...]]


@lru_cache(maxsize=32)
def secrets_of(index: Index) -> Secrets:
    """Return, by clause, side and other side, the private figures that its worth there reads."""
    found = {
        (clause.id, who, other): tuple(sorted(set(_secrets(index, clause, who, other))))
        for clause in index.content.clauses.values()
        for who in index.partners
        for other in index.partners
        if who != other
    }
    return {key: paths for key, paths in found.items() if paths}


@lru_cache(maxsize=32)
def appraised(index: Index) -> frozenset[str]:
    """Return every private figure that some clause's worth reads."""
    return frozenset(path for paths in secrets_of(index).values() for path in paths)


def _secrets(index: Index, clause: Clause, who: str, other: str) -> Iterator[str]:
    for table in (clause.gains, clause.costs):
        amount = table.get(who, table.get("any", 0))
        for raw in () if isinstance(amount, int) else amount.reads():
            path = index.path(raw, who, other)
            if index.seen.get(path):
                yield path
