from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from game.content.findings import Finding, Mark, finding
from game.errors import PackError, UsageError
from game.packs.archive import archived
from game.packs.choice import enable_in, enabled_in
from game.packs.coming import built, install, remove
from game.packs.manifest import NAME
from tests.packs.conftest import pack, zipped


def sound(folder: Path) -> Sequence[Finding]:
    return ()


def shared(tmp_path: Path, id_: str = "tea", version: str = "1.0") -> Path:
    """Return the archive of a pack that somebody has built."""
    path = tmp_path / f"{id_}-{version}.zip"
    path.write_bytes(built(pack(tmp_path / f"from-{version}", id_, version))[1])
    return path


def test_a_pack_comes_and_goes(tmp_path: Path, directory: Path) -> None:
    came = install(directory, shared(tmp_path), sound)
    assert (came.info.pack, came.folder, came.before) == ("tea", directory / "tea", "")
    assert sorted(p.name for p in came.folder.iterdir()) == ["flags.yaml", NAME, "pack.yaml"]
    assert [p.name for p in directory.iterdir()] == ["tea"]
    enable_in(directory, ["tea"])
    assert remove(directory, "tea").id == "tea"
    assert not came.folder.exists()
    assert enabled_in(directory) == ()


def test_nothing_that_comes_can_be_run(tmp_path: Path, directory: Path) -> None:
    path = zipped(tmp_path / "other.zip", [("run.sh", b"#!/bin/sh\n")])
    came = install(directory, path, sound)
    assert not (came.folder / "run.sh").stat().st_mode & 0o111


def test_a_pack_that_was_zipped_by_hand_comes_too_and_goes(tmp_path: Path, directory: Path) -> None:
    install(directory, zipped(tmp_path / "other.zip", []), sound)
    assert remove(directory, "other").id == "other"


def test_a_pack_with_errors_is_not_kept(tmp_path: Path, directory: Path) -> None:
    def wrong(folder: Path) -> Sequence[Finding]:
        return [finding("E031", Mark("cards.yaml", 1, 1), "unknown name")]

    with pytest.raises(PackError, match="E031 unknown name"):
        install(directory, shared(tmp_path), wrong)
    assert list(directory.iterdir()) == []


def test_what_is_no_pack_is_not_kept(tmp_path: Path, directory: Path) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(archived({"pack.yaml": b"pack: Bad Id\n"}))
    with pytest.raises(UsageError, match="E0"):
        install(directory, path, sound)
    assert list(directory.iterdir()) == []


def test_another_version_comes_only_where_that_is_meant(tmp_path: Path, directory: Path) -> None:
    install(directory, shared(tmp_path), sound)
    later = shared(tmp_path, version="1.1")
    with pytest.raises(UsageError, match=r"version 1\.0 of this pack already; `--replace`"):
        install(directory, later, sound)
    assert install(directory, later, sound, replace=True).before == "1.0"
    assert [p.name for p in directory.iterdir()] == ["tea"]
    assert "1.1" in (directory / "tea" / "pack.yaml").read_text()


@pytest.mark.parametrize("how", ["replace", "remove"])
def test_nobodys_own_work_is_lost(tmp_path: Path, directory: Path, how: str) -> None:
    path = shared(tmp_path)
    install(directory, path, sound)
    (directory / "tea" / "flags.yaml").write_text("- flag: mine\n  text: Mine.\n")
    with pytest.raises(UsageError, match=r"flags\.yaml has been changed"):
        install(directory, path, sound, replace=True) if how == "replace" else remove(
            directory, "tea"
        )
    assert "mine" in (directory / "tea" / "flags.yaml").read_text()


def test_a_pack_that_was_written_here_is_not_removed(directory: Path) -> None:
    pack(directory, "mine")
    with pytest.raises(UsageError, match="didn't come as an archive"):
        remove(directory, "mine")
    assert (directory / "mine").is_dir()


def test_a_link_to_a_pack_is_not_followed_to_remove_it(tmp_path: Path, directory: Path) -> None:
    install(directory, shared(tmp_path), sound)
    (directory / "tea").rename(tmp_path / "elsewhere")
    (directory / "tea").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(UsageError, match="didn't come as an archive"):
        remove(directory, "tea")
    assert (tmp_path / "elsewhere" / "pack.yaml").is_file()


def test_a_pack_that_is_gone_is_forgotten(directory: Path) -> None:
    pack(directory, "mine")
    enable_in(directory, ["gone", "mine"])
    remove(directory, "gone")
    assert enabled_in(directory) == ("mine",)
