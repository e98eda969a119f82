"""The ladder's rungs and the accidents it invites, from definition to record."""

from __future__ import annotations

from game.content import records as r
from game.content.compiling import Compiler
from game.content.definitions import table


def rung(c: Compiler, id_: str, d: table.Rung) -> r.Rung:
    """Return a rung of the ladder."""
    clauses = tuple(c.id(name, "clause") for name in d.clauses)
    actions = tuple(c.id(name, "action") for name in d.actions)
    costs = (d.climb, d.descend, d.face)
    return r.Rung(id_, d.number, d.name, c.text(d.text), *costs, clauses, actions)


def accident(c: Compiler, id_: str, d: table.Accident) -> r.Accident:
    """Return a mishap that a strained station invites."""
    when, effects = c.condition(d.when), c.effects(d.effects)
    return r.Accident(id_, d.name, c.text(d.headline), d.start, d.odds, when, effects)
