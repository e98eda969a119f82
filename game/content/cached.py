"""Content for whoever plays: as it was checked and compiled before, or read anew.

What was read before is taken from the cache when nothing that it was made of has changed. That
loads neither what reads content nor what checks it.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.cache import shelf
from game.content.cache.key import key_of, place_key
from game.content.cache.unpickling import unpickled
from game.content.haste import uncollected
from game.content.places import content_root
from game.content.records import Content
from game.text.language import ENGLISH, spoken

if TYPE_CHECKING:
    from game.content.findings import Finding

Packs = Sequence[Path | str]
Doubt = tuple[str, str, int, int, str, str, str]
"""A warning as it is kept: code, file, line, column, the line itself, message and hint."""
Warned = tuple[Doubt, ...]


def load_content(extra_packs: Packs = (), *, root: Path | None = None) -> Content:
    """Return the compiled content of the base pack and the extra ones, in the language spoken.

    `HANDSHAKE_CACHE` names the directory of the cache, or turns it `off`. Raises PackError when a
    pack is missing or at odds with the game or another pack, and ContentError, which carries the
    findings, when anything in a pack is wrong.
    """
    own, extra = root or content_root(), [Path(path) for path in extra_packs]
    content = _in_english(own, extra)
    if spoken() is ENGLISH:
        return content
    from game.content.languages.texts import in_language

    return in_language(content)


def _in_english(own: Path, extra: Sequence[Path]) -> Content:
    """Return content as it was written; only so it is ever kept."""
    place = _place(own, extra)
    kept = _found(*place) if place else None
    if kept is not None:
        return kept[0]
    return _kept_anew(*place, own, extra) if place else _fresh(own, extra)[0]


def check_content(extra_packs: Packs = (), *, root: Path | None = None) -> list[Finding]:
    """Return everything wrong or doubtful in the packs, by place; it may have been kept."""
    own, extra = root or content_root(), [Path(path) for path in extra_packs]
    place = _place(own, extra)
    kept = _found(*place) if place else None
    if kept is not None:
        return _findings(kept[1])
    from game.content.load import check_content

    return check_content(extra, root=own)


def _place(own: Path, extra: Sequence[Path]) -> tuple[Path, str] | None:
    """Return directory and name of what is kept of packs, None where nothing is to be."""
    where = shelf.directory()
    if where is None:
        return None
    with suppress(OSError):  # the working directory is gone
        return where, place_key(own, extra)
    return None


def _found(where: Path, name: str) -> tuple[Content, Warned] | None:
    """Return what is kept under a name, None where it is not sound or not of what there is now."""
    entry = shelf.found(where, name)
    if entry is None or not _still(entry):
        return None
    with suppress(ValueError), uncollected():
        match unpickled(entry.pickled):
            case (Content() as content, tuple(warned)):
                return content, warned
    return None


def _still(entry: shelf.Entry) -> bool:
    """Return whether an entry is of what lies in its packs now."""
    with suppress(OSError):
        return bool(entry.key) and entry.key == key_of(entry.packs)
    return False


def _kept_anew(where: Path, name: str, own: Path, extra: Sequence[Path]) -> Content:
    """Read content and keep it, unless it changes under the reader's eyes."""
    before = _packs_and_key(own, extra)
    content, warned = _fresh(own, extra)
    if before[1] and before == _packs_and_key(own, extra):
        pickled = pickle.dumps((content, warned), protocol=5)
        shelf.put(where, name, shelf.Entry(before[1], before[0], pickled))
    return content


def _packs_and_key(own: Path, extra: Sequence[Path]) -> tuple[tuple[Path, ...], str]:
    """Return where the packs lie, in order, and the key of what they hold; empty where none."""
    from game.content.packs import find_packs

    packs = tuple(pack.path.absolute() for pack in find_packs(own, extra)[0])
    with suppress(OSError):  # whoever reads tells it better
        return packs, key_of(packs)
    return packs, ""


def _fresh(own: Path, extra: Sequence[Path]) -> tuple[Content, Warned]:
    """Read, check and compile; raises as `load_content` does."""
    from game.content.load import compile_content, sound_content

    checked = sound_content(extra, root=own)
    return compile_content(checked), tuple(_flat(one) for one in checked.findings)


def _flat(one: Finding) -> Doubt:
    mark = one.mark
    return one.code, mark.file, mark.line, mark.column, mark.text_line, one.message, one.hint


def _findings(warned: Warned) -> list[Finding]:
    """Return warnings as they were found."""
    from game.content.findings import Mark, finding

    return [finding(one[0], Mark(*one[1:5]), *one[5:]) for one in warned]
