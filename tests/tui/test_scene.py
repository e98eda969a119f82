"""A scene over the game: it comes before the news, fits, and any key goes on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.records import Content
from game.narration.scenes import Shown
from game.rules.endings import END_OF_TERM
from game.saves.settings import load_settings
from game.text import cells
from game.tui.screens.pages import News
from game.tui.screens.scene import SceneSheet, painted
from tests.staged import MORNING, scene, staged
from tests.tui.conftest import CONTENT, Opener, short

DAWN = scene("dawn", "event", MORNING, great=True)


@pytest.mark.parametrize("key", ["space", "enter", "x", "q", "escape", "c"])
async def test_any_key_goes_on(opened: Opener, key: str) -> None:
    async with opened("nasa", content=staged(DAWN)) as screen:
        assert screen.shows(News)
        await screen.keys("enter")
        assert screen.shows(SceneSheet)
        assert "[ dawn ]" in screen.text and "It is dawn." in screen.text
        assert "Tension +4" in screen.text
        await screen.keys(key)
        assert screen.at_desk()


async def test_the_end_is_shown_before_its_page(opened: Opener) -> None:
    last = next(iter(CONTENT.endings.values()))
    endings = {END_OF_TERM: replace(last, id=END_OF_TERM)}
    content = staged(scene("last", "ending"), content=replace(short(1), endings=endings))
    async with opened("nasa", content=content) as screen:
        await screen.to_desk()
        while not screen.play.session.over:
            if screen.play.others_turn:
                screen.play.others(lambda: True)
            else:
                screen.play.decide(screen.idle())
        screen.desk.go_on()
        await screen.settle()
        assert screen.shows(News)
        await screen.keys("enter")
        assert screen.shows(SceneSheet)


@pytest.mark.parametrize("page", ["n", "h"])
async def test_a_scene_is_shown_again_from_the_news_and_from_the_chronicle(
    opened: Opener, page: str
) -> None:
    async with opened("nasa", content=staged(DAWN), size=(120, 36)) as screen:
        await screen.to_desk()
        await screen.keys(page)
        assert "1 dawn." in screen.text and "scene again" in screen.text
        await screen.keys("2")
        assert not screen.shows(SceneSheet)
        await screen.keys("1")
        assert screen.shows(SceneSheet)
        assert "[ dawn ]" in screen.text and "Tension +4" in screen.text
        await screen.keys("space")
        assert "1 dawn." in screen.text


async def test_none_are_shown_to_whoever_wants_none(opened: Opener) -> None:
    async with opened("nasa", content=staged(DAWN, scene("answer", "choice"))) as screen:
        await screen.to_desk()
        screen.app.want_scenes("none")
        await screen.to("agenda")
        assert not screen.shows(SceneSheet)
        assert load_settings(screen.app.settings_path).scenes == "none"


@pytest.mark.parametrize(("width", "height"), [(78, 21), (98, 27), (158, 47)])
def test_every_scene_fits_the_smallest_screen(base: Content, width: int, height: int) -> None:
    moved = ("Tension -8", "Roscosmos's trust in you +3", "National security -10") * 6
    for one in base.scenes.values():
        for variant in one.text:
            told = Shown(one, one.speaker, " ".join(variant.text.split()), moved)
            rows = painted(told, width, height).plain.split("\n")
            assert len(rows) <= height, one.id
            assert max(map(cells.width, rows)) <= width, one.id
