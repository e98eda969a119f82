"""Frames of the screen as one SVG: each row that repeats is stored once, the frames take turns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.strip import Strip

from game.text import cells

CELL, LINE, BASE, MARGIN = 8.4, 17, 13, 8  # pixels: a cell, a row, a row's base, around it all
INK, GROUND = "#d6dbe5", "#0b1020"  # where nothing is said
FONT = (
    "text{font:14px 'DejaVu Sans Mono',Menlo,Consolas,'Liberation Mono',monospace;white-space:pre}"
    ".B{font-weight:bold}.I{font-style:italic}"
)
STILL = "@media (prefers-reduced-motion:reduce){.k{animation:none}.k0{visibility:visible}}"


@dataclass(frozen=True, slots=True)
class Run:
    """Letters of one look: where they begin, in cells, what they are, and their colours."""

    at: int
    text: str
    ink: str
    ground: str
    bold: bool
    italic: bool


Row = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """The rows of a screen, and how long they are shown, in seconds."""

    rows: tuple[Row, ...]
    hold: float


def rows_of(app: App[None]) -> tuple[Row, ...]:
    """Return what stands on the screen."""
    return tuple(tuple(_runs(strip)) for strip in app.screen._compositor.render_strips(app.size))


def _runs(strip: Strip) -> Iterator[Run]:
    at = 0
    for text, style, control in Segment.simplify(strip):
        if not control:
            ink, ground = _colours(style)
            bold, italic = bool(style and style.bold), bool(style and style.italic)
            yield Run(at, text, ink, ground, bold, italic)
            at += cells.width(text)


def _colours(style: Style | None) -> tuple[str, str]:
    ink, ground = INK, GROUND
    if style is not None and style.color is not None:
        ink = style.color.get_truecolor().hex
    if style is not None and style.bgcolor is not None and not style.bgcolor.is_default:
        ground = style.bgcolor.get_truecolor(foreground=False).hex
    return (ground, ink) if style is not None and style.reverse else (ink, ground)


@dataclass(slots=True)
class Sheet:
    """What all frames share: rows that are stored once, and names for colours."""

    back: str
    rows: dict[Row, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)
    stored: list[str] = field(default_factory=list)

    def named(self, row: Row) -> str:
        """Return the name under which a row is stored."""
        if row not in self.rows:
            self.rows[row] = f"r{len(self.rows)}"
            drawn = "".join((*self._grounds(row), *self._letters(row)))
            self.stored.append(f'<g id="{self.rows[row]}">{drawn}</g>')
        return self.rows[row]

    def _colour(self, colour: str) -> str:
        return self.colours.setdefault(colour, f"c{len(self.colours)}")

    def _grounds(self, row: Row) -> Iterator[str]:
        for run in row:
            if run.ground != self.back:
                wide = f'x="{run.at * CELL:g}" width="{cells.width(run.text) * CELL + 0.3:g}"'
                yield f'<rect {wide} height="{LINE}" class="{self._colour(run.ground)}"/>'

    def _letters(self, row: Row) -> Iterator[str]:
        for run in row:
            told = run.text.strip()
            if told:
                at = run.at + cells.width(run.text) - cells.width(run.text.lstrip())
                place = f'x="{at * CELL:g}" y="{BASE}" textLength="{cells.width(told) * CELL:g}"'
                look = self._colour(run.ink) + " B" * run.bold + " I" * run.italic
                shown = escape(told, quote=False).replace(" ", "&#160;")
                yield f'<text {place} class="{look}">{shown}</text>'


def svg(frames: Sequence[Frame], size: tuple[int, int], told: str) -> str:
    """Return frames of a size in cells as a picture; `told` says what it shows."""
    width, height = size[0] * CELL + 2 * MARGIN, size[1] * LINE + 2 * MARGIN
    sheet = Sheet(_background(frames))
    shown = [_shown(sheet, frame, place) for place, frame in enumerate(frames)]
    fills = "".join(f".{name}{{fill:{colour}}}" for colour, name in sheet.colours.items())
    moves = "".join(_moves(frames)) if len(frames) > 1 else ""
    box = f'viewBox="{-MARGIN} {-MARGIN} {width:g} {height:g}" width="{width:g}"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {box}><title>{escape(told)}</title>\n'
        f"<style>{FONT}{fills}{moves}</style>\n"
        f'<rect x="{-MARGIN}" y="{-MARGIN}" width="{width:g}" height="{height:g}" rx="6" '
        f'fill="{sheet.back}"/>\n'
        f"<defs>{chr(10).join(sheet.stored)}</defs>\n{chr(10).join(shown)}\n</svg>\n"
    )


def _background(frames: Iterable[Frame]) -> str:
    """Return the colour that most cells stand on."""
    counted = Counter[str]()
    for frame in frames:
        for run in (run for row in frame.rows for run in row):
            counted[run.ground] += len(run.text)
    return counted.most_common(1)[0][0]


def _shown(sheet: Sheet, frame: Frame, place: int) -> str:
    used = "".join(
        f'<use href="#{sheet.named(row)}" y="{n * LINE}"/>'
        for n, row in enumerate(frame.rows)
        if any(run.text.strip() or run.ground != sheet.back for run in row)
    )
    return f'<g class="k k{place}">{used}</g>'


def _moves(frames: Sequence[Frame]) -> Iterator[str]:
    """Yield the rules by which the frames take turns, each for its time, without end."""
    total, begun = sum(frame.hold for frame in frames), 0.0
    yield f".k{{visibility:hidden;animation:{total:g}s steps(1,end) infinite}}"
    for place, frame in enumerate(frames):
        start, end = 100 * begun / total, 100 * (begun + frame.hold) / total
        before = "" if place == 0 else "0%{visibility:hidden}"
        after = "" if place == len(frames) - 1 else f"{end:.3f}%{{visibility:hidden}}"
        shown = f"{start:.3f}%{{visibility:visible}}"
        yield f"@keyframes k{place}{{{before}{shown}{after}}}.k{place}{{animation-name:k{place}}}"
        begun += frame.hold
    yield STILL
