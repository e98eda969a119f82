"""What `handshake` can be asked: its commands, their options and their help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from game.cli import experimenting, keeping, pack, patching, trying, words
from game.cli.options import (
    MOST_GAMES,
    Chair,
    FirstSeed,
    Games,
    Hazards,
    Iron,
    Jobs,
    Json,
    Level,
    Others,
    Packs,
    Save,
    Scenario,
    Seed,
    Subject,
)

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 90},
)


def _played(given: Packs) -> tuple[Path, ...]:
    """Return the packs to play with: those that are enabled, and those that were named."""
    from game.packs.played import played

    return played(given or ())


def _named(paths: list[Path] | None) -> tuple[Path, ...]:
    """Return the packs that were named and no others, by their folders or their ids."""
    from game.packs.played import named

    return tuple(named(path) for path in paths or ())


def _leave(status: int) -> None:
    """Leave with a status, when it isn't that of success."""
    if status:
        raise typer.Exit(status)


def _say_version(wanted: bool) -> None:
    if wanted:
        from game.version import game_version

        typer.echo(f"handshake {game_version()}")
        raise typer.Exit


@app.callback(
    invoke_without_command=True,
    epilog="Examples: handshake | handshake new --as esa | handshake plain --continue",
)
def title(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say which.")
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Show where in the program an error comes from.")
    ] = False,
    lang: Annotated[
        str, typer.Option("--lang", help="Speak this language: a code, or a catalogue's file.")
    ] = "",
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Read all content anew, and keep nothing of it.")
    ] = False,
    no_packs: Annotated[
        bool, typer.Option("--no-packs", help="Leave out the packs that are enabled.")
    ] = False,
) -> None:
    """Orbital Handshake, a game of space diplomacy. Alone it opens the title screen."""
    if context.invoked_subcommand is None:
        from game.cli import playing

        _leave(playing.open_title())


@app.command(
    epilog="Examples: handshake new | handshake new --scenario cold_snap_2022 --as esa --seed 7"
)
def new(
    scenario: Scenario = None,
    chair: Chair = None,
    level: Level = None,
    seed: Seed = None,
    hazards: Hazards = "dated",
    others: Others = "",
    iron: Iron = False,
    pack: Packs = None,
) -> None:
    """Begin a game on the screen."""
    from game.cli import playing
    from game.plain.wishes import Wishes

    wishes = Wishes(scenario, chair, level, seed, hazards, iron)
    _leave(playing.open_new(wishes, others, _played(pack)))


@app.command("continue", epilog="Examples: handshake continue | handshake continue my_game --plain")
def go_on(
    name: Annotated[str, typer.Argument(help="The same as --save.", show_default=False)] = "",
    save: Save = "",
    plain: Annotated[bool, typer.Option("--plain", help="Line by line.")] = False,
    pack: Packs = None,
) -> None:
    """Go on with a saved game."""
    from game.cli import playing

    if plain:
        playing.go_on_plain(save or name, _played(pack))
    else:
        _leave(playing.open_save(save or name, _played(pack)))


@app.command(
    epilog="Examples: handshake plain | handshake plain --as esa --seed 7 | handshake plain "
    "--continue | handshake plain --others person,diplomat"
)
def plain(
    scenario: Scenario = None,
    chair: Chair = None,
    level: Level = None,
    seed: Seed = None,
    hazards: Hazards = "dated",
    others: Others = "",
    iron: Iron = False,
    latest: Annotated[bool, typer.Option("--continue", help="Go on with the latest save.")] = False,
    pack: Packs = None,
) -> None:
    """Play line by line: for screen readers, pipes and scripts. What isn't given is asked."""
    from game.cli import playing
    from game.plain.wishes import Wishes

    if latest:
        playing.go_on_plain("", _played(pack))
    else:
        wishes = Wishes(scenario, chair, level, seed, hazards, iron)
        playing.play_plain(wishes, others, _played(pack))


@app.command(
    epilog="Examples: handshake auto --scenario the_leak --seed 3 --json | "
    "handshake auto --player diplomat,random,historical --games 10 --check | "
    "handshake auto --turns-limit 8 --save later"
)
def auto(
    scenario: Annotated[str, typer.Option(help="The scenario's id.")] = "cold_snap_2022",
    chair: Annotated[
        str, typer.Option("--as", help="The partner whose dismissal ends the run.")
    ] = "nasa",
    seed: FirstSeed = 1,
    player: Annotated[
        str,
        typer.Option(help="One player for all chairs, or one each in the scenario's order."),
    ] = "diplomat",
    level: Annotated[str, typer.Option(help="liaison, director or cold.")] = "director",
    hazards: Hazards = "dated",
    games: Games = 1,
    turns_limit: Annotated[
        int,
        typer.Option(min=0, max=MOST_GAMES, help="Stop after so many turns; 0 plays to the end."),
    ] = 0,
    check: Annotated[
        bool, typer.Option("--check", help="Test the rules' promises after every decision.")
    ] = False,
    save: Annotated[
        str, typer.Option(help="Save the game under this name, for you to go on with.")
    ] = "",
    json: Json = False,
    pack: Packs = None,
) -> None:
    """Let computer players play whole games and print how they went, a line each."""
    from game.cli import auto as command
    from game.rules.setup import Setup

    setup = Setup(scenario, chair, seed, level, hazards)
    wish = command.Wish(setup, player, games, turns_limit, check, json, save)
    _leave(command.run(wish, _played(pack)))


