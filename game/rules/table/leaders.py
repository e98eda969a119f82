"""Who holds the offices, and what changes when they change hands."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.paths import TOPICS
from game.content.records import Leader
from game.rules.draft import Draft
from game.rules.figures import weight_path
from game.rules.index import Index
from game.rules.kinds import KINDS
from game.rules.messages import message
from game.rules.past import office
from game.rules.state import State
from game.rules.table import knowledge
from game.rules.table.handing_over import tell_asks, tell_lapsed, tell_papers, weights_known

NEUTRAL = 100


def leader(index: Index, state: State, partner: str) -> Leader:
    """Return who leads a partner now."""
    return index.content.leaders[state.words[f"{partner}.leader"]]


def weight(state: State, partner: str, topic: str) -> int:
    """Return in per cent how much a partner's leader cares about a topic; on a view, a belief."""
    return state.figures[f"{partner}.weight.{topic}"]


def persona(index: Index, state: State, partner: str) -> Mapping[str, int]:
    """Return the persona of whoever leads a partner now; empty where nobody does."""
    held = index.content.leaders.get(state.words[f"{partner}.leader"])
    return held.persona if held else {}


def in_line(index: Index, state: State, partner: str) -> bool:
    """Return whether a partner weighs everything as its leader does."""
    wanted = persona(index, state, partner)
    return all(weight(state, partner, topic) == wanted.get(topic, NEUTRAL) for topic in TOPICS)


def take_up(draft: Draft, partner: str) -> None:
    """Bring a partner's weights in line with its leader; the others know public reports of them."""
    wanted = persona(draft.index, draft.state, partner)
    for topic in TOPICS:
        path = weight_path(partner, topic)
        draft.shift(path, wanted.get(topic, NEUTRAL) - draft.figures[path])
    knowledge.introduce(draft, partner, wanted)


def hand_over(draft: Draft, partner: str, successor: str) -> None:
    """Change who holds an office; unsigned offers of that partner lapse, and all hear of it."""
    lapsed = [o for o in draft.state.offers if partner in (o.maker, o.to)]
    before = weights_known(draft, partner)
    draft.own("words")[f"{partner}.leader"] = successor
    draft.state.offers = tuple(o for o in draft.state.offers if partner not in o.parties)
    open_offers = {offer.id for offer in draft.state.offers}
    draft.state.queue = tuple(
        slot
        for slot in draft.state.queue
        if not KINDS[slot.kind].of_an_offer or slot.subject in open_offers
    )
    new = draft.index.content.leaders[successor]
    told = message("leader.unnamed", partner=partner)
    if new.real:
        told = message("leader.named", name=new.name, office=new.office)
    draft.note("leader", partner, told)
    office(draft, partner)
    take_up(draft, partner)
    tell_lapsed(draft, partner, lapsed)
    tell_asks(draft, partner, new)
    tell_papers(draft, partner, before)


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
