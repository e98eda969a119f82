"""From small steps to decisions: which may be taken now, and what each leads to.

A draft always could be put as it stands: a term comes in with an amount with which the rules would
take the whole. Terms come in any order, so that this leaves out no offer: what brings money comes
before what costs it, what a convener gives before what is the others'. Only a counter-offer may
pass through the very terms that it answers, if it can go on from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from game.envs.acts import (
    MADE_UP,
    PASS,
    POINTED,
    PUT,
    SHIPS,
    TAKE,
    agenda,
    amount,
    asked,
    card,
    named,
)
from game.rules.deciding.table import why_not_sign
from game.rules.decisions import Decision, find_offer
from game.rules.index import Index
from game.rules.kinds import KINDS
from game.rules.legality import options_on
from game.rules.state import Offer, State, Term
from game.rules.table.convening import convened
from game.rules.table.deals import standing_terms

Terms = tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Begun:
    """A decision that is being made: its terms so far, the one whose amount is asked.

    Where something is pointed at, `pointed` are the ids that are left, the first one first.
    """

    decision: Decision
    term: Term | None = None
    pointed: tuple[str, ...] = ()


Ways = dict[str, "Begun | Decision"]
"""By the name of each step that may be taken, what it leads to."""


def ways(index: Index, seen: State, begun: Begun | None) -> Ways:
    """Return the steps that the chair whose turn it is may take, on its view or the whole state."""
    if begun is None:
        return _first(index, seen)
    if begun.pointed:
        return _pointing(begun)
    if begun.term is not None:
        return _amounts(index, seen, begun)
    return _drafting(index, seen, begun)


def _first(index: Index, seen: State) -> Ways:
    found: Ways = {}
    aimed: dict[str, list[Decision]] = {}
    for decision in (o.decision for o in options_on(index, seen) if not o.reason):
        name = _name(index, seen, decision)
        if _is_pointed(index, decision):
            aimed.setdefault(name, []).append(decision)
        elif decision.pick not in MADE_UP or decision.kind == "agenda":
            found[name] = decision
        elif any(_more(index, seen, decision)):
            found[name] = Begun(decision)
    for name, decisions in aimed.items():
        targets = tuple(decision.target for decision in decisions)
        found[name] = Begun(replace(decisions[0], target=""), pointed=targets)
    return found


def _name(index: Index, seen: State, decision: Decision) -> str:
    slot = seen.queue[0]
    target = "" if _is_pointed(index, decision) else decision.target
    if KINDS[slot.kind].of_a_card:
        return card(slot.subject, decision.pick)
    if slot.kind == "agenda":
        return agenda(decision.pick, target)
    return asked(slot, decision.pick, target)


def _is_pointed(index: Index, decision: Decision) -> bool:
    """Return whether what a decision is about has an id that no content names."""
    if decision.kind == "agenda":
        action = index.content.actions.get(decision.pick)
        return action is not None and action.target in SHIPS
    return decision.kind == "table" and decision.pick in POINTED


def _pointing(begun: Begun) -> Ways:
    first, *rest = begun.pointed
    found: Ways = {TAKE: replace(begun.decision, target=first)}
    if rest:
        found[PASS] = replace(begun, pointed=tuple(rest))
    return found


def _amounts(index: Index, seen: State, begun: Begun) -> Ways:
    assert begun.term is not None
    decision, found = begun.decision, Ways()
    for sized in _sizes(index, begun.term):
        terms = (*decision.terms, sized)
        if _stands(index, seen, decision, terms):
            found[amount(sized.amount)] = Begun(replace(decision, terms=terms))
    return found


def _drafting(index: Index, seen: State, begun: Begun) -> Ways:
    decision, found = begun.decision, Ways()
    for term in _more(index, seen, decision):
        clause = index.content.clauses[term.clause]
        fixed = replace(decision, terms=(*decision.terms, term))
        one = clause.low == clause.high
        found[named(term)] = Begun(fixed) if one else Begun(decision, term)
    if decision.terms and _may_be_put(index, seen, decision, decision.terms):
        found[PUT] = decision
    return found


def _more(index: Index, seen: State, decision: Decision) -> Iterator[Term]:
    """Yield each term that may come into a draft with some amount."""
    held = {named(term) for term in decision.terms}
    for _, lowest in standing_terms(index, addressed(seen, decision).parties):
        if named(lowest) not in held:
            sizes = _sizes(index, lowest)
            if any(_stands(index, seen, decision, (*decision.terms, one)) for one in sizes):
                yield lowest


def _sizes(index: Index, term: Term) -> Iterable[Term]:
    clause = index.content.clauses[term.clause]
    return (replace(term, amount=n) for n in range(clause.low, clause.high + 1))


def _stands(index: Index, seen: State, decision: Decision, terms: Terms) -> bool:
    """Return whether a draft could be put as it stands, or on the way to another offer."""
    if not _signable(index, seen, decision, terms):
        return False
    return not _as_offered(seen, decision, terms) or any(
        _more(index, seen, replace(decision, terms=terms))
    )


def _may_be_put(index: Index, seen: State, decision: Decision, terms: Terms) -> bool:
    return _signable(index, seen, decision, terms) and not _as_offered(seen, decision, terms)


def _signable(index: Index, seen: State, decision: Decision, terms: Terms) -> bool:
    offer = replace(addressed(seen, decision), id="", terms=terms, months=0)
    return why_not_sign(index, seen, offer, decision.chair) is None


def _as_offered(seen: State, decision: Decision, terms: Terms) -> bool:
    """Return whether a counter-offer is what it answers."""
    if decision.pick != "counter":
        return False
    return {*terms} == {*addressed(seen, decision).terms}


def addressed(seen: State, decision: Decision) -> Offer:
    """Return the offer that a decision makes, without terms, or the one that it answers."""
    if decision.pick == "counter":
        return find_offer(seen, seen.queue[0].subject)
    return convened(decision.chair, decision.target)
