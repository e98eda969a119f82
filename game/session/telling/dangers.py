"""What a chair is warned of: what stands in danger or is due now, and what of it is news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.narration.alarms import Alarm, alarms, pressing
from game.narration.cautions import Due, dues
from game.rules.decisions import Change
from game.rules.index import index_of
from game.rules.state import State
from game.rules.view import view
from game.session import Session
from game.session.telling.items import Item, Rank
from game.session.telling.making import RESTLESS
from game.session.telling.words import viewer_at


def standing(session: Session, chair: str, place: int) -> tuple[Item, ...]:
    """Return what stands in danger or is due after so many decisions, the gravest first."""
    viewer = viewer_at(session, chair, place)
    found = alarms(viewer.index, viewer.seen, chair)
    told = [_alarm(place, viewer.seen, one) for one in found]
    return (*told, *(_due(place, viewer.seen, one) for one in dues(viewer)))


def _alarm(place: int, seen: State, alarm: Alarm) -> Item:
    return Item(Rank.ALARM, "alarm", place, seen.turn, (), alarm.subject, danger=alarm)


def _due(place: int, seen: State, due: Due) -> Item:
    subject = f"{due.kind}/{due.matter or due.number}"
    return Item(Rank.ALARM, "due", place, seen.turn, (), subject, danger=due)


def new_in(session: Session, chair: str, now: Sequence[Item]) -> Iterator[Item]:
    """Yield of what stands what is to be told as a turn opens: all dues, and alarms that press.

    An alarm presses that wasn't one a turn ago, has come nearer, or has its last chance.
    """
    if not now:
        return
    place, content = now[0].place, session.content
    state, before = session.states[place], asked_before(session, chair, place)
    index = index_of(content, state.scenario)
    past = alarms(index, view(content, before, chair), chair) if before else ()
    press = pressing(state, [i.danger for i in now if isinstance(i.danger, Alarm)], past)
    yield from (item for item in now if item.sort == "due" or item.danger in press)


def asked_before(session: Session, chair: str, place: int) -> State | None:
    """Return the state in which a chair was first asked in the turn before; None: it wasn't."""
    turn = session.states[place].turn - 1
    asked = (s for s in session.states if s.turn == turn and s.queue and s.queue[0].chair == chair)
    return next(asked, None)


def restless_in(items: Sequence[Item], turn: int) -> tuple[Change, ...]:
    """Return what tells in a turn's items that a faction has turned restless."""
    found = (c for item in items if item.turn == turn for c in item.happened)
    return tuple(c for c in found if c.reason.code == RESTLESS)
