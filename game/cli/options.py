"""Options that several commands share, with their bounds and their help."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from game.text.typed import BEYOND

MOST_SEED, MOST_GAMES, MOST_JOBS = BEYOND - 1, 1_000_000, 1_000

Packs = Annotated[
    list[Path] | None, typer.Option("--pack", help="Play with this pack too; may be given again.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Scenario = Annotated[str | None, typer.Option(help="The scenario's id.")]
Chair = Annotated[str | None, typer.Option("--as", help="The partner you run.")]
Level = Annotated[str | None, typer.Option(help="liaison, director or cold.")]
Seed = Annotated[
    int | None, typer.Option(min=0, max=MOST_SEED, help="The same seed, the same run.")
]
FirstSeed = Annotated[int, typer.Option(min=0, max=MOST_SEED, help="The seed of the first game.")]
Games = Annotated[
    int, typer.Option(min=1, max=MOST_GAMES, help="How many games, a seed further each.")
]
Jobs = Annotated[int, typer.Option(min=1, max=MOST_JOBS, help="How many games to play at once.")]
Hazards = Annotated[str, typer.Option(help="dated, as in history, or seeded.")]
Others = Annotated[
    str,
    typer.Option(
        help="Who plays the other chairs: one player, or one each, with commas; else the level's."
    ),
]
Iron = Annotated[
    bool, typer.Option("--iron", help="One save, no way back; a copied folder goes unnoticed.")
]
Save = Annotated[str, typer.Option(help="The save's name or file; the latest without.")]


class Subject(StrEnum):
    """What can be listed."""

    scenarios = "scenarios"
    players = "players"
    saves = "saves"


Asserts = Annotated[
    bool, typer.Option("--asserts", help="Only tell which texts were untrue when told.")
]
Offers = Annotated[
    bool, typer.Option("--offers", help="Only tell what offers became, leader by leader.")
]
Trials = Annotated[
    int,
    typer.Option(min=0, max=MOST_GAMES, help="Cards a game on which every choice is tried (slow)."),
]
