"""What `handshake` can be asked: its commands, their options and their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 90},
)

Packs = Annotated[
    list[Path], typer.Option("--pack", help="Play with this pack too; may be given again.")
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def _leave(status: int) -> None:
    """Leave with a status, when it isn't that of success."""
    if status:
        raise typer.Exit(status)


Scenario = Annotated[str | None, typer.Option(help="The scenario's id; it is asked for without.")]
Chair = Annotated[str | None, typer.Option("--as", help="The partner you run.")]
Level = Annotated[str | None, typer.Option(help="liaison, director or cold.")]
Seed = Annotated[int | None, typer.Option(min=0, help="The seed: the same one, the same run.")]
Hazards = Annotated[str, typer.Option(help="dated, as in history, or seeded.")]
Others = Annotated[
    str,
    typer.Option(
        help="Who plays the other chairs: one player, or one each; person shares the screen."
    ),
]


@app.command(
    epilog="Examples: handshake plain | handshake plain --scenario cold_snap_2022 --as esa --seed 7"
)
def plain(
    scenario: Scenario = None,
    chair: Chair = None,
    level: Level = None,
    seed: Seed = None,
    hazards: Hazards = "dated",
    others: Others = "diplomat",
    go_on: Annotated[bool, typer.Option("--continue", help="Go on with the latest save.")] = False,
    save: Annotated[str, typer.Option(help="Go on with this save.")] = "",
    pack: Packs = [],  # noqa: B006
) -> None:
    """Play line by line: for screen readers, pipes and scripts."""
    from game.cli import playing
    from game.plain.opening import Wishes

    if go_on or save:
        playing.go_on_plain(save, pack)
    else:
        playing.play_plain(Wishes(scenario, chair, level, seed, hazards), others, pack)


@app.command(
    epilog="Examples: handshake auto --scenario the_leak --seed 3 --player diplomat | "
    "handshake auto --player diplomat,random,historical --games 10 --check"
)
def auto(
    scenario: Annotated[str, typer.Option(help="The scenario's id.")] = "cold_snap_2022",
    chair: Annotated[
        str, typer.Option("--as", help="The partner whose dismissal ends the run.")
    ] = "nasa",
    seed: Annotated[int, typer.Option(help="The seed of the first game.")] = 1,
    player: Annotated[
        str,
        typer.Option(help="One player for all chairs, or one a chair in the scenario's order."),
    ] = "diplomat",
    level: Annotated[str, typer.Option(help="liaison, director or cold.")] = "director",
    hazards: Annotated[str, typer.Option(help="dated or seeded.")] = "dated",
    games: Annotated[int, typer.Option(min=1, help="How many games, a seed further each.")] = 1,
    turns_limit: Annotated[int, typer.Option(min=0, help="Stop after so many turns.")] = 0,
    check: Annotated[
        bool, typer.Option("--check", help="Test the rules' invariants after every decision.")
    ] = False,
    json: Json = False,
    pack: Packs = [],  # noqa: B006
) -> None:
    """Let computer players play whole games and print how they went."""
    from game.cli import auto as command
    from game.rules.setup import Setup

    wish = command.Wish(
        Setup(scenario, chair, seed, level, hazards), player, games, turns_limit, check, json
    )
    _leave(command.run(wish, pack))


@app.command(epilog="Examples: handshake check | handshake check my_pack --json")
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Packs besides the base.")] = None,
    json: Json = False,
) -> None:
    """Check content: every finding at once, with its place and the way out."""
    from game.cli import checking

    _leave(checking.run(paths or [], json))
