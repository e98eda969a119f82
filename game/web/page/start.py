"""Where the page's worker starts the game, and asks for saves."""

from __future__ import annotations

import asyncio
import gc
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import HandshakeError

if TYPE_CHECKING:
    from game.content.records import Content
    from game.rules.setup import Setup
    from game.tui.library import Library
    from game.web.page.app import OnPage

CONTENT = "content.pickle"
STORE = Path("/persist")
SURROUNDINGS = {
    "COLORTERM": "truecolor",
    "HANDSHAKE_CACHE": "off",
    "HANDSHAKE_PACKS": str(STORE / "packs"),
    "HANDSHAKE_SAVES": str(STORE / "saves"),
    "HANDSHAKE_SETTINGS": str(STORE / "settings.json"),
    "TERM": "xterm-256color",
    "TEXTUAL_COLOR_SYSTEM": "truecolor",
    "TEXTUAL_DRIVER": "game.web.page.driver:PageDriver",
    "TEXTUAL_ESCDELAY": "60",
}
running: list[OnPage] = []
"""The game that runs, for tests to look at."""


def waits() -> bool:
    """Return whether content is to be compiled with the kept packs before the game begins."""
    from game.web.page.packs import wanting

    os.environ.update(SURROUNDINGS)
    return wanting()


async def play(site: str, link: str) -> str:
    """Play until the game ends; return what to tell then, empty where it ended well.

    `site` is where the page's archive lies, `link` what its address asks for, as JSON.
    """
    os.environ.update(SURROUNDINGS)
    gc.disable()  # starting makes many objects and drops few
    _named_tasks()
    try:
        app = _made(Path(site) / CONTENT, json.loads(link))
        gc.enable()
        gc.freeze()
        running[:] = [app]
        await app.run_async()
    except Exception as error:
        return told(error)
    return told(app.broken) if app.broken is not None else ""


def told(error: BaseException) -> str:
    """Give the visitor a report of something that broke, and say so in a sentence."""
    from game.report.bug import written
    from game.text.language import _
    from game.web.page.host import host

    said = _("Something went wrong that shouldn't ({error}).", error=type(error).__name__)
    with suppress(Exception):  # whatever is broken may break this too
        report = written(("web",), error)
        host().deliver(report.name, "application/json", report.read_bytes())
        where = _("Attach {file}, among your downloads, where you found the game; nothing in it "
                  "tells who you are.", file=report.name)  # fmt: skip
        said = f"{said} {where}"
    return f"{said} {_('Your last save is whole: reload the page and go on.')}"


def _made(content: Path, link: Mapping[str, str]) -> OnPage:
    """Return the app, begun with what a link asks for."""
    from game.content.cache.unpickling import unpickled
    from game.content.records import Content
    from game.saves.locking import Lock
    from game.tui.launch import Launch
    from game.web.page.alone import Alone
    from game.web.page.app import Carried, OnPage
    from game.web.page.packs import played

    Lock.guard = Alone

    def read() -> Content:
        if with_packs := played():
            return with_packs
        found = unpickled(content.read_bytes())
        assert isinstance(found, Content)
        return found

    library = Carried(read)
    try:
        setup, problem = _asked(library, link), None
    except HandshakeError as error:
        setup, problem = None, error
    return OnPage(Launch(setup=setup, greets=not link), library, problem)


def _asked(library: Library, link: Mapping[str, str]) -> Setup | None:
    if not link:
        return None
    from game.web.page.link import asked

    return asked(link, library.content())


def _named_tasks() -> None:
    """Give the runtime's event loop what it looks for and Python 3.14 has no more."""
    if not hasattr(asyncio.tasks, "_set_task_name"):
        vars(asyncio.tasks)["_set_task_name"] = _name_task


def _name_task(task: asyncio.Task[object], name: object) -> None:
    if name is not None:
        task.set_name(str(name))


def looked() -> None:
    """Let the title know that saves have come or gone."""
    for app in running:
        app.look_for_saves()


def transcribed() -> None:
    """Let the transcript begin with what is shown: the visitor wants it from now on."""
    for app in running:
        app.transcript.begin()
