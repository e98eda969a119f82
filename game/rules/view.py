"""The state as one partner may see it: the same shape, the unknown replaced by what is believed."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.past import parted
from game.content.records import Content
from game.errors import UsageError
from game.rules.decisions import Change
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.state import Belief, Roles, Slot, State, View
from game.rules.table.knowledge import spread_now
from game.rules.table.sides import aware
from game.rules.table.stakes import purse, rely
from game.text.near import no_such

NO_SEED = 0
MOST_KNOWN = 4096  # marks that are kept before they are forgotten
SHOWN = ("notice", "incoming")  # marks of another's that are no secret


def view(content: Content, state: State, chair: str) -> View:
    """Return what a chair may see; it carries no seed, no schedule, and nobody else's secrets.

    Raises UsageError for a chair that the scenario doesn't have.
    """
    index = index_of(content, state.scenario)
    if chair not in index.chairs:
        raise UsageError(no_such("chair", chair, index.chairs))
    seen = state.made_as(View)
    seen.seed = NO_SEED
    seen.scheduled = ()
    seen.knowledge = {chair: state.knowledge.get(chair, {})}
    seen.figures = _figures(index, state, chair)
    seen.sealed = tuple([s for s in state.sealed if s.chair == chair])
    seen.offers = tuple([o for o in state.offers if chair in aware(o)])
    own = frozenset([offer.id for offer in seen.offers])
    seen.queue = tuple([_slot(slot, chair, own) for slot in state.queue])
    seen.used = _known(index, state.used, chair)
    seen.roles = _roles(index, state, chair)
    if index.hands.secret:
        seen.past = {key: day for key, day in state.past.items() if _was_told(key, chair, index)}
    hidden = index.listening.hidden[chair]
    if hidden and not hidden.isdisjoint(seen.past):
        seen.past = {key: day for key, day in seen.past.items() if key not in hidden}
    return seen


def belief(state: State, chair: str, path: str) -> Belief | None:
    """Return what a chair believes about a figure hidden from it; None for what it sees."""
    held = state.knowledge.get(chair, {}).get(path)
    return held and Belief(held.estimate, spread_now(path, held, state.turn), held.turn)


def visible(changes: Iterable[Change], chair: str) -> tuple[Change, ...]:
    """Return the changes that a chair may know of."""
    return tuple([c for c in changes if not c.seen or chair in c.seen])


def _figures(index: Index, state: State, chair: str) -> dict[str, int]:
    figures = dict(state.figures)
    figures.update(index.unknown[chair])
    unseen = index.unknown[chair].keys()
    for path, held in state.knowledge.get(chair, {}).items():
        if path in unseen:
            figures[path] = held.estimate
    _reckon_purses(index, state, figures, chair)
    return figures


def _reckon_purses(index: Index, state: State, figures: dict[str, int], chair: str) -> None:
    """Let losses that hang on a purse hang on what is believed of it."""
    for pair in index.pairs:
        if pair.share and pair.who != chair:
            off = purse(figures, pair) - purse(state.figures, pair)
            if off:
                figures[pair.path] += off
                rely(index, figures, (pair.who,))


def _slot(slot: Slot, chair: str, own: frozenset[str]) -> Slot:
    """Return a slot as a chair may see it: a home that is against a deal of its own is public."""
    if slot.chair == chair or (slot.kind == "ratify" and slot.subject in own):
        return slot
    return Slot("card" if KINDS[slot.kind].of_a_card else slot.kind, slot.chair)


def _known(index: Index, used: dict[str, int], chair: str) -> dict[str, int]:
    """Return the marks that are the chair's own or public: notices, milestones, table talk."""
    shown = index.shown[chair]
    try:
        return {key: day for key, day in used.items() if shown[key]}
    except KeyError:  # a mark that nobody has asked about yet
        if len(shown) > MOST_KNOWN:
            shown.clear()
        shown.update({key: _may_know(index, key, chair) for key in used})
        return {key: day for key, day in used.items() if shown[key]}


def _may_know(index: Index, mark: str, chair: str) -> bool:
    """Return whether a mark is no other chair's, or one that it shows."""
    owner, _, what = mark.partition(".")
    return owner == chair or owner not in index.partners or what in SHOWN


def _was_told(known: str, chair: str, index: Index) -> bool:
    """Return whether a chair knows of what was done: a secret answer only where it is its own."""
    parts = {what: part for part, what in parted(known)}
    return parts.get("event") not in index.hands.secret or parts.get("partner") == chair


def _roles(index: Index, state: State, chair: str) -> dict[str, Roles]:
    desks = index.desks
    return {event: roles for event, roles in state.roles.items() if chair in desks[event]}
