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
from game.rules.outcomes import LIVE, carry_out, chances, choice_of, enact
from game.rules.state import Offer, Sealed, State
from game.rules.table import ratification, treaties
from game.rules.table.deals import other_side
from game.rules.view import visible

SURE = 100


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
    outcomes = _outcomes(content, seen, decision)
    odds = chances(outcomes, seen, decision.chair, decision.target)
    branches = tuple(
        _branch(content, seen, decision, chance, outcomes[n].text, n)
        for n, chance in enumerate(odds)
        if chance
    )
    sure = branches or (_branch(content, seen, decision, SURE, "", LIVE),)
    return Preview(sure, _answers(content, seen, decision))


def _outcomes(content: Content, seen: State, decision: Decision) -> tuple[Outcome, ...]:
    if decision.kind in ("card", "dilemma"):
        return _choice(content, seen, decision).outcomes
    if decision.kind == "agenda" and decision.pick != "end":
        return content.actions[decision.pick].outcomes
    return _homes(content, seen, decision) if decision.pick == "accept" else ()


def _homes(content: Content, seen: State, decision: Decision) -> tuple[Outcome, ...]:
    """Return, for a signature, the two ways the other side's home can take it."""
    index, offer = index_of(content, seen.scenario), find_offer(seen, seen.queue[0].subject)
    other = other_side(offer, decision.chair)
    found = ratification.stances(index, seen, offer, other, decision.chair)
    passing, name = ratification.chance(found), content.partners[other].name
    return (
        Outcome(passing, f"{name}'s home passes it."),
        Outcome(SURE - passing, f"{name}'s home is against it, and {name} has to decide."),
    )


def if_signed(content: Content, seen: State, offer: Offer, chair: str) -> Branch:
    """Return what an offer does once both have signed and both homes have passed it.

    `seen` is the view of `chair`; what a home takes to be won over is not in it.
    """
    draft = Draft(index_of(content, seen.scenario), seen)
    treaties.sign(draft, offer, perform_clause)
    refresh(draft)
    return Branch(SURE, "", foreseeable(draft.changes, chair))


def _choice(content: Content, seen: State, decision: Decision) -> Choice:
    event = content.events[seen.queue[0].subject]
    return choice_of(event, decision.chair, decision.pick)


def _branch(
    content: Content, seen: State, decision: Decision, chance: int, text: str, forced: int
) -> Branch:
    draft = Draft(index_of(content, seen.scenario), seen)
    if decision.kind == "dilemma":
        enact(draft, Sealed(decision.chair, seen.queue[0].subject, decision.pick), forced)
    else:
        carry_out(draft, decision, forced)
    return Branch(chance, text, foreseeable(draft.changes, decision.chair))


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
    return Branch(0, f"If they choose: {rival.text}", changes)


def foreseeable(changes: Iterable[Change], chair: str) -> tuple[Change, ...]:
    """Return the changes that a chair will see and can tell beforehand.

    The mandates of others are public, but they move with factions that only their owners know.
    """
    return tuple(c for c in visible(changes, chair) if _is_sure(c.path, chair))


def _is_sure(path: str, chair: str) -> bool:
    owner, _, figure = path.partition(".")
    return figure != "mandate" or owner == chair
