"""How the terms of a deal live: for how long, what they hold meanwhile, and why one rests."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from game.content.records import Amount, Clause
from game.record import replace
from game.rules.calendar import add_months
from game.rules.draft import Draft
from game.rules.index import Index
from game.rules.levels import clamped
from game.rules.messages import message
from game.rules.rungs import NEVER_SHUT
from game.rules.state import Deal, Held, Level, Life, State, Term
from game.rules.table.dues import monthly
from game.rules.table.ladder import shut
from game.rules.table.sides import bound

HALF_MONTH = 15  # days of a month in force from which it counts as one
SHUT, PURSE, IDLE = "shut", "purse", "idle"
"""Why a term rests: a rung has shut it, its giver can't pay for it, what it takes isn't there."""

SUSPENDED = message("deal.suspended")

Sums = dict[str, tuple[int, int | None]]
"""By figure what deals add to it, and the least that they let it be."""


def getter_of(deal: Deal, term: Term) -> str:
    """Return who gets a term of a deal; of a clause of all three, the first of the two others."""
    if term.to:
        return term.to
    return deal.parties[0] if deal.parties[0] != term.giver else deal.parties[1]


def givers_of(index: Index, deal: Deal, term: Term) -> tuple[str, ...]:
    """Return who has to deliver a term: its giver, or, where it is mutual, all whom it binds."""
    mutual = index.content.clauses[term.clause].mutual
    return bound(deal.parties, term) if mutual else (term.giver,)


def months_between(start: int, end: int) -> int:
    """Return how many months lie between two days, a month counting from its half on."""
    one, other = date.fromordinal(start), date.fromordinal(end)
    months = (other.year - one.year) * 12 + other.month - one.month
    days = other.day - one.day
    return max(0, months + (days >= HALF_MONTH) - (days <= -HALF_MONTH))


def lasting(clause: Clause, state: State, term: Term, getter: str, months: int = 0) -> int:
    """Return the day to which a term signed today runs; `months` go before its clause's own."""
    today = state.figures["date"]
    if clause.until_year:
        return date(term.amount + 1, 1, 1).toordinal()
    return add_months(today, months or value_of(clause.months, state, term, getter))


def begun(
    index: Index,
    state: State,
    term: Term,
    getter: str,
    months: int = 0,
    paid: int = 0,
    before: Life | None = None,
) -> Life:
    """Return the life of a term signed today; what it renews goes on first, and then it.

    `paid` was paid for it in advance, million USD; what that bought of the earlier life and is
    still to come is carried over.
    """
    today, clause = state.figures["date"], index.content.clauses[term.clause]
    ends = lasting(clause, state, term, getter, months)
    months = max(1, months_between(today, ends))
    life = Life(ends, months, paid, levels=levels(index, state, term, getter))
    if before is None:
        return life
    left = months_between(today, before.ends)
    carried = unspent(before, left)
    if not clause.until_year:
        ends = add_months(before.ends, life.months) if before.ends > today else ends
    return replace(
        life, ends=ends, months=max(1, months_between(today, ends)), paid=paid + carried,
        lost=before.lost, prolonged=before.prolonged,
    )  # fmt: skip


def unspent(life: Life, left: int) -> int:
    """Return what of the money paid in advance is for the months that are left, million USD."""
    return life.paid * min(left, life.months) // life.months if life.months else 0


def levels(index: Index, state: State, term: Term, getter: str) -> tuple[Level, ...]:
    """Return what a term signed today holds while it is in force."""
    clause = index.content.clauses[term.clause]
    return tuple(
        Level(index.path(path, term.giver, getter), value_of(amount, state, term, getter), least)
        for held, least in ((clause.holds, False), (clause.at_least, True))
        for path, amount in held
    )


def value_of(amount: Amount, state: State, term: Term, getter: str) -> int:
    """Return what an amount of a clause comes to for a term of it."""
    if isinstance(amount, int):
        return amount
    return amount.bind(term.giver, getter)(state, {"amount": term.amount})


def is_shut(index: Index, figures: dict[str, int], deal: Deal, term: Term) -> bool:
    """Return whether a party's standing on the ladder has shut what a term is about."""
    between = rungs_of(index, bound(deal.parties, term))
    standing = max(map(figures.__getitem__, between), default=0)
    return index.shut_clauses.get(term.clause, NEVER_SHUT) <= standing


