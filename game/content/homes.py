"""What comes at home, compiled: votes, and what factions are restless about."""

from __future__ import annotations

from game.content import records as r
from game.content.compiling import Compiler, day
from game.content.definitions import home


def vote(c: Compiler, id_: str, d: home.Vote) -> r.Vote:
    """Return an election, a budget or a council."""
    return r.Vote(
        id=id_,
        partner=c.partner(d.partner),
        name=d.name,
        text=c.text(d.text),
        days=tuple(day(text).toordinal() for text in d.dates),
        ahead=d.ahead,
        counts=tuple(r.Pull(x.name, c.amount(x.points), x.most) for x in d.counts),
        results=tuple(
            r.VoteResult(x.at, c.tellings(x.headline), c.effects(x.effects)) for x in d.results
        ),
    )


def grievance(c: Compiler, id_: str, d: home.Grievance) -> r.Grievance:
    """Return what a faction grows restless about."""
    when, settled = c.library.condition(d.when), c.condition(d.settled)
    faction = c.id(d.faction, "faction")
    return r.Grievance(id_, faction, d.name, when, settled, c.text(d.settles), d.points)
