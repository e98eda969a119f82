"""`handshake pack graph`: the stories of a pack as a page."""

from __future__ import annotations

from pathlib import Path

from game.content.findings import as_text, errors
from game.packs.about import checked_with
from game.packs.kept import id_of
from game.packs.places import pack_directory
from game.saves.outside import check_place, write_out
from game.text.language import _
from game.workshop.drawing import stories_page
from game.workshop.page import is_page
from game.workshop.stories import web


def run(folder: Path, out: Path | None) -> int:
    """Write how a pack's stories hang together as a page, and say how many there are.

    Raises UsageError for a file that can't be written.
    """
    pack = id_of(folder)
    path = out or Path(f"{pack}-stories.html")
    check_place(path, is_page)
    checked, findings = checked_with(folder, pack_directory())
    if wrong := errors(findings):
        print(as_text(wrong))
        return 1
    found = web(checked, pack)
    write_out(path, stories_page(pack, found), is_page)
    for name, why in found.dead.items():
        print(_("{what}: {why}", what=name, why=why))
    print(
        _(
            "{file}. Threads: {threads}. Standing alone: {alone}. Dead ends: {dead}.",
            file=path,
            threads=len(found.threads),
            alone=len(found.alone),
            dead=len(found.dead),
        )
    )
    return 0
