"""A game whose saving fails, is disturbed, or has no place at all goes on and says so."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from game.errors import SaveError
from game.rules.setup import Setup
from game.saves import earlier
from game.saves.store import Store
from game.session import PERSON, Session
from game.session.keeper import Keeper, to_record
from game.session.keeping import go_on, start, verify
from tests.saves.games import NOON, SMALL, do_first
from tests.small import BRIEF, CAMPAIGN

SEATS = {"nasa": PERSON, "roscosmos": "random"}
ALL = SEATS | {"esa": "random"}


@contextmanager
def full_disk() -> Iterator[None]:
    """Let nothing be written for a while."""

    def full(handle: int, content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "write", full)
        yield


def begun(directory: Path, iron: bool = False) -> Session:
    game = start(SMALL, Setup(BRIEF, "nasa", 3), SEATS, Store(directory), iron)
    game.play_others()
    return game


def keeper_of(game: Session) -> Keeper:
    assert isinstance(game.saver, Keeper)
    return game.saver


def decide(game: Session, times: int = 1) -> None:
    for _ in range(times):
        do_first(game)
        game.play_others()


def to_turn(directory: Path, turn: int, iron: bool = False) -> Session:
    """Return a game that saves itself and has come to a turn."""
    game = start(SMALL, Setup(CAMPAIGN, "nasa", 3), ALL, Store(directory), iron)
    game.play_others()
    while game.state.turn < turn:
        assert not game.over
        decide(game)
    return game


def test_a_game_goes_on_when_it_cant_be_saved_and_nothing_is_lost(tmp_path: Path) -> None:
    game = begun(tmp_path)
    with full_disk():
        decide(game, 2)
    assert game.unsaved is not None and game.unsaved.short == "disk full"
    assert len(game.take_notices()) == 1
    decide(game)
    assert game.unsaved is None
    assert game.take_notices() == ("The game is saved again, and nothing is lost.",)
    assert go_on(SMALL, Store(tmp_path)).session.decisions == game.decisions


def test_a_decision_can_be_taken_back_when_it_cant_be_saved(tmp_path: Path) -> None:
    game = begun(tmp_path)
    decide(game)
    with full_disk():
        assert game.undo()
    assert game.unsaved is not None
    assert game.save()
    assert go_on(SMALL, Store(tmp_path)).session.decisions == game.decisions


def test_an_iron_decision_that_cant_be_sealed_isnt_taken(tmp_path: Path) -> None:
    game = begun(tmp_path, iron=True)
    before = (game.state, list(game.decisions), list(game.chain), len(game.pages[-1].changes))
    with full_disk(), pytest.raises(SaveError, match=r"The decision isn't taken.*No space left"):
        do_first(game)
    assert (game.state, game.decisions, game.chain, len(game.pages[-1].changes)) == before
    decide(game)
    assert game.unsaved is None
    assert go_on(SMALL, Store(tmp_path)).session.decisions == game.decisions


def nowhere(tmp_path: Path) -> Store:
    """Return a store whose directory can't be made: a file stands in its place."""
    (tmp_path / "file").write_text("", encoding="utf-8")
    return Store(tmp_path / "file" / "saves")


def test_a_game_with_nowhere_to_be_saved_says_so_first(tmp_path: Path) -> None:
    game = start(SMALL, Setup(BRIEF, "nasa", 3), SEATS, nowhere(tmp_path))
    assert game.unsaved is not None
    assert "isn't saved" in game.take_notices()[0]
    game.play_others()
    decide(game, 3)
    assert game.take_notices() == ()


def test_an_iron_run_with_nowhere_to_be_saved_isnt_begun(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="iron run can't be begun here"):
        start(SMALL, Setup(BRIEF, "nasa", 3), SEATS, nowhere(tmp_path), iron=True)


def test_an_iron_run_is_registered_before_it_is_saved(tmp_path: Path) -> None:
    game = start(SMALL, Setup(BRIEF, "nasa", 3), SEATS, Store(tmp_path), iron=True)
    name = Store(tmp_path).create(to_record(game, NOON))  # and then the power went
    assert go_on(SMALL, Store(tmp_path), name).session.iron == game.iron


def test_a_game_going_on_where_nothing_can_be_saved_says_so_first(tmp_path: Path) -> None:
    decide(begun(tmp_path))
    with full_disk():
        resumed = go_on(SMALL, Store(tmp_path))
    assert "isn't saved" in resumed.warnings[0]


def test_two_windows_on_one_save_both_keep_their_game(tmp_path: Path) -> None:
    decide(begun(tmp_path))
    name = Store(tmp_path).latest()
    one, other = (go_on(SMALL, Store(tmp_path), name).session for _ in range(2))
    decide(one, 2)
    decide(other)
    assert keeper_of(one).name == name != keeper_of(other).name
    (told,) = other.take_notices()
    assert name in told and keeper_of(other).name in told
    assert not one.take_notices()
    for game in (one, other):
        assert go_on(SMALL, Store(tmp_path), keeper_of(game).name).session.state == game.state


def test_who_only_looks_changes_nothing(tmp_path: Path) -> None:
    decide(begun(tmp_path))
    name = Store(tmp_path).latest()
    before = Store(tmp_path).open(name).seen
    one, other = (go_on(SMALL, Store(tmp_path), name).session for _ in range(2))
    assert other.save()
    assert Store(tmp_path).open(name).seen == before
    decide(one)
    assert keeper_of(one).name == name


