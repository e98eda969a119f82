"""What the rules say, told in the words of the small world."""

from __future__ import annotations

from game.content.records import Content
from game.narration.words import lock_told
from game.rules.messages import Message
from tests.small import CONTENT


def said(message: Message | None, content: Content = CONTENT) -> str:
    """Return the words of a message, or nothing where there is none."""
    return lock_told(content, message)
