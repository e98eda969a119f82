"""Where content lies, and how its places are told."""

from __future__ import annotations

from pathlib import Path

from game.content.records.content import BASE


def content_root() -> Path:
    """Return the directory of the game's own packs: in a checkout, or as installed."""
    package = Path(__file__).resolve().parent.parent
    beside = package.parent / "content"
    return beside if (beside / BASE / "pack.yaml").is_file() else package / "_content"


def own_packs() -> frozenset[str]:
    """Return the ids of the packs that come with the game: each lies in a folder of its name."""
    return frozenset(path.parent.name for path in content_root().glob("*/pack.yaml"))


def shown(path: Path) -> str:
    """Return a path as findings show it: from the current directory where it lies below."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError, RuntimeError):  # outside, in a directory that is gone, in a circle
        return str(path)
