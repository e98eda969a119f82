"""Several things told as one list, as a language joins them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.text.language import pgettext


def listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: `one, two and three`."""
    if len(names) < 2:
        return "".join(names)
    before = comma_listed(names[:-1])
    return pgettext("list", "{several} and {last}", several=before, last=names[-1])


def comma_listed(names: Iterable[str]) -> str:
    """Return names with commas between."""
    return pgettext("between items of a list", ", ").join(names)


def parted(clauses: Iterable[str]) -> str:
    """Return clauses that have commas of their own, parted by a stronger sign."""
    return pgettext("between clauses of a list", "; ").join(clauses)
