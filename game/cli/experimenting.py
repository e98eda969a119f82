"""What `handshake lab` and `handshake lab report` can be asked."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from game.cli.options import (
    MOST_GAMES,
    Asserts,
    FirstSeed,
    Games,
    Hazards,
    Jobs,
    Offers,
    Packs,
    Trials,
)

lab = typer.Typer(invoke_without_command=True)


class Executors(StrEnum):
    """Who may play the games."""

    processes = "processes"
    dask = "dask"


Players = Annotated[
    str, typer.Option(help="One player for all chairs, or one each in the scenario's order.")
]
ScenarioId = Annotated[str, typer.Option(help="The scenario's id.")]
Dismissed = Annotated[str, typer.Option("--as", help="The partner whose dismissal ends the run.")]
LevelId = Annotated[str, typer.Option(help="liaison, director or cold.")]
Measured = Annotated[
    Path | None, typer.Option("--json", help="Write everything measured to this file.")
]
Rows = Annotated[
    Path | None,
    typer.Option(help="Write a row for each game to this SQLite database or .parquet file."),
]
Into = Annotated[
    Path | None, typer.Option(help="Keep rows in this folder while they come, as Parquet files.")
]
Resume = Annotated[
    bool, typer.Option("--resume", help="Play what the folder of --into lacks; it may be empty.")
]
Chunk = Annotated[
    int, typer.Option(min=1, max=MOST_GAMES, help="Games in a file of --into: they are one task.")
]
Executor = Annotated[
    Executors, typer.Option(help="Who plays: processes of this machine, or a Dask cluster.")
]
Scheduler = Annotated[
    str, typer.Option(help="The address of Dask's scheduler; else one is begun here.")
]


@lab.callback(
    epilog="Examples: handshake lab --games 20 --players random | handshake lab --players "
    "historical,diplomat,diplomat --jobs 4 --json lab.json --rows lab.sqlite | "
    "handshake lab --games 2000 --into mine --resume | handshake lab report mine --html"
)
def play(
    context: typer.Context,
    games: Games = 100,
    players: Players = "diplomat",
    scenario: ScenarioId = "cold_snap_2022",
    chair: Dismissed = "nasa",
    jobs: Jobs = 2,
    seed: FirstSeed = 1,
    level: LevelId = "director",
    hazards: Hazards = "dated",
    json: Measured = None,
    rows: Rows = None,
    into: Into = None,
    resume: Resume = False,
    chunk: Chunk = 10,
    executor: Executor = Executors.processes,
    scheduler: Scheduler = "",
    trials: Trials = 0,
    asserts: Asserts = False,
    offers: Offers = False,
    pack: Packs = None,
) -> None:
    """Let computer players play many games and report what they add up to."""
    if context.invoked_subcommand is not None:
        return
    from game.cli import lab as command
    from game.packs.played import played
    from game.rules.setup import Setup

    workers = command.Workers(executor.value, jobs, scheduler)
    setup, keep = Setup(scenario, chair, seed, level, hazards), command.Keep(into, chunk, resume)
    wish = command.Wish(setup, players, games, workers, json, rows, trials, keep)
    what = "asserts" if asserts else "offers" if offers else "report"
    if status := command.run(wish, played(pack or ()), what):
        raise typer.Exit(status)


@lab.command(
    epilog="Examples: handshake lab report mine | handshake lab report with_hawk without --html | "
    "handshake lab report mine --html --out mine.html"
)
def report(
    folders: Annotated[list[Path], typer.Argument(help="Folders that games were played into.")],
    html: Annotated[
        bool, typer.Option("--html", help="With pictures, as a page: report.html in the first.")
    ] = False,
    out: Annotated[Path | None, typer.Option(help="Write the page to this file.")] = None,
    pack: Packs = None,
) -> None:
    """Report what games add up to that were played into folders, side by side."""
    from game.cli import telling
    from game.packs.played import played

    packs = played(pack or ())
    if html or out is not None:
        telling.page_of(folders, packs, out)
    else:
        telling.text_of(folders, packs)
