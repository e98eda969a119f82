"""Pictures of pages as text, kept beside the tests; `SNAPSHOTS=record` makes them anew."""

from __future__ import annotations

import os
from collections.abc import Mapping
from difflib import unified_diff
from pathlib import Path

KEPT = Path(__file__).parent / "snapshots"
RECORD = "SNAPSHOTS"
COMMAND = f"{RECORD}=record python -m pytest tests/tui/test_snapshots.py"


def told(pictures: Mapping[str, str]) -> str:
    """Return pictures as one text, each under its title."""
    return "".join(f"=== {title}\n{text.rstrip()}\n\n" for title, text in pictures.items())


def difference(name: str, pictures: Mapping[str, str]) -> str:
    """Return how pictures differ from those kept under a name; nothing where they are recorded."""
    path, now = KEPT / f"{name}.txt", told(pictures)
    if os.environ.get(RECORD) == "record":
        KEPT.mkdir(exist_ok=True)
        path.write_text(now, encoding="utf-8")
        return ""
    kept = path.read_text(encoding="utf-8") if path.is_file() else ""
    lines = unified_diff(kept.splitlines(), now.splitlines(), "kept", "now", lineterm="", n=2)
    found = "\n".join(lines)
    return found and f"{found}\n\nWhere that is meant: {COMMAND}, then read `git diff`."
