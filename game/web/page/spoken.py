"""What is painted for the eye, as lines to be read out: without drawings, columns and wrapping."""

from __future__ import annotations

import re

DRAWN = re.compile("[\u2190-\u21ff\u2500-\u25ff]+|\u00b7{2,}|(?<=  )\u00b7(?=  )")
"""Arrows, boxes, blocks and dots: what a drawing is made of, and nobody can say."""
MARKS = re.compile(r"(?<=\w) [\^v=](?=[ ;]|$)|(;? -)+$|^[!-] +")
"""Which way a figure moves, which the figures tell; what leads or ends a line."""
UP, DOWN = re.compile(r"(?<= )\^(?=[\d.])"), re.compile(r"(?<= )v(?=[\d.])")
GAP = re.compile(r"\s{2,}")
BULLET = "- "


def spoken(text: str) -> tuple[str, ...]:
    """Return a text's lines; what hangs below one goes with it, columns are parted by `;`."""
    found: list[str] = []
    hangs = ends = False  # whether a line can go on, and whether the one before is its heading
    for line in text.split("\n"):
        told = _told(line)
        if told and hangs and (line.startswith("  ") or _is_quoting(found[-1])):
            found[-1] += (". " if ends and _begins(found[-1], told) else " ") + told
            ends = False
        elif told:
            found.append(told)
            ends = not line.lstrip().startswith(BULLET)
        hangs = bool(told)
    return tuple(found)


def _told(line: str) -> str:
    """Return a line without what can't be said; nothing where no word is left."""
    told = GAP.sub("; ", DRAWN.sub("  ", line).strip())
    told = DOWN.sub("-", UP.sub("+", MARKS.sub("", told))).replace(" > ", " \u2192 ").strip()
    return told if any(map(str.isalnum, told)) else ""


def _begins(above: str, told: str) -> bool:
    """Return whether a sentence begins below a heading."""
    return above[-1].isalnum() and told[0].isupper() and not _is_quoting(above)


def _is_quoting(line: str) -> bool:
    """Return whether a line ends before what it quotes does."""
    return line.count("\u201c") > line.count("\u201d")
