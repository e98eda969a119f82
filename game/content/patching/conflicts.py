"""What two packs write of one field, where neither says that it comes after the other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from game.content.findings import Finding, finding
from game.content.objects import Objects
from game.content.patching.changes import Change
from game.content.patching.order import free, one_way_out, orders

TOGETHER = ("add", "and_when", "or_when")
"""Operations of which several on one field go together, in whatever order."""


def conflicts(objects: Objects) -> Iterator[Finding]:
    """Yield every field that patches of two packs are at odds over, and who wins."""
    order = orders(objects.packs)
    changed = dict.fromkeys(x.of for outcome in objects.outcomes for x in outcome.changes)
    for of in changed:
        by_pack: dict[str, list[Change]] = {}
        for change in objects.changes(*of):
            by_pack.setdefault(change.pack, []).append(change)
        for one, other in combinations(by_pack, 2):
            if free(order, one, other):
                pairs = product(by_pack[one], by_pack[other])
                yield from (_of_field(*pair) for pair in pairs if _at_odds(*pair))


def _at_odds(first: Change, later: Change) -> bool:
    """Return whether two changes are of one field, or of one within the other, and differ."""
    shorter = min(len(first.path), len(later.path))
    if first.path[:shorter] != later.path[:shorter]:
        return False
    alike = first.operation == later.operation and first.path == later.path
    return not (alike and (first.operation in TOGETHER or first.told == later.told))


def _of_field(first: Change, later: Change) -> Finding:
    where = max((first, later), key=lambda one: len(one.path))
    what = f"{where.kind} {where.id}{f', {where.field}' if where.path else ''}"
    said = (
        f"{what}: {first.pack} {_does(first)} ({first.mark}) and {later.pack} {_does(later)}; "
        f"{later.pack} comes later and wins{_both(first, later)}"
    )
    return finding("W122", later.mark, said, one_way_out(later.pack, first.pack))


def _does(change: Change) -> str:
    """Return what a change does to its field."""
    if change.operation == "remove":
        return "removes it"
    return f"{_DOES[change.operation]} {change.told}"


_DOES = {"set": "sets it to", "add": "adds", "and_when": "narrows it by", "or_when": "widens it by"}


def _both(*changes: Change) -> str:
    """Return under which conditions both of two changes apply."""
    only = sorted({pack for change in changes for pack in change.only_with})
    return (
        f" wherever {' and '.join(only)} {'are' if len(only) > 1 else 'is'} there" if only else ""
    )
