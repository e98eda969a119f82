"""Orbital Handshake: the public API, loaded when first used.

`load_content`, `new_game`, `pending`, `options`, `apply`, `view`, `violations`, `Session` are
stable; with them the whole game can be played, tested and searched without a screen.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.content.load import load_content as load_content
    from game.errors import HandshakeError as HandshakeError
    from game.errors import IllegalDecision as IllegalDecision
    from game.narration.words import say as say
    from game.rules.decisions import Decision as Decision
    from game.rules.invariants import violations as violations
    from game.rules.legality import options as options
    from game.rules.legality import pending as pending
    from game.rules.legality import why_not as why_not
    from game.rules.preview import preview as preview
    from game.rules.setup import Setup as Setup
    from game.rules.setup import new_game as new_game
    from game.rules.turn import apply as apply
    from game.rules.view import view as view
    from game.session import Session as Session

WHERE = {
    "load_content": "game.content.load",
    "HandshakeError": "game.errors",
    "IllegalDecision": "game.errors",
    "say": "game.narration.words",
    "Decision": "game.rules.decisions",
    "violations": "game.rules.invariants",
    "options": "game.rules.legality",
    "pending": "game.rules.legality",
    "why_not": "game.rules.legality",
    "preview": "game.rules.preview",
    "Setup": "game.rules.setup",
    "new_game": "game.rules.setup",
    "apply": "game.rules.turn",
    "view": "game.rules.view",
    "Session": "game.session",
}
__all__ = [
    "Decision", "HandshakeError", "IllegalDecision", "Session", "Setup", "apply", "load_content",
    "new_game", "options", "pending", "preview", "say", "view", "violations", "why_not",
]  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a public name from the module that holds it."""
    if name not in WHERE:
        raise AttributeError(f"module 'game' has no attribute {name!r}")
    return getattr(import_module(WHERE[name]), name)
