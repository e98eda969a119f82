"""Deals in force, month by month: what is delivered, what rests and what that leaves owed."""

from __future__ import annotations

from operator import attrgetter

from game.content.records import Clause
from game.record import replace
from game.rules.calendar import add_months
from game.rules.draft import Draft
from game.rules.messages import Message, message, text
from game.rules.past import papers
from game.rules.rungs import NEVER_SHUT
from game.rules.state import Deal, Life, Term
from game.rules.table.deals import entitled
from game.rules.table.lives import (
    HALF_MONTH,
    IDLE,
    PURSE,
    SHUT,
    climbers,
    getter_of,
    is_shut,
    rungs_of,
    settle,
    why_undelivered,
)
from game.rules.table.sides import bound
from game.rules.table.treaties import ClausePerformer, end_term, owe, tell_owed, with_rows

_ends = attrgetter("ends")
MOST_PROLONGED = 12  # months by which dice can lengthen a term, in all

NEVER = 2**31  # a day that no game reaches
RUNS_OUT = message("deal.runs_out")
PROLONGED = message("deal.dice")


def run(draft: Draft, months: int, perform: ClausePerformer) -> None:
    """Let the deals in force do a turn's work, in each month that they run; then end some."""
    opened, claims = draft.figures["date"], draft.state.claims
    for month in range(months):
        _deliver(draft, add_months(opened, month) + HALF_MONTH, perform)
    draft.because("rule:suspended", message("deal.suspended"))
    settle(draft)
    tell_owed(draft, claims)
    _expire(draft, add_months(opened, months), perform)


def _deliver(draft: Draft, half: int, perform: ClausePerformer) -> None:
    """Let a month pass for the terms that run till its half, of which most just hold."""
    clauses, shutting = draft.index.content.clauses, draft.index.shut_clauses
    figure = draft.figures.__getitem__
    for deal in draft.state.deals:
        lives, standing = [], rungs_of(draft.index, deal.parties)
        for term, life in zip(deal.terms, deal.lives, strict=True):
            clause, lowest = clauses[term.clause], shutting.get(term.clause, NEVER_SHUT)
            stirs = clause.monthly or clause.during is not None or life.rests or life.withheld
            shut = lowest < NEVER_SHUT and lowest <= max(map(figure, standing), default=0)
            if half <= life.ends and (stirs or shut):
                life = _month(draft, deal, term, life, shut, perform)
            lives.append(life)
        if tuple(lives) != deal.lives:
            _replace(draft, deal, replace(deal, lives=tuple(lives)))


def _replace(draft: Draft, deal: Deal, by: Deal | None) -> None:
    """Put a deal in another's place, or nothing."""
    now = [by if d.id == deal.id else d for d in draft.state.deals]
    draft.state.deals = tuple([one for one in now if one is not None])


def _month(
    draft: Draft, deal: Deal, term: Term, life: Life, near: bool, perform: ClausePerformer
) -> Life:
    """Let a term do a month's work, or miss it; return its life after that.

    `near` says whether some party's rung may have shut it.
    """
    shut = near and is_shut(draft.index, draft.figures, deal, term)
    why = SHUT if shut else why_undelivered(draft.index, draft.state, deal, term)
    if why:
        return _missed(draft, deal, term, life, why)
    clause = draft.index.content.clauses[term.clause]
    if clause.monthly:
        draft.because(f"clause:{clause.id}", message("clause.works", clause=clause.id))
        perform(draft, clause.monthly, term.giver, getter_of(deal, term), term.amount)
    if life.rests or life.withheld:
        papers(draft, "resumed", term.clause, bound(deal.parties, term))
        return replace(life, rests="", withheld=0)
    return life


