"""The table's arithmetic: what an offer is worth to a side, line by line; what would work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import islice

from game.content.records import Clause
from game.rules.decisions import Line
from game.rules.index import Index
from game.rules.messages import Message, message, text
from game.rules.rungs import NEVER_SHUT, why_shut
from game.rules.state import Offer, State, Term
from game.rules.table.ladder import joint_rung, pressure, shut
from game.rules.table.worths import spread, weighed

TERMS_A_SIDE = 3
RENEWAL_DAYS = 200  # a running clause may be offered again when so little of it is left
LONGEST_MONTH = 31
REPEAT_DAYS = 720  # how long two partners wait before they do the same thing again
SHARED_DAYS = 360  # in which how two stand to each other counts once, for all that they sign
BROKEN_WEIGHT = 3
STANDING = (
    message("standing.trust"),
    message("standing.broken"),
    message("standing.mood"),
    message("standing.walk_away"),
    message("standing.threat"),
    message("standing.level"),
)
READY = {"liaison": 3}  # points that every offer is worth more, by level
PRICE_A_POINT = 2  # points of standing that leaving costs which make a term binding by a point
WALK_POINTS = 20  # points of loss spared that make walking away worth one point

NO_PARTNER = message("offer.no_partner")
NO_CLAUSE = message("offer.no_clause")
TWICE = message("offer.twice")
TOO_MANY = message("offer.too_many", most=TERMS_A_SIDE)
NO_SUCH_CLAUSE = message("clause.unknown")
NOT_NOW = message("clause.not_now")


def other_side(offer: Offer, who: str) -> str:
    """Return the other party of an offer."""
    return offer.to if who == offer.maker else offer.maker


def receiver(offer: Offer, term: Term) -> str:
    """Return who gets a term of an offer."""
    return term.to or (offer.to if term.giver == offer.maker else offer.maker)


def assess(index: Index, state: State, offer: Offer, who: str) -> tuple[Line, ...]:
    """Return what an offer is worth to a party; the lines sum to the verdict (0 and up: yes).

    On a view the other side's lines are estimates, and their spreads hold what they may be.
    """
    other = other_side(offer, who)
    terms = tuple(_term_line(index, state, term, who, other) for term in offer.terms)
    return terms + _standing_lines(state, who, other) + _leaving_lines(index, state, offer, who)


def verdict(index: Index, state: State, offer: Offer, who: str) -> int:
    """Return what the lines of `assess` sum to."""
    other = other_side(offer, who)
    terms = sum(
        [
            weighed(index, state, term, who, other) + binding(index, state, term, who, other)
            for term in offer.terms
        ]
    )
    return terms + standing(state, who, other)


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
    place, two = place_of(index, term), {one, other}
    theirs = [deal for deal in state.deals if two == set(deal.parties)]
    return bool(theirs) and place in [place_of(index, t) for deal in theirs for t in deal.terms]


def price_of_leaving(index: Index, terms: Iterable[Term], who: str) -> int:
    """Return the standing that cancelling costs a party: by all that it is to deliver."""
    clauses = index.content.clauses
    return sum(
        clauses[term.clause].price
        for term in terms
        if clauses[term.clause].lasts and (clauses[term.clause].mutual or term.giver == who)
    )


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
    other = other_side(offer, who)
    points = sum(binding(index, state, term, who, other) for term in offer.terms)
    told = message("offer.leaving_free", notice=notice)
    if price:
        told = message("offer.leaving", notice=notice, price=price)
    return (Line(told, points),)


def _term_line(index: Index, state: State, term: Term, who: str, other: str) -> Line:
    clause = index.content.clauses[term.clause]
    way = "both" if clause.mutual else ("gives" if term.giver == who else "gets")
    points = weighed(index, state, term, who, other)
    return Line(entitled(term), points, spread(index, state, term, who, other), way)


def entitled(term: Term) -> Message:
    """Return what a clause is called with its amount, if that can vary: a year, two flights."""
    return message("term", clause=term.clause, amount=term.amount)


def titles(terms: Iterable[Term]) -> tuple[Message, ...]:
    """Return what some clauses are called with their amounts."""
    return tuple([entitled(term) for term in terms])


def _standing_lines(state: State, who: str, other: str) -> tuple[Line, ...]:
    found = zip(STANDING, _standing(state, who, other), strict=True)
    return tuple(Line(label, amount) for label, amount in found if amount)


def standing(state: State, who: str, other: str) -> int:
    """Return what every offer from another is worth besides its terms."""
    return sum(_standing(state, who, other))


def _standing(state: State, who: str, other: str) -> tuple[int, int, int, int, int, int]:
    """Return what every offer from another is worth besides its terms: a figure for STANDING.

    What two make of each other counts once a year, shared among all that they sign in it; a word
    that was broken counts each time.
    """
    figures, days = state.figures, unshared(state, who, other)
    return (
        _share((figures[f"{who}.trust.{other}"] - 50) // 4, days),
        -BROKEN_WEIGHT * min(figures[f"{other}.broken"], 5),
        _share(-max(0, figures["tension"] - 50) // 6, days),
        _share(-walk_away(state, who, other), days),
        _share(pressure(figures, who, other), days),
        _share(READY.get(state.words["level"], 0), days),
    )


@lru_cache(maxsize=4096)
def _share(points: int, days: int) -> int:
    """Return what has grown back of some points in so many days, rounded towards zero."""
    size = abs(points) * days // SHARED_DAYS
    return size if points >= 0 else -size


def unshared(state: State, one: str, other: str) -> int:
    """Return the days for which two haven't signed anything, SHARED_DAYS at most."""
    last = state.used.get(met(one, other))
    return SHARED_DAYS if last is None else min(SHARED_DAYS, state.figures["date"] - last)


