"""Text measured as a terminal shows it: in columns, of which a letter takes none, one or two.

Combining marks take none, most letters one, those of Chinese, Japanese and Korean two. Whatever
wraps, pads, centres or cuts text does it here; the screen measures with the same tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import TextWrapper

from rich.cells import cell_len

CUT = "…"
JOINER = "\u200d"
SPACE = re.compile(r"\s")
CLOSING = frozenset("、。，．・ー！？：；」』）】〉》")  # what never begins a line
WORDS = re.compile(r"(\s+)")


def width(text: str) -> int:
    """Return how many columns a line of text takes."""
    return cell_len(text)


def head(text: str, room: int) -> str:
    """Return as many of a text's first letters, whole ones, as there are columns."""
    if width(text) <= room:
        return text
    found = ""
    for letter in _letters(text):
        if width(found + letter) > room:
            break
        found += letter
    return found


def cut(text: str, room: int) -> str:
    """Return a text, or as much of it as there is room for, ending with a mark that says so."""
    if width(text) <= room:
        return text
    return head(head(text, room - width(CUT)) + CUT, room)


def pad(text: str, room: int) -> str:
    """Return a text with blanks after it up to a width; a wider one stays as it is."""
    return text + " " * (room - width(text))


def pad_left(text: str, room: int) -> str:
    """Return a text with blanks before it up to a width; a wider one stays as it is."""
    return " " * (room - width(text)) + text


def centre(text: str, room: int) -> str:
    """Return a text in the middle of a width; a wider one stays as it is."""
    return pad(" " * ((room - width(text)) // 2) + text, room)


def fit(text: str, room: int) -> str:
    """Return a text cut or padded to a width."""
    return pad(cut(text, room), room)


def wrap(
    text: str, room: int, first: str = "", later: str = "", whole_words: bool = False
) -> list[str]:
    """Return a text as lines of at most `room` columns, `first` and `later` before them.

    Lines break at blanks, after hyphens, beside wide letters, and inside a word that is wider than
    a line. With `whole_words` no word is broken, so that such a one makes a line too wide. A letter
    wider than the room stands on a line of its own. Without words there is no line.
    """
    lines: list[str] = []
    lead, line = first, ""
    for word in _pieces(text, whole_words):
        while word:
            space = room - width(lead) - width(line)
            if width(word) <= space or word.isspace() or (whole_words and not line):
                line += word if line or not lines or not word.isspace() else ""
                break
            if not whole_words and width(word) > room - width(later):
                part, word = _broken(word, space, least=0 if line else 1)
                line += part
            if line.strip():
                lines.append(lead + line.rstrip())
                lead = later
            line = ""
    return [*lines, lead + line.rstrip()] if line.strip() else lines


def shortened(text: str, room: int, most: int, more: str = " ...") -> list[str]:
    """Return at most so many lines of a wrapped text; where text is left out, `more` ends them."""
    lines = wrap(text, room)
    if len(lines) <= most:
        return lines
    last = wrap(lines[most - 1], room - width(more))
    return [*lines[: most - 1], (last[0] if last else "") + more]


def _pieces(text: str, whole_words: bool) -> Iterator[str]:
    """Yield words and the blanks between them, in pieces after which a line may break."""
    plain = SPACE.sub(" ", text)
    for word in filter(None, (WORDS if whole_words else TextWrapper.wordsep_re).split(plain)):
        yield from _between_wide(word) if width(word) > len(word) else (word,)


def _between_wide(word: str) -> Iterator[str]:
    """Yield a word in pieces that end where a wide letter ends or begins."""
    piece = last = ""
    for letter in _letters(word):
        if last and letter not in CLOSING and max(width(last), width(letter)) > 1:
            yield piece
            piece = ""
        piece += letter
        last = letter
    yield piece


def _broken(word: str, room: int, least: int) -> tuple[str, str]:
    """Return a word's letters up to a width, at best up to a hyphen, and the rest.

    Where there is room for none, `least` letters.
    """
    part = head(word, room) or "".join([*_letters(word)][:least])
    hyphened = part[: part.rfind("-") + 1]
    part = hyphened if hyphened.strip("-") else part
    return part, word[len(part) :]


def _letters(text: str) -> Iterator[str]:
    """Yield letters with what is set above, below or joined to them."""
    found = ""
    for sign in text:
        if found and width(sign) and not found.endswith(JOINER):
            yield found
            found = ""
        found += sign
    if found:
        yield found
