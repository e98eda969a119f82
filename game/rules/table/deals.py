"""The table's arithmetic: what an offer is worth to a side, line by line; what would work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain, islice

from game.content.records import Clause
from game.record import replace
from game.rules.decisions import Line
from game.rules.index import Index
from game.rules.messages import Message, message, text
from game.rules.rungs import NEVER_SHUT, why_shut
from game.rules.state import Offer, State, Term
from game.rules.table.between import standing, standing_lines
from game.rules.table.convening import table_of, why_misplaced, why_not_convened
from game.rules.table.gains import greed, lagging, lead, relative
from game.rules.table.ladder import joint_rung, shut
from game.rules.table.marks import SHARED_DAYS, deed, parted
from game.rules.table.sides import (
    bound,
    opposite,
    other_side,
    others,
    place_of,
    shared,
)
from game.rules.table.wants import pull, want_lines
from game.rules.table.worths import spread, weighed

TERMS_A_SIDE = 3
TWO = 2
RENEWAL_DAYS = 200  # a running clause may be offered again when so little of it is left
LONGEST_MONTH = 31
REPEAT_DAYS = 720  # how long two partners wait before they do the same thing again
PRICE_A_POINT = 2  # points of standing that leaving costs which make a term binding by a point

AHEAD, EVENED = message("gains.ahead"), message("gains.evened")
NO_PARTNER = message("offer.no_partner")
NO_CLAUSE = message("offer.no_clause")
TWICE = message("offer.twice")
TOO_MANY = message("offer.too_many", most=TERMS_A_SIDE)
NO_SUCH_CLAUSE = message("clause.unknown")
NOT_NOW = message("clause.not_now")


def assess(index: Index, state: State, offer: Offer, who: str) -> tuple[Line, ...]:
    """Return what an offer is worth to a party; the lines sum to the verdict (0 and up: yes).

    On a view the other side's lines are estimates, and their spreads hold what they may be.
    """
    if offer.third:
        return _assess_three(index, state, offer, who)
    other = other_side(offer, who)
    return (
        *(_term_line(index, state, term, who, other) for term in offer.terms),
        *want_lines(index, state, offer.terms, who, other),
        *_gain_lines(index, state, offer, who),
        *standing_lines(index, state, who, other),
        *_leaving_lines(index, state, offer, who),
    )


def _assess_three(index: Index, state: State, offer: Offer, who: str) -> tuple[Line, ...]:
    """Return what a paper of three is worth to a party: what binds it, towards whom it does."""
    parties = offer.parties
    rows = [(t, opposite(parties, t, who)) for t in offer.terms if who in bound(parties, t)]
    wanted = (want_lines(index, state, (term,), who, other) for term, other in rows)
    return (
        *(_term_line_of_three(index, state, term, who, other) for term, other in rows),
        *chain.from_iterable(wanted),
        *_gain_lines(index, state, offer, who),
        *standing_lines(index, state, who, *others(parties, who)),
        *_leaving_lines(index, state, offer, who),
    )


def verdict(index: Index, state: State, offer: Offer, who: str) -> int:
    """Return what the lines of `assess` sum to."""
    if offer.third:
        return sum([line.amount for line in assess(index, state, offer, who)])
    other = other_side(offer, who)
    terms = [
        weighed(index, state, term, who, other) + besides(index, state, term, who, other)
        for term in offer.terms
    ]
    return sum(terms) + relative_gain(index, state, offer, who) + standing(index, state, who, other)


def besides(index: Index, state: State, term: Term, who: str, other: str) -> int:
    """Return what a term adds to a party's sum besides its worth, whatever its amount."""
    return binding(index, state, term, who, other) + pull(index, state, term, who, other)


def relative_gain(index: Index, state: State, offer: Offer, who: str) -> int:
    """Return what it takes off a party's sum that another side gains far more."""
    most, points = greed(index, state, who), 0
    across = others(offer.parties, who) if offer.third else (other_side(offer, who),)
    for other in across:
        terms = shared(offer, who, other) if offer.third else offer.terms
        ahead = lead(index, state, terms, who, other)
        points += relative(most, lagging(state, who, other), ahead)
    return points


def _gain_lines(index: Index, state: State, offer: Offer, who: str) -> tuple[Line, ...]:
    """Return the line that tells how much more the other side gains, if that counts."""
    points = relative_gain(index, state, offer, who)
    return (Line(AHEAD if points < 0 else EVENED, points),) if points else ()


def binding(index: Index, state: State, term: Term, who: str, other: str) -> int:
    """Return what it is worth to a party how dear it is to leave a term early.

    Who gets it can rely on it so far, and who gives it is bound; a mutual one binds both alike.
    What runs between the two already binds them as it is.
    """
    clause = index.content.clauses[term.clause]
    if clause.mutual or not clause.price or not clause.lasts:
        return 0
    if _runs(index, state, term, who, other):
        return 0
    points = clause.price // PRICE_A_POINT
    return -points if term.giver == who else points


