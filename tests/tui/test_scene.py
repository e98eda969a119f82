"""A scene over the game: it comes before the news, fits, and any key goes on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Content
from game.narration.scenes import Shown
from game.rules.endings import END_OF_TERM
from game.saves.settings import ANIMATION, load_settings
from game.text import cells
from game.tui.paint.moving import ORDERS, SECONDS, moving
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


@given(
    st.lists(st.text("ab─ ", max_size=9), min_size=1, max_size=5).map("\n".join),
    st.lists(st.text("xy ", max_size=9), min_size=1, max_size=5).map("\n".join),
    st.sampled_from(sorted(ORDERS)),
    st.floats(0, 1),
)
def test_a_drawing_that_moves_shows_each_cell_as_it_was_or_as_it_will_be(
    drawing: str, before: str, moves: str, share: float
) -> None:
    rows, old = drawing.split("\n"), before.split("\n")
    told = moving(drawing, before, moves, share).split("\n")
    assert len(told) == len(rows)
    for y, line in enumerate(told):
        was = (old[y] if y < len(old) else "").ljust(len(line))
        assert all(c in (a, b) for c, a, b in zip(line, rows[y].ljust(len(line)), was, strict=True))
    whole = moving(drawing, before, moves, 1).split("\n")
    assert [line.rstrip() for line in whole] == [line.rstrip() for line in rows]


@pytest.mark.parametrize("wish", ANIMATION)
async def test_a_hatch_opens_where_things_may_move(
    opened: Opener, monkeypatch: pytest.MonkeyPatch, wish: str
) -> None:
    monkeypatch.setattr("game.tui.screens.scene.SECONDS", 0.2)
    hatch = replace(DAWN, moves="opens", before="[ shut ]")
    async with opened("nasa", content=staged(hatch)) as screen:
        screen.app.want_animation(wish)
        frames: list[float] = []
        monkeypatch.setattr(SceneSheet, "_draw", _seen(frames, SceneSheet._draw))
        screen.app.simulate_key("enter")
        while not (frames and frames[-1] == 1):
            await screen.pilot.pause(0.01)
        assert (len(set(frames)) > 2) == (wish == "full")
        assert "[ dawn ]" in screen.text
        await screen.keys("space")
        assert screen.at_desk()
    assert SECONDS < 2


def _seen(frames: list[float], draw: Callable[[SceneSheet], None]) -> Callable[[SceneSheet], None]:
    def drawn(sheet: SceneSheet) -> None:
        frames.append(sheet.stands)
        draw(sheet)

    return drawn


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
            for share in (0.5, 1):
                rows = painted(told, width, height, share).plain.split("\n")
                assert len(rows) <= height, one.id
                assert max(map(cells.width, rows)) <= width, one.id
