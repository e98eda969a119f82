"""Every name that a condition or an effect may use: type, unit, range, and who may see it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

Type = Literal["int", "bool", "text", "date"]
Store = Literal["figures", "words", "flags", "fired", "scope"]

THREADS = ("commitments", "crews", "hardware", "leaders", "swaps", "war")
TOPICS = ("defiance", "money", "peace", "people", "power", "science")
LEGACIES = ("peace", "science", "people", "power_legacy")
SEGMENTS = ("usos", "ros")
STAKES = (
    "thrust", "attitude", "deorbit", "power", "life", "data", "crew", "seats", "supply", "works",
    "money", "clauses",
)  # fmt: skip
FATES = ("together", "crewed", "empty", "lowered", "falling")


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of the game: bounds are part of it and nothing ever leaves them."""

    name: str
    unit: str
    low: int
    high: int
    text: str
    private: bool = False
    derived: bool = False


def _table(*figures: Figure) -> dict[str, Figure]:
    return {figure.name: figure for figure in figures}


WORLD = _table(
    Figure("tension", "points", 0, 100, "Ill will between the capitals."),
    Figure("war", "points", 0, 100, "How hard the war on the ground is fought."),
    Figure("sanctions", "points", 0, 100, "How much of the trade with the other side is cut."),
    Figure("altitude", "m", 200_000, 480_000, "Mean height of the station's orbit."),
    Figure("propellant", "kg", 0, 7_000, "Propellant in the Russian tanks."),
    Figure("power", "%", 0, 100, "Electric power, most of it from the US wings."),
    Figure("power_share", "%", 0, 50, "Share of the US wings' power sent across."),
    Figure("leak", "g/day", 0, 5_000, "Air lost a day, mostly through the PrK tunnel."),
    Figure("supplies", "days", 0, 720, "Food, water and spares for a crew of seven."),
    Figure("cohesion", "points", 0, 100, "How well the people aboard work as one crew."),
    Figure("integrity_usos", "%", 0, 100, "Health of the US, European and Japanese segment."),
    Figure("integrity_ros", "%", 0, 100, "Health of the Russian segment."),
    Figure("gyroscopes", "wheels", 0, 4, "Gyroscopes of the US segment that work, of four."),
    Figure("hazard", "points", 0, 100, "Debris and solar weather."),
)

OF_STATION = frozenset(
    ("altitude", "propellant", "power", "power_share", "leak", "supplies", "integrity_usos",
     "integrity_ros", "gyroscopes", "hazard", "commitment")
)  # fmt: skip
"""Figures by their last name that say something only where a station lives."""

MANDATE = "How safe the office is: the factions, weighed; what one lacks to 20 counts twice."
FACTION = "A faction's approval; under 20 it fights the office, and what it lacks counts twice."
UNREST = "Approval that the restless faction withdraws at the turn's end; its gains settle as much."

PARTNER = _table(
    Figure("treasury", "M USD", -500, 5_000, "Money free to spend.", private=True),
    Figure("income", "M USD/month", 0, 500, "Money that comes in each month.", private=True),
    Figure("capital", "points", 0, 6, "Political capital for the agenda and the table."),
    Figure("mandate", "points", 0, 100, MANDATE),
    Figure("standing", "points", 0, 100, "Prestige abroad."),
    Figure("rung", "rung", 0, 6, "Rung on the ladder of leaving."),
    Figure("commitment", "year", 2020, 2040, "Last year promised to the station."),
    Figure("kept", "promises", 0, 99, "Promises kept."),
    Figure("broken", "promises", 0, 99, "Promises and deals broken."),
    Figure("unrest", "points", 0, 100, UNREST, private=True),
    Figure("low", "turns", 0, 99, "Turns in a row with a mandate under 15."),
    Figure("peace", "points", 0, 100, "Legacy: what you did for peace."),
    Figure("science", "points", 0, 100, "Legacy: what you did for science."),
    Figure("people", "points", 0, 100, "Legacy: what you did for the people who fly."),
    Figure("power_legacy", "points", 0, 100, "Legacy: what you did for your side's weight."),
)

TRUST = Figure("trust", "points", 0, 100, "How far one partner relies on another's word.")
APPROVAL = Figure("faction", "points", 0, 100, FACTION, private=True)
WEIGHT = Figure(
    "weight", "%", 0, 300, "How much its leader cares about a topic; 100 is neutral.", private=True
)
OUTAGE = Figure("pad", "days", 0, 3_650, "Days from the turn's first until it can launch; 0: open.")
PROGRESS = Figure("option", "%", 0, 100, "How far an outside option has come.")
AIMED = Figure("target", "points", 0, 100, "The faction or outside option that is aimed at.")

