"""`handshake web`: the game as a site for any static host."""

from __future__ import annotations

from pathlib import Path

from game.text.language import _
from game.web.building import CHECKS, build

MILLION = 1_000_000
SHOWN = 8


def run(target: Path) -> None:
    """Build the site and say how large it is, the largest parts first."""
    sizes = build(target)
    for name, size in sorted(sizes.items(), key=lambda one: -one[1])[:SHOWN]:
        print(f"{size / MILLION:6.2f} MB  {name}")
    first, later = sum(sizes.values()) - sizes[CHECKS], sizes[CHECKS]
    travels, more = f"{first / MILLION:.2f}", f"{later / MILLION:.2f}"
    print(
        _(
            "Written: {folder}; {size} MB travel, compressed, and {more} MB more where a pack is "
            "dropped on the page.",
            folder=target,
            size=travels,
            more=more,
        )
    )
    command = f"python -m http.server -b 127.0.0.1 -d {target}"
    print(_("Serve that folder from any static host, or try it here: {command}", command=command))
