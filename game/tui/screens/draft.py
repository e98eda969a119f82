"""Drafting an offer: clauses of both sides, amounts, and the arithmetic of both, live."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from game.narration.offers import sides_named
from game.narration.proposal import second_thoughts
from game.rules.decisions import Decision
from game.rules.state import Term
from game.text.language import N_, _, pgettext
from game.tui.bargain import Bargain
from game.tui.paint.draft import clause_rows, in_short, reading, sums_text, table_text
from game.tui.play import Play
from game.tui.screens.closing import Closing
from game.tui.widgets.blank import blank
from game.tui.widgets.choices import Choices
from game.tui.widgets.hints import Hint, Hints
from game.tui.widgets.pane import Pane
from game.tui.widgets.small import TooSmall
from game.tui.widgets.taught import Taught

APART = 140  # columns from which the arithmetic has a pane of its own


class Draft(Closing[Decision | None]):
    """An offer in the making; the result is the decision that sends it, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"pick('{n}')", show=False) for n in range(1, 10)),
        Binding("left,minus", "amount(-1)", show=False),
        Binding("right,plus,equals_sign", "amount(1)", show=False),
        Binding("w", "what_works", show=False),
        Binding("r", "restore", show=False),
        Binding("s", "send", show=False),
        Binding("t", "papers", show=False),
        Binding("escape,q", "close", show=False),
        Binding("pagedown", "read(1)", show=False),
        Binding("pageup", "read(-1)", show=False),
    ]

    def __init__(self, play: Play, to_table: Callable[[], None]) -> None:
        """Draft a game's offers, one after the other; `to_table` opens the page of papers."""
        super().__init__()
        self.play = play
        self.to_table = to_table
        self.headline = Static("", classes="sheet-title", markup=False)
        self.bargain: Bargain
        self.warned: tuple[Term, ...] = ()
        self.left: dict[Decision, tuple[Term, ...]] = {}
        self.resumed = False

    def begin(self, decision: Decision) -> None:
        """Draft an offer to the decision's target, or a counter-offer to the offer answered.

        What was left without being sent is there again.
        """
        self.bargain = Bargain(self.play, decision)
        self.resumed = self.bargain.take_up(self.left.pop(decision, ()))
        self.warned = ()

    def compose(self) -> ComposeResult:
        """Lay out the clauses and the sums."""
        yield TooSmall()
        yield self.headline
        with Horizontal(classes="sheet-body"):
            choices = Choices(id="clauses")
            choices.listen(self._draw_sums)
            yield choices
            yield Pane(_("On the table"), id="laid")
            yield Pane(_("The arithmetic"), id="sums")
        yield Static("", id="clause", markup=False)
        yield Static("", id="said", markup=False)
        yield Taught(self.play)
        yield Hints(self._hints())

    @staticmethod
    def _hints() -> Sequence[Hint]:
        return (
            ("1-9", pgettext("key", "add"), ""),
            ("-", pgettext("key", "less"), "screen.amount(-1)"),
            ("+", pgettext("key", "more"), "screen.amount(1)"),
            ("w", pgettext("key", "what works?"), "screen.what_works"),
            ("s", pgettext("key", "send"), "screen.send"),
            ("PgDn", pgettext("key", "read"), "screen.read(1)"),
            ("t", pgettext("key", "papers"), "screen.papers"),
            ("r", pgettext("key", "restore"), "screen.restore"),
            ("Esc", pgettext("key", "back"), "screen.close"),
        )

    def on_screen_suspend(self) -> None:
        """Keep nothing once closed, as every page."""
        if self not in self.app.screen_stack:
            self.blank()

    def on_screen_resume(self) -> None:
        """Begin with no clause pointed at: a key pressed too often puts nothing into the draft."""
        self.query_one(Choices).focus()
        again = _("Your draft as you left it; {key} begins anew.", key="r")
        self._say(again if self.resumed else "")
        self.resumed = False
        self._lay()
        self.query_one(Taught).tell()
        self.call_after_refresh(self.draw, -1)

    def blank(self) -> None:
        """Show nothing: somebody else is to sit down, and this was not for them."""
        blank(self)

    def on_resize(self) -> None:
        """Draw to the width there is."""
        self._lay()
        self.call_after_refresh(self.draw)

    def _lay(self) -> None:
        """Give the arithmetic a pane of its own where there is room for one."""
        apart = self.app.size.width >= APART
        self.query_one("#sums").display = apart
        self.set_class(apart, "-apart")

    def draw(self, highlighted: int | None = None) -> None:
        """Show the clauses as they stand and what they come to."""
        name = sides_named(self.play.content, self.bargain.offer, self.play.me)
        answers = self.bargain.decision.pick == "counter"
        form = N_("Your answer to {name}") if answers else N_("An offer to {name}")
        if self.bargain.blank.third:
            form = N_("A paper of three with {name}")
        self.warned = ()
        self.headline.update(Content(_(form, name=name)), layout=False)
        choices = self.query_one(Choices)
        place = choices.highlighted if highlighted is None else highlighted
        choices.show(clause_rows(self.play, self.bargain), place)
        if choices.highlighted < 0:
            self._draw_sums()

    def _draw_sums(self, moved: bool = False) -> None:
        """Show the table and the arithmetic."""
        place, apart = self.query_one(Choices).highlighted, self.query_one("#sums").display
        laid, sums = self.query_one("#laid", Pane), self.query_one("#sums", Pane)
        painted = ((laid, table_text), (sums, sums_text)) if apart else ((laid, reading),)
        for pane, painter in painted:
            width = pane.scrollable_content_region.width
            if width > 0:
                pane.show(painter(self.play, self.bargain, place, width))
        self.query_one("#clause", Static).update(
            in_short(self.play, self.bargain, place, self.size)
        )

    @on(Choices.Chosen)
    def _toggle(self, message: Choices.Chosen) -> None:
        if (term := self.bargain.term(message.index)) is None:
            self.app.bell()
            return
        self.bargain.toggle(message.index)
        self.query_one(Taught).hear("put", term.clause)
        self._say("")
        self.draw()

    def _say(self, text: str) -> None:
        said = self.query_one("#said", Static)
        said.update(Content(text))
        said.display = bool(text)

    def action_pick(self, number: str) -> None:
        """Add or drop the clause of a number."""
        self.query_one(Choices).pick_number(number)

    def action_drop(self, place: int) -> None:
        """Take a clause out of the draft: the one that was clicked in a tray."""
        self.bargain.drop(place)
        self._say("")
        self.draw()

    def action_amount(self, by: int) -> None:
        """Change the highlighted clause's amount."""
        if self.bargain.change(self.query_one(Choices).highlighted, by):
            self.draw()

    def action_what_works(self) -> None:
        """Take over the smallest change that they would accept."""
        self._say(self.bargain.what_works())
        self.draw()

    def action_restore(self) -> None:
        """Go back to the draft as it was before the suggestion."""
        self.bargain.restore()
        self._say("")
        self.draw()

    def action_send(self) -> None:
        """Put the offer to them; what the own side has against it is said first, once."""
        reason = self.bargain.why_not()
        doubts = "" if reason else second_thoughts(self.bargain.proposal)
        if reason or (doubts and self.warned != self.bargain.terms):
            again = f"{doubts} {_('The same key again sends it.')}"
            self._say(_("Not yet: {reason}", reason=reason) if reason else again)
            self.warned = () if reason else self.bargain.terms
            self.app.bell()
            return
        self.dismiss(replace(self.bargain.decision, terms=self.bargain.terms))

    def action_close(self) -> None:
        """Go back; what was drafted is kept, and there again when it is next opened."""
        if self.bargain.changed:
            self.left[self.bargain.decision] = self.bargain.terms
        self.dismiss(None)

    def action_papers(self) -> None:
        """Open the page of what is signed already; the draft stays as it is."""
        self.to_table()

    def action_read(self, by: int) -> None:
        """Scroll the table and the arithmetic."""
        for pane in self.query(Pane):
            pane.scroll_relative(y=4 * by, animate=False)