FACTS = _table(
    Figure("aboard", "people", 0, 30, "People on the station.", derived=True),
    Figure("stranded", "people", 0, 30, "People without a healthy seat home.", derived=True),
    Figure("seats", "seats", 0, 60, "Healthy seats at the station.", derived=True),
    Figure("ports.usos", "ports", 0, 9, "Free docking ports of the US segment.", derived=True),
    Figure("ports.ros", "ports", 0, 9, "Free docking ports of the Russian segment.", derived=True),
    Figure("short.usos", "%", 0, 100, "Power that the US segment lacks.", derived=True),
    Figure("short.ros", "%", 0, 100, "Power that the Russian segment lacks.", derived=True),
    Figure("push", "m", 0, 99_999, "Metres that docked US ships can still raise.", derived=True),
    Figure("month", "months", 0, 999, "Months since the scenario began.", derived=True),
    Figure("turns_left", "turns", 0, 999, "Turns still to play.", derived=True),
    Figure("specialists.usos", "people", 0, 30, "Who can run the US segment.", derived=True),
    Figure("specialists.ros", "people", 0, 30, "Who can run the Russian segment.", derived=True),
    Figure("fatigue", "points", 0, 100, "Mean fatigue of those aboard.", derived=True),
    Figure("fatigue.worst", "points", 0, 100, "Fatigue of the most tired aboard.", derived=True),
    Figure("morale", "points", 0, 100, "Mean morale of those aboard.", derived=True),
    Figure("crew.record_days", "days", 0, 9_999, "How long somebody has been up.", derived=True),
    Figure("crew.unwell", "people", 0, 30, "Whose health is under 70.", derived=True),
    Figure("crew.training", "people", 0, 99, "Who trains on the ground.", derived=True),
    Figure("walk.usos", "%", 0, 95, "Odds of a US spacewalk by the best two.", derived=True),
    Figure("walk.ros", "%", 0, 95, "Odds of a Russian spacewalk by the best two.", derived=True),
    Figure("walk.joint", "%", 0, 95, "Odds of one by the best of each half.", derived=True),
    Figure("rung.highest", "rung", 0, 6, "The highest rung anybody stands on.", derived=True),
    Figure("lost", "people", 0, 30, "People whom no seat brought home when the halves parted.",
           derived=True),
)  # fmt: skip
RELIANCE = Figure("reliance", "points", 0, 100, "The most it would lose if one other left now.",
                  derived=True)  # fmt: skip
LOSS = Figure("loss", "points", 0, 100, "What it would lose if that partner left this turn.",
              derived=True)  # fmt: skip
BILLS = Figure(
    "bills", "M USD", 0, 20_000, "What its own flights of the next six months cost.", derived=True
)
OWN_FACTS = {"reliance": RELIANCE, "bills": BILLS}
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


@dataclass(frozen=True, slots=True)
class Name:
    """How a name written in content is found in a state.

    `key` may hold `{self}` and `{target}`, filled when the expression is bound to a chair.
    """

    store: Store
    key: str
    type: Type
    figure: Figure | None = None

    @property
    def private(self) -> bool:
        """Whether only its owner sees it."""
        return self.figure is not None and self.figure.private

    @property
    def writable(self) -> bool:
        """Whether an effect may shift or assign it."""
        if self.store != "figures" or self.figure is None or self.figure.derived:
            return False
        return self.figure.name not in ("mandate", "low")


