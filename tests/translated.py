"""Catalogues for tests: the game's own texts in the pseudo-language, as a translator's file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import polib

from game.translating.entry import Entry
from tests.pseudo import pseudo

PLURALS = "nplurals=2; plural=(n != 1);"


def catalogue(path: Path, entries: Iterable[Entry], forms: str = PLURALS) -> Path:
    """Write a catalogue of these texts in the pseudo-language, and return its path."""
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Plural-Forms": forms}
    file.extend(_translated(one) for one in entries)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{file}\n", encoding="utf-8")
    return path


def _translated(one: Entry) -> polib.POEntry:
    told = [pseudo(one.english), pseudo(one.plural)]
    return polib.POEntry(
        msgctxt=one.context or None,
        msgid=one.english,
        msgid_plural=one.plural,
        msgstr="" if one.plural else told[0],
        msgstr_plural=dict(enumerate(told)) if one.plural else {},
    )
