"""A page for the game to run on, without a browser."""

from __future__ import annotations

import json
import pickle
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from game.content.records import Content
from game.errors import UsageError
from game.saves.places import VARIABLE
from game.web.building import build
from game.web.inputs import fetched
from game.web.page import host
from tests.web.transcribed import Block

PACK = {
    "pack.yaml": b'pack: tea\ntitle: Tea\nversion: "1.0"\nformat: 1\n',
    "words.yaml": b"- patch: base:scenario/cold_snap_2022\n  set:\n    name: A snap with tea\n",
}
"""A pack that changes words alone."""
NODE = shutil.which("node") and shutil.which("npm")


def built(at: Path, base: Content) -> Path:
    """Return a site that was built, where what it is made of can be had."""
    if not NODE:
        pytest.skip("building a site needs node and npm")
    try:
        fetched()
    except UsageError as error:
        if "can't be fetched" not in str(error):
            raise
        pytest.skip(f"what a site is made of can't be had: {error}")
    build(at, content=pickle.dumps(base, protocol=5))
    return at


class Page(ModuleType):
    """What the worker would be: it keeps what it is given."""

    def __init__(self) -> None:
        super().__init__(host.MODULE)
        self.cols, self.rows = 100, 30
        self.written: list[str] = []
        self.delivered: dict[str, tuple[str, bytes]] = {}
        self.opened: list[str] = []
        self.shown = 0
        self.transcript = False
        self.keeps = True
        self.told: list[Block] = []

    def tell(self, blocks: str) -> None:
        self.told += json.loads(blocks)

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
