"""Where saved games live."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from platformdirs import user_data_path

from game.errors import SaveError
from game.text.language import _

VARIABLE = "HANDSHAKE_SAVES"


def save_directory() -> Path:
    """Return the directory of saved games; it may not exist yet.

    `HANDSHAKE_SAVES` names it, else it is `saves` in a checkout, else the user's data directory.
    Raises SaveError where it lies in a home directory that can't be found.
    """
    named = os.environ.get(VARIABLE)
    if named:
        return at_home(named, VARIABLE)
    root = Path(__file__).resolve().parents[2]
    if (root / "pyproject.toml").is_file():
        return root / "saves"
    return at_home(f"{own_path(user_data_path)}/saves", VARIABLE)


def own_path(find: Callable[..., Path]) -> str:
    """Return the directory that the system keeps for this game and user; `~` where there is none.

    `find` is one of platformdirs' functions.
    """
    try:
        return str(find("orbital-handshake", appauthor=False))
    except RuntimeError:
        return "~"


def at_home(named: str, variable: str) -> Path:
    """Return a path, a `~` at its beginning put in full.

    Raises SaveError, naming the variable that can name another, where no such home is known.
    """
    with suppress(RuntimeError):
        path = Path(named).expanduser()
        if not path.parts or not path.parts[0].startswith("~"):
            return path
    raise SaveError(
        _(
            "{path} can't be found: this system knows no such home directory. Name a whole path in "
            "{variable}.",
            path=named,
            variable=variable,
        )
    )
