"""Colours of words that can be read: pushed towards black or white until they stand out enough."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from textual.color import BLACK, WHITE, Color

LEAST = 4.5
GROUNDS = ("background", "surface", "panel")
"""What words stand on, apart from the row that is pointed at."""
WORDS = (
    "foreground", "text-primary", "text-secondary", "text-accent", "text-success", "text-warning",
    "text-error",
)  # fmt: skip
CURSOR = ("block-cursor-background", "block-cursor-foreground")
MUTED = ("text-muted", "text-disabled", "foreground-muted", "foreground-disabled")
STANDS_BACK = 0.4  # how far a muted word fades into what it stands on, if that can be read
STEPS = 50
ROOM = 2  # how many times the least a ground leaves to black or white, so that hues stay apart
TOWARDS = 0.1  # how far a ground that leaves less is drawn towards the background, again and again


def contrast(one: Color, other: Color) -> float:
    """Return the ratio of two colours' luminance, from 1 to 21, as WCAG 2 counts it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(color: Color, grounds: Sequence[Color], least: float = LEAST) -> Color:
    """Return the nearest colour on the way to black or white that is readable on all grounds."""
    end = _end(grounds)
    for step in range(STEPS + 1):
        tried = color.blend(end, step / STEPS, alpha=1)
        if all(contrast(tried, ground) >= least for ground in grounds):
            return tried
    return end


def greyed(variables: Mapping[str, str]) -> dict[str, str]:
    """Return a theme's variables as greys, as they come out where no colours are wanted."""
    named = {name: variables[name] for name in (*WORDS, *GROUNDS, *CURSOR)}
    greys = {
        name: told if told.startswith("auto") else Color.parse(told).monochrome.hex
        for name, told in named.items()
    }
    return {**variables, **greys}


def derived(variables: Mapping[str, str], least: float = LEAST) -> dict[str, str]:
    """Return a theme's variables with every colour of words readable on what words stand on.

    A theme in the terminal's own colours keeps them: how they look, the terminal says; what stands
    back there only isn't bold.
    """
    background = Color.parse(variables["background"])
    if background.ansi is not None:
        return {**variables, **dict.fromkeys(MUTED, "ansi_default")}
    grounds = _grounds(variables, background, least)
    inks = {name: readable(Color.parse(variables[name]), grounds, least) for name in WORDS}
    faded = inks["foreground"].blend(background, STANDS_BACK)
    inks |= dict.fromkeys(MUTED, readable(faded, grounds, least))
    inks |= dict(zip(GROUNDS, grounds, strict=True))
    told = {name: color.hex for name, color in inks.items()}
    return {**variables, **told, **_cursor(variables, least)}


def _grounds(variables: Mapping[str, str], background: Color, least: float) -> list[Color]:
    """Return what words stand on, drawn towards the background where hues would go grey on it."""
    end = _end([background])
    found = []
    for name in GROUNDS:
        ground = Color.parse(variables[name])
        while contrast(ground, end) < min(least * ROOM, contrast(background, end)):
            ground = ground.blend(background, TOWARDS, alpha=1)
        found.append(ground)
    return found


def _cursor(variables: Mapping[str, str], least: float) -> dict[str, str]:
    """Return the colours of the row that is pointed at, as they are where that can be read."""
    ground, wanted = Color.parse(variables[CURSOR[0]]), variables[CURSOR[1]]
    ink = _end([ground]) if wanted.startswith("auto") else Color.parse(wanted)
    if contrast(ink, ground) < least:
        ink = _end([ground])
        ground = readable(ground, [ink], least)
    return {CURSOR[0]: ground.hex, CURSOR[1]: ink.hex}


def _end(grounds: Sequence[Color]) -> Color:
    """Return black or white, whichever can be read better on all grounds."""
    return max((BLACK, WHITE), key=lambda end: min(contrast(end, ground) for ground in grounds))


@cache
def _part(share: int) -> float:
    part = share / 255
    return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4


def _luminance(color: Color) -> float:
    red, green, blue = (_part(part) for part in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
