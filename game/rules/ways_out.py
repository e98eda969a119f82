"""What leaving a deal leads to, as far as it can be foreseen: at once, and what then stays away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.content.records import Content
from game.record import replace
from game.rules.decisions import Branch, Change, Decision
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.index import Index
from game.rules.legality import options
from game.rules.preview import foreseeable, preview
from game.rules.state import Deal, State
from game.rules.table.deals import notice_of
from game.rules.table.lives import getter_of
from game.rules.table.parting import PARTINGS, find_deal, released_by

Foreseen = Sequence[tuple[Decision, tuple[Branch, ...], tuple[Branch, ...]]]
"""Decisions with what each leads to: its branches, and the others' answers."""


def ways_out(content: Content, index: Index, seen: State, months: int) -> Foreseen:
    """Return what each way out of a chair's deals leads to, with what stays away for some months.

    `seen` is a view on which the chair is at the table.
    """
    found: list[tuple[Decision, tuple[Branch, ...], tuple[Branch, ...]]] = []
    for option in options(content, seen):
        decision = option.decision
        if option.reason is None and decision.pick in PARTINGS:
            ahead, lost = preview(content, seen, decision), _lost(index, seen, decision, months)
            found.append((decision, (*ahead.branches, lost), ahead.answers))
    return found


def _lost(index: Index, seen: State, decision: Decision, months: int) -> Branch:
    """Return what a deal that is left no longer brings, month by month, or no longer takes."""
    deal, chair = find_deal(seen, decision.chair, decision.target), decision.chair
    if deal is None or decision.pick == "claim":
        return Branch(100, None, ())
    if decision.pick == "cancel" and not released_by(index, seen, deal, chair):
        months -= notice_of(index, deal.terms)
    brought = foreseeable(_brought(index, seen, deal, months), chair)
    return Branch(100, None, tuple(replace(change, amount=-change.amount) for change in brought))


def _brought(index: Index, seen: State, deal: Deal, months: int) -> Iterable[Change]:
    """Return what a deal's clauses bring in so many months."""
    draft = Draft(index, seen)
    for term, _ in deal.running:
        monthly = index.content.clauses[term.clause].monthly
        for _month in range(months if monthly else 0):
            perform_clause(draft, monthly, term.giver, getter_of(deal, term), term.amount)
    return draft.changes
