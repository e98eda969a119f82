"""A page for the game to run on, without a browser."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from game.saves.places import VARIABLE
from game.web.page import host


class Page(ModuleType):
    """What the worker would be: it keeps what it is given."""

    def __init__(self) -> None:
        super().__init__(host.MODULE)
        self.cols, self.rows = 100, 30
        self.written: list[str] = []
        self.delivered: dict[str, tuple[str, bytes]] = {}
        self.opened: list[str] = []
        self.shown = 0

    def write(self, text: str) -> None:
        self.written.append(text)

    def listen(self, typed: Callable[[str], None], sized: Callable[[int, int], None]) -> None:
        self.typed, self.sized = typed, sized

    def deliver(self, name: str, kind: str, data: bytes) -> None:
        self.delivered[name] = (kind, data)

    def open(self, address: str) -> None:
        self.opened.append(address)

    def files(self) -> None:
        self.shown += 1


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Iterator[Page]:
    """Return a page that the game finds itself on."""
    made = Page()
    monkeypatch.setitem(sys.modules, host.MODULE, made)
    monkeypatch.setattr("game.web.page.driver.lasting", lambda act: act)
    host.host.cache_clear()
    yield made
    host.host.cache_clear()


@pytest.fixture
def saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty directory that games are saved in."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "saves"))
    return tmp_path / "saves"
