"""Reports as files: beside the saves, or wherever a player wants one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.errors import SaveError
from game.report.building import TITLE, VOUCHES, report_of
from game.report.markdown import to_markdown
from game.report.page import to_page
from game.saves.files import write_over
from game.saves.store import Store
from game.session import Session
from game.session.keeper import Keeper
from game.text.inert import inert
from game.text.language import _

DIRECTORY = "reports"
FACTS_WITHIN = 20_000  # letters of a report, among which its facts stand
BEGINNINGS = (f"# {TITLE}", "<!DOCTYPE html> <html")
WRITERS = {"md": to_markdown, "html": to_page}


def written(session: Session, kind: str, chair: str = "", doubts: Iterable[str] = ()) -> str:
    """Return a run's report as text of a kind, `md` or `html`, which steers no terminal.

    `doubts` are what its teller doesn't believe of it, a sentence each.
    """
    return inert(WRITERS[kind](report_of(session, chair, doubts)))


def is_report(text: str) -> bool:
    """Return whether a text was written as a report, of any run and any kind."""
    head = " ".join(text[:FACTS_WITHIN].split())
    vouches = (VOUCHES, _(VOUCHES))
    return head.startswith(BEGINNINGS) and any(one[:40] in head for one in vouches)


def write_all(session: Session, store: Store, chair: str = "") -> tuple[Path, ...]:
    """Write a run's report in every kind beside the saves, over an earlier one of the same run.

    Raises SaveError when it can't be written.
    """
    name = session.saver.name if isinstance(session.saver, Keeper) else ""
    if not name:
        raise SaveError(_("The run isn't saved yet; its report is named after its save."))
    report = report_of(session, chair)
    paths = []
    for kind, writer in WRITERS.items():
        path = store.directory / DIRECTORY / f"{Path(name).stem}.{kind}"
        write_over(path, inert(writer(report)))
        paths.append(path)
    return tuple(paths)
