"""Reports as files: beside the saves, or wherever a player wants one."""

from __future__ import annotations

from pathlib import Path

from game.errors import SaveError
from game.report.building import report_of
from game.report.markdown import to_markdown
from game.report.page import to_page
from game.saves.files import write_over
from game.saves.store import Store
from game.session import Session
from game.session.keeping import Keeper

DIRECTORY = "reports"
WRITERS = {"md": to_markdown, "html": to_page}


def written(session: Session, kind: str, chair: str = "") -> str:
    """Return a run's report as text of a kind, `md` or `html`."""
    return WRITERS[kind](report_of(session, chair))


def write_all(session: Session, store: Store, chair: str = "") -> tuple[Path, ...]:
    """Write a run's report in every kind beside the saves, over an earlier one of the same run.

    Raises SaveError when it can't be written.
    """
    name = session.saver.name if isinstance(session.saver, Keeper) else ""
    if not name:
        raise SaveError("The run isn't saved yet; its report is named after its save.")
    report = report_of(session, chair)
    paths = []
    for kind, writer in WRITERS.items():
        path = store.directory / DIRECTORY / f"{Path(name).stem}.{kind}"
        write_over(path, writer(report))
        paths.append(path)
    return tuple(paths)
