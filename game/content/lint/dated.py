"""Checks of days: what is told before it has happened, and history that no record bears out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from game.content.definitions.scenarios import Scenario
from game.content.definitions.stories import Story
from game.content.definitions.world import Codex, Passage, Source
from game.content.expressions.screening import parse_date
from game.content.expressions.tree import LIMIT
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.content.lint.texts import RECORD_ENDS
from game.content.walk import Loc

_WRITTEN = re.compile(r"(?:[0-9]{4}-)?([0-9]{4})(-[0-9]{2})?(-[0-9]{2})?(?![0-9-])")
"""A day, a month, a year, or the last year of several."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what an object tells too early, and marks of history that nothing bears out."""
    model = subject.defined.model
    if isinstance(model, Codex):
        yield from _entry(subject, model)
    elif isinstance(model, Story):
        yield from _history(subject, model)


def _entry(subject: Subject, entry: Codex) -> Iterator[Finding]:
    """What an entry cites is known on the day from which it may be read."""
    first = _first_day(subject)
    passages = [Passage(text=entry.text)] if isinstance(entry.text, str) else entry.text
    days = [_day(one.since) or 0 for one in passages]
    yield from _late(subject, ("sources",), entry.sources, days[0] or first)
    for index, (passage, day) in enumerate(zip(passages, days, strict=True)):
        loc: Loc = ("text", index)
        if index and day <= days[index - 1]:
            said = "passages stand in the order of their days, each `since` another"
            yield subject.report("E054", loc, said)
        yield from _late(subject, (*loc, "sources"), passage.sources, day or first)


def _first_day(subject: Subject) -> int:
    """Return the day on which the entry's pack, or else its world, is played first."""
    named = subject.world.objects.of("scenario")
    ids = [id_ for world in subject.worlds for id_ in subject.world.objects.scenarios(world)]
    own = [id_ for id_ in ids if named[id_].pack == subject.defined.pack]
    models = [named[id_].model for id_ in own or ids]
    starts = [_day(one.start) for one in models if isinstance(one, Scenario)]
    return min((day for day in starts if day), default=LIMIT)


def _late(subject: Subject, loc: Loc, cited: Sequence[str], day: int) -> Iterator[Finding]:
    for index, name in enumerate(cited):
        source = _source(subject, name)
        known = _known(source.holds or source.date) if source else None
        if source and known and known > day:
            said = f"{name} is of {source.holds or source.date}, and this is told before"
            yield subject.report("W121", (*loc, index), said)


def _history(subject: Subject, story: Story) -> Iterator[Finding]:
    """What really happened lies within the record, and a dated source says so."""
    for chair, desk in story.desks.items():
        for index, choice in enumerate(desk.choices):
            why = _unrecorded(subject, story) if choice.history else ""
            if why:
                loc: Loc = ("desks", chair, "choices", index, "history")
                yield subject.report("W119", loc, why)


def _unrecorded(subject: Subject, story: Story) -> str:
    """Return why nobody can say what history chose; empty where somebody can."""
    last = story.date or (story.window.end if story.window else None)
    if last is None or last[:7] > RECORD_ENDS:
        return f"it isn't dated within the record, which ends with {RECORD_ENDS}"
    found = (_source(subject, name) for name in story.sources)
    if not any(source and _known(source.date) for source in found):
        return "no source is cited that has a day, a month or a year"
    return ""


def _source(subject: Subject, name: str) -> Source | None:
    """Return the source that a name means; None where there is none."""
    id_ = subject.find(name, "source")
    defined = subject.world.objects.of("source").get(id_) if id_ else None
    return defined.model if defined and isinstance(defined.model, Source) else None


def _known(written: str) -> int | None:
    """Return the first day of what a source is dated by; None for words."""
    found = _WRITTEN.match(written)
    if not found:
        return None
    year, month, day = found.groups(default="")
    return _day(f"{year}{month or '-01'}{day}")


def _day(written: str | None) -> int | None:
    found = parse_date(written) if written else None
    return found.toordinal() if found else None
