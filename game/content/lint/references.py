"""Checks that whatever an object names exists."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.definitions.stories import Story
from game.content.definitions.table import Action
from game.content.fields import Ref, RoleName
from game.content.findings import Finding
from game.content.lint.patched import taken_out
from game.content.lint.subject import Subject
from game.content.walk import Visit
from game.text.near import did_you_mean

_TARGETS = {"vehicle": ("ship", "crew_ship"), "person": ("person",)}


def check(subject: Subject) -> Iterator[Finding]:
    """Yield every reference of an object that leads nowhere."""
    yield from _shadows(subject)
    for visit in subject.visits:
        if isinstance(visit.marker, Ref):
            yield from _reference(subject, visit, str(visit.value), visit.marker)
        elif isinstance(visit.marker, RoleName) and visit.value:
            yield from _role(subject, visit, str(visit.value), visit.marker)


def _shadows(subject: Subject) -> Iterator[Finding]:
    """Say that an object with the id of one of the game's own stands beside it."""
    kind, pack = subject.defined.kind, subject.defined.pack
    objects = subject.world.objects
    id_ = objects.written(subject.defined.id, pack)
    other = objects.of(kind).get(id_) if id_ != subject.defined.id else None
    if other is not None and objects.world(other.pack) == objects.world(pack):
        said = f'the game has its own {kind.replace("_", " ")} "{id_}", which stays as it is'
        hint = f'in this pack "{id_}" means yours; another id would be clearer'
        yield subject.report("W120", (kind,), said, hint)


def _reference(subject: Subject, visit: Visit, name: str, marker: Ref) -> Iterator[Finding]:
    if name in marker.words:
        yield from _word(subject, visit, name, marker)
    elif marker.kinds != ("source",):
        if subject.find(name, *marker.kinds) is None:
            what = " or ".join(marker.kinds).replace("_", " ")
            hint = taken_out(subject, name) or subject.alike(name, *marker.kinds)
            if not hint and marker.kinds == ("flag",):
                hint = f"declare it: `- flag: {name}`, with a `text:`"
            said = f'there is no {what} "{name}"'
            yield subject.report("E040", visit.loc, said, hint, key=visit.is_key)
    elif _sources_exist(subject) and subject.find(name, "source") is None:
        hint = taken_out(subject, name)
        yield subject.report("E044", visit.loc, f'there is no source "{name}"', hint)


def _sources_exist(subject: Subject) -> bool:
    """Without a single source in the packs the lint says so once, not at every citation."""
    return bool(subject.world.objects.named.get("source"))


def _word(subject: Subject, visit: Visit, name: str, marker: Ref) -> Iterator[Finding]:
    """`self` and `target` stand for partners, or options, where there are such."""
    place = subject.place(visit.loc)
    aim = "option" if "outside_option" in marker.kinds else "partner"
    if name == "self" and not place.chairs:
        yield subject.report("E038", visit.loc, '"self" means nobody here; name the partner')
    if name == "target" and place.target != aim:
        yield subject.report("E038", visit.loc, f'"target" means no {aim} here')


def _role(subject: Subject, visit: Visit, name: str, marker: RoleName) -> Iterator[Finding]:
    model = subject.defined.model
    if name.startswith("docked "):
        vehicle = name.removeprefix("docked ")
        if subject.find(vehicle, "vehicle") is None:
            hint = subject.alike(vehicle, "vehicle")
            yield subject.report("E040", visit.loc, f'there is no vehicle "{vehicle}"', hint)
        return
    if name == "target" and isinstance(model, Action) and model.target in _TARGETS[marker.what]:
        return
    if name == "stranded" and marker.what == "person":
        return
    roles = _roles(model, marker.what) if isinstance(model, Story) else []
    if name not in roles:
        hint = did_you_mean(name, roles) or "declare it under roles: or write `docked <vehicle>`"
        yield subject.report("E043", visit.loc, f'there is no {marker.what} role "{name}"', hint)


def _roles(story: Story, what: str) -> list[str]:
    return [name for name, role in story.roles.items() if getattr(role, what) is not None]
