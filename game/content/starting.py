"""Scenarios: a checked definition becomes the record of how a game starts."""

from __future__ import annotations

from game.content import records as r
from game.content.compiling import Compiler, day
from game.content.definitions import scenarios


def scenario(c: Compiler, id_: str, d: scenarios.Scenario) -> r.Scenario:
    """Return a start."""
    par = {c.partner(who): {c.path(k): n for k, n in line.items()} for who, line in d.par.items()}
    return r.Scenario(
        id=id_,
        name=d.name,
        text=c.text(d.text),
        start=day(d.start),
        turns=d.turns,
        turn_months=d.turn_months,
        chairs=c.partners(d.chairs),
        convenes=c.partners(d.convenes),
        figures={c.path(path): value for path, value in d.figures.items()},
        leaders={c.partner(who): c.id(name, "leader") for who, name in d.leaders.items()},
        docked=tuple(_docked(c, one) for one in d.docked),
        manifest=tuple(_planned(c, one) for one in d.manifest),
        cadence={c.id(name, "vehicle"): days for name, days in d.cadence.items()},
        history=tuple(_move(c, one) for one in d.history),
        par=par,
        deals=tuple(_standing(c, one) for one in d.deals),
        flags={c.id(name, "flag"): int(to) for name, to in d.flags.items()},
        happened=tuple(c.id(name, "event", "dilemma") for name in d.happened),
        broken=tuple(d.broken),
        commander=c.id(d.commander, "person") if d.commander else "",
        commanders=tuple(r.HandedOver(day(x.date), c.id(x.person, "person")) for x in d.commanders),
        records=tuple(_stay(c, one) for one in d.records),
        prk=d.prk,
        world=c.world,
        station=d.station,
        venture=tuple(_line(c, one) for one in _lines(d.venture)),
        rungs=tuple(d.rungs or ()),
        first=d.first,
        weariness={
            c.partner(who): r.Weariness(day(home.since), home.months, home.most)
            for who, home in d.weariness.items()
        },
        header=tuple(c.path(name) for name in d.header or ()),
        goal=c.text(d.goal or ""),
        briefs={c.partner(who): c.text(brief) for who, brief in d.briefs.items()},
    )


def _lines(venture: scenarios.Venture | list[scenarios.Venture] | None) -> list[scenarios.Venture]:
    """Return the lines of what binds the partners, however many are written."""
    if venture is None:
        return []
    return venture if isinstance(venture, list) else [venture]


def _line(c: Compiler, d: scenarios.Venture) -> r.Venture:
    return r.Venture(c.text(d.text), c.amount(d.points), c.condition(d.when))


def _stay(c: Compiler, d: scenarios.Stay) -> r.Stay:
    return r.Stay(c.partner(d.partner), d.days, c.text(d.text), c.effects(d.effects))


def _people(c: Compiler, names: list[str]) -> tuple[str, ...]:
    return tuple(c.id(name, "person") for name in names)


def _docked(c: Compiler, d: scenarios.Docked) -> r.Docked:
    returns = day(d.returns) if d.returns else None
    vehicle = c.id(d.vehicle, "vehicle")
    longer = {c.id(who, "person"): day(since) for who, since in d.since.items()}
    return r.Docked(vehicle, d.name, day(d.launched), returns, _people(c, d.crew), longer)


def _planned(c: Compiler, d: scenarios.Planned) -> r.Planned:
    return r.Planned(
        vehicle=c.id(d.vehicle, "vehicle"),
        name=d.name,
        launches=day(d.launches),
        returns=day(d.returns) if d.returns else None,
        crew=_people(c, d.crew),
        swap=d.swap,
        substitutes={c.id(a, "person"): c.id(b, "person") for a, b in d.substitutes.items()},
        handle=d.handle,
    )


def _standing(c: Compiler, d: scenarios.StandingDeal) -> r.StandingDeal:
    one, other = c.partners(d.between)
    return r.StandingDeal((one, other), c.terms(d.clauses), day(d.signed), day(d.ends))


def _move(c: Compiler, d: scenarios.HistoricalMove) -> r.HistoricalMove:
    when, chair = day(d.date), c.partner(d.chair)
    if d.offer is not None:
        return r.HistoricalMove(
            when, chair, to=c.partner(d.offer.to), terms=c.terms(d.offer.clauses)
        )
    target = c.id(d.target, "partner", "faction", "outside_option") if d.target else ""
    return r.HistoricalMove(when, chair, c.id(d.action or "", "action"), target)
