"""Where the panes of the game screen lie: one plan for every size, made of what each would take.

Rows go first to the question, then to what it would do, then to what else there is; a pane with
nothing to show gives its rows away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from textual.geometry import Region, Size

SIDED = 110  # columns from which instruments stand beside the question
BROAD = 150  # columns from which they have more room
SIDE, BROAD_SIDE = 46, 54
OPEN = (100, 30)  # columns and rows from which all choices are compared beside the question
SPLITS = (7 / 12, 5 / 8, 2 / 3)  # of the width that choices may take beside a preview

MAIN = ("brief", "choices", "preview", "advice", "lately")
"""The panes of the middle, from the top down."""
BAND = ("choices", "preview")
INSTRUMENTS = ("station", "coming", "trust", "tension", "aboard")
"""The panes at the side, from the top down and in order of importance."""
SHELF = ("trust", "tension")
"""Those that stand beside what choices would do where there is no side for all."""
LEAST = {
    "choices": 5, "brief": 5, "preview": 6, "advice": 2, "lately": 2, "station": 13, "coming": 10,
    "trust": 4, "tension": 3, "aboard": 4,
}  # fmt: skip
"""In order of importance: how many rows, its rule counted, a pane has before others have more."""
ROOMY = {"choices": 12, "brief": 12, "lately": LEAST["lately"], "advice": LEAST["advice"]}
"""Rows that a pane has at most before the rest has had what it would take."""
AMPLE = 8  # rows at the side that do for what just happened
GROWING = ("choices", "preview")
"""What takes rows that nobody wants, the last that is there."""

Heights = Callable[[str, int], int]
"""Returns how many rows a pane would take at a width, its rule counted; nothing: it isn't there."""


@dataclass(frozen=True, slots=True)
class Want:
    """How many rows a pane has to have, and how many it would take."""

    least: int
    most: int


def share(room: int, wants: Sequence[Want]) -> list[int]:
    """Return how many rows each has, the most important first.

    Each has its least, as long as there is room for it; then each has what it would take.
    """
    given: list[int] = []
    for want in wants:
        rows = min(want.least, want.most)
        given.append(rows if rows <= room - sum(given) else 0)
    return filled(room, given, [want.most for want in wants])


def filled(room: int, given: Sequence[int], most: Sequence[int]) -> list[int]:
    """Return rows once those that have some take more, up to their most, in order."""
    left, rows = room - sum(given), []
    for had, wanted in zip(given, most, strict=True):
        more = max(0, min(left, wanted - had)) if had else 0
        rows.append(had + more)
        left -= more
    return rows


def folded(size: Size) -> bool:
    """Return whether a screen shows what one choice would do, and the comparison by a key."""
    return size.width < OPEN[0] or size.height < OPEN[1]


def side_width(width: int) -> int:
    """Return how many columns the instruments have."""
    return 0 if width < SIDED else BROAD_SIDE if width >= BROAD else SIDE


def between(size: Size) -> Sequence[int]:
    """Return the widths that what choices would do may have, where there are several."""
    return () if folded(size) or side_width(size.width) else (size.width - SIDE, size.width)


def planned(
    size: Size,
    heights: Heights,
    banded: bool,
    fits: Callable[[str, int], bool] = lambda name, width: True,
) -> Mapping[str, Region]:
    """Return where each pane lies; where it is `banded`, the preview stands beside the choices.

    `fits` says whether a pane can show all of itself at a width.
    """
    side = side_width(size.width)
    main = size.width - side
    if banded:
        right = _column(main, side, size.height, INSTRUMENTS, heights) if side else {}
        return dict(_banded(main, size.height, heights)) | right
    if not side:
        return _shelved(main, size.height, heights, fits)
    moved = _moved(main, side, size.height, heights)
    middle: tuple[str, ...] = (*MAIN[:-1], *moved, MAIN[-1])
    beside: tuple[str, ...] = tuple(name for name in INSTRUMENTS if name not in moved)
    if _lacking(main, size.height, middle, heights) > 0 and _has_room(
        side, size.height, beside, heights, MAIN[-1]
    ):
        middle, beside = middle[:-1], (*beside, MAIN[-1])
    left = _column(0, main, size.height, middle, heights)
    return left | _column(main, side, size.height, beside, heights)


