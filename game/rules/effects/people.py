"""Performs the effects that are about people: wellbeing, training, command, walks, going home."""

from __future__ import annotations

from collections.abc import Callable

from game.content.records import effects as r
from game.rules.draft import Draft
from game.rules.effects.hardware import docked
from game.rules.effects.performing import Actor, performs
from game.rules.messages import message
from game.rules.people import command, training, walks
from game.rules.people.crew import aboard, land, shelter, stranded
from game.rules.people.wellbeing import UNWELL, move
from game.rules.state import Crew


@performs(r.Wellbeing)
def _wellbeing(draft: Draft, effect: r.Wellbeing, actor: Actor) -> None:
    """Move how some people aboard are: by partner, by ship, by role, or by what ails them."""
    points = {"fatigue": effect.fatigue, "morale": effect.morale, "health": effect.health}
    moved = {what: by for what, by in points.items() if by}
    move(draft, _meant(draft, effect, actor), moved, draft.reason)


def _meant(draft: Draft, effect: r.Wellbeing, actor: Actor) -> list[Crew]:
    people = aboard(draft.state, actor.partner(effect.of))
    if effect.ship:
        ship = docked(draft, effect.ship, actor)
        return [c for c in people if ship is not None and c.ship == ship.id]
    if effect.people:
        return GROUPS[effect.people](draft, people)
    if effect.person:
        known = actor.role(effect.person) or (actor.target if effect.person == "target" else "")
        return [c for c in people if c.id == known]
    return people


def _unwell(draft: Draft, people: list[Crew]) -> list[Crew]:
    return [c for c in people if c.health < UNWELL]


GROUPS: dict[str, Callable[[Draft, list[Crew]], list[Crew]]] = {
    "everybody": lambda draft, people: people,
    "stranded": lambda draft, people: stranded(draft.state),
    "unwell": _unwell,
}


@performs(r.Train)
def _train(draft: Draft, effect: r.Train, actor: Actor) -> None:
    """Send people of a partner into training, with the others where they are a partner."""
    partner = actor.partner(effect.of)
    others = actor.target if partner == actor.chair else actor.chair
    skill = training.learning(draft.index.content, partner, effect.skill, others)
    training.train(draft, partner, skill, effect.people, effect.months)


@performs(r.Command)
def _command(draft: Draft, effect: r.Command, actor: Actor) -> None:
    command.name(draft, actor.partner(effect.to))


@performs(r.Walk)
def _walk(draft: Draft, effect: r.Walk, actor: Actor) -> None:
    walks.go_outside(draft, effect.job)


@performs(r.Shelter)
def _shelter(draft: Draft, effect: r.Shelter, actor: Actor) -> None:
    shelter(draft, effect.who)


@performs(r.BringHome)
def _bring_home(draft: Draft, effect: r.BringHome, actor: Actor) -> None:
    """Land the ship of whoever is least well or longest up, if they have one that can fly."""
    people = aboard(draft.state)
    if effect.who == "unwell":
        people = sorted(_unwell(draft, people), key=lambda c: (c.health, c.id))
    ship = draft.state.ships.get(people[0].ship) if people else None
    if ship is not None and not ship.fault:
        land(draft, ship, message("ship.home_early", ship=ship.name))