app.add_typer(experimenting.lab, name="lab")


@app.command(
    epilog="Examples: handshake targets --games 20 --jobs 4 | "
    "handshake targets --player random --into judged | handshake targets --into judged --resume"
)
def targets(
    games: Annotated[
        int, typer.Option(min=1, max=MOST_GAMES, help="How many games each line-up plays.")
    ] = 200,
    scenario: Annotated[str, typer.Option(help="The scenario's id.")] = "cold_snap_2022",
    jobs: Jobs = 2,
    seed: FirstSeed = 1,
    level: Annotated[str, typer.Option(help="liaison, director or cold.")] = "director",
    player: Annotated[
        list[str] | None, typer.Option(help="Play this player's games alone; may be given again.")
    ] = None,
    into: experimenting.Into = None,
    resume: experimenting.Resume = False,
    pack: Packs = None,
) -> None:
    """Measure the game against its own targets for balance; the status says whether all hold.

    With --into games are kept, and with --resume those that are missing are played; of players that
    --player leaves out all games there count.
    """
    from game.cli import judging
    from game.cli.lab import Keep
    from game.rules.setup import Setup

    keep, setup = Keep(into, resume=resume), Setup(scenario, "", seed, level)
    wish = judging.Wish(setup, games, jobs, keep, tuple(player or ()))
    _leave(judging.judge(wish, _played(pack)))


@app.command(
    epilog="Examples: handshake replay sample | handshake replay ./saves/sample.json --json"
)
def replay(
    save: Annotated[str, typer.Argument(help="The save's name or file.")],
    json: Json = False,
    pack: Packs = None,
) -> None:
    """Play a save's decisions again and verify that they lead to its state."""
    from game.cli import replaying

    replaying.run(save, json, _played(pack))


app.add_typer(words.words, name="words")
app.add_typer(pack.pack, name="pack")
app.command("try", epilog=trying.EPILOG)(trying.try_)
patching.add_to(pack.pack)
app.command(epilog=patching.DUMP_EPILOG)(patching.dump)
app.command(epilog=keeping.REPORT_EPILOG)(keeping.report)
app.command(epilog=keeping.BRANCH_EPILOG)(keeping.branch)


@app.command(epilog="Examples: handshake bug | handshake bug my_game")
def bug(
    save: Annotated[
        str, typer.Argument(help="The save's name or file; else the latest.", show_default=False)
    ] = "",
) -> None:
    """Write one file to attach to a report of something wrong; it tells nothing of you."""
    from game.cli import bug as command

    command.run(save)


@app.command(epilog="Example: handshake web site")
def web(
    folder: Annotated[Path, typer.Argument(help="A new folder, or one with an earlier site.")],
) -> None:
    """Build the game as a site that plays in a browser, for any static host."""
    from game.cli import web as command

    command.run(folder)


@app.command("list", epilog="Examples: handshake list scenarios | handshake list saves --json")
def list_(
    what: Annotated[Subject, typer.Argument(help="scenarios, players or saves.")],
    json: Json = False,
    pack: Packs = None,
) -> None:
    """List scenarios, players or saves."""
    from game.cli import listing

    listing.run(what.value, json, _played(pack))


@app.command(epilog="Examples: handshake records | handshake records --json")
def records(json: Json = False, pack: Packs = None) -> None:
    """Tell what finished runs have left beside history, and which endings you have seen."""
    from game.cli import records as command

    command.run(json, _played(pack))


@app.command(
    epilog="Examples: handshake check | handshake check my_pack --json | "
    "handshake check --coverage | handshake check --unused | handshake check --explain E031"
)
def check(
    paths: Annotated[list[Path] | None, typer.Argument(help="Packs besides the base.")] = None,
    json: Json = False,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="Which items of the articles are used, and where.")
    ] = False,
    unused: Annotated[
        bool, typer.Option("--unused", help="What is defined and nothing names.")
    ] = False,
    explain: Annotated[str, typer.Option(help="Explain the code of a finding.")] = "",
) -> None:
    """Check content: every finding at once, with its place and the way out."""
    from game.cli import checking

    if explain:
        checking.explain(explain)
    elif coverage:
        _leave(checking.cover(_named(paths)))
    elif unused:
        _leave(checking.idle(_named(paths)))
    else:
        _leave(checking.run(_named(paths), json))
