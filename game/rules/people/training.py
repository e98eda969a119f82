"""Training on the ground: who goes, what they learn, and when they are back."""

from __future__ import annotations

from game.content.records import Content
from game.rules.calendar import DAYS_A_MONTH
from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.people.crew import put_on_ground, skill
from game.rules.state import Crew, Flight

BEST = 5  # nobody learns beyond this


def learning(content: Content, partner: str, what: str, others: str) -> str:
    """Return the skill that training teaches a partner's people: `what`, or for `other` a segment.

    It is the segment of those they train with; with nobody, the one that isn't their own.
    """
    if what != "other":
        return what
    if others in content.partners:
        return content.partners[others].segment
    return {"usos": "ros", "ros": "usos"}[content.partners[partner].segment]


def train(draft: Draft, partner: str, learning: str, people: int, months: int) -> None:
    """Send some of a partner's people into training in a skill: those who fly next first."""
    today = draft.figures["date"]
    until = today + months * DAYS_A_MONTH
    sent = [c for c in _free(draft, partner, until) if _can_learn(draft, c, learning)][:people]
    for person in sent:
        put_on_ground(draft, _in_training(person, today, until, learning))
        draft.note(
            "crew",
            person.id,
            message("crew.trains", people=(person.id,), months=months, skill=learning),
        )


def _in_training(person: Crew, today: int, until: int, learning: str) -> Crew:
    """Return somebody in training; written out, for `replace` takes ten times as long."""
    return Crew(
        person.id, person.partner, "training", person.ship, today, person.liner, person.fatigue,
        person.morale, person.health, until, learning, person.learnt,
    )  # fmt: skip


def _can_learn(draft: Draft, person: Crew, learning: str) -> bool:
    return skill(draft.index.content, person, learning) < BEST


def _free(draft: Draft, partner: str, until: int) -> list[Crew]:
    """Return who of a partner can be back in time: the next to fly first, then the corps."""
    flights = sorted(draft.state.manifest, key=lambda f: (f.day, f.id))
    booked = {p: flight for flight in reversed(flights) for p in flight.crew}
    known = draft.index.content.people
    first = [p for flight in flights for p in flight.crew if known[p].partner == partner]
    rest = [p for p in draft.index.corps[partner] if p not in booked]
    people = [_as_known(draft, p, partner) for p in dict.fromkeys([*first, *rest])]
    return [c for c in people if c.place == "ground" and _in_time(booked.get(c.id), until)]


def _as_known(draft: Draft, person: str, partner: str) -> Crew:
    return draft.state.crew.get(person) or Crew(person, partner, "ground", "", 0)


def _in_time(flight: Flight | None, until: int) -> bool:
    return flight is None or flight.day >= until
