"""`handshake report` and `handshake branch`: what can be made of a saved game."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.text.language import _
from game.text.typed import BEYOND

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.content.records import Content
    from game.saves.record import Record
    from game.session import Session

Packs = Annotated[
    list[Path] | None, typer.Option("--pack", help="Play with this pack too; may be given again.")
]
Name = Annotated[str, typer.Argument(help="The save's name or file.")]
REPORT_EPILOG = (
    "Examples: handshake report my_game | handshake report my_game --format html --out run.html"
)
BRANCH_EPILOG = (
    "Examples: handshake branch my_game --turn 4 | handshake branch my_game --turn 4 "
    "--save other_way"
)


class Format(StrEnum):
    """How a report can be written."""

    md = "md"
    html = "html"


def report(
    save: Name,
    format: Annotated[Format, typer.Option(help="md, Markdown, or html, one page.")] = Format.md,
    out: Annotated[
        Path | None, typer.Option(help="Write to this file; else it is printed.")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace a file of another kind, but never a save.")
    ] = False,
    chair: Annotated[str, typer.Option("--as", help="The partner who tells it.")] = "",
    pack: Packs = None,
) -> None:
    """Tell a run as a report to keep: legacies, curves, decisions, history beside it."""
    from game.packs.played import played
    from game.report.vouching import as_told
    from game.report.writing import is_report, written
    from game.saves.outside import check_place, write_out
    from game.saves.store import Store

    if out is not None:
        check_place(out, is_report, force)
    store = Store()
    content = content_of(store.load(save), played(pack or ()))
    session, doubts = as_told(content, store, save)
    if chair:
        _check_teller(session, chair)
    text = written(session, format.value, chair, doubts)
    if out is None:
        sys.stdout.write(text)
        return
    write_out(out, text, is_report, force)
    print(_("Written to {file}.", file=out))


def content_of(record: Record, packs: Sequence[Path]) -> Content:
    """Return the content of packs and of those a save was made with; of those it tells, aside."""
    from game.content.cached import load_content
    from game.packs.along import taken_along

    content, told = taken_along(load_content(packs), record, packs)
    for line in told:
        print(line, file=sys.stderr)
    return content


def _check_teller(session: Session, chair: str) -> None:
    """Raise UsageError for a chair from which a run can't be told."""
    from game.errors import UsageError

    if chair not in session.people and not session.over:
        names = ", ".join(session.people)
        raise UsageError(_("A run that goes on is told by: {chairs}.", chairs=names))
    if chair not in session.seats:
        raise UsageError(
            _(
                "There is no chair {chair}; choose from: {chairs}.",
                chair=repr(chair),
                chairs=", ".join(session.seats),
            )
        )


def branch(
    save: Name,
    turn: Annotated[
        int, typer.Option(min=1, max=BEYOND, help="The turn at whose beginning it leaves.")
    ],
    name: Annotated[str, typer.Option("--save", help="The new game's name.")] = "",
    pack: Packs = None,
) -> None:
    """Make a new game that leaves a saved one at any of its turns; the old one stays."""
    from game.packs.played import played
    from game.plain.console import Console
    from game.plain.keeping import everybody_agrees
    from game.saves.store import Store
    from game.session.keeping import branch as branched
    from game.session.keeping import keep_branch

    store = Store()
    if name:
        store.check_new(name)
    record = store.load(save)
    session = branched(content_of(record, played(pack or ())), record, save, turn)
    if not everybody_agrees(Console(sys.stdin, sys.stdout), session, turn):
        print(_("No branch was made."))
        raise typer.Exit(1)
    made = keep_branch(store, session, name)
    print(
        _(
            "{name} leaves {save} at turn {turn}, with hindsight. "
            "`handshake continue --save {name}`",
            name=made,
            save=save,
            turn=turn,
        )
    )