def _runs(index: Index, state: State, term: Term, one: str, other: str) -> bool:
    """Return whether a term would carry on one that runs between two already."""
    place, two = place_of(index, (one, other), term), {one, other}
    theirs = [deal for deal in state.deals if two.issubset(deal.parties)]
    return bool(theirs) and place in [
        place_of(index, deal.parties, t) for deal in theirs for t in deal.terms
    ]


def price_of_leaving(index: Index, terms: Iterable[Term], who: str) -> int:
    """Return the standing that cancelling costs a party: by all that it is to deliver."""
    clauses = index.content.clauses
    return sum(
        clauses[term.clause].price
        for term in terms
        if clauses[term.clause].lasts and _delivers(clauses[term.clause], term, who)
    )


def _delivers(clause: Clause, term: Term, who: str) -> bool:
    """Return whether a party to a paper is to deliver a term of it."""
    return term.giver == who or (clause.mutual and term.to in ("", who))


def notice_of(index: Index, terms: Iterable[Term]) -> int:
    """Return the months of notice that cancelling takes: those of the clause with the longest."""
    clauses = index.content.clauses
    lasting = (clauses[term.clause] for term in terms)
    return max([clause.notice for clause in lasting if clause.lasts], default=0)


def _leaving_lines(index: Index, state: State, offer: Offer, who: str) -> tuple[Line, ...]:
    """Return the line that tells what leaving a deal early takes, if any of it lasts."""
    clauses = index.content.clauses
    if not any(clauses[term.clause].lasts for term in offer.terms):
        return ()
    notice, price = notice_of(index, offer.terms), price_of_leaving(index, offer.terms, who)
    parties = offer.parties
    points = sum(
        binding(index, state, term, who, opposite(parties, term, who))
        for term in offer.terms
        if not term.to or who in (term.giver, term.to)
    )
    told = message("offer.leaving_free", notice=notice)
    if price:
        told = message("offer.leaving", notice=notice, price=price)
    return (Line(told, points),)


def _term_line(index: Index, state: State, term: Term, who: str, other: str) -> Line:
    clause = index.content.clauses[term.clause]
    way = "both" if clause.mutual else ("gives" if term.giver == who else "gets")
    points = weighed(index, state, term, who, other)
    return Line(entitled(term), points, spread(index, state, term, who, other), way)


def _term_line_of_three(index: Index, state: State, term: Term, who: str, other: str) -> Line:
    line = _term_line(index, state, term, who, other)
    clause = index.content.clauses[term.clause]
    return replace(line, label=_told_towards(clause, term, line.way, other))


def _told_towards(clause: Clause, term: Term, way: str, other: str) -> Message:
    """Return what a clause is called in a paper of three, with whom of them it is about."""
    name, amount = term.clause, term.amount
    if clause.joint:
        return message("term.of_all", clause=name, amount=amount)
    if way == "both":
        return message("term.with", clause=name, amount=amount, partner=other)
    if way == "gives":
        return message("term.to", clause=name, amount=amount, partner=other)
    return message("term.from", clause=name, amount=amount, partner=other)


def entitled(term: Term) -> Message:
    """Return what a clause is called with its amount, if that can vary: a year, two flights."""
    return message("term", clause=term.clause, amount=term.amount)


def titles(terms: Iterable[Term]) -> tuple[Message, ...]:
    """Return what some clauses are called with their amounts."""
    return tuple([entitled(term) for term in terms])


def why_no_offer(index: Index, state: State, offer: Offer) -> Message | None:
    """Return why an offer can't be made, or nothing."""
    parties, terms = offer.parties, offer.terms
    if len(set(parties)) < len(parties) or not set(parties[1:]).issubset(index.chairs):
        return NO_PARTNER
    if offer.third and (reason := why_not_convened(index, offer)):
        return reason
    if not terms:
        return NO_CLAUSE
    if len(terms) > 1 and len({_stands(index, parties, t) for t in terms}) < len(terms):
        return TWICE
    if len(terms) > TERMS_A_SIDE:
        for giver in parties:
            if sum(1 for t in terms if t.giver == giver) > TERMS_A_SIDE:
                return TOO_MANY
    for term in offer.terms:
        reason = why_no_term(index, state, offer, term)
        if reason:
            return reason
    return None


def _stands(index: Index, parties: tuple[str, ...], term: Term) -> tuple[str, ...]:
    """Return what can stand in an offer once: years that somebody promises, whomever to."""
    if len(parties) > TWO:
        clause = index.content.clauses.get(term.clause)
        if clause and clause.until_year:
            return term.clause, term.giver
    return place_of(index, parties, term)


