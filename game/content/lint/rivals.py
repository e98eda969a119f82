"""Checks of what two packs have of one thing: desks, and rungs of the ladder, and who wins."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.checking import Defined
from game.content.definitions.advisers import Adviser
from game.content.definitions.table import Rung
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.content.objects import Objects
from game.content.patching.order import free, one_way_out, orders


def check(subject: Subject) -> Iterator[Finding]:
    """Yield the desk or rung of an object that another pack has too, and who wins."""
    if isinstance(subject.defined.model, Adviser):
        yield from _seat(subject, subject.defined.model)
    if isinstance(subject.defined.model, Rung):
        yield from _rung(subject, subject.defined.model)


def _seat(subject: Subject, model: Adviser) -> Iterator[Finding]:
    """A pack may take a desk that an earlier one has filled, if it says that it comes after."""
    objects, own = subject.world.objects, subject.defined
    for first in () if model.reserve else _of_others(objects, own):
        where = _met(objects, first, own)
        if where and free(orders(objects.packs), first.pack, own.pack):
            said = (
                f"the desk {model.desk} of {model.partner}: {first.pack} calls {first.id} to it "
                f"({first.mark(())}), {own.pack} {own.id}; {own.id} sits there {where}"
            )
            yield subject.report("W122", ("desk",), said, one_way_out(own.pack, first.pack))


def _of_others(objects: Objects, own: Defined) -> Iterator[Defined]:
    """Yield who else in its world is seated at an adviser's desk by packs that come earlier."""
    place = {pack.id: n for n, pack in enumerate(objects.packs)}
    for one in objects.of("adviser").values():
        if place[one.pack] < place[own.pack] and _desk(objects, one) == _desk(objects, own):
            yield one


def _desk(objects: Objects, one: Defined) -> tuple[object, ...]:
    """Return world, partner and desk of an adviser, and that it is no reserve."""
    model = one.model
    if not isinstance(model, Adviser) or model.reserve:
        return ()
    partner = objects.find(("partner",), model.partner, one.pack) or model.partner
    return objects.world(one.pack), partner, model.desk


def _met(objects: Objects, *both: Defined) -> str:
    """Return in which scenarios the later of two advisers takes the other's desk; or nothing."""
    if not all(_desk(objects, one) for one in both):
        return ""
    rows = [_scenarios(objects, one) for one in both]
    if not any(rows):
        return "in every scenario"
    met = rows[0] & rows[1] if all(rows) else rows[0] | rows[1]
    return f"in {', '.join(sorted(met))}" if met else ""


def _scenarios(objects: Objects, one: Defined) -> set[str]:
    named = one.model.scenarios if isinstance(one.model, Adviser) else []
    return {objects.find(("scenario",), name, one.pack) or name for name in named}


def _rung(subject: Subject, model: Rung) -> Iterator[Finding]:
    """Of a rung that is described again only what it shuts counts, which a patch says as well."""
    objects, own = subject.world.objects, subject.defined
    alike = [one for one in objects.of("rung").values() if _same(objects, one, own)]
    stands = max(alike, key=lambda one: (":" not in one.id, one.id))
    if stands.pack == own.pack:
        return
    others = ", ".join(f"{one.pack} ({one.mark(())})" for one in alike if one.pack != own.pack)
    said = (
        f"rung {model.number} is described by {others} too; the words and costs of {stands.id} "
        "stand, and of this one only what it shuts counts"
    )
    hint = f"patch it: `- patch: {stands.pack}:rung/{stands.id.rpartition(':')[2]}`"
    yield subject.report("W122", ("number",), said, hint)


def _same(objects: Objects, one: Defined, own: Defined) -> bool:
    if not (isinstance(one.model, Rung) and isinstance(own.model, Rung)):
        return False
    here = objects.world(one.pack) == objects.world(own.pack)
    return here and one.model.number == own.model.number
