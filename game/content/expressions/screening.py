"""What can be said of an expression's text before anything parses it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MAX_LENGTH = 500

_FOREIGN = re.compile(
    r"[^A-Za-z0-9_ \n.,()\[\]+\-*/%<>=!\"':]|(?<![a-z0-9_]):|:(?![a-z])"  # `pack:id` is a name
)
_RUN_TOGETHER = re.compile(r"(?<![A-Za-z0-9_])[0-9]+(?:\.[0-9]*|[A-Za-z_]\w*)")
_INSTEAD = {
    **dict.fromkeys("“”„‟«»", 'write straight quotes: "'),
    **dict.fromkeys("‘’‚´`", "write straight quotes: '"),
    **dict.fromkeys("–—−", "write -"),
    "&": "write and", "|": "write or", "×": "write *", "÷": "write //",
    "≥": "write >=", "≤": "write <=", "≠": "write !=",
}  # fmt: skip
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at an offset of an expression; `code` is a finding's."""

    code: str
    offset: int
    message: str
    hint: str = ""


def unfit(text: str) -> Problem | None:
    """Return why a text can't be an expression, before anything parses it."""
    if len(text) > MAX_LENGTH:
        return Problem("E034", 0, f"{len(text)} characters long; {MAX_LENGTH} is the limit")
    if not text.strip():
        return Problem("E030", 0, "an empty expression")
    foreign = _FOREIGN.search(text)
    if foreign:
        said, hint = f'"{foreign.group()}" has no meaning here', _INSTEAD.get(foreign.group(), "")
        return Problem("E033", foreign.start(), said, hint)
    together = _RUN_TOGETHER.search(text)
    if together:
        return Problem("E033", together.start(), f'"{together.group()}" is no whole number')
    return None


def parse_date(text: str) -> date | None:
    """Return the day of `YYYY-MM-DD`, or the first of `YYYY-MM`; None for anything else."""
    match = _DATE.fullmatch(text)
    if not match:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3] or 1))
    except ValueError:
        return None
