"""What conditions may ask of the past: the functions, what their arguments are, and the keys.

A state keeps what was done and lived through in one table (`State.past`), by keys that are made
here alone: the day it last happened, or, of what is counted, how often.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Argument = Literal[
    "event", "choice", "clause", "partner", "fate", "word", "person", "life", "adventure",
    "vehicle", "voyage", "move", "way", "reply", "pattern", "stage",
]  # fmt: skip

PLACES = ("ground", "training", "aboard", "recovering", "lost")
FLIGHTS, WALKS = "flights", "walks"
COUNTED = (FLIGHTS, WALKS)  # of a life
LIVED = ("left_behind", "rescued", "guest", "long_stay", "sheltered")
DONE, RUNNING, WAITING = "done", "running", "waiting"
VALUES: dict[Argument, tuple[str, ...]] = {
    "fate": ("signed", "suspended", "resumed", "ended", "cancelled", "broken", "claimed", "fallen"),
    "word": ("given", "kept", "broken"),
    "life": (*PLACES, *LIVED, *COUNTED),
    "adventure": LIVED,
    "voyage": ("docked", "damaged", "home"),
    "move": ("climbs", "descends"),
    "way": ("shut", "opens", "gone"),
    "reply": ("made", "declined"),
    "stage": (DONE, RUNNING, WAITING),
}
"""The words that an argument may be; of what isn't here, ids."""
EITHER_WAY = ("signed", "suspended", "resumed", "ended")
"""What becomes of a paper by both of its parties."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A function that asks the past: what its arguments are, how many it needs, what it tells."""

    arguments: tuple[Argument, ...]
    needed: int
    text: str


ASKED = {
    "chose": Asked(
        ("event", "choice", "partner"), 2,
        "Whether a card was answered so, by anybody or by that partner; of a dilemma once both "
        "have answered, of a card that comes again the last time. Of an event that "
        "is `secret` name the partner.",
    ),
    "deal": Asked(
        ("clause", "partner", "partner"), 1,
        "Whether a deal with that clause is in force: between anybody, with that partner, or "
        "between those two.",
    ),
    "paper": Asked(
        ("clause", "fate", "partner", "partner"), 2,
        "Whether a deal with that clause ever was `signed`, was `suspended` (somebody stopped "
        "delivering) or `resumed`, has `ended`, was `cancelled`, `broken` or `claimed` (what was "
        "owed was called in), or has `fallen` at home; of the last four the partner named first "
        "did it.",
    ),
    "promise": Asked(
        ("partner", "word", "partner"), 2,
        "Whether a partner ever has `given`, `kept` or `broken` a promise, to anybody or to that "
        "partner.",
    ),
    "person": Asked(
        ("person", "life"), 2,
        "Whether somebody is on the `ground`, in `training`, `aboard`, `recovering` or `lost` "
        "now; was ever `left_behind` (aboard without a seat), `rescued` (given another ship's), "
        "a `guest` (flown in the other half's ship) or on a `long_stay`, or has `sheltered` (sat "
        "out a danger in their ship); and, a number, how many `flights` somebody has begun and how "
        "often somebody `walks`: was outside.",
    ),
    "crew": Asked(
        ("partner", "adventure"), 2,
        "Whether anybody of a partner's was ever `left_behind`, `rescued`, a `guest` or on a "
        "`long_stay`, or has `sheltered`.",
    ),
    "ship": Asked(
        ("vehicle", "voyage"), 2,
        "For [patterns](#pattern) alone: a ship of that type has `docked`, is `damaged` or comes "
        "`home`.",
    ),
    "ladder": Asked(
        ("partner", "move"), 2,
        "Whether a partner ever stepped up the ladder (`climbs`) or down (`descends`).",
    ),
    "hatch": Asked(("way",), 1, "Whether the hatch ever was `shut`, opened again or has `gone`."),
    "office": Asked(("partner",), 1, "Whether a partner's office has changed hands."),
    "offer": Asked(
        ("clause", "reply", "partner", "partner"), 4,
        "For [patterns](#pattern) alone: an offer that holds that clause is `made` or `declined` "
        "by the partner named first, to the other. Nobody else knows.",
    ),
    "pattern": Asked(
        ("pattern", "stage"), 1,
        "Whether a [pattern](#pattern) was ever `done`, which is what is asked where no stage "
        "stands; is `running` (a step of it has happened) or `waiting` (for its last step).",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Astray:
    """What is wrong with an argument: its place, what, what may be meant, a finding's code."""

    place: int
    said: str
    known: tuple[str, ...] = ()
    code: str = "E040"


def key(*parts: str) -> str:
    """Return the key of what happened: its parts, those that are named."""
    return "/".join([part for part in parts if part])


def between(one: str, other: str) -> tuple[str, str]:
    """Return two partners in the order in which a key names them, where neither comes first."""
    return (one, other) if one < other else (other, one)


PARTS: dict[str, tuple[Argument, ...]] = {
    "chose": ("event", "choice", "partner"),
    "paper": ("fate", "clause", "partner", "partner"),
    "promise": ("word", "partner", "partner"),
    "person": ("life", "person"),
    "crew": ("partner", "adventure"),
    "ship": ("vehicle", "voyage"),
    "ladder": ("partner", "move"),
    "hatch": ("way",),
    "office": ("partner",),
    "offer": ("reply", "clause", "partner", "partner"),
    "pattern": ("pattern", "stage"),
}
"""What the parts of a key are, after the function that asks for it."""


def parted(known: str) -> tuple[tuple[str, Argument], ...]:
    """Return the parts of a key, each with what it is; none where it is no key."""
    head, *parts = known.split("/")
    return tuple(zip(parts, PARTS.get(head, ()), strict=False))


def mark(pattern: str, step: int, many: int) -> str:
    """Return the key of the day on which a step of a pattern, of so many, was last made."""
    return key("pattern", pattern, DONE if step == many else str(step))


Lookup = tuple[Literal["figures", "deals", "past", "crew", "heard"], str, Literal["bool", "int"]]
"""Where a question is answered: a table of the state, a key, and what stands there."""


def lookups(function: str, arguments: list[str]) -> list[Lookup]:
    """Return what a question looks up, any of which answers it with yes.

    Not of `chose` and `pattern`, of which more has to be known.
    """
    head, *rest = arguments
    if function == "ship":
        return [("heard", key(function, *arguments), "bool")]
    if function in ("crew", "ladder", "hatch", "office"):
        return [("past", key(function, *arguments), "bool")]
    if function == "offer":
        return [("heard", key(function, rest[0], head, *rest[1:]), "bool")]
    if function == "deal":
        store: Literal["figures", "deals"] = "deals" if len(rest) > 1 else "figures"
        return [(store, ".".join((function, head, *both)), "bool") for both in _orders(rest)]
    what, *whose = rest
    if function == "promise":
        return [("past", key(function, what, head, *whose), "bool")]
    if function == "person":
        known = key(function, what, head)
        if what in PLACES:
            return [("crew", known, "bool")]
        return [("past", known, "int" if what in COUNTED else "bool")]
    either = _orders(whose) if what in EITHER_WAY else [whose]
    return [("past", key(function, what, head, *both), "bool") for both in either]


def _orders(partners: list[str]) -> list[list[str]]:
    """Return the orders in which a key may name partners of whom neither comes first."""
    if len(partners) < 2:
        return [partners]
    if any(one.startswith("{") for one in partners):  # whoever is meant is known only later
        return [partners, partners[::-1]]
    return [list(between(*partners))]
