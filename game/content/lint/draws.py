"""Checks of weights that never win a draw, whatever they are against."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.definitions.scenarios import Scenario
from game.content.definitions.stories import Story
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.text.lists import listed


def check(subject: Subject) -> Iterator[Finding]:
    """Yield why an event that has a weight is never drawn."""
    story = subject.defined.model
    if not isinstance(story, Story) or not story.weight:
        return
    if story.date is not None:
        said = "this weight never wins: an event with a `date:` comes up on it and isn't drawn"
        yield subject.report("W125", ("weight",), said)
    scenarios = list(_scenarios(subject))
    if not scenarios:
        return
    lacking = [chair for chair in story.desks if not _sits(subject, chair, scenarios)]
    if lacking:
        said = f"this weight never wins: no scenario has a chair for {listed(lacking)}"
        yield subject.report("W125", ("weight",), said)
    recorded = story.basis in ("record", "article") and not story.always
    if recorded and story.thread and all(story.thread in one.broken for _, one in scenarios):
        said = f"this weight never wins: every scenario has left the thread {story.thread}"
        yield subject.report("W125", ("weight",), said)


def _scenarios(subject: Subject) -> Iterator[tuple[str, Scenario]]:
    """Yield the scenarios in which an object plays, each with its pack."""
    objects = subject.world.objects
    for world in subject.worlds:
        for id_ in objects.scenarios(world):
            one = objects.of("scenario")[id_]
            if isinstance(one.model, Scenario):
                yield one.pack, one.model


def _sits(subject: Subject, chair: str, scenarios: list[tuple[str, Scenario]]) -> bool:
    """Return whether some scenario has a chair for a partner that decides."""
    partner = subject.find(chair, "partner")
    if partner not in subject.world.deciding:
        return True  # said elsewhere
    find = subject.world.objects.find
    seated = (find(("partner",), name, pack) for pack, one in scenarios for name in one.chairs)
    return partner in seated
