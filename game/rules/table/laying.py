"""Laying an offer before who is asked: it waits for an answer next, and all sides are told."""

from __future__ import annotations

from game.rules.draft import Draft
from game.rules.messages import Message, message
from game.rules.past import offered
from game.rules.state import Offer, Slot
from game.rules.table.sides import aware


def lay(draft: Draft, offer: Offer) -> None:
    """Put an offer on the desk of who answers first."""
    used, asked = draft.own("used"), offer.parties[1:]
    for other in asked:
        used[f"{other}.incoming"] = used.get(f"{other}.incoming", 0) + 1
    draft.state.offers = (*draft.state.offers, offer)
    draft.state.queue = (Slot("answer", offer.to, offer.id), *draft.state.queue)
    told = message("offer.made", partner=offer.maker, to=offer.to)
    if offer.third:
        told = message("offer.convened", partner=offer.maker, others=asked)
    tell(draft, offer, told)
    for other in asked:
        offered(draft, "made", [term.clause for term in offer.terms], offer.maker, other)


def tell(draft: Draft, offer: Offer, told: Message) -> None:
    """Tell all sides what has become of an offer; what a card brought, to whom it was brought."""
    draft.because(f"offer:{offer.id}", told)
    draft.note("offer", offer.id, told, aware(offer))
