"""The rungs of the ladder by name, and what of the cooperation each of them shuts."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.records import Content, Rung, Scenario
from game.rules.messages import Message, message

APART = 4  # so many of the rungs that worlds inherit need no station
NEVER_SHUT = 99


def rungs(scenario: Scenario) -> tuple[str, ...]:
    """Return what the rungs of a scenario's ladder are called, from normal ground up."""
    inherited = scenario.station or scenario.own_ladder
    return scenario.rungs or (scenario.ladder if inherited else scenario.ladder[:APART])


def of_station(scenario: Scenario) -> bool:
    """Return whether a ladder is the station's, which not everybody climbs to its end."""
    return scenario.station and not scenario.rungs and not scenario.own_ladder


def by_number(content: Content) -> dict[int, Rung]:
    """Return the rungs by number; where packs describe one again, the base game's stands."""
    ranked = sorted(content.rungs.values(), key=lambda rung: (":" not in rung.id, rung.id))
    return {rung.number: rung for rung in ranked}


def shut_clauses(content: Content) -> dict[str, int]:
    """Return, by clause, the lowest rung that shuts what it is about."""
    return _lowest((rung.number, rung.clauses) for rung in content.rungs.values())


def shut_actions(content: Content) -> dict[str, int]:
    """Return, by action, the lowest rung that shuts it."""
    return _lowest((rung.number, rung.actions) for rung in content.rungs.values())


def _lowest(rows: Iterable[tuple[int, tuple[str, ...]]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, names in sorted(rows, reverse=True):
        found |= dict.fromkeys(names, number)
    return found


def why_shut(scenario: Scenario, number: int, between: bool = True) -> Message:
    """Return why something that a rung shuts can't be had: between two, or by anybody."""
    name = rungs(scenario)[number]
    if between:
        return message("rung.shuts_two", rung=number, name=name)
    return message("rung.shuts", rung=number, name=name)
