"""Dilemmas: two answers, given blind, opened together."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.records import Event, Result
from game.rules.draft import Draft
from game.rules.effects import Actor, perform
from game.rules.facts import refresh
from game.rules.kinds import KINDS
from game.rules.messages import text
from game.rules.outcomes import LIVE, enact
from game.rules.state import Sealed


def result_of(event: Event, answers: dict[str, str]) -> Result | None:
    """Return what a set of answers leads to; the first row that matches."""
    return next((row for row in event.results if _matches(row, answers)), None)


def _matches(row: Result, answers: dict[str, str]) -> bool:
    return all(wanted in ("any", answers.get(chair)) for chair, wanted in row.answers)


def reveal(draft: Draft) -> None:
    """Open every dilemma that all its desks have answered."""
    for event_id in sorted({sealed.event for sealed in draft.state.sealed}):
        event = draft.index.content.events[event_id]
        waiting = any(KINDS[s.kind].sealed and s.subject == event_id for s in draft.state.queue)
        if not waiting:
            _open(draft, event)


def _open(draft: Draft, event: Event) -> None:
    answers = [sealed for sealed in draft.state.sealed if sealed.event == event.id]
    draft.state.sealed = tuple(s for s in draft.state.sealed if s.event != event.id)
    unfold(draft, event, [(answer, LIVE) for answer in answers])


def unfold(draft: Draft, event: Event, answers: Sequence[tuple[Sealed, int]]) -> None:
    """Let both choices happen, in the order of their answers, then what they lead to.

    Beside each answer stands which of its risky outcomes is forced, or `LIVE`.
    """
    for answer, forced in answers:
        enact(draft, answer, forced)
    refresh(draft)
    result = result_of(event, {answer.chair: answer.choice for answer, _ in answers})
    if result is not None:
        roles = draft.state.roles.get(event.id, ())
        draft.because(f"dilemma:{event.id}", text(event.title))
        draft.note("headline", event.id, draft.tell(result.text, roles))
        perform(draft, result.effects, Actor(roles=roles))
