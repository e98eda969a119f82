"""Who holds the offices, and what changes when they change hands."""

from __future__ import annotations

from game.content.records import Leader
from game.rules.draft import Draft
from game.rules.index import Index
from game.rules.state import State

NEUTRAL = 100


def leader(index: Index, state: State, partner: str) -> Leader:
    """Return who leads a partner now."""
    return index.content.leaders[state.words[f"{partner}.leader"]]


def weight(index: Index, state: State, partner: str, topic: str) -> int:
    """Return in per cent how much a partner's leader cares about a topic."""
    return leader(index, state, partner).persona.get(topic, NEUTRAL)


def hand_over(draft: Draft, partner: str, successor: str) -> None:
    """Change who holds an office; unsigned offers of that partner lapse."""
    draft.own("words")[f"{partner}.leader"] = successor
    draft.state.offers = tuple(o for o in draft.state.offers if partner not in (o.maker, o.to))
    open_offers = {offer.id for offer in draft.state.offers}
    draft.state.queue = tuple(
        slot
        for slot in draft.state.queue
        if slot.kind not in ("answer", "counter") or slot.subject in open_offers
    )
    new = draft.index.content.leaders[successor]
    name = draft.index.content.partners[partner].name
    told = f"{new.name} takes over: {new.office}." if new.real else f"{name} has a new head."
    draft.note("leader", partner, told)


def successor(draft: Draft, partner: str) -> str:
    """Return who follows after a dismissal: an unnamed holder other than the present one."""
    now = draft.state.words[f"{partner}.leader"]
    unnamed = [
        person.id
        for person in draft.index.content.leaders.values()
        if person.partner == partner and not person.real and person.id != now
    ]
    if not unnamed:
        return now
    return unnamed[draft.below(len(unnamed), "successor", partner)]
