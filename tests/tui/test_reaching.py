"""How everything is reached: panes by letters, rows by typing, all by the palette, help, keys."""

from __future__ import annotations

import json

from textual.command import CommandPalette
from textual.widgets import Input, OptionList

from game.content.records import Content
from game.saves.settings import load_settings, settings_file
from game.tui.commands import choices
from game.tui.screens.ask import Ask
from game.tui.screens.jump import Jump, places
from game.tui.screens.keys import Keys
from game.tui.screens.pages import Crew
from game.tui.screens.rebinding import KeyList, Press
from game.tui.screens.sheet import OTHERS
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.gauges import Gauge
from game.tui.widgets.pane import Pane
from tests.tui.conftest import Opener, Screen

WIDE = (120, 36)
WORDS = (
    "amber", "birch", "cedar", "dogwood", "elm", "fir", "gorse", "holly", "ivy", "oak",
)  # fmt: skip


async def test_a_letter_gives_its_pane_the_focus(opened: Opener) -> None:
    async with opened("nasa", size=WIDE) as screen:
        await screen.to_desk()
        await screen.keys("i")
        shown = screen.app.screen
        assert isinstance(shown, Jump)
        assert {part.id for part in shown.places.values()} >= {"choices", "brief", "station"}
        for letter, place in shown.places.items():
            lines = screen.text.splitlines()
            assert lines[place.region.y][place.region.x :].startswith(f" {letter} ")
        letters = {part.id or type(part).__name__: letter for letter, part in shown.places.items()}
        await screen.keys(letters["station"])
        assert screen.at_desk() and screen.desk.focused is screen.desk.query_one("#station")
        assert "Enter open" in screen.text.splitlines()[-1]
        await screen.keys("escape")
        assert screen.desk.query_one(Choices).has_focus
        brief = screen.desk.query_one("#brief", Pane)
        await screen.keys("i", letters["brief"])
        assert brief.has_focus
        await screen.keys("tab")
        assert not brief.can_focus
        await screen.keys("i", "escape")
        assert screen.at_desk() and not brief.has_focus


async def test_a_click_goes_to_a_pane_too_and_a_page_has_letters(opened: Opener) -> None:
    async with opened("nasa", size=WIDE) as screen:
        await screen.to_desk()
        await screen.keys("c", "i")
        shown = screen.app.screen
        assert isinstance(shown, Jump) and len(shown.places) == 2
        await screen.pilot.click(offset=shown.places["s"].region.offset)
        await screen.settle()
        assert screen.shows(Crew) and screen.app.focused is shown.places["s"]
        assert places(screen.app.screen) == list(shown.places.values())
        await screen.keys("i")
        await screen.pilot.resize_terminal(100, 30)
        await screen.settle()
        assert screen.shows(Crew)


async def test_a_long_list_is_narrowed_by_typing(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.to_desk()
        titles = [f"item {word}" for word in WORDS]
        asked = Ask("Which?", "", [(title, title) for title in titles])
        got: list[str | None] = []
        screen.app.push_screen(asked, got.append)
        await screen.settle()
        assert "/ finds by typing" in screen.text
        await screen.keys("/", "o", "q", "backspace", " ", *"item")
        assert "/ o item_   4 of 10" in screen.text
        assert "amber" not in screen.text and "dogwood" in screen.text
        await screen.keys("down", "escape")
        assert "amber" in screen.text and screen.shows(Ask)
        await screen.keys("/", "x", "x", "enter")
        assert screen.shows(Ask)
        await screen.keys("backspace", "backspace", "g", "o", "r", "enter")
        assert got == ["item gorse"]
        short = screen.desk.query_one(Choices)
        short.show([Row("one"), Row("two")])
        await screen.keys("/")
        assert short.finding.typed is None


async def typed(screen: Screen, words: str) -> list[str]:
    """Type into the palette; return what it offers."""
    screen.app.screen.query_one(Input).value = words
    await screen.settle()
    options = screen.app.screen.query_one(OptionList)
    for _ in range(20):
        await screen.pilot.pause(0.05)
        if not screen.app.screen.query_one(Input).has_class("-loading") and options.option_count:
            break
    return [str(options.get_option_at_index(n).prompt) for n in range(options.option_count)]


async def test_the_palette_has_every_page_every_deed_and_every_choice(
    opened: Opener, base: Content
) -> None:
    async with opened("nasa", content=base, scenario="cold_snap_2022", size=(120, 50)) as screen:
        await screen.to_desk()
        await screen.to("agenda")
        offered = {command.title for command in screen.app.get_system_commands(screen.app.screen)}
        assert offered >= {title for _key, _name, title in OTHERS}
        assert offered >= {"Undo", "Leave", "Settings", "Change a key", "Theme", "Go to a pane"}
        way, entry = next(
            (way, entry) for way, entry in choices(screen.desk.menus[0]) if len(way) == 2
        )
        await screen.keys("ctrl+p")
        assert isinstance(screen.app.screen, CommandPalette)
        found = await typed(screen, entry.row.text)
        assert any(entry.row.text in told and way[0].row.text in told for told in found)
        place = next(n for n, told in enumerate(found) if entry.row.text in told)
        await screen.keys(*["down"] * place, "enter")
        assert screen.at_desk() and screen.desk.entry == entry
        await screen.keys("escape", "escape")
        assert len(screen.desk.menus) == 1


async def test_help_tells_first_what_has_the_focus(opened: Opener) -> None:
    async with opened("nasa", size=WIDE) as screen:
        await screen.to_desk()
        await screen.keys("question_mark")
        assert "Here: the choices" in screen.text
        await screen.keys("escape")
        screen.desk.query(Gauge).first().focus()
        await screen.keys("question_mark")
        assert "Here: a figure" in screen.text and "why it moved" in screen.text
        await screen.keys("escape", "c", "question_mark")
        assert screen.shows(Keys) and "Here: a page" in screen.text


async def test_a_key_is_changed_on_the_settings_page_and_kept(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.to_desk()
        screen.app.show_settings()
        await screen.settle()
        await screen.keys("5", "/", *"undo", "enter")
        assert screen.shows(Press) and "It is u now" in screen.text
        await screen.keys("c")
        assert "can't both be on one key" in screen.text
        await screen.keys("enter")
        assert screen.shows(KeyList)
        await screen.keys("/", *"undo", "enter", "z")
        assert load_settings(settings_file()).keys == {"undo": "z"}
        await screen.keys("escape", "escape")
        assert "z undo" in screen.text and "u undo" not in screen.text
        await screen.keys("1", "1")
        taken = len(screen.play.session.decisions)
        assert taken
        await screen.to_desk()
        await screen.keys("z")
        assert len(screen.play.session.decisions) < taken
        screen.app.show_keys()
        await screen.settle()
        await screen.keys("/", *"undo", "enter", "u")
        assert json.loads(settings_file().read_text())["keys"] == {}


async def test_the_palette_closes_once_however_often_it_is_told_to(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "ctrl+p")
        palette = screen.app.screen
        assert isinstance(palette, CommandPalette)
        await screen.keys("s")  # what is found is drawn in the toolkit's own styles
        assert palette.get_component_styles("command-palette--highlight")
        for _ in range(3):
            palette.dismiss()
        await screen.settle()
        assert screen.at_desk()


async def test_the_palette_leafs_through_nothing_in_a_window_without_room(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "ctrl+p", "s")
        await screen.pilot.resize_terminal(2, 2)
        await screen.keys("pageup", "pagedown")
        assert isinstance(screen.app.screen, CommandPalette)
