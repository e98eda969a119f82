"""Small packs in a directory of their own, and archives that somebody else has made."""

from __future__ import annotations

import stat
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest

from game.content import cached, load
from game.packs.places import VARIABLE
from tests.content.conftest import small_root

INFO = 'pack: {id}\ntitle: {id} by somebody\nversion: "{version}"\nformat: 1\n'
CARDS = "- flag: seen\n  text: It was seen.\n"


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the directory of packs, not made yet, of a game with next to no content of its own."""
    root = small_root(tmp_path / "small")
    for module in (load, cached):
        monkeypatch.setattr(module, "content_root", lambda: root)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "packs"))
    return tmp_path / "packs"


def pack(directory: Path, id_: str, version: str = "1.0", more: str = "") -> Path:
    """Write a small pack, and return its folder."""
    folder = directory / id_
    folder.mkdir(parents=True)
    (folder / "pack.yaml").write_text(INFO.format(id=id_, version=version) + more)
    (folder / "flags.yaml").write_text(CARDS)
    return folder


def zipped(path: Path, files: Iterable[tuple[str | ZipInfo, bytes]]) -> Path:
    """Write an archive of any members, with a pack.yaml first, and return its path."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as archive:
        archive.writestr("pack.yaml", INFO.format(id="other", version="1.0"))
        for name, data in files:
            archive.writestr(name, data)
    path.write_bytes(made.getvalue())
    return path


def of_kind(name: str, kind: int) -> ZipInfo:
    """Return a member that says that it is a link or a device."""
    info = ZipInfo(name)
    info.create_system, info.external_attr = 3, (kind | 0o777) << 16
    return info


LINK = of_kind("events.yaml", stat.S_IFLNK)
PIPE = of_kind("events.yaml", stat.S_IFIFO)
