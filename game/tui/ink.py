"""How things are drawn with characters: bars, arrows, headings, columns. Never colour alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from textual.content import Content

from game.text import cells

FULL, EMPTY = "━", "·"
RISING = "▁▂▃▄▅▆▇█"
DANGER = "!"
LEAST_SPAN = 0.2  # of its scale: what moves by less looks level
GOOD, BAD, BOLD, LOUD = "$text-success", "$text-error", "bold", "bold $text-accent"
DIM = "$text-muted"  # a colour that can be read in every theme; what "dim" is, terminals disagree
HEADING = "bold $text-primary"


def bar(share: float, width: int) -> str:
    """Return a bar of so many cells, filled to a share from 0 to 1."""
    filled = round(max(0.0, min(1.0, share)) * width)
    return FULL * filled + EMPTY * (width - filled)


def scale(share: float, limits: Iterable[float], width: int) -> str:
    """Return a bar on which it is marked from where on there is danger."""
    drawn = list(bar(share, width))
    for limit in limits:
        if 0 <= limit <= 1 and width:
            drawn[min(width - 1, int(limit * width))] = DANGER
    return "".join(drawn)


def spark(shares: Sequence[float], past: Sequence[bool], width: int) -> str:
    """Return the latest of some shares of a scale as a line, those in danger marked."""
    latest, marked = shares[-width:] if width else (), past[-width:] if width else ()
    if not latest:
        return ""
    low, high = min(latest), max(latest)
    span = max(high - low, LEAST_SPAN)
    low = max(0.0, min(low - (span - (high - low)) / 2, 1 - span))
    top = len(RISING) - 1
    steps = (max(0, min(top, round((share - low) / span * top))) for share in latest)
    return "".join(DANGER if bad else RISING[step] for step, bad in zip(steps, marked, strict=True))


def arrow(amount: int) -> str:
    """Return which way a figure moved: `^`, `v` or `=`."""
    return "^" if amount > 0 else "v" if amount < 0 else "="


def move(amount: str) -> str:
    """Return a signed amount as a move: `+3` as `^3`, `-20 M` as `v20 M`."""
    return amount.replace("+", "^", 1).replace("-", "v", 1)


def tone(good: bool | None) -> str:
    """Return the style of good news, bad news, or neither."""
    return "" if good is None else GOOD if good else BAD


def lines(parts: Iterable[Content | str]) -> Content:
    """Return lines as one text."""
    return Content("\n").join([Content(p) if isinstance(p, str) else p for p in parts])


def heading(text: str) -> Content:
    """Return a heading line."""
    return Content.styled(text, HEADING)


def dim(text: str) -> Content:
    """Return text that stands back."""
    return Content.styled(text, DIM)


def marked(text: str, part: str, style: str) -> Content:
    """Return text of which a part, wherever a language puts it, has a style."""
    place = text.rfind(part)
    told = Content(text)
    return told.stylize(style, place, place + len(part)) if place >= 0 and style else told


def pair(left: str, right: str, width: int, style: str = "") -> Content:
    """Return a line with one thing at each end; what is too long at the left is wrapped."""
    indent = " " * (len(left) - len(left.lstrip()) + 1)
    room = max(8, width - cells.width(right) - 1)
    pieces = cells.wrap(left, room, later=indent) or [""]
    first = "".join(f"{piece}\n" for piece in pieces[:-1])
    return Content.assemble(f"{first}{cells.pad(pieces[-1], room)} ", (right, style))


def beside(left: Content, right: Content, width: int, gap: int = 4) -> Content:
    """Return two texts side by side, each in a column of a width."""
    ones, others = left.split("\n"), right.split("\n")
    rows = []
    for n in range(max(len(ones), len(others))):
        one = ones[n] if n < len(ones) else Content("")
        other = others[n] if n < len(others) else Content("")
        rows.append(Content.assemble(one.pad_right(width - one.cell_length + gap), other))
    return lines(rows)


def flow(text: str) -> str:
    """Return prose with its paragraphs unbroken: how wide a line is, the screen decides."""
    paragraphs = text.strip().split("\n\n")
    return "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)


def bullet(text: str, width: int, mark: str = "- ") -> Content:
    """Return a point of a list, wrapped with a hanging indent."""
    room = max(10, width - cells.width(mark))
    pieces = cells.wrap(text, room) or [""]
    return Content(f"\n{' ' * cells.width(mark)}".join([mark + pieces[0], *pieces[1:]]))


def path(text: str, width: int) -> str:
    """Return the path of a file, broken at its separators where it is wider than a line."""
    rows = [""]
    for piece in re.findall(r"[^/\\]*[/\\]|[^/\\]+", text):
        if rows[-1] and cells.width(rows[-1] + piece) > width:
            rows.append("")
        *whole, last = cells.wrap(piece, max(1, width)) or [""]
        rows[-1:] = [*whole, last] if whole else [rows[-1] + piece]
    return "\n".join(rows)
