"""The search for pumps: ways to get more by taking the same things in more steps.

A *split* signs the same terms at the same date in several deals, of two or of three, with acts of
the agenda between them; nobody may be better off for that than by one deal of them all. A *life*
signs deals, lets them run out and looks at what is left: a figure that deals hold stands where it
would without them, and nothing stays that only they held.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from game.record import replace
from game.rules.calendar import add_months
from game.rules.deciding import DECIDING
from game.rules.decisions import Change, Decision
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.facts import refresh
from game.rules.index import Index
from game.rules.ledger import totals
from game.rules.state import Offer, Slot, State, Term
from game.rules.table import running, treaties
from game.rules.table.deals import verdict, why_no_offer
from game.rules.table.sides import place_of

Parts = Sequence[tuple[Term, ...]]
"""The terms of deals that are signed one after another."""
FALLS_ARE_GAINS = frozenset({"tension"})
RISES_ARE_GAINS = ("standing", "trust", "peace", "science", "people", "power_legacy", "capital")
HONEST = 3  # points that the first deal may win the second by what it changes in the world
FIRST = 0  # the outcome that an act of the agenda has here
LONGEST = 200  # turns after which a deal that still runs is taken to run for ever


def split_gain(
    index: Index, state: State, blank: Offer, parts: Parts, acts: Sequence[Decision] = ()
) -> int | None:
    """Return by how much somebody is better off by deals in parts than by one of their sum.

    Between the parts come `acts` of the agenda, one after each; as much as they give comes of them
    before or after the whole too. It is the most that a side's arithmetic or any figure gains; None
    where the parts, or the sum, can't be signed. `blank` is whose deals they are.
    """
    whole = replace(blank, id="whole", terms=summed(index, blank.parties, parts))
    offers = [replace(blank, id=f"part_{n}", terms=tuple(t)) for n, t in enumerate(parts)]
    apart = played(index, state, _between(offers, acts))
    known = [played(index, state, (*acts[:n], whole, *acts[n:])) for n in range(len(acts) + 1)]
    wholes = [one for one in known if one is not None]
    return min(_gain(apart, one) for one in wholes) if apart and wholes else None


def _between(offers: Sequence[Offer], acts: Sequence[Decision]) -> tuple[Offer | Decision, ...]:
    """Return offers with an act after each, as long as there are any."""
    rows = zip_longest(offers, acts)
    return tuple(one for row in rows for one in row if one is not None)


def _gain(apart: Played, whole: Played) -> int:
    sums = [more - whole.sums[who] for who, more in apart.sums.items()]
    return max(*sums, *_gains(apart.moved, whole.moved))


def summed(index: Index, parties: tuple[str, ...], parts: Parts) -> tuple[Term, ...]:
    """Return the terms of one deal that comes to what its parts do: the last year, or the sum."""
    found: dict[tuple[str, ...], Term] = {}
    for term in (term for terms in parts for term in terms):
        place, until = place_of(index, parties, term), index.content.clauses[term.clause].until_year
        held = found.get(place)
        both = max(held.amount, term.amount) if held and until else term.amount
        more = held.amount if held and not until else 0
        found[place] = replace(term, amount=both + more)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Played:
    """What came of steps at one date: the state, what each side made of all deals, what moved."""

    state: State
    sums: Mapping[str, int]
    moved: Mapping[str, int]


def played(index: Index, state: State, steps: Sequence[Offer | Decision]) -> Played | None:
    """Return what comes of signing offers and taking acts of the agenda, all at one date.

    None where one of them can't be done.
    """
    sums: dict[str, int] = {}
    changes = list[Change]()
    for step in steps:
        draft = Draft(index, state)
        if isinstance(step, Offer):
            if why_no_offer(index, state, step):
                return None
            for who in step.parties:
                sums[who] = sums.get(who, 0) + verdict(index, state, step, who)
            treaties.sign(draft, step, perform_clause)
        elif not _act(draft, step):
            return None
        refresh(draft)
        state, changes = draft.state, [*changes, *draft.changes]
    return Played(state, sums, totals(changes))


def _act(draft: Draft, act: Decision) -> bool:
    """Take an act of the agenda; return whether it may be taken."""
    slot = Slot("agenda", act.chair)
    if DECIDING["agenda"].why_not(draft.index, draft.state, slot, act):
        return False
    DECIDING["agenda"].carry_out(draft, slot, act, FIRST)
    return True


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
