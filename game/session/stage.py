"""Scenes: which turning points a person has seen, derived from what has happened in a session."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from game.narration.news import heard
from game.narration.scenes import Cue, Shown, cues, opens, shown
from game.narration.viewer import Viewer
from game.rules.decisions import Change
from game.rules.state import State
from game.rules.view import view
from game.saves.settings import SCENES
from game.session import Session

A_TURN = 2  # scenes at most that one chair is shown in a turn; the end of the run comes besides
ALL, GREAT, NONE = SCENES


@dataclass(slots=True)
class _Seat:
    """What a chair has been shown: the states it was told up to, and (place, turn, scene)."""

    walked: list[State] = field(default_factory=list)
    shown: list[tuple[int, int, str]] = field(default_factory=list)


class Stage:
    """Shows every person at a session the scenes that what happens opens.

    In a game gone on with, what came up before counts as shown. What is taken back was not shown:
    the seats follow the session's states.
    """

    def __init__(self, session: Session) -> None:
        """Have shown nothing but what lies in the past of a game gone on with."""
        self._session = session
        self._past = tuple(session.states) if session.decisions else ()
        self._seats: dict[str, _Seat] = {}

    def due(self, chair: str, wish: str = ALL) -> tuple[Shown, ...]:
        """Return the scenes that have come up for a chair since it was asked last, in order.

        `wish`: all of them, the great ones alone, or none; the others count as shown all the same.
        """
        seat = self._seats.setdefault(chair, _Seat())
        self._take_back(seat)
        found = list(self._open(seat, chair))
        wanted = {ALL: found, GREAT: [one for one in found if one.scene.great]}
        return tuple(wanted.get(wish, ()))

    def _take_back(self, seat: _Seat) -> None:
        """Forget what hangs on decisions that have been taken back."""
        states = self._session.states
        while seat.walked and not _lies_in(states, seat.walked[-1], len(seat.walked) - 1):
            seat.walked.pop()
        seat.shown = [one for one in seat.shown if one[0] < len(seat.walked)]

    def _open(self, seat: _Seat, chair: str) -> Iterator[Shown]:
        states = self._session.states
        for place in range(len(seat.walked), len(states)):
            found = tuple(self._at(seat, chair, place))
            seat.walked.append(states[place])
            if not _lies_in(self._past, states[place], place):
                yield from found

    def _at(self, seat: _Seat, chair: str, place: int) -> Iterator[Shown]:
        """Yield the scenes of what led to a state, and count them as shown."""
        session, state = self._session, self._session.states[place]
        changes = heard(self._led(place), chair)
        if not opens(session.content, changes):
            return
        viewer = Viewer.of(session.content, view(session.content, state, chair), chair)
        known = frozenset(one for _, _, one in seat.shown)
        room = A_TURN - sum(turn == state.turn for _, turn, _ in seat.shown)
        for cue in _few(cues(viewer, changes, known), max(0, room)):
            seat.shown.append((place, state.turn, cue.scene.id))
            yield shown(viewer, cue)

    def _led(self, place: int) -> Sequence[Change]:
        """Return the changes that led to the state at a place."""
        return self._session.led_to(place - 1) if place else self._session.opened_with()


def _lies_in(states: Sequence[State], state: State, place: int) -> bool:
    """Return whether a state is the one at a place among states."""
    return place < len(states) and states[place] is state


def _few(found: Sequence[Cue], room: int) -> tuple[Cue, ...]:
    """Return as many scenes as there is room for, great ones first; the end always has room."""
    last = [cue for cue in found if cue.scene.on == "ending"]
    rest = sorted((cue for cue in found if cue not in last), key=lambda cue: not cue.scene.great)
    taken = (*rest[:room], *last)
    return tuple(cue for cue in found if cue in taken)
