"""`python -m tests.surface`: make the reference, and record the surface, anew."""

from __future__ import annotations

from pathlib import Path

from tests.surface.listing import surface
from tests.surface.pages import reference

DOCS = Path(__file__).resolve().parents[2] / "docs"


def main() -> None:
    """Write both files; look at what changed before you commit it."""
    (DOCS / "reference.md").write_text(reference(), encoding="utf-8")
    (DOCS / "surface.txt").write_text(surface(), encoding="utf-8")


if __name__ == "__main__":
    main()
