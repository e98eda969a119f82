"""Saves of earlier formats: what each kept otherwise, and how it is read today.

Format 1 came to hold why a flight had moved either in the words that told it or, from its last
games, as a code; the chain and the marks of the decisions were made over the one or the other.
Since format 2 it is always a code. Words for which there is a code become it; all others stay,
and are told as they are.

What was done and lived through (`State.past`) is missing from states that were saved before it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from game.rules.encoding import FIELDS
from game.rules.state import Flight, State

IN_WORDS = 1
CODES = {
    "stays on the ground": "flight.grounded",
    "waits for money": "flight.unpaid",
    "waits: the stores are full": "flight.full_stores",
    "waits: its port is left only as the turn ends": "flight.port_left_late",
    "waits: no port is free": "flight.no_port",
}
ADDED: Mapping[str, Any] = {"past": {}}
"""What states have come to hold since, as those that lack it are read."""
WHY = FIELDS[Flight].index("why")


def migrated(format: int, state: Any) -> Any:
    """Return the encoding of a state, kept in a format, with the codes of today.

    What isn't such an encoding comes back as it is: whoever decodes it says so.
    """
    if not isinstance(state, Mapping):
        return state
    state = {**ADDED, **state}
    flights = state.get("manifest")
    if format > IN_WORDS or not isinstance(flights, list):
        return state
    return {**state, "manifest": [_coded(flight) for flight in flights]}


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
