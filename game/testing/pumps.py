"""The search for pumps: ways to get more by taking the same things in more steps.

A *split* signs the same terms at the same date in several deals; nobody may be better off for that
than by one deal of them all. A *life* signs deals, lets them run out and looks at what is left: a
figure that deals hold stands where it would without them, and nothing stays that only they held.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from game.rules.calendar import add_months
from game.rules.decisions import Change
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.facts import refresh
from game.rules.index import Index
from game.rules.ledger import totals
from game.rules.state import Offer, State, Term
from game.rules.table import running, treaties
from game.rules.table.deals import place_of, verdict, why_no_offer

Parts = Sequence[tuple[Term, ...]]
"""The terms of deals that are signed one after another."""
FALLS_ARE_GAINS = frozenset({"tension"})
RISES_ARE_GAINS = ("standing", "trust", "peace", "science", "people", "power_legacy", "capital")
HONEST = 3  # points that the first deal may win the second by what it changes in the world
LONGEST = 200  # turns after which a deal that still runs is taken to run for ever


def split_gain(index: Index, state: State, maker: str, to: str, parts: Parts) -> int | None:
    """Return by how much somebody is better off by deals in parts than by one of their sum.

    It is the most that either side's arithmetic or any figure gains; None where the parts, or the
    sum, can't be signed.
    """
    whole = signed(index, state, maker, to, (summed(index, parts),))
    apart = signed(index, state, maker, to, parts)
    if whole is None or apart is None:
        return None
    sums = [a - w for a, w in zip(apart[1], whole[1], strict=True)]
    return max(*sums, *_gains(apart[2], whole[2]))


def summed(index: Index, parts: Parts) -> tuple[Term, ...]:
    """Return the terms of one deal that comes to what its parts do: the last year, or the sum."""
    found: dict[tuple[str, str], Term] = {}
    for term in (term for terms in parts for term in terms):
        place, until = place_of(index, term), index.content.clauses[term.clause].until_year
        held = found.get(place)
        both = max(held.amount, term.amount) if held and until else term.amount
        more = held.amount if held and not until else 0
        found[place] = replace(term, amount=both + more)
    return tuple(found.values())


def signed(
    index: Index, state: State, maker: str, to: str, parts: Parts
) -> tuple[State, tuple[int, ...], Mapping[str, int]] | None:
    """Return the state after deals at one date, what each side made of them all, and what moved.

    None where one of them can't be offered.
    """
    sums: tuple[int, ...] = (0, 0)
    changes = list[Change]()
    for number, terms in enumerate(parts):
        offer = Offer(f"part_{number}", maker, to, tuple(terms))
        if why_no_offer(index, state, offer):
            return None
        points = (verdict(index, state, offer, who) for who in (maker, to))
        sums = tuple(a + b for a, b in zip(sums, points, strict=True))
        draft = Draft(index, state)
        treaties.sign(draft, offer, perform_clause)
        refresh(draft)
        state, changes = draft.state, [*changes, *draft.changes]
    return state, sums, totals(changes)


def _gains(apart: Mapping[str, int], whole: Mapping[str, int]) -> Iterator[int]:
    """Yield by how much each figure has moved further to somebody's good."""
    yield 0
    for path in apart.keys() | whole.keys():
        more = apart.get(path, 0) - whole.get(path, 0)
        if path in FALLS_ARE_GAINS:
            yield -more
        elif path.partition(".")[2].partition(".")[0] in RISES_ARE_GAINS:
            yield more


def outlived(index: Index, state: State, offer: Offer) -> Mapping[str, int]:
    """Return what is left of what an offer's deal held, or gave by its levels, when it is over.

    Nothing else happens meanwhile: what stays moved is what was done once, at signing or each
    month; a figure that is held is back where that leaves it.
    """
    draft = Draft(index, state)
    treaties.sign(draft, offer, perform_clause)
    levels = {level.path for deal in draft.state.deals for life in deal.lives
              for level in life.levels}  # fmt: skip
    before = {path: state.figures[path] for path in levels}
    for _ in range(LONGEST):
        if not draft.state.deals:
            break
        pass_turn(draft)
    return {path: draft.figures[path] - value for path, value in before.items()
            if draft.figures[path] != value}  # fmt: skip


def pass_turn(draft: Draft) -> None:
    """Let the deals run for a turn's months, and nothing else happen."""
    months = draft.index.scenario.turn_months
    running.run(draft, months, perform_clause)
    draft.figures["date"] = add_months(draft.figures["date"], months)
    refresh(draft)


def stacking(index: Index, state: State, offer: Offer) -> int:
    """Return by how much a deal signed again as soon as it may be holds more than it did once."""
    draft = Draft(index, state)
    treaties.sign(draft, offer, perform_clause)
    refresh(draft)
    once = _held(draft.state)
    for _ in range(LONGEST):
        if not draft.state.deals or not why_no_offer(index, draft.state, offer):
            break
        pass_turn(draft)
    if not draft.state.deals or why_no_offer(index, draft.state, offer):
        return 0
    treaties.sign(draft, replace(offer, id=f"{offer.id}_again"), perform_clause)
    twice = _held(draft.state)
    return max([abs(more) - abs(once.get(path, 0)) for path, more in twice.items()], default=0)


def _held(state: State) -> dict[str, int]:
    return {path: held.more for path, held in state.held.items()}
