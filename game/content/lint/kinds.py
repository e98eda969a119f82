"""Checks that a value is of the kind that its place holds: flags, offices, amounts, figures."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.definitions.scenarios import Scenario
from game.content.definitions.world import Flag, Leader
from game.content.fields import Expr, Path, Ref
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.content.walk import Loc, Visit

_INSTEAD = {
    "spend": "write earn:", "earn": "write spend:", "gains": "what it costs stands under costs:",
    "costs": "what it brings stands under gains:",
}  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every value of an object that its place can't hold."""
    model = subject.defined.model
    for visit in subject.visits:
        if isinstance(visit.marker, Expr):
            yield from _bounded(subject, visit, visit.marker)
        elif isinstance(visit.marker, Path):
            yield from _in_range(subject, visit)
        elif visit.is_key and visit.loc[-2] in ("flag", "flags"):
            yield from _flag(subject, visit.loc, str(visit.value))
        elif visit.loc[-2:] == ("leader", "to"):
            yield from _handed_over(subject, visit)
        elif isinstance(visit.marker, Ref) and visit.marker.other:
            yield from _other_party(subject, visit)
    if isinstance(model, Flag) and "default" in model.model_fields_set:
        yield from _flag(subject, ("default",), subject.defined.id.rpartition(":")[2])
    if isinstance(model, Scenario):
        for chair, name in model.leaders.items():
            yield from _led_by(subject, ("leaders", chair), name, [chair])


def _bounded(subject: Subject, visit: Visit, marker: Expr) -> Iterator[Finding]:
    """A number, or an expression that always gives the same one, lies within its bounds."""
    value: int | None = visit.value if isinstance(visit.value, int) else None
    if isinstance(visit.value, str) and marker.wants == "int":
        expression, _ = subject.library.check(visit.value, "int")
        value = expression.constant if expression else None
    if value is not None and not marker.low <= value <= marker.high:
        bound = f"less than {marker.low}" if value < marker.low else f"more than {marker.high}"
        hint = next((_INSTEAD[str(step)] for step in visit.loc if step in _INSTEAD), "")
        yield subject.report("E026", visit.loc, f"{value} is {bound}", hint)


def _in_range(subject: Subject, visit: Visit) -> Iterator[Finding]:
    """A figure that is set to a number can hold it."""
    name, scalar = (
        subject.library.names.resolve(str(visit.value)),
        subject.defined.scalar(visit.loc),
    )
    figure = name.figure if name else None
    value = scalar.value if scalar and visit.loc[-2] in ("assign", "figures") else None
    if figure is not None and type(value) is int and not figure.low <= value <= figure.high:
        said = f"{visit.value} lies from {figure.low} to {figure.high}, and is set to {value}"
        yield subject.report("E026", visit.loc, said)


def _flag(subject: Subject, loc: Loc, name: str) -> Iterator[Finding]:
    """A yes/no flag takes true or false, one that counts a number."""
    found = subject.world.objects.of("flag").get(subject.find(name, "flag") or "")
    scalar = subject.defined.scalar(loc)
    if found is None or scalar is None or not isinstance(found.model, Flag):
        return
    of_numbers, value = found.model.type == "int", scalar.value
    if isinstance(value, str):
        fits = of_numbers or subject.library.check(value, "int")[0] is None  # else said already
    else:
        fits = isinstance(value, bool) != of_numbers
    if not fits:
        kind = "is a number: a whole number" if of_numbers else "is a yes/no: true or false"
        yield subject.report("E024", loc, f'the flag "{name}" {kind} stands here')


def _other_party(subject: Subject, visit: Visit) -> Iterator[Finding]:
    """Whom somebody deals with decides too, and is somebody else."""
    name, chairs = str(visit.value), subject.place(visit.loc).chairs
    partner = subject.find(name, "partner")
    if partner is not None and partner not in subject.world.deciding:
        yield subject.report("E047", visit.loc, f"{name} decides nothing")
    elif chairs and (name == "self" or partner in chairs):
        hint = "name the other, or say for whom: an action's `chairs:`"
        yield subject.report("E057", visit.loc, f"{name} would deal with itself here", hint)


def _handed_over(subject: Subject, visit: Visit) -> Iterator[Finding]:
    """An office goes to somebody of the partner whose it is."""
    scalar, place = subject.defined.scalar((*visit.loc[:-1], "of")), subject.place(visit.loc)
    whose = str(scalar.value) if scalar else ""
    named = list(place.chairs) if whose == "self" else [whose]
    everybody = subject.world.present[subject.defined.pack]
    yield from _led_by(
        subject, visit.loc, str(visit.value), everybody if whose == "target" else named
    )


def _led_by(
    subject: Subject, loc: Loc, name: str, partners: list[str] | tuple[str, ...]
) -> Iterator[Finding]:
    """Yield that somebody isn't a leader of one of these partners."""
    found = subject.world.objects.of("leader").get(subject.find(name, "leader") or "")
    if found is None or not isinstance(found.model, Leader):
        return
    own = subject.world.objects.find(("partner",), found.model.partner, found.pack)
    wanted = [subject.find(partner, "partner") for partner in partners]
    if any(one not in (own, None) for one in wanted):
        yield subject.report("E057", loc, f"{name} is a leader of {found.model.partner}")
