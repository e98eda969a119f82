"""What is in danger, a line each; nothing takes no room. A click, or its key, tells why."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from game.text.language import _

KEY = "!"
TO_DANGER = {"@click": "screen.danger"}


class Alarms(Static):
    """The lines, and after the first how to come to what it comes from."""

    def __init__(self, *, id: str) -> None:
        """Tell of nothing yet."""
        super().__init__(markup=False, id=id)

    @property
    def why(self) -> Content:
        """What stands after the first line."""
        return Content.styled(f"  {_('({key}: why)', key=KEY)}", Style.from_meta(TO_DANGER))

    def tell(self, lines: Sequence[Content]) -> None:
        """Show the lines."""
        self.display = bool(lines)
        self.update(
            Content("\n").join([*(line.append(self.why) for line in lines[:1]), *lines[1:]])
        )
