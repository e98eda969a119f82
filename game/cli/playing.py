"""`handshake`, `new`, `continue` and `plain`: the commands that open a game."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Sequence
from pathlib import Path

from game.errors import UsageError
from game.plain.opening import MOST_SEED, Wishes
from game.rules.setup import Setup
from game.saves.store import Store
from game.tui.launch import WANTS_PLAIN, Launch

SCENARIO, CHAIR, LEVEL = "cold_snap_2022", "nasa", "director"


def open_title(debug: bool) -> int:
    """Open the title screen."""
    return _open(Launch(debug=debug))


def open_new(wishes: Wishes, others: str) -> int:
    """Open the screen in a new game; what isn't wished for is the campaign's usual."""
    seed = secrets.randbelow(MOST_SEED) if wishes.seed is None else wishes.seed
    setup = Setup(
        wishes.scenario or SCENARIO,
        wishes.chair or CHAIR,
        seed,
        wishes.level or LEVEL,
        wishes.hazards,
    )
    return _open(Launch(setup=setup), others)


def open_save(name: str) -> int:
    """Open the screen in a saved game, the latest without a name."""
    store = Store()
    return _open(Launch(save=store.path(name or store.latest())))
