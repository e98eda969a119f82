"""Screens that hear no key too early, and close once, however fast one is pressed again."""

from __future__ import annotations

from functools import partial
from typing import Any, TypeVar

from textual._styles_cache import StylesCache
from textual.await_complete import AwaitComplete
from textual.events import Resize
from textual.message_pump import Callback
from textual.screen import ModalScreen, Screen

Result = TypeVar("Result")


class Ready(Screen[Result]):
    """A screen whose keys do nothing before it has been laid out: they would find nothing there."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer nothing as long as there is nothing to act on."""
        return self.is_mounted and super().check_action(action, parameters)

    def call_after_refresh(self, callback: Callback, *args: Any, **kwargs: Any) -> bool:
        """Call something once what is there is drawn, unless the screen is closed by then."""
        return super().call_after_refresh(self._if_open, partial(callback, *args, **kwargs))

    def _if_open(self, callback: Callback) -> Any:
        return callback() if self in self.app.screen_stack else None

    async def _on_resize(self, event: Resize) -> None:
        """Hear only of the size that the window has.

        The toolkit lays a screen out for each size that it hears of, and tells it so again; of two
        that lie in its queue each would bring the other back, for ever.
        """
        if event.size != self.app.size:
            event.stop()
            event.prevent_default()

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
