"""`handshake`, `new`, `continue` and `plain`: the commands that open a game."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from game.content.load import load_content
from game.plain.console import Console
from game.plain.game import play_new, play_on
from game.plain.opening import Wishes
from game.saves.store import Store


def play_plain(wishes: Wishes, others: str, packs: Sequence[Path]) -> None:
    """Play a new game line by line."""
    play_new(Console(sys.stdin, sys.stdout), load_content(packs), Store(), wishes, others)


def go_on_plain(name: str, packs: Sequence[Path]) -> None:
    """Go on with a save, the latest without a name, line by line."""
    play_on(Console(sys.stdin, sys.stdout), load_content(packs), Store(), name)
