"""Packs that the browser keeps: which there are, the content compiled with them, how they go."""

from __future__ import annotations

import json
import shutil
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from game.content.cache.unpickling import unpickled
from game.content.records import Content
from game.errors import HandshakeError
from game.packs.choice import enable_in, enabled_in
from game.packs.places import needed_directory
from game.text.language import _

BUILD = Path(__file__).parents[3] / "build.txt"
"""Names what of the site content is compiled with: another site compiles it anew."""
FILE = "played.content"
MANIFEST = "manifest.json"


def kept() -> list[list[str]]:
    """Return the packs there are, in the order that they are read in: id, and how a list calls it.

    None are where it can't be told which there are.
    """
    with suppress(HandshakeError):
        directory = needed_directory()
        return [[name, f"{name} {_version(directory / name)}"] for name in enabled_in(directory)]
    return []


def wanting() -> bool:
    """Return whether packs are kept, and this site hasn't compiled content with them yet."""
    directory = needed_directory()
    with suppress(OSError), (directory / FILE).open("rb") as file:
        return bool(kept()) and file.readline().strip() != _key()
    return bool(kept())


def played() -> Content | None:
    """Return the content with the packs that are kept; None: there are none, or it is wanting."""
    if not kept():
        return None
    with suppress(OSError, ValueError):
        key, _mark, pickled = (needed_directory() / FILE).read_bytes().partition(b"\n")
        found = unpickled(pickled) if key == _key() else None
        return found if isinstance(found, Content) else None
    return None


def keep(pickled: bytes) -> None:
    """Keep content that was compiled with the packs there are. Raises OSError."""
    (needed_directory() / FILE).write_bytes(_key() + b"\n" + pickled)


def removed(name: str) -> str:
    """Remove a pack, and say so; what was compiled with it is wanting then."""
    directory = needed_directory()
    try:
        on = enabled_in(directory)
        if name in on:
            enable_in(directory, [other for other in on if other != name])
            shutil.rmtree(directory / name)
            (directory / FILE).unlink(missing_ok=True)
    except (HandshakeError, OSError) as error:
        return _("{name} is still there: {why}", name=name, why=error)
    return _(
        "{name} is removed, and left out from the next start of the game. Saves that were made "
        "with it keep its name.",
        name=name,
    )


def _version(folder: Path) -> str:
    with suppress(OSError, ValueError, AttributeError):
        told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return str(told.get("version", ""))
    return ""


def _key() -> bytes:
    """Return what content with these packs is known by, on this site."""
    directory = needed_directory()
    made = sha256(BUILD.read_bytes())
    for name in enabled_in(directory):
        made.update(sha256((directory / name / MANIFEST).read_bytes()).digest())
    return made.hexdigest().encode("ascii")
