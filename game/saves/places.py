"""Where saved games live."""

from __future__ import annotations

import os
from pathlib import Path

from platformdirs import user_data_path

VARIABLE = "HANDSHAKE_SAVES"


def save_directory() -> Path:
    """Return the directory of saved games; it may not exist yet.

    `HANDSHAKE_SAVES` names it, else it is `saves` in a checkout, else the user's data directory.
    """
    named = os.environ.get(VARIABLE, "")
    if named:
        return Path(named).expanduser()
    root = Path(__file__).resolve().parents[2]
    if (root / "pyproject.toml").is_file():
        return root / "saves"
    return user_data_path("orbital-handshake", appauthor=False) / "saves"
