"""The screens in a longer language: none of their own words stays English, and all of it fits."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import replace

import pytest
from textual.widget import Widget
from textual.widgets import Input, Static

from game.rules.decisions import Decision
from game.rules.state import Slot
from game.text.language import ENGLISH, speaking
from game.tui.screens.ask import AskNumber
from game.tui.screens.ended import Ended
from game.tui.screens.scene import SceneSheet
from game.tui.screens.sheet import OTHERS
from game.tui.widgets.choices import NO_POINTER, Choices
from game.tui.widgets.gauges import Gauge
from game.tui.widgets.gauges import drawn as gauge
from game.tui.widgets.hints import Hints
from game.tui.widgets.pane import Pane
from tests.pseudo import Pseudo, english_in
from tests.staged import MORNING, scene, staged
from tests.tui.conftest import Opener, Screen, short
from tests.tui.test_home import _put as put_before_home
from tests.unaccented import english, given_away

SIZES = ((80, 24), (120, 36))
Size = tuple[int, int]
Views = AsyncGenerator[tuple[str, Screen], None]
TWO = (("nasa", "person"), ("roscosmos", "person"), ("esa", "random"))
LEAST_CHOICES = 3  # rows of a list of choices that are in sight, or all


async def _title(opened: Opener, size: Size) -> Views:
    async with opened(size=size) as screen:
        yield "title", screen
        screen.app._title.wait()
        await screen.settle()
        yield "title, opening a game", screen
        screen.app._title.rest()
        await screen.keys("question_mark")
        yield "keys over the title", screen
        await screen.keys("escape", "x")
        yield "codex over the title", screen
        await screen.keys("escape", "3")
        for number in range(1, 9):
            await screen.keys(str(number))
            yield f"set-up, field {number}", screen
            if screen.shows(AskNumber):
                await screen.keys("escape")


async def _desk(opened: Opener, size: Size) -> Views:
    async with opened("nasa", size=size) as screen:
        yield "news", screen
        await screen.to("card")
        yield "card", screen
        await screen.keys("1")
        yield "card, previewed", screen
        await screen.to("agenda")
        yield "agenda", screen
        await screen.keys("1")
        yield "agenda, a group", screen
        await screen.keys("down")
        yield "agenda, an action", screen
        await screen.to("table")
        yield "table", screen
        await screen.keys("1")
        await screen.keys("escape")
        screen.app.action_command_palette()
        await screen.settle()
        yield "commands", screen
        await screen.keys("escape", "q")
        yield "leaving", screen


async def _slots(opened: Opener, size: Size) -> Views:
    async with opened("nasa", size=size) as screen:
        await screen.to("table")
        put_before_home(screen)
        await screen.settle()
        yield "ratify", screen
        await screen.keys("1")
        yield "ratify, a way", screen
        session = screen.play.session
        state = session.state.copy()
        state.queue = (Slot("answer", "nasa", state.offers[0].id), *state.queue[1:])
        state.offers = (replace(state.offers[0], maker="roscosmos", to="nasa"),)
        session.states[-1] = state
        screen.desk.go_on()
        await screen.settle()
        yield "answer", screen


async def _draft(opened: Opener, size: Size) -> Views:
    async with opened("nasa", size=size) as screen:
        await screen.to("table")
        offer = Decision("nasa", "table", "offer", "roscosmos")
        screen.desk.shell.open_draft(offer, lambda made: None)
        await screen.settle()
        yield "draft", screen
        await screen.keys("1")
        yield "draft, a clause", screen
        await screen.keys("s")
        yield "draft, doubts", screen
        await screen.keys("w")
        yield "draft, what works", screen


async def _pages(opened: Opener, size: Size) -> Views:
    async with opened("nasa", size=size) as screen:
        await screen.to("table")
        for key, name, _title in OTHERS:
            await screen.keys(key)
            yield name, screen
            if name == "chronicle":
                await screen.keys("left")
                yield "chronicle, earlier", screen
            await screen.keys("escape")
        await screen.keys("h", "r")
        yield "report", screen
        await screen.keys("enter", "h", "b")
        yield "branch", screen


async def _saves(opened: Opener, size: Size) -> Views:
    async with opened("nasa", size=size) as screen:
        await screen.to("table")
        await screen.keys("0", "enter")
        await screen.to("card")
    async with opened(size=size) as screen:
        yield "title with a game to go on with", screen
        await screen.keys("4")
        yield "list of saves", screen
        await screen.keys("1")
        yield "gone on with", screen


async def _ended(opened: Opener, size: Size) -> Views:
    async with opened("nasa", content=short(1), size=size) as screen:
        await screen.to_desk()
        while not screen.play.session.over:
            if screen.play.others_turn:
                screen.play.others(lambda: True)
            else:
                screen.play.decide(screen.idle())
        screen.desk.go_on()
        await screen.settle()
        while not isinstance(screen.app.screen, Ended):
            await screen.keys("enter")
        yield "ended", screen


async def _others(opened: Opener, size: Size) -> Views:
    dawn = staged(scene("dawn", "event", MORNING, great=True))
    async with opened("nasa", content=dawn, size=size) as screen:
        for _page in range(3):
            if not screen.shows(SceneSheet):
                await screen.keys("enter")
        assert screen.shows(SceneSheet)
        yield "scene", screen
    async with opened("nasa", content=short(1), seats=TWO, size=size) as screen:
        yield "hand-over", screen
    async with opened("nasa", size=(40, 12)) as screen:
        yield "too small", screen


Walk = Callable[[Opener, Size], Views]
WALKS = (_title, _desk, _slots, _draft, _pages, _saves, _ended, _others)


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("walk", WALKS, ids=lambda walk: walk.__name__.strip("_"))
async def test_every_word_of_a_screen_is_told_in_the_language_spoken_and_fits(
    opened: Opener, walk: Walk, size: Size
) -> None:
    with speaking(ENGLISH):
        async with aclosing(walk(opened, size)) as views:
            async for name, screen in views:
                assert english(screen.text), f"{name}: English isn't noticed"
    with speaking(Pseudo()):
        async with aclosing(walk(opened, size)) as views:
            async for name, screen in views:
                looked = english(screen.text), list(_labels(screen)), list(_too_wide(screen))
                assert looked == ([], [], []), name


def test_most_words_would_be_noticed_if_they_stayed_english() -> None:
    assert given_away() > 1 / 2


def _shown(screen: Screen) -> Iterator[Widget]:
    for widget in screen.app.screen.walk_children(Widget):
        if widget.is_on_screen and widget.content_size.width > 0:
            yield widget


def _labels(screen: Screen) -> Iterator[str]:
    """Yield the English of what names keys and panes."""
    for widget in _shown(screen):
        if isinstance(widget, Hints):
            yield from (word for _key, what, _action in widget.hints for word in english_in(what))
        elif isinstance(widget, Input):
            yield from english_in(widget.placeholder)
        elif isinstance(widget, Pane) and widget.id in ("lately", "aboard", "others", "sums"):
            yield from english_in(str(widget.border_title))


def _too_wide(screen: Screen) -> Iterator[str]:
    """Yield what is cut: lines that don't fit, and lists of which hardly anything is in sight."""
    columns, lines = screen.app.size
    for widget in _shown(screen):
        name, size = f"{type(widget).__name__}#{widget.id}", widget.content_size
        region = widget.region
        if region.right > columns or region.bottom > lines:
            yield f"{name} leaves the screen"
        if isinstance(widget, Choices):
            room = size.width - len(NO_POINTER)
            yield from (
                f"{name}: {line}" for _row, line in widget._drawn if line.cell_length > room
            )
            if size.height < min(LEAST_CHOICES, len(widget._drawn)):
                yield f"{name} has {size.height} lines"
        elif isinstance(widget, Gauge) and widget.reading:
            if gauge(widget.reading, size.width).cell_length > size.width:
                yield f"{name}: {widget.reading.name}"
        elif isinstance(widget, Static) and _height(widget) > size.height:
            yield f"{name}: {widget.render()}"


def _height(widget: Widget) -> int:
    size = widget.content_size
    return widget.get_content_height(size, size, size.width)
