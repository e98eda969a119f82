"""What a saved game may be called: so that every system can keep it, and every terminal show it."""

from __future__ import annotations

from pathlib import Path

from game.errors import SaveError
from game.text.inert import one_line
from game.text.language import _

MOST = 200
"""Bytes of UTF-8 in a name; file systems allow 255 with what is put round it."""
MOST_NEW = 100
FOREIGN = frozenset('<>:"|?*/\\')
DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)


def check_name(name: str) -> None:
    """Raise SaveError for what names no file of the directory of saves."""
    if not name or Path(name).name != name or name.startswith(".") or "\0" in name:
        told = _("{name} can't be the name of a save; use letters, digits and -.", name=_told(name))
        raise SaveError(told)
    _check_length(name, MOST)


def _check_length(name: str, most: int) -> None:
    if len(name.encode("utf-8", "surrogatepass")) > most:
        raise SaveError(
            _(
                "{name} is too long for a save's name; take at most {most} letters.",
                name=_told(name),
                most=MOST_NEW,
            )
        )


def check_new_name(name: str) -> None:
    """Raise SaveError for what a new game can't be called, here or on another system."""
    check_name(name)
    _check_length(name, MOST_NEW)
    awkward = name != name.strip() or name.endswith(".") or not name.isprintable()
    if awkward or FOREIGN & set(name) or name.partition(".")[0].lower() in DEVICES:
        raise SaveError(
            _(
                "{name} can't be the name of a new save on every system; use letters, digits, - "
                "and _.",
                name=_told(name),
            )
        )


def _told(name: str) -> str:
    """Return a name in quotes as a message shows it, a long one cut short."""
    return f"'{one_line(name if len(name) <= 60 else f'{name[:59]}…')}'"
