"""The app: themes, the stack of screens, games in progress, and the one place for errors."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.theme import Theme
from textual.worker import get_current_worker

from game.errors import HandshakeError
from game.saves.settings import Settings, keep_theme, load_settings, settings_file
from game.tui.keymap import KEYMAP, usable
from game.tui.launch import WANTS_PLAIN, Launch
from game.tui.library import Kept, Library
from game.tui.screens.title import Title
from game.tui.themes import OWN
from game.tui.widgets.small import LEAST

if TYPE_CHECKING:
    from game.rules.setup import Setup
    from game.session import Session
    from game.session.keeping import Resumed
    from game.tui.screens.desk import Desk

WIDTHS = [(0, "-tiny"), (LEAST[0], "-narrow"), (110, "-medium"), (170, "-wide")]
HEIGHTS = [(0, "-flat"), (LEAST[1], "-short"), (32, "-tall")]
CRASHED = 70


class Handshake(App[None]):
    """Orbital Handshake on a screen."""

    TITLE = "Orbital Handshake"
    CSS_PATH = "styles.tcss"
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    BINDINGS: ClassVar[list[BindingType]] = [Binding("p", "plain", "Plain game", show=False)]

    def __init__(self, launch: Launch, library: Library | None = None) -> None:
        """Start as a launch says; a library other than the game's own is for tests."""
        super().__init__()
        self.launch = launch
        self.library = library or Library(packs=launch.packs)
        self.settings_path = settings_file()
        self.changed_keys: dict[str, str] = {}
        self._home = threading.get_ident()
        self._title = Title()
        self._wish: Callable[[], None] | None = None

    def on_mount(self) -> None:
        """Show the title at once; content is read while it is looked at."""
        for theme in OWN:
            self.register_theme(theme)
        self._take_settings(load_settings(self.settings_path))
        self.push_screen(self._title)
        self.call_after_refresh(self._prepare)

    def _take_settings(self, settings: Settings) -> None:
        """Take the colours and the keys that the player has set; tell of what can't be used."""
        known = settings.theme in self.available_themes
        if not os.environ.get("TEXTUAL_THEME"):
            self.theme = settings.theme if known else OWN[0].name
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.changed_keys, problems = usable(settings.keys)
        self.set_keymap(self.changed_keys)
        for problem in filter(None, (settings.problem, *problems)):
            self.notify(f"Settings: {problem}", severity="warning", timeout=10, markup=False)

    def _keep_theme(self, theme: Theme) -> None:
        """Remember the theme that was chosen."""
        if theme.name != load_settings(self.settings_path).theme:
            self.attempt(lambda: keep_theme(self.settings_path, theme.name))

    def _prepare(self) -> None:
        self.run_worker(self._load, thread=True, group="content")
        if self.launch.save is not None:
            self._when_ready(partial(self._go_on_with, str(self.launch.save)))
        elif self.launch.setup is not None:
            seats, iron = dict(self.launch.seats), self.launch.iron
            self._when_ready(partial(self._begin, self.launch.setup, seats, iron))

    def _load(self) -> None:
        """Read saves and content, off the screen's thread, then do what was waiting for them."""
        self._look_for_saves()
        if self.attempt(self.library.content):
            self.from_thread(self._grant)
            self._look_for_saves()

    def _grant(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()

    def _when_ready(self, act: Callable[[], None]) -> None:
        """Do something as soon as the content has been read."""
        if self.library.ready:
            act()
        else:
            self._wish = act
            self._title.busy()

    # --- errors: the one place

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something, on any thread; explain what goes wrong and return whether it went well."""
        try:
            act()
        except HandshakeError as error:
            if self.launch.debug:
                raise
            self._explain(str(error))
            return False
        return True

    def _explain(self, text: str) -> None:
        from game.tui.screens.ask import message

        def show() -> None:
            self.push_screen(message("That didn't work", text))

        if threading.get_ident() == self._home:
            show()
        else:
            self.from_thread(show)

    def from_thread(self, act: Callable[[], None]) -> None:
        """Do something on the screen's thread, unless the app or the worker has ended."""
        if self.is_running and not get_current_worker().is_cancelled:
            self.call_from_thread(act)

    def _handle_exception(self, error: Exception) -> None:
        """Leave with a sentence instead of a traceback when something breaks for good."""
        if self.launch.debug or self.is_headless:
            super()._handle_exception(error)
            return
        self._return_code = CRASHED
        self.panic(
            f"The game has stopped: {type(error).__name__}: {error}\n"
            "Your last save is whole. Start with --debug to see more, and report what it prints."
        )

    # --- the title

    @on(Title.Wanted)
    def _wanted(self, wanted: Title.Wanted) -> None:
        acts: dict[str, Callable[[], object]] = {
            "continue": lambda: self._when_ready(self._continue),
            "learn": lambda: self._when_ready(self._learn),
            "new": lambda: self._when_ready(self._set_up),
            "load": lambda: self._when_ready(self._choose_save),
            "codex": lambda: self._when_ready(self._codex),
            "plain": self.action_plain,
            "keys": self._keys,
            "quit": self.exit,
        }
        acts[wanted.name]()

    def _look_for_saves(self) -> None:
        """Tell the title which game was saved last; on any thread but the screen's."""
        found: list[Kept | None] = []
        if self.attempt(lambda: found.append(self.library.latest())):
            self.from_thread(partial(self._title.tell, found[0]))

    def _keys(self) -> None:
        from game.tui.screens.keys import Keys

        self.push_screen(Keys())

    def _codex(self) -> None:
        from game.tui.screens.codex import CodexSheet

        self.push_screen(CodexSheet(self.library.content()))

    def _set_up(self) -> None:
        from game.players import ROSTER
        from game.tui.screens.setting import Setting

        players = {name: player.about for name, player in ROSTER.items()}
        setting = Setting(self.library.content(), players, time.time_ns() // 1000 % 1_000_000)

        def done(result: tuple[Setup, dict[str, str], bool] | None) -> None:
            if result is not None:
                self._begin(*result)

        self.push_screen(setting, done)

    def _learn(self) -> None:
        """Begin the scenario that teaches, from its first chair, at the friendliest level."""
        from game.content.scoping import tutorial
        from game.rules.setup import LEVELS, Setup

        if not (scenario := tutorial(content := self.library.content())):
            return self._set_up()
        chair, seed = content.scenarios[scenario].chairs[0], time.time_ns() // 1000 % 1_000_000
        return self._begin(Setup(scenario, chair, seed, LEVELS[0]), {}, False)

    def _begin(self, setup: Setup, seats: dict[str, str], iron: bool) -> None:
        self.attempt(lambda: self.open_game(self.library.start(setup, seats, iron)))

    def _continue(self) -> None:
        if self._title.latest is not None:
            self._go_on_with(self._title.latest.name)

    def _go_on_with(self, name: str) -> None:
        self.attempt(lambda: self._resume(self.library.load(name)))

    def _resume(self, resumed: Resumed) -> None:
        """Open a saved game, and say what its player should know about it."""
        from game.tui.screens.ask import message

        self.open_game(resumed.session)
        if resumed.warnings:
            self.push_screen(message("About this game", "\n".join(resumed.warnings)))

    def _choose_save(self) -> None:
        from game.tui.screens.ask import Ask

        kept = self.library.kept()
        answers = [(k.name, f"{k.text}{' - ' + k.problem if k.problem else ''}") for k in kept]

        def chosen(name: str | None) -> None:
            if name:
                self._go_on_with(name)

        self.push_screen(Ask("Load a game", "The latest first.", answers), chosen)

    @property
    def desk(self) -> Desk | None:
        """The game in progress, if there is one."""
        from game.tui.screens.desk import Desk

        return next((s for s in self.screen_stack if isinstance(s, Desk)), None)

    def open_game(self, session: Session) -> None:
        """Show a game, new or gone on with."""
        from game.tui.house import House
        from game.tui.play import Play
        from game.tui.screens.desk import Desk

        play = Play(session)
        self.push_screen(Desk(play, House(self, play)))

    def to_title(self) -> None:
        """Leave the game in progress and go back to the title."""
        self.workers.cancel_group(self, "players")
        while not isinstance(self.screen, Title):
            self.pop_screen()
        self.run_worker(self._look_for_saves, thread=True, group="saves")

    # --- size and commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the plain game on a key of its own only where the screen has no room."""
        if action == "plain":
            return self.size.width < LEAST[0] or self.size.height < LEAST[1]
        return super().check_action(action, parameters)

    def action_plain(self) -> None:
        """Leave for the plain game."""
        self.exit(return_code=WANTS_PLAIN)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield every command: the usual ones, and the game's where one is played."""
        yield SystemCommand("Theme", "Change the colours", self.action_change_theme)
        yield SystemCommand("Quit", "Leave Orbital Handshake", self.action_quit)
        yield SystemCommand("Picture", "Save the screen as a picture", self.deliver_screenshot)
        desk = self.desk
        if desk is None or screen is not desk:
            return
        from game.tui.screens.keys import MEANINGS
        from game.tui.screens.sheet import OTHERS

        keys = {**KEYMAP, **self.changed_keys}
        for _, name, title in OTHERS:
            act = partial(desk.action_go, name)
            meaning = MEANINGS[KEYMAP[name]].capitalize()
            yield SystemCommand(title, f"{meaning} ({keys[name]})", act)
        undo, leave = keys["undo"], keys["leave"]
        yield SystemCommand("Undo", f"Take the latest decision back ({undo})", desk.action_undo)
        yield SystemCommand("Report", "Write a report of the run so far", desk.shell.report)
        yield SystemCommand("Leave", f"Leave the game; it is saved ({leave})", desk.action_leave)


def run(launch: Launch) -> int:
    """Play on the screen until the player leaves; return the exit code.

    `WANTS_PLAIN` means that the player asked for the plain game.
    """
    app = Handshake(launch)
    app.run()
    return app.return_code or 0
