"""The table's arithmetic: what an offer is worth to a side, line by line; what would work."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from game.content.records import Amount, Clause
from game.rules.decisions import Line
from game.rules.index import Index
from game.rules.leaders import weight
from game.rules.state import Offer, State, Term

TERMS_A_SIDE = 3
RENEWAL_DAYS = 200  # a running clause may be offered again when so little of it is left
BROKEN_WEIGHT = 3


def other_side(offer: Offer, who: str) -> str:
    """Return the other party of an offer."""
    return offer.to if who == offer.maker else offer.maker


def receiver(offer: Offer, term: Term) -> str:
    """Return who gets a term."""
    return offer.to if term.giver == offer.maker else offer.maker


def assess(index: Index, state: State, offer: Offer, who: str) -> tuple[Line, ...]:
    """Return what an offer is worth to a party; the lines sum to the verdict (0 and up: yes)."""
    other = other_side(offer, who)
    terms = tuple(_term_line(index, state, term, who, other) for term in offer.terms)
    return terms + _standing_lines(state, who, other)


def verdict(index: Index, state: State, offer: Offer, who: str) -> int:
    """Return the sum of the lines."""
    return sum(line.amount for line in assess(index, state, offer, who))


def _term_line(index: Index, state: State, term: Term, who: str, other: str) -> Line:
    clause = index.content.clauses[term.clause]
    worth = term_worth(state, clause, term, who, other)
    weighed = _percent(worth, weight(index, state, who, clause.topic))
    amount = f" ({term.amount} {clause.unit})" if clause.unit else ""
    way = "" if clause.mutual else (" given" if term.giver == who else " got")
    return Line(f"{clause.name}{amount}{way}", weighed)


def term_worth(state: State, clause: Clause, term: Term, who: str, other: str) -> int:
    """Return what a term is worth to a party before its leader weighs it."""
    gain = _worth(clause.gains, state, term, who, other)
    cost = _worth(clause.costs, state, term, who, other)
    if clause.mutual:
        return gain - cost
    return -cost if term.giver == who else gain


def _worth(table: Mapping[str, Amount], state: State, term: Term, who: str, other: str) -> int:
    amount = table.get(who, table.get("any", 0))
    if isinstance(amount, int):
        return amount
    return amount.bind(who, other)(state, {"amount": term.amount})


def _percent(value: int, percent: int) -> int:
    """Return a share rounded half away from zero."""
    size = (abs(value) * percent + 50) // 100
    return size if value >= 0 else -size


def _standing_lines(state: State, who: str, other: str) -> tuple[Line, ...]:
    figures = state.figures
    lines = [
        Line("Trust in your word", (figures[f"{who}.trust.{other}"] - 50) // 4),
        Line("Promises you broke", -BROKEN_WEIGHT * min(figures[f"{other}.broken"], 5)),
        Line("The mood between the capitals", -max(0, figures["tension"] - 50) // 6),
        Line("What walking away is worth", -walk_away(state, who)),
    ]
    return tuple(line for line in lines if line.amount)


def walk_away(state: State, who: str) -> int:
    """Return what having no deal is worth: the less a side lives on the others, the more."""
    return max(0, (100 - state.figures[f"{who}.reliance"]) // 15)


def why_no_offer(index: Index, state: State, offer: Offer) -> str:
    """Return why an offer can't be made, or nothing."""
    if offer.to == offer.maker or offer.to not in index.chairs:
        return "An offer needs another partner at the table."
    if not offer.terms:
        return "An offer needs at least one clause."
    if len({(t.clause, t.giver) for t in offer.terms}) < len(offer.terms):
        return "A clause can stand in an offer only once for each side."
    for giver in (offer.maker, offer.to):
        if sum(1 for t in offer.terms if t.giver == giver) > TERMS_A_SIDE:
            return f"At most {TERMS_A_SIDE} clauses a side."
    reasons = (why_no_term(index, state, offer, term) for term in offer.terms)
    return next((reason for reason in reasons if reason), "")


def why_no_term(index: Index, state: State, offer: Offer, term: Term) -> str:
    """Return why a clause can't stand in an offer, or nothing."""
    clause = index.content.clauses.get(term.clause)
    if clause is None or term.giver not in (offer.maker, offer.to):
        return "There is no such clause."
    getter = receiver(offer, term)
    if term.giver not in clause.givers or getter not in clause.receivers:
        names = index.content.partners
        return f"{clause.name}: {names[term.giver].name} can't give this to {names[getter].name}."
    if not clause.low <= term.amount <= clause.high:
        return f"{clause.name}: from {clause.low} to {clause.high} {clause.unit}."
    if clause.needs and not clause.needs.bind(term.giver, getter)(state, {"amount": term.amount}):
        return f"{clause.name}: {clause.because or 'not possible now.'}"
    if _running(state, offer, term):
        return f"{clause.name}: a deal about it runs between you already."
    return ""


def _running(state: State, offer: Offer, term: Term) -> bool:
    parties = {offer.maker, offer.to}
    late = state.figures["date"] + RENEWAL_DAYS
    return any(
        t.clause == term.clause and set(deal.parties) == parties and deal.ends > late
        for deal in state.deals
        for t in deal.terms
    )


def possible_terms(index: Index, state: State, maker: str, to: str) -> Iterator[Term]:
    """Yield every clause that could stand in an offer now, at its lowest amount, for each giver."""
    blank = Offer("", maker, to, ())
    for clause in index.content.clauses.values():
        for giver in (maker,) if clause.mutual else (maker, to):
            term = Term(clause.id, clause.low, giver)
            if not why_no_term(index, state, blank, term):
                yield term


def what_would_work(index: Index, state: State, offer: Offer, who: str) -> Offer | None:
    """Return the change of one term that a party accepts and that costs the other side least."""
    if verdict(index, state, offer, who) >= 0:
        return offer
    other = other_side(offer, who)
    works = [
        changed
        for changed in _changes(index, state, offer)
        if verdict(index, state, changed, who) >= 0 and not why_no_offer(index, state, changed)
    ]
    return max(works, key=lambda o: verdict(index, state, o, other), default=None)


def _changes(index: Index, state: State, offer: Offer) -> Iterator[Offer]:
    for position, term in enumerate(offer.terms):
        rest = offer.terms[:position] + offer.terms[position + 1 :]
        if rest:
            yield replace(offer, terms=rest)
        for amount in _amounts(index, term):
            changed = (*offer.terms[:position], replace(term, amount=amount))
            yield replace(offer, terms=changed + offer.terms[position + 1 :])
    standing = {term.clause for term in offer.terms}
    for extra in possible_terms(index, state, offer.maker, offer.to):
        if extra.clause not in standing:
            for amount in (extra.amount, *_amounts(index, extra)):
                yield replace(offer, terms=(*offer.terms, replace(extra, amount=amount)))


def _amounts(index: Index, term: Term) -> list[int]:
    """Return the other amounts a term could have, a handful over its range."""
    clause = index.content.clauses[term.clause]
    step = max(1, (clause.high - clause.low) // 6)
    values = {*range(clause.low, clause.high + 1, step), clause.high}
    return sorted(values - {term.amount})
