"""A language that nobody speaks, made from English: what is told without it stays unaccented.

Every letter gets an accent and every vowel is doubled, so that words are about a third longer and
still can be read; placeholders stay. Whatever English word is left in what is told has not come
through the door (`game.text.language`), or is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from gettext import NullTranslations

_PLAIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "áƀćďéƒǧĥíĵķľḿńóṕɋŕśţúṽŵẋýžÁɃĆĎÉƑǦĤÍĴĶĽḾŃÓṔɊŔŚŢÚṼŴẊÝŽ"
_LETTERS = str.maketrans(_PLAIN, _ACCENTED)
_KEPT = re.compile(r"(\{[^{}]*\})")
_VOWELS = re.compile(r"([aeiou])(?!\1)")
_WORD = re.compile(r"[A-Za-z]{2,}(?:['’-][A-Za-z]+)*")


def pseudo(text: str) -> str:
    """Return a text in the pseudo-language, its placeholders as they were."""
    parts = _KEPT.split(text)
    return "".join(part if n % 2 else _accented(part) for n, part in enumerate(parts))


def _accented(text: str) -> str:
    return _VOWELS.sub(r"\1\1", text).translate(_LETTERS)


class Pseudo(NullTranslations):
    """Speaks the pseudo-language: `with speaking(Pseudo()): ...`."""

    def gettext(self, message: str) -> str:
        """Return words, accented."""
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return words that agree with a number, accented."""
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return words of a context, accented."""
        return pseudo(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return words of a context that agree with a number, accented."""
        return pseudo(msgid1 if n == 1 else msgid2)


def english_in(told: str, names: Iterable[str] = ()) -> Iterator[str]:
    """Yield the English words of what was told in the pseudo-language, but for these names.

    `names` are words that stay as they are in every language: ships, commands, ids, units.
    """
    known = {word for name in names for word in _WORD.findall(name)}
    yield from (word for word in _WORD.findall(told) if word not in known)
