"""The suite that any player, pack or changed rules must pass: one import, or one command.

    from game.testing.conformance import suite

    TestMine = suite(game.load_content(["my_pack"]), players=[Mine], expected="expected.txt")

makes a class of tests that pytest and unittest run, one for each promise of the rules, each player
and each scenario. `python -m game.testing conform --pack my_pack --player mine:Mine` does the same.
A file of expected failures has a check's name in each line, and after a colon the reason; a check
that is expected to fail and holds is a failure too, so that the list stays true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from itertools import islice
from pathlib import Path
from random import Random
from unittest import TestCase

from game.content.records import Content
from game.errors import UsageError
from game.players import Player
from game.rules.encoding import encode_state
from game.rules.setup import HAZARDS, LEVELS, Setup
from game.saves.record import from_text, to_text
from game.session import PERSON, Session
from game.session.keeper import now, to_record
from game.session.keeping import resume
from game.testing.contracts import check_player
from game.testing.playing import Game, Start, play
from game.testing.pool import pool
from game.testing.promises import PROMISES, Promise, keep
from game.text.near import did_you_mean

BYTES_A_GAME = 120
LATE = 3  # games from late places, for each that begins at the start
SAVED = 2  # of the games, so many are saved and loaded
Check = Callable[[], None]
"""Raises AssertionError, or whatever goes wrong, where something isn't as it must be."""


def checks(
    content: Content,
    players: Sequence[type[Player]] = (),
    games: int = 4,
    promises: Mapping[str, Promise] | None = None,
) -> dict[str, Check]:
    """Return every check by name: of the rules in each scenario, of its saves, of each player.

    They are called `rules/<scenario>/<promise>`, `saves/<scenario>` and `player/<name>`. Each
    promise is looked at in so many `games` of each scenario, a quarter of them from the start.
    Players are asked in every scenario. `promises` are all of the rules' if none are given.
    """
    found: dict[str, Check] = {}
    for scenario in content.scenarios:
        drawn = cache(partial(_games, content, scenario, games))
        for name, promise in (PROMISES if promises is None else promises).items():
            found[f"rules/{scenario}/{name}"] = partial(_keep, content, drawn, name, promise)
        found[f"saves/{scenario}"] = partial(_saves, content, drawn)
    for player in players:
        found[f"player/{player.name}"] = partial(check_player, content, player)
    return found


def _games(content: Content, scenario: str, number: int) -> tuple[Game, ...]:
    return tuple(islice(_drawn(content, scenario), number))


def _drawn(content: Content, scenario: str) -> Iterator[Game]:
    """Yield games that bytes play: from the start and from late places, always the same ones."""
    dice, late = Random(scenario), pool(content, scenario)
    places = [place for group in late.by_kind.values() for place in group]
    chairs = content.scenarios[scenario].chairs
    while True:
        chair, seed = dice.choice(chairs), dice.getrandbits(63)
        setup = Setup(scenario, chair, seed, dice.choice(LEVELS), dice.choice(HAZARDS))
        begins: list[Setup | Start] = [
            setup,
            *(late.start(dice.choice(places)) for _ in range(LATE)),
        ]
        yield from (play(content, begin, dice.randbytes(BYTES_A_GAME)) for begin in begins)


def _keep(
    content: Content, games: Callable[[], tuple[Game, ...]], name: str, promise: Promise
) -> None:
    for game in games():
        keep(content, game, {name: promise})


def _saves(content: Content, games: Callable[[], tuple[Game, ...]]) -> None:
    """A game that was saved as text stands as it did, and its decisions lead there."""
    for game in games()[:SAVED]:
        seats = dict.fromkeys(content.scenarios[game.setup.scenario].chairs, PERSON)
        session = Session(content, game.setup, seats)
        for decision in (*game.before, *(moment.decision for moment in game.moments)):
            session.submit(decision)
        resumed = resume(content, from_text(to_text(to_record(session, now())), "the save"))
        assert not resumed.anew, f"expected the save to replay: {'; '.join(resumed.warnings)}"
        same = encode_state(resumed.session.state) == encode_state(session.state)
        assert same, "expected the state that was saved"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a check came out: what went wrong (empty: nothing), and whether that was expected."""

    name: str
    error: Exception | None
    expected: bool

    @property
    def held(self) -> bool:
        """Whether it came out as expected."""
        return (self.error is not None) == self.expected

    def line(self) -> str:
        """Return it as a line, with all that is told where it didn't come out as expected."""
        if self.held:
            return f"{self.name}: {'fails, as expected' if self.expected else 'holds'}"
        if self.error is None:
            return f"{self.name}: holds, and was expected to fail; take it off the list"
        return f"{self.name}: FAILS\n{type(self.error).__name__}: {self.error}"


def conform(found: Mapping[str, Check], expected: Sequence[str] = ()) -> Iterator[Verdict]:
    """Yield how each check comes out. Raises UsageError where what is expected is no check."""
    _check_named(found, expected)
    for name, check in found.items():
        yield _verdict(name, check, name in expected)


def _check_named(found: Mapping[str, Check], expected: Sequence[str]) -> None:
    """Raise UsageError where what is expected to fail is no check."""
    for name in expected:
        if name not in found:
            guess = did_you_mean(name, found) or "`python -m game.testing conform` names them all."
            raise UsageError(f"There is no check {name!r} that could be expected to fail; {guess}")


def _verdict(name: str, check: Check, expected: bool) -> Verdict:
    try:
        check()
    except Exception as error:
        return Verdict(name, error, expected)
    return Verdict(name, None, expected)


def listed(path: Path | str) -> tuple[str, ...]:
    """Return the checks that a file says are expected to fail: a line each, `#` begins a remark.

    Raises UsageError for a file that can't be read.
    """
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The expected failures in {path} can't be read: {error}. Name a text file with a "
            "check's name in each line."
        ) from error
    names = (line.partition("#")[0].partition(":")[0].strip() for line in lines)
    return tuple(name for name in names if name)


def suite(
    content: Content,
    players: Sequence[type[Player]] = (),
    expected: Path | str = "",
    games: int = 4,
) -> type[TestCase]:
    """Return the checks as a class of tests, to be assigned to a name that begins with `Test`.

    `expected` is a file of expected failures. Raises UsageError for one that names no check.
    """
    found = checks(content, players, games)
    known = listed(expected) if expected else ()
    _check_named(found, known)

    class Conformance(TestCase):
        """A test for each check."""

    for name, check in found.items():
        setattr(Conformance, _test_name(name), _test(name, check, name in known))
    return Conformance


def _test_name(name: str) -> str:
    return "test_" + "".join(letter if letter.isalnum() else "_" for letter in name)


def _test(name: str, check: Check, expected: bool) -> Callable[[TestCase], None]:
    def test(case: TestCase) -> None:
        verdict = _verdict(name, check, expected)
        if not verdict.held:
            raise AssertionError(verdict.line()) from verdict.error

    test.__doc__ = f"{name} {'is expected to fail' if expected else 'holds'}."
    return test
