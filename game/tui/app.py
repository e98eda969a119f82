"""The app: themes, the stack of screens, games in progress, and the one place for errors."""

from __future__ import annotations

import gc
import os
import time
from asyncio import get_running_loop
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.constants import TEXTUAL_ANIMATIONS
from textual.events import Event, InputEvent
from textual.screen import Screen
from textual.theme import Theme

from game.regular import is_there
from game.saves.settings import ANIMATION, Settings, keep_setting, keep_theme, load_settings
from game.text.language import _
from game.tui.commands import SCENES_ARE, Moves, commands
from game.tui.contrast import derived, greyed
from game.tui.going_on import GoingOn
from game.tui.host import Host
from game.tui.keymap import usable
from game.tui.launch import WANTS_PLAIN, Launch
from game.tui.library import Kept, Library
from game.tui.screens.title import READING_SAVES, Title
from game.tui.shelf import choose_save, show_records
from game.tui.terminal import Terminal, can_suspend, tell_end
from game.tui.themes import OWN, least_contrast, usable_theme
from game.tui.widgets.small import LEAST

if TYPE_CHECKING:
    from game.content.records import Content
    from game.rules.setup import Setup
    from game.session import Session
    from game.tui.play import Play

STARTING = 1.0
"""Seconds after which rubbish may be collected again that starting has put off."""
WIDTHS = [(0, "-tiny"), (LEAST[0], "-narrow"), (110, "-medium"), (170, "-wide")]
HEIGHTS = [(0, "-flat"), (LEAST[1], "-short"), (32, "-tall")]


