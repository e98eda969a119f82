"""`handshake try`: one card on the desk, in a state of one's choosing, anew at every save."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.options import Chair, FirstSeed, Packs, Scenario
from game.text.typed import BEYOND

if TYPE_CHECKING:
    from game.content.records import Content
    from game.workshop.trying import Trial

EPILOG = (
    "Examples: handshake try tea_break:kettle --pack tea_break | handshake try kettle --set "
    "tension=70 --set flag.thaw=true --turn 4 | handshake try invasion --as esa --plain"
)


def try_(
    event: Annotated[str, typer.Argument(help="The event, or dilemma; its pack may be left out.")],
    scenario: Scenario = None,
    chair: Chair = None,
    turn: Annotated[
        int | None, typer.Option(min=1, max=BEYOND, help="Deal it in this turn.")
    ] = None,
    values: Annotated[
        list[str] | None,
        typer.Option("--set", help="A figure or a flag, as in tension=70 or flag.thaw=true."),
    ] = None,
    seed: FirstSeed = 1,
    level: Annotated[str, typer.Option(help="liaison, director or cold.")] = "director",
    player: Annotated[str, typer.Option(help="Who plays up to there.")] = "diplomat",
    games: Annotated[
        int, typer.Option(min=1, max=1000, help="Games to look through for it to come up.")
    ] = 5,
    plain: Annotated[bool, typer.Option("--plain", help="Line by line.")] = False,
    pack: Packs = None,
) -> None:
    """Put a card on the desk: as it first comes up in a game, or in a state of your choosing.

    While it is on the screen, every file that you save is read at once.
    """
    from game.content.cached import load_content
    from game.packs.played import played
    from game.workshop.trying import Wish, trial
    from game.workshop.values import read_values

    packs = played((*(pack or ()), *_pack_of(event, pack or ())))
    content = load_content(packs)
    wanted = read_values(values) if values else None
    wish = Wish(event, scenario, chair, turn, wanted, seed, level, player, games)
    found = trial(content, wish)
    if plain:
        _line_by_line(content, found)
    elif status := _on_screen(content, found, packs):
        raise typer.Exit(status)


def _pack_of(event: str, given: Sequence[Path]) -> tuple[Path, ...]:
    """Return the kept pack that an event's name names, unless it is played with anyhow."""
    from game.packs.kept import id_of
    from game.packs.played import enabled, named

    name, _colon, rest = event.rpartition(":")
    folder = named(Path(name)) if name and rest else Path()
    there = {id_of(one) for one in (*enabled(), *map(named, given))}
    return (folder,) if folder.is_absolute() and name not in there else ()


def _line_by_line(content: Content, found: Trial) -> None:
    from game.plain.console import Console
    from game.plain.game import Game

    console = Console(sys.stdin, sys.stdout)
    console.say_all(found.told)
    Game(console, found.session(content)).play()


def _on_screen(content: Content, found: Trial, packs: tuple[Path, ...]) -> int:
    from game.cli.playing import need_terminal
    from game.tui.launch import Launch
    from game.tui.trying import run

    need_terminal()
    return run(Launch(packs=packs), content, found)
