"""Checks that need all objects at once: what is never used, set, or brought up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.content.definitions.stories import Story
from game.content.fields import Expr, Handle, Ref
from game.content.findings import Finding, did_you_mean
from game.content.lint.subject import Subject
from game.content.paths import Name

Found = tuple[Subject, Finding]

_COMING = ("next_crew", "next_cargo")


def check(subjects: Sequence[Subject]) -> Iterator[Found]:
    """Yield what is wrong with the packs as a whole."""
    yield from _flags(subjects)
    yield from _sources(subjects)
    yield from _never(subjects)
    yield from _delays(subjects)


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
                yield from (read.name for read in expression.lookups()) if expression else ()


def _flags(subjects: Sequence[Subject]) -> Iterator[Found]:
    read = {name.key for name in _read(subjects) if name.store == "flags"}
    written = _cited(subjects, "flag")
    for subject in _of(subjects, "flag"):
        if subject.defined.id not in read:
            yield subject, subject.report("W103", ("flag",), "no condition asks for this flag")
        if subject.defined.id not in written:
            yield subject, subject.report("W103", ("flag",), "no effect sets this flag")


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
        if subject.defined.id not in cited | excused:
            yield subject, subject.report("W104", ("source",), "nothing cites this source")


def _never(subjects: Sequence[Subject]) -> Iterator[Found]:
    scheduled = set()
    for subject in subjects:
        for visit in subject.visits:
            if visit.loc[-2:] == ("schedule", "event"):
                scheduled.add(subject.find(str(visit.value), "event", "dilemma"))
    for subject in _of(subjects, "event", "dilemma"):
        story = subject.defined.model
        if not isinstance(story, Story) or story.date or story.weight:
            continue
        if subject.defined.id not in scheduled:
            said = "never comes up: no date, no weight, and nothing schedules it"
            yield subject, subject.report("W105", (subject.defined.kind,), said)


def _delays(subjects: Sequence[Subject]) -> Iterator[Found]:
    """A flight that is delayed is somebody's next one, or one that an effect books."""
    handles = {*_COMING, *_handles(subjects)}
    for subject in subjects:
        for visit in subject.visits:
            name = str(visit.value)
            if isinstance(visit.marker, Handle) and name not in handles:
                said = f"no effect books a flight `as: {name}`"
                yield subject, subject.report("E040", visit.loc, said, did_you_mean(name, handles))


def _handles(subjects: Sequence[Subject]) -> Iterator[str]:
    for subject in subjects:
        for visit in subject.visits:
            if visit.loc[-2:] == ("flight", "vehicle"):
                scalar = subject.defined.scalar((*visit.loc[:-1], "as"))
                if scalar is not None:
                    yield str(scalar.value)
