"""The game screen: one game in progress, and all that is decided, opened and left from there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual import on

from game.narration.papers import ways
from game.rules.deciding.table import CONVENE
from game.tui.menus import BACK, DRAFT, OUT, Entry
from game.tui.paint.opening import opens
from game.tui.plan import folded
from game.tui.screens.desk_drawn import DeskDrawn
from game.tui.screens.desk_keys import KEYS, focus_kind
from game.tui.shell import FRESH
from game.tui.widgets.blank import blank
from game.tui.widgets.choices import Choices
from game.tui.widgets.gauges import Gauge
from game.tui.widgets.pane import Pane
from game.tui.widgets.taught import Taught

if TYPE_CHECKING:
    from game.rules.decisions import Decision


class Desk(DeskDrawn):
    """One game in progress, seen from one chair."""

    BINDINGS = KEYS

    def on_mount(self) -> None:
        """Begin."""
        self.query_one(Choices).focus()
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        self.go_on()
        self.shell.begun()

    def go_on(self, at: str = "") -> None:
        """Show where the game stands, highlight on the key `at`, or let whoever is next go on."""
        if self.play.session.over:
            self._draw_figures()
            self._tell_end()
        elif self.play.others_turn:
            self._wait()
        elif self.play.hands_over:
            self.busy, self.menus = True, []
            blank(self)
            self.shell.hand_over()
        else:
            self.busy, self.pending = False, True
            self.draw(at)
            if self.play.turned and opens(self.play):  # who begins learns first where they are
                self.shell.open_page("news", FRESH, closed=self._begin_with_scenes)
                self.shell.tell_kept()
            else:
                self.shell.show_scenes(self._tell)

    def _tell_end(self) -> None:
        """Tell what the last turn still brought, then how the run ends."""
        end = partial(self.shell.show_scenes, self.shell.finished)
        if self.play.untold():
            self.shell.open_page("news", FRESH, closed=end)
        else:
            end()

    def on_screen_resume(self) -> None:
        """Let a key that closed a page too often choose nothing, and go on teaching."""
        self._settle()
        self._draw_lately()
        self.shell.teach()

    def _wait(self) -> None:
        self.busy = True
        self._draw_figures()
        self.shell.play_others()

    def rest(self) -> None:
        """Stop waiting for the others."""
        self.busy = False
        self._draw_figures()

    def _tell(self) -> None:
        """Open the news where a turn has begun, then what else is to be said."""
        if self.play.turned:
            self.shell.open_page("news", FRESH)
        self._tell_rest()

    def _tell_rest(self) -> None:
        self._tell_came()
        self.pending = False
        self._draw_lately()
        self.shell.tell_kept()
        self.shell.teach()

    def _begin_with_scenes(self) -> None:
        self.shell.show_scenes(self._tell_rest)

    def _tell_came(self) -> None:
        """Show what has come of the latest decision over the desk, unless the news tell it."""
        if not self.play.turned and any(item.outcome for item in self.play.untold()):
            self._open("came", FRESH)

    def action_flip(self) -> None:
        """Compare all choices, or go back to the question; on a larger screen move the focus."""
        if not folded(self.size):
            self.focus_next()
        elif not self.busy:
            self.flipped = not self.flipped
            self._lay()
            self.call_after_refresh(self._draw_again)

    def point(self, moved: bool) -> None:
        """Let whoever teaches know of a choice that has been pointed at."""
        super().point(moved)
        if moved:
            self.query_one(Taught).hear("point")

    @on(Choices.Chosen)
    def _choose(self) -> None:
        entry = self.entry
        if entry is None or self.busy or not self.is_active:
            return
        if entry.row.lock:
            self.app.bell()
        elif entry.goes == BACK:
            self.action_back()
        elif entry.goes == DRAFT and entry.decision is not None:
            self._draft(entry.decision)
        elif entry.menu is not None:
            self.menus.append(entry.menu)
            self._show_menu()
        elif entry.decision and not self.settling.early(self.query_one(Choices).highlighted):
            self.decide(entry.decision)

    def decide(self, decision: Decision) -> None:
        """Carry a decision out and go on."""
        turn, top = self.play.seen.turn, self._top()
        if self.shell.attempt(lambda: self.play.decide(decision)):
            self.go_on(top if self.play.seen.turn == turn else "")

    def _top(self) -> str:
        """Return the key of the first menu's entry that leads to the menu shown."""
        if len(self.menus) < 2:
            return ""
        return next(e.key for e in self.menus[0].entries if e.menu is self.menus[1])

    def _draft(self, decision: Decision) -> None:
        def answered(made: Decision | None) -> None:
            if made is not None:
                self.decide(made)

        self.shell.open_draft(decision, answered)

    def to_way(self, deal: str, pick: str) -> None:
        """Open the draft of a paper signed anew, or point at a way out of it; nothing is done."""
        found = ways(self.play.index, self.play.seen, self.play.me, deal)
        way = next((way for way in found if way.decision.pick == pick and not way.lock), None)
        if way is None or self.busy:
            self.app.bell()
        elif pick in ("offer", CONVENE):
            self._draft(way.decision)
        else:
            self._point_at_way(f"{pick}/{deal}")

    def _point_at_way(self, key: str) -> None:
        """Show the menu of ways out with the highlight on one."""
        del self.menus[1:]
        out = next(entry.menu for entry in self.menus[0].entries if entry.key == OUT)
        if out is not None:
            self.menus.append(out)
            self._show_menu(next(n for n, entry in enumerate(out.entries) if entry.key == key))

    def action_pick(self, number: str) -> None:
        """Highlight a choice by its number."""
        if not self.busy and not self.query_one(Choices).pick_number(number):
            self.app.bell()

    def action_ok(self) -> None:
        """Choose what is highlighted."""
        self.query_one(Choices).action_choose()

    def action_back(self) -> None:
        """Go back to the choices, or leave a submenu to where it was opened."""
        choices = self.query_one(Choices)
        if not choices.has_focus:
            choices.focus()
        elif len(self.menus) > 1:
            left = self.menus.pop()
            entries = self.menus[-1].entries
            self._show_menu(next(n for n, e in enumerate(entries) if e.menu is left))

    def point_at(self, way: Sequence[Entry], entry: Entry) -> None:
        """Show the menu that some entries lead to, the highlight on one of its own."""
        if self.busy or not self.menus:
            return
        self.menus = [self.menus[0], *(one.menu for one in way if one.menu is not None)]
        self._show_menu(self.menus[-1].entries.index(entry))
        self.query_one(Choices).focus()

    def action_end(self) -> None:
        """Highlight the way out of the agenda or the table."""
        del self.menus[1:]
        self._show_menu()
        if not self.query_one(Choices).pick_number("0"):
            self.app.bell()

    def action_undo(self) -> None:
        """Take the latest decision back."""
        if not self.busy and self.shell.undo():
            self.draw()

    def _open(self, name: str, what: str = "") -> None:
        """Open a page, unless a key pressed just before has opened one."""
        if self.is_active:
            self.shell.open_page(name, what)

    def action_go(self, name: str) -> None:
        """Open a page over the game; help is told where the focus is."""
        self._open(name, focus_kind(self.focused) if name == "keys" else "")

    def action_why(self, path: str) -> None:
        """Open the reasons of a figure."""
        self._open("why", path)

    def action_danger(self) -> None:
        """Open what the gravest danger comes from: a figure's reasons, or the flights."""
        if dangers := self.play.dangers:
            path = dangers[0].subject
            figure = path in self.play.seen.figures
            self._open(*(("why", path) if figure else ("flights",)))

    @on(Gauge.Asked)
    def _ask_why(self, message: Gauge.Asked) -> None:
        self._open("why", message.path)

    def action_lesson(self) -> None:
        """Ask whether lessons are to be passed over."""
        if self.is_active:
            self.shell.ask_lessons()

    def action_leave(self) -> None:
        """Leave the game; it is saved."""
        if self.is_active:
            self.shell.leave()

    def action_read(self, pane: str, lines: int) -> None:
        """Scroll the card's text or the preview."""
        self.query_one(pane, Pane).scroll_relative(y=lines, animate=False)
