"""What the toolkit under the screen would say in English, said in the language spoken."""

from __future__ import annotations

from textual.command import CommandList, CommandPalette
from textual.theme import ThemeProvider

from game.text.language import _
from game.tui.inertness import InertApp
from game.tui.screens.closing import Closing


class Palette(CommandPalette, Closing[None]):
    """The toolkit's palette, which closes once: pressed twice it would close what lies below."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leaf through nothing where the window leaves the list no room: its lines aren't there."""
        if action == "command_list" and not all(
            found.scrollable_content_region for found in self.query(CommandList)
        ):
            return False
        return super().check_action(action, parameters)


class ToldApp(InertApp):
    """An app whose own dialogs speak the player's language."""

    def action_command_palette(self) -> None:
        """Offer every command."""
        if not isinstance(self.screen, CommandPalette):
            asked = _("Search for commands…")
            self.push_screen(Palette(id="--command-palette", placeholder=asked))

    def search_themes(self) -> None:
        """Offer every theme."""
        asked = _("Search for themes…")
        self.push_screen(Palette(providers=[ThemeProvider], placeholder=asked))

    def action_help_quit(self) -> None:
        """Say how to leave: many press Ctrl+C for it, which copies."""
        told = _("{key} leaves the game.", key="Ctrl+Q")
        self.notify(told, title=_("Leave the game?"), markup=False)
