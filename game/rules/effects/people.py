"""Performs the effects that are about people: wellbeing, training, command, walks, going home."""

from __future__ import annotations

from collections.abc import Callable

from game.content import records as r
from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.people import command, training, walks
from game.rules.people.crew import aboard, land, stranded
from game.rules.people.wellbeing import UNWELL, move
from game.rules.state import Crew


def wellbeing(draft: Draft, effect: r.Wellbeing, of: str, role: str, ship: str) -> None:
    """Move how some people aboard are: by partner, by ship, by role, or by what ails them."""
    move(draft, _meant(draft, effect, of, role, ship), dict(effect.points), draft.reason)


def _meant(draft: Draft, effect: r.Wellbeing, of: str, role: str, ship: str) -> list[Crew]:
    people = aboard(draft.state, of)
    if effect.ship:
        return [c for c in people if c.ship == ship]
    if effect.who in GROUPS:
        return GROUPS[effect.who](draft, people)
    return [c for c in people if c.id == role] if effect.who else people


def _unwell(draft: Draft, people: list[Crew]) -> list[Crew]:
    return [c for c in people if c.health < UNWELL]


GROUPS: dict[str, Callable[[Draft, list[Crew]], list[Crew]]] = {
    "everybody": lambda draft, people: people,
    "stranded": lambda draft, people: stranded(draft.state),
    "unwell": _unwell,
}


def train(draft: Draft, effect: r.Train, partner: str, others: str) -> None:
    """Send people of a partner into training, with `others` where they are a partner."""
    skill = training.learning(draft.index.content, partner, effect.skill, others)
    training.train(draft, partner, skill, effect.people, effect.months)


def name_commander(draft: Draft, partner: str) -> None:
    """Hand command to a partner's person aboard."""
    command.name(draft, partner)


def walk(draft: Draft, effect: r.Walk) -> None:
    """Send the two best for a job outside."""
    walks.go_outside(draft, effect.job)


def bring_home(draft: Draft, effect: r.BringHome) -> None:
    """Land the ship of whoever is least well or longest up, if they have one that can fly."""
    people = aboard(draft.state)
    if effect.who == "unwell":
        people = sorted(_unwell(draft, people), key=lambda c: (c.health, c.id))
    ship = draft.state.ships.get(people[0].ship) if people else None
    if ship is not None and not ship.fault:
        land(draft, ship, message("ship.home_early", ship=ship.name))
