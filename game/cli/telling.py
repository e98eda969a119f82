"""`handshake lab report`: what was played into folders, as text or as a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.lab.experiment import Packs, content_of
from game.lab.kept import kept
from game.lab.page import is_page, page
from game.lab.report import report
from game.saves.outside import check_place, write_out
from game.text.inert import inert

NAME = "report.html"


def text_of(folders: Sequence[Path], packs: Sequence[Path]) -> None:
    """Print a report of each folder. Raises UsageError for one that can't be reported."""
    several = kept(folders, Packs(tuple(packs)))
    print("\n\n\n".join(report(one.experiment, one.found) for one in several))


def page_of(folders: Sequence[Path], packs: Sequence[Path], out: Path | None) -> None:
    """Write a page about all folders to a file, else into the first of them.

    Raises UsageError for a folder that can't be reported and a file that can't be written.
    """
    load, path = Packs(tuple(packs)), out or folders[0] / NAME
    several = kept(folders, load)
    check_place(path, is_page)
    write_out(path, inert(page(several, content_of(load))), is_page)
    print(f"Written to {path}.")
