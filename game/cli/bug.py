"""`handshake bug`: one file to attach to a report of something that went wrong."""

from __future__ import annotations

from game.report.bug import written
from game.text.language import _


def run(save: str) -> None:
    """Write a report with a save, the latest without a name, and say where it is."""
    print(_("Written: {file}", file=written((), save=save)))
    print(_("Attach that one file where you got the game from, and say what you did and expected."))
