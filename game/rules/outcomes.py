"""What a choice does at once, and what a risky one may lead to."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.records import Choice, Event, Outcome
from game.rules.dice import below
from game.rules.draft import Draft
from game.rules.effects import Actor, break_thread, perform
from game.rules.messages import message
from game.rules.past import chosen
from game.rules.state import Sealed, State
from game.rules.wording import variant

WHOLE = 100
CREDIT = 2  # points of each own faction's approval that a missing point of capital costs

ON_CREDIT = message("capital.on_credit")


def chances(
    outcomes: Sequence[Outcome], state: State, chair: str, target: str = ""
) -> tuple[int, ...]:
    """Return each outcome's chance in per cent: in order, out of what is left of a hundred.

    The last gets the rest, so that they always add up. The state may be a view: chances read
    nothing that is kept from who chooses.
    """
    left, found = WHOLE, []
    for outcome in outcomes[:-1]:
        wanted = outcome.chance
        percent = wanted if isinstance(wanted, int) else wanted.bind(chair, target)(state, {})
        found.append(max(0, min(left, percent)))
        left -= found[-1]
    return (*found, left) if outcomes else ()


def worded_as(outcomes: Sequence[Outcome], state: State, chair: str) -> tuple[str, ...]:
    """Return how each outcome is told as things stand; the state may be a view."""
    return tuple([_wording(outcome, state, chair) for outcome in outcomes])


def _wording(outcome: Outcome, state: State, chair: str) -> str:
    found = variant(state, outcome.variants, chair)
    return outcome.text if found is None else found.text


LIVE = -1  # outcome index that stands for the world's dice


def choice_of(event: Event, chair: str, choice_id: str) -> Choice:
    """Return a desk's choice by id."""
    for desk in event.desks:
        if desk.chair == chair:
            for choice in desk.choices:
                if choice.id == choice_id:
                    return choice
    raise KeyError(choice_id)


def enact(draft: Draft, answer: Sealed, forced: int = LIVE) -> None:
    """Let what a desk has chosen happen; `forced` picks a risky outcome by position."""
    event = draft.index.content.events[answer.event]
    choice = choice_of(event, answer.chair, answer.choice)
    actor = Actor(answer.chair, roles=draft.state.roles.get(event.id, ()), day=event.day or 0)
    odds = chances(choice.outcomes, draft.state, answer.chair)
    words = worded_as(choice.outcomes, draft.state, answer.chair) if draft.told else ()
    told = message("card.chosen", event=event.id, choice=draft.tell(choice.text, actor.roles))
    draft.because(f"choice:{event.id}/{choice.id}", told)
    chosen(draft, event.id, choice.id, answer.chair)
    _pay_capital(draft, answer.chair, choice.capital)
    perform(draft, choice.effects, actor)
    for thread in choice.breaks:
        break_thread(draft, thread)
    fall(draft, choice.outcomes, actor, f"{event.id}/{choice.id}", forced, odds, words)
    came = variant(draft.state, choice.result, answer.chair) if draft.told else None
    if came is not None:
        draft.note("story", event.id, draft.tell(came.text, actor.roles), (answer.chair,))


def _pay_capital(draft: Draft, chair: str, capital: int) -> None:
    """Take what a choice costs in capital; what an office hasn't got, its home holds against it."""
    missing = capital + draft.shift(f"{chair}.capital", -capital)
    if missing:
        cause, reason = draft.cause, draft.reason
        draft.because(cause, ON_CREDIT)
        for path, _, _ in draft.index.factions[chair]:
            draft.shift(path, -CREDIT * missing, weigh=False)
        draft.weigh_mandate(chair)
        draft.because(cause, reason)


def fall(
    draft: Draft,
    outcomes: tuple[Outcome, ...],
    actor: Actor,
    what: str,
    forced: int,
    odds: tuple[int, ...],
    words: tuple[str, ...],
) -> None:
    """Let one outcome happen: the forced one, or by the world's dice on odds shown before.

    `words` say how each is told; nothing needs to stand there where nobody is told.
    """
    if not outcomes:
        return
    which = forced if forced != LIVE else rolled(draft.state, odds, what)
    if draft.told:
        draft.note("story", what, draft.tell(words[which], actor.roles), (actor.chair,))
    perform(draft, outcomes[which].effects, actor)


def rolled(state: State, odds: tuple[int, ...], what: str) -> int:
    """Return the place of the outcome that the world's dice let fall."""
    roll = below(WHOLE, state.seed, "outcome", state.turn, what, 0)
    for position, chance in enumerate(odds):
        roll -= chance
        if roll < 0:
            return position
    return len(odds) - 1
