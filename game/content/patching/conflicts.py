"""What two packs write of one thing, where neither says that it comes after the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from game.content.checking import Defined
from game.content.definitions.advisers import Adviser
from game.content.definitions.table import Rung
from game.content.findings import Finding, finding
from game.content.objects import Objects
from game.content.patching.changes import Change
from game.content.patching.merging import one_way_out, orders

TOGETHER = ("add", "and_when", "or_when")
"""Operations of which several on one field go together, in whatever order."""


def conflicts(objects: Objects) -> Iterator[Finding]:
    """Yield every field, desk and rung that two packs are at odds over, and who wins."""
    order = orders(objects.packs)
    yield from _fields(objects, order)
    yield from _desks(objects, order)
    yield from _rungs(objects, order)


Order = dict[str, frozenset[str]]


def _free(order: Order, one: str, other: str) -> bool:
    """Return whether neither of two packs says that it comes after the other."""
    return one != other and one not in order[other] and other not in order[one]


def _fields(objects: Objects, order: Order) -> Iterator[Finding]:
    by_object: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for outcome in objects.outcomes:
        for change in outcome.changes:
            by_object[change.of].append(change)
    for changes in by_object.values():
        for first, later in combinations(changes, 2):
            if _free(order, first.pack, later.pack) and _at_odds(first, later):
                yield _of_field(first, later)


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


def _desks(objects: Objects, order: Order) -> Iterator[Finding]:
    """Yield the desks at which two packs seat somebody."""
    seated = [one for one in objects.of("adviser").values() if _sits(one)]
    for first, later in combinations(_by_pack(objects, seated), 2):
        same = _desk(objects, first) == _desk(objects, later)
        where = _met(objects, first, later) if same else ""
        if where and _free(order, first.pack, later.pack):
            said = (
                f"the desk {' of '.join(_desk(objects, first)[1:])}: {first.pack} seats {first.id} "
                f"({first.mark(())}) and {later.pack} {later.id}; {later.id} sits there {where}"
            )
            hint = one_way_out(later.pack, first.pack)
            yield finding("W122", later.mark(("desk",)), said, hint)


def _sits(one: Defined) -> bool:
    return isinstance(one.model, Adviser) and not one.model.reserve


def _desk(objects: Objects, one: Defined) -> tuple[str, str, str]:
    assert isinstance(one.model, Adviser)
    partner = objects.find(("partner",), one.model.partner, one.pack) or one.model.partner
    return objects.world(one.pack), one.model.desk, partner


def _met(objects: Objects, first: Defined, later: Defined) -> str:
    """Return in which scenarios the later of two advisers takes the other's desk; or nothing."""
    rows = []
    for one in (first, later):
        assert isinstance(one.model, Adviser)
        named = (objects.find(("scenario",), x, one.pack) or x for x in one.model.scenarios)
        rows.append(set(named))
    if not any(rows):
        return "in every scenario"
    met = rows[0] & rows[1] if all(rows) else rows[0] | rows[1]
    return f"in {', '.join(sorted(met))}" if met else ""


def _by_pack(objects: Objects, several: list[Defined]) -> list[Defined]:
    place = {pack.id: n for n, pack in enumerate(objects.packs)}
    return sorted(several, key=lambda one: (place[one.pack], one.id))


def _rungs(objects: Objects, order: Order) -> Iterator[Finding]:
    """Yield the rungs that a pack describes though another has: whose words stand."""
    by_number: dict[tuple[str, int], list[Defined]] = defaultdict(list)
    for one in objects.of("rung").values():
        assert isinstance(one.model, Rung)
        by_number[objects.world(one.pack), one.model.number].append(one)
    for (_, number), several in by_number.items():
        ranked = sorted(several, key=lambda one: (":" not in one.id, one.id))
        for one in ranked[:-1]:
            stands = ranked[-1]
            if one.pack != stands.pack:
                yield _of_rung(number, one, stands)


def _of_rung(number: int, one: Defined, stands: Defined) -> Finding:
    said = (
        f"rung {number} is described by {stands.pack} too ({stands.mark(())}), whose words and "
        f"costs stand; of {one.id} only what it shuts counts"
    )
    hint = f"patch it: `- patch: {stands.pack}:rung/{stands.id.rpartition(':')[2]}`"
    return finding("W122", one.mark(("number",)), said, hint)
