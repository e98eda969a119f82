"""Checks that need all objects at once: what is never used, set, or brought up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from game.content.checking import Defined
from game.content.definitions.scenarios import Scenario
from game.content.definitions.stories import Story
from game.content.definitions.world import Flag
from game.content.fields import Expr, Handle, Ref
from game.content.findings import Finding
from game.content.lint import dominated
from game.content.lint.subject import Fixed, Subject, Unchanging
from game.content.names import Name
from game.content.past import parted
from game.content.walk import Visit
from game.text.near import did_you_mean

Found = tuple[Subject, Finding]

_COMING = ("next_crew", "next_cargo")
PATTERN = "pattern"
_NOTHING = "nothing schedules it"


def check(everything: Sequence[Subject]) -> Iterator[Found]:
    """Yield what is wrong with the packs as a whole; what tests alone name is used by nothing."""
    subjects = [subject for subject in everything if subject.defined.kind != "test"]
    read = list(_read(subjects))
    yield from _flags(subjects, read)
    yield from _patterns(subjects, read)
    yield from _sources(subjects)
    yield from _never(subjects)
    yield from _delays(subjects)
    chosen = {name.key for name in read if name.key.startswith("chose/")}
    yield from dominated.check(subjects, chosen)


def unchanging(everything: Sequence[Subject]) -> Fixed:
    """Return the flags that nothing sets and the events that never come up."""
    found: Fixed = {}
    subjects = [subject for subject in everything if subject.defined.kind != "test"]
    written = _cited(subjects, "flag")
    for subject in _of(subjects, "flag"):
        model, id_ = subject.defined.model, subject.defined.id
        if id_ not in written and isinstance(model, Flag):
            found["flags", id_] = Unchanging(int(model.default), f"nothing sets flag.{id_}")
    coming = _coming(subjects, _schedulers(subjects)) | _cited_as_past(subjects)
    for subject in _of(subjects, "event", "dilemma"):
        id_ = subject.defined.id
        if id_ not in coming:
            found["fired", id_] = Unchanging(0, f"{id_} never comes up")
    return found


def _cited_as_past(subjects: Sequence[Subject]) -> set[str]:
    """Return the events that scenarios begin after."""
    return {
        subject.find(name, "event", "dilemma") or ""
        for subject in subjects
        if isinstance(subject.defined.model, Scenario)
        for name in subject.defined.model.happened
    }


def _cited(subjects: Sequence[Subject], *kinds: str) -> set[str]:
    """Return the ids of these kinds that any reference names."""
    found = set()
    for subject in subjects:
        for visit in subject.visits:
            if isinstance(visit.marker, Ref) and set(visit.marker.kinds) & set(kinds):
                found.add(subject.find(str(visit.value), *kinds) or "")
    return found


def _read(subjects: Sequence[Subject]) -> Iterator[Name]:
    for subject in subjects:
        for visit in subject.visits:
            if isinstance(visit.marker, Expr) and isinstance(visit.value, str):
                expression, _ = subject.library.check(visit.value, visit.marker.wants)
                names = (read.name for read in expression.lookups()) if expression else ()
                yield from (name for name in names if not _counts(subject, visit, name))


def _counts(subject: Subject, visit: Visit, name: Name) -> bool:
    """Return whether a flag is read only to be counted up, which asks nothing."""
    return visit.loc[-2:-1] == ("flag",) and subject.find(str(visit.loc[-1]), "flag") == name.key


def _flags(subjects: Sequence[Subject], names: Sequence[Name]) -> Iterator[Found]:
    read = {name.key for name in names if name.store == "flags"}
    written = _cited(subjects, "flag")
    for subject in _of(subjects, "flag"):
        if subject.defined.id not in read:
            yield subject, subject.report("W103", ("flag",), "no condition asks for this flag")
        if subject.defined.id not in written:
            yield subject, subject.report("W103", ("flag",), "no effect sets this flag")


def _patterns(subjects: Sequence[Subject], names: Sequence[Name]) -> Iterator[Found]:
    asked = {parted(name.key)[0][0] for name in names if name.key.startswith("pattern/")}
    for subject in _of(subjects, PATTERN):
        if subject.defined.id not in asked:
            said = "no condition asks for this pattern"
            yield subject, subject.report("W103", (PATTERN,), said)


def _of(subjects: Sequence[Subject], *kinds: str) -> list[Subject]:
    return [subject for subject in subjects if subject.defined.kind in kinds]


def _sources(subjects: Sequence[Subject]) -> Iterator[Found]:
    first = next((subject for subject in subjects if subject.defined.model.sources), None)
    if first and not first.world.objects.named.get("source"):
        said = "no pack defines a source, and here one is cited"
        yield first, first.report("E044", ("sources", 0), said)
    cited = _cited(subjects, "source")
    excused = {subject.defined.id for subject in _of(subjects, "unused")}
    for subject in _of(subjects, "source"):
        if subject.defined.id not in cited | excused and not _bereft(subject):
            yield subject, subject.report("W104", ("source",), "nothing cites this source")


def _bereft(subject: Subject) -> bool:
    """Return whether another pack has taken out what may have cited a source: no fault of its."""
    removals = subject.world.objects.removals()
    return any(change.pack != subject.defined.pack for change in removals)


def _never(subjects: Sequence[Subject]) -> Iterator[Found]:
    """An event comes up by itself, or something that happens schedules it."""
    schedulers = _schedulers(subjects)
    coming = _coming(subjects, schedulers)
    for subject in _of(subjects, "event", "dilemma"):
        id_ = subject.defined.id
        if id_ not in coming:
            idle = " and ".join("itself" if one.id == id_ else one.id for one in schedulers[id_])
            brings = f"what schedules it ({idle}) never comes up either" if idle else _NOTHING
            said = f"never comes up: no date, no weight, and {brings}"
            yield subject, subject.report("W105", (subject.defined.kind,), said)


def _schedulers(subjects: Sequence[Subject]) -> dict[str, list[Defined]]:
    """Return, by event, what schedules it."""
    found: dict[str, dict[tuple[str, str], Defined]] = defaultdict(dict)
    for subject in subjects:
        one = subject.defined
        for visit in subject.visits:
            if visit.loc[-2:] == ("schedule", "event"):
                event = subject.find(str(visit.value), "event", "dilemma") or ""
                found[event][one.kind, one.id] = one
    return defaultdict(list, {event: list(by.values()) for event, by in found.items()})


def _coming(subjects: Sequence[Subject], schedulers: Mapping[str, Sequence[Defined]]) -> set[str]:
    """Return the events that can come up, from those that come by themselves onwards."""
    brought: dict[str, list[str]] = defaultdict(list)
    ahead = [
        subject.defined.id
        for subject in subjects
        if isinstance(subject.defined.model, Story)
        and (subject.defined.model.date or subject.defined.model.weight)
    ]
    for event, by in schedulers.items():
        for one in by:
            brought[one.id].append(event)
            if not isinstance(one.model, Story):
                ahead.append(event)
    coming = set(ahead)
    while ahead:
        fresh = [event for event in brought[ahead.pop()] if event not in coming]
        coming.update(fresh)
        ahead += fresh
    return coming


def _delays(subjects: Sequence[Subject]) -> Iterator[Found]:
    """A flight that is delayed is somebody's next one, or one that its world books by name."""
    handles: dict[str, set[str]] = {}
    for subject in subjects:
        for world in subject.worlds:
            handles.setdefault(world, {*_COMING}).update(_handles(subject))
    for subject in subjects:
        for visit in subject.visits:
            known, name = handles[subject.home], str(visit.value)
            if isinstance(visit.marker, Handle) and name not in known:
                said = f"no effect books a flight `as: {name}`"
                yield subject, subject.report("E040", visit.loc, said, did_you_mean(name, known))


def _handles(subject: Subject) -> Iterator[str]:
    """Yield the names of the flights that an object books, by an effect or in a manifest."""
    for visit in subject.visits:
        if isinstance(visit.marker, Handle) and visit.marker.books:
            yield str(visit.value)