def why_no_term(index: Index, state: State, offer: Offer, term: Term) -> Message | None:
    """Return why a clause can't stand in an offer, or nothing."""
    clause = index.content.clauses.get(term.clause)
    parties = offer.parties
    if clause is None or term.giver not in parties:
        return NO_SUCH_CLAUSE
    if clause.joint or term.to or offer.third:
        misplaced = why_misplaced(clause, offer, term)
        if misplaced:
            return misplaced
    between = (term.giver, term.to) if term.to else parties
    for getter in between:
        gives = term.giver in clause.givers and getter in clause.receivers
        if getter != term.giver and not gives:
            return message("clause.not_given", clause=clause.id, giver=term.giver, to=getter)
    if not clause.low <= term.amount <= clause.high:
        return message(
            "clause.range", clause=clause.id, low=clause.low, high=clause.high, unit=clause.unit
        )
    if shut(index, state.figures, term.clause, *between):
        return message(
            "clause.shut",
            clause=clause.id,
            why=why_shut(index.scenario, index.shut_clauses[term.clause]),
        )
    if clause.until_year and _is_over(state, term):
        return message("clause.year_over", clause=clause.id, year=term.amount)
    if not _may_stand(state, clause, between, term):
        because = text(clause.because) if clause.because else NOT_NOW
        return message("clause.barred", clause=clause.id, why=because)
    if place_of(index, parties, term) in _busy(index, state, parties):
        return message("clause.runs_already", clause=clause.id)
    if not clause.lasts and _done_lately(state, between, term):
        return message("clause.done_lately", clause=clause.id)
    if _parted_lately(state, between, term):
        return message("clause.parted_lately", clause=clause.id)
    return None


def _done_lately(state: State, between: tuple[str, ...], term: Term) -> bool:
    last = state.used.get(deed(term.clause, *between))
    return last is not None and state.figures["date"] - last < REPEAT_DAYS


def _parted_lately(state: State, between: tuple[str, ...], term: Term) -> bool:
    last = state.used.get(parted(term.clause, *between))
    return last is not None and state.figures["date"] - last < SHARED_DAYS


def _is_over(state: State, term: Term) -> bool:
    """Return whether the year that is a term's amount is over."""
    return date(term.amount + 1, 1, 1).toordinal() <= state.figures["date"]


def _busy(index: Index, state: State, parties: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the places of terms that run between some partners and aren't nearly over.

    One that runs until a year may always be carried on to a later one.
    """
    turn = index.scenario.turn_months * LONGEST_MONTH
    late, meet = state.figures["date"] + max(RENEWAL_DAYS, turn), set(parties)
    clauses = index.content.clauses
    return {
        place_of(index, deal.parties, term)
        for deal in state.deals
        if deal.ends > late and len(meet.intersection(deal.parties)) > 1
        for term, life in zip(deal.terms, deal.lives, strict=True)
        if life.ends > late and not clauses[term.clause].until_year
    }


def possible_terms(index: Index, state: State, *parties: str) -> Iterator[Term]:
    """Yield every clause that could stand in an offer now, at a low amount, for each giver.

    `parties` are its maker and whom it is put to: one other, or two who are convened.
    """
    return possible_among(index, state, parties, standing_terms(index, parties))


def standing_terms(index: Index, parties: tuple[str, ...]) -> tuple[tuple[Clause, Term], ...]:
    """Return every clause that may ever stand in an offer, at its least, for each giver."""
    return table_of(index, parties) if len(parties) > TWO else index.tables.get(parties, ())


def possible_among(
    index: Index, state: State, parties: tuple[str, ...], table: Iterable[tuple[Clause, Term]]
) -> Iterator[Term]:
    """Yield the terms of a table of clauses (`Index.tables`) that could stand in an offer now."""
    busy = _busy(index, state, parties)
    rung, shutting = joint_rung(state.figures, *parties), index.shut_clauses
    for clause, lowest in table:
        between = (lowest.giver, lowest.to) if lowest.to else parties
        if rung and shutting.get(clause.id, NEVER_SHUT) <= joint_rung(state.figures, *between):
            continue
        if place_of(index, parties, lowest) in busy or _parted_lately(state, between, lowest):
            continue
        if not clause.lasts and _done_lately(state, between, lowest):
            continue
        if _may_stand(state, clause, between, lowest):
            yield lowest
        elif clause.needs or clause.until_year:
            sizes = (replace(lowest, amount=n) for n in _amounts(index, lowest))
            yield from islice((t for t in sizes if _may_stand(state, clause, between, t)), 1)


def _may_stand(state: State, clause: Clause, between: tuple[str, ...], term: Term) -> bool:
    if clause.until_year and _is_over(state, term):
        return False
    if clause.needs is None:
        return True
    getter = between[1] if term.giver == between[0] else between[0]
    needs = clause.needs.bind(term.giver, getter)
    return bool(needs(state, {"amount": term.amount}))


def _amounts(index: Index, term: Term) -> list[int]:
    """Return the other amounts a term could have, a handful over its range."""
    clause = index.content.clauses[term.clause]
    step = max(1, (clause.high - clause.low) // 6)
    values = {*range(clause.low, clause.high + 1, step), clause.high}
    return sorted(values - {term.amount})