@lru_cache(maxsize=512)
def rungs_of(index: Index, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Return the figures that say on which rung each of some parties stands, if on any."""
    return tuple(path for path in (f"{party}.rung" for party in parties) if path in index.bounds)


def climbers(index: Index, figures: dict[str, int], deal: Deal, term: Term) -> tuple[str, ...]:
    """Return those bound by a term whose own standing has shut what it is about."""
    return tuple(p for p in bound(deal.parties, term) if shut(index, figures, term.clause, p))


def resting(index: Index, state: State, deal: Deal, term: Term, life: Life) -> str:
    """Return why a term isn't delivered now, or nothing."""
    return SHUT if is_shut(index, state.figures, deal, term) else life.rests


def why_undelivered(index: Index, state: State, deal: Deal, term: Term) -> str:
    """Return why a term that no rung shuts can't be delivered in a month, or nothing."""
    clause, getter = index.content.clauses[term.clause], getter_of(deal, term)
    scope = {"amount": term.amount}
    if clause.during is not None and not clause.during.bind(term.giver, getter)(state, scope):
        return IDLE
    cost = monthly(index, state, term, getter) if clause.monthly else 0
    return PURSE if cost > max(0, state.figures[f"{term.giver}.treasury"]) else ""


def in_force(index: Index, state: State) -> list[tuple[Deal, Term, Life]]:
    """Return every term that is in force and doesn't rest."""
    found, shutting, figure = [], index.shut_clauses, state.figures.__getitem__
    for deal in state.deals:
        highest = max(map(figure, rungs_of(index, deal.parties)), default=0)
        for term, life in zip(deal.terms, deal.lives, strict=True):
            rung = highest
            if rung and term.to:
                rung = max(map(figure, rungs_of(index, (term.giver, term.to))), default=0)
            if not life.rests and shutting.get(term.clause, NEVER_SHUT) > rung:
                found.append((deal, term, life))
    return found


def settle(draft: Draft) -> None:
    """Bring every figure in line with what the deals in force hold of it."""
    held, wanted = draft.state.held, _sums(draft.index, draft.state)
    for path in sorted({*held, *wanted}):
        if path not in wanted:
            draft.hold(path, None)
            continue
        more, least = wanted[path]
        base = held[path].base if path in held else draft.figures[path]
        now = Held(base, more, draft.index.bounds[path][0] if least is None else least)
        if now != held.get(path):
            draft.hold(path, now)


def suspend(draft: Draft) -> None:
    """Let go of what a rung has shut, and take it up again, in a cause of its own."""
    cause, reason = draft.cause, draft.reason
    draft.because("rule:suspended", SUSPENDED)
    settle(draft)
    draft.because(cause, reason)


def _sums(index: Index, state: State) -> Sums:
    found: Sums = {}
    for _, _, life in in_force(index, state):
        for level in life.levels:
            more, least = found.get(level.path, (0, None))
            if level.least:
                found[level.path] = more, level.by if least is None else max(least, level.by)
            else:
                found[level.path] = more + level.by, least
    return found


def draw_up(draft: Draft) -> None:
    """Give the deals lives that have none yet: a scenario's, and those of an older game.

    Their figures already hold what they add; a least that one doesn't hold is forgotten.
    """
    if all(len(deal.lives) == len(deal.terms) for deal in draft.state.deals):
        return
    draft.state.deals = tuple([_drawn_up(draft, deal) for deal in draft.state.deals])
    table = draft.table("held")
    for path, (more, least) in _sums(draft.index, draft.state).items():
        if path not in table:
            low, high = draft.index.bounds[path]
            base = clamped(draft.figures[path] - more, low, high)
            table[path] = Held(base, more, low if least is None else least)


def _drawn_up(draft: Draft, deal: Deal) -> Deal:
    if len(deal.lives) == len(deal.terms):
        return deal
    return replace(deal, lives=tuple([_taken_over(draft, deal, term) for term in deal.terms]))


def _taken_over(draft: Draft, deal: Deal, term: Term) -> Life:
    found = levels(draft.index, draft.state, term, getter_of(deal, term))
    kept = tuple(one for one in found if not one.least or draft.figures[one.path] >= one.by)
    return Life(deal.ends, max(1, months_between(deal.signed, deal.ends)), levels=kept)
