"""Figures in words: what they are called, their values and moves with units, what is good."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.content.paths import (
    APPROVAL,
    OF_STATION,
    PARTNER,
    PROGRESS,
    TRUST,
    WEIGHT,
    WORLD,
    Figure,
)
from game.content.records import Content, Scenario
from game.narration.crew import person_title
from game.rules.index import Index
from game.rules.rungs import RUNGS


def loss_title(content: Content, owner: str, other: str, chair: str) -> str:
    """Return whose loss by whose leaving a figure is, from a chair's side."""
    leaver = "you" if other == chair else content.partners[other].name
    whose = "Your" if owner == chair else f"{content.partners[owner].name}'s"
    return f"{whose} loss if {leaver} left"


def trust_title(content: Content, owner: str, other: str, chair: str) -> str:
    """Return whose trust in whom a figure is, from a chair's side."""
    name, towards = content.partners[owner].name, content.partners[other].name
    if owner == chair:
        return f"Trust in {towards}"
    return f"{name}'s trust in you" if other == chair else f"{name}'s trust in {towards}"


TITLES = {
    "tension": "Tension",
    "war": "War",
    "sanctions": "Sanctions",
    "altitude": "Orbit",
    "propellant": "Propellant",
    "power": "Power",
    "power_share": "Power across",
    "leak": "Leak",
    "supplies": "Supplies",
    "cohesion": "Cohesion",
    "integrity_usos": "US segment",
    "integrity_ros": "Russian segment",
    "gyroscopes": "Gyroscopes",
    "hazard": "Hazard",
    "treasury": "Treasury",
    "income": "Income a month",
    "capital": "Capital",
    "mandate": "Mandate",
    "standing": "Standing",
    "rung": "Rung",
    "commitment": "Commitment",
    "kept": "Promises kept",
    "broken": "Promises broken",
    "peace": "Legacy: peace",
    "science": "Legacy: science",
    "people": "Legacy: people",
    "power_legacy": "Legacy: power",
    "unrest": "Unrest at home",
    "low": "Turns near dismissal",
}
CAPITALS = "the capitals"  # in what a figure says: the cities of the first two chairs
ELSEWHERE = {"cohesion": "How well the people who do the work act as one."}
BAD_WHEN_HIGH = frozenset(
    {"tension", "war", "sanctions", "leak", "hazard", "rung", "broken", "low", "fatigue", "unrest"}
)


def figure_title(content: Content, path: str, chair: str = "") -> str:
    """Return what a figure is called on the screen, from a chair's side where that is shorter."""
    if path in TITLES:
        return TITLES[path]
    if path.startswith("option."):
        return content.options[path.removeprefix("option.")].name
    if path.startswith("pad."):
        return f"{content.pads[path.removeprefix('pad.')].name}, days out"
    owner, _, rest = path.partition(".")
    if owner == "crew":
        return person_title(content, rest)
    whose = "" if owner == chair else f"{content.partners[owner].name}: "
    if rest.startswith("trust."):
        return trust_title(content, owner, rest.removeprefix("trust."), chair)
    if rest.startswith("weight."):
        return f"{whose}Weight of {rest.removeprefix('weight.')}"
    if rest.startswith("loss."):
        return loss_title(content, owner, rest.removeprefix("loss."), chair)
    if rest.startswith("faction."):
        return whose + content.factions[rest.removeprefix("faction.")].name
    return whose + TITLES.get(rest, rest)


def figure_about(index: Index, path: str) -> str:
    """Return what a figure says, with the capitals named as the world's partners have them."""
    text = (figure_of(path) or TRUST).text
    if not index.scenario.station:
        text = ELSEWHERE.get(path, text)
    cities = [index.content.partners[chair].city for chair in index.chairs[:2]]
    return text.replace(CAPITALS, " and ".join(cities)) if len(cities) == 2 else text


def told_here(scenario: Scenario, paths: Iterable[str]) -> tuple[str, ...]:
    """Return those figures that say something in a scenario: all of them where a station lives."""
    return tuple(p for p in paths if scenario.station or p.rpartition(".")[2] not in OF_STATION)


def value_text(path: str, value: int, rungs: Sequence[str] = RUNGS) -> str:
    """Return a figure's value with its unit, as the screen shows it; `rungs` names the ladder's."""
    if path == "altitude":
        return f"{value / 1000:.1f} km"
    if path == "propellant":
        return f"{value / 1000:.2f} t"
    if path == "leak":
        return f"{value / 1000:.2f} kg/day"
    if path.endswith(("treasury", ".income")):
        return f"{value} M"
    if path.endswith(".rung"):
        return f"{value} {rungs[value]}"
    if path == "gyroscopes":
        return f"{value} of {WORLD[path].high}"
    return f"{value}{_unit(path)}"


def figure_of(path: str) -> Figure | None:
    """Return what is fixed about the figure at a path; None for a partner's trust."""
    _, _, rest = path.partition(".")
    if rest.startswith("weight."):
        return WEIGHT
    if path.startswith("option."):
        return PROGRESS
    return APPROVAL if rest.startswith("faction.") else WORLD.get(path) or PARTNER.get(rest)


def _unit(path: str) -> str:
    figure = figure_of(path)
    unit = figure.unit if figure else ""
    return {"%": " %", "days": " days"}.get(unit, "")


def amount_text(path: str, amount: int) -> str:
    """Return a signed amount with its unit."""
    if path in ("altitude", "propellant", "leak"):
        unit = {"altitude": "km", "propellant": "t", "leak": "kg/day"}[path]
        return f"{amount / 1000:+.2f} {unit}"
    money = " M" if path.endswith(("treasury", ".income")) else ""
    return f"{amount:+d}{money}"


def good(path: str, amount: int) -> bool:
    """Return whether a move of a figure is one that its owner would call good."""
    bad_when_high = path.rpartition(".")[2] in BAD_WHEN_HIGH and ".weight." not in path
    bad_when_high = bad_when_high or path.startswith("pad.")
    return (amount < 0) == bad_when_high


LEVEL_TEXTS = {
    "liaison": "The others sign a little below their line, and less breaks. For a first game.",
    "director": "The game as it is meant: the others look one step ahead, the world is fair.",
    "cold": "The others look turns ahead, and more breaks. The rules are the same.",
}
