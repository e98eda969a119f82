"""What to run and how: games from consecutive seeds, in any executor, with the same result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path
from random import Random

from game.content.cached import load_content
from game.content.records import Content
from game.errors import UsageError
from game.lab.best import verdicts
from game.lab.fates import fates
from game.lab.rows import Row, Verdict, tracked
from game.lab.watching import Notes, Watched
from game.rules.calendar import turn_of
from game.rules.endings import DISMISSED
from game.rules.index import index_of
from game.rules.setup import Setup
from game.rules.state import State
from game.session import PERSON, Session

Loader = Callable[[], Content]
Tick = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Packs:
    """Loads the game's own content with these packs on top of it."""

    paths: tuple[Path, ...] = ()

    def __call__(self) -> Content:
        """Return the content. Raises PackError and ContentError."""
        return load_content(self.paths)


@dataclass(frozen=True, slots=True)
class Experiment:
    """So many games of a setup, from its seed on; `seats` names a player for each chair.

    Players are those of the roster (`handshake list players`): `random`, `historical`, `diplomat`,
    `hawk`, `planner`, `peacemaker`.

    `load` must survive pickling and be equal to its copy: processes load content by it, once each.
    `trials` is on how many cards of each game every choice is tried, to find the best.
    """

    setup: Setup
    seats: Mapping[str, str]
    games: int
    load: Loader = Packs()
    trials: int = 0

    @property
    def seeds(self) -> range:
        """The seeds of the games, in order."""
        return range(self.setup.seed, self.setup.seed + self.games)


@lru_cache(maxsize=1)
def content_of(load: Loader) -> Content:
    """Return the content of an experiment, loaded once a process."""
    return load()


def silent(_: int) -> None:
    """Tell nobody."""


def run_games(
    experiment: Experiment, executor: Executor | None = None, tick: Tick = silent
) -> tuple[Row, ...]:
    """Play an experiment's games and return their rows by seed, whatever the executor does when.

    The executor may be any of `concurrent.futures`, or that of a Dask client,
    `Client(address).get_executor(pure=False)`; without one the games are played here, one after
    another. `tick` is told how many rows have come in. Raises what a game raises, such as
    UsageError for a player who doesn't exist.
    """
    rows: list[Row] = []
    for row in _each(partial(play, experiment), experiment.seeds, executor):
        rows.append(row)
        tick(len(rows))
    return tuple(rows)


def _each(
    one: Callable[[int], Row], seeds: Iterable[int], executor: Executor | None
) -> Iterator[Row]:
    return map(one, seeds) if executor is None else executor.map(one, seeds)


def play(experiment: Experiment, seed: int) -> Row:
    """Play one game to its end and return its row.

    Raises UsageError for a setup or a player that doesn't exist.
    """
    if PERSON in experiment.seats.values():
        raise UsageError(
            "The lab has nobody at the keyboard; let computer players take all chairs."
        )
    content, notes = content_of(experiment.load), Notes()
    session = Session(content, replace(experiment.setup, seed=seed), experiment.seats)
    session.players = {chair: Watched(player, notes) for chair, player in session.players.items()}
    session.play_others()
    return row_of(session, notes, experiment.trials)


def row_of(session: Session, notes: Notes, trials: int = 0) -> Row:
    """Return the row of a game that has been played, with what was noted on the way."""
    state = session.state
    return Row(
        seed=session.setup.seed,
        ending=state.ending,
        turns=state.turn,
        kept=_kept(session),
        decisions=len(session.decisions),
        pace=notes.pace_of(session.setup.chair),
        events=dict(_fired(session.states)),
        choices=notes.choices(),
        actions=notes.actions(),
        clauses=notes.clauses(fates(session)),
        talks=dict(notes.talks),
        dismissals=dict(_dismissals(session)),
        curves=_curves(session),
        first=_first(session),
        verdicts=_verdicts(session, trials),
    )


def _first(session: Session) -> dict[str, int]:
    """Return the turn in which each event first happened, 0 and less before the start."""
    scenario = session.content.scenarios[session.state.scenario]
    days: dict[str, int] = {}
    for before, after in pairwise(session.states):
        if before.fired is not after.fired:
            days = {**after.fired, **days}
    return {event: turn_of(scenario, day) for event, day in days.items()}


def _verdicts(session: Session, trials: int) -> dict[str, Verdict]:
    """Return how choices of some cards came out, the setup's chair being asked."""
    if not trials:
        return {}
    dice = Random(session.setup.seed)
    return verdicts(session.content, session.states, [session.setup.chair], trials, dice)


def _kept(session: Session) -> bool:
    """Return whether it came to its last turn, the office held, crewed and with open hatches."""
    state = session.state
    if state.ending == DISMISSED:
        return False
    last = session.content.scenarios[state.scenario].turns
    return state.turn >= last and state.figures["aboard"] > 0 and state.words["hatch"] == "open"


def _fired(states: list[State]) -> Counter[str]:
    """Return how often each event happened."""
    found = Counter(states[0].fired.keys())
    for before, after in pairwise(states):
        if before.fired is not after.fired:
            found.update(e for e, day in after.fired.items() if before.fired.get(e) != day)
    return found


def _dismissals(session: Session) -> Counter[str]:
    """Return how often each chair lost its office, the chair that ends the run included."""
    found = Counter(
        change.path
        for page in session.pages
        for change in page.changes
        if change.kind == "leader" and change.cause == "rule:dismissal"
    )
    if session.state.ending == DISMISSED:
        found[session.setup.chair] += 1
    return found


def _curves(session: Session) -> tuple[tuple[int, ...], ...]:
    """Return the tracked figures as each turn opens, and at the end."""
    names = tracked(index_of(session.content, session.setup.scenario))
    moments = [page.opening for page in session.pages] + [session.state.figures]
    return tuple(tuple(figures[name] for name in names) for figures in moments)
