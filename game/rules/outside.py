"""Outside options: ways to need the others less, and the marks they pass."""

from __future__ import annotations

from game.rules.draft import Draft


def drift(draft: Draft, months: int) -> None:
    """Let every option move at its own pace; a year's points are spread over its months."""
    before = draft.figures["month"]
    for option in draft.index.content.options.values():
        gained = option.drift * (before + months) // 12 - option.drift * before // 12
        draft.because(f"option:{option.id}", f"{option.name} moves on by itself")
        draft.shift(f"option.{option.id}", gained)
