"""Offers that a player might make: drawn from the clauses that could stand in one now."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from random import Random

from game.content.records import Assign, Breach, Clause, Content, Effect, Shift, Sign, When
from game.record import replace
from game.rules.decisions import Change, find_offer
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.index import Index, index_of
from game.rules.state import Offer, Slot, State, Term
from game.rules.table.deals import possible_among, possible_terms, standing_terms, why_no_offer
from game.rules.table.marks import repeats
from game.rules.table.remedies import Scales, scales_for, what_would_work
from game.rules.table.treaties import sign

YEARS = "commitment"
EDGE = 3  # points by which another may be asked for more than it would sign, as far as is known


def random_terms(
    content: Content, seen: State, parties: tuple[str, ...], dice: Random
) -> tuple[Term, ...]:
    """Return one or two possible terms with random amounts; empty when there are none."""
    index = index_of(content, seen.scenario)
    count = dice.randint(1, 2)
    terms: list[Term] = []
    table, (maker, to, *more) = standing_terms(index, parties), parties
    for term in possible_among(index, seen, parties, dice.sample(table, len(table))):
        changed = replace(term, amount=_any_amount(content, term, dice))
        blank = Offer("", maker, to, (*terms, changed), third="".join(more))
        terms.append(term if why_no_offer(index, seen, blank) else changed)
        if len(terms) == count:
            break
    return tuple(terms)


def _any_amount(content: Content, term: Term, dice: Random) -> int:
    clause = content.clauses[term.clause]
    return dice.randint(clause.low, clause.high)


def candidates(index: Index, seen: State, maker: str, to: str) -> Iterator[Offer]:
    """Yield simple offers, each of one term, mended to what the other side would sign.

    Where what is known of it only makes that likely, one that it surely signs comes too. What was
    declined as it stands isn't offered again.
    """
    return (one for one in _mended(index, seen, maker, to) if not repeats(seen, one))


def _mended(index: Index, seen: State, maker: str, to: str) -> Iterator[Offer]:
    scales = scales_for(index, seen, Offer("", maker, to, ()), to)
    for term in possible_terms(index, seen, maker, to):
        plain = Offer("", maker, to, (term,))
        mended = what_would_work(index, seen, plain, to, on=scales)
        if mended is None:
            continue
        yield mended
        points, off = scales.verdict(mended.terms)
        if points < off:
            safer = what_would_work(index, seen, plain, to, sure=True, on=scales)
            yield from (safer,) if safer else ()


def bolder(index: Index, seen: State, offer: Offer) -> Offer | None:
    """Return the single change of an offer that brings its maker most at the edge of its belief.

    The other side's sum is then below zero by no more than what isn't known of it and EDGE: it
    might sign, or ask for a little more. None where no such change brings more.
    """
    scales = scales_for(index, seen, offer, offer.to)
    now = scales.left(offer.terms)
    more = ((scales.left(terms) - now, terms) for terms in _asking_more(scales, offer))
    found = sorted((one for one in more if one[0] > 0), key=lambda scored: -scored[0])
    for _, terms in found:
        points, off = scales.verdict(terms)
        asked = replace(offer, terms=terms)
        edgy = -EDGE - off <= points < EDGE and not repeats(seen, asked)
        if edgy and not why_no_offer(index, seen, asked):
            return asked
    return None


def _asking_more(scales: Scales, offer: Offer) -> Iterator[tuple[Term, ...]]:
    """Yield an offer's terms with one dropped, added, or of another amount."""
    clauses, held = scales.index.content.clauses, set[tuple[str, str]]()
    for place, term in enumerate(offer.terms):
        before, after = offer.terms[:place], offer.terms[place + 1 :]
        held.add((term.clause, term.giver))
        if before + after:
            yield before + after
        for amount in _range(clauses[term.clause]):
            if amount != term.amount:
                yield (*before, replace(term, amount=amount), *after)
    for clause, giver in scales.pool(offer.maker, offer.to):
        if (clause, giver) not in held:
            low = clauses[clause].low
            yield (*offer.terms, Term(clause, low, giver))


def _range(clause: Clause) -> range:
    return range(clause.low, clause.high + 1)


def amounts(index: Index, term: Term) -> tuple[int, ...]:
    """Return a handful of amounts that a term could have, its own among them, rising."""
    clause = index.content.clauses[term.clause]
    return tuple(sorted({term.amount, (clause.low + clause.high) // 2, clause.high}))


def years_signed(index: Index, seen: State, offer: Offer) -> tuple[Change, ...]:
    """Return what signing an offer does to the years that its sides promise."""
    if not any(_moves_years(index, term.clause) for term in offer.terms):
        return ()
    draft = Draft(index, seen)
    sign(draft, offer, perform_clause)
    return tuple([change for change in draft.changes if YEARS in change.path])


@lru_cache(maxsize=256)
def _moves_years(index: Index, clause: str) -> bool:
    """Return whether signing a clause may move promised years: it says so, or strikes a deal."""
    return any(_is_of_years(effect) for effect in index.content.clauses[clause].sign)


def _is_of_years(effect: Effect) -> bool:
    if isinstance(effect, When):
        return any(_is_of_years(one) for one in (*effect.then, *effect.otherwise))
    if isinstance(effect, (Shift, Assign)):
        return YEARS in effect.path or effect.path == "target"
    return isinstance(effect, (Sign, Breach))


def offer_at(seen: State, slot: Slot) -> Offer:
    """Return the offer that an answer is about."""
    return find_offer(seen, slot.subject)