@lru_cache(maxsize=256)
def met(one: str, other: str) -> str:
    """Return the mark that two partners leave when they sign something."""
    return f"signed.{_pair(one, other)}"


def refused(offer: Offer) -> str:
    """Return the mark that an offer leaves which was declined as it stood."""
    terms = sorted(f"{term.clause}*{term.amount}/{term.giver}" for term in offer.terms)
    return f"refused.{offer.maker}.{offer.to}.{'+'.join(terms)}"


def repeats(state: State, offer: Offer) -> bool:
    """Return whether an offer is one that was declined, term for term."""
    return refused(offer) in state.used


@lru_cache(maxsize=4096)
def parted(clause: str, one: str, other: str) -> str:
    """Return the mark that two partners leave who part over a clause."""
    return f"parted.{clause}.{_pair(one, other)}"


def _pair(one: str, other: str) -> str:
    return f"{one}.{other}" if one < other else f"{other}.{one}"


def is_news(state: State, clause: str, one: str, other: str) -> bool:
    """Return whether two haven't signed a clause for a year, so that it still moves others."""
    last = state.used.get(deed(clause, one, other))
    return last is None or state.figures["date"] - last >= SHARED_DAYS


def walk_away(state: State, who: str, other: str) -> int:
    """Return what having no deal is worth: the less a side would lose by the other, the more."""
    return max(0, (100 - state.figures[f"{who}.loss.{other}"]) // WALK_POINTS)


def why_no_offer(index: Index, state: State, offer: Offer) -> Message | None:
    """Return why an offer can't be made, or nothing."""
    if offer.to == offer.maker or offer.to not in index.chairs:
        return NO_PARTNER
    if not offer.terms:
        return NO_CLAUSE
    if len(offer.terms) > 1 and len({place_of(index, t) for t in offer.terms}) < len(offer.terms):
        return TWICE
    if len(offer.terms) > TERMS_A_SIDE:
        for giver in (offer.maker, offer.to):
            if sum(1 for t in offer.terms if t.giver == giver) > TERMS_A_SIDE:
                return TOO_MANY
    for term in offer.terms:
        reason = why_no_term(index, state, offer, term)
        if reason:
            return reason
    return None


@lru_cache(maxsize=4096)
def place_of(index: Index, term: Term) -> tuple[str, str]:
    """Return what can be in an offer once: a clause and its giver, or a mutual clause."""
    clause = index.content.clauses.get(term.clause)
    return term.clause, "" if clause and clause.mutual else term.giver


def why_no_term(index: Index, state: State, offer: Offer, term: Term) -> Message | None:
    """Return why a clause can't stand in an offer, or nothing."""
    clause = index.content.clauses.get(term.clause)
    if clause is None or term.giver not in (offer.maker, offer.to):
        return NO_SUCH_CLAUSE
    getter = receiver(offer, term)
    if term.giver not in clause.givers or getter not in clause.receivers:
        return message("clause.not_given", clause=clause.id, giver=term.giver, to=getter)
    if not clause.low <= term.amount <= clause.high:
        return message(
            "clause.range", clause=clause.id, low=clause.low, high=clause.high, unit=clause.unit
        )
    if shut(index, state.figures, term.clause, offer.maker, offer.to):
        return message(
            "clause.shut",
            clause=clause.id,
            why=why_shut(index.scenario, index.shut_clauses[term.clause]),
        )
    if clause.until_year and _is_over(state, term):
        return message("clause.year_over", clause=clause.id, year=term.amount)
    if not _may_stand(state, clause, offer, term):
        because = text(clause.because) if clause.because else NOT_NOW
        return message("clause.barred", clause=clause.id, why=because)
    if place_of(index, term) in _busy(index, state, offer.maker, offer.to):
        return message("clause.runs_already", clause=clause.id)
    if not clause.lasts and _done_lately(state, offer, term):
        return message("clause.done_lately", clause=clause.id)
    if _parted_lately(state, offer, term):
        return message("clause.parted_lately", clause=clause.id)
    return None


@lru_cache(maxsize=4096)
def deed(clause: str, one: str, other: str) -> str:
    """Return the mark that two partners leave when they sign a clause."""
    return f"deed.{clause}.{_pair(one, other)}"


def _done_lately(state: State, offer: Offer, term: Term) -> bool:
    last = state.used.get(deed(term.clause, offer.maker, offer.to))
    return last is not None and state.figures["date"] - last < REPEAT_DAYS


def _parted_lately(state: State, offer: Offer, term: Term) -> bool:
    last = state.used.get(parted(term.clause, offer.maker, offer.to))
    return last is not None and state.figures["date"] - last < SHARED_DAYS


def _is_over(state: State, term: Term) -> bool:
    """Return whether the year that is a term's amount is over."""
    return date(term.amount + 1, 1, 1).toordinal() <= state.figures["date"]


def _busy(index: Index, state: State, one: str, other: str) -> set[tuple[str, str]]:
    """Return the places of terms that run between two partners and aren't nearly over.

    One that runs until a year may always be carried on to a later one.
    """
    turn = index.scenario.turn_months * LONGEST_MONTH
    late, two = state.figures["date"] + max(RENEWAL_DAYS, turn), {one, other}
    clauses = index.content.clauses
    return {
        place_of(index, term)
        for deal in state.deals
        if deal.ends > late and two == set(deal.parties)
        for term, life in zip(deal.terms, deal.lives, strict=True)
        if life.ends > late and not clauses[term.clause].until_year
    }


def possible_terms(index: Index, state: State, maker: str, to: str) -> Iterator[Term]:
    """Yield every clause that could stand in an offer now, at a low amount, for each giver."""
    return possible_among(index, state, maker, to, index.tables.get((maker, to), ()))


def possible_among(
    index: Index, state: State, maker: str, to: str, table: Iterable[tuple[Clause, Term]]
) -> Iterator[Term]:
    """Yield the terms of a table of clauses (`Index.tables`) that could stand in an offer now."""
    blank = Offer("", maker, to, ())
    busy = _busy(index, state, maker, to)
    rung, shutting = joint_rung(state.figures, maker, to), index.shut_clauses
    for clause, lowest in table:
        if rung and shutting.get(clause.id, NEVER_SHUT) <= rung:
            continue
        if place_of(index, lowest) in busy or _parted_lately(state, blank, lowest):
            continue
        if not clause.lasts and _done_lately(state, blank, lowest):
            continue
        if _may_stand(state, clause, blank, lowest):
            yield lowest
        elif clause.needs or clause.until_year:
            others = (Term(clause.id, n, lowest.giver) for n in _amounts(index, lowest))
            yield from islice((t for t in others if _may_stand(state, clause, blank, t)), 1)


def _may_stand(state: State, clause: Clause, offer: Offer, term: Term) -> bool:
    if clause.until_year and _is_over(state, term):
        return False
    if clause.needs is None:
        return True
    getter = offer.to if term.giver == offer.maker else offer.maker
    needs = clause.needs.bind(term.giver, getter)
    return bool(needs(state, {"amount": term.amount}))


def _amounts(index: Index, term: Term) -> list[int]:
    """Return the other amounts a term could have, a handful over its range."""
    clause = index.content.clauses[term.clause]
    step = max(1, (clause.high - clause.low) // 6)
    values = {*range(clause.low, clause.high + 1, step), clause.high}
    return sorted(values - {term.amount})
