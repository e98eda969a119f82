"""What a decision would do, on its chooser's view: every risky outcome, never with live dice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.content.records import Choice, Content, Event, Outcome
from game.rules.decisions import Branch, Change, Decision
from game.rules.dilemmas import open_result, result_of
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.facts import refresh
from game.rules.index import index_of
from game.rules.legality import find_offer
from game.rules.messages import Message, message, text
from game.rules.outcomes import LIVE, carry_out, chances, choice_of, enact
from game.rules.state import Offer, Sealed, State
from game.rules.table import ratification, treaties
from game.rules.table.deals import other_side
from game.rules.view import visible

SURE = 100
Way = tuple[int, Message]


@dataclass(frozen=True, slots=True)
class Preview:
    """All the ways a decision can go, and for a dilemma what each answer of the other leads to.

    What a dilemma's choice does by itself happens with its result, when both have answered.
    """

    branches: tuple[Branch, ...]
    answers: tuple[Branch, ...] = ()


def preview(content: Content, seen: State, decision: Decision) -> Preview:
    """Return a decision's branches as its chooser may foresee them.

    `seen` is a view; a decision that may not be taken is previewed all the same where it can be.
    """
    branches = tuple(
        _branch(content, seen, decision, chance, told, n)
        for n, (chance, told) in enumerate(_ways(content, seen, decision))
        if chance
    )
    sure = branches or (_branch(content, seen, decision, SURE, None, LIVE),)
    return Preview(sure, _answers(content, seen, decision))


def _ways(content: Content, seen: State, decision: Decision) -> tuple[Way, ...]:
    """Return the ways a decision can go: each with its chance, per cent, and what is told of it."""
    if decision.pick == "accept":
        return _homes(content, seen, decision)
    outcomes = _outcomes(content, seen, decision)
    odds = chances(outcomes, seen, decision.chair, decision.target)
    return tuple((odds[n], text(outcome.text)) for n, outcome in enumerate(outcomes))


def _outcomes(content: Content, seen: State, decision: Decision) -> tuple[Outcome, ...]:
    if decision.kind in ("card", "dilemma"):
        return _choice(content, seen, decision).outcomes
    if decision.kind == "agenda" and decision.pick != "end":
        return content.actions[decision.pick].outcomes
    return ()


def _homes(content: Content, seen: State, decision: Decision) -> tuple[Way, ...]:
    """Return, for a signature, the two ways the other side's home can take it."""
    index, offer = index_of(content, seen.scenario), find_offer(seen, seen.queue[0].subject)
    other = other_side(offer, decision.chair)
    found = ratification.stances(index, seen, offer, other, decision.chair)
    passing = ratification.chance(found)
    return (
        (passing, message("vote.passes", partner=other)),
        (SURE - passing, message("vote.undecided", partner=other)),
    )


def if_signed(content: Content, seen: State, offer: Offer, chair: str) -> Branch:
    """Return what an offer does once both have signed and both homes have passed it.

    `seen` is the view of `chair`; what a home takes to be won over is not in it.
    """
    draft = Draft(index_of(content, seen.scenario), seen)
    treaties.sign(draft, offer, perform_clause)
    refresh(draft)
    return Branch(SURE, None, foreseeable(draft.changes, chair))


def _choice(content: Content, seen: State, decision: Decision) -> Choice:
    event = content.events[seen.queue[0].subject]
    return choice_of(event, decision.chair, decision.pick)


def _branch(
    content: Content,
    seen: State,
    decision: Decision,
    chance: int,
    told: Message | None,
    forced: int,
) -> Branch:
    draft = Draft(index_of(content, seen.scenario), seen)
    if decision.kind == "dilemma":
        enact(draft, Sealed(decision.chair, seen.queue[0].subject, decision.pick), forced)
    else:
        carry_out(draft, decision, forced)
    return Branch(chance, told, foreseeable(draft.changes, decision.chair))


def _answers(content: Content, seen: State, decision: Decision) -> tuple[Branch, ...]:
    """Return, for a dilemma, what follows for each way the other side may answer."""
    if decision.kind != "dilemma":
        return ()
    event = content.events[seen.queue[0].subject]
    other = next(chair for chair in event.between if chair != decision.chair)
    rivals = next(desk.choices for desk in event.desks if desk.chair == other)
    found = (_answer(content, seen, decision, event, other, rival) for rival in rivals)
    return tuple(branch for branch in found if branch is not None)


def _answer(
    content: Content, seen: State, decision: Decision, event: Event, other: str, rival: Choice
) -> Branch | None:
    result = result_of(event, {decision.chair: decision.pick, other: rival.id})
    if result is None:
        return None
    draft = Draft(index_of(content, seen.scenario), seen)
    open_result(draft, event, result)
    changes = foreseeable(draft.changes, decision.chair)
    return Branch(0, message("dilemma.if_they", choice=rival.text), changes)


def foreseeable(changes: Iterable[Change], chair: str) -> tuple[Change, ...]:
    """Return the changes that a chair will see and can tell beforehand.

    The mandates of others are public, but they move with factions that only their owners know.
    """
    return tuple(c for c in visible(changes, chair) if _is_sure(c.path, chair))


def _is_sure(path: str, chair: str) -> bool:
    owner, _, figure = path.partition(".")
    return figure != "mandate" or owner == chair
