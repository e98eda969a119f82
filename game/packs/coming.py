"""Packs that come as an archive and go again, and archives that are made of packs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

from game.content.findings import Finding, errors
from game.content.packs import PackInfo
from game.errors import UsageError
from game.packs.archive import ENDING, archived, refused, unpacked
from game.packs.choice import enable_in, enabled_in, unwritten
from game.packs.contents import contents
from game.packs.kept import Kept, find, sound
from game.packs.manifest import NAME as MANIFEST
from game.packs.manifest import Files, manifest, unlike
from game.text.language import _

Check = Callable[[Path], Sequence[Finding]]
"""Returns all that is wrong or doubtful in the pack in a folder."""


@dataclass(frozen=True, slots=True)
class Came:
    """A pack that has been installed; `before` is the version that lay there, if any."""

    info: PackInfo
    folder: Path
    files: int
    before: str = ""


def built(folder: Path) -> tuple[PackInfo, bytes]:
    """Return what a pack says of itself, and its archive. Raises UsageError or PackError."""
    info, files = sound(folder).info, contents(folder)
    return info, archived({**files, MANIFEST: manifest(info.pack, info.version, files)})


def archive_name(info: PackInfo) -> str:
    """Return what the archive of a pack is called where nobody says otherwise."""
    return f"{info.pack}-{info.version}{ENDING}"


def install(directory: Path, archive: Path, check: Check, replace: bool = False) -> Came:
    """Unpack an archive into the directory of packs, and return what came.

    Raises PackError for an archive that can't be trusted or a pack with errors, and UsageError
    where a pack of that id is there, unless it may be replaced: one that was installed and not
    changed since.
    """
    files = unpacked(archive)
    waiting = directory / f".installing-{token_hex(4)}"
    try:
        _write(waiting, files)
        info = sound(waiting).info
        if wrong := errors(check(waiting)):
            first = f"{wrong[0].code} {wrong[0].message}"
            raise refused(archive, _("the pack has errors: {first}", first=first))
        if MANIFEST not in files:  # packed by hand; from here on its own changes can be told
            held = manifest(info.pack, info.version, files)
            _write(waiting, {MANIFEST: held})
        before = _put(waiting, directory / info.pack, replace)
    except OSError as error:
        raise unwritten(directory, error) from error
    finally:
        shutil.rmtree(waiting, ignore_errors=True)
    return Came(info, directory / info.pack, len(files), before)


def remove(directory: Path, name: str) -> Kept:
    """Remove an installed pack, and forget that it was enabled; return what it was.

    Raises UsageError for one that didn't come as an archive, or was changed since.
    """
    one = find(directory, name)
    if one.folder.is_dir():
        _check_untouched(one.folder)
        try:
            shutil.rmtree(one.folder)
        except OSError as error:
            raise unwritten(one.folder, error) from error
    on = enabled_in(directory)
    if one.folder.name in on:
        enable_in(directory, [other for other in on if other != one.folder.name])
    return one


def _write(folder: Path, files: Files) -> None:
    """Write files to a new folder, none of them so that it could be run. Raises OSError."""
    for name, data in files.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o644)
        with os.fdopen(handle, "wb") as file:
            file.write(data)


_BINARY = getattr(os, "O_BINARY", 0)


def _put(waiting: Path, folder: Path, replace: bool) -> str:
    """Give a pack its place; return which version lay there, empty where none did."""
    if not (folder.exists() or folder.is_symlink()):
        waiting.rename(folder)
        return ""
    before = sound(folder).info.version
    if not replace:
        raise UsageError(
            _(
                "{folder} holds version {version} of this pack already; `--replace` puts the other "
                "in its place.",
                folder=folder,
                version=before,
            )
        )
    _check_untouched(folder)
    aside = folder.with_name(f".replaced-{token_hex(4)}")
    folder.rename(aside)
    waiting.rename(folder)
    shutil.rmtree(aside, ignore_errors=True)
    return before


def _check_untouched(folder: Path) -> None:
    """Raise UsageError for a folder that holds somebody's own work."""
    kept = folder / MANIFEST
    why = _("it didn't come as an archive")
    if not folder.is_symlink() and kept.is_file():
        why = unlike(kept.read_bytes(), contents(folder))
    if why:
        raise UsageError(
            _(
                "{folder} is left as it is: {why}. If nobody needs it, remove the folder yourself.",
                folder=folder,
                why=why,
            )
        )
