"""A player that looks one step ahead with the real rules and weighs it by its leader's persona."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from random import Random
from typing import ClassVar

from game.content.records import Content
from game.narration import decision_title, figure_title
from game.players.bargains import candidates, offer_at
from game.players.base import Move, Player, find, legal
from game.players.persona import expected, worth
from game.rules.deals import verdict, what_would_work
from game.rules.decisions import Decision, Option
from game.rules.index import index_of
from game.rules.preview import preview
from game.rules.state import Slot, State

LEAST_GAIN = 40  # hundredths of a point under which an action isn't worth its trouble
OFFER_GAIN = 3  # verdict points that make an offer worth making
WHIM = 30  # hundredths of a point of noise, so that two like games differ


class Diplomat(Player):
    """Persona first, one step ahead."""

    name: ClassVar[str] = "diplomat"
    about: ClassVar[str] = "looks one step ahead with the real rules, by its leader's persona"

    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        """Return the move whose foreseen changes are worth most to the leader."""
        slot = seen.queue[0]
        if slot.kind in ("answer", "counter"):
            return _answer(content, seen, slot, options)
        if slot.kind == "table":
            return _table(content, seen, slot, options, dice)
        return _best(content, seen, slot, options, dice)


def _best(
    content: Content, seen: State, slot: Slot, options: Sequence[Option], dice: Random
) -> Move:
    """Return the best of what may be chosen; the agenda closes when nothing is worth it."""
    scored = [
        (_score(content, seen, slot, decision) + dice.randint(0, WHIM), place, decision)
        for place, decision in enumerate(legal(options))
    ]
    points, _, decision = max(scored)
    if slot.kind == "agenda" and points < LEAST_GAIN:
        return Move(Decision(slot.chair, "agenda", "end"), "Nothing else is worth its price.")
    return Move(decision, _because(content, seen, decision))


def _score(content: Content, seen: State, slot: Slot, decision: Decision) -> int:
    if decision.pick == "end":
        return 0
    return expected(content, seen, slot.chair, preview(content, seen, decision))


def _because(content: Content, seen: State, decision: Decision) -> str:
    """Return the weightiest thing a decision brings, in words."""
    if decision.pick == "end":
        return ""
    foreseen = preview(content, seen, decision)
    changes = [c for b in foreseen.branches for c in b.changes if c.kind == "figure"]
    if not changes:
        return decision_title(content, seen, decision)
    top = max(changes, key=lambda c: worth(content, seen, decision.chair, (c,)))
    if worth(content, seen, decision.chair, (top,)) <= 0:
        return "The least of the evils on the desk."
    return f"For {figure_title(content, top.path, decision.chair)} ({top.amount:+d})."


def _table(
    content: Content, seen: State, slot: Slot, options: Sequence[Option], dice: Random
) -> Move:
    offers = list(_offers(content, seen, slot, options))
    if offers:
        gain, decision = max(offers, key=lambda found: found[0])
        if gain >= OFFER_GAIN:
            return Move(decision, f"Worth {gain} to us, and they should sign.")
    return _ladder(content, seen, slot, options, dice)


def _offers(
    content: Content, seen: State, slot: Slot, options: Sequence[Option]
) -> Iterator[tuple[int, Decision]]:
    """Yield what could be offered, with what it is worth here."""
    index = index_of(content, seen.scenario)
    for decision in legal(options):
        if decision.pick == "offer":
            for offer in candidates(index, seen, slot.chair, decision.target):
                gain = verdict(index, seen, offer, slot.chair)
                yield gain, replace(decision, terms=offer.terms)


def _ladder(
    content: Content, seen: State, slot: Slot, options: Sequence[Option], dice: Random
) -> Move:
    """Step on the ladder when it is worth more than staying; else leave the table."""
    steps = [d for d in legal(options) if d.pick in ("step_up", "step_down")]
    scored = [(_score(content, seen, slot, d) + dice.randint(0, WHIM), d.pick, d) for d in steps]
    if scored and max(scored)[0] > 3 * LEAST_GAIN:
        decision = max(scored)[2]
        return Move(decision, _because(content, seen, decision))
    return Move(Decision(slot.chair, "table", "end"))


def _answer(content: Content, seen: State, slot: Slot, options: Sequence[Option]) -> Move:
    """Sign at zero or above, else ask for what would work, else decline."""
    index = index_of(content, seen.scenario)
    offer = offer_at(seen, slot)
    total = verdict(index, seen, offer, slot.chair)
    accept = find(options, "accept")
    if accept and total >= 0:
        return Move(accept, f"The sum stands at {total:+d}.")
    if find(options, "counter"):
        better = what_would_work(index, seen, offer, slot.chair)
        if better is not None and better.terms != offer.terms:
            decision = Decision(slot.chair, slot.kind, "counter", terms=better.terms)
            return Move(decision, f"The sum stands at {total:+d}; this would do.")
    return Move(Decision(slot.chair, slot.kind, "decline"), f"The sum stands at {total:+d}.")
