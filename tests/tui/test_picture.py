"""The README's pictures: the recipe plays what it says, and a picture is the same each time."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest

from game.content.records import Content
from game.errors import UsageError
from game.tui.picture.__main__ import HOME, SIZES, TOLD
from game.tui.picture.drawing import Frame, Run, svg
from game.tui.picture.recipe import read
from game.tui.picture.taking import taken

ROOT = Path(__file__).parents[2] / HOME
SVG = "{http://www.w3.org/2000/svg}"
MINUTE = (50, 75)  # seconds


async def test_the_recipe_still_plays_the_same_decisions(base: Content) -> None:
    recipe = read(ROOT / "play.txt")
    found = await taken(recipe, base)
    assert found.decisions == recipe.decisions
    assert MINUTE[0] <= sum(frame.hold for frame in found.frames) <= MINUTE[1]
    assert all(len(frame.rows) == recipe.size[1] for frame in found.frames)
    drawn = svg(found.frames, recipe.size, TOLD)
    assert svg(found.frames, recipe.size, TOLD) == drawn
    assert len(ElementTree.fromstring(drawn).findall(f"{SVG}g")) == len(found.frames)
    assert "/tmp" not in drawn


def test_a_row_that_repeats_is_stored_once_and_frames_take_turns() -> None:
    row, other = (Run(0, "a <b>", "#ffffff", "#000000", True, False),), ()
    frames = [Frame((row, row), 1.0), Frame((row, other), 3.0)]
    drawn = svg(frames, (10, 2), "two")
    assert drawn.count("a&#160;&lt;b&gt;") == 1 and drawn.count('<use href="#r0"') == 3
    assert "25.000%{visibility:hidden}" in drawn and "4s steps" in drawn
    assert "@keyframes" not in svg(frames[:1], (10, 2), "one")


def test_the_pictures_are_there() -> None:
    for name in ("play.svg", *("desk-{}x{}.svg".format(*size) for size in SIZES)):
        title = ElementTree.fromstring((ROOT / name).read_text(encoding="utf-8"))[0]
        assert title.tag == f"{SVG}title" and title.text


def test_a_recipe_that_says_too_little_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "play.txt").write_text("chair: nasa\nseed: 7\n")
    with pytest.raises(UsageError, match="scenario, size"):
        read(tmp_path / "play.txt")
