"""A page that opens shows what is so now, or nothing: never what it showed last."""

from __future__ import annotations

from typing import Any

import pytest
from rich.console import RenderableType

from game.tui.screens.desk import Desk
from game.tui.screens.sheet import OTHERS, Sheet
from tests.tui.conftest import Opener, Screen

FRAME = set(" ─│╭╮╰╯━")
SCROLLBARS = str.maketrans("█▁▂▃▄▅▆▇", " " * 8)


def _words(lines: list[str]) -> list[str]:
    """Return the lines that hold more than frames, without their scroll bars."""
    bare = [line.translate(SCROLLBARS).rstrip() for line in lines]
    return [line for line in bare if not set(line) <= FRAME]


def _record(screen: Screen, monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, list[str]]]:
    """Keep what each painted frame showed, and of which screen."""
    frames: list[tuple[Any, list[str]]] = []
    paint = screen.app._display

    def painted(shown: Any, renderable: RenderableType | None) -> None:
        frames.append((screen.app.screen, _own(screen)))
        paint(shown, renderable)

    monkeypatch.setattr(screen.app, "_display", painted)
    return frames


def _own(screen: Screen) -> list[str]:
    """Return the lines of what lies on top, without what is seen beside it."""
    body = screen.app.screen.query(".sheet-body")
    columns = body.first().region.column_span if body else (0, screen.app.size.width)
    return [line[slice(*columns)] for line in screen.text.splitlines()]


async def _close(screen: Screen) -> None:
    while not isinstance(screen.app.screen, Desk):
        await screen.keys("escape")


@pytest.mark.parametrize(("letter", "name"), [(key, name) for key, name, _ in OTHERS])
async def test_a_page_s_first_frame_is_its_own_or_nothing(
    opened: Opener, monkeypatch: pytest.MonkeyPatch, letter: str, name: str
) -> None:
    async with opened("nasa", size=(100, 30)) as screen:
        await _close(screen)
        await screen.keys(letter)
        await _close(screen)
        state = screen.play.session.states[-1]
        state.figures = {p: max(0, v - 7) for p, v in state.figures.items()}
        screen.play._seen = None
        frames = _record(screen, monkeypatch)
        await screen.keys(letter)
        settled = _words(_own(screen))
        shown = [lines for top, lines in frames if isinstance(top, Sheet)]
        assert shown, name
        hints = settled[-1]
        for lines in shown:
            strange = [line for line in _words(lines) if line not in settled and line != hints]
            assert strange == [], f"{name}: {strange}"
