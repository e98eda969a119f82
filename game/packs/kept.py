"""The packs that lie in the player's directory, as far as each can be read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.findings import Finding, errors
from game.content.packs import Pack, PackInfo, read_pack
from game.errors import UsageError
from game.packs.choice import enabled_in
from game.packs.manifest import NAME as MANIFEST
from game.text.language import _
from game.text.near import did_you_mean


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder among the packs; `info` is None, and `problem` says why, where it is none.

    `installed`: it came as an archive. `gone`: it is enabled, and there is no such folder.
    """

    folder: Path
    info: PackInfo | None
    problem: str = ""
    enabled: bool = False
    installed: bool = False

    @property
    def id(self) -> str:
        """The pack's id, or the folder's name where it can't be read."""
        return self.info.pack if self.info else self.folder.name


def kept(directory: Path) -> list[Kept]:
    """Return all packs of a directory: the enabled ones in their order, then the others by name.

    Raises PackError where it can't be told which are enabled.
    """
    on = enabled_in(directory)
    off = sorted(path.name for path in _folders(directory) if path.name not in on)
    return [_read(directory / name, name in on) for name in (*on, *off)]


def find(directory: Path, name: str) -> Kept:
    """Return a kept pack by its id or its folder. Raises UsageError where there is none."""
    found = kept(directory)
    for one in found:
        if name in (one.id, one.folder.name):
            return one
    guess = did_you_mean(name, [one.id for one in found])
    raise UsageError(
        _(
            "There is no pack {name} in {directory}{guess} `handshake pack list` names those that "
            "there are.",
            name=repr(name),
            directory=directory,
            guess="; " + guess if guess else ".",
        )
    )


def id_of(folder: Path) -> str:
    """Return the id of the pack in a folder; the folder's own name where it can't be read."""
    pack, _found = read_pack(folder)
    return pack.id if pack else folder.name


def sound(folder: Path) -> Pack:
    """Return the pack in a folder. Raises UsageError, with the first mistake, for what is none."""
    pack, found = read_pack(folder)
    if pack is None:
        raise UsageError(errors(found)[0].render())
    return pack


def _folders(directory: Path) -> Iterator[Path]:
    try:
        found = list(directory.iterdir())
    except OSError:  # not made yet
        return
    yield from (path for path in found if path.name[0] != "." and path.is_dir())


def _read(folder: Path, on: bool) -> Kept:
    if not folder.is_dir():
        told = _("there is no such folder any more; `handshake pack disable {name}` forgets it",
                 name=folder.name)  # fmt: skip
        return Kept(folder, None, told, on)
    pack, found = read_pack(folder)
    problem = "" if pack else _first(errors(found))
    return Kept(folder, pack.info if pack else None, problem, on, (folder / MANIFEST).is_file())


def _first(wrong: Sequence[Finding]) -> str:
    if not wrong:
        return ""
    return f"{wrong[0].code} {Path(wrong[0].mark.file).name}: {wrong[0].message}"
