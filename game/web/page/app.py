"""The app on a page: without what needs threads, a disk or a shell; with what a page has."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.events import Event, InputEvent
from textual.notifications import SeverityLevel

from game import tui
from game.errors import SaveError
from game.saves.packs import ADD_PACK, missing
from game.text.language import N_, _
from game.tui.app import Handshake
from game.tui.library import Library
from game.tui.screens.title import ITEMS, Item, Title
from game.web.page.host import host
from game.web.page.packs import played
from game.web.page.transcript import Transcript

if TYPE_CHECKING:
    from game.content.records import Content
    from game.errors import HandshakeError
    from game.saves.record import Record
    from game.session.keeping import Resumed
    from game.tui.launch import Launch

COME_ALONG = N_("The packs of this game came since the page was loaded; it goes on with them.")
DROP_PACK = N_("It isn't kept here: drop it on the page, and start the game with it.")
KEPT = N_("Saves are kept in this browser, which may forget them: take them out now and then.")
FORGETS = N_("This browser keeps nothing here: take your saves out before you leave.")
OPENS = N_("Opening the game ...")
FILES = Item("files", N_("Take saves out, bring saves and packs in"))
NOT_HERE = ("plain", "quit")
STYLES = str(Path(str(tui.__file__)).with_name("styles.tcss"))


class PageTitle(Title):
    """The title: nothing to quit for, and saves that go out and in."""

    OFFERED = (*(item for item in ITEMS if item.name not in NOT_HERE), FILES)
    OPENS = OPENS

    def usual(self) -> str:
        """Return how long saves are kept: a browser may refuse its store."""
        return KEPT if host().keeps else FORGETS


class OnPage(Handshake):
    """Orbital Handshake on a page."""

    CSS_PATH = STYLES
    ON_DISK: ClassVar[bool] = False
    FIRST: ClassVar[type[Title]] = PageTitle

    def __init__(
        self, launch: Launch, library: Library, problem: HandshakeError | None = None
    ) -> None:
        """Start as a launch says; tell first of a problem, if there is one."""
        super().__init__(launch, library)
        self.problem = problem
        self.transcript = Transcript(self, host().tell)

    async def on_event(self, event: Event) -> None:
        """Take events; what is shown is told before a key or a click can close it."""
        if isinstance(event, InputEvent):
            self.transcript.catch_up()
        await super().on_event(event)

    def post_display_hook(self) -> None:
        """Let the transcript know that something else is shown."""
        if host().transcript:
            self.transcript.hear()

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Show a word that comes up and goes; the transcript keeps it."""
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)
        if host().transcript:
            self.transcript.say(title, message)

    def on_mount(self) -> None:
        """Tell what was wrong with the link, over the title."""
        if self.problem is not None:
            self.call_after_refresh(self.attempt, self._refuse)

    def _refuse(self) -> None:
        """Raise what was wrong."""
        if self.problem is not None:
            raise self.problem

    def acts(self) -> dict[str, Callable[[], object]]:
        """Return what each item of the title does."""
        return {**super().acts(), "files": host().files}

    def from_thread(self, act: Callable[[], None]) -> None:
        """Do something soon: a page has one thread, and workers run on it."""
        if self.is_running:
            self.call_later(act)

    def handed(self, paths: Sequence[Path]) -> str:
        """Give the visitor files that were written, and say what they are called."""
        for path in paths:
            kind = mimetypes.guess_type(path.name)[0] or "text/plain"
            host().deliver(path.name, kind, path.read_bytes())
        names = ", ".join(path.name for path in paths)
        return _("Look among your downloads for {names}.", names=names)

    async def action_quit(self) -> None:
        """Say how a page is left."""
        told = _("Close the tab: what you have decided is saved in this browser.")
        self.notify(told, title=_("Leave the game?"), markup=False)

    def action_help_quit(self) -> None:
        """Say how a page is left."""
        self.call_later(self.action_quit)

    def action_plain(self) -> None:
        """Stay: the game line by line needs a terminal."""
        self.bell()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing that a page lacks."""
        return action not in ("plain", "suspend") and super().check_action(action, parameters)


class Carried(Library):
    """Content that came with the page, and the saves of its store."""

    def __init__(self, read: Callable[[], Content]) -> None:
        """Read content when it is first asked for."""
        super().__init__()
        self._read = read

    def load(self, name: str) -> Resumed:
        """Return a saved game, or say how a page comes to the packs that it lacks."""
        try:
            return super().load(name)
        except SaveError as error:
            told = str(error).replace(_(ADD_PACK), _(DROP_PACK))
            raise SaveError(told) from error

    def widened(self, content: Content, record: Record) -> tuple[Content, tuple[str, ...]]:
        """Return content with packs that came since the page was loaded, if a save names them."""
        if missing(content, record):
            now = played()
            if now is not None and not missing(now, record):
                return now, (_(COME_ALONG),)
        return content, ()

    def content(self) -> Content:
        """Return the content."""
        if self._content is None:
            self._content = self._read()
        return self._content
