"""The language that the game speaks: every word a player reads goes through here.

Words are marked where they stand: `_("{name} declines.", name=who)`; `ngettext` agrees with a
number, `pgettext` tells apart what English says alike, and `N_` marks words that are kept in a
table now and translated when they are told. Only what is told depends on the language: rules,
states, saves and computer players never ask for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import NullTranslations
from string import Formatter

from game.text.shapes import CONTEXT, shaped

ENGLISH = NullTranslations()
NUMBER = "n"  # the placeholder that holds the number of `ngettext`

_spoken = ENGLISH


def speak(translations: NullTranslations) -> None:
    """Speak a language from now on; `ENGLISH` is the game's own."""
    global _spoken  # one program speaks one language
    _spoken = translations


def spoken() -> NullTranslations:
    """Return the language that is spoken."""
    return _spoken


@contextmanager
def speaking(translations: NullTranslations) -> Iterator[None]:
    """Speak a language for a while."""
    before = _spoken
    speak(translations)
    try:
        yield
    finally:
        speak(before)


def N_(text: str) -> str:  # noqa: N802 - the name that extraction tools know
    """Return words as they are: they stand in the catalogue, and are translated when told."""
    return text


def _(text: str, /, **args: object) -> str:
    """Return words in the language spoken, their `{placeholders}` filled where any are given."""
    return _filled(_spoken.gettext(text), text, args)


def pgettext(context: str, text: str, /, **args: object) -> str:
    """Return words in the language spoken, of those alike in English the ones of a context."""
    return _filled(_spoken.pgettext(context, text), text, args)


def ngettext(one: str, many: str, n: int, /, **args: object) -> str:
    """Return words that agree with a number, which fills `{n}`."""
    english = one if n == 1 else many
    return _filled(_spoken.ngettext(one, many, n), english, {NUMBER: n, **args})


def npgettext(context: str, one: str, many: str, n: int, /, **args: object) -> str:
    """Return words of a context that agree with a number, which fills `{n}`."""
    english = one if n == 1 else many
    return _filled(_spoken.npgettext(context, one, many, n), english, {NUMBER: n, **args})


def unfilled(context: str, text: str) -> str:
    """Return words of a context in the language spoken, their placeholders left open."""
    return _spoken.pgettext(context, text)


def unfilled_number(context: str, one: str, many: str, n: int) -> str:
    """Return words of a context that agree with a number, their placeholders left open."""
    return _spoken.npgettext(context, one, many, n)


def in_shape(word: str, shape: str) -> str:
    """Return a word as a translation's placeholder wants it; empty: as it is."""
    return shaped(word, shape, _in_form) if shape else word


def _in_form(word: str, form: str) -> str:
    context = f"{CONTEXT}{form}"
    return _spoken.pgettext(context, word)


def _filled(told: str, english: str, args: dict[str, object]) -> str:
    """Return words with their placeholders filled; English where a translation names others."""
    if not args:
        return told
    return _with(told if told == english or _fits(told, args) else english, args)


def _with(text: str, args: dict[str, object]) -> str:
    parts: list[str] = []
    for literal, name, form, _conversion in Formatter().parse(text):
        parts.append(literal)
        if name is not None:
            named, _slash, shape = name.partition("/")
            parts.append(in_shape(format(args[named], form or ""), shape))
    return "".join(parts)


def _fits(told: str, args: dict[str, object]) -> bool:
    """Return whether a translation can be filled: no placeholder but those that are given."""
    try:
        _with(told, args)
    except (KeyError, ValueError, TypeError):
        return False
    return True
