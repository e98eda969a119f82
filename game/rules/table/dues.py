"""What signing a deal takes from a treasury at once, so that nobody signs away what it lacks."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.records import Shift, Spend
from game.rules.agenda import short_of_money
from game.rules.index import Index
from game.rules.messages import Message
from game.rules.state import Offer, State
from game.rules.table.deals import receiver


def due(index: Index, state: State, offer: Offer, who: str) -> int:
    """Return what signing takes from a party's treasury at once, million USD."""
    return max(0, -sum(_moves(index, state, offer, who)))


def _moves(index: Index, state: State, offer: Offer, who: str) -> Iterator[int]:
    """Yield by how much each effect of signing moves a party's treasury."""
    for term in offer.terms:
        getter = receiver(offer, term)
        scope = {"amount": term.amount}
        for effect in index.content.clauses[term.clause].sign:
            if isinstance(effect, Spend) and term.giver == who:
                by, sign = effect.amount, -effect.sign
            elif isinstance(effect, Shift) and _treasury(index, effect, term.giver, getter) == who:
                by, sign = effect.by, 1
            else:
                continue
            bound = by if isinstance(by, int) else by.bind(term.giver, getter)(state, scope)
            yield sign * bound


def _treasury(index: Index, effect: Shift, giver: str, getter: str) -> str:
    """Return whose treasury an effect moves, if it moves one."""
    if not effect.path.endswith("treasury"):
        return ""
    return index.path(effect.path, giver, getter).removesuffix(".treasury")


def why_no_money(index: Index, state: State, offer: Offer, who: str) -> Message | None:
    """Return why a party can't pay what it would sign, or nothing."""
    needed, held = due(index, state, offer, who), state.figures[f"{who}.treasury"]
    return short_of_money(needed, held) if needed > max(0, held) else None
