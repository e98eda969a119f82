"""Where a figure settles if nothing else happens, and what pulls it there, in words."""

from __future__ import annotations

from game.narration.figures import value_text
from game.narration.words import say
from game.rules.index import Index
from game.rules.resting import pulling
from game.rules.state import State
from game.text.language import _


def settling(index: Index, seen: State, path: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """Return a sentence that says where a figure settles, and by name what pulls it there.

    Nothing and no lines where nothing pulls at it.
    """
    lines = pulling(index, seen, path)
    if not lines:
        return "", ()
    low, high = index.bounds[path]
    at = max(low, min(high, sum(line.amount for line in lines)))
    told = _("As things are it settles at {value}.", value=value_text(index.content, path, at))
    return told, tuple((say(index.content, line.label), line.amount) for line in lines)