@dataclass(frozen=True, slots=True)
class Names:
    """All names that exist for a set of packs."""

    partners: frozenset[str] = frozenset()
    factions: dict[str, str] = field(default_factory=dict)
    options: frozenset[str] = frozenset()
    vehicles: frozenset[str] = frozenset()
    pads: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    flags: dict[str, Type] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    scenarios: frozenset[str] = frozenset()

    def values(self, word: str) -> tuple[str, ...]:
        """Return all that a word may be; empty where that isn't known."""
        return tuple(sorted(self.scenarios)) if word == "scenario" else WORDS.get(word, ())

    def resolve(self, name: str) -> Name | None:
        """Return how to read `name`, or None when nothing of that name exists."""
        head, _, rest = name.partition(".")
        if not rest:
            return self._bare(name)
        found = self._prefixed(head, rest)
        return found or self._of_partner(head, rest)

    def _bare(self, name: str) -> Name | None:
        if name == "date":
            return Name("figures", "date", "date")
        if name == "amount":
            return Name("scope", "amount", "int")
        if name == "target":
            return Name("figures", "{target}", "int", AIMED)
        if name in WORDS or name == "scenario":
            return Name("words", name, "text")
        if name in OF_PARTNER:
            return Name("words", f"{{self}}.{name}", "text")
        figure = WORLD.get(name) or FACTS.get(name)
        if figure:
            return Name("figures", name, "int", figure)
        return self._own("{self}", name)

    def _own(self, whose: str, name: str) -> Name | None:
        figure = PARTNER.get(name) or OWN_FACTS.get(name)
        return Name("figures", f"{whose}.{name}", "int", figure) if figure else None

    def _prefixed(self, head: str, rest: str) -> Name | None:
        if f"{head}.{rest}" in FACTS:
            return Name("figures", f"{head}.{rest}", "int", FACTS[f"{head}.{rest}"])
        if head in ("aboard", "stranded") and self._is_partner(rest):
            return Name("figures", f"{head}.{self._slot(rest)}", "int", FACTS[head])
        if head == "docked" and rest in self.vehicles:
            return Name("figures", f"docked.{rest}", "int", FACTS["seats"])
        if head == "pad" and rest in self.pads:
            return Name("figures", f"pad.{rest}", "int", OUTAGE)
        if head == "option" and rest in self.options:
            return Name("figures", f"option.{rest}", "int", PROGRESS)
        return self._yes_or_no(head, rest)

    def _yes_or_no(self, head: str, rest: str) -> Name | None:
        if head == "flag" and rest in self.flags:
            return Name("flags", rest, self.flags[rest])
        if head == "happened" and rest in self.events:
            return Name("fired", rest, "bool")
        if head == "whole" and rest in THREADS:
            return Name("figures", f"whole.{rest}", "bool")
        if head in ("notice", "in_chair", "commander") and self._is_partner(rest):
            return Name("figures", f"{head}.{self._slot(rest)}", "bool")
        if head == "deal":
            return self._deal(rest)
        return None

    def _deal(self, rest: str) -> Name | None:
        clause, _, who = rest.partition(".")
        if clause not in self.clauses or (who and not self._is_partner(who)):
            return None
        key = f"deal.{clause}.{self._slot(who)}" if who else f"deal.{clause}"
        return Name("figures", key, "bool")

    def _of_partner(self, head: str, rest: str) -> Name | None:
        if head in ("trust", "faction", "loss"):
            return self._nested("{self}", f"{head}.{rest}")
        if not self._is_partner(head):
            return None
        whose = self._slot(head)
        if rest in OF_PARTNER:
            return Name("words", f"{whose}.{rest}", "text")
        return self._own(whose, rest) or self._nested(whose, rest)

    def _nested(self, whose: str, rest: str) -> Name | None:
        kind, _, what = rest.partition(".")
        if kind == "trust" and self._is_partner(what):
            return Name("figures", f"{whose}.trust.{self._slot(what)}", "int", TRUST)
        if kind == "loss" and self._is_partner(what):
            return Name("figures", f"{whose}.loss.{self._slot(what)}", "int", LOSS)
        if kind == "faction" and what in self.factions:
            return Name("figures", f"{whose}.faction.{what}", "int", APPROVAL)
        return None

    def _is_partner(self, word: str) -> bool:
        return word in self.partners or word in ("self", "target")

    def _slot(self, word: str) -> str:
        return f"{{{word}}}" if word in ("self", "target") else word

    def known(self) -> Iterable[str]:
        """Yield plain names for `did you mean`."""
        yield from (*WORLD, *PARTNER, *FACTS, *WORDS, *OWN_FACTS)
        yield from ("date", "amount", "target", "scenario", *OF_PARTNER)
        yield from (f"flag.{name}" for name in self.flags)
        yield from (f"option.{name}" for name in self.options)
        yield from (f"deal.{name}" for name in self.clauses)
        yield from (f"happened.{name}" for name in self.events)
        yield from (f"docked.{name}" for name in self.vehicles)
        yield from (f"pad.{name}" for name in self.pads)
        yield from (f"faction.{name}" for name in self.factions)
        yield from (f"trust.{name}" for name in self.partners)
        yield from (f"loss.{name}" for name in self.partners)
        yield from (f"whole.{name}" for name in THREADS)
        yield from (f"{who}.{name}" for who in sorted(self.partners) for name in PARTNER)
