"""The cards of a player's recent campaigns: a small file beside the saves, which may be removed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from game.errors import SaveError
from game.saves.files import read, write_over

DIRECTORY, FILE = "met", "campaigns.json"
RECENT = 3  # campaigns that count
MOST = 500  # cards that are kept of a campaign
LONGEST = 200  # letters of an id

Campaigns = list[tuple[str, list[str]]]
"""By the name of its run the cards of each campaign, the latest last."""


def met_lately(directory: Path) -> tuple[str, ...]:
    """Return the cards of recent campaigns by id; none where nothing can be read."""
    return tuple(sorted({card for _, cards in _campaigns(directory) for card in cards}))


def remember(directory: Path, run: str, cards: Iterable[str]) -> None:
    """Keep the cards that a run has shown so far, in place of what was kept of it.

    Raises SaveError where that can't be written.
    """
    before = _campaigns(directory)
    kept = [*(one for one in before if one[0] != run), (run, sorted(cards)[:MOST])][-RECENT:]
    if kept != before:
        rows = [{"run": run, "cards": cards} for run, cards in kept]
        text = json.dumps({"campaigns": rows}, indent=1, ensure_ascii=False)
        write_over(directory / DIRECTORY / FILE, f"{text}\n")


def _campaigns(directory: Path) -> Campaigns:
    """Return what is kept; what is damaged counts as not there."""
    found: Any = None
    with suppress(SaveError, ValueError, RecursionError):
        found = json.loads(read(directory / DIRECTORY / FILE))
    rows = found.get("campaigns") if isinstance(found, dict) else None
    several = [_campaign(row) for row in rows] if isinstance(rows, list) else []
    return [one for one in several if one is not None][-RECENT:]


def _campaign(row: Any) -> tuple[str, list[str]] | None:
    run, cards = (row.get("run"), row.get("cards")) if isinstance(row, dict) else (None, None)
    if not isinstance(run, str) or not isinstance(cards, list):
        return None
    return run, [card for card in cards if isinstance(card, str) and len(card) <= LONGEST][:MOST]
