"""Where things go by themselves: the rules' own drift, run ahead on what a chair sees.

Standing plans run on (flights, deals, promises, income), nobody decides anything, no card comes
and no accident happens: what is left is what will come for sure unless somebody acts.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.draft import Draft
from game.rules.facts import refresh
from game.rules.index import Index
from game.rules.phases import hardware, reckoning, world
from game.rules.state import State

NOBODY = ""  # whose fall ends the run: nobody's, so that what comes after it is seen too


class Calm(Draft):
    """A draft in which nothing happens by chance, and which keeps no ledger."""

    __slots__ = ()

    def __init__(self, index: Index, state: State) -> None:
        """Start from a state that is never touched."""
        super().__init__(index, state, told=False)

    def below(self, limit: int, purpose: str, what: str, n: int = 0) -> int:
        """Return the draw at which nothing that is drawn for comes up."""
        return limit - 1

    def sway(self, most: int, purpose: str, what: str) -> int:
        """Return the middle of what swings either way."""
        return 0


def forecast(index: Index, seen: State, turns: int) -> Iterator[State]:
    """Yield the states at the ends of the present turn and of those after it, to a run's end.

    `seen` is a view: what its chair doesn't know stays as it is believed.
    """
    state = seen.copy()
    state.queue = state.offers = state.sealed = ()
    state.words = {**state.words, "chair": NOBODY}
    for _ in range(turns):
        draft = Calm(index, state)
        reckoning.settle(draft)
        yield draft.state
        if draft.state.ending:
            return
        draft = Calm(index, draft.state)
        world.enter(draft)
        hardware.enter(draft)
        refresh(draft)
        state = draft.state
        state.queue = ()
