"""The marks that talk and signatures leave between partners, and what they say of the time since.

They stand in `State.used`: days, but for counts and points where a mark says so.
"""

from __future__ import annotations

from functools import lru_cache

from game.rules.state import Offer, State

SHARED_DAYS = 360  # a year: in it what two signed and refused colours what else they sign


@lru_cache(maxsize=256)
def met(one: str, other: str) -> str:
    """Return the mark that two partners leave when they sign something."""
    return f"signed.{_pair(one, other)}"


@lru_cache(maxsize=4096)
def deed(clause: str, *between: str) -> str:
    """Return the mark that partners leave when they sign a clause."""
    return f"deed.{clause}.{'.'.join(sorted(between))}"


@lru_cache(maxsize=4096)
def parted(clause: str, *between: str) -> str:
    """Return the mark that partners leave who part over a clause."""
    return f"parted.{clause}.{'.'.join(sorted(between))}"


@lru_cache(maxsize=256)
def behind(who: str, other: str) -> str:
    """Return the mark of the points by which another has gained more by what two signed."""
    return f"behind.{who}.{other}"


@lru_cache(maxsize=64)
def broke(who: str) -> str:
    """Return the mark of the day on which a partner last broke its word."""
    return f"broke.{who}"


@lru_cache(maxsize=64)
def slighted(who: str, other: str) -> tuple[str, str]:
    """Return the marks of when another last turned down what suited both, and of how often.

    It is counted for as long as no year goes by without one.
    """
    return f"slighted.{who}.{other}", f"slights.{who}.{other}"


def since(state: State, mark: str) -> int:
    """Return the days since a mark was left, SHARED_DAYS at most and where it never was."""
    last = state.used.get(mark)
    return SHARED_DAYS if last is None else min(SHARED_DAYS, state.figures["date"] - last)


def slights(state: State, who: str, other: str) -> int:
    """Return how often another turned down what suited both, until a year went by without."""
    day, count = slighted(who, other)
    return state.used.get(count, 0) if since(state, day) < SHARED_DAYS else 0


def refused(offer: Offer) -> str:
    """Return the mark that an offer leaves which was declined as it stood."""
    terms = sorted(
        f"{term.clause}*{term.amount}/{'>'.join(filter(None, (term.giver, term.to)))}"
        for term in offer.terms
    )
    return f"refused.{'.'.join(offer.parties)}.{'+'.join(terms)}"


def repeats(state: State, offer: Offer) -> bool:
    """Return whether an offer is one that was declined, term for term."""
    return refused(offer) in state.used


def unshared(state: State, one: str, other: str) -> int:
    """Return the days for which two haven't signed anything, SHARED_DAYS at most."""
    last = state.used.get(met(one, other))
    return SHARED_DAYS if last is None else min(SHARED_DAYS, state.figures["date"] - last)


def is_news(state: State, clause: str, *between: str) -> bool:
    """Return whether some haven't signed a clause for a year, so that it still moves others."""
    last = state.used.get(deed(clause, *between))
    return last is None or state.figures["date"] - last >= SHARED_DAYS


def _pair(one: str, other: str) -> str:
    return f"{one}.{other}" if one < other else f"{other}.{one}"
