"""The words in the game's own source: whatever is marked there with gettext's names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from game.errors import UsageError
from game.translating.entry import Entry

GAME = Path(__file__).resolve().parents[1]
REMARK = "For translators:"
"""Begins a comment above words, for whoever translates them."""
MISSING = (
    "The words of the game's source are found with Babel, which isn't installed: "
    '`pip install "orbital-handshake[words]"`, or in a checkout `pip install -e ".[words]"`.'
)


def source_entries(game: Path = GAME) -> Iterator[Entry]:
    """Yield every text that is marked in the modules of the game, by module and line.

    Raises UsageError where Babel, which finds them, is not installed.
    """
    try:
        from babel.messages.extract import extract_from_file
    except ImportError as missing:
        raise UsageError(MISSING) from missing
    for path in sorted(game.rglob("*.py")):
        place = path.relative_to(game.parent).as_posix()
        found = extract_from_file("python", path, comment_tags=[REMARK], strip_comment_tags=True)
        for line, said, remarks, context in found:
            one, plural = (said, "") if isinstance(said, str) else (said[0], said[1])
            yield Entry(one, context or "", plural, ((place, line),), tuple(remarks))