class Handshake(Host):
    """Orbital Handshake on a screen."""

    TITLE = "Orbital Handshake"
    CSS_PATH = "styles.tcss"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {Moves}
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS
    FIRST: ClassVar[type[Title]] = Title
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "plain", show=False),
        Binding("ctrl+z", "suspend", show=False, priority=True),
    ]

    def __init__(self, launch: Launch, library: Library | None = None) -> None:
        """Start as a launch says; a library other than the game's own is for tests."""
        super().__init__(launch, library)
        self._title = self.FIRST()
        self._going_on = GoingOn(self, str(launch.save)) if launch.save is not None else None
        self._wish: Callable[[], None] | None = None
        self._play: Play | None = None
        self.terminal = Terminal(self.keep, self._told_to_end)
        self.broken: Exception | None = None
        self._settings = load_settings(self.settings_path)
        self._unknown_theme = self._take_colours(self._settings.theme)

    def _take_colours(self, wanted: str) -> str:
        """Take the player's colours before any style is read; return what is wrong with them."""
        for own in OWN:
            self.register_theme(own)
        theme, unknown = usable_theme(wanted, self.available_themes)
        if not os.environ.get("TEXTUAL_THEME"):
            self.theme = theme
        self._shown_theme = self.theme
        return unknown

    def get_css_variables(self) -> dict[str, str]:
        """Return the theme's colours, those of words such that they can be read."""
        given, least = super().get_css_variables(), least_contrast(self.theme)
        plain = self.no_color and not self.current_theme.ansi
        self.theme_variables = derived(greyed(given) if plain else given, least)
        return self.theme_variables

    def on_mount(self) -> None:
        """Show the title at once; content is read while it is looked at."""
        self._take_settings(self._settings)
        self.set_timer(STARTING, gc.enable)
        if not self.is_headless:
            self.terminal.look_after(get_running_loop())
        if self._going_on is not None:
            self._title.wait()
            self._going_on.begin()
            self.read()
        else:
            self.push_screen(self._title)
            self.call_after_refresh(self._prepare)
            if self.launch.greets and not is_there(self.settings_path):
                self.call_after_refresh(self._greet)

    def _greet(self) -> None:
        """Ask who has never set anything how the game should look and speak, once."""
        self.attempt(lambda: keep_setting(self.settings_path, "scenes", self.scenes))
        self.show_settings(first=True)

    async def on_event(self, event: Event) -> None:
        """Take events, but for keys and clicks that can't have been meant."""
        if isinstance(event, InputEvent) and not event.is_forwarded and self.hearing.misses(event):
            return
        await super().on_event(event)

    def _take_settings(self, settings: Settings) -> None:
        """Take the keys that the player has set; tell of what can't be used."""
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.scenes = settings.scenes
        self._take_animation(settings.animation)
        keys, problems = usable(settings.keys)
        self.take_keys(keys)
        for problem in filter(None, (settings.problem, self._unknown_theme, *problems)):
            told = _("Settings: {problem}", problem=problem)
            self.notify(told, severity="warning", timeout=10, markup=False)

    def _keep_theme(self, theme: Theme) -> None:
        """Remember a theme that the player has chosen, not the one that the game began with."""
        if theme.name != self._shown_theme:
            self._shown_theme = theme.name
            self.attempt(lambda: keep_theme(self.settings_path, theme.name))

    def want_scenes(self, wish: str) -> None:
        """Show all scenes from now on, the great ones alone, or none; it is remembered."""
        self.scenes = wish
        self.attempt(lambda: keep_setting(self.settings_path, "scenes", wish))
        self.notify(_(SCENES_ARE[wish]), markup=False)

    def want_animation(self, wish: str) -> None:
        """Let drawings move from now on, or let nothing move; it is remembered."""
        self._take_animation(wish)
        self.attempt(lambda: keep_setting(self.settings_path, "animation", wish))

    def _take_animation(self, wish: str) -> None:
        """Let things move as a player wishes, but never more than the environment says."""
        self.animation_level = TEXTUAL_ANIMATIONS if wish == ANIMATION[0] else "none"

    def _prepare(self) -> None:
        if self.launch.setup is not None:
            seats, iron = dict(self.launch.seats), self.launch.iron
            self._open_soon(partial(self._begin, self.launch.setup, seats, iron))
        self.read()

    def read(self) -> None:
        """Read the content, off the screen's thread."""
        self.run_worker(self._load, thread=True, group="content")

    def _open_soon(self, act: Callable[[], None]) -> None:
        """Open a game as soon as the content has been read, and hear no key until it is there."""
        self._wish = act
        self.hearing.close()
        self._title.wait()

    def _load(self) -> None:
        """Read saves and content, off the screen's thread, then do what was waiting for them."""
        if self._wish is None and self._going_on is None:  # else a game opens
            self.look_for_saves()
        well = self.attempt(self.library.content)
        if well and self._going_on is not None:
            self._going_on.look()
            return
        self.from_thread(self._grant if well else self.listen)
        if self._play is None:
            self.look_for_saves()

    def _grant(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            wish()
        if self._play is None:
            self.listen()

    def listen(self) -> None:
        """Hear keys again where no game opens: they are meant for the title or a word over it."""
        self.give_up()
        self.hearing.open()
        self._title.rest()

    def _when_ready(self, act: Callable[[], None]) -> None:
        """Do something as soon as the content has been read."""
        if self.library.ready:
            act()
            return
        self._wish = act
        self._title.busy()

    def _handle_exception(self, error: Exception) -> None:
        """Close the screen when something breaks for good; `run` raises it."""
        if self.is_headless:
            super()._handle_exception(error)
            return
        self.broken = self.broken or error
        self.panic()

    # --- the title

    @on(Title.Wanted)
    def _wanted(self, wanted: Title.Wanted) -> None:
        self.acts()[wanted.name]()

    def acts(self) -> dict[str, Callable[[], object]]:
        """Return what each item of the title does."""
        return {
            "continue": lambda: self._when_ready(self._continue),
            "learn": lambda: self._when_ready(self._learn),
            "new": lambda: self._when_ready(self._set_up),
            "load": lambda: self._when_ready(self._choose_save),
            "codex": lambda: self._when_ready(self._codex),
            "settings": self.show_settings,
            "plain": self.action_plain,
            "records": self.show_records,
            "keys": self._keys,
            "quit": self.exit,
        }

    def look_for_saves(self) -> None:
        """Tell the title which game was saved last; on any thread but the screen's."""
        found: list[Kept | None] = []
        if self.attempt(lambda: found.append(self.library.latest())):
            self.from_thread(partial(self._title.tell, found[0]))

    def _keys(self) -> None:
        from game.tui.screens.keys import Keys

        self.push_screen(Keys())

    def show_records(self) -> None:
        """Show what finished runs have left beside history, once there is content to tell it by."""
        self._when_ready(partial(show_records, self))

    def _codex(self) -> None:
        from game.tui.screens.codex import CodexSheet

        self.push_screen(CodexSheet(self.library.content()))

    def show_settings(self, first: bool = False) -> None:
        """Show what can be set for good; before the `first` game a page says so by itself."""
        from game.content.languages.choosing import OWN as ENGLISH
        from game.content.languages.choosing import languages
        from game.tui.screens.settings import SettingsPage

        spoken = (ENGLISH, *languages(self.launch.packs))
        self.push_screen(SettingsPage(self, spoken, first))

    def show_keys(self) -> None:
        """Show every key that can be changed."""
        from game.tui.screens.rebinding import KeyList

        self.push_screen(KeyList(self))

    def _set_up(self) -> None:
        from game.players import ROSTER
        from game.tui.screens.setting import Setting

        players = {name: player.about for name, player in ROSTER.items()}
        seed, met = time.time_ns() // 1000 % 1_000_000, self.library.met_lately()
        setting = Setting(self.library.content(), players, seed, met)

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
        self.attempt(lambda: self.open_told(self.library.start(setup, seats, iron)))

    def open_told(self, session: Session, warnings: tuple[str, ...] = ()) -> None:
        """Open a game, and say first what its player should know about it."""
        from game.tui.screens.ask import message

        told = (*warnings, *session.take_notices())
        self.open_game(session)
        if told:
            self.push_screen(message(_("About this game"), "\n\n".join(told)))

    def _continue(self) -> None:
        if self._title.latest is not None:
            self._go_on_with(self._title.latest.name)

    def _go_on_with(self, name: str) -> None:
        self.attempt(lambda: self.open_told(*self.library.load_told(name)))

    def _choose_save(self) -> None:
        self._title.say(READING_SAVES)
        choose_save(self, self._title, self._go_on_with)

    def open_game(self, session: Session, silent: bool = False) -> None:
        """Show a game, new or gone on with; `silent` asks for no lessons."""
        from game.tui.house import House
        from game.tui.play import Play
        from game.tui.screens.desk import Desk

        self.hearing.close()
        play = self._play = Play(session)
        play.coach.silent = silent
        desk = Desk(play, House(self, play))
        if self._going_on is not None:
            self._going_on.open(desk)
        else:
            self.push_screen(desk)

    def to_title(self) -> None:
        """Leave the game in progress and go back to the title."""
        self.workers.cancel_group(self, "players")
        self._play = None
        self.leave_for_title()
        self.run_worker(self.look_for_saves, thread=True, group="saves")

    def leave_for_title(self) -> None:
        """Close everything but the title, which may not have been shown yet."""
        while not isinstance(self.screen, Title) and len(self.screen_stack) > 1:
            self.pop_screen()
        if not isinstance(self.screen, Title):
            self.push_screen(self._title)

    def give_up(self) -> None:
        """Show the title where the game that the launch asked for doesn't open."""
        if self._going_on is not None:
            self._going_on.give_up()

    # --- size and commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer the plain game on a key of its own only where the screen has no room."""
        if action == "plain":
            return self.size.width < LEAST[0] or self.size.height < LEAST[1]
        return super().check_action(action, parameters)

    def action_plain(self) -> None:
        """Leave for the plain game."""
        self.exit(return_code=WANTS_PLAIN)

    def action_suspend(self) -> None:
        """Go back to the shell that the game was started from, until it is called back."""
        if can_suspend():
            self.action_suspend_process()
        else:
            self.bell()

    # --- the end

    def keep(self) -> bool:
        """Save the game in progress; False when there is none. Raises SaveError when it fails."""
        if self._play is None:
            return False
        self._play.keep()
        return True

    def _told_to_end(self, status: int) -> None:
        """Leave because the process was told to end."""
        self.exit(return_code=status)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield every command: the usual ones, and the game's where one is played."""
        yield from commands(self, screen)


def run(launch: Launch, content: Content | None = None) -> int:
    """Play on the screen until the player leaves; return the exit code, `WANTS_PLAIN` for plain.

    `content` is that of the launch's packs, if it has been read. What has broken the screen for
    good is raised once the terminal is as it was, SaveError where what was played can't be saved.
    """
    return close(Handshake(launch, Library(content, packs=launch.packs)))


def close(app: Handshake) -> int:
    """Run an app, and return its exit code once the terminal is as it was; raises as `run`."""
    app.run()
    app.terminal.over.set()
    if app.broken is not None:
        raise app.broken
    status, kept = app.return_code or 0, app.keep()
    tell_end(status, kept)
    return status
