"""Which scenes come up for a chair: each once a run unless it may come again, two a turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.narration.news import heard
from game.narration.scenes import Cue, cues, opens
from game.narration.viewer import Viewer
from game.rules.view import view
from game.session import Session
from game.session.telling.making import led_by_turn

A_TURN = 2  # scenes at most that one chair is shown in a turn; the end of the run comes besides
Opened = tuple[int, int, str]
"""After how many decisions, in which turn, which scene came up."""


def cues_at(
    session: Session, chair: str, place: int, before: Sequence[Opened]
) -> Mapping[str, Cue]:
    """Return the scenes of what led to a place, by cause; `before` have come up earlier."""
    state = session.states[place]
    changes = heard([c for _, led in led_by_turn(session, place) for c in led], chair)
    if not opens(session.content, changes):
        return {}
    viewer = Viewer.of(session.content, view(session.content, state, chair), chair)
    known = frozenset(one for _, _, one in before)
    room = A_TURN - sum(turn == state.turn for _, turn, _ in before)
    found = _few(cues(viewer, changes, known), max(0, room))
    return {cue.changes[0].cause: cue for cue in found}


def _few(found: Sequence[Cue], room: int) -> tuple[Cue, ...]:
    """Return as many scenes as there is room for, great ones first; the end always has room."""
    last = [cue for cue in found if cue.scene.on == "ending"]
    rest = sorted((cue for cue in found if cue not in last), key=lambda cue: not cue.scene.great)
    taken = (*rest[:room], *last)
    return tuple(cue for cue in found if cue in taken)
