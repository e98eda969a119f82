"""Where a player's packs lie."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

from game.errors import PackError
from game.saves.places import at_home, own_path
from game.text.language import _

VARIABLE = "HANDSHAKE_PACKS"
OFF = "off"


def pack_directory() -> Path | None:
    """Return the directory of the player's packs, which may not exist yet; None where it is off.

    `HANDSHAKE_PACKS` names it or is `off`, else it is `packs` in a checkout, else in the user's
    data directory. Raises SaveError where it lies in a home directory that can't be found.
    """
    named = os.environ.get(VARIABLE, "")
    if named == OFF:
        return None
    if named:
        return at_home(named, VARIABLE)
    root = Path(__file__).resolve().parents[2]
    if (root / "pyproject.toml").is_file():
        return root / "packs"
    return at_home(f"{own_path(user_data_path)}/packs", VARIABLE)


def needed_directory() -> Path:
    """Return the directory of packs. Raises PackError where there is to be none."""
    found = pack_directory()
    if found is None:
        raise PackError(
            _(
                "Packs are left out ({variable} is `off`, or `--no-packs` stands there); leave "
                "that away to work on them.",
                variable=VARIABLE,
            )
        )
    return found
