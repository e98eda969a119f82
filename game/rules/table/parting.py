"""Out of a deal, from the table: cancelling it with notice, breaking it, claiming what it owes."""

from __future__ import annotations

from collections.abc import Iterator

from game.record import replace
from game.rules.calendar import add_months
from game.rules.decisions import Decision, Option
from game.rules.draft import Draft
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.past import paper, papers
from game.rules.state import Claim, Deal, State
from game.rules.table.deals import notice_of, price_of_leaving, titles
from game.rules.table.lives import (
    SHUT,
    climbers,
    getter_of,
    givers_of,
    months_between,
    resting,
    settle,
    unspent,
)
from game.rules.table.sides import bound, others
from game.rules.table.treaties import (
    ClausePerformer,
    end_term,
    fall_apart,
    owe,
    refund,
    shun,
    tell_owed,
)

PARTINGS = ("claim", "cancel", "break")
CALLED = 6  # months of withholding, in a row, from which the other side may call it a broken word
CANCEL_TRUST = 3  # what the other side trusts less in who cancels

NO_SUCH_DEAL = message("parting.no_deal")
LEFT_ALREADY = message("parting.left_already")
NOTHING_OWED = message("parting.nothing_owed")


def list_partings(index: Index, state: State, chair: str) -> Iterator[Option]:
    """Yield every way out of a chair's deals, and a claim wherever something is owed to it."""
    deals = [deal for deal in state.deals if chair in deal.parties]
    owing = [claim.deal for claim in state.claims if claim.holder == chair]
    owing += [deal.id for deal in deals if withheld_by(index, state, deal, chair)]
    for id_ in dict.fromkeys(owing):
        yield Option(Decision(chair, "table", "claim", id_))
    for deal in deals:
        reason = LEFT_ALREADY if deal.left else None
        yield Option(Decision(chair, "table", "cancel", deal.id), reason)
        yield Option(Decision(chair, "table", "break", deal.id))


def why_no_parting(index: Index, state: State, chair: str, pick: str, deal: str) -> Message | None:
    """Return why a chair can't go out of a deal that way, or nothing."""
    if pick == "claim":
        found = find_deal(state, chair, deal)
        owed = claims_of(state, chair, deal)
        called = found is not None and withheld_by(index, state, found, chair)
        return None if owed or called else NOTHING_OWED
    found = find_deal(state, chair, deal)
    if found is None:
        return NO_SUCH_DEAL
    return LEFT_ALREADY if pick == "cancel" and found.left else None


def find_deal(state: State, chair: str, deal: str) -> Deal | None:
    """Return a chair's deal by its id, if it runs."""
    return next((d for d in state.deals if d.id == deal and chair in d.parties), None)


def claims_of(state: State, holder: str, deal: str) -> tuple[Claim, ...]:
    """Return what is owed to a chair under a deal, one claim for each debtor."""
    return tuple([c for c in state.claims if c.deal == deal and c.holder == holder])


def withheld_by(index: Index, state: State, deal: Deal, chair: str) -> str:
    """Return who has withheld so long what it owes a chair that its word counts as broken."""
    for term, life in deal.running:
        if life.withheld >= CALLED and chair in bound(deal.parties, term):
            standing = climbers(index, state.figures, deal, term)
            shutting = [p for p in givers_of(index, deal, term) if p in standing]
            if shutting and chair not in standing:
                return shutting[0]
    return ""


def released_by(index: Index, state: State, deal: Deal, chair: str) -> bool:
    """Return whether a chair may leave freely: something rests, and that isn't its own doing."""
    for term, life in deal.running:
        why = resting(index, state, deal, term, life)
        if why == SHUT:
            if chair not in climbers(index, state.figures, deal, term):
                return True
        elif why and givers_of(index, deal, term) != (chair,):
            return True
    return False


