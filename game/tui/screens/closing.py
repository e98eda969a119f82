"""Screens that hear no key too early, and close once, however fast one is pressed again."""

from __future__ import annotations

from typing import TypeVar

from textual._styles_cache import StylesCache
from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, Screen

Result = TypeVar("Result")


class Ready(Screen[Result]):
    """A screen whose keys do nothing before it has been laid out: they would find nothing there."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing as long as there is nothing to act on."""
        return self.is_mounted and super().check_action(action, parameters)

    def on_unmount(self) -> None:
        """Let go of its lines: this cache of the toolkit's holds on to every widget once drawn."""
        StylesCache.get_inner_outer.cache_clear()


class Closing(Ready[Result], ModalScreen[Result]):
    """A screen laid over another; closing it again while it goes would close that one too."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with a result, if it is open."""
        if not self.is_active:
            return AwaitComplete()
        return super().dismiss(result)
