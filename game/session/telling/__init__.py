"""One telling: what each chair of a session is to be told, in order, and what it has been told.

A chair's telling is a list of items (`items.py`), each made once of what led to a place in the
game; whatever tells it, by eye or by ear, asks here what is left to tell, and says what it has
told. What is taken back was not told: the telling follows the session's states. In a game gone
on with, all counts as told up to where the chair was asked in the turn before.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from game.narration.cautions import RESTLESS as RESTLESS_DUE
from game.narration.cautions import Due
from game.narration.scenes import Cue, Shown
from game.rules.decisions import Change
from game.rules.state import State
from game.saves.settings import SCENES
from game.session import Session
from game.session.telling.dangers import new_in, restless_in, standing
from game.session.telling.items import Item, Rank
from game.session.telling.making import items_at
from game.session.telling.scenes import Opened, cues_at
from game.session.telling.words import scene_told

__all__ = ["ALL", "GREAT", "NONE", "Item", "Rank", "Teller", "Telling"]

ALL, GREAT, NONE = SCENES
WEIGHTS = {"ending": 0, "deal": 1}
Teller = Literal["page", "pane"]
"""What has told an item: something that is read and left, or a pane that stands beside."""


@dataclass(slots=True)
class _Seat:
    """What a chair is told: its items by place, and which of them has been told by what."""

    walked: list[State] = field(default_factory=list)
    items: list[tuple[Item, ...]] = field(default_factory=list)
    opened: list[Opened] = field(default_factory=list)
    fresh: dict[Item, None] = field(default_factory=dict)
    told: dict[Item, Teller] = field(default_factory=dict)
    shown: set[Item] = field(default_factory=set)
    moved: dict[int, Change] = field(default_factory=dict)
    warned: dict[int, tuple[State, tuple[Item, ...]]] = field(default_factory=dict)


class Telling:
    """What every chair of a session is told; made when it is asked for, and kept."""

    def __init__(self, session: Session) -> None:
        """Have told nothing but what lies in the past of a game gone on with."""
        self._session = session
        self._past = tuple(session.states) if session.decisions else ()
        self._seats: dict[str, _Seat] = {}
        self._standing: tuple[State, str, tuple[Item, ...]] | None = None

    # --- what there is to tell

    def items(self, chair: str, start: int = 0) -> tuple[Item, ...]:
        """Return all that a chair is told from so many decisions on, the weightiest first."""
        seat, warned = self._seat(chair), self._warned(chair)
        found = (item for items in seat.items[start:] for item in items)
        warned = tuple(item for item in warned if item.place >= start)
        return _ordered((*warned, *_besides(warned, found)))

    def of_turn(self, chair: str, turn: int) -> tuple[Item, ...]:
        """Return all that a chair is told of a turn."""
        return tuple(item for item in self.items(chair) if item.turn == turn)

    def standing(self, chair: str) -> tuple[Item, ...]:
        """Return what stands in danger or is due now, told or not, kept until the state changes."""
        place, known = len(self._session.states) - 1, self._standing
        state = self._session.states[place]
        if known is None or known[0] is not state or known[1] != chair:
            found = standing(self._session, chair, place)
            known = self._standing = (state, chair, found)
        return known[2]

    def asked(self, chair: str) -> int | None:
        """Return after how many decisions the chair was first asked this turn; None: not yet."""
        states = self._session.states
        places = (n for n, state in enumerate(states) if state.turn == states[-1].turn)
        return next((n for n in places if _asks(states[n], chair)), None)

    def asked_before(self, chair: str) -> int:
        """Return after how many decisions the chair was first asked in an earlier turn; else -1."""
        states, first = self._session.states, dict[int, int]()
        for place, state in enumerate(states):
            if state.turn < states[-1].turn and _asks(state, chair):
                first.setdefault(state.turn, place)
        return max(first.values(), default=-1)

    def latest(self, chair: str) -> int:
        """Return after how many decisions the chair's latest had been taken; 0 if there is none."""
        decisions = self._session.decisions
        places = range(len(decisions), 0, -1)
        return next((n for n in places if decisions[n - 1].chair == chair), 0)

    # --- what has been told

    def untold(self, chair: str) -> tuple[Item, ...]:
        """Return what a chair hasn't been told, the weightiest first, figures left out."""
        seat, warned = self._seat(chair), self._warned(chair)
        left = (item for item in warned if item not in seat.told)
        return _ordered((*left, *_besides(warned, seat.fresh)))

    def teller(self, chair: str, item: Item) -> Teller | None:
        """Return what has told a chair an item; None: nothing has."""
        return self._seat(chair).told.get(item)

    def tell(self, chair: str, items: Iterable[Item], by: Teller = "page") -> None:
        """Remember that a chair has been told what happened; a page's word goes over a pane's."""
        seat = self._seat(chair)
        for item in items:
            seat.fresh.pop(item, None)
            if by == "page" or item not in seat.told:
                seat.told[item] = by

    def left(self, chair: str, changes: Sequence[Change]) -> tuple[Change, ...]:
        """Return which of some moves of figures a chair hasn't been told one by one."""
        moved = self._seat(chair).moved
        return tuple(change for change in changes if id(change) not in moved)

    def tell_moves(self, chair: str, changes: Iterable[Change]) -> None:
        """Remember that a chair has been told how figures have moved."""
        self._seat(chair).moved.update({id(change): change for change in changes})

    # --- scenes

    def scenes(self, chair: str) -> tuple[tuple[Item, Cue], ...]:
        """Return the scenes that have come up for a chair in the run, in order."""
        found = (item for items in self._seat(chair).items for item in items)
        return tuple((item, cue) for item in found for cue in item.cues)

    def due(
        self, chair: str, wish: str = ALL, of: Container[Item] | None = None
    ) -> tuple[tuple[Item, Shown], ...]:
        """Return the scenes that haven't been asked for yet, `of` some items alone, in order.

        `wish`: all of them, the great ones alone, or none; the others count as shown all the same.
        What such a scene tells of figures is told with it.
        """
        seat = self._seat(chair)
        found = [one for one in self.scenes(chair) if one[0] not in seat.shown]
        found = [one for one in found if of is None or one[0] in of]
        seat.shown.update(item for item, _ in found)
        wanted = [(item, cue) for item, cue in found if wish == ALL or cue.scene.great]
        return tuple(self._shown(chair, *one) for one in (wanted if wish != NONE else ()))

    def was_shown(self, chair: str, item: Item) -> bool:
        """Return whether the scenes of an item have been asked for, to be shown or not."""
        return item in self._seat(chair).shown

    def _shown(self, chair: str, item: Item, cue: Cue) -> tuple[Item, Shown]:
        fresh = Cue(cue.scene, self.left(chair, cue.changes))
        self.tell_moves(chair, cue.changes)
        return item, scene_told(self._session, chair, item, fresh)

    # --- following the session

    def _seat(self, chair: str) -> _Seat:
        """Return a chair's seat, up to where the session stands."""
        new = chair not in self._seats
        seat = self._seats.setdefault(chair, _Seat())
        self._take_back(seat)
        states = self._session.states
        for place in range(len(seat.walked), len(states)):
            self._walk(seat, chair, place)
        if new:
            self._pass_over(seat, chair)
        return seat

    def _walk(self, seat: _Seat, chair: str, place: int) -> None:
        session = self._session
        cues = cues_at(session, chair, place, seat.opened)
        turn = session.states[place].turn
        seat.opened += [(place, turn, cue.scene.id) for cue in cues.values()]
        seat.items.append(items_at(session, chair, place, cues))
        seat.fresh.update((item, None) for item in seat.items[-1] if item.rank < Rank.FIGURES)
        seat.walked.append(session.states[place])

    def _pass_over(self, seat: _Seat, chair: str) -> None:
        """Count what lies in the past as told, up to where the chair was asked a turn ago."""
        if not self._past:
            return
        start = self.asked_before(chair)
        for place, items in enumerate(seat.items):
            if _lies_in(self._past, seat.walked[place], place):
                seat.shown.update(items)
                self.tell(chair, items if place <= start else ())

    def _take_back(self, seat: _Seat) -> None:
        """Forget what hangs on decisions that have been taken back."""
        states, gone = self._session.states, list[Item]()
        while seat.walked and not _lies_in(states, seat.walked[-1], len(seat.walked) - 1):
            seat.walked.pop()
            gone += seat.items.pop()
        for place, (state, _) in tuple(seat.warned.items()):
            if not _lies_in(states, state, place):
                gone += seat.warned.pop(place)[1]
        seat.opened = [one for one in seat.opened if one[0] < len(seat.walked)]
        for item in gone:
            seat.told.pop(item, None)
            seat.fresh.pop(item, None)
            seat.shown.discard(item)
            for change in item.moved:
                seat.moved.pop(id(change), None)

    def _warned(self, chair: str) -> tuple[Item, ...]:
        """Return what the chair has been warned of as turns opened, the present one's made now."""
        place, seat = self.asked(chair), self._seats[chair]
        if place is not None and place not in seat.warned and not self._session.over:
            seat.warned[place] = (self._session.states[place], self._warnings(chair, place))
        return tuple(item for _, items in seat.warned.values() for item in items)

    def _warnings(self, chair: str, place: int) -> tuple[Item, ...]:
        last = place == len(self._session.states) - 1
        now = self.standing(chair) if last else standing(self._session, chair, place)
        seat = self._seats[chair]
        items = [item for one in seat.items[: place + 1] for item in one]
        turned = restless_in(items, self._session.states[place].turn)
        return tuple(_with(item, turned) for item in new_in(self._session, chair, now))


def _with(item: Item, turned: tuple[Change, ...]) -> Item:
    """Return a warning, that of a restless faction with the change by which it turned so."""
    restless = isinstance(item.danger, Due) and item.danger.kind == RESTLESS_DUE
    return replace(item, changes=turned) if restless else item


def _besides(warned: Iterable[Item], items: Iterable[Item]) -> Iterator[Item]:
    """Yield items but for those of which a warning tells already."""
    doubled = {id(change) for item in warned for change in item.changes}
    return (i for i in items if not any(id(change) in doubled for change in i.changes))


def _ordered(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return items by weight; the end and deals go before other events of theirs."""
    return tuple(sorted(items, key=lambda item: (item.rank, _weight(item), item.place)))


def _weight(item: Item) -> int:
    return min((WEIGHTS.get(change.kind, 2) for change in item.changes), default=2)


def _asks(state: State, chair: str) -> bool:
    """Return whether a chair decides next."""
    return bool(state.queue) and state.queue[0].chair == chair


def _lies_in(states: Sequence[State], state: State, place: int) -> bool:
    """Return whether a state is the one at a place among states."""
    return place < len(states) and states[place] is state
