"""The nearest known word to one that isn't known, for `did you mean`."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `did you mean "…"?` for the nearest known word, or nothing."""
    near = get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"?' if near else ""


def no_such(what: str, name: str, known: Iterable[str]) -> str:
    """Return what is said of a name that nothing bears: the nearest one, and all there are."""
    names = tuple(known)
    guess = did_you_mean(name, names)
    said = f"There is no {what} {name!r}{'; ' + guess if guess else '.'}"
    return f"{said} Choose from: {', '.join(names)}."
