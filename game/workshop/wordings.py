"""Where in an event its wordings stand, and which one is told as things stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.records import Desk, Prose
from game.rules.state import State
from game.rules.wording import variant

Loc = tuple[str | int, ...]
"""Where in an object something stands, by keys as content writes them."""


def choice_at(chair: str, n: int) -> Loc:
    """Return where a desk's choice stands."""
    return ("desks", chair, "choices", n)


def told_at(state: State, prose: Prose, chair: str, loc: Loc) -> Loc | None:
    """Return where the wording stands that is told now, of prose that stands at a place."""
    found = variant(state, prose, chair)
    if found is None:
        return None
    n = next(n for n, one in enumerate(prose) if one is found)
    return _place(loc, prose, n)


def wordings(desks: Iterable[Desk]) -> Iterator[tuple[Loc, str]]:
    """Yield every wording of some desks, with its place: cards, outcomes, results."""
    for desk in desks:
        yield from _each(("desks", desk.chair, "text"), desk.text)
        for n, choice in enumerate(desk.choices):
            at = choice_at(desk.chair, n)
            yield from _each((*at, "result"), choice.result)
            for m, outcome in enumerate(choice.outcomes):
                yield from _each((*at, "outcomes", m, "text"), outcome.variants)


def _each(loc: Loc, prose: Prose) -> Iterator[tuple[Loc, str]]:
    for n, one in enumerate(prose):
        yield _place(loc, prose, n), one.text


def _place(loc: Loc, prose: Prose, n: int) -> Loc:
    """Return where one wording of several stands; of a single one it is the text itself."""
    return (*loc, n, "text") if len(prose) > 1 else loc