def test_what_stands_in_the_file_is_saved_even_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = begun(tmp_path)
    decide(game)

    def refuse(self: Store) -> AbstractContextManager[None]:
        raise SaveError("read-only")

    monkeypatch.setattr(Store, "locked", refuse)
    assert game.save()
    decide(game)
    assert not game.save()


def test_a_recovery_point_is_known_by_any_path_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    game = to_turn(tmp_path / "saves", 2)
    monkeypatch.chdir(tmp_path)
    (path,) = Store(Path("saves")).earlier.points(keeper_of(game).name).values()
    before = path.read_bytes()
    back = go_on(SMALL, Store(tmp_path / "saves"), str(path)).session
    decide(back)
    assert back.hindsight and path.read_bytes() == before


def test_a_copy_put_over_an_open_save_stays(tmp_path: Path) -> None:
    game = begun(tmp_path)
    decide(game)
    path = Store(tmp_path).path(keeper_of(game).name)
    old = path.read_bytes()
    decide(game)
    times = path.stat()
    path.write_bytes(old)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    decide(game)
    assert path.read_bytes() == old
    assert Store(tmp_path).load(keeper_of(game).name).decisions[-1].decision() in game.decisions


TWO = """
import sys
from pathlib import Path
from game.saves.store import Store
from game.session.keeping import go_on
from tests.saves.games import SMALL
from tests.session.test_keeper import decide, keeper_of
game = go_on(SMALL, Store(Path(sys.argv[1])), sys.argv[2]).session
print("ready", flush=True)
sys.stdin.readline()
for _ in range(int(sys.argv[3])):
    decide(game)
print(keeper_of(game).name, game.state.turn, len(game.decisions), game.unsaved, flush=True)
"""


def test_two_processes_on_one_save_lose_nothing(tmp_path: Path) -> None:
    decide(begun(tmp_path))
    name = Store(tmp_path).latest()
    games = [
        subprocess.Popen(
            [sys.executable, "-c", TWO, str(tmp_path), name, str(number)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for number in (3, 4)
    ]  # fmt: skip
    for game in games:
        assert game.stdout is not None and game.stdout.readline() == "ready\n"
    said = [game.communicate("\n", timeout=600)[0].split() for game in games]
    assert sorted(row[0] == name for row in said) == [False, True]
    for kept, _, decisions, unsaved in said:
        assert unsaved == "None"
        assert len(Store(tmp_path).load(kept).decisions) == int(decisions)


def test_the_last_turns_are_kept_and_one_can_be_gone_back_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earlier, "MOST", 2)
    game = to_turn(tmp_path, 4)
    name, store = keeper_of(game).name, Store(tmp_path)
    assert store.earlier.turns(name) == (2, 3)
    assert [entry.name for entry in store.entries()] == [name]
    resumed = go_on(SMALL, store, f"{name}~2")
    assert "as it stood at the end of turn 2" in resumed.warnings[0]
    back = resumed.session
    assert back.hindsight and back.parent is not None and back.parent.save == name
    assert back.state in game.states and back.state.turn == 2
    decide(back)
    assert keeper_of(back).name != name
    assert store.load(name).snapshot["turn"] == 4
    assert verify(SMALL, store.load(keeper_of(back).name)).hindsight


def test_going_back_over_a_turn_takes_no_later_point_away(tmp_path: Path) -> None:
    game = to_turn(tmp_path, 3)
    game.undo()
    assert Store(tmp_path).earlier.turns(keeper_of(game).name) == (1, 2, 3)


def test_a_damaged_save_says_what_to_go_back_to(tmp_path: Path) -> None:
    game = to_turn(tmp_path, 3)
    name = keeper_of(game).name
    path = Store(tmp_path).path(name)
    path.write_bytes(path.read_bytes()[:300])
    with pytest.raises(SaveError, match=f"handshake continue {name}~2"):
        Store(tmp_path).load(name)


def test_an_iron_run_has_nothing_to_go_back_to(tmp_path: Path) -> None:
    game = to_turn(tmp_path, 3, iron=True)
    assert not Store(tmp_path).earlier.turns(keeper_of(game).name)


WITHOUT_POSIX = """
import os, sys
from pathlib import Path
sys.modules["fcntl"] = None
for name in ("link", "mkfifo"):
    delattr(os, name)
real = os.open
def windows(path, flags, *more, **named):
    if Path(path).is_dir():
        raise PermissionError(13, "Permission denied")
    return real(path, flags, *more, **named)
os.open = windows
from game.saves.store import Store
from game.session.keeping import go_on
from tests.saves.games import SMALL
from tests.session.test_keeper import begun, decide, keeper_of
place = Path(sys.argv[1])
for iron in (False, True):
    game = begun(place, iron)
    decide(game, 2)
    assert game.unsaved is None, game.unsaved
    again = go_on(SMALL, Store(place), keeper_of(game).name).session
    assert again.decisions == game.decisions and bool(again.iron) == iron
    decide(again)
    assert again.unsaved is None
"""


def test_games_are_saved_where_only_posix_has_no_part(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-W", "ignore", "-c", WITHOUT_POSIX, str(tmp_path)], check=True)
