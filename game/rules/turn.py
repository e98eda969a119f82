"""The one door: a legal decision goes in, a new state and the changes that explain it come out."""

from __future__ import annotations

from collections.abc import Callable

from game.content.records import Content
from game.errors import IllegalDecision, UsageError
from game.rules.deciding import carry_out
from game.rules.decisions import Decision, Step
from game.rules.dilemmas import reveal
from game.rules.draft import Draft
from game.rules.facts import refresh
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.legality import why_not_on
from game.rules.phases import hardware, reckoning, story, world
from game.rules.phases import story as talks
from game.rules.state import State, View
from game.rules.table.knowledge import correct

PHASES: tuple[tuple[str, Callable[[Draft], None]], ...] = (
    ("world", world.enter),
    ("hardware", hardware.enter),
    ("story", story.enter),
    ("agenda", talks.enter_agenda),
    ("table", talks.enter_table),
    ("reckoning", reckoning.enter),
)


def apply(content: Content, state: State, decision: Decision) -> Step:
    """Carry a decision out and let the game go on to the next one.

    What may be taken is judged by what its chooser can see, or legality would betray secrets.
    Raises IllegalDecision with the reason when it may not be taken, and UsageError for a view, in
    which what comes next is hidden; the state is never touched.
    """
    draft = _begun(index_of(content, state.scenario), state, decision, told=True)
    direct = len(draft.changes)
    go_on(draft)
    return Step(draft.state, tuple(draft.changes), direct, draft.turned)


def ahead(content: Content, state: State, decision: Decision) -> State:
    """Return the state that `apply` leads to, without the ledger: for those who look ahead.

    Raises IllegalDecision as `apply` does.
    """
    return started(index_of(content, state.scenario), state, decision).state


def started(index: Index, state: State, decision: Decision) -> Draft:
    """Return the draft, without a ledger, in which a decision has led to the next one.

    Raises IllegalDecision as `apply` does.
    """
    draft = _begun(index, state, decision, told=False)
    go_on(draft)
    return draft


def onward(draft: Draft, decision: Decision) -> None:
    """Let one more decision, which has to be one of the options, lead to the next in a draft.

    What comes is what `ahead` leads to, but the state that was is gone.
    """
    draft.refreshed()
    carry_out(draft, decision)
    go_on(draft)


def rest(draft: Draft) -> int:
    """Let all who come next with an agenda or at the table leave it, in a draft that goes on.

    It is what `onward` comes to when each of them ends, for nothing happens in between. Returns
    how many they were.
    """
    queue, left = draft.state.queue, 0
    while left < len(queue) and KINDS[queue[left].kind].open_ended and not draft.state.sealed:
        left += 1
    if left:
        draft.refreshed()
        draft.state.queue = queue[left:]
        go_on(draft)
    return left


def _begun(index: Index, state: State, decision: Decision, told: bool) -> Draft:
    """Return a draft in which a legal decision has been carried out."""
    if isinstance(state, View):
        raise UsageError(
            "This is what one chair sees, and what comes next is hidden in it. To look ahead, fill "
            "in the unknown with game.imagine(content, view, chair, dice) and play that on."
        )
    reason = why_not_on(index, state, decision)
    if reason:
        raise IllegalDecision(reason)
    draft = Draft(index, state, told)
    carry_out(draft, decision)
    return draft


def go_on(draft: Draft) -> None:
    """Let the game go on to the next one who has to decide."""
    refresh(draft)
    if draft.state.sealed:
        reveal(draft)
        refresh(draft)
    advance(draft)
    correct(draft)


def advance(draft: Draft) -> None:
    """Run phases until somebody has to decide or the run ends."""
    state = draft.state
    while not state.queue and not state.ending:
        state.phase = (state.phase + 1) % len(PHASES)
        PHASES[state.phase][1](draft)
    if state.ending:
        state.queue = ()


def phase_name(state: State) -> str:
    """Return what the present phase is called."""
    return PHASES[state.phase][0]
