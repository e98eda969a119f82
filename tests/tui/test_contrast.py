"""Every word of every page can be read in every theme, without colours too."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from game.content.records import Content
from game.tui.contrast import LEAST, contrast, readable
from game.tui.screens.sheet import OTHERS
from game.tui.themes import OWN, least_contrast
from tests.tui.conftest import Opener, Screen

WORD = re.compile(r"\w")
TERMINAL = tuple(name for name, theme in BUILTIN_THEMES.items() if theme.ansi)
COLOURED = tuple(name for name in (*BUILTIN_THEMES, *(own.name for own in OWN))
                 if name not in TERMINAL)  # fmt: skip
TELLING = Theme(
    name="telling", primary="#70a0ff", secondary="#c070ff", accent="#ffb050", success="#60d080",
    warning="#e0e060", error="#ff6070", foreground="#e0e8f0", background="#101018",
    surface="#181c28", panel="#203040",
)  # fmt: skip
"""A theme in which no two colours are the same, so that a new pair of colours shows."""
CAMP = {"scenario": "cold_snap_2022", "seed": 7, "size": (100, 30)}
COLOURS = st.builds(Color, *[st.integers(0, 255)] * 3)


@given(COLOURS, COLOURS, st.sampled_from((LEAST, 3.0)))
def test_what_is_made_readable_is_readable(ink: Color, ground: Color, least: float) -> None:
    made = readable(ink, [ground], least)
    assert contrast(made, ground) >= least
    assert made == ink or contrast(ink, ground) < least


def test_contrast_is_counted_as_usual() -> None:
    black, white, grey = Color(0, 0, 0), Color(255, 255, 255), Color.parse("#767676")
    assert contrast(black, white) == contrast(white, black) == 21
    assert 4.5 < contrast(grey, white) < 4.6


def words(screen: Screen) -> Iterator[Segment]:
    """Yield what is written on what lies on top, not on what shows through beside it."""
    rows = screen.app.screen._compositor.render_strips()
    for part in screen.app.screen.children:
        region = part.region.intersection(screen.app.screen.region)
        for row in rows[region.y : region.bottom] if part.display else ():
            for segment in row.crop(region.x, region.right):
                if WORD.search(segment.text):
                    yield segment


def in_theme(screen: Screen, theme: str) -> list[Segment]:
    """Return what is written, in a theme's colours."""
    screen.app.theme = theme
    screen.app.refresh_css(animate=False)
    return list(words(screen))


def pair(style: Style | None) -> tuple[Color, Color]:
    """Return the colours of words and of what they stand on."""
    assert style is not None and style.color is not None and style.bgcolor is not None
    return Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)


def faint(found: Iterable[Segment], least: float) -> Iterator[str]:
    """Yield the words that stand out less than they should."""
    for segment in found:
        stands_out = contrast(*pair(segment.style))
        if stands_out < least:
            yield f"{segment.text.strip()!r} {stands_out:.2f} {segment.style}"


async def pages(screen: Screen) -> AsyncIterator[str]:
    """Go from page to page of a game, and name each."""
    yield "news"
    await screen.to_desk()
    yield "card"
    await screen.keys("q")
    yield "leave"
    await screen.keys("escape")
    for key, name, _title in OTHERS:
        await screen.keys(key)
        yield name
        await screen.to_desk()
    await screen.to("agenda")
    yield "agenda"
    await screen.keys("2")
    yield "a menu with locks"
    await screen.to("table")
    await screen.keys("1", "1")
    yield "proposal"
    screen.app.notify("a word", severity="warning", title="about")
    screen.app.action_command_palette()
    await screen.settle()
    yield "commands"


async def title_pages(screen: Screen) -> AsyncIterator[str]:
    """Go from page to page of the title, and name each."""
    yield "title"
    for name in ("New game", "Load a game", "Settings", "Codex", "Records"):
        row = next(line for line in screen.text.splitlines() if name in line)
        await screen.keys(row.split(name)[0].split()[-1])
        yield name
        await screen.keys("escape")


async def unreadable(screen: Screen, shown: AsyncIterator[str], seen: set[object]) -> list[str]:
    """Return the faint words of pages; what has no pair of colours that is new needs no look."""
    bad: list[str] = []
    screen.app.register_theme(TELLING)
    async for name in shown:
        new = {pair(word.style) for word in in_theme(screen, TELLING.name)} - seen
        seen |= new
        for theme in COLOURED if new else ():
            found = faint(in_theme(screen, theme), least_contrast(theme))
            bad += [f"{name} in {theme}: {word}" for word in found]
    return bad


@pytest.mark.long
async def test_every_word_of_every_page_can_be_read_in_every_theme(
    opened: Opener, base: Content
) -> None:
    seen: set[object] = set()
    async with opened("nasa", content=base, **CAMP) as screen:
        bad = await unreadable(screen, pages(screen), seen)
    async with opened(content=base, size=(100, 30)) as screen:
        bad += await unreadable(screen, title_pages(screen), seen)
    assert bad == []
    assert len(seen) > 12


async def test_words_can_be_read_without_colours(
    opened: Opener, base: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened("nasa", content=base, **CAMP) as screen:
        await screen.to_desk()
        for theme in COLOURED:
            found = in_theme(screen, theme)
            assert [*faint(found, LEAST)] == [], theme
            assert all(len(set(colour.rgb)) == 1 for word in found for colour in pair(word.style))


async def test_a_terminal_s_own_colours_are_left_to_it(opened: Opener, base: Content) -> None:
    async with opened("nasa", content=base, **CAMP) as screen:
        await screen.to_desk()
        for theme in TERMINAL:
            styles = [word.style for word in in_theme(screen, theme)]
            inks = [style.color for style in styles if style is not None and style.color]
            assert inks and all(ink.triplet is None for ink in inks), theme
