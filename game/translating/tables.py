"""The words of what the rules say: the tables in `game.narration.words`, by code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from game.narration import words
from game.narration.hardware import TUNNEL_WORDS
from game.narration.words import TEMPLATES
from game.narration.words.aboard import SKILLS
from game.narration.words.hardware import SEGMENTS, WHYS
from game.narration.words.names import SLOTS, THREADS
from game.narration.words.plural import Plural, Worded
from game.narration.words.voices import NEUTRAL
from game.translating.entry import Entry

WORDS = Path(str(words.__file__)).parent
NAMED: Mapping[str, Mapping[str, str]] = {
    "skill": SKILLS,
    "segment": SEGMENTS,
    "thread": THREADS,
    "decision": SLOTS,
    "the tunnel": TUNNEL_WORDS,
}
"""By context: tables of names that stand in what is said."""


def table_entries() -> Iterator[Entry]:
    """Yield the words of every code, of names within them, and of offices without a voice."""
    lines = _lines()
    for code, template in TEMPLATES.items():
        if isinstance(template, Plural):
            place, remark = _place(lines, code), f"agrees with {{{template.by}}}"
            yield Entry(template.one, code, template.many, place, (remark,))
        elif template and not isinstance(template, Worded):
            yield Entry(template, code, places=_place(lines, code))
    for code, said in WHYS.items():
        yield Entry(said, code, places=_place(lines, code), remarks=("after a flight's name",))
    for context, names in NAMED.items():
        for name in names.values():
            yield Entry(name, context)
    for kind, ways in NEUTRAL.items():
        for way in ways:
            yield Entry(way, f"voice.{kind}")


def _lines() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Return where the codes stand, by their lines as written."""
    found: dict[str, tuple[tuple[str, int], ...]] = {}
    for path in sorted(WORDS.glob("*.py")):
        place = path.relative_to(WORDS.parents[2]).as_posix()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            key, colon, _rest = line.strip().partition('":')
            if colon and key.startswith('"'):
                found.setdefault(key[1:], ((place, number),))
    return found


def _place(
    lines: Mapping[str, tuple[tuple[str, int], ...]], code: str
) -> tuple[tuple[str, int], ...]:
    return lines.get(code, ())
