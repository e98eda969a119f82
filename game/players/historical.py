"""A player that does what really happened, where the content knows it."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import ClassVar

from game.content.records import Content, HistoricalMove
from game.content.records.effects import (
    BookFlight,
    Breach,
    Delay,
    Extend,
    Harm,
    Liner,
    Recall,
    SetWord,
    Sign,
    Spend,
    Step,
)
from game.content.records.stories import Choice
from game.players.bargains import offer_at
from game.players.base import Move, Player, claimed, find, legal
from game.players.persona import foresight, upkeep
from game.players.words import AT_HOME, because
from game.rules.calendar import turn_of
from game.rules.deciding.table import OFFER_CAPITAL
from game.rules.decisions import Decision, Option
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.legality import why_not
from game.rules.messages import message
from game.rules.outcomes import choice_of
from game.rules.preview import Preview, preview
from game.rules.state import Offer, Slot, State, Term
from game.rules.table.deals import verdict
from game.text.language import N_

TOLD_OF = (BookFlight, Breach, Delay, Extend, Harm, Liner, Recall, SetWord, Sign, Step)
"""What would have been in the papers: a choice that history isn't known to have made has little."""

FRIENDLESS = 35  # mandate under which a head spends the agenda at home
RECORD = message("why.record")
NEEDED = 500  # hundredths of a point of upkeep that history would have seen to


class Historical(Player):
    """Takes cards marked as history and the scenario's dated moves; else keeps still."""

    name: ClassVar[str] = "historical"
    about: ClassVar[str] = N_("does what really happened, where the record knows it")

    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        """Return the historical move, or the quietest one."""
        slot = seen.queue[0]
        if KINDS[slot.kind].of_a_card:
            return _card(content, slot, options)
        if slot.kind == "ratify":
            return _ratified(content, seen, slot, options)
        if KINDS[slot.kind].open_ended:
            owed = claimed(options)
            if owed:
                return owed
            recorded = _recorded(content, seen, slot) or _routine(content, seen, slot, options)
            return recorded or Move(Decision(slot.chair, slot.kind, "end"))
        return _answer(content, seen, slot, options)


def _card(content: Content, slot: Slot, options: Sequence[Option]) -> Move:
    event = content.events[slot.subject]
    for decision in legal(options):
        if choice_of(event, slot.chair, decision.pick).history:
            return Move(decision, RECORD)
    quietest = min(legal(options), key=lambda d: stir(choice_of(event, slot.chair, d.pick)))
    return Move(quietest)


def stir(choice: Choice) -> tuple[int, bool]:
    """Return how much of what a choice does would have been told of, and if it costs money."""
    effects = (*choice.effects, *(e for one in choice.outcomes for e in one.effects))
    told = sum(isinstance(effect, TOLD_OF) for effect in effects)
    return told, any(isinstance(effect, Spend) for effect in effects)


def _recorded(content: Content, seen: State, slot: Slot) -> Move | None:
    """Return the first of the scenario's moves of this turn that may still be made."""
    scenario = content.scenarios[seen.scenario]
    for move in scenario.history:
        if move.chair == slot.chair and turn_of(scenario, move.day.toordinal()) == seen.turn:
            decision = _as_decision(content, move)
            if decision.kind == slot.kind and not why_not(content, seen, decision):
                return Move(decision, message("why.record_day", day=move.day.toordinal()))
    return None


def _routine(content: Content, seen: State, slot: Slot, options: Sequence[Option]) -> Move | None:
    """Return what the record doesn't list since it is done always: care of station and home."""
    if slot.kind != "agenda":
        return None
    left = seen.figures[f"{slot.chair}.capital"] - _kept_for_talks(content, seen, slot.chair)
    kept_up = _kept_up(content, seen, slot.chair, _of_group(content, options, "station", left))
    home = _of_group(content, options, "home", left)
    return kept_up or _at_home(content, seen, slot.chair, home)


def _kept_for_talks(content: Content, seen: State, chair: str) -> int:
    """Return the capital that the offers of the record take in this turn."""
    scenario = content.scenarios[seen.scenario]
    made = [
        move
        for move in scenario.history
        if move.chair == chair
        and move.terms
        and turn_of(scenario, move.day.toordinal()) == seen.turn
    ]
    return OFFER_CAPITAL * len(made)


def _of_group(
    content: Content, options: Sequence[Option], group: str, capital: int
) -> list[Decision]:
    """Return the acts of a group that take no more than so much capital."""
    acts = [decision for decision in legal(options) if decision.pick != "end"]
    return [
        decision
        for decision in acts
        if content.actions[decision.pick].group == group
        and content.actions[decision.pick].capital <= capital
    ]


def _kept_up(content: Content, seen: State, chair: str, acts: Sequence[Decision]) -> Move | None:
    """Return the work that the station needs most, as crews have always done it."""
    worths = [upkeep(content, seen, chair, preview(content, seen, act)) for act in acts]
    if max(worths, default=0) < NEEDED:
        return None
    return Move(acts[worths.index(max(worths))], message("why.upkeep"))


def _at_home(content: Content, seen: State, chair: str, acts: Sequence[Decision]) -> Move | None:
    """Return what pleases home most when the office is in need of friends, as heads do."""
    mandate = f"{chair}.mandate"
    if seen.figures[mandate] >= FRIENDLESS + foresight(content, seen, chair):
        return None
    gains = [_mean(preview(content, seen, act), mandate) for act in acts]
    if max(gains, default=0) <= 0:
        return None
    return Move(acts[gains.index(max(gains))], message("why.friends"))


def _mean(foreseen: Preview, path: str) -> int:
    """Return what a figure is expected to move by, in hundredths."""
    return sum(
        branch.chance * change.amount
        for branch in foreseen.branches
        for change in branch.changes
        if change.path == path
    )


def _as_decision(content: Content, move: HistoricalMove) -> Decision:
    if move.action:
        return Decision(move.chair, "agenda", move.action, move.target)
    terms = tuple(Term(clause, amount, move.chair) for clause, amount in move.terms)
    return Decision(move.chair, "table", "offer", move.to, terms)


def _signed(content: Content, seen: State, offer: Offer) -> bool:
    """Return whether the record has an offer's clauses put to the same partner."""
    clauses = {term.clause for term in offer.terms}
    moves = content.scenarios[seen.scenario].history
    return any(move.to == offer.to and {c for c, _ in move.terms} == clauses for move in moves)


def _ratified(content: Content, seen: State, slot: Slot, options: Sequence[Option]) -> Move:
    """Press on with what history signed; else pay what can be paid, or let it fall."""
    press = find(options, "press")
    if press and _signed(content, seen, offer_at(seen, slot)):
        return Move(press, RECORD)
    allowed = legal(options)
    paid = [decision for decision in allowed if decision.pick == "pay"]
    chosen = (paid or allowed[-1:])[0]
    return Move(chosen, AT_HOME[chosen.pick])


def _answer(content: Content, seen: State, slot: Slot, options: Sequence[Option]) -> Move:
    """Sign what history signed, or what is worth it; decline the rest."""
    offer = offer_at(seen, slot)
    accept = find(options, "accept")
    recorded = _signed(content, seen, offer)
    worth = verdict(index_of(content, seen.scenario), seen, offer, slot.chair) >= 0
    if accept and (recorded or worth):
        return Move(accept, RECORD if recorded else because(content, seen, accept))
    declined = Decision(slot.chair, slot.kind, "decline")
    return Move(declined, because(content, seen, declined))
