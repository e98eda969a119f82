"""The figures that the rules know (unit, range, who may see each), and the words of a state."""

from __future__ import annotations

from typing import Literal

from game.record import Record

Type = Literal["int", "bool", "text", "date"]

THREADS = ("commitments", "crews", "hardware", "leaders", "swaps", "war")
TOPICS = ("defiance", "money", "peace", "people", "power", "science")
LEGACIES = ("peace", "science", "people", "power_legacy")
SEGMENTS = ("usos", "ros")
STAKES = (
    "thrust", "attitude", "deorbit", "power", "life", "data", "crew", "seats", "supply", "works",
    "money", "clauses",
)  # fmt: skip
FATES = ("together", "crewed", "empty", "lowered", "falling")


class Figure(Record):
    """One number of the game: bounds are part of it and nothing ever leaves them.

    What a player reads of it is content of kind `figure`, one to one with `PATTERNS`.
    """

    name: str
    unit: str
    low: int
    high: int
    private: bool = False
    derived: bool = False


def _table(*figures: Figure) -> dict[str, Figure]:
    return {figure.name: figure for figure in figures}


WORLD = _table(
    Figure("tension", "points", 0, 100),
    Figure("war", "points", 0, 100),
    Figure("sanctions", "points", 0, 100),
    Figure("channels", "points", 0, 20),
    Figure("altitude", "m", 200_000, 480_000),
    Figure("propellant", "kg", 0, 7_000),
    Figure("power", "%", 0, 100),
    Figure("power_share", "%", 0, 50),
    Figure("leak", "g/day", 0, 5_000),
    Figure("supplies", "days", 0, 720),
    Figure("cohesion", "points", 0, 100),
    Figure("shared", "points", 0, 24),
    Figure("integrity_usos", "%", 0, 100),
    Figure("integrity_ros", "%", 0, 100),
    Figure("gyroscopes", "wheels", 0, 4),
    Figure("hazard", "points", 0, 100),
)


PARTNER = _table(
    Figure("treasury", "M USD", -500, 5_000, private=True),
    Figure("income", "M USD/month", 0, 500, private=True),
    Figure("capital", "points", 0, 6),
    Figure("mandate", "points", 0, 100),
    Figure("standing", "points", 0, 100),
    Figure("rung", "rung", 0, 6),
    Figure("commitment", "year", 2020, 2040),
    Figure("kept", "promises", 0, 99),
    Figure("broken", "promises", 0, 99),
    Figure("unrest", "points", 0, 100, private=True),
    Figure("low", "turns", 0, 99),
    Figure("peace", "points", 0, 100),
    Figure("science", "points", 0, 100),
    Figure("people", "points", 0, 100),
    Figure("power_legacy", "points", 0, 100),
)

TRUST = Figure("trust", "points", 0, 100)
APPROVAL = Figure("faction", "points", 0, 100, private=True)
WEIGHT = Figure("weight", "%", 0, 300, private=True)
OUTAGE = Figure("pad", "days", 0, 3_650)
PROGRESS = Figure("option", "%", 0, 100)
AIMED = Figure("target", "points", 0, 100)

FACTS = _table(
    Figure("papers", "clauses", 0, 99, derived=True),
    Figure("joint", "people", 0, 30, derived=True),
    Figure("aboard", "people", 0, 30, derived=True),
    Figure("stranded", "people", 0, 30, derived=True),
    Figure("seats", "seats", 0, 60, derived=True),
    Figure("ports.usos", "ports", 0, 9, derived=True),
    Figure("ports.ros", "ports", 0, 9, derived=True),
    Figure("short.usos", "%", 0, 100, derived=True),
    Figure("short.ros", "%", 0, 100, derived=True),
    Figure("push", "m", 0, 99_999, derived=True),
    Figure("month", "months", 0, 999, derived=True),
    Figure("turns_left", "turns", 0, 999, derived=True),
    Figure("specialists.usos", "people", 0, 30, derived=True),
    Figure("specialists.ros", "people", 0, 30, derived=True),
    Figure("fatigue", "points", 0, 100, derived=True),
    Figure("fatigue.worst", "points", 0, 100, derived=True),
    Figure("morale", "points", 0, 100, derived=True),
    Figure("crew.record_days", "days", 0, 9_999, derived=True),
    Figure("crew.unwell", "people", 0, 30, derived=True),
    Figure("crew.training", "people", 0, 99, derived=True),
    Figure("walk.usos", "%", 0, 95, derived=True),
    Figure("walk.ros", "%", 0, 95, derived=True),
    Figure("walk.joint", "%", 0, 95, derived=True),
    Figure("rung.highest", "rung", 0, 6, derived=True),
    Figure("lost", "people", 0, 30,
           derived=True),
)  # fmt: skip
RELIANCE = Figure("reliance", "points", 0, 100,
                  derived=True)  # fmt: skip
LOSS = Figure("loss", "points", 0, 100,
              derived=True)  # fmt: skip
BILLS = Figure("bills", "M USD", 0, 20_000, derived=True)
OWN_FACTS = {"reliance": RELIANCE, "bills": BILLS}
DOCKED = Figure("docked", "ships", 0, 60, derived=True)
FEELING = Figure("feeling", "points", 0, 100, derived=True)
FEELINGS = ("fatigue", "morale", "health")  # what the ledger keeps of everybody aboard

OF_TWO = {"trust": ("partner", TRUST), "loss": ("partner", LOSS), "faction": ("faction", APPROVAL),
          "weight": ("topic", WEIGHT)}  # fmt: skip
"""A partner's figures about somebody or something: what the path's last part is an id of."""
OF_ONE = {
    "option": ("option", PROGRESS),
    "pad": ("pad", OUTAGE),
    "docked": ("vehicle", DOCKED),
    "aboard": ("partner", FACTS["aboard"]),
    "stranded": ("partner", FACTS["stranded"]),
}
"""Figures of one thing each: what the path's last part is an id of."""

PATTERNS: dict[str, Figure] = {
    **WORLD,
    **FACTS,
    **{f"<partner>.{name}": figure for name, figure in (PARTNER | OWN_FACTS).items()},
    **{f"<partner>.{name}.<{what}>": figure for name, (what, figure) in OF_TWO.items()},
    **{f"{name}.<{what}>": figure for name, (what, figure) in OF_ONE.items()},
    **{f"crew.<person>.{what}": FEELING for what in FEELINGS},
}
"""Every figure by the pattern of its paths; each has words, content of kind `figure`."""


def pattern_of(path: str) -> str:
    """Return the pattern of a figure's path; of none that exists, what it would be."""
    if path in WORLD or path in FACTS or "." not in path:
        return path
    head, _, rest = path.partition(".")
    if head in OF_ONE:
        return f"{head}.<{OF_ONE[head][0]}>"
    if head == "crew":
        return f"crew.<person>.{rest.rpartition('.')[2]}"
    kind, _, what = rest.partition(".")
    return (
        f"<partner>.{kind}.<{OF_TWO[kind][0]}>" if what and kind in OF_TWO else f"<partner>.{rest}"
    )


OF_PARTNER = ("leader", "restless")  # words that each partner has one of, an id each
WORDS = {
    "hatch": ("open", "closed", "gone"),
    "prk": ("open", "sealed", "shut"),
    "level": ("liaison", "director", "cold"),
    "hazards": ("dated", "seeded"),
    "usos_alone": FATES,
    "ros_alone": FATES,
    "zarya": ("shared", "american", "russian", "taken"),
}
