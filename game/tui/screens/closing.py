"""Screens that close once, however fast a key is pressed again."""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen

Result = TypeVar("Result")


class Closing(ModalScreen[Result]):
    """A screen laid over another; closing it again while it goes would close that one too."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result, if it is open."""
        if not self.is_active:
            return AwaitComplete()
        return super().dismiss(result)
