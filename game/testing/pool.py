"""Games that were played once, by computer players and bytes: late places come from them.

They are kept by what they were made of (the content, and the source of the rules and of the
players), so that they are played again only when something of it has changed. What is kept are
decisions alone; states come of taking them again, and where they lead elsewhere the games are
played anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import cycle
from random import Random
from typing import TypeVar

from game.content.records import Content
from game.errors import IllegalDecision, UsageError
from game.record import Record
from game.rules.decisions import Decision
from game.rules.encoding import digest
from game.rules.setup import HAZARDS, LEVELS, Setup, new_game
from game.rules.state import SlotKind, State
from game.rules.turn import ahead, apply
from game.testing.playing import BYTES, Game, Start, play
from game.testing.shelf import forget, kept_or_made
from game.text.brief import Brief

LINE_UPS = (
    ("diplomat",), ("historical",), ("hawk", "historical", "diplomat"),
    (BYTES, "diplomat", "historical"), ("diplomat", BYTES, "random"), ("historical", "hawk", BYTES),
)  # fmt: skip
"""Who sits in the chairs of each game of a pool, in their order, over again where they are more."""
ENOUGH = 5_000  # bytes, for the longest game

Place = tuple[int, int]
"""A game's number in its pool, and how many of its decisions were taken."""
Leading = Callable[[Content, State, Decision], State]
Key = TypeVar("Key", int, SlotKind)


class Kept(Record):
    """A game of a pool: its set-up, all of its decisions, and the hash of where they lead."""

    setup: Setup
    decisions: tuple[Decision, ...]
    end: str


@dataclass(frozen=True, slots=True, repr=False)
class Replayed(Brief):
    """A kept game whose decisions were taken again: turn and kind of slot before each.

    `firsts` holds by turn the place at which it begins, and the state there.
    """

    kept: Kept
    turns: tuple[int, ...]
    kinds: tuple[SlotKind, ...]
    firsts: Mapping[int, tuple[int, State]]


@dataclass(frozen=True, repr=False)
class Pool(Brief):
    """The kept games of a scenario, and the places in them at which somebody decides."""

    content: Content
    scenario: str
    games: tuple[Replayed, ...]

    def __repr__(self) -> str:
        """Return which games it is of."""
        return f"pool(content, {self.scenario!r})"

    @cached_property
    def by_turn(self) -> Mapping[int, list[Place]]:
        """The places of each turn that was reached, in order."""
        return _grouped((game.turns[at], (n, at)) for n, game, at in self._places())

    @cached_property
    def by_kind(self) -> Mapping[SlotKind, list[Place]]:
        """The places at which a decision of each kind is asked."""
        return _grouped((game.kinds[at], (n, at)) for n, game, at in self._places())

    def _places(self) -> Iterator[tuple[int, Replayed, int]]:
        for number, game in enumerate(self.games):
            yield from ((number, game, taken) for taken in range(len(game.turns)))

    def within(
        self, groups: Iterable[Sequence[Place]], first: int, until: int | None
    ) -> list[list[Place]]:
        """Return groups with the places in turn `first` or later and before `until` alone."""
        stop = until or self.content.scenarios[self.scenario].turns + 1
        rows = ([p for p in g if first <= self.games[p[0]].turns[p[1]] < stop] for g in groups)
        return [row for row in rows if row]

    def start(self, place: Place) -> Start:
        """Return where a game stands at a place. Raises UsageError where there is none."""
        number, taken = place
        if not 0 <= number < len(self.games) or not 0 <= taken < len(self.games[number].turns):
            raise UsageError(
                f"The kept games of {self.scenario} have no place {place}: there are "
                f"{len(self.games)}, each with a place for each of its decisions."
            )
        game = self.games[number]
        first, state = game.firsts[game.turns[taken]]
        before = game.kept.decisions[:taken]
        for decision in before[first:]:
            state = _applied(self.content, state, decision)
        told = f"kept(content, {self.scenario!r}, {number}, {taken})"
        return Start(game.kept.setup, before, state, told)


def _grouped(rows: Iterable[tuple[Key, Place]]) -> dict[Key, list[Place]]:
    found: dict[Key, list[Place]] = {}
    for key, place in rows:
        found.setdefault(key, []).append(place)
    return found


@lru_cache(maxsize=32)
def pool(content: Content, scenario: str) -> Pool:
    """Return the kept games of a scenario: as they were kept, or played now and kept.

    The first time takes some seconds for a long scenario.
    """
    try:
        return Pool(content, scenario, _found(content, scenario, ahead))
    except (IllegalDecision, ValueError):  # damaged, or kept by other rules under the same source
        forget(content, scenario)
        return Pool(content, scenario, _found(content, scenario, _applied))


def _applied(content: Content, state: State, decision: Decision) -> State:
    """Return what a decision leads to, in the way in which games are played: always the same."""
    return apply(content, state, decision).state


def _found(content: Content, scenario: str, step: Leading) -> tuple[Replayed, ...]:
    """Return the kept games, replayed. Raises as `_replayed`, or ValueError for too few."""
    games = kept_or_made(content, scenario, tuple[Kept, ...], lambda: _made(content, scenario))
    return tuple(_replayed(content, game, step) for _, game in zip(LINE_UPS, games, strict=True))


def kept(content: Content, scenario: str, number: int, taken: int) -> Start:
    """Return where a kept game of a scenario stands after so many decisions, to go on from.

    Raises UsageError where there is no such place.
    """
    return pool(content, scenario).start((number, taken))


def _made(content: Content, scenario: str) -> tuple[Kept, ...]:
    """Play a game of each line-up, at every level and with both sorts of hazards."""
    chairs = content.scenarios[scenario].chairs
    return tuple(_kept(_game(content, scenario, n, chairs)) for n in range(len(LINE_UPS)))


def _game(content: Content, scenario: str, number: int, chairs: tuple[str, ...]) -> Game:
    seats = dict(zip(chairs, cycle(LINE_UPS[number]), strict=False))
    setup = Setup(
        scenario,
        chairs[number % len(chairs)],
        number + 1,
        LEVELS[number % len(LEVELS)],
        HAZARDS[number % len(HAZARDS)],
    )
    return play(content, setup, Random(number).randbytes(ENOUGH), seats=seats, whole=True)


def _kept(game: Game) -> Kept:
    decisions = tuple(moment.decision for moment in game.moments)
    return Kept(game.setup, decisions, digest(game.last))


def _replayed(content: Content, kept: Kept, step: Leading) -> Replayed:
    """Take a kept game's decisions again.

    Raises ValueError where they lead elsewhere, IllegalDecision where one can't be taken.
    """
    state, _ = new_game(content, kept.setup)
    turns: list[int] = []
    kinds: list[SlotKind] = []
    firsts: dict[int, tuple[int, State]] = {}
    for taken, decision in enumerate(kept.decisions):
        firsts.setdefault(state.turn, (taken, state))
        turns.append(state.turn)
        kinds.append(state.queue[0].kind)
        state = step(content, state, decision)
    if digest(state) != kept.end:
        raise ValueError("the decisions of a kept game lead elsewhere")
    return Replayed(kept, tuple(turns), tuple(kinds), firsts)
