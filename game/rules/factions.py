"""Factions at home: what pleases them, and what they make of the office."""

from __future__ import annotations

from game.rules.draft import Draft

REST = 50  # where approval settles when nothing happens
DISMISSAL = 15  # a mandate below this for two turns ends a career


def mood(draft: Draft, partner: str, topic: str, amount: int) -> None:
    """Move each faction of a partner by its like for the topic times the amount."""
    for path, like in draft.index.likes.get((partner, topic), ()):
        draft.nudge(path, like * amount)
    draft.weigh_mandate(partner)


def settle(draft: Draft, partner: str) -> None:
    """Let every faction's approval drift a point towards rest."""
    draft.because("rule:settle", "Moods cool with time")
    for path, _, _ in draft.index.factions[partner]:
        now = draft.figures[path]
        if now != REST:
            draft.nudge(path, 1 if now < REST else -1)
    draft.weigh_mandate(partner)


def in_danger(draft: Draft, partner: str) -> bool:
    """Count turns in a row under the line; return whether the office falls now."""
    low = draft.figures[f"{partner}.mandate"] < DISMISSAL
    draft.because("rule:mandate", "Hardly anybody at home stands by the office")
    turns = draft.figures[f"{partner}.low"]
    draft.shift(f"{partner}.low", 1 if low else -turns)
    return draft.figures[f"{partner}.low"] >= 2
