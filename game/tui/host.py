"""The app as its parts know it: what it holds for them, and what they may ask of it."""

from __future__ import annotations

import threading
from abc import abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.worker import get_current_worker

from game.errors import HandshakeError
from game.packs.played import with_way_out
from game.saves.settings import SCENES, settings_file
from game.text.language import _
from game.tui.hearing import Hearing
from game.tui.library import Library
from game.tui.toolkit import ToldApp
from game.tui.widgets.hints import Hints

if TYPE_CHECKING:
    from pathlib import Path

    from game.session import Session
    from game.tui.launch import Launch
    from game.tui.screens.desk import Desk


class Host(ToldApp):
    """Holds the library, the settings and the one place for errors; opens games and leaves them."""

    ON_DISK: ClassVar[bool] = True
    """Whether files are told by their paths, and there is a shell to leave for."""

    def __init__(self, launch: Launch, library: Library | None = None) -> None:
        """Start as a launch says; a library other than the game's own is for tests."""
        super().__init__()
        self.launch = launch
        self.library = library or Library(packs=launch.packs)
        self.settings_path = settings_file()
        self.changed_keys: dict[str, str] = {}
        self.scenes = SCENES[0]
        self.hearing = Hearing()
        self._home = threading.get_ident()

    @property
    def desk(self) -> Desk | None:
        """The game in progress, if there is one."""
        from game.tui.screens.desk import Desk

        return next((s for s in self.screen_stack if isinstance(s, Desk)), None)

    def take_keys(self, keys: dict[str, str]) -> None:
        """Let the keys that the player wants do what they are to do, from now on."""
        self.changed_keys = keys
        self.set_keymap(keys)
        for screen in self.screen_stack:
            for hints in screen.query(Hints):
                hints.name_keys()

    # --- errors: the one place

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something, on any thread; explain what goes wrong and return whether it went well."""
        try:
            act()
        except HandshakeError as error:
            if self.launch.debug:
                raise
            self._explain(with_way_out(error))
            return False
        return True

    def _explain(self, text: str) -> None:
        from game.tui.screens.ask import message

        def show() -> None:
            self.give_up()
            self.push_screen(message(_("That didn't work"), text))

        if threading.get_ident() == self._home:
            show()
        else:
            self.from_thread(show)

    def from_thread(self, act: Callable[[], None]) -> None:
        """Do something on the screen's thread, unless the app or the worker has ended."""
        if self.is_running and not get_current_worker().is_cancelled:
            self.call_from_thread(act)

    def handed(self, paths: Sequence[Path]) -> str:
        """Return where files are that were written for the player."""
        return "\n".join(str(path) for path in paths)

    # --- what an app does in its own way

    def action_jump(self) -> None:
        """Show a letter on each pane; one of them gives its pane the focus."""
        from game.tui.screens.jump import Jump, jump

        if self.screen.is_mounted and not isinstance(self.screen, Jump):
            jump(self.screen)

    @abstractmethod
    def give_up(self) -> None:
        """Show the title where the game that the launch asked for doesn't open."""

    @abstractmethod
    def listen(self) -> None:
        """Hear keys again where no game opens: they are meant for the title or a word over it."""

    @abstractmethod
    def open_game(self, session: Session, silent: bool = False) -> None:
        """Show a game, new or gone on with; `silent` asks for no lessons."""

    @abstractmethod
    def open_told(self, session: Session, warnings: tuple[str, ...] = ()) -> None:
        """Open a game, and say first what its player should know about it."""

    @abstractmethod
    def look_for_saves(self) -> None:
        """Tell the title which game was saved last; on any thread but the screen's."""

    @abstractmethod
    def to_title(self) -> None:
        """Leave the game in progress and go back to the title."""

    @abstractmethod
    def leave_for_title(self) -> None:
        """Close everything but the title, which may not have been shown yet."""

    @abstractmethod
    def show_records(self) -> None:
        """Show what finished runs have left beside history."""

    @abstractmethod
    def show_settings(self, first: bool = False) -> None:
        """Show what can be set for good; before the `first` game a page says so by itself."""

    def read_with(self, packs: Sequence[Path]) -> None:
        """Read the content again, with these packs."""
        self.launch = replace(self.launch, packs=tuple(packs))
        self.library = self.library.with_packs(packs)
        self.read()

    @abstractmethod
    def read(self) -> None:
        """Read the content, off the screen's thread."""

    @abstractmethod
    def show_keys(self) -> None:
        """Show every key that can be changed."""

    @abstractmethod
    def want_animation(self, wish: str) -> None:
        """Let drawings move from now on, or let nothing move; it is remembered."""

    @abstractmethod
    def want_scenes(self, wish: str) -> None:
        """Show all scenes from now on, the great ones alone, or none; it is remembered."""
