"""`handshake`, `new`, `continue` and `plain`: the commands that open a game."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from game.cli.anywhere import debugging
from game.errors import UsageError
from game.text.language import N_, _

if TYPE_CHECKING:
    from game.content.records import Content
    from game.plain.console import Console
    from game.plain.wishes import Wishes
    from game.tui.launch import Launch

GREETING = N_("Orbital Handshake, line by line.")
SCENARIO, CHAIR, LEVEL, OTHERS = "cold_snap_2022", "nasa", "director", "diplomat"


def open_title() -> int:
    """Open the title screen."""
    from game.packs.played import enabled
    from game.tui.launch import Launch

    need_terminal()
    return _open(Launch(packs=enabled(), debug=debugging(), greets=True))


def open_new(wishes: Wishes, others: str, packs: Sequence[Path]) -> int:
    """Open the screen in a new game; what isn't wished for is the campaign's usual."""
    from game.content.cached import load_content
    from game.plain.opening import MOST_SEED
    from game.rules.setup import Setup
    from game.saves.met import met_lately
    from game.saves.places import save_directory
    from game.session import seats_for
    from game.tui.launch import Launch

    need_terminal()
    content = load_content(packs)
    drawn = wishes.seed is None
    seed = secrets.randbelow(MOST_SEED) if wishes.seed is None else wishes.seed
    met = met_lately(save_directory()) if drawn else ()
    scenario = wishes.scenario or SCENARIO
    chair = wishes.chair or _usual_chair(content, scenario)
    setup = Setup(scenario, chair, seed, wishes.level or LEVEL, wishes.hazards, met)
    seats = seats_for(content, setup, others)
    launch = Launch(
        setup=setup, seats=tuple(seats.items()), packs=tuple(packs), iron=bool(wishes.iron)
    )
    return _open(launch, content)


def _usual_chair(content: Content, scenario: str) -> str:
    """Return the chair of whoever names none: the campaign's usual, or the scenario's first."""
    chosen = content.scenarios.get(scenario)
    return CHAIR if chosen is None or CHAIR in chosen.chairs else chosen.chairs[0]


def open_save(name: str, packs: Sequence[Path]) -> int:
    """Open the screen in a saved game, the latest without a name."""
    from game.saves.store import Store
    from game.tui.launch import Launch

    need_terminal()
    store = Store()
    return _open(Launch(save=store.path(name or store.latest()), packs=tuple(packs)))


def need_terminal() -> None:
    """Raise UsageError, naming the plain game, where the screen could neither read nor show."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        raise UsageError(
            _(
                "The screen needs a terminal for its keys and its picture. `handshake plain` plays "
                "the whole game line by line, also through pipes."
            )
        )


def _open(launch: Launch, content: Content | None = None) -> int:
    """Open the screen; a player who asks for it there goes on line by line.

    No rubbish is collected until the screen has stood for a moment: starting makes hardly any.
    """
    from game.content.haste import uncollected

    with uncollected():
        from game.plain.wishes import Wishes
        from game.tui.app import run
        from game.tui.launch import WANTS_PLAIN

        status = run(launch, content)
    if status != WANTS_PLAIN:
        return status
    play_plain(Wishes(), OTHERS, launch.packs)
    return 0


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def play_plain(wishes: Wishes, others: str, packs: Sequence[Path]) -> None:
    """Play a new game line by line."""
    console = _opened()
    from game.content.cached import load_content
    from game.plain.game import play_new
    from game.saves.store import Store

    play_new(console, load_content(packs), Store(), wishes, others)


def go_on_plain(name: str, packs: Sequence[Path]) -> None:
    """Go on with a save, the latest without a name, line by line."""
    console = _opened()
    from game.content.cached import load_content
    from game.plain.game import play_on
    from game.saves.store import Store

    play_on(console, load_content(packs), Store(), name, packs)


def _opened() -> Console:
    """Return the terminal or the pipes, with a first line while the rest is being loaded.

    Raises UsageError when there is neither.
    """
    from game.plain.console import Console

    if sys.stdin is None or sys.stdout is None:
        raise UsageError(_("The plain game needs something to read from and to write to."))
    console = Console(sys.stdin, sys.stdout)
    console.say(_(GREETING))
    console.target.flush()
    return console
