from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.errors import ContentError, PackError, UsageError
from game.packs.choice import FILE, enable_in, enabled_in
from game.packs.kept import find, kept
from game.packs.places import OFF, VARIABLE, needed_directory, pack_directory
from game.packs.played import enabled, named, played, with_way_out
from game.packs.switching import disable, enable, move, reorder
from tests.packs.conftest import pack


def test_packs_lie_where_the_variable_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "~/mine")
    assert pack_directory() == Path("~/mine").expanduser()
    monkeypatch.delenv(VARIABLE)
    assert pack_directory() == Path(__file__).resolve().parents[2] / "packs"


def test_off_means_no_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, OFF)
    assert pack_directory() is None
    assert enabled() == played() == ()
    with pytest.raises(PackError, match="--no-packs"):
        needed_directory()


def test_nothing_is_kept_where_there_is_no_directory(directory: Path) -> None:
    assert (kept(directory), enabled()) == ([], ())


def test_enabled_packs_come_first_and_in_their_order(directory: Path) -> None:
    for name in ("a", "b", "c"):
        pack(directory, name)
    enable_in(directory, ["c", "a"])
    assert [(one.id, one.enabled) for one in kept(directory)] == [
        ("c", True), ("a", True), ("b", False),
    ]  # fmt: skip
    assert enabled() == (directory / "c", directory / "a")


def test_a_pack_is_found_by_its_id_and_by_its_folder(directory: Path) -> None:
    pack(directory, "tea").rename(directory / "tea-1.0")
    assert find(directory, "tea") == find(directory, "tea-1.0")
    with pytest.raises(UsageError, match='did you mean "tea"'):
        find(directory, "tee")


def test_a_folder_that_is_no_pack_is_told_with_what_is_wrong(directory: Path) -> None:
    (directory / "empty").mkdir(parents=True)
    (one,) = kept(directory)
    assert (one.info, one.id, one.problem[:4]) == (None, "empty", "E070")
    with pytest.raises(PackError, match="E070"):
        enable(directory, "empty")


def test_a_pack_that_is_gone_is_told_and_not_played_with(directory: Path) -> None:
    directory.mkdir()
    enable_in(directory, ["gone"])
    assert enabled() == ()
    assert "pack disable gone" in kept(directory)[0].problem
    disable(directory, "gone")
    assert enabled_in(directory) == ()


def test_named_packs_come_after_enabled_ones_and_before_those_of_their_id(
    tmp_path: Path, directory: Path
) -> None:
    for name in ("a", "b"):
        pack(directory, name)
    enable_in(directory, ["a", "b"])
    newer = pack(tmp_path, "a", "2.0")
    assert played() == (directory / "a", directory / "b")
    assert played([newer]) == (directory / "b", newer)


def test_a_kept_pack_is_named_by_its_id(
    tmp_path: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack(directory, "tea").rename(directory / "tea-1.0")
    monkeypatch.chdir(tmp_path)
    assert named(Path("tea")) == named(Path("tea-1.0")) == directory / "tea-1.0"
    assert named(Path("none")) == Path("none")
    (tmp_path / "tea").mkdir()  # what lies here comes first
    assert named(Path("tea")) == Path("tea")
    assert named(Path("./x/tea")) == Path("./x/tea")


@pytest.mark.parametrize(
    "text", ["", "[]", '{"enabled": "a"}', '{"enabled": ["../a"]}', '{"enabled": [""]}', "[" * 9999]
)
def test_a_choice_that_cant_be_read_is_told_with_the_way_out(directory: Path, text: str) -> None:
    directory.mkdir()
    (directory / FILE).write_text(text)
    with pytest.raises(PackError, match="--no-packs"):
        enabled()


def test_a_choice_that_is_no_file_is_told(directory: Path) -> None:
    directory.mkdir()
    os.mkfifo(directory / FILE)
    with pytest.raises(PackError, match="it is a pipe"):
        enabled()


def test_an_error_of_content_names_the_way_out_where_packs_are_enabled(directory: Path) -> None:
    error = ContentError("The content has 1 error.")
    assert with_way_out(error) == str(error)
    pack(directory, "tea")
    enable_in(directory, ["tea"])
    assert "handshake pack disable NAME" in with_way_out(error)
    assert with_way_out(UsageError("No.")) == "No."


def test_enabling_twice_is_enabling_once(directory: Path) -> None:
    pack(directory, "tea")
    enable_in(directory, ["tea"])
    enable(directory, "tea")
    assert enabled_in(directory) == ("tea",)


def test_what_cant_be_played_with_is_not_enabled(directory: Path) -> None:
    pack(directory, "tea", more="requires: [kettle]\n")
    with pytest.raises(PackError, match=r'(?s)tea is not enabled.*requires the pack "kettle"'):
        enable(directory, "tea")
    pack(directory, "kettle")
    enable(directory, "kettle")
    enable(directory, "tea")
    assert enabled_in(directory) == ("kettle", "tea")


def test_packs_are_put_in_order(directory: Path) -> None:
    for name in ("a", "b", "c", "d"):
        pack(directory, name)
    enable_in(directory, ["a", "b", "c"])
    assert reorder(directory, ["c", "b"]) == ("c", "b", "a")
    move(directory, "a", -1)
    assert enabled_in(directory) == ("c", "a", "b")
    move(directory, "c", -1)
    move(directory, "b", 1)
    move(directory, "d", 1)
    assert enabled_in(directory) == ("c", "a", "b")
    with pytest.raises(UsageError, match="handshake pack enable d"):
        reorder(directory, ["d"])


def test_a_directory_that_cant_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(PackError, match="HANDSHAKE_PACKS"):
        enable_in(tmp_path / "file", ["a"])