def _missed(draft: Draft, deal: Deal, term: Term, life: Life, why: str) -> Life:
    """Count a month in which a term wasn't delivered: who could have, what is owed for it."""
    clause = draft.index.content.clauses[term.clause]
    withheld = why == SHUT and _by_choice(draft, deal, term, clause)
    _tell(draft, deal, term, life, why)
    if not life.rests and not life.withheld and (why != SHUT or withheld):
        papers(draft, "suspended", term.clause, bound(deal.parties, term))
    if why == IDLE:
        lost = int(life.lost + life.prolonged < MOST_PROLONGED)
        return replace(life, rests=why, lost=life.lost + lost, withheld=0)
    if why == PURSE or withheld:
        owed = life.paid * (life.missed + 1) // life.months - life.paid * life.missed // life.months
        owe(draft, deal, term.giver, getter_of(deal, term), owed)
        life = replace(life, missed=life.missed + 1)
    rests = "" if why == SHUT else why
    return replace(life, rests=rests, withheld=life.withheld + 1 if withheld else 0)


def _by_choice(draft: Draft, deal: Deal, term: Term, clause: Clause) -> bool:
    """Return whether a party that has to deliver stands where it can't, and another doesn't."""
    standing = climbers(draft.index, draft.figures, deal, term)
    if clause.mutual:
        return 0 < len(standing) < len(bound(deal.parties, term))
    return term.giver in standing and getter_of(deal, term) not in standing


def _tell(draft: Draft, deal: Deal, term: Term, life: Life, why: str) -> None:
    """Tell once that a term rests now, and why; what a rung shuts is told with the rung."""
    if why in (SHUT, life.rests):
        return
    told = message(
        "deal.rests_purse", partners=deal.parties, partner=term.giver, term=entitled(term)
    )
    if why == IDLE:
        idle = text(draft.index.content.clauses[term.clause].idle)
        told = message("deal.rests_idle", partners=deal.parties, term=entitled(term), why=idle)
    draft.because(f"deal:{deal.id}", told)
    draft.note("deal", deal.id, told)


def _expire(draft: Draft, tomorrow: int, perform: ClausePerformer) -> None:
    """End the terms whose day has come before the next turn; what dice took of one prolongs it."""
    for deal in draft.state.deals:
        if min(map(_ends, deal.lives), default=NEVER) > tomorrow:
            continue
        rows = [(t, _prolonged(draft, deal, t, life, tomorrow)) for t, life in deal.running]
        over = [term for term, life in rows if life.ends <= tomorrow]
        left = [row for row in rows if row[1].ends > tomorrow]
        _replace(draft, deal, with_rows(deal, left) if left else None)
        if over:
            _end(draft, deal, over, perform)


def _prolonged(draft: Draft, deal: Deal, term: Term, life: Life, tomorrow: int) -> Life:
    """Return a life that goes on for the months that dice took of it, if it would be over."""
    if life.ends > tomorrow or not life.lost or deal.left:
        return life
    ends, by = add_months(life.ends, life.lost), life.prolonged + life.lost
    draft.because(f"deal:{deal.id}", PROLONGED)
    told = message(
        "deal.prolonged", partners=deal.parties, term=entitled(term), months=life.lost, day=ends
    )
    draft.note("deal", deal.id, told)
    return replace(life, ends=ends, months=life.months + life.lost, lost=0, prolonged=by)


def _end(draft: Draft, deal: Deal, over: list[Term], perform: ClausePerformer) -> None:
    draft.because(f"deal:{deal.id}", RUNS_OUT)
    settle(draft)
    for term in over:
        end_term(draft, deal, term, perform)
        papers(draft, "ended", term.clause, bound(deal.parties, term))
    draft.because(f"deal:{deal.id}", RUNS_OUT)
    if draft.told:
        terms, after = tuple([entitled(term) for term in over]), _after(draft, over)
        told = message("deal.ends", partners=deal.parties, terms=terms, after=after)
        draft.note("deal", deal.id, told)


def _after(draft: Draft, over: list[Term]) -> tuple[Message, ...]:
    """Return what stays when terms have run out, in their clauses' own words."""
    found = [draft.index.content.clauses[term.clause].after for term in over]
    return tuple([text(words) for words in dict.fromkeys(found) if words])
