"""Checks of what a player reads: length, placeholders, plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.content import placeholders
from game.content.definitions.stories import Story
from game.content.definitions.world import Scene
from game.content.fields import Said
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.content.placeholders import (
    NAME,
    OF_FIGURE,
    OF_PARTNER,
    OF_REASON,
    OF_SPEECH,
    Braces,
    Placeholder,
)
from game.content.walk import Loc
from game.text import cells
from game.text.counting import counted
from game.text.near import did_you_mean

CHOICE_LENGTH = 70
CARD_WORDS = (25, 110)
COUNSEL_LENGTH = 80
DRAWING = (76, 14)
"""The most cells and rows of a drawing."""
ROOM = f"at most {DRAWING[0]} cells and {DRAWING[1]} rows"
RECORD_ENDS = "2026-06"
"""The last month that the record is known for; after it no real person is named."""

_FIXED = {
    fills: tuple(Placeholder(word) for word in words)
    for fills, words in (("reason", OF_REASON), ("figure", OF_FIGURE), ("speech", OF_SPEECH))
}  # what is filled whoever's text it is
_MARKUP = re.compile(r"\*\*|__|`|\\|</?[A-Za-z]|\[[a-z/#@=]")
_NO_LINE = re.compile(r"[^\n -~\u2500-\u257f\u2580-\u259f\u00b7]")  # lines, blocks, ASCII, a dot
_NOT_HERE = (
    "write the words out; placeholders are for cards, choices and what comes of them, headlines, "
    "promises, endings, slides, scenes and what advisers and offices say"
)


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with every text of an object."""
    after = _after_the_record(subject)
    for visit in subject.visits:
        if isinstance(visit.marker, Said):
            text = str(visit.value)
            if visit.marker.sort == "drawing":
                yield from _drawn(subject, visit.loc, text)
                continue
            yield from _plain(subject, visit.loc, text)
            if visit.marker.fills != "words":  # those of the words that they replace
                yield from _placeholders(subject, visit.loc, text, visit.marker.fills)
            yield from _length(subject, visit.loc, text, visit.marker.sort)
            if after:
                yield from _real_people(subject, visit.loc, text)


def _plain(subject: Subject, loc: Loc, text: str) -> Iterator[Finding]:
    markup = _MARKUP.search(text)
    if markup and loc != ("address",):
        said = f'"{markup.group()}" looks like markup; text is plain'
        yield subject.report("E060", loc, said, offset=markup.start())


def _drawn(subject: Subject, loc: Loc, text: str) -> Iterator[Finding]:
    """A drawing has room on the smallest screen, and letters that every terminal has."""
    rows = text.rstrip().split("\n")
    wide = max(cells.width(row.rstrip()) for row in rows)
    if wide > DRAWING[0] or len(rows) > DRAWING[1]:
        said = f"{wide} cells wide and {counted(len(rows), 'row')} high; it has {ROOM}"
        yield subject.report("E065", loc, said)
    strange = _NO_LINE.search(text)
    if strange:
        said = f'"{strange.group()}" is no letter for drawings'
        yield subject.report("E065", loc, said, offset=strange.start())


def _placeholders(subject: Subject, loc: Loc, text: str, fills: str) -> Iterator[Finding]:
    for braces in placeholders.read(text):
        wrong = _unfilled(subject, braces, fills)
        if wrong:
            yield subject.report("E042", loc, *wrong, offset=braces.offset)


def _unfilled(subject: Subject, braces: Braces, fills: str) -> tuple[str, str] | None:
    """Return why braces wouldn't be filled, and a hint; None where they are."""
    if braces.written in ("{", "}"):
        other = "closing" if braces.written == "{" else "opening"
        return f'"{braces.written}" without its {other} brace', "text is plain; delete it"
    one = braces.placeholder
    alone = fills in ("", "figure", "speech")
    if one and not alone and one.partner and subject.find(one.partner, "partner"):
        return None
    if one in _FIXED.get(fills, ()):
        return None
    possible = _possible(subject, fills)
    if str(one) in possible:
        return None
    if not fills:
        return f'"{braces.written}" is not filled in here', _NOT_HERE
    hint = did_you_mean(braces.written, possible)
    return f'unknown placeholder "{braces.written}"', hint


def _possible(subject: Subject, fills: str) -> list[str]:
    """Return all placeholders that may stand in a text, as the pack writes them."""
    model, pack = subject.defined.model, subject.defined.pack
    roles = [Placeholder(role, NAME) for role in (model.roles if isinstance(model, Story) else ())]
    lives = sorted(id_ for kind, id_ in subject.world.lives[subject.home] if kind == "partner")
    partners = [
        Placeholder(head, subject.world.objects.written(id_, pack))
        for head in OF_PARTNER
        for id_ in lives
    ]
    fixed = _FIXED.get(fills, ())
    several = {
        "": (), "story": (*partners, *roles), "reason": (*partners, *fixed),
    }.get(fills, fixed)  # fmt: skip
    return [str(one) for one in several]


def _length(subject: Subject, loc: Loc, text: str, sort: str) -> Iterator[Finding]:
    if sort == "choice" and len(text) >= CHOICE_LENGTH:
        said = f"{counted(len(text), 'character')}; a choice has under {CHOICE_LENGTH}"
        yield subject.report("E056", loc, said)
    if sort == "counsel" and len(text) > COUNSEL_LENGTH:
        said = f"{counted(len(text), 'character')}; an adviser says at most {COUNSEL_LENGTH}"
        yield subject.report("W114", loc, said)
    if sort == "card" and loc[0] == "desks":
        words = len(text.split())
        low, high = CARD_WORDS
        if not low <= words <= high:
            said = f"{words} {'word' if words == 1 else 'words'}; a card has {low} to {high}"
            yield subject.report("W101", loc, said)


def _after_the_record(subject: Subject) -> bool:
    """Return whether something can come up after the record's end, or only then."""
    model = subject.defined.model
    if isinstance(model, Scene):
        return True
    if not isinstance(model, Story):
        return False
    start = model.date or (model.window.start if model.window else None)
    return start is not None and start[:7] > RECORD_ENDS


def _real_people(subject: Subject, loc: Loc, text: str) -> Iterator[Finding]:
    for found in subject.world.surnames.finditer(text):
        said = f"names {found.group()}, a real person, after the record's end; use the office"
        yield subject.report("W108", loc, said, offset=found.start())
