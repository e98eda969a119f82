"""Performs the effects on how things go on: events, the record, the chronicle, the end."""

from __future__ import annotations

from game.content.records import effects as r
from game.rules import endings
from game.rules.calendar import DAYS_A_MONTH
from game.rules.draft import Draft
from game.rules.effects.performing import Actor, perform, performs, today
from game.rules.facts import refresh_for
from game.rules.messages import message
from game.rules.state import Scheduled


@performs(r.Schedule)
def _schedule(draft: Draft, effect: r.Schedule, actor: Actor) -> None:
    day = today(draft, actor) + effect.months * DAYS_A_MONTH
    draft.state.scheduled = (*draft.state.scheduled, Scheduled(effect.event, day))


@performs(r.Cancel)
def _cancel(draft: Draft, effect: r.Cancel, actor: Actor) -> None:
    draft.state.scheduled = tuple(s for s in draft.state.scheduled if s.event != effect.event)


@performs(r.BreakThread)
def _break_thread(draft: Draft, effect: r.BreakThread, actor: Actor) -> None:
    break_thread(draft, effect.thread)


def break_thread(draft: Draft, thread: str) -> None:
    """Leave the record in a thread of history, once."""
    if draft.figures[f"whole.{thread}"]:
        draft.figures[f"whole.{thread}"] = 0
        draft.note("thread", thread, message("thread.left", thread=thread))


@performs(r.Headline)
def _headline(draft: Draft, effect: r.Headline, actor: Actor) -> None:
    draft.note("headline", draft.cause, draft.tell(effect.text, actor.roles))


@performs(r.End)
def _end(draft: Draft, effect: r.End, actor: Actor) -> None:
    endings.conclude(draft, effect.ending)


@performs(r.When)
def _when(draft: Draft, effect: r.When, actor: Actor) -> None:
    refresh_for(draft, effect.condition)  # what came before may have moved what it asks about
    holds = effect.condition.bind(actor.chair, actor.target)
    scope = {"amount": actor.amount}
    effects = effect.then if holds(draft.state, scope) else effect.otherwise
    if effects:
        perform(draft, effects, actor)
