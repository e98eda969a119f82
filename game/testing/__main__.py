"""`python -m game.testing`: how far drawn games reach, conformance, and scripts played again."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from game.content.cached import load_content
from game.errors import HandshakeError, UsageError
from game.players import Player
from game.rules.setup import Setup, check_setup
from game.testing import conformance, reach
from game.testing.promises import PROMISES, keep
from game.testing.script import played, script_of
from game.testing.seated import SEATED, hold, refuse
from game.text.counting import counted

app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
Packs = Annotated[list[Path] | None, typer.Option("--pack", help="With this pack too.")]
Scenario = Annotated[str, typer.Option(help="Of this scenario alone; else of all.")]


@app.command("reach")
def tell_reach(
    games: Annotated[int, typer.Option(min=0, help="Whole mixed games to play.")] = 200,
    states: Annotated[int, typer.Option(min=0, help="States to draw.")] = 1500,
    scenario: Scenario = "",
    pack: Packs = None,
) -> None:
    """Tell how far mixed games and drawn states reach; the status says whether far enough."""
    content = load_content(pack or ())
    scenarios = [scenario] if scenario else list(content.scenarios)
    for name in scenarios:
        check_setup(content, Setup(name, _first_chair(content.scenarios.get(name)), 0))
    wanted, short = reach.wanted(content, scenarios), []
    if games:
        played_out = reach.Reach()
        for number in range(games):
            played_out.note_game(content, reach.mixed(content, number, scenario))
        print(f"In {counted(games, 'mixed game')}:")
        print("\n".join(reach.told(played_out, wanted, reach.SUBJECTS)))
        short += reach.shortfalls(played_out, wanted, 0 if scenario else games)
    if states:
        drawn = reach.drawn(content, states, scenario)
        print(f"In {counted(states, 'drawn state')}:")
        print("\n".join(reach.told(drawn, wanted, ("turn", "kind"))))
        short += [f"less than {reach.LEAST_SHARE:.0%}: {kind}" for kind in reach.short_of(drawn)]
    for line in short:
        print(f"Not reached: {line}")
    raise typer.Exit(1 if short else 0)


def _first_chair(scenario: object) -> str:
    return next(iter(getattr(scenario, "chairs", ())), "")


@app.command()
def conform(
    player: Annotated[
        list[str] | None, typer.Option(help="A player's class, as module:Class.")
    ] = None,
    expected: Annotated[Path | None, typer.Option(help="A file of expected failures.")] = None,
    games: Annotated[int, typer.Option(min=1, help="Games of each scenario.")] = 4,
    pack: Packs = None,
) -> None:
    """Look at all that players, packs and rules must keep to; the status says whether they do."""
    content = load_content(pack or ())
    found = conformance.checks(content, [_player(name) for name in player or ()], games)
    failed = 0
    for verdict in conformance.conform(found, conformance.listed(expected) if expected else ()):
        print(verdict.line(), flush=True)
        failed += not verdict.held
    print(f"{counted(len(found), 'check')}, {failed} not as expected.")
    raise typer.Exit(1 if failed else 0)


def _player(name: str) -> type[Player]:
    """Return a player's class by module and name. Raises UsageError where there is none."""
    module, _, kind = name.partition(":")
    try:
        found = getattr(import_module(module), kind)
    except (ImportError, AttributeError, ValueError) as error:
        raise UsageError(
            f"There is no player {name!r}: {error}. Name its class as module:Class."
        ) from error
    if not (isinstance(found, type) and issubclass(found, Player)):
        raise UsageError(f"{name!r} is no player: its class has to extend game.Player.")
    return found


@app.command()
def replay(
    scripts: Annotated[list[Path], typer.Argument(help="Scripts, as counterexamples leave them.")],
    pack: Packs = None,
) -> None:
    """Play scripts again and say whether the promises they broke are kept now."""
    content = load_content(pack or ())
    for path in scripts:
        script = script_of(_text(path))
        if script.promise in (*SEATED, refuse.__name__):
            hold(content, script)
        else:
            named = {n: p for n, p in PROMISES.items() if n == script.promise} or PROMISES
            keep(content, played(content, script), named)
        print(f"{path}: holds")


def _text(path: Path) -> str:
    """Return a script's text. Raises UsageError where there is none that can be read."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} can't be read: {error}. Name a script that a counterexample has left, such as "
            ".hypothesis/games/sound-the_leak.txt."
        ) from error


def main() -> int:
    """Run a command; return 2 for what can't be done as it was asked, 1 for a broken promise."""
    sys.path.insert(0, "")
    try:
        app()
    except SystemExit as left:
        return int(left.code or 0)
    except AssertionError as broken:
        print(broken)
        return 1
    except HandshakeError as error:
        print(error, file=sys.stderr)
        return 2
    return 0  # never reached: a command leaves by itself


if __name__ == "__main__":
    raise SystemExit(main())
