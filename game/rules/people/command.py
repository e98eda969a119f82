"""Who commands the station, and how crews take over from each other.

The record rotates command by agreement: it passes when the commander leaves, between the halves
by turns (E0-6, T-054, T-113). Europeans in command have had the crew's cohesion as their first
duty (A0-12); how much a partner's commanders add is in the content.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.content.records import Content
from game.rules.calendar import turn_start
from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.people.crew import SPECIALIST, aboard, skill, specialists
from game.rules.people.wellbeing import move
from game.rules.state import Crew, Ship, State

ALONE_COST = 4  # points of cohesion that a crew loses which nobody has shown the station
ALONE_FATIGUE = 6  # points of fatigue that finding everything oneself costs
TOGETHER_GAIN = 1  # points of cohesion of a handover face to face (F-03)


def commander(state: State) -> Crew | None:
    """Return who commands, or nobody when the station is empty."""
    person = state.crew.get(state.words["commander"])
    return person if person is not None and person.place == "aboard" else None


def settle(draft: Draft) -> None:
    """Let command pass when the commander has left, to the other half if it has anybody fit."""
    if commander(draft.state) is not None:
        return
    people = aboard(draft.state)
    before = draft.state.crew.get(draft.state.words["commander"])
    if not people:
        draft.own("words")["commander"] = ""
        return
    content = draft.index.content
    last = content.partners[before.partner].segment if before else ""
    halves = content.partners
    give(
        draft, min(people, key=lambda c: (not _fit(content, c), halves[c.partner].segment == last))
    )


def _fit(content: Content, person: Crew) -> bool:
    """Return whether somebody can run the segment of their own side."""
    return skill(content, person, content.partners[person.partner].segment) >= SPECIALIST


def give(draft: Draft, person: Crew) -> None:
    """Hand command to somebody aboard."""
    draft.own("words")["commander"] = person.id
    draft.dirty.add("crew")
    draft.note("crew", person.id, message("command.given", person=person.id, home=person.id))


def name(draft: Draft, partner: str) -> None:
    """Hand command to whoever of a partner has been aboard longest and can run their segment."""
    people = aboard(draft.state, partner)
    if people:
        give(draft, min(people, key=lambda c: not _fit(draft.index.content, c)))


def follow_record(draft: Draft) -> None:
    """Hand command over as the record did, while history keeps to its crews."""
    if not draft.figures["whole.crews"]:
        return
    start, end = draft.figures["date"], turn_start(draft.index.scenario, draft.state.turn + 1)
    for handed in draft.index.scenario.commanders:
        person = draft.state.crew.get(handed.person)
        due = start <= handed.day.toordinal() < end
        if due and person is not None and person.place == "aboard":
            give(draft, person)


def relieve(draft: Draft, ship: Ship, crew: Sequence[Crew]) -> None:
    """Let a crew arrive: shown round by those aboard, or, after a gap, finding it all alone."""
    content = draft.index.content
    if not crew:
        return
    segment = content.partners[ship.owner].segment
    draft.because("rule:handover", message("crew.takes_over", ship=ship.name))
    if specialists(content, aboard(draft.state), segment):
        draft.shift("cohesion", TOGETHER_GAIN)
        return
    draft.shift("cohesion", -ALONE_COST)
    draft.note("crew", ship.id, message("crew.alone_told", ship=ship.name))
    move(draft, crew, {"fatigue": ALONE_FATIGUE}, message("crew.alone", ship=ship.name))


def count(figures: dict[str, int], state: State, partners: Iterable[str]) -> None:
    """Write whose person commands into the facts."""
    holder = commander(state)
    for partner in partners:
        figures[f"commander.{partner}"] = int(holder is not None and holder.partner == partner)
