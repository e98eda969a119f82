"""Where `handshake` starts: it finds its own `game`, whatever else of that name lies about."""

from __future__ import annotations

import sys
from importlib.machinery import PathFinder
from pathlib import Path

OWN = Path(__file__).resolve().parent


def main() -> int:
    """Run `handshake` with the arguments of the process and return its exit status."""
    _see_own_game()
    from game.cli import main as handshake

    return handshake()


def _see_own_game() -> None:
    """Put this game first on Python's path where a user's own `game` would hide it."""
    found = PathFinder.find_spec("game")
    if found is None or Path(found.origin or "").parent.resolve() != OWN / "game":
        sys.path.insert(0, str(OWN))


if __name__ == "__main__":
    sys.exit(main())
