"""The template that translators begin with: every text of the game, or of packs, in one file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import polib

from game.translating.contents import content_entries
from game.translating.entry import Entry, merged
from game.translating.sources import source_entries
from game.translating.tables import table_entries
from game.version import game_version

NEW_LINE = "\n"
HEAD = (
    "Every text of Orbital Handshake that a player can read. Copy this file to\n"
    "languages/CODE.po of the game or of a pack, or start from it in any editor of .po files."
)


def entries(packs: Sequence[Path] = ()) -> tuple[Entry, ...]:
    """Return every text of the game, or, where packs are given, of those packs alone.

    Raises UsageError where what finds them isn't installed, and as `load_content` does.
    """
    if packs:
        return merged(content_entries(packs))
    return merged((*source_entries(), *table_entries(), *content_entries()))


def template(found: Iterable[Entry]) -> str:
    """Return texts as a .pot; the same texts make the same file."""
    file = polib.POFile(wrapwidth=100)
    file.header = HEAD
    file.metadata = {
        "Project-Id-Version": f"Orbital Handshake {game_version()}",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=INTEGER; plural=EXPRESSION;",
    }
    file.extend(_written(one) for one in found)
    return f"{file}\n"


def is_template(text: str) -> bool:
    """Return whether a text was written as a template."""
    return text.startswith(f"# {HEAD.partition(NEW_LINE)[0]}")


def _written(one: Entry) -> polib.POEntry:
    return polib.POEntry(
        msgctxt=one.context or None,
        msgid=one.english,
        msgid_plural=one.plural,
        msgstr_plural={0: "", 1: ""} if one.plural else {},
        occurrences=[(place, str(line)) for place, line in one.places],
        comment="\n".join(one.remarks),
    )
