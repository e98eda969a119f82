"""What is kept for the records of a run that has ended, for each person who played it."""

from __future__ import annotations

from collections.abc import Iterator

from game.rules.endings import grades
from game.saves.finished import Finished, Left
from game.session import Session
from game.session.meeting import run_of


def finishes_of(session: Session, name: str, on: str) -> Iterator[Finished]:
    """Yield what a run that has ended left, one for each person; `name` is that of its save."""
    state = session.state
    for chair in session.people:
        left = grades(session.content, state, chair)
        yield Finished(
            run=f"{run_of(session)}/{chair}/{name}"[:200],
            on=on,
            scenario=session.setup.scenario,
            chair=chair,
            ending=state.ending,
            seed=session.setup.seed,
            level=session.setup.level,
            turn=state.turn,
            left=[Left(one.legacy, one.points, one.par, one.letter) for one in left],
            hindsight=session.hindsight,
            iron=bool(session.iron),
        )