def part(draft: Draft, chair: str, decision: Decision, perform: ClausePerformer) -> None:
    """Carry out a way out of a deal."""
    pick, deal = decision.pick, find_deal(draft.state, chair, decision.target)
    if pick == "claim":
        _claim(draft, chair, decision.target, deal, perform)
    elif deal is not None and pick == "cancel":
        _cancel(draft, chair, deal, perform)
    elif deal is not None:
        told = message("parting.breaks", partner=chair, terms=titles(deal.terms))
        draft.because(f"deal:{deal.id}", told)
        fall_apart(draft, deal, chair, perform)


def _claim(draft: Draft, chair: str, id_: str, deal: Deal | None, perform: ClausePerformer) -> None:
    """Call in what is owed, and call a word broken that has been withheld too long."""
    owed = claims_of(draft.state, chair, id_)
    draft.state.claims = tuple([c for c in draft.state.claims if c not in owed])
    for claim in owed:
        told = message("parting.claims", partner=chair, other=claim.debtor, money=claim.money)
        draft.because(f"claim:{id_}", told)
        draft.shift(f"{claim.debtor}.treasury", -claim.money)
        draft.shift(f"{chair}.treasury", claim.money)
        draft.note("deal", id_, told)
        if deal is not None:
            _claimed(draft, deal, chair, claim.debtor)
    breaker = withheld_by(draft.index, draft.state, deal, chair) if deal is not None else ""
    if deal is not None and breaker:
        told = message("parting.calls", partner=chair, other=breaker, terms=titles(deal.terms))
        draft.because(f"deal:{id_}", told)
        draft.note("deal", id_, told)
        fall_apart(draft, deal, breaker, perform)


def _claimed(draft: Draft, deal: Deal, chair: str, debtor: str) -> None:
    """Write down that what stands between two in a deal has been claimed by one."""
    for term in deal.terms:
        if {chair, debtor}.issubset(bound(deal.parties, term)):
            paper(draft, "claimed", term.clause, chair, debtor)


def _cancel(draft: Draft, chair: str, deal: Deal, perform: ClausePerformer) -> None:
    """Give notice, and pay for it; a chair that is let down goes at once and for nothing."""
    shun(draft, deal)
    for term in deal.terms:
        between = bound(deal.parties, term)
        for other in others(between, chair) if chair in between else ():
            paper(draft, "cancelled", term.clause, chair, other)
    if released_by(draft.index, draft.state, deal, chair):
        _go(draft, chair, deal, perform)
        return
    index, today = draft.index, draft.figures["date"]
    notice = notice_of(index, deal.terms)
    last = add_months(today, notice)
    told = message("parting.cancels", partner=chair, terms=titles(deal.terms), months=notice)
    draft.because(f"deal:{deal.id}", told)
    draft.note("deal", deal.id, told)
    claims = draft.state.claims
    for term, life in deal.running:
        if term.giver == chair and life.ends > last:
            money = unspent(life, months_between(last, life.ends))
            owe(draft, deal, chair, getter_of(deal, term), money)
    tell_owed(draft, claims)
    lives = tuple([replace(life, ends=min(life.ends, last)) for life in deal.lives])
    ends = max(life.ends for life in lives)
    left = replace(deal, lives=lives, ends=ends, left=chair)
    draft.state.deals = tuple([left if d.id == deal.id else d for d in draft.state.deals])
    draft.shift(f"{chair}.standing", -price_of_leaving(index, deal.terms, chair))
    for other in deal.parties:
        if other != chair:
            draft.shift(f"{other}.trust.{chair}", -CANCEL_TRUST)


def _go(draft: Draft, chair: str, deal: Deal, perform: ClausePerformer) -> None:
    """Leave a deal that the other side doesn't keep; what was paid for it comes back."""
    told = message("parting.goes", partner=chair, terms=titles(deal.terms))
    draft.because(f"deal:{deal.id}", told)
    draft.note("deal", deal.id, told)
    draft.state.deals = tuple([d for d in draft.state.deals if d.id != deal.id])
    settle(draft)
    claims = draft.state.claims
    for other in deal.parties:
        if other != chair:
            refund(draft, deal, other)
    tell_owed(draft, claims)
    for term in deal.terms:
        end_term(draft, deal, term, perform)
        papers(draft, "ended", term.clause, bound(deal.parties, term))
