"""How hard a game is, in words for who chooses."""

from __future__ import annotations

LEVEL_TEXTS = {
    "liaison": "The others sign a little below their line, and less breaks. For a first game.",
    "director": "The game as it is meant: the others look one step ahead, the world is fair.",
    "cold": "The others look turns ahead, and more breaks. The rules are the same.",
}
