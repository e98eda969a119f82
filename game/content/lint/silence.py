"""Findings silenced where they stand, each with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.content.codes import CODES
from game.content.findings import Finding
from game.content.lint.subject import Subject

SILENCEABLE_ERRORS = ("E050", "E053", "E056", "E060")
"""Errors of style and evidence: content that has them still runs."""


def silenced(subject: Subject, found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings about an object that it doesn't silence, and wrong silencing."""
    ignored = subject.defined.model.lint_ignore
    used: set[str] = set()
    for one in found:
        if one.code in ignored and _may(one.code):
            used.add(one.code)
        else:
            yield one
    yield from _wrong(subject, sorted(set(ignored) - used))


def _may(code: str) -> bool:
    return code.startswith("W") or code in SILENCEABLE_ERRORS


def _wrong(subject: Subject, codes: Sequence[str]) -> Iterator[Finding]:
    for code in codes:
        loc = ("lint_ignore", code)
        if code not in CODES:
            yield subject.report("E058", loc, f'there is no finding "{code}"', key=True)
        elif not _may(code):
            yield subject.report("E058", loc, f"{code} can't be silenced", key=True)
        else:
            yield subject.report("W111", loc, f"{code} isn't found here any more", key=True)
    for code, reason in subject.defined.model.lint_ignore.items():
        if not reason.strip():
            yield subject.report("E058", ("lint_ignore", code), "say why it is silenced")
