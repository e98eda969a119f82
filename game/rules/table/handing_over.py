"""What a change of leader changes at the table: offers that lapse, what is asked, papers' worth.

What another's leader weighs is believed, so each chair is told what it has reason to expect.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.content.paths import TOPICS
from game.content.records import Leader
from game.rules.draft import Draft
from game.rules.figures import weight_path
from game.rules.messages import Message, message
from game.rules.state import Deal, Offer
from game.rules.table.deals import titles
from game.rules.table.secrets import secrets_of
from game.rules.table.worths import appraised

NEUTRAL = 100
TOLD_FROM = 3  # points that a paper's worth must have changed by to be told of

Weights = Mapping[str, Mapping[str, int]]
"""By chair what it knows or believes of a leader's weights, in per cent by topic."""


def weights_known(draft: Draft, partner: str) -> Weights:
    """Return what each chair knows or believes of what a partner's leader weighs."""
    figures, knowledge = draft.figures, draft.state.knowledge
    found: dict[str, dict[str, int]] = {}
    for chair in draft.index.chairs:
        held, table = knowledge.get(chair, {}), dict[str, int]()
        for topic in TOPICS:
            path = weight_path(partner, topic)
            told = held[path].estimate if path in held else NEUTRAL
            table[topic] = figures[path] if chair == partner else told
        found[chair] = table
    return found


def tell_lapsed(draft: Draft, partner: str, offers: Iterable[Offer]) -> None:
    """Tell both sides of each offer that lapses with whoever made it, or was to answer it."""
    for offer in offers:
        told = message("leader.lapsed", partner=partner, terms=titles(offer.terms))
        draft.note("offer", offer.id, told, (offer.maker, offer.to))


def tell_asks(draft: Draft, partner: str, new: Leader) -> None:
    """Tell all what the new office wants in a paper, and what it doesn't sign."""
    clauses, today = draft.index.content.clauses, draft.figures["date"]
    wants = _named(clause for clause in new.wants if clause in clauses)
    lines = new.red_lines.items()
    shut = _named(c for c, until in lines if c in clauses and (not until or today < until))
    if wants:
        draft.note("headline", partner, message("leader.asks", partner=partner, clauses=wants))
    if shut:
        draft.note("headline", partner, message("leader.refuses", partner=partner, clauses=shut))


def _named(clauses: Iterable[str]) -> tuple[Message, ...]:
    return tuple(message("name.clause", clause=clause) for clause in clauses)


def tell_papers(draft: Draft, partner: str, before: Weights) -> None:
    """Tell each chair which running papers are now worth clearly more to a partner, or less.

    A paper is told where the chair knows of the change, or has reason to expect it.
    """
    after = weights_known(draft, partner)
    for deal in draft.state.deals:
        if partner in deal.parties:
            for chair in draft.index.chairs:
                then = _worth(draft, deal, partner, before[chair])
                now = _worth(draft, deal, partner, after[chair])
                if abs(now - then) >= TOLD_FROM:
                    draft.note("headline", partner, _weighs(deal, partner, then, now), (chair,))


def _weighs(deal: Deal, partner: str, then: int, now: int) -> Message:
    others = tuple(party for party in deal.parties if party != partner)
    terms = titles(term for term, _ in deal.running)
    return message(
        "leader.weighs", partner=partner, partners=others, terms=terms, before=then, now=now
    )


def _worth(draft: Draft, deal: Deal, partner: str, weights: Mapping[str, int]) -> int:
    """Return what a running deal's terms are worth to a party by some weights, as all can see."""
    index, total = draft.index, 0
    secrets = secrets_of(index)
    other = next(party for party in deal.parties if party != partner)
    for term, _ in deal.running:
        side = (term.clause, partner, other, term.giver == partner)
        if side[:3] not in secrets:
            held = appraised(index, side)
            place = min(max(0, term.amount - held.low), held.sizes - 1)
            topic = index.content.clauses[term.clause].topic
            total += held.plain(draft.state)[place] * weights[topic] // NEUTRAL
    return total
