"""Checks of what a player reads: length, placeholders, plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.content.definitions.stories import Story
from game.content.fields import Said
from game.content.findings import Finding, did_you_mean
from game.content.lint.subject import Subject
from game.content.walk import Loc
from game.counting import counted

CHOICE_LENGTH = 70
CARD_WORDS = (25, 110)
RECORD_ENDS = "2026-06"
"""The last month that the record is known for; after it no real person is named."""

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")
_MARKUP = re.compile(r"\*\*|__|`|\\|</?[A-Za-z]|\[[a-z/#@=]")
_REASON = {"reasoned": ("figure", "amount")}
_OF_PARTNER = ("leader", "office", "partner")


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with every text of an object."""
    after = _after_the_record(subject)
    for visit in subject.visits:
        if isinstance(visit.marker, Said):
            text = str(visit.value)
            yield from _plain(subject, visit.loc, text)
            yield from _placeholders(subject, visit.loc, text, _REASON.get(visit.marker.sort, ()))
            yield from _length(subject, visit.loc, text, visit.marker.sort)
            if after:
                yield from _real_people(subject, visit.loc, text)


def _plain(subject: Subject, loc: Loc, text: str) -> Iterator[Finding]:
    markup = _MARKUP.search(text)
    if markup and loc != ("address",):
        said = f'"{markup.group()}" looks like markup; text is plain'
        yield subject.report("E060", loc, said, offset=markup.start())


def _placeholders(
    subject: Subject, loc: Loc, text: str, reason: tuple[str, ...]
) -> Iterator[Finding]:
    model = subject.defined.model
    roles = tuple(model.roles) if isinstance(model, Story) else ()
    for match in _BRACES.finditer(text):
        inside = match[1]
        if inside is None or not (inside in reason or _known(subject, roles, inside)):
            hint = did_you_mean(inside or "", [*reason, *_possible(subject, roles)])
            said = f'unknown placeholder "{match.group()}"'
            yield subject.report("E042", loc, said, hint, offset=match.start())


def _known(subject: Subject, roles: tuple[str, ...], inside: str) -> bool:
    head, _, rest = inside.partition(".")
    if head in _OF_PARTNER:
        return subject.find(rest, "partner") is not None
    return head in roles and rest == "name"


def _possible(subject: Subject, roles: tuple[str, ...]) -> list[str]:
    partners = sorted(subject.world.objects.named.get("partner", ()))
    of_partners = [f"{word}.{partner}" for word in _OF_PARTNER for partner in partners]
    return [*of_partners, *(f"{role}.name" for role in roles)]


def _length(subject: Subject, loc: Loc, text: str, sort: str) -> Iterator[Finding]:
    if sort == "choice" and len(text) >= CHOICE_LENGTH:
        said = f"{counted(len(text), 'character')}; a choice has under {CHOICE_LENGTH}"
        yield subject.report("E056", loc, said)
    if sort == "card" and loc[0] == "desks":
        words = len(text.split())
        low, high = CARD_WORDS
        if not low <= words <= high:
            said = f"{words} {'word' if words == 1 else 'words'}; a card has {low} to {high}"
            yield subject.report("W101", loc, said)


def _after_the_record(subject: Subject) -> bool:
    """Return whether an event can come up only after the record's end."""
    model = subject.defined.model
    if not isinstance(model, Story):
        return False
    start = model.date or (model.window.start if model.window else None)
    return start is not None and start[:7] > RECORD_ENDS


def _real_people(subject: Subject, loc: Loc, text: str) -> Iterator[Finding]:
    for found in subject.world.surnames.finditer(text):
        said = f"names {found.group()}, a real person, after the record's end; use the office"
        yield subject.report("W108", loc, said, offset=found.start())
