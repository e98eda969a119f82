"""Dilemmas: two answers, given blind, opened together."""

from __future__ import annotations

from game.content.records import Event, Result
from game.rules.draft import Draft
from game.rules.effects import Actor, perform
from game.rules.facts import refresh
from game.rules.messages import text
from game.rules.outcomes import enact


def result_of(event: Event, answers: dict[str, str]) -> Result | None:
    """Return what a set of answers leads to; the first row that matches."""
    return next((row for row in event.results if _matches(row, answers)), None)


def _matches(row: Result, answers: dict[str, str]) -> bool:
    return all(wanted in ("any", answers.get(chair)) for chair, wanted in row.answers)


def reveal(draft: Draft) -> None:
    """Open every dilemma that all its desks have answered."""
    for event_id in sorted({sealed.event for sealed in draft.state.sealed}):
        event = draft.index.content.events[event_id]
        waiting = any(s.kind == "dilemma" and s.subject == event_id for s in draft.state.queue)
        if not waiting:
            _open(draft, event)


def _open(draft: Draft, event: Event) -> None:
    """Let both choices happen, in the order of their answers, then what they lead to."""
    answers = [sealed for sealed in draft.state.sealed if sealed.event == event.id]
    draft.state.sealed = tuple(s for s in draft.state.sealed if s.event != event.id)
    for answer in answers:
        enact(draft, answer)
    refresh(draft)
    result = result_of(event, {answer.chair: answer.choice for answer in answers})
    if result is not None:
        open_result(draft, event, result)


def open_result(draft: Draft, event: Event, result: Result) -> None:
    """Let a dilemma's result happen."""
    draft.because(f"dilemma:{event.id}", text(event.title))
    draft.note("headline", event.id, text(result.text))
    perform(draft, result.effects, Actor(roles=draft.state.roles.get(event.id, ())))
