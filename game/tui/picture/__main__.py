"""Takes the pictures of the README: `python -m game.tui.picture [DIRECTORY]`.

The recipe `play.txt` becomes `play.svg`, which moves; the desk as it begins becomes a still of each
size. The same recipe gives the same bytes.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from game.tui.picture.drawing import svg
from game.tui.picture.recipe import Recipe, Step, read
from game.tui.picture.taking import taken

HOME = Path("pictures")
SIZES = ((80, 24), (120, 36), (160, 50))
TOLD = "A minute of play: a card, what each choice would do, the agenda, an offer and its answer"
DESK = "The desk: what is asked, what each choice would do, what is in danger, the station"


async def take(home: Path) -> list[Path]:
    """Write all pictures to a directory and return their files."""
    recipe = read(home / "play.txt")
    made = {"play.svg": svg((await taken(recipe)).frames, recipe.size, TOLD)}
    for size in SIZES:
        frames = (await taken(still(recipe, size))).frames
        made["desk-{}x{}.svg".format(*size)] = svg(frames[-1:], size, DESK)
    for name, text in made.items():
        (home / name).write_text(text, encoding="utf-8")
    return [home / name for name in made]


def still(recipe: Recipe, size: tuple[int, int]) -> Recipe:
    """Return the recipe of the first desk that a game comes to, at another size."""
    return replace(recipe, size=size, steps=(Step(1, ("enter",) * 3),))


if __name__ == "__main__":
    for path in asyncio.run(take(Path(*sys.argv[1:]) if sys.argv[1:] else HOME)):
        print(f"{path} {path.stat().st_size}")
