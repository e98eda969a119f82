"""The second pass over content: cross-checks when everything exists. Returns, never raises."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from game.content.expressions import Library
from game.content.findings import Finding
from game.content.lint import (
    advisers,
    kinds,
    names,
    others,
    references,
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

CHECKS = (
    references.check, worlds.check, kinds.check, names.check, secrets.check, texts.check,
    stories.check, others.check, advisers.check,
)  # fmt: skip


def lint(objects: Objects, libraries: Mapping[str, Library]) -> list[Finding]:
    """Return every finding about objects whose form is right; libraries are by pack id."""
    everything = list(subjects(world_of(objects, libraries)))
    about = _about_the_whole(everything)
    found: list[Finding] = []
    for subject in everything:
        own = [one for check in CHECKS for one in check(subject)]
        found += silenced(subject, own + about[subject.defined.kind, subject.defined.id])
        if len(found) >= MANY:
            break
    return found


def _about_the_whole(everything: list[Subject]) -> dict[tuple[str, str], list[Finding]]:
    """Return the findings of the whole by the object that they stand in."""
    about: dict[tuple[str, str], list[Finding]] = defaultdict(list)
    for subject, one in whole.check(everything):
        about[subject.defined.kind, subject.defined.id].append(one)
    return about
