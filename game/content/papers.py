"""Clauses of deals as the rules read them, from checked definitions."""

from __future__ import annotations

from game.content import records as r
from game.content.compiling import Compiler
from game.content.definitions import table
from game.record import replace


def clause(c: Compiler, id_: str, d: table.Clause) -> r.Clause:
    """Return a clause of deals."""
    return replace(
        _clause(c, id_, d),
        joint=d.shape == "joint",
        each=c.effects(d.each),
        covers=c.amount(d.covers),
        counts_as=tuple(c.id(name, "clause") for name in d.counts_as),
    )


def _clause(c: Compiler, id_: str, d: table.Clause) -> r.Clause:
    return r.Clause(
        id=id_,
        name=d.name,
        text=c.text(d.text),
        mutual=d.shape != "given",
        givers=c.partners(d.givers),
        receivers=c.partners(d.receivers),
        topic=d.topic,
        unit=d.amount.unit,
        low=d.amount.low,
        high=d.amount.high,
        months=c.amount(d.months),
        gains={c.partner(who): c.amount(worth) for who, worth in d.gains.items()},
        costs={c.partner(who): c.amount(worth) for who, worth in d.costs.items()},
        needs=c.condition(d.needs),
        because=c.text(d.because),
        during=c.condition(d.during),
        stays=c.condition(d.stays),
        idle=c.text(d.idle),
        after=c.text(d.after),
        until_year=d.until_year,
        notice=d.notice,
        price=d.price,
        sign=c.effects(d.sign),
        monthly=c.effects(d.monthly),
        holds=_levels(c, d.holds),
        at_least=_levels(c, d.at_least),
        ends=c.effects(d.ends),
        breach=c.effects(d.breach),
        mood=tuple(d.mood.items()),
        home={c.id(name, "faction"): points for name, points in d.home.items()},
        witness={
            c.partner(who): r.Watching(seen.trust, tuple(seen.mood.items()))
            for who, seen in d.witness.items()
        },
    )


def _levels(c: Compiler, levels: dict[str, int | str]) -> tuple[tuple[str, r.Amount], ...]:
    """Return figures with what holds them."""
    return tuple((c.path(path), c.amount(level)) for path, level in levels.items())
