"""All that is wrong with a state: nothing, as long as the rules are right."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.records import Content
from game.rules.draft import Draft
from game.rules.facts import refresh_all
from game.rules.hardware.orbit import KIT
from game.rules.hardware.ports import PORTS, moored
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.people.command import commander
from game.rules.people.crew import PLACES, seats, skill
from game.rules.people.feelings import MOST
from game.rules.people.training import BEST
from game.rules.people.wellbeing import FEELINGS
from game.rules.phases.story import CARDS_A_TURN
from game.rules.state import Crew, State
from game.rules.table.deals import TERMS_A_SIDE
from game.rules.table.leaders import in_line
from game.text.counting import counted


def violations(content: Content, state: State) -> tuple[str, ...]:
    """Return what breaks a promise of the rules, in words; empty when all is well."""
    index = index_of(content, state.scenario)
    checks = (_bounds, _weights, _mandates, _people, _ships, _facts, _queue, _offers)
    return tuple(problem for check in checks for problem in check(index, state))


def _bounds(index: Index, state: State) -> Iterator[str]:
    for path, (low, high) in index.bounds.items():
        if not low <= state.figures[path] <= high:
            yield f"{path} is {state.figures[path]}, outside {low} to {high}"


def _weights(index: Index, state: State) -> Iterator[str]:
    for partner in index.partners:
        if not in_line(index, state, partner):
            yield f"{partner} weighs something otherwise than its leader"


def _mandates(index: Index, state: State) -> Iterator[str]:
    draft = Draft(index, state)
    for partner in index.partners:
        draft.weigh_mandate(partner)
        if draft.figures[f"{partner}.mandate"] != state.figures[f"{partner}.mandate"]:
            yield f"the mandate of {partner} is not its factions' weighted mean"


def _people(index: Index, state: State) -> Iterator[str]:
    for person in state.crew.values():
        if person.place not in PLACES:
            yield f"{person.id} is nowhere: {person.place}"
        if person.place != "aboard" and person.ship:
            yield f"{person.id} holds a seat in {person.ship} without being aboard"
        yield from _condition(index, person)
    if (commander(state) is None) != (state.figures["aboard"] == 0):
        crew = counted(state.figures["aboard"], "person", "people")
        yield f"{state.words['commander'] or 'nobody'} commands {crew}"


def _condition(index: Index, person: Crew) -> Iterator[str]:
    """Yield what is wrong with how somebody is, and with what they are busy with."""
    for what in FEELINGS:
        if not 0 <= getattr(person, what) <= MOST:
            yield f"the {what} of {person.id} is {getattr(person, what)}"
    if (person.place in ("training", "recovering")) != bool(person.until):
        yield f"{person.id} is {person.place} until day {person.until}"
    if (person.place == "training") != bool(person.learning):
        yield f"{person.id} is {person.place} and learns {person.learning or 'nothing'}"
    for name, _ in person.learnt:
        if skill(index.content, person, name) > BEST:
            yield f"{person.id} knows more of {name} than there is to know"


def _ships(index: Index, state: State) -> Iterator[str]:
    for ship in state.ships.values():
        held = sum(1 for c in state.crew.values() if c.place == "aboard" and c.ship == ship.id)
        room = seats(index.content, ship)
        if held > room:
            people = counted(held, "person", "people")
            yield f"{ship.name} holds {people} in {counted(room, 'seat')}"
        if not 0 <= ship.boost <= max(KIT, index.content.vehicles[ship.vehicle].boost):
            yield f"{ship.name} can push {ship.boost} m"
    for segment, ports in PORTS.items():
        if len(moored(index.content, state, segment)) > ports:
            yield f"more ships than ports at {segment}"
    for flight in state.manifest:
        if len(flight.crew) != len(set(flight.crew)):
            yield f"somebody is booked twice on {flight.name}"


def _facts(index: Index, state: State) -> Iterator[str]:
    draft = Draft(index, state)
    refresh_all(draft)
    for path, value in draft.figures.items():
        if state.figures[path] != value:
            yield f"{path} says {state.figures[path]} where the facts say {value}"


def _queue(index: Index, state: State) -> Iterator[str]:
    if state.ending and state.queue:
        yield "somebody is asked to decide after the end"
    if not state.ending and not state.queue:
        yield "nobody is asked to decide before the end"
    for chair in index.chairs:
        cards = [s for s in state.queue if s.chair == chair and KINDS[s.kind].of_a_card]
        if len(cards) > CARDS_A_TURN:
            yield f"{chair} has {counted(len(cards), 'card')}"


def _offers(index: Index, state: State) -> Iterator[str]:
    waiting = {slot.subject for slot in state.queue if KINDS[slot.kind].of_an_offer}
    if waiting != {offer.id for offer in state.offers}:
        yield "offers and answers awaited don't match"
    for offer in state.offers:
        givers = [term.giver for term in offer.terms]
        if any(givers.count(giver) > TERMS_A_SIDE for giver in givers):
            yield f"{offer.id} holds more than {TERMS_A_SIDE} clauses a side"
