"""`handshake records`: finished runs beside history, endings seen, the best of each chair."""

from __future__ import annotations

from collections.abc import Sequence
from json import dumps
from pathlib import Path

from msgspec import to_builtins

from game.content.cached import load_content
from game.report.runs import records_told
from game.saves.finished import finished
from game.saves.places import save_directory
from game.text.inert import one_line


def run(json: bool, packs: Sequence[Path]) -> None:
    """Print the records, a line each, or all that is kept as JSON."""
    kept = finished(save_directory())
    if json:
        print(dumps(to_builtins(kept), indent=2, ensure_ascii=False))
        return
    for number, section in enumerate(records_told(load_content(packs), kept)):
        print(f"\n{section.title}" if number else section.title)
        for line in section.lines:
            print(f"  {one_line(line)}")
