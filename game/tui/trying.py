"""The screen with one card on it: whenever a file is saved, the card is the new one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from game.content.places import content_root
from game.errors import HandshakeError
from game.text.language import N_, _
from game.tui.app import Handshake, close
from game.tui.launch import Launch
from game.tui.library import Library
from game.workshop.watching import Marks, marks

if TYPE_CHECKING:
    from game.content.records import Content
    from game.session import Session
    from game.workshop.trying import Trial

ANEW = N_("Read anew.")
WRONG_LINES = 12


class Trying(Handshake):
    """Orbital Handshake with a card of somebody's choosing on the desk; nothing is saved."""

    LOOKS_EVERY: ClassVar[float] = 0.5
    """Seconds between two looks at the files."""

    def __init__(self, launch: Launch, content: Content, trial: Trial) -> None:
        """Put a card on the desk, and watch the packs of the launch and the game's own."""
        super().__init__(launch, Library(content, packs=launch.packs))
        self._trial = trial
        self._folders = (content_root(), *launch.packs)
        self._marks: Marks = marks(self._folders)
        self._reading = False

    def on_mount(self) -> None:
        """Open the game over the title, and begin to look at the files."""
        super().on_mount()
        self.call_after_refresh(self._open)
        self.set_interval(self.LOOKS_EVERY, self._look)

    def _open(self) -> None:
        content = self.library.content()
        self.attempt(lambda: self.open_told(self._trial.session(content), self._trial.told))

    def open_game(self, session: Session, silent: bool = False) -> None:
        """Show the card at once: nobody has to be told first where they are."""
        super().open_game(session, silent)
        if self._play is not None:
            self._play.decided.add(self._play.me)

    def _look(self) -> None:
        """Read the packs again if anything of them has changed."""
        now = marks(self._folders)
        if now != self._marks and not self._reading:
            self._marks, self._reading = now, True
            self.run_worker(self._read_anew, thread=True, group="trying")

    def _read_anew(self) -> None:
        """Read the packs and deal the card again; off the screen's thread."""
        from game.content.cached import load_content

        try:
            content = load_content(self.launch.packs)
            session = self._trial.session(content)
        except HandshakeError as error:
            self.from_thread(partial(self._tell, str(error)))
        else:
            self.from_thread(partial(self._deal, content, session))
        self._reading = False

    def _tell(self, problem: str) -> None:
        """Say what is wrong; the card stays as it was."""
        lines = problem.splitlines()[:WRONG_LINES]
        self.clear_notifications()
        self.notify("\n".join(lines), severity="error", timeout=20, markup=False)

    def _deal(self, content: Content, session: Session) -> None:
        """Put the new card in the place of the old one, in the same state."""
        self.clear_notifications()
        self.workers.cancel_group(self, "players")
        self.leave_for_title()
        self.library = Library(content, packs=self.launch.packs)
        self.open_game(session, silent=True)
        self.notify(_(ANEW), markup=False)


def run(launch: Launch, content: Content, trial: Trial) -> int:
    """Show a card until its writer leaves; return the exit code."""
    return close(Trying(launch, content, trial))
