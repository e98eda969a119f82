"""What a decision would do, on its chooser's view: every risky outcome, never with live dice."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.records import Choice, Content, Event, Outcome
from game.rules.decisions import Branch, Change, Decision
from game.rules.dilemmas import open_result, result_of
from game.rules.draft import Draft
from game.rules.index import index_of
from game.rules.legality import why_not
from game.rules.outcomes import LIVE, carry_out, choice_of
from game.rules.state import State
from game.rules.view import visible

SURE = 100


@dataclass(frozen=True, slots=True)
class Preview:
    """All the ways a decision can go at once, and for a dilemma what each answer then leads to."""

    branches: tuple[Branch, ...]
    answers: tuple[Branch, ...] = ()


def preview(content: Content, seen: State, decision: Decision) -> Preview:
    """Return a decision's branches as its chooser may foresee them.

    `seen` is a view; a decision that may not be taken is previewed all the same where it can be.
    """
    outcomes = _outcomes(content, seen, decision)
    branches = tuple(
        _branch(content, seen, decision, o.chance, o.text, n) for n, o in enumerate(outcomes)
    )
    sure = branches or (_branch(content, seen, decision, SURE, "", LIVE),)
    return Preview(sure, _answers(content, seen, decision))


def _outcomes(content: Content, seen: State, decision: Decision) -> tuple[Outcome, ...]:
    if decision.kind in ("card", "dilemma"):
        return _choice(content, seen, decision).outcomes
    if decision.kind == "agenda" and decision.pick != "end":
        return content.actions[decision.pick].outcomes
    return ()


def _choice(content: Content, seen: State, decision: Decision) -> Choice:
    event = content.events[seen.queue[0].subject]
    return choice_of(event, decision.chair, decision.pick)


def _branch(
    content: Content, seen: State, decision: Decision, chance: int, text: str, forced: int
) -> Branch:
    draft = Draft(index_of(content, seen.scenario), seen)
    carry_out(draft, decision, forced)
    return Branch(chance, text, visible(draft.changes, decision.chair))


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
    changes: tuple[Change, ...] = visible(draft.changes, decision.chair)
    return Branch(0, f"If they choose: {rival.text}", changes)


def foreseen(content: Content, seen: State, decision: Decision) -> bool:
    """Return whether a decision may be taken, as far as its chooser's view tells."""
    return not why_not(content, seen, decision)
