"""The page of settings: each row takes its next value, for now and for good; it greets once."""

from __future__ import annotations

from pathlib import Path

from game.saves.settings import load_settings, settings_file
from game.tui.screens.settings import SettingsPage
from game.tui.screens.title import Title
from tests.tui.conftest import STANDARD, Opener


async def test_each_row_takes_its_next_value_and_keeps_it(opened: Opener) -> None:
    async with opened() as screen:
        await screen.keys("6")
        assert screen.shows(SettingsPage)
        for row, (name, value) in enumerate(
            {
                "theme": "daylight",
                "scenes": "great",
                "animation": "none",
                "speech": "terse",
            }.items(),
            1,
        ):
            await screen.keys(str(row))
            assert getattr(load_settings(settings_file()), name) == value
        assert screen.app.theme == "daylight"
        assert screen.app.scenes == "great"
        assert screen.app.animation_level == "none"
        assert "Colours: daylight" in screen.text
        assert "Read out, line by line: little" in screen.text
        await screen.keys("7")
        assert screen.shows(Title)


async def test_a_language_can_be_chosen_where_there_is_more_than_one(
    opened: Opener, tmp_path: Path
) -> None:
    (tmp_path / "pack" / "languages").mkdir(parents=True)
    (tmp_path / "pack" / "languages" / "cs.po").write_text("", encoding="utf-8")
    async with opened(packs=(tmp_path / "pack",)) as screen:
        await screen.keys("6", "5", "5")
        assert "Language, from the next start: cs" in screen.text
        assert load_settings(settings_file()).language == "cs"


async def test_values_go_round(opened: Opener) -> None:
    async with opened() as screen:
        await screen.keys("6", "2", "2", "2")
        assert "Pages for turning points: all" in screen.text
        assert load_settings(settings_file()).scenes == "all"


async def test_who_has_never_set_anything_is_asked_once(opened: Opener) -> None:
    async with opened(greets=True) as screen:
        assert screen.shows(SettingsPage)
        assert "Before the first game" in screen.text
        before = settings_file().read_text(encoding="utf-8")
        await screen.keys("enter")
        assert screen.shows(Title)
        assert settings_file().read_text(encoding="utf-8") == before
    async with opened(greets=True) as screen:
        assert screen.shows(Title)


async def test_all_that_the_title_offers_fits_the_smallest_window(opened: Opener) -> None:
    async with opened(size=STANDARD) as screen:
        lines = screen.text.splitlines()
        assert any("9  Quit" in line or "9 Quit" in line for line in lines)
        assert any("O R B I T A L" in line for line in lines)
