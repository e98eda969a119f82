"""The texts of content, with the line on which each is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from game.content.checking import Defined
from game.content.fields import Said
from game.content.findings import Mark
from game.content.languages.catalogue import placeholders
from game.content.languages.texts import Text, texts
from game.content.load import compile_content, sound_content
from game.content.objects import Objects
from game.content.places import content_root
from game.translating.entry import Entry

ROOMS: Mapping[str, str] = {
    "choice": "fewer than 70 letters",
    "title": "a title: short, without a full stop",
    "phrase": "part of a sentence",
}
"""What a translator should know of a sort of text."""


def content_entries(packs: Sequence[Path] = (), root: Path | None = None) -> Iterator[Entry]:
    """Yield every text of the game's own packs, or, where packs are given, of those alone.

    Raises as `load_content` does.
    """
    checked = sound_content(packs, root=root)
    content = compile_content(checked)
    owners, shown = _objects(checked.objects), cache(_file)
    for text in texts(content):
        owner = owners.get(text.context.partition("/")[0])
        if owner is None:
            continue
        mark, remark = _place(text, owner)
        writer = checked.objects.written_by.get(mark.file, owner.pack)
        if checked.objects.is_own(writer) != bool(packs):
            yield _at(text, (shown(mark.file), mark.line), remark)


def _objects(objects: Objects) -> dict[str, Defined]:
    return {f"{one.kind}:{one.id}": one for one in objects.each()}


def _place(text: Text, owner: Defined) -> tuple[Mark, str]:
    """Return where a text stands, in its object's file or a patch's, and what room it has."""
    wanted = (text.plural or text.english).split()
    for visit in owner.visits:
        if isinstance(visit.marker, Said) and str(visit.value).split() == wanted:
            return owner.mark(visit.loc), ROOMS.get(visit.marker.sort, "")
    return owner.mark(()), ""


def _file(shown: str) -> str:
    """Return a file's name, the same from wherever it is looked at where it is the game's own."""
    path = Path(shown).resolve()
    root = content_root().parent
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else shown


def _at(text: Text, place: tuple[str, int], remark: str) -> Entry:
    open_ = ", ".join(dict.fromkeys(placeholders(text.english)))
    remarks = (remark, f"placeholders: {open_}" if open_ else "")
    said = tuple(one for one in remarks if one)
    return Entry(text.english, text.context, text.plural, (place,), said)
