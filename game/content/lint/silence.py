"""Findings silenced where they stand, each with a reason: for an object, a part of it, or a line.

An object's `lint_ignore:` has the reasons by code, or by code and the path of a part, as in
`W106 desks.nasa.choices.go.needs`. A line ends in a comment, `# lint_ignore W106: the reason`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.content.codes import CODES
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.content.nodes import steps_to
from game.content.patching.steps import find

SILENCEABLE_ERRORS = ("E050", "E053", "E056", "E060")
"""Errors of style and evidence: content that has them still runs."""

_ON_LINE = re.compile(r"(?:^|\s)#\s*lint_ignore\s+([EW][0-9]{3}):\s*\S")


def silenced(subject: Subject, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings about an object that it doesn't silence, and wrong silencing."""
    ignored = subject.defined.model.lint_ignore
    used: set[str] = set()
    for one in found:
        names = {name for name in ignored if _may(one.code) and _meant(subject, name, one)}
        used |= names
        if not names:
            yield one
    for name, reason in ignored.items():
        yield from _wrong(subject, name, name in used)
        if not reason.strip():
            yield subject.report("E058", ("lint_ignore", name), "say why it is silenced")


def on_its_line(one: Finding) -> bool:
    """Return whether the line that a finding is about silences it."""
    match = _ON_LINE.search(one.mark.text_line)
    return match is not None and match[1] == one.code and _may(one.code)


def _meant(subject: Subject, name: str, one: Finding) -> bool:
    """Return whether what is silenced by some name is a finding: its code, and where it stands."""
    code, _, path = name.partition(" ")
    if code != one.code or not path:
        return name == one.code
    place = find(subject.defined.node, path)
    if place.rest or place.rivals:
        return False
    steps = place.loc
    return steps_to(subject.defined.node, one.within)[: len(steps)] == steps


def _may(code: str) -> bool:
    return code.startswith("W") or code in SILENCEABLE_ERRORS


def _wrong(subject: Subject, name: str, used: bool) -> Iterator[Finding]:
    code, _, path = name.partition(" ")
    found, loc = find(subject.defined.node, path), ("lint_ignore", name)
    if code not in CODES:
        yield subject.report("E058", loc, f'there is no finding "{code}"', key=True)
    elif not _may(code):
        yield subject.report("E058", loc, f"{code} can't be silenced", key=True)
    elif found.rest or found.rivals:
        yield subject.report("E058", loc, f'"{path}" leads nowhere, or to several', key=True)
    elif not used:
        yield subject.report("W111", loc, f"{name} isn't found here any more", key=True)
