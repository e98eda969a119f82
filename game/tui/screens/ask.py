"""Small pages in the middle of the screen: a question with numbered answers, or just a message."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Input, Static

from game.text.language import _
from game.text.typed import whole_number
from game.tui.screens.closing import Closing
from game.tui.settling import Settling
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.small import TooSmall


class Ask(Closing[str]):
    """A question; the result is the chosen answer's key, or empty when it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"pick('{n}')", show=False) for n in range(1, 10)),
        Binding("escape,q", "close", show=False),
    ]

    def __init__(
        self, title: str, text: str, answers: Sequence[tuple[str, str]], opaque: bool = False
    ) -> None:
        """Ask something with (key, text) answers; `opaque` hides what is behind."""
        super().__init__(classes="-opaque" if opaque else "")
        self.title_text, self.text, self.answers = title, text, tuple(answers)
        self.begins = 0  # the row that is highlighted first

    def compose(self) -> ComposeResult:
        """Lay out."""
        yield TooSmall()
        with Vertical(id="ask"):
            yield Static(Content(self.title_text), classes="sheet-title", markup=False)
            yield Static(Content(self.text), id="asked", markup=False)
            yield Choices()
            yield from self.below()

    def below(self) -> Sequence[Widget]:
        """Return what stands below the answers."""
        return ()

    def on_mount(self) -> None:
        """Show the answers."""
        choices = self.query_one(Choices)
        choices.listen(self.pointed)
        choices.show(self.rows(), self.begins)
        choices.focus()

    def pointed(self, moved: bool) -> None:
        """Be told of the answer that is highlighted."""

    def rows(self) -> list[Row]:
        """Return the answers as rows, numbered."""
        numbers = chain("123456789", repeat("-"))
        return [Row(text, number=n) for n, (_, text) in zip(numbers, self.answers, strict=False)]

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        self.answered(self.answers[message.index][0])

    def answered(self, key: str) -> None:
        """Go with an answer."""
        self.dismiss(key)

    def action_pick(self, number: str) -> None:
        """Give the answer of a number."""
        self.query_one(Choices).pick_number(number)

    def action_close(self) -> None:
        """Give no answer."""
        self.dismiss("")


class HandOver(Ask):
    """Stands between two people: hides everything, and waits for an answer that is meant."""

    def __init__(self, title: str, text: str, answers: Sequence[tuple[str, str]]) -> None:
        """Ask the next person to sit down."""
        super().__init__(title, text, answers, opaque=True)
        self.settling = Settling()

    def on_mount(self) -> None:
        """Show the answers, and hear none for a moment."""
        super().on_mount()
        self.settling.begin()

    def answered(self, key: str) -> None:
        """Go with an answer, unless it comes too early to be meant."""
        if not self.settling.early():
            super().answered(key)

    def action_close(self) -> None:
        """Stay: closing it would show the next one's desk."""
        self.app.bell()


def message(title: str, text: str) -> Ask:
    """Return a page that says something; Enter closes it."""
    return Ask(title, text, [("", _("Go on"))])


class AskNumber(Closing[int | None]):
    """A question whose answer is a number typed in; the result is None when it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", show=False)]

    def __init__(self, title: str, number: int) -> None:
        """Ask for a number, beginning with one."""
        super().__init__()
        self.title_text, self.number = title, number

    def compose(self) -> ComposeResult:
        """Lay out."""
        yield TooSmall()
        with Vertical(id="ask"):
            yield Static(Content(self.title_text), classes="sheet-title", markup=False)
            yield Input(str(self.number), type="integer", max_length=12)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(whole_number(event.value.strip().removeprefix("+")))

    def action_close(self) -> None:
        """Give no answer."""
        self.dismiss(None)
