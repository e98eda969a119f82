"""Which cards the people of a game have met, by which they meet them less in the next campaigns."""

from __future__ import annotations

from collections.abc import Collection

from game.session import Session


def cards_met(session: Session) -> list[str]:
    """Return the undated cards that have lain on a person's desk so far."""
    return cards_of(session, session.people)


def cards_of(session: Session, chairs: Collection[str]) -> list[str]:
    """Return the undated cards that have lain on any of some chairs' desks so far."""
    events = session.played.events
    fired = (events[id_] for id_ in session.state.fired if id_ in events)
    return [
        event.id
        for event in fired
        if event.weight and event.day is None and any(desk.chair in chairs for desk in event.desks)
    ]


def run_of(session: Session) -> str:
    """Return what tells a run from another."""
    setup = session.setup
    return f"{setup.scenario}/{setup.chair}/{setup.seed}"
