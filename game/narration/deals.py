"""A deal in force in words: when it ends, what it holds, what rests, what is owed, how to leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.narration.decisions import offer_lines, term_text
from game.narration.figures import amount_text, figure_title, value_text
from game.narration.leaving import suspended
from game.narration.words.times import day_told
from game.record import replace
from game.rules.decisions import Decision
from game.rules.index import Index
from game.rules.state import Deal, Level, Life, Offer, State, Term
from game.rules.table.convening import convened, pairs
from game.rules.table.deals import notice_of, price_of_leaving, why_no_term
from game.rules.table.lives import IDLE, PURSE
from game.rules.table.parting import (
    CALLED,
    CANCEL_TRUST,
    claims_of,
    find_deal,
    released_by,
    withheld_by,
)
from game.text.language import _, ngettext
from game.text.lists import comma_listed, listed


def paper_of(deal: Deal) -> Offer:
    """Return a deal as the offer that it was, its terms by who gives them."""
    first, second, *more = deal.parties
    terms = tuple(sorted(deal.terms, key=lambda term: (term.giver, term.clause)))
    return Offer(deal.id, first, second, terms, third="".join(more))


def running_told(
    index: Index, seen: State, parties: Sequence[str], viewer: str
) -> Iterator[tuple[str, str]]:
    """Yield what runs between some partners, or two of them: each term, and until which day."""
    for deal in seen.deals:
        if len(set(parties).intersection(deal.parties)) < 2:
            continue
        apart = set(deal.parties) != {viewer, *parties} or len(deal.parties) != len(parties)
        names = listed([_whom(index, party, viewer) for party in deal.parties])
        for term, life in deal.running:
            (told,) = offer_lines(index.content, replace(paper_of(deal), terms=(term,)), viewer)
            if apart:
                told = _("{names}: {clause}", names=names, clause=term_text(index.content, term))
            yield told, _("until {day}", day=day_told(life.ends))


def months_left(seen: State, deal: Deal) -> str:
    """Return how long a deal still runs."""
    months = max(0, deal.ends - seen.figures["date"]) // 30
    if months < 2:
        return _("a month left") if months else _("about to end")
    return ngettext("{n} month left", "{n} months left", months)


def renewable(index: Index, seen: State, deal: Deal, chair: str) -> tuple[Term, ...]:
    """Return the terms of a paper that may be signed anew now, drafted by one of its parties."""
    blank = blank_anew(index, deal, chair)
    if blank is None:
        return ()
    return tuple(term for term in deal.terms if not why_no_term(index, seen, blank, term))


def blank_anew(index: Index, deal: Deal, chair: str) -> Offer | None:
    """Return the blank offer by which a chair puts a paper of its own anew; of three, who convenes.

    Nothing where it may put none to those who signed.
    """
    rest = [party for party in deal.parties if party != chair]
    if len(rest) == len(deal.parties):
        return None
    if len(rest) == 1:
        return Offer("", chair, rest[0], ())
    blanks = (convened(chair, pair) for pair in pairs(index, chair))
    return next((one for one in blanks if set(one.parties) == set(deal.parties)), None)


def deal_lines(index: Index, seen: State, deal: Deal, chair: str) -> Iterator[str]:
    """Yield what there is to say of a deal in force besides its clauses, for who looks at it."""
    apart = len({life.ends for life in deal.lives}) > 1
    for term, life in deal.running:
        name = term_text(index.content, term)
        if apart:
            yield _("{term}: until {day}.", term=name, day=day_told(life.ends))
        held = comma_listed(_level(index, level, chair) for level in life.levels)
        if held:
            yield _("While in force, {term} holds {figures}.", term=name, figures=held)
    yield from suspended(index, seen, deal, chair)
    for term, life in deal.running:
        yield from _rests(index, term, life)
    if deal.left == chair:
        yield _("You have cancelled it; the notice runs.")
    elif deal.left:
        canceller = index.content.partners[deal.left].name
        yield _("{partner} has cancelled it; the notice runs.", partner=canceller)
    elif chair in deal.parties:
        yield _way_out(index, seen, deal, chair)
    if again := renewable(index, seen, deal, chair):
        terms = comma_listed(term_text(index.content, term) for term in again)
        yield _("It may be signed anew: {terms}.", terms=terms)


def _level(index: Index, level: Level, chair: str) -> str:
    title = figure_title(index.content, level.path, chair)
    if level.least:
        least = value_text(index.content, level.path, level.by)
        return _("{figure} at {value} or more", figure=title, value=least)
    return f"{title} {amount_text(index.content, level.path, level.by)}"


def _rests(index: Index, term: Term, life: Life) -> Iterator[str]:
    """Yield why a term rests, where that isn't a rung's doing, and what is to be made up for."""
    name = index.content.clauses[term.clause].name
    if life.rests == PURSE:
        giver = index.content.partners[term.giver].name
        yield _("Suspended: {term}, for {partner} can't pay for it.", term=name, partner=giver)
    elif life.rests == IDLE:
        idle = index.content.clauses[term.clause].idle
        yield _("Suspended: {term}. {why}", term=name, why=idle)
    if life.lost:
        yield ngettext(
            "{term} will go on for {n} month longer, which bad luck took of it.",
            "{term} will go on for {n} months longer, which bad luck took of it.",
            life.lost,
            term=name,
        )


def _way_out(index: Index, seen: State, deal: Deal, chair: str) -> str:
    if released_by(index, seen, deal, chair):
        return _("It isn't kept: you may leave it at once and for nothing.")
    price = price_of_leaving(index, deal.terms, chair)
    return ngettext(
        "To leave it takes {n} month's notice and {price} of your standing.",
        "To leave it takes {n} months' notice and {price} of your standing.",
        notice_of(index, deal.terms),
        price=price,
    )


def owed_lines(index: Index, seen: State, chair: str) -> Iterator[str]:
    """Yield what deals have left one partner owing another, and whose word may be called broken."""
    for claim in seen.claims:
        yield _(
            "{debtor} owes {holder} {money} M for what a deal promised and didn't bring.",
            debtor=index.content.partners[claim.debtor].name,
            holder=_whom(index, claim.holder, chair),
            money=claim.money,
        )
    for deal in seen.deals:
        breaker = withheld_by(index, seen, deal, chair) if chair in deal.parties else ""
        if breaker:
            yield _called(index, deal, breaker)


def _called(index: Index, deal: Deal, breaker: str) -> str:
    return ngettext(
        "{partner} has withheld this for {n} month, and you may call its word broken: {terms}.",
        "{partner} has withheld this for {n} months or more, and you may call its word broken: "
        "{terms}.",
        CALLED,
        partner=index.content.partners[breaker].name,
        terms=comma_listed(term_text(index.content, term) for term in deal.terms),
    )


def parting_lines(index: Index, seen: State, chair: str, decision: Decision) -> Iterator[str]:
    """Yield what a way out of a deal means besides what it moves."""
    deal = find_deal(seen, chair, decision.target)
    if decision.pick == "claim":
        for claim in claims_of(seen, chair, decision.target):
            debtor = index.content.partners[claim.debtor].name
            yield _("{partner} pays back {money} M.", partner=debtor, money=claim.money)
        if deal is not None and (breaker := withheld_by(index, seen, deal, chair)):
            yield _called(index, deal, breaker)
    elif decision.pick == "break":
        yield _("It ends at once, and all who watch remember a broken word.")
        yield _("You owe what was paid in advance for what won't come.")
    elif deal is not None:
        yield from _cancelling(index, seen, deal, chair)


def _cancelling(index: Index, seen: State, deal: Deal, chair: str) -> Iterator[str]:
    if released_by(index, seen, deal, chair):
        yield _(
            "It isn't kept: you leave at once, for nothing, and are owed what you have paid for."
        )
        return
    yield ngettext(
        "It runs for {n} month more. Costs standing {price}, and their trust {trust}.",
        "It runs for {n} months more. Costs standing {price}, and their trust {trust}.",
        notice_of(index, deal.terms),
        price=price_of_leaving(index, deal.terms, chair),
        trust=CANCEL_TRUST,
    )


def _whom(index: Index, partner: str, chair: str) -> str:
    return _("you") if partner == chair else index.content.partners[partner].name
