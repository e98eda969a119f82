"""What guards a page's saves: the browser does, for one tab plays at a time."""

from __future__ import annotations

from pathlib import Path


class Alone:
    """Guards a directory that nobody else can write to."""

    def __init__(self, path: Path) -> None:
        """Guard a directory by a file that isn't needed."""

    def acquire(self, timeout: float) -> None:
        """Take what nobody else wants."""

    def release(self) -> None:
        """Let go of it."""
