"""Which packs say that they come after which others, and how to say who wins."""

from __future__ import annotations

from game.content.packs import Pack, earlier

Order = dict[str, frozenset[str]]
"""By pack, all that it comes after by its own word or theirs."""


def orders(packs: list[Pack]) -> Order:
    """Return, by pack, all packs that it says it comes after, and those that they do."""
    found: Order = {}
    for pack in packs:  # each after those that it names
        named = earlier(pack)
        found[pack.id] = frozenset(named).union(*(found.get(one, ()) for one in named))
    return found


def one_way_out(later: str, first: str) -> str:
    """Return what settles who wins of two packs that are at odds."""
    return f"say who wins: `after: [{first}]` in {later}'s pack.yaml, or leave one of the two out"


def free(order: Order, one: str, other: str) -> bool:
    """Return whether two packs are two, and neither comes after the other."""
    return one != other and one not in order[other] and other not in order[one]
