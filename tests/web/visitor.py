"""Somebody at the page in a browser: presses keys and the mouse, and goes by what is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
CLOSES = ("Enter close", "any key go on")
BEGINS = {"Orbital Handshake": "3", "New game": "Enter"}
PATIENCE = 900  # looks at what is told, until something that doesn't come is missed
PAUSE = 100  # milliseconds between two of them
SETTLES = 450  # milliseconds in which a key would be taken to be meant for what stood there before
WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", (told) => refused.push(told.violatedDirective));
"""


def program(own: str) -> str:
    """Return where a Chromium is: the system's, or `own` of Playwright's; empty: nowhere."""
    found = next(filter(None, map(shutil.which, PROGRAMS)), "")
    return found or (own if Path(own).exists() else "")


class Served(SimpleHTTPRequestHandler):
    """Serves a folder, and says nothing of it."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site on this machine; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Served, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


class Visitor:
    """One tab, its transcript on; what goes wrong in it is kept."""

    def __init__(self, context: Any, address: str, query: str = "") -> None:
        """Open the page."""
        self.page: Any = context.new_page()
        self.wrong: list[str] = []
        self.turns: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("request", lambda asked: self._from(address, asked.url))
        self.page.add_init_script(WATCH)
        self.page.goto(address + query)
        self.page.check("#reader")

    def _from(self, address: str, url: str) -> None:
        if not url.startswith((address, "blob:", "data:")):
            self.wrong.append(f"asks for {url}")

    def complaints(self) -> list[str]:
        """Return errors, requests that leave the site, and what its policy refused."""
        return [*self.wrong, *self.page.evaluate("refused")]

    def told(self, kind: str) -> list[str]:
        """Return all that the transcript has told of a kind."""
        texts: list[str] = self.page.locator(f"#transcript .{kind}").all_text_contents()
        return texts

    def last(self, kind: str) -> str:
        """Return what it has told last of a kind."""
        return next(reversed(self.told(kind)), "")

    def until(self, wished: Callable[[], object]) -> None:
        """Wait until something is so."""
        for _ in range(PATIENCE):
            if wished():
                return
            self.page.wait_for_timeout(PAUSE)
        raise AssertionError(f"not seen; last told: {self.page.inner_text('#transcript')[-2000:]}")

    def comes(self, kind: str, begins: str) -> None:
        """Wait until the latest of a kind begins with some words."""
        self.until(lambda: self.last(kind).startswith(begins))

    def press(self, *keys: str) -> None:
        """Press keys, each once what it is meant for has been there for a moment."""
        for key in keys:
            self.page.wait_for_timeout(SETTLES)
            self.page.keyboard.press(key)

    def drop(self, path: Path) -> None:
        """Drag a file or folder over the terminal, and drop it there."""
        box = self.page.locator("#terminal").bounding_box()
        dragged = {"items": [], "files": [str(path)], "dragOperationsMask": 1}
        at = {"x": box["x"] + 50, "y": box["y"] + 50, "data": dragged}
        tab = self.page.context.new_cdp_session(self.page)
        for kind in ("dragEnter", "dragOver", "drop"):
            tab.send("Input.dispatchDragEvent", {"type": kind, **at})
        tab.detach()

    def click(self, text: str) -> bool:
        """Click on words in the terminal; return whether they stand there: they may have gone."""
        self.page.wait_for_timeout(SETTLES)
        rows = self.page.locator(".xterm-rows > div")
        for number, row in enumerate(rows.all_text_contents()):
            if text in row:
                box = rows.nth(number).bounding_box()
                cell = box["width"] / max(1, len(row))
                x = box["x"] + cell * (row.index(text) + 1)
                self.page.mouse.click(x, box["y"] + box["height"] / 2)
                return True
        return False

    def settled(self) -> str:
        """Return all that is told, once nothing has been added for a moment; count the turns."""
        log, before = self.page.locator("#transcript"), ""
        while (now := str(log.inner_text())) != before:
            before = now
            self.page.wait_for_timeout(SETTLES)
        turn = self.last("turn")
        if turn and self.turns[-1:] != [turn]:
            self.turns.append(turn)
        return now

    # --- a game

    def step(self, keys: bool = True) -> None:
        """Close what is told, end what can be ended, take the first answer, or begin anew."""
        self.settled()
        if begins := BEGINS.get(self.last("page")):
            self.press(begins)
        elif any(close in self.last("keys") for close in CLOSES) and not self._asked():
            if keys:
                self.press("Enter")
            else:
                self.click(next(close for close in CLOSES if close in self.last("keys")))
        else:
            self._answer(keys)

    def _asked(self) -> bool:
        """Return whether the page told last asks something: choices follow its heading."""
        kinds: list[str] = self.page.locator("#transcript > *").evaluate_all(
            "all => all.map((one) => one.className)"
        )
        since = kinds[len(kinds) - kinds[::-1].index("page") :] if "page" in kinds else kinds
        return "choices" in since or "pointed" in since

    def _answer(self, keys: bool) -> None:
        ends = self.last("page").startswith(("Agenda", "Table"))
        if keys:
            self.press("e" if ends else self._open(), "Enter")
            return
        number, pages = "0" if ends else self._open(), len(self.told("page"))
        rows = dict.fromkeys(row for row in self._rows() if row.startswith(f"{number}. "))
        for row in list(rows)[:3]:  # a menu gone back to isn't told again
            words = " ".join([number, *row.partition(";")[0].split()[1:3]])  # more may be wrapped
            if self.click(words):
                self.settled()
                if len(self.told("page")) == pages:  # the first click points
                    self.click(words)
                return

    def _open(self) -> str:
        """Return the number of the first choice told last that isn't locked."""
        rows = self.page.locator("#transcript .choices >> nth=-1").locator("li").all_text_contents()
        found = next((row for row in rows if "; locked: " not in row), "")
        return found.partition(". ")[0] if rows and rows[0].startswith("1. ") else "1"

    def _rows(self) -> list[str]:
        """Return the choices told of, the latest first."""
        rows: list[str] = self.page.locator("#transcript .choices li").all_text_contents()
        return rows[::-1]
