"""From two signatures to a deal in force: both homes weigh it, and may have to be won or pressed.

A deal that both homes pass enters at once. Else it waits, and each chair whose home is against
decides: pay a faction, press on, or let it fall. A deal that a card strikes is sold at the home of
who chose it; the card itself says that the other side has agreed.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.state import Offer, Slot, State
from game.rules.table import ratification, treaties
from game.rules.table.deals import entitled, other_side
from game.rules.table.treaties import ClausePerformer

FALL_TRUST = 4  # what the other side trusts less when a deal it signed is let fall
FELL_DAYS = 170  # how long two partners leave each other alone after that
SOUR_DAYS = 900  # how long it is remembered which clauses that home didn't let pass
LIVE = -1
PASSES = 0  # the branch in which the other home passes the deal


def put_home(
    draft: Draft,
    offer: Offer,
    homes: Sequence[str],
    perform: ClausePerformer,
    forced: int = LIVE,
) -> None:
    """Let homes weigh a deal that the first of them has just signed; `forced`: what others say."""
    against = [
        party
        for n, party in enumerate(homes)
        if not _passes(draft, offer, party, forced if n else LIVE)
    ]
    if not against:
        treaties.sign(draft, offer, perform)
        return
    draft.state.offers = (*draft.state.offers, offer)
    slots = tuple(Slot("ratify", party, offer.id) for party in against)
    draft.state.queue = (*slots, *draft.state.queue)
    for party in against:
        name = draft.index.content.partners[party].name
        draft.because(f"ratify:{offer.id}", f"{name} signs, but its home is against the deal")
        other = draft.index.content.partners[other_side(offer, party)].name
        told = f"{name}'s home is against the deal with {other}: {_titles(draft, offer)}."
        draft.note("deal", offer.id, told)


def _passes(draft: Draft, offer: Offer, party: str, forced: int) -> bool:
    if forced != LIVE:
        return forced == PASSES
    return ratification.passes(draft.index, draft.state, offer, party)


def ratify(
    draft: Draft, slot: Slot, offer: Offer, decision: Decision, perform: ClausePerformer
) -> None:
    """Carry out what a chair makes of a deal that its home is against."""
    draft.state.queue = draft.state.queue[1:]
    if decision.pick == "fall":
        _fall(draft, offer, slot.chair)
        return
    if decision.pick == "pay":
        _pay(draft, offer, slot.chair, decision.target)
    else:
        _press(draft, offer, slot.chair)
    if not any(s.kind == "ratify" and s.subject == offer.id for s in draft.state.queue):
        draft.state.offers = tuple(o for o in draft.state.offers if o.id != offer.id)
        treaties.sign(draft, offer, perform)


def _pay(draft: Draft, offer: Offer, chair: str, path: str) -> None:
    found = ratification.payments(draft.index, draft.state, offer, chair)
    payment = next(p for p in found if p.path == path)
    name = draft.index.content.factions[path.rpartition(".")[2]].name
    draft.because(f"ratify:{offer.id}", f"A side payment to {name}: {_titles(draft, offer)}")
    draft.shift(f"{chair}.treasury", -payment.money)
    draft.shift(f"{chair}.capital", -payment.capital)
    draft.note("deal", offer.id, f"{name} comes round to it.", (chair,))
    payer = draft.index.content.partners[chair].name
    draft.note("deal", offer.id, f"{payer} pays for it at home.")


def _press(draft: Draft, offer: Offer, chair: str) -> None:
    name = draft.index.content.partners[chair].name
    found = ratification.stances(draft.index, draft.state, offer, chair)
    draft.because(f"ratify:{offer.id}", f"Pressed on against home: {_titles(draft, offer)}")
    for stance in found:
        draft.nudge(stance.path, -ratification.pressed(stance))
    draft.weigh_mandate(chair)
    draft.note("deal", offer.id, f"{name} presses on against its own home.")


def _fall(draft: Draft, offer: Offer, chair: str) -> None:
    """Drop a signed deal: the other side had signed, and all three know."""
    other = other_side(offer, chair)
    name = draft.index.content.partners[chair].name
    draft.state.offers = tuple(o for o in draft.state.offers if o.id != offer.id)
    draft.state.queue = tuple(
        s for s in draft.state.queue if s.kind != "ratify" or s.subject != offer.id
    )
    to = draft.index.content.partners[other].name
    told = f"{name} lets the signed deal with {to} fall: {_titles(draft, offer)}"
    draft.because(f"ratify:{offer.id}", told)
    draft.shift(f"{other}.trust.{chair}", -FALL_TRUST)
    used = draft.own("used")
    used[fallen(chair, other)] = draft.figures["date"]
    used.update({_soured(chair, term.clause): draft.figures["date"] for term in offer.terms})
    draft.note("deal", offer.id, f"{told}.")


def fallen(one: str, other: str) -> str:
    """Return the mark that a deal let fall leaves between two partners."""
    return f"fell.{one}.{other}" if one < other else f"fell.{other}.{one}"


def rests(state: State, one: str, other: str) -> bool:
    """Return whether two partners still leave each other alone after a deal fell."""
    last = state.used.get(fallen(one, other))
    return last is not None and state.figures["date"] - last < FELL_DAYS


def _soured(chair: str, clause: str) -> str:
    """Return the mark that a clause leaves which a chair's home didn't let pass."""
    return f"sour.{chair}.{clause}"


def sours(state: State, chair: str, offer: Offer) -> bool:
    """Return whether an offer holds a clause that a chair's home let fall not long ago."""
    since = state.figures["date"] - SOUR_DAYS
    return any(state.used.get(_soured(chair, term.clause), 0) > since for term in offer.terms)


def _titles(draft: Draft, offer: Offer) -> str:
    clauses = draft.index.content.clauses
    return ", ".join(entitled(clauses[term.clause], term) for term in offer.terms)
