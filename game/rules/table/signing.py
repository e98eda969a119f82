"""From two signatures to a deal in force: both homes weigh it, and may have to be won or pressed.

A deal that both homes pass enters at once. Else it waits, and each chair whose home is against
decides: pay a faction, press on, or let it fall. A deal that a card strikes is sold at the home of
who chose it; the card itself says that the other side has agreed.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.past import paper
from game.rules.state import Offer, Slot, State
from game.rules.table import ratification, treaties
from game.rules.table.deals import titles
from game.rules.table.sides import others
from game.rules.table.treaties import ClausePerformer

FALL_TRUST = 4  # what the other side trusts less when a deal it signed is let fall
FELL_DAYS = 170  # how long two partners leave each other alone after that
SOUR_DAYS = 900  # how long it is remembered which clauses that home didn't let pass
LIVE = -1
PASSES = 0  # the branch in which every other home passes the deal


def put_home(
    draft: Draft,
    offer: Offer,
    homes: Sequence[str],
    perform: ClausePerformer,
    forced: int = LIVE,
) -> None:
    """Let homes weigh a deal that the first of them has just signed.

    `forced` is what the others say: a bit for each in their order, set where it is against.
    """
    against = [
        party
        for n, party in enumerate(homes)
        if not _passes(draft, offer, party, forced if n else LIVE, n - 1)
    ]
    if not against:
        treaties.sign(draft, offer, perform)
        return
    draft.state.offers = (*draft.state.offers, offer)
    slots = tuple(Slot("ratify", party, offer.id) for party in against)
    draft.state.queue = (*slots, *draft.state.queue)
    for party in against:
        draft.because(f"ratify:{offer.id}", message("vote.signs_against", partner=party))
        told = message(
            "vote.against", partner=party, others=others(offer.parties, party),
            terms=titles(offer.terms),
        )  # fmt: skip
        draft.note("deal", offer.id, told)


def _passes(draft: Draft, offer: Offer, party: str, forced: int, place: int) -> bool:
    if forced != LIVE:
        return not forced >> place & 1
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
    faction, terms = path.rpartition(".")[2], titles(offer.terms)
    draft.because(f"ratify:{offer.id}", message("vote.payment", faction=faction, terms=terms))
    draft.shift(f"{chair}.treasury", -payment.money)
    draft.shift(f"{chair}.capital", -payment.capital)
    draft.note("deal", offer.id, message("vote.won", faction=faction), (chair,))
    draft.note("deal", offer.id, message("vote.paid", partner=chair))


def _press(draft: Draft, offer: Offer, chair: str) -> None:
    found = ratification.stances(draft.index, draft.state, offer, chair)
    draft.because(f"ratify:{offer.id}", message("vote.pressed", terms=titles(offer.terms)))
    for stance in found:
        draft.shift(stance.path, -ratification.pressed(stance), weigh=False)
    draft.weigh_mandate(chair)
    draft.note("deal", offer.id, message("vote.presses", partner=chair))


def _fall(draft: Draft, offer: Offer, chair: str) -> None:
    """Drop a signed deal: the other sides had signed, and everybody knows."""
    both = others(offer.parties, chair)
    draft.state.offers = tuple(o for o in draft.state.offers if o.id != offer.id)
    draft.state.queue = tuple(
        s for s in draft.state.queue if s.kind != "ratify" or s.subject != offer.id
    )
    terms = titles(offer.terms)
    falls = message("vote.falls", partner=chair, others=both, terms=terms)
    draft.because(f"ratify:{offer.id}", falls)
    used, today = draft.own("used"), draft.figures["date"]
    for other in both:
        draft.shift(f"{other}.trust.{chair}", -FALL_TRUST)
        used[fallen(chair, other)] = today
        for term in offer.terms:
            paper(draft, "fallen", term.clause, chair, other)
    used.update({_soured(chair, term.clause): today for term in offer.terms})
    told = message("vote.falls_told", partner=chair, others=both, terms=terms)
    draft.note("deal", offer.id, told)


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
