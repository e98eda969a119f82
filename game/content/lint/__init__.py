"""The second pass over content: cross-checks when everything exists. Returns, never raises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from game.content.expressions.library import Library
from game.content.fields import Expr
from game.content.findings import Finding
from game.content.lint import (
    advisers,
    asserts,
    dated,
    draws,
    figures,
    kinds,
    lessons,
    names,
    never,
    others,
    own_worlds,
    past,
    patched,
    patterns,
    references,
    rivals,
    secrets,
    stories,
    texts,
    whole,
    worlds,
)
from game.content.lint.silence import silenced
from game.content.lint.subject import Subject, subjects, world_of
from game.content.objects import Objects

MANY = 2000
"""After so many findings the lint stops: something large is missing, or somebody is mocking it."""

OF_PARTS = (
    references.check, worlds.check, kinds.check, names.check, secrets.check, texts.check,
)  # fmt: skip
"""Checks that look at one value at a time: they can be made of what is left of a wrong object."""
CHECKS = (
    *OF_PARTS,
    never.check,
    draws.check,
    past.check,
    patterns.check,
    asserts.check,
    dated.check,
    stories.check,
    others.check,
    own_worlds.check,
    advisers.check,
    rivals.check,
    figures.check,
    lessons.check,
)
UNUSED = ("W103", "W104", "W105")
"""What is said of things that nothing uses; not of a pack of which something can't be read."""


def lint(objects: Objects, libraries: Mapping[str, Library]) -> list[Finding]:
    """Return every finding about objects whose form is right; libraries are by pack id."""
    world = world_of(objects, libraries)
    everything, hurt = list(subjects(world)), [Subject(one, world) for one in objects.hurt]
    if not hurt and not objects.unread:
        world.fixed.update(whole.unchanging(everything))
    about = _about_the_whole(everything, hurt)
    found: list[Finding] = []
    for subject in everything:
        own = [one for check in CHECKS for one in check(subject)]
        own += about[subject.defined.kind, subject.defined.id]
        found += patched.with_places(subject, silenced(subject, own))
        if len(found) >= MANY:
            return found
    return [*found, *(one for subject in hurt for one in _of_parts(subject))]


def _of_parts(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with what is left of a wrong object, less what it silences."""
    own = silenced(subject, (one for check in OF_PARTS for one in check(subject)))
    yield from (one for one in own if one.code != "W111")


def _misasking(everything: list[Subject]) -> Iterator[str]:
    """Yield the packs of which an expression can't be read: who knows what it asks for?"""
    for subject in everything:
        for visit in subject.visits:
            match visit.marker, visit.value:
                case Expr(wants), str(text) if subject.library.check(text, wants)[0] is None:
                    yield subject.defined.pack


def _about_the_whole(
    everything: list[Subject], hurt: list[Subject]
) -> dict[tuple[str, str], list[Finding]]:
    """Return the findings of the whole by the object that they stand in."""
    about: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    found = list(whole.check([*everything, *hurt]))
    unread = {*(one.defined.pack for one in hurt)}
    if any(one.code in UNUSED for _subject, one in found):
        unread |= {*_misasking(everything)}
    for subject, one in found:
        partly = subject.defined.pack in unread | subject.world.objects.unread
        if not (partly and one.code in UNUSED):
            about[subject.defined.kind, subject.defined.id].append(one)
    return about
