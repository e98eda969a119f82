"""What a clause is worth to a side: its expressions, as its leader weighs them.

On a view the other side's weights, and what its clauses read of its purse or its factions, are
beliefs: the worth is an estimate then, and its spread holds what it may be.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from game.content.records import Amount, Clause
from game.rules.figures import weight_path
from game.rules.index import Index
from game.rules.state import State, Term
from game.rules.table.knowledge import spread_now
from game.rules.table.leaders import weight
from game.rules.table.secrets import secrets_of


def weighed(index: Index, state: State, term: Term, who: str, other: str) -> int:
    """Return what a term is worth to a party as its leader weighs it; on a view, an estimate."""
    clause = index.content.clauses[term.clause]
    worth = term_worth(state, clause, term, who, other)
    return _percent(worth, weight(state, who, clause.topic))


def term_worth(state: State, clause: Clause, term: Term, who: str, other: str) -> int:
    """Return what a term is worth to a party before its leader weighs it."""
    given = term.giver == who
    gain = 0 if given and not clause.mutual else _worth(clause.gains, state, term, who, other)
    cost = _worth(clause.costs, state, term, who, other) if given or clause.mutual else 0
    return gain - cost


def _worth(table: Mapping[str, Amount], state: State, term: Term, who: str, other: str) -> int:
    amount = table.get(who, table.get("any", 0))
    if isinstance(amount, int):
        return amount
    return amount.bind(who, other)(state, {"amount": term.amount})


def _percent(value: int, percent: int) -> int:
    """Return a share rounded half away from zero."""
    size = (abs(value) * percent + 50) // 100
    return size if value >= 0 else -size


def viewer(state: State) -> str:
    """Return whose view a state is; nothing for the whole truth, which holds all beliefs."""
    return next(iter(state.knowledge)) if len(state.knowledge) == 1 else ""


def spread(index: Index, state: State, term: Term, who: str, other: str) -> int:
    """Return how far off a term's worth to a party may be: nothing for one's own, or the truth.

    The ends of every believed range are tried; a worth is expected to rise or fall with a private
    figure all the way.
    """
    asker = viewer(state)
    if asker in ("", who):
        return 0
    clause = index.content.clauses[term.clause]
    points = weighed(index, state, term, who, other)
    low, high = believed(index, state, asker, weight_path(who, clause.topic))
    worths = list(_worths(index, state, clause, term, who, other, asker))
    ends = [_percent(worth, percent) for worth in worths for percent in (low, high)]
    return max(max(ends) - points, points - min(ends))


def _worths(
    index: Index, state: State, clause: Clause, term: Term, who: str, other: str, asker: str
) -> Iterator[int]:
    """Yield what a term may be worth unweighed, at the ends of what the asker believes."""
    hidden = secrets_of(index).get((clause.id, who, other), ())
    hidden = tuple(path for path in hidden if asker not in index.seen[path])
    if not hidden:
        yield term_worth(state, clause, term, who, other)
        return
    for values in product(*(believed(index, state, asker, path) for path in hidden)):
        world = state.copy()
        world.figures = {**state.figures, **dict(zip(hidden, values, strict=True))}
        yield term_worth(world, clause, term, who, other)


def believed(index: Index, seen: State, asker: str, path: str) -> tuple[int, int]:
    """Return the lowest and the highest that a hidden figure may be, as far as the asker knows."""
    low, high = index.bounds[path]
    held = seen.knowledge.get(asker, {}).get(path)
    if held is None:
        return low, high
    off = spread_now(path, held, seen.turn)
    return max(low, held.estimate - off), min(high, held.estimate + off)
