"""Worlds: a checked definition becomes the record of what a world has of its own."""

from __future__ import annotations

from game.content import records as r
from game.content.compiling import Compiler
from game.content.definitions import worlds
from game.content.records.content import BASE


def own_world(c: Compiler, id_: str, d: worlds.World) -> r.World:
    """Return what a world has of its own; the base pack's is what the others inherit."""
    groups = {
        name: r.Group(one.title, one.short or "", one.elsewhere or "")
        for name, one in (d.groups or {}).items()
    }
    return r.World(
        id_,
        groups=groups,
        ladder=tuple(d.ladder or ()),
        legacies=tuple(_legacy(c, one) for one in d.legacies or ()),
        grades=tuple((one.letter, one.ahead) for one in d.grades or ()),
        words={code: c.text(said) for code, said in d.words.items()},
        usual=c.names.pack == BASE,
    )


def _legacy(c: Compiler, d: worlds.Legacy) -> r.Legacy:
    turn = c.amount(d.turn or 0) if c.names.pack != BASE or d.turn is not None else None
    return r.Legacy(c.path(d.figure), d.topic, turn)
