"""Saves of earlier formats: what each kept otherwise, and how it is read today.

Format 1 came to hold why a flight had moved either in the words that told it or, from its last
games, as a code; the chain and the marks of the decisions were made over the one or the other.
Since format 2 it is always a code. Words for which there is a code become it; all others stay,
and are told as they are.

Up to format 2 a deal was no more than its terms and its two days, and what it did to a figure for
as long as it ran was added to that figure. Such a deal is drawn up when it is loaded
(`game.rules.table.lives`): what is read stays as it is, and is given back when the deal ends. Who
held deals then has played by other rules, so that the decisions of such a game lead elsewhere.

Before papers of three an offer had no room for who is convened as the second.

What was done and lived through (`State.past`), and the cards of earlier campaigns (`State.met`),
are missing from states that were saved before them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from game.rules.encoding import FIELDS
from game.rules.state import Flight, Offer, State

IN_WORDS = 1
BARE_DEALS = 2
BARE_DEAL = ("id", "parties", "terms", "signed", "ends")
BARE_TERM = 3  # parts of a term: clause, amount, giver
OFFER_OF_TWO = 5  # parts of an offer: id, maker, to, terms, months
CODES = {
    "stays on the ground": "flight.grounded",
    "waits for money": "flight.unpaid",
    "waits: the stores are full": "flight.full_stores",
    "waits: its port is left only as the turn ends": "flight.port_left_late",
    "waits: no port is free": "flight.no_port",
}
ADDED: Mapping[str, Any] = {"past": {}, "met": []}
"""What states have come to hold since, as those that lack it are read."""
WHY = FIELDS[Flight].index("why")


def migrated(format: int, state: Any) -> Any:
    """Return the encoding of a state, kept in a format, with the codes of today.

    What isn't such an encoding comes back as it is: whoever decodes it says so.
    """
    if not isinstance(state, Mapping):
        return state
    changed = {**ADDED, **state} | _each(state, "offers", _with_third)
    if format <= IN_WORDS:
        changed |= _each(state, "manifest", _coded)
    if format <= BARE_DEALS:
        changed |= _each(state, "deals", _with_life) | _each(changed, "offers", _with_receivers)
        changed = {"held": {}, "claims": [], **changed}
    return changed


def _each(state: Mapping[str, Any], name: str, mend: Callable[[Any], Any]) -> dict[str, Any]:
    """Return a list of a state with each of its records mended, if it is a list."""
    rows = state.get(name)
    return {name: [mend(row) for row in rows]} if isinstance(rows, list) else {}


def _with_life(deal: Any) -> Any:
    """Return a deal that is still to be drawn up, from one that was bare."""
    if not isinstance(deal, list) or len(deal) != len(BARE_DEAL):
        return deal
    return [*_with_receivers(deal, BARE_DEAL.index("terms")), [], ""]


def _with_receivers(row: Any, place: int = FIELDS[Offer].index("terms")) -> Any:
    """Return an offer or a deal whose terms have room for who gets them."""
    if not isinstance(row, list) or len(row) <= place or not isinstance(row[place], list):
        return row
    terms = [[*t, ""] if isinstance(t, list) and len(t) == BARE_TERM else t for t in row[place]]
    return [*row[:place], terms, *row[place + 1 :]]


def _with_third(offer: Any) -> Any:
    """Return an offer with room for who is convened as the second."""
    if not isinstance(offer, list) or len(offer) != OFFER_OF_TWO:
        return offer
    return [*offer, ""]


def _coded(flight: Any) -> Any:
    if not isinstance(flight, list) or len(flight) <= WHY or not isinstance(flight[WHY], str):
        return flight
    return [*flight[:WHY], CODES.get(flight[WHY], flight[WHY]), *flight[WHY + 1 :]]


def same_but_for_words(format: int, one: State, other: State) -> bool:
    """Return whether two states differ only in what a format kept in words, or not at all."""
    return format <= IN_WORDS and _wordless(one) == _wordless(other)


def _wordless(state: State) -> State:
    flights = tuple(replace(flight, why="") for flight in state.manifest)
    return replace(state, manifest=flights, past={})
