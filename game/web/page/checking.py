"""Packs that come to the page: judged, checked as `handshake check` does, compiled and kept.

It reads content, so a page has it only once a pack is dropped on it.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Mapping, Sequence
from contextlib import chdir
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from game.content.findings import Finding, as_text, errors
from game.content.load import Checked, compile_content, read_content
from game.content.places import shown
from game.errors import HandshakeError, PackError
from game.packs.archive import ENDING, archived
from game.packs.choice import enable_in, enabled_in
from game.packs.coming import Came, install
from game.packs.kept import sound
from game.packs.manifest import NAME as MANIFEST
from game.packs.naming import check_names
from game.packs.places import needed_directory
from game.packs.played import enabled
from game.text.inert import one_line
from game.text.language import _
from game.web.page import packs

MOST_PACKS = 20
MOST_BYTES = 20_000_000
"""Of all packs that are kept together; a browser's store has bounds."""
UNNAMED = "pack"


def brought(name: str, files: Mapping[str, bytes | memoryview]) -> str:
    """Keep a pack that was brought in, if it has no errors; return what came of it, as JSON.

    `files` are an archive alone, by its name, or those of a pack by their paths. What is returned
    has what to tell as `told`, what was found as `findings`, and whether it is kept as `kept`.
    """
    directory, judge = needed_directory(), _Judge(_called(name))
    try:
        directory.mkdir(parents=True, exist_ok=True)
        came = _installed(directory, judge, _archive(name, files))
        on = enabled_in(directory)
        enable_in(directory, list(dict.fromkeys((*on, came.folder.name))))
        packs.keep(judge.pickled)
    except (HandshakeError, OSError) as error:
        return _verdict(str(error), judge.text)
    told = _(
        "{title}, version {version}, is kept in this browser, and played with from the next start "
        "of the game.",
        title=one_line(came.info.title),
        version=came.info.version,
    )
    return _verdict(told, judge.text, kept=True)


def renewed() -> str:
    """Compile content with the packs that are kept, as another site did; return what came of it."""
    on = enabled()
    with chdir(needed_directory()):
        checked = read_content(on)
    if wrong := errors(checked.findings):
        told = _(
            "The packs that this browser keeps can't be played with, so the game is without them. "
            "Remove one, or bring another version in."
        )
        return _verdict(told, as_text(wrong))
    packs.keep(_pickled(checked))
    return _verdict("", "", kept=True)


@dataclass(slots=True)
class _Judge:
    """Checks a pack beside those that are kept, and keeps what it found and compiled."""

    name: str
    text: str = ""
    pickled: bytes = field(default=b"", repr=False)

    def __call__(self, folder: Path) -> Sequence[Finding]:
        """Return all that is wrong with a pack. Raises PackError where there is no room for it."""
        id_ = sound(folder).id
        places = dict.fromkeys(path.name for path in enabled()) | {id_: None}
        directory = needed_directory()
        beside = [folder if name == id_ else directory / name for name in places]
        _check_room(beside)
        checked = read_content(beside)
        own = shown(folder)
        found = [one for one in checked.findings if one.is_error or one.mark.file.startswith(own)]
        told = as_text(found).replace(own, self.name.removesuffix(ENDING))
        self.text = told.replace(f"{directory}/", "")  # a page shows no paths
        if not errors(found):
            self.pickled = _pickled(checked)
        return found


def _installed(directory: Path, judge: _Judge, data: bytes) -> Came:
    """Unpack an archive among the packs, in the place of one of its id."""
    with TemporaryDirectory() as made, chdir(made):
        archive = Path(judge.name)
        archive.write_bytes(data)
        return install(directory, archive, judge, replace=True)


def _archive(name: str, files: Mapping[str, bytes | memoryview]) -> bytes:
    """Return the archive that was brought, or one of the files that were."""
    if set(files) == {name} and name.lower().endswith(ENDING):
        return bytes(files[name])
    made_anew = {MANIFEST, f"{name}/{MANIFEST}"}
    taken = {path for path in files if not _hidden(path)} - made_anew
    return archived({path: bytes(files[path]) for path in taken})


def _hidden(path: str) -> bool:
    """Return whether a file of a folder is none of the pack's, as `pack build` has it."""
    return any(part[0] == "." and part != ".." for part in PurePosixPath(path).parts)


def _called(name: str) -> str:
    """Return what a file or folder that was brought may be called on every system."""
    try:
        check_names([name])
    except PackError:
        return UNNAMED
    return PurePosixPath(name).name


def _check_room(folders: Sequence[Path]) -> None:
    sizes = [path.stat().st_size for one in folders for path in one.rglob("*") if path.is_file()]
    if len(folders) > MOST_PACKS or sum(sizes) > MOST_BYTES:
        raise PackError(
            _(
                "It is not kept: there is room for {packs} packs of {mb} MB together. Remove some "
                "first.",
                packs=MOST_PACKS,
                mb=MOST_BYTES // 1_000_000,
            )
        )


def _pickled(checked: Checked) -> bytes:
    return pickle.dumps(compile_content(checked), protocol=5)


def _verdict(told: str, findings: str, kept: bool = False) -> str:
    return json.dumps({"told": told, "findings": findings, "kept": kept})
