from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.load import check_content
from game.content.reader import read_file
from game.errors import SaveError
from game.regular import beginning, is_regular, is_there, read_regular
from game.saves.iron import Register
from game.saves.settings import keep_theme, load_settings
from game.text.typed import BEYOND, whole_number
from tests.content.conftest import small_root


def pipe(path: Path) -> None:
    os.mkfifo(path)


TRAPS: dict[str, Callable[[Path], None]] = {
    "pipe": pipe,
    "folder": Path.mkdir,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "circle": lambda path: path.symlink_to(path),
}
posix = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are POSIX's")


@pytest.fixture(params=list(TRAPS))
def trap(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return the path of something that isn't a file, though its name says so."""
    TRAPS[request.param](tmp_path / "trap")
    return tmp_path / "trap"


@pytest.fixture
def beside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where a small base pack lies, to read another beside it."""
    return small_root(tmp_path_factory.mktemp("beside"))


def test_a_file_is_read_up_to_a_bound(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"one\r\ntwo")
    assert read_regular(path, 8) == b"one\r\ntwo"
    assert beginning(path, 3) == b"one"
    with pytest.raises(OSError, match="longer") as told:
        read_regular(path, 7)
    assert told.value.errno == errno.EFBIG


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"text")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    assert read_regular(tmp_path / "b", 9) == b"text"


@posix
def test_what_is_no_file_is_refused_without_waiting(trap: Path) -> None:
    with pytest.raises(OSError):
        read_regular(trap, 9)
    assert is_there(trap) and not is_regular(trap)


@posix
def test_what_becomes_a_pipe_while_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").write_bytes(b"")
    os.mkfifo(tmp_path / "pipe")
    looked = (tmp_path / "a").stat()
    monkeypatch.setattr(Path, "stat", lambda self: looked)
    with pytest.raises(OSError, match="pipe"):
        read_regular(tmp_path / "pipe", 9)


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "x/" * 3000])
def test_an_impossible_name_is_only_not_there(name: str, tmp_path: Path) -> None:
    assert not is_there(tmp_path / name) and not is_regular(tmp_path / name)
    with pytest.raises(OSError):
        read_regular(tmp_path / name, 9)


@posix
def test_settings_are_read_from_a_file_and_nothing_else_put_aside(trap: Path) -> None:
    assert str(trap) in load_settings(trap).problem
    before = trap.lstat()
    with pytest.raises(SaveError):
        keep_theme(trap, "orbit")
    assert trap.lstat() == before


@pytest.mark.parametrize("digits", [50, 4000, 5000])
def test_a_huge_number_in_the_settings_is_told_of(tmp_path: Path, digits: int) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"keys": {"9" * digits}}}')
    assert "too long" in load_settings(path).problem


@posix
def test_content_is_read_from_files(trap: Path) -> None:
    (found,) = read_file(trap, "a").findings
    assert found.code == "E001"


@posix
@pytest.mark.parametrize("name", ["pack.yaml", "events.yaml"])
@pytest.mark.parametrize("kind", TRAPS)
def test_a_pack_may_hold_traps(beside: Path, tmp_path: Path, name: str, kind: str) -> None:
    head = "pack: mod\ntitle: Mod\nversion: '1'\nformat: 1\n"
    if name != "pack.yaml":
        (tmp_path / "pack.yaml").write_text(head)
    TRAPS[kind](tmp_path / name)
    findings = check_content([tmp_path], root=beside)
    found = [f for f in findings if name in f.mark.file]
    assert found and found[0].code in ("E001", "E070")


@pytest.mark.parametrize("digits", [10, 4000, 5000])
def test_a_pack_may_hold_huge_numbers(beside: Path, tmp_path: Path, digits: int) -> None:
    huge = "9" * digits
    (tmp_path / "pack.yaml").write_text(
        f"pack: mod\ntitle: Mod\nversion: '{huge}'\nformat: 1\ngame: '>={huge}'\n"
    )
    findings = check_content([tmp_path], root=beside)
    assert {f.code for f in findings} == {"E075"}


@posix
def test_the_register_is_read_from_files(trap: Path, tmp_path: Path) -> None:
    register = Register(tmp_path)
    register.directory.mkdir()
    trap.rename(register.directory / "abc")
    with pytest.raises(SaveError, match="can't be read"):
        register.reached("abc")


def test_a_huge_number_in_the_register_is_only_huge(tmp_path: Path) -> None:
    register = Register(tmp_path)
    register.directory.mkdir()
    (register.directory / "abc").write_text("9" * 5000 + " head")
    reached = register.reached("abc")
    assert reached is not None and reached.decisions == BEYOND


@pytest.mark.parametrize(
    ("text", "found"),
    [("12", 12), ("", None), ("-1", None), ("1.5", None), ("²", None), ("9" * 5000, BEYOND)],
)
def test_numbers_that_people_type(text: str, found: int | None) -> None:
    assert whole_number(text) == found
