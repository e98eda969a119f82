"""The table's arithmetic: what an offer is worth to a side, line by line; what would work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
REPEAT_DAYS = 720  # how long two partners wait before they do the same thing again
BROKEN_WEIGHT = 3
STANDING = (
    message("standing.trust"),
    message("standing.broken"),
    message("standing.mood"),
    message("standing.walk_away"),
    message("standing.threat"),
)
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
    """Return who gets a term."""
    return offer.to if term.giver == offer.maker else offer.maker


def assess(index: Index, state: State, offer: Offer, who: str) -> tuple[Line, ...]:
    """Return what an offer is worth to a party; the lines sum to the verdict (0 and up: yes).

    On a view the other side's lines are estimates, and their spreads hold what they may be.
    """
    other = other_side(offer, who)
    terms = tuple(_term_line(index, state, term, who, other) for term in offer.terms)
    return terms + _standing_lines(state, who, other)


def verdict(index: Index, state: State, offer: Offer, who: str) -> int:
    """Return what the lines of `assess` sum to."""
    other = other_side(offer, who)
    terms = sum([weighed(index, state, term, who, other) for term in offer.terms])
    return terms + standing(state, who, other)


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


def _standing(state: State, who: str, other: str) -> tuple[int, int, int, int, int]:
    """Return what every offer from another is worth besides its terms: a figure for STANDING."""
    figures = state.figures
    return (
        (figures[f"{who}.trust.{other}"] - 50) // 4,
        -BROKEN_WEIGHT * min(figures[f"{other}.broken"], 5),
        -max(0, figures["tension"] - 50) // 6,
        -walk_away(state, who, other),
        pressure(figures, who, other),
    )


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
    if clause.needs and not _may_stand(state, clause, offer, term):
        because = text(clause.because) if clause.because else NOT_NOW
        return message("clause.barred", clause=clause.id, why=because)
    if _running(state, offer, term):
        return message("clause.runs_already", clause=clause.id)
    if clause.months == 0 and _done_lately(state, offer, term):
        return message("clause.done_lately", clause=clause.id)
    return None


def deed(clause: str, one: str, other: str) -> str:
    """Return the mark that two partners leave when they do something at signing."""
    first, second = (one, other) if one < other else (other, one)
    return f"deed.{clause}.{first}.{second}"


def _done_lately(state: State, offer: Offer, term: Term) -> bool:
    last = state.used.get(deed(term.clause, offer.maker, offer.to))
    return last is not None and state.figures["date"] - last < REPEAT_DAYS


def _running(state: State, offer: Offer, term: Term) -> bool:
    return term.clause in _busy(state, offer.maker, offer.to)


def _busy(state: State, one: str, other: str) -> list[str]:
    """Return the clauses that run between two partners and aren't nearly over."""
    late = state.figures["date"] + RENEWAL_DAYS
    ways = ((one, other), (other, one))
    return [
        term.clause
        for deal in state.deals
        if deal.parties in ways and deal.ends > late
        for term in deal.terms
    ]


def possible_terms(index: Index, state: State, maker: str, to: str) -> Iterator[Term]:
    """Yield every clause that could stand in an offer now, at a low amount, for each giver."""
    return possible_among(index, state, maker, to, index.tables.get((maker, to), ()))


def possible_among(
    index: Index, state: State, maker: str, to: str, table: Iterable[tuple[Clause, Term]]
) -> Iterator[Term]:
    """Yield the terms of a table of clauses (`Index.tables`) that could stand in an offer now."""
    blank = Offer("", maker, to, ())
    busy = _busy(state, maker, to)
    rung, shutting = joint_rung(state.figures, maker, to), index.shut_clauses
    for clause, lowest in table:
        if rung and shutting.get(clause.id, NEVER_SHUT) <= rung:
            continue
        if clause.id in busy or (not clause.months and _done_lately(state, blank, lowest)):
            continue
        if clause.needs is None or _may_stand(state, clause, blank, lowest):
            yield lowest
        elif clause.needs:
            others = (Term(clause.id, n, lowest.giver) for n in _amounts(index, lowest))
            yield from islice((t for t in others if _may_stand(state, clause, blank, t)), 1)


def _may_stand(state: State, clause: Clause, offer: Offer, term: Term) -> bool:
    if clause.needs is None:
        return True
    needs = clause.needs.bind(term.giver, receiver(offer, term))
    return bool(needs(state, {"amount": term.amount}))


def _amounts(index: Index, term: Term) -> list[int]:
    """Return the other amounts a term could have, a handful over its range."""
    clause = index.content.clauses[term.clause]
    step = max(1, (clause.high - clause.low) // 6)
    values = {*range(clause.low, clause.high + 1, step), clause.high}
    return sorted(values - {term.amount})
