"""Which private figures an arithmetic hangs on: what others can only estimate of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from game.content.records import Clause, Content
from game.rules.index import Index, index_of

Secrets = Mapping[tuple[str, str, str], tuple[str, ...]]


@lru_cache(maxsize=128)
def secrets_of(index: Index) -> Secrets:
    """Return, by clause, side and other side, the private figures that its worth there reads."""
    return _secrets_in(index.content, index.scenario.id)


@lru_cache(maxsize=32)
def _secrets_in(content: Content, scenario: str) -> Secrets:
    index = index_of(content, scenario)
    found = {
        (clause.id, who, other): tuple(sorted(set(_secrets(index, clause, who, other))))
        for clause in index.content.clauses.values()
        for who in index.partners
        for other in index.partners
        if who != other
    }
    return {key: paths for key, paths in found.items() if paths}


@lru_cache(maxsize=128)
def appraised(index: Index) -> frozenset[str]:
    """Return every private figure that some clause's worth reads."""
    return _appraised_in(index.content, index.scenario.id)


@lru_cache(maxsize=32)
def _appraised_in(content: Content, scenario: str) -> frozenset[str]:
    paths = _secrets_in(content, scenario).values()
    return frozenset(path for found in paths for path in found)


def _secrets(index: Index, clause: Clause, who: str, other: str) -> Iterator[str]:
    for table in (clause.gains, clause.costs):
        usual = table.get(who, table.get("any", 0))
        for amount in (usual, table["host"]) if "host" in table else (usual,):
            for raw in () if isinstance(amount, int) else amount.reads():
                path = index.path(raw, who, other)
                if index.seen.get(path):
                    yield path
