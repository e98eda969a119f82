"""`handshake web`: the game as a site for any static host."""

from __future__ import annotations

from pathlib import Path

from game.text.language import _
from game.web.building import build

MILLION = 1_000_000
SHOWN = 8


def run(target: Path) -> None:
    """Build the site and say how large it is, the largest parts first."""
    sizes = build(target)
    for name, size in sorted(sizes.items(), key=lambda one: -one[1])[:SHOWN]:
        print(f"{size / MILLION:6.2f} MB  {name}")
    total = f"{sum(sizes.values()) / MILLION:.2f}"
    print(_("Written: {folder}; {size} MB travel, compressed.", folder=target, size=total))
    command = f"python -m http.server -b 127.0.0.1 -d {target}"
    print(_("Serve that folder from any static host, or try it here: {command}", command=command))
