"""One canonical encoding of a state: it feeds saves, hashes and golden playthroughs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from hashlib import sha256
from typing import Any

from game.rules.state import (
    Belief,
    Crew,
    Deal,
    Flight,
    Offer,
    Promise,
    Scheduled,
    Sealed,
    Ship,
    Slot,
    State,
    Term,
)

START_OF_CHAIN = "0" * 64


RECORDS = (Belief, Crew, Deal, Flight, Offer, Promise, Scheduled, Sealed, Ship, Slot, State, Term)
FIELDS: dict[type, tuple[str, ...]] = {r: tuple(f.name for f in fields(r)) for r in RECORDS}


def encode(value: Any) -> Any:
    """Return a record as plain JSON values; tables keep their keys, records become lists."""
    if isinstance(value, (int, str)):
        return value
    if isinstance(value, Mapping):
        return {key: encode(item) for key, item in sorted(value.items())}
    if isinstance(value, tuple):
        return [encode(item) for item in value]
    return [encode(getattr(value, name)) for name in FIELDS[type(value)]]


def encode_state(state: State) -> dict[str, Any]:
    """Return a state as plain JSON values, by field name."""
    return {name: encode(getattr(state, name)) for name in FIELDS[State]}


def canonical(state: State) -> str:
    """Return the one text of a state."""
    return json.dumps(encode_state(state), sort_keys=True, separators=(",", ":"))


def digest(state: State, before: str = START_OF_CHAIN) -> str:
    """Return the next link of the hash chain: this state after the link before it."""
    return sha256(f"{before}{canonical(state)}".encode()).hexdigest()


def decode_state(data: Mapping[str, Any]) -> State:
    """Return the state of an encoding. Raises KeyError, TypeError or ValueError if it isn't one."""
    return State(
        scenario=_text(data["scenario"]),
        seed=int(data["seed"]),
        turn=int(data["turn"]),
        phase=int(data["phase"]),
        queue=tuple(Slot(*row) for row in data["queue"]),
        figures=dict(data["figures"]),
        words=dict(data["words"]),
        flags=dict(data["flags"]),
        fired=dict(data["fired"]),
        roles={k: tuple((a, b) for a, b in rows) for k, rows in data["roles"].items()},
        scheduled=tuple(Scheduled(*row) for row in data["scheduled"]),
        crew={key: Crew(*row) for key, row in data["crew"].items()},
        ships={key: Ship(*row) for key, row in data["ships"].items()},
        manifest=tuple(_flight(row) for row in data["manifest"]),
        deals=tuple(_deal(row) for row in data["deals"]),
        offers=tuple(_offer(row) for row in data["offers"]),
        promises=tuple(Promise(*row) for row in data["promises"]),
        sealed=tuple(Sealed(*row) for row in data["sealed"]),
        used=dict(data["used"]),
        knowledge={
            chair: {path: Belief(*row) for path, row in table.items()}
            for chair, table in data["knowledge"].items()
        },
        ending=_text(data["ending"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value


def _flight(row: list[Any]) -> Flight:
    crew = tuple(row[6])
    return Flight(row[0], row[1], row[2], row[3], row[4], row[5], crew, row[7], row[8])


def _terms(rows: list[Any]) -> tuple[Term, ...]:
    return tuple(Term(*row) for row in rows)


def _deal(row: list[Any]) -> Deal:
    return Deal(row[0], (row[1][0], row[1][1]), _terms(row[2]), *row[3:])


def _offer(row: list[Any]) -> Offer:
    return Offer(row[0], row[1], row[2], _terms(row[3]), *row[4:])
