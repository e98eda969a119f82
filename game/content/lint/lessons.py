"""Checks of lessons: that what they ask for can be done where they come up, and that they fit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.building import ANYTHING
from game.content.definitions.stories import Story
from game.content.definitions.world import Done, Lesson
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.text.counting import counted
from game.text.near import did_you_mean

LENGTH = 300
PICKS: Mapping[str, tuple[str, ...]] = {
    "agenda": ("end",),
    "table": ("offer", "convene", "step_up", "step_down", "cancel", "break", "claim", "end"),
    "answer": ("accept", "decline", "counter"),
    "counter": ("accept", "decline"),
    "ratify": ("pay", "press", "fall"),
}
"""What can be taken where, beside a card's choices and the actions of an agenda."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with a lesson."""
    model = subject.defined.model
    if not isinstance(model, Lesson):
        return
    if len(model.text.strip()) > LENGTH:
        said = f"{counted(len(model.text.strip()), 'character')}; a lesson has at most {LENGTH}"
        yield subject.report("W101", ("text",), said)
    if model.done:
        yield from _done(subject, model.at, model.done)


def _done(subject: Subject, at: str, done: Done) -> Iterator[Finding]:
    if done.act and at != "agenda":
        yield subject.report("E057", ("done", "act"), f"no action can be chosen at: {at}")
    if done.put and at not in ("table", "answer"):
        yield subject.report("E057", ("done", "put"), f"no proposal is made at: {at}")
    if done.take and done.take != ANYTHING:
        known = PICKS.get(at) or _choices(subject)
        if done.take not in known:
            said = f"nothing called {done.take} can be taken at: {at}"
            yield subject.report("E057", ("done", "take"), said, did_you_mean(done.take, known))


def _choices(subject: Subject) -> tuple[str, ...]:
    """Return the ids of every card's choices."""
    objects = subject.world.objects
    stories = [one.model for kind in ("event", "dilemma") for one in objects.of(kind).values()]
    desks = (desk for one in stories if isinstance(one, Story) for desk in one.desks.values())
    return tuple(sorted({choice.choice for desk in desks for choice in desk.choices}))
