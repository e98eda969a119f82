"""For users of the rules: strategies, a state machine, promises, conformance, counterexamples.

Everything takes any loaded content. Needs the extra `testing` (Hypothesis), except playthroughs and
scripts. The guide beside this tells how.
"""

from __future__ import annotations

from game.doors import door, places

TYPE_CHECKING = False  # as in `typing`, which would take longer to load
if TYPE_CHECKING:
    from game.testing.conformance import Verdict as Verdict
    from game.testing.conformance import checks as checks
    from game.testing.conformance import conform as conform
    from game.testing.conformance import suite as suite
    from game.testing.contracts import check_player as check_player
    from game.testing.found import Broken as Broken
    from game.testing.found import Example as Example
    from game.testing.found import promised as promised
    from game.testing.packing import PackText as PackText
    from game.testing.packing import packs as packs
    from game.testing.packing import patches as patches
    from game.testing.playing import BYTES as BYTES
    from game.testing.playing import Game as Game
    from game.testing.playing import Moment as Moment
    from game.testing.playing import Start as Start
    from game.testing.playing import play as play
    from game.testing.pool import kept as kept
    from game.testing.promises import PROMISES as PROMISES
    from game.testing.promises import keep as keep
    from game.testing.reach import Reach as Reach
    from game.testing.reach import drawn as drawn
    from game.testing.reach import mixed as mixed
    from game.testing.script import Script as Script
    from game.testing.script import played as played
    from game.testing.script import script_of as script_of
    from game.testing.stateful import machine as machine
    from game.testing.strategies import decisions as decisions
    from game.testing.strategies import games as games
    from game.testing.strategies import illegal_decisions as illegal_decisions
    from game.testing.strategies import lookalikes as lookalikes
    from game.testing.strategies import offers as offers
    from game.testing.strategies import papers as papers
    from game.testing.strategies import seatings as seatings
    from game.testing.strategies import setups as setups
    from game.testing.strategies import starts as starts
    from game.testing.strategies import states as states

MODULES = {
    "game.testing.conformance": "Verdict checks conform suite",
    "game.testing.contracts": "check_player",
    "game.testing.found": "Broken Example promised",
    "game.testing.packing": "PackText packs patches",
    "game.testing.playing": "BYTES Game Moment Start play",
    "game.testing.pool": "kept",
    "game.testing.promises": "PROMISES keep",
    "game.testing.reach": "Reach drawn mixed",
    "game.testing.script": "Script played script_of",
    "game.testing.stateful": "machine",
    "game.testing.strategies": (
        "decisions games illegal_decisions lookalikes offers papers seatings setups starts states"
    ),
}
__all__ = [
    "BYTES",
    "PROMISES",
    "Broken",
    "Example",
    "Game",
    "Moment",
    "PackText",
    "Reach",
    "Script",
    "Start",
    "Verdict",
    "check_player",
    "checks",
    "conform",
    "decisions",
    "drawn",
    "games",
    "illegal_decisions",
    "keep",
    "kept",
    "lookalikes",
    "machine",
    "mixed",
    "offers",
    "packs",
    "papers",
    "patches",
    "play",
    "played",
    "promised",
    "script_of",
    "seatings",
    "setups",
    "starts",
    "states",
    "suite",
]  # fmt: skip


def __dir__() -> list[str]:
    """Return the public names, those too that haven't been used yet."""
    return sorted({*globals(), *__all__})


if not TYPE_CHECKING:  # else a type checker would take every misspelt name for one
    __getattr__ = door("game.testing", places(MODULES))
