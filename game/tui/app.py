"""The app: themes, the stack of screens, games in progress, and the one place for errors."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.worker import get_current_worker

from game.errors import HandshakeError
from game.tui.launch import WANTS_PLAIN, Launch
from game.tui.library import Kept, Library
from game.tui.screens.title import Title
from game.tui.themes import OWN

if TYPE_CHECKING:
    from textual.events import Resize

    from game.rules.setup import Setup
    from game.session import Session
    from game.tui.play import Play
    from game.tui.screens.desk import Desk

LEAST = (80, 24)
CRASHED = 70


def run(launch: Launch) -> int:
    """Play on the screen until the player leaves; return the exit code.

    `WANTS_PLAIN` means that the player asked for the plain game.
    """
    app = Handshake(launch)
    app.run()
    return app.return_code or 0
