"""Every name in a state that must mean something in the loaded content."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.content.past import parted
from game.content.paths import WORDS
from game.rules.deciding import DECIDING
from game.rules.endings import DISMISSED, END_OF_TERM
from game.rules.figures import about_word, restless_word
from game.rules.home.cabinet import marks
from game.rules.index import Index
from game.rules.series import counter
from game.rules.state import State, Term
from game.text.language import _

Reference = tuple[str, str, Collection[str]]


def strangers(index: Index, fresh: State, state: State) -> Iterator[str]:
    """Yield what a state names that neither the content nor a fresh game of it knows."""
    for check in (_tables, _story, _station, _diplomacy, _desks):
        for place, name, known in check(index, fresh, state):
            if name not in known:
                yield _("{place} names {name}, which isn't there", place=place, name=repr(name))


def _tables(index: Index, fresh: State, state: State) -> Iterator[Reference]:
    vehicles = index.content.vehicles
    counted = {f"count.{vehicle}" for vehicle in vehicles}
    counted |= {counter(vehicle) for vehicle in vehicles.values()}
    yield from (("figures", name, fresh.figures) for name in state.figures)
    yield from (("flags", name, counted | set(index.content.flags)) for name in state.flags)
    desks = marks(index)
    yield from (("words", name, {*fresh.words, *desks}) for name in state.words)
    yield from (("words", state.words[word], able) for word, able in desks.items()
                if word in state.words)  # fmt: skip
    for partner in index.partners:
        held = state.words.get(f"{partner}.leader", fresh.words[f"{partner}.leader"])
        yield "words", held, _leaders(index, partner)
    for chair in index.chairs:
        ids = {name for _path, _weight, name in index.factions[chair]}
        yield "words", state.words.get(restless_word(chair), ""), {"", *ids}
        yield "words", state.words.get(about_word(chair), ""), {"", *index.content.grievances}
    for word in ("hatch", "prk"):
        yield "words", state.words.get(word, ""), WORDS[word]
    for chair, table in state.knowledge.items():
        yield "knowledge", chair, index.partners
        yield from (("knowledge", path, index.bounds) for path in table)


def _leaders(index: Index, partner: str) -> list[str]:
    leaders = index.content.leaders.values()
    return [leader.id for leader in leaders if leader.partner == partner]


def _story(index: Index, fresh: State, state: State) -> Iterator[Reference]:
    events = index.content.events
    yield from (("fired", name, events) for name in state.fired)
    yield from (("met", name, events) for name in state.met)
    yield from (("roles", name, events) for name in state.roles)
    yield from (("scheduled", item.event, events) for item in state.scheduled)
    yield from _past(index, state)
    yield "ending", state.ending, {"", DISMISSED, END_OF_TERM, *index.content.endings}


def _past(index: Index, state: State) -> Iterator[Reference]:
    content = index.content
    known = {"event": content.events, "clause": content.clauses, "partner": content.partners,
             "person": content.people, "vehicle": content.vehicles,
             "pattern": content.patterns}  # fmt: skip
    for key in state.past:
        yield from (("past", part, known[what]) for part, what in parted(key) if what in known)


def _station(index: Index, fresh: State, state: State) -> Iterator[Reference]:
    content = index.content
    for key, person in state.crew.items():
        yield "crew", key, (person.id,)
        yield "crew", person.id, content.people
        yield "crew", person.partner, content.partners
    for key, ship in state.ships.items():
        yield "ships", key, (ship.id,)
        yield "ships", ship.vehicle, content.vehicles
        yield "ships", ship.owner, content.partners
    for flight in state.manifest:
        yield "manifest", flight.vehicle, content.vehicles
        yield "manifest", flight.owner, content.partners
        yield from (("manifest", person, content.people) for person in flight.crew)


def _diplomacy(index: Index, fresh: State, state: State) -> Iterator[Reference]:
    for deal in state.deals:
        yield from (("deals", party, index.partners) for party in deal.parties)
        yield from _terms(index, "deals", deal.terms, deal.parties)
        yield "deals", deal.left, ("", *deal.parties)
        levels = (level for life in deal.lives for level in life.levels)
        yield from (("deals", level.path, index.bounds) for level in levels)
    yield from (("held", path, index.bounds) for path in state.held)
    for claim in state.claims:
        yield "claims", claim.holder, index.chairs
        yield "claims", claim.debtor, index.chairs
    for offer in state.offers:
        yield from (("offers", party, index.chairs) for party in offer.parties)
        yield from _terms(index, "offers", offer.terms, offer.parties)
    for promise in state.promises:
        yield "promises", promise.maker, index.partners
        yield "promises", promise.to, index.partners


def _terms(
    index: Index, place: str, terms: tuple[Term, ...], parties: tuple[str, ...]
) -> Iterator[Reference]:
    for term in terms:
        yield place, term.clause, index.content.clauses
        yield place, term.giver, parties
        yield place, term.to, ("", *parties)


def _desks(index: Index, fresh: State, state: State) -> Iterator[Reference]:
    for slot in state.queue:
        yield "queue", slot.chair, index.chairs
        yield "queue", slot.subject, DECIDING[slot.kind].subjects(index, state, slot)
    for sealed in state.sealed:
        yield "sealed", f"{sealed.event}/{sealed.choice}", _choices(index, sealed.chair)


def _choices(index: Index, chair: str) -> set[str]:
    return {
        f"{event.id}/{choice.id}"
        for event in index.content.events.values()
        for desk in event.desks
        if desk.chair == chair
        for choice in desk.choices
    }
