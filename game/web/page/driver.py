"""A driver for Textual whose terminal is on the page, reached through the worker's messages."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, Literal, TextIO

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.driver import Driver
from textual.geometry import Size
from textual.message import Message

from game.web.page.host import host, lasting

_MODES = ("?1000", "?1003", "?1015", "?1006", "?2004")  # buttons, moves, far columns, pasting
ENTER = "\x1b[?1049h" + "".join(f"\x1b[{mode}h" for mode in _MODES) + "\x1b[?25l"
LEAVE = "".join(f"\x1b[{mode}l" for mode in _MODES) + "\x1b[?25h\x1b[?1049l"
SECONDS = 0.05
"""Between two looks whether an Escape was one, or began something longer."""


class PageDriver(Driver):
    """Writes to the page's terminal and hears its keys, mouse and size."""

    def __init__(
        self,
        app: App[Any],
        *,
        debug: bool = False,
        mouse: bool = True,
        size: tuple[int, int] | None = None,
    ) -> None:
        """Drive an app in a terminal of the page's size."""
        super().__init__(app, debug=debug, mouse=mouse, size=size or (host().cols, host().rows))
        self._parser = XTermParser(debug)
        self._waiting: asyncio.Task[None] | None = None

    @property
    def is_web(self) -> bool:
        """Whether files and addresses are the page's to open."""
        return True

    def write(self, data: str) -> None:
        """Write to the terminal."""
        host().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self.write(ENTER)
        host().listen(lasting(self.typed), lasting(self.sized))
        self._waiting = asyncio.get_running_loop().create_task(self._wait())
        self.sized(host().cols, host().rows)
        self._app.call_later(self._app.post_message, events.AppFocus())

    def typed(self, data: str) -> None:
        """Hear keys, pasted text and the mouse, as a terminal sends them."""
        if data:  # to the parser nothing means the end of the file
            self._process(self._parser.feed(data))

    def sized(self, columns: int, rows: int) -> None:
        """Hear of the terminal's size."""
        size = Size(columns, rows)
        self._size = (columns, rows)
        self.process_message(events.Resize(size, size))

    async def _wait(self) -> None:
        while True:
            await asyncio.sleep(SECONDS)
            self._process(self._parser.tick())

    def _process(self, messages: Any) -> None:
        message: Message
        for message in messages:
            self.process_message(message)

    def disable_input(self) -> None:
        """Hear nothing any more."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        self.disable_input()
        self.write(LEAVE)

    def open_url(self, url: str, new_tab: bool = True) -> None:
        """Let the page open an address."""
        host().open(url)

    def deliver_binary(
        self,
        binary: BinaryIO | TextIO,
        *,
        delivery_key: str,
        save_path: Path,
        open_method: Literal["browser", "download"] = "download",
        encoding: str | None = None,
        mime_type: str | None = None,
        name: str | None = None,
    ) -> None:
        """Give the visitor a file to keep."""
        with binary:
            read = binary.read()
        data = read.encode(encoding or "utf-8") if isinstance(read, str) else read
        host().deliver(save_path.name, mime_type or "application/octet-stream", data)
        done = events.DeliveryComplete(key=delivery_key, path=save_path, name=name)
        with suppress(RuntimeError):  # the app has closed meanwhile
            self._app.post_message(done)