def _lacking(width: int, height: int, names: Sequence[str], heights: Heights) -> int:
    """Return how many rows more panes would take than there are."""
    return sum(heights(name, width) for name in names) - height


def _has_room(width: int, height: int, names: Sequence[str], heights: Heights, pane: str) -> bool:
    """Return whether a column of panes has room for one more, or for much of it."""
    return 0 < min(AMPLE, heights(pane, width)) <= -_lacking(width, height, names, heights)


def _shelved(
    width: int, height: int, heights: Heights, fits: Callable[[str, int], bool]
) -> dict[str, Region]:
    """Return one column, with instruments beside what choices would do where that leaves room."""
    left = width - SIDE

    def taken(name: str, full: int) -> int:
        return heights(name, left if name == "preview" else full)

    lacks = _lacking(width, height, MAIN, taken)
    found = _column(0, width, height, MAIN, taken)
    preview = found["preview"]
    if (
        not all(heights(name, SIDE) for name in SHELF[:1])
        or not fits("preview", left)
        or lacks > max(0, _lacking(width, height, MAIN, heights))
        or preview.height < LEAST[SHELF[0]]
    ):
        return _column(0, width, height, MAIN, heights)
    column = _column(left, SIDE, preview.height, SHELF, heights)
    beside = {name: region.translate((0, preview.y)) for name, region in column.items()}
    return found | {"preview": preview.split_vertical(left)[0]} | beside


def _moved(main: int, side: int, height: int, heights: Heights) -> tuple[str, ...]:
    """Return the instruments that the side has no room for and the middle has, the last first."""
    spare = height - sum(heights(name, main) for name in MAIN)
    over = sum(heights(name, side) for name in INSTRUMENTS) - height
    moved = []
    for name in reversed(INSTRUMENTS):
        rows = heights(name, side)
        if over > 0 and 0 < rows <= spare:
            moved.append(name)
            spare -= rows
            over -= rows
    return tuple(reversed(moved))


def _banded(width: int, height: int, heights: Heights) -> Iterator[tuple[str, Region]]:
    """Yield the panes with the preview beside the choices.

    What the preview takes more than they do counts as its own, and comes after the question.
    """
    first = min((round(width * part) for part in SPLITS), key=lambda w: _band(w, heights))
    own = heights("choices", first)
    more = max(0, min(heights("preview", width - first), max(LEAST["preview"], own)) - own)

    both = {"choices": own, "preview": more}

    def taken(name: str, width: int) -> int:
        return both[name] if name in both else heights(name, width)

    found = _column(0, width, height, MAIN, taken, {**LEAST, "preview": 1})
    rows = sum(found[name].height for name in BAND)
    yield from ((name, region) for name, region in found.items() if name not in BAND)
    yield "choices", Region(0, found["choices"].y, first, rows)
    yield "preview", Region(first, found["choices"].y, width - first, rows)


def _band(width: int, heights: Heights) -> int:
    """Return how many rows the choices and the preview beside them take at the choices' width."""
    return max(LEAST["preview"], heights("choices", width))


def _column(
    x: int,
    width: int,
    height: int,
    names: Sequence[str],
    heights: Heights,
    least: Mapping[str, int] = MappingProxyType(LEAST),
) -> dict[str, Region]:
    """Return panes one above the other; what is left over goes to what grows, or to the last."""
    ranked = [name for name in least if name in names]
    most = [heights(name, width) for name in ranked]
    held = [Want(least[n], min(m, ROOMY.get(n, m))) for n, m in zip(ranked, most, strict=True)]
    rows = dict(zip(ranked, filled(height, share(height, held), most), strict=True))
    there = [name for name in (*reversed(names), *GROWING) if rows.get(name)]
    grows = there[-1] if there and there[-1] in GROWING else next(iter(there), names[0])
    rows[grows] += height - sum(rows.values())
    found: dict[str, Region] = {}
    y = 0
    for name in names:
        found[name] = Region(x, y, width, rows[name])
        y += rows[name]
    return found
