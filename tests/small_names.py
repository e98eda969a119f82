"""The names of the small world, and its conditions and amounts."""

from __future__ import annotations

from game.content import records as r
from game.content.expressions.library import Library
from game.content.names import Names

NAMES = Names(
    partners=frozenset(("nasa", "roscosmos", "esa", "jaxa")),
    factions={
        "congress": "nasa", "hawks": "nasa", "kremlin": "roscosmos", "corps": "roscosmos",
        "members": "esa",
    },
    options=frozenset(("us_reboost", "russian_station")),
    vehicles=frozenset(("soyuz", "dragon", "taxi", "progress", "cygnus")),
    clauses=frozenset(("seat_swap", "stay_until", "engines", "ceremony", "inspection", "alms")),
    flags={"pad_lost": "bool", "calls": "int"},
    events=frozenset(
        ("cold_morning", "letter", "reply", "hole", "storm", "rumour", "parade", "frost", "archive")
    ),
)  # fmt: skip
LIBRARY = Library(NAMES)


def holds(text: str) -> r.Expression:
    """Return a condition."""
    return LIBRARY.condition(text)


def amount(text: str) -> r.Amount:
    """Return an amount."""
    return LIBRARY.amount(text)
