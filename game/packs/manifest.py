"""What an archive of a pack holds, file by file: so that whoever has it knows that it is whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from game.text.language import _

NAME = "manifest.json"
FORMAT = 1
Files = Mapping[str, bytes]
"""Contents by the path within the pack, with `/` between its parts."""


def manifest(pack: str, version: str, files: Files) -> bytes:
    """Return the manifest of a pack's files, always the same for the same files."""
    hashes = {name: sha256(data).hexdigest() for name, data in sorted(files.items())}
    told = {"manifest": FORMAT, "pack": pack, "version": version, "sha256": hashes}
    return (json.dumps(told, indent=2, ensure_ascii=True) + "\n").encode("ascii")


def unlike(kept: bytes, files: Files) -> str:
    """Return in what files differ from a manifest, the first difference; empty where in nothing."""
    hashes = _hashes(kept)
    if hashes is None:
        return _("{name} is no manifest", name=NAME)
    for name in sorted({*hashes, *files}):
        if name not in files:
            return _("{file} is missing", file=name)
        if name not in hashes:
            return _("{file} has been added", file=name)
        if hashes[name] != sha256(files[name]).hexdigest():
            return _("{file} has been changed", file=name)
    return ""


def _hashes(kept: bytes) -> dict[str, Any] | None:
    """Return what a manifest says of each file, None where it is none."""
    try:
        found = json.loads(kept.decode("utf-8"))
    except (ValueError, RecursionError):
        return None
    hashes = found.get("sha256") if isinstance(found, dict) else None
    if not isinstance(hashes, dict) or found.get("manifest") != FORMAT:
        return None
    return hashes
