"""What a clause is worth to a side: its expressions, as its leader weighs them.

On a view the other side's weights, and what its clauses read of its purse or its factions, are
beliefs: the worth is an estimate then, and its spread holds what it may be.
"""

from __future__ import annotations

from itertools import product

from game.content.records import Row
from game.record import replace
from game.rules.index import Index
from game.rules.state import State, Term
from game.rules.table.appraisal import Appraisal, appraisal_of, percent
from game.rules.table.knowledge import spread_now
from game.rules.table.secrets import secrets_of

Side = tuple[str, str, str, bool]
"""A clause, a party, the other one, and whether the party gives the clause."""


def appraised(index: Index, side: Side) -> Appraisal:
    """Return what a clause is worth to a party at every amount."""
    found = index.appraisals.get(side)
    if found is None:
        clause, who, other, gives = side
        made = appraisal_of(index.names, index.content.clauses[clause], who, other, gives)
        found = index.appraisals[side] = made
    return found


def weighed(index: Index, state: State, term: Term, who: str, other: str) -> int:
    """Return what a term is worth to a party as its leader weighs it; on a view, an estimate."""
    side = (term.clause, who, other, term.giver == who)
    held = index.appraisals.get(side) or appraised(index, side)
    place = term.amount - held.low
    if not 0 <= place < held.sizes:
        held, place = _beyond(index, term, who, other), 0
    return held.weighed(state)[place]


def _beyond(index: Index, term: Term, who: str, other: str) -> Appraisal:
    """Return the appraisal of an amount that its clause doesn't allow; cards may strike such."""
    clause, amount = index.content.clauses[term.clause], term.amount
    alone = replace(clause, low=amount, high=amount)
    return appraisal_of(index.names, alone, who, other, term.giver == who)


def viewer(state: State) -> str:
    """Return whose view a state is; nothing for the whole truth, which holds all beliefs."""
    return next(iter(state.knowledge)) if len(state.knowledge) == 1 else ""


def spread(index: Index, state: State, term: Term, who: str, other: str) -> int:
    """Return how far off a term's worth to a party may be: nothing for one's own, or the truth."""
    side = (term.clause, who, other, term.giver == who)
    held = appraised(index, side)
    place = term.amount - held.low
    if not 0 <= place < held.sizes:
        held, place = _beyond(index, term, who, other), 0
    return _spreads(index, state, side, held)[place]


def spreads(index: Index, state: State, side: Side) -> Row:
    """Return how far off what a clause is worth to a party may be, at every amount."""
    return _spreads(index, state, side, appraised(index, side))


def _spreads(index: Index, state: State, side: Side, held: Appraisal) -> Row:
    """Return how far off an appraisal may be.

    The ends of every believed range are tried; a worth is expected to rise or fall with a private
    figure all the way.
    """
    asker, who = viewer(state), side[1]
    if asker in ("", who):
        return (0,) * held.sizes
    points, shares = held.weighed(state), believed(index, state, asker, held.weight)
    worths = _worths(index, state, side, held, asker)
    rows = [percent(row, share) for row in worths for share in shares]
    ends = zip(map(max, *rows), points, map(min, *rows), strict=True)
    return tuple([max(most - now, now - least) for most, now, least in ends])


def _worths(index: Index, state: State, side: Side, held: Appraisal, asker: str) -> list[Row]:
    """Return what a clause may be worth unweighed, at the ends of what the asker believes."""
    hidden = secrets_of(index).get(side[:3], ())
    hidden = tuple([path for path in hidden if asker not in index.seen[path]])
    if not hidden:
        return [held.plain(state)]
    found = []
    for values in product(*[believed(index, state, asker, path) for path in hidden]):
        world = state.copy()
        world.figures = {**state.figures, **dict(zip(hidden, values, strict=True))}
        found.append(held.plain(world))
    return found


def believed(index: Index, seen: State, asker: str, path: str) -> tuple[int, int]:
    """Return the lowest and the highest that a hidden figure may be, as far as the asker knows."""
    low, high = index.bounds[path]
    held = seen.knowledge.get(asker, {}).get(path)
    if held is None:
        return low, high
    off = spread_now(path, held, seen.turn)
    return max(low, held.estimate - off), min(high, held.estimate + off)
