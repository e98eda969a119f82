"""Training on the ground: who goes, what they learn, and when they are back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from game.content.records import Content
from game.rules.calendar import DAYS_A_MONTH
from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.people.crew import put_on_ground, skill
from game.rules.state import Crew, next_to_fly

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
    able = (c for c in _free(draft, partner, until) if _can_learn(draft, c, learning))
    for person in list(islice(able, people)):
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


def _free(draft: Draft, partner: str, until: int) -> Iterator[Crew]:
    """Yield who of a partner can be back in time: the next to fly first, then the corps."""
    flights = sorted(draft.state.manifest, key=next_to_fly)
    booked = {p: flight for flight in reversed(flights) for p in flight.crew}
    all_people = draft.index.content.people
    first = [p for flight in flights for p in flight.crew if all_people[p].partner == partner]
    rest = [p for p in draft.index.corps[partner] if p not in booked]
    crew = draft.state.crew
    for person in dict.fromkeys([*first, *rest]):
        flight, known = booked.get(person), crew.get(person)
        in_time = flight is None or flight.day >= until
        if in_time and (known is None or known.place == "ground"):
            yield known or Crew(person, partner, "ground", "", 0)
