"""What may be decided now, and for what may not be, the reason a player reads."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.records import Content
from game.errors import UsageError
from game.rules.deciding import DECIDING
from game.rules.decisions import Decision, Option
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.messages import Message, message
from game.rules.state import Slot, State, Term
from game.rules.table.deals import possible_terms as terms_on

OVER = message("run.over")


def pending(state: State) -> Slot | None:
    """Return who decides now and about what; None when the run is over."""
    return state.queue[0] if state.queue and not state.ending else None


def options(content: Content, state: State) -> tuple[Option, ...]:
    """Return all that exists to be decided now, what may not be taken included, with its reason.

    An `offer`, a `convene` (its target `one+other`) and a `counter` are there without terms, and
    stand for every one of them: who takes one fills its terms in, from `possible_terms`, and asks
    `why_not` about the whole. All else may be taken as it is. Raises UsageError for a view in which
    what is decided is hidden.
    """
    return options_on(index_of(content, state.scenario), state)


def options_on(index: Index, state: State) -> tuple[Option, ...]:
    """Return what `options` does, for those who have the tables at hand."""
    slot = pending(state)
    if slot is None:
        return ()
    if not slot.subject and not KINDS[slot.kind].open_ended:
        raise _unseen(slot)
    return tuple(DECIDING[slot.kind].options(index, state, slot))


def possible_terms(content: Content, state: State, parties: Sequence[str]) -> tuple[Term, ...]:
    """Return what could stand in an offer now, each clause at its least amount, for each giver.

    `parties` are its maker and whom it is put to: one other, or two who are convened; of a
    counter-offer, those of the offer that it answers (`Offer.parties`). Terms may be joined and
    amounts raised; `why_not` judges what that comes to.
    """
    return tuple(terms_on(index_of(content, state.scenario), state, *parties))


def why_not(content: Content, state: State, decision: Decision) -> Message | None:
    """Return why a decision may not be taken now, or nothing when it may."""
    return why_not_on(index_of(content, state.scenario), state, decision)


def why_not_on(index: Index, state: State, decision: Decision) -> Message | None:
    """Return what `why_not` does, for those who have the tables at hand."""
    slot = pending(state)
    if slot is None:
        return OVER
    if (decision.kind, decision.chair) != (slot.kind, slot.chair):
        return message("turn.of_other", partner=slot.chair, kind=slot.kind)
    if not slot.subject and not KINDS[slot.kind].open_ended:
        raise _unseen(slot)
    return DECIDING[slot.kind].why_not(index, state, slot, decision)


def _unseen(slot: Slot) -> UsageError:
    """Return the error for a view that hides what another chair decides."""
    return UsageError(
        f"What {slot.chair} decides now is hidden in this view. Ask about the whole state, look "
        "from that chair, or fill in the unknown with game.imagine(content, view, chair, dice)."
    )
