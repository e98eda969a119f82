"""One canonical encoding of a state: it feeds saves, hashes and golden playthroughs."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from hashlib import sha256
from operator import attrgetter
from typing import Any, Literal, get_args, get_origin, get_type_hints

import msgspec

from game.rules.state import (
    Belief,
    Claim,
    Crew,
    Deal,
    Flight,
    Held,
    Level,
    Life,
    Offer,
    Promise,
    Scheduled,
    Sealed,
    Ship,
    Slot,
    State,
    Term,
)
from game.text.counting import counted

START_OF_CHAIN = "0" * 64
LARGEST = 2**63  # no number of a game is near it

RECORDS = (
    Belief, Claim, Crew, Deal, Flight, Held, Level, Life, Offer, Promise, Scheduled, Sealed, Ship,
    Slot, State, Term,
)  # fmt: skip
FIELDS: dict[type, tuple[str, ...]] = {r: tuple(f.name for f in fields(r)) for r in RECORDS}
VALUES = {record: attrgetter(*names) for record, names in FIELDS.items()}
NESTED = (Deal, Life, Offer)  # records that hold records
PLAIN = (int, str)
QUICK = msgspec.json.Encoder(order="sorted")
ESCAPED = (b"\\", b"\x7f")  # what JSON's writers don't write alike, as all that isn't ASCII


def encode(value: Any) -> Any:
    """Return a record as plain JSON values; tables keep their keys, records become lists."""
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, dict):
        return {
            key: item if isinstance(item, PLAIN) else encode(item)
            for key, item in sorted(value.items())
        }
    parts = value if isinstance(value, tuple) else VALUES[type(value)](value)
    return [part if isinstance(part, PLAIN) else encode(part) for part in parts]


def encode_state(state: State) -> dict[str, Any]:
    """Return a state as plain JSON values, by field name."""
    return {name: encode(getattr(state, name)) for name in FIELDS[State]}


def canonical(state: State) -> str:
    """Return the one text of a state: that of `encode_state`, with sorted keys and no spaces."""
    quick = QUICK.encode({name: _plain(getattr(state, name)) for name in FIELDS[State]})
    if quick.isascii() and not any(sign in quick for sign in ESCAPED):
        return quick.decode()
    return json.dumps(encode_state(state), sort_keys=True, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """Return a value with records as tuples; what holds none stays as it is."""
    kind = type(value)
    if kind in NESTED:
        return tuple(map(_plain, VALUES[kind](value)))
    if kind is dict and value:
        make = _maker(next(iter(value.values())))
        return {key: make(item) for key, item in value.items()} if make else value
    if kind is tuple and value:
        make = _maker(value[0])
        return tuple(map(make, value)) if make else value
    return value


def _maker(first: Any) -> Callable[[Any], Any] | None:
    """Return what makes a table's or a row's values plain, by its first; None: they are so."""
    kind = type(first)
    if kind in PLAIN:
        return None
    return VALUES[kind] if kind in VALUES and kind not in NESTED else _plain


def digest(state: State, before: str = START_OF_CHAIN) -> str:
    """Return the next link of the hash chain: this state after the link before it."""
    return sha256(f"{before}{canonical(state)}".encode()).hexdigest()


def decode_state(data: Mapping[str, Any]) -> State:
    """Return the state of an encoding.

    Raises ValueError, naming the place, for anything that isn't exactly such an encoding.
    """
    if not isinstance(data, dict) or set(data) != set(FIELDS[State]):
        raise ValueError("state: not the fields of a state")
    hints = _hints(State)
    return State(**{name: _decode(hints[name], data[name], name) for name in FIELDS[State]})


@cache
def _hints(record: type) -> dict[str, Any]:
    hints = get_type_hints(record)  # what records have in common is hinted at too
    return {name: hints[name] for name in FIELDS[record]}


def _decode(hint: Any, data: Any, place: str) -> Any:
    """Return data as what a type hint of a record asks for: nothing is converted."""
    if get_origin(hint) is tuple:
        return _decode_row(get_args(hint), data, place)
    if get_origin(hint) is dict:
        return _decode_table(get_args(hint)[1], data, place)
    if get_origin(hint) is Literal:
        if isinstance(data, str) and data in get_args(hint):
            return data
        raise ValueError(f"{place}: not one of {', '.join(get_args(hint))}")
    if hint in FIELDS:
        return hint(*_decode_row(tuple(_hints(hint).values()), data, place))
    if type(data) is not hint or (hint is int and abs(data) > LARGEST):
        raise ValueError(f"{place}: not {'a number' if hint is int else 'a text'}: {data!r}")
    return data


def _decode_row(hints: tuple[Any, ...], data: Any, place: str) -> tuple[Any, ...]:
    if not isinstance(data, list):
        raise ValueError(f"{place}: not a list")
    if len(hints) == 2 and hints[1] is Ellipsis:
        hints = (hints[0],) * len(data)
    if len(hints) != len(data):
        raise ValueError(f"{place}: {counted(len(data), 'part')} where {len(hints)} belong")
    pairs = zip(hints, data, strict=True)
    return tuple(_decode(h, d, f"{place}.{n}") for n, (h, d) in enumerate(pairs))


def _decode_table(hint: Any, data: Any, place: str) -> dict[str, Any]:
    if not isinstance(data, dict):
        raise ValueError(f"{place}: not a table")
    return {key: _decode(hint, value, f"{place}.{key}") for key, value in data.items()}
