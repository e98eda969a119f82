"""How the screen is started: with nothing, with a set-up to begin, or with a save to go on with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.rules.setup import Setup

WANTS_PLAIN = 3
"""The exit code that says: the player asked for the plain game instead."""


@dataclass(frozen=True, slots=True)
class Launch:
    """What to open first; with neither `setup` nor `save`, the title.

    `seats` says who plays each chair (`person` or a player's name); chairs that it leaves out are
    played by the computer, the set-up's own chair by a person. `debug` lets tracebacks through;
    `packs` are played with besides the base; an `iron` game has no way back. A launch that
    `greets` asks first how the game should look and speak, where nothing has been set yet.
    """

    setup: Setup | None = None
    save: Path | None = None
    debug: bool = False
    seats: tuple[tuple[str, str], ...] = ()
    packs: tuple[Path, ...] = ()
    iron: bool = False
    greets: bool = False
