"""The page around the game, as the worker tells of it: its terminal, its downloads, its store."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Protocol, cast

MODULE = "handshake_host"


class Host(Protocol):
    """What the page does for the game."""

    cols: int
    rows: int
    transcript: bool
    """Whether a transcript is shown."""
    keeps: bool
    """Whether the browser keeps what is saved once the page is closed."""

    def tell(self, blocks: str) -> None:
        """Add blocks to the transcript, as JSON."""

    def write(self, text: str) -> None:
        """Write to the terminal."""

    def listen(self, typed: Callable[[str], None], sized: Callable[[int, int], None]) -> None:
        """Say from now on what is typed, and how many columns and rows there are."""

    def deliver(self, name: str, kind: str, data: bytes) -> None:
        """Give the visitor a file."""

    def open(self, address: str) -> None:
        """Open a page of somebody else's."""

    def files(self) -> None:
        """Show which saves there are to take out, and where to bring some in."""


def lasting(act: Callable[..., None]) -> Callable[..., None]:
    """Return something that the page may call later, and not only while it is being given."""
    made: Callable[..., None] = import_module("pyodide.ffi").create_proxy(act)
    return made


@cache
def host() -> Host:
    """Return the page; the worker has made it a module before the game begins."""
    return cast(Host, import_module(MODULE))
