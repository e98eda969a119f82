"""Agenda and table: the phases in which chairs act and bargain, each in its turn."""

from __future__ import annotations

from game.rules.draft import Draft
from game.rules.phases.story import order
from game.rules.state import Slot


def enter_agenda(draft: Draft) -> None:
    """Give every chair its agenda."""
    draft.state.queue = tuple(Slot("agenda", chair) for chair in order(draft))


def enter_table(draft: Draft) -> None:
    """Give every chair its place at the table; nobody has an offer to think about yet."""
    used = draft.own("used")
    for chair in draft.index.chairs:
        used[f"{chair}.incoming"] = 0
    draft.state.queue = tuple(Slot("table", chair) for chair in order(draft))
