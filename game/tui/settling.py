"""A moment in which a key pressed too often is not taken for an answer."""

from __future__ import annotations

from time import monotonic

SECONDS = 0.35


class Settling:
    """Knows whether something has only just been put up; each press too early begins it anew."""

    def __init__(self) -> None:
        """Be settled."""
        self.until = 0.0
        self.subject: object = None
        self.place = -1

    def begin(self, subject: object = None, place: int = -1) -> None:
        """Start the moment: a subject is on the screen, its highlight on a place."""
        self.until = monotonic() + SECONDS
        self.subject, self.place = subject, place

    def early(self, place: int = -1) -> bool:
        """Return whether a press comes too early to be meant: soon, the highlight not moved."""
        too_early = place == self.place and monotonic() < self.until
        if too_early:
            self.begin(self.subject, place)
        return too_early
