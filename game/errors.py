"""Every exception of the game: one base, few kinds, each naming what a user can do about it."""

from __future__ import annotations

from collections.abc import Sequence


class HandshakeError(Exception):
    """Anything the game can explain to a user in a sentence, with the way out."""


class ContentError(HandshakeError):
    """Content that can't be loaded; carries the findings that say where and why."""

    def __init__(self, message: str, findings: Sequence[object] = ()) -> None:
        """Keep the findings (`game.content.findings.Finding`) beside the sentence."""
        super().__init__(message)
        self.findings = tuple(findings)


class PackError(HandshakeError):
    """A pack that is missing, of another format, or at odds with another pack."""


class IllegalDecision(HandshakeError):
    """A decision that may not be taken now; carries the reason as the rules say it."""

    def __init__(self, reason: object, words: str = "") -> None:
        """Keep the reason (`game.rules.messages.Message`); `words` are its words, where known."""
        super().__init__(words or str(reason))
        self.reason = reason


class SaveError(HandshakeError):
    """A saved game that can't be written, is unreadable, newer, or made with other packs."""

    def __init__(self, message: str, short: str = "") -> None:
        """Keep the reason in a few words too, for a head line."""
        super().__init__(message)
        self.short = short or "it didn't work"


class ChangedMeanwhile(SaveError):
    """A save that somebody else has written to since this game read it; it is left as it is."""


class LanguageError(HandshakeError):
    """A catalogue of translations that can't be read or spoken; English is told in its place."""


class UsageError(HandshakeError):
    """A wish on the command line that can't be met as it was written."""


class Interrupted(HandshakeError):
    """Work that its user broke off; the message says what is left of it."""
