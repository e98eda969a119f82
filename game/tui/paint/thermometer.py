"""Tension as a thermometer: where it stands, where it settles and why, what a choice would do."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from game.narration.compared import STILL, moves_of
from game.narration.figures import figure_title, figure_words, scale_of
from game.narration.resting import settling
from game.rules.preview import Preview
from game.rules.resting import rest
from game.text import cells
from game.text.language import _
from game.tui import ink
from game.tui.play import Play

PATH = "tension"
FULL, EMPTY, REST, LINE, GHOST = "━", "·", "┃", "!", "o"
CAUSES = 4


def thermometer(
    play: Play, width: int, foreseen: Preview | None = None, most: int = CAUSES
) -> Content:
    """Return the scale with its marks, what they mean, and what pulls `most` where it settles."""
    ghost = _ghost(play, foreseen)
    key = ("thermometer", play.content, play.me, width, ghost, most)
    return play.seen.once(key, lambda: _drawn(play, width, ghost, most))


def _drawn(play: Play, width: int, ghost: int | None, most: int) -> Content:
    now = play.seen.figures[PATH]
    marks = [(limit, LINE) for limit in _limits(play)]
    resting = rest(play.index, play.seen, PATH)
    marks += [(resting, REST)] + ([(ghost, GHOST)] if ghost is not None else [])
    lines = [_scale(play, now, marks, width)]
    lines += [Content(text) for text in cells.wrap(_key(play, now, resting, ghost), width)]
    return ink.lines([*lines, *_causes(play, width, most)])


def _limits(play: Play) -> Iterator[int]:
    """Yield from where on tension is in danger."""
    for line in figure_words(play.content, PATH).danger:
        yield line.above if line.above is not None else line.below or 0


def _ghost(play: Play, foreseen: Preview | None) -> int | None:
    """Return what the choice pointed at would bring it to by its odds; nothing where none is."""
    if foreseen is None:
        return None
    move = moves_of(foreseen.branches).get(PATH, STILL)
    return play.seen.figures[PATH] + round(move.mean)


def _scale(play: Play, now: int, marks: list[tuple[int, str]], width: int) -> Content:
    low, high = scale_of(play.content, PATH)
    numbers = f"{low} ", f" {high}"
    room = max(4, width - sum(map(cells.width, numbers)))

    def column(value: int) -> int:
        return min(room - 1, max(0, (value - low) * room // max(1, high - low)))

    row = [FULL if n <= column(now) else EMPTY for n in range(room)]
    for value, mark in marks:
        row[column(value)] = mark
    return Content.assemble(numbers[0], ("".join(row), "$text-primary"), numbers[1])


def _key(play: Play, now: int, resting: int, ghost: int | None) -> str:
    """Return the marks in words: today, at rest, in danger, after the choice pointed at."""
    told = [_("now {value}", value=now), _("{mark} settles at {value}", mark=REST, value=resting)]
    told += [_("{mark} danger {value}", mark=LINE, value=limit) for limit in _limits(play)]
    if ghost is not None:
        told.append(_("{mark} with this choice {value}", mark=GHOST, value=ghost))
    return "  ".join(told)


def _causes(play: Play, width: int, most: int) -> Iterator[Content]:
    """Yield what pulls at it most."""
    _told, pulls = settling(play.index, play.seen, PATH)
    for name, points in sorted(pulls, key=lambda pull: -abs(pull[1]))[:most]:
        yield ink.pair(f"  {name}", f"{points:+d}", width)


def titled(play: Play) -> str:
    """Return what the pane is called: the figure with how far it has moved this turn."""
    now = play.seen.figures[PATH]
    by = now - play.opening.get(PATH, now)
    name = figure_title(play.content, PATH, play.me)
    return f"{name} {now} {ink.arrow(by)}{abs(by) if by else ''}"
