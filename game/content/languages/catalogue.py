"""Catalogues of translations, as every editor of .po files writes them: read, and never trusted.

A catalogue may come from anywhere. It is read within a bound; a translation that could steer a
terminal, looks like markup, or names a placeholder that the English lacks is left out, and
English told in its place.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from gettext import NullTranslations, c2py
from pathlib import Path

import polib

from game.errors import LanguageError
from game.regular import read_regular, reason
from game.text.inert import inert
from game.text.language import NUMBER, _
from game.text.shapes import CONTEXT, bare

Key = tuple[str, str]
"""A context and an English text."""

MOST_BYTES = 8_000_000
MOST_ENTRIES = 100_000
USUAL = "nplurals=2; plural=(n != 1);"
COMPILED = ".mo"
_ORDERS = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}  # of a .mo's bytes
_PLURAL = re.compile(r"plural\s*=\s*([^;]+)")
_RULE = re.compile(r"^Plural-Forms:(.*)$", re.MULTILINE | re.IGNORECASE)
_LINES = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")  # all that `splitlines` parts at
_REMARKS = re.compile(r"^[ \t]*#(?!,).*$", re.MULTILINE)  # remarks, and texts that are gone
_ENDLESS = re.compile(r'(?:^[ \t]*".*\n){2000}', re.MULTILINE)
_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_MARKUP = re.compile(r"\[[A-Za-z/#@=$!]|\\")


@dataclass(frozen=True, slots=True)
class Translated:
    """One entry: where its text stands (empty: told by its English alone), and its translations.

    `plural` is the English plural of what agrees with a number; `line` 0 where there is none.
    """

    context: str
    english: str
    plural: str
    forms: tuple[str, ...]
    line: int = 0

    @property
    def key(self) -> Key:
        """By what it is looked up."""
        return self.context, self.english

    @property
    def wrong(self) -> str:
        """Why this can't be told, empty when it can."""
        return next(_wrongs(self), "")


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All that a catalogue holds, and how its language counts."""

    path: Path
    entries: tuple[Translated, ...]
    forms: str = ""

    @property
    def unusable(self) -> tuple[Translated, ...]:
        """The translations for which English is told."""
        return tuple(one for one in self.entries if one.wrong)


def placeholders(text: str) -> tuple[str, ...]:
    """Return the placeholders of a text as they are written, lone braces too."""
    return tuple(_BRACES.findall(text))


def _wrongs(entry: Translated) -> Iterator[str]:
    english = f"{entry.english} {entry.plural}"
    known = {*placeholders(english), *((f"{{{NUMBER}}}",) if entry.plural else ())}
    for told in entry.forms:
        strange = [one for one in placeholders(told) if bare(one) not in known]
        if strange:
            yield _("{placeholder} stands for nothing here", placeholder=strange[0])
        if inert(told) != told:
            yield _("it holds signs that could steer a terminal")
        if _MARKUP.search(told) and not _MARKUP.search(english):
            yield _("it holds what looks like markup")
        if "\n" in told and "\n" not in english:
            yield _("it has several lines where the English has one")


def read_catalogue(path: Path) -> Catalogue:
    """Return what a .po or .mo file holds. Raises LanguageError where it can't be read."""
    data = _bytes(path)
    try:
        entries = tuple((_of_mo if path.suffix == COMPILED else _of_po)(data))
    except UnicodeDecodeError as error:
        raise LanguageError(_("{file} isn't written in UTF-8.", file=path)) from error
    except Exception as damage:  # whatever a damaged file makes of its reader
        said = _("{file} is damaged: {why}.", file=path, why=_first_line(damage))
        raise LanguageError(said) from damage
    heads = [one.forms[0] for one in entries if not one.english]
    rules = [found[1] for head in heads if (found := _RULE.search(head))]
    told = tuple(one for one in entries if one.english and any(one.forms))
    return Catalogue(path, told, rules[0].strip() if rules else "")


def _bytes(path: Path) -> bytes:
    try:
        return read_regular(path, MOST_BYTES)
    except OSError as error:
        said = _("{file} can't be read: {why}.", file=path, why=reason(error))
        raise LanguageError(said) from error


def _of_po(data: bytes) -> Iterator[Translated]:
    """Yield what a .po holds, the head as the translation of nothing."""
    text = _LINES.sub("\n", data.decode("utf-8-sig"))
    if _ENDLESS.search(text):
        raise ValueError("a text in it is far too long")
    file = polib.pofile(f"{_REMARKS.sub('', text)}\n", check_for_duplicates=False)
    yield Translated("", "", "", (f"Plural-Forms: {file.metadata.get('Plural-Forms', '')}",))
    for entry in file:
        if not entry.obsolete and not entry.fuzzy:
            yield _entry(entry)


def _entry(entry: polib.POEntry) -> Translated:
    plural = entry.msgid_plural or ""
    several = [entry.msgstr_plural[n] for n in sorted(entry.msgstr_plural)] if plural else []
    forms = tuple(several or [entry.msgstr])
    return Translated(entry.msgctxt or "", entry.msgid, plural, forms, entry.linenum or 0)


def _of_mo(data: bytes) -> Iterator[Translated]:
    """Yield what a .mo holds, the head as the translation of nothing. Raises ValueError."""
    order = _ORDERS.get(data[:4], "")
    if not order or len(data) < struct.calcsize("<7I"):
        raise ValueError("it is no compiled catalogue")
    _magic, _version, count, *places = struct.unpack_from(f"{order}5I", data)
    if count > MOST_ENTRIES:
        raise ValueError("it holds too many texts")
    rows = [struct.unpack_from(f"{order}{2 * count}I", data, place) for place in places]
    if sum(length for row in rows for length in row[::2]) > len(data):
        raise ValueError("its texts overlap")
    ids, told = ([data[at : at + n] for n, at in _pairs(row)] for row in rows)
    for one, other in zip(ids, told, strict=True):
        context, _sign, text = one.decode().rpartition("\x04")
        english, _nil, plural = text.partition("\0")
        forms = other.decode().split("\0")
        yield Translated(context, english, plural, tuple(forms) if plural else (forms[0],))


def _pairs(row: tuple[int, ...]) -> Iterator[tuple[int, int]]:
    """Yield length and place of each text."""
    return zip(row[::2], row[1::2], strict=True)


def _first_line(error: Exception) -> str:
    said = str(error).partition("\n")[0][:100].rstrip(".")
    return inert(said) or type(error).__name__


class Spoken(NullTranslations):
    """A catalogue as it is spoken; where it has no words, what it falls back to, then English."""

    def __init__(self, entries: Iterable[Translated], form: Callable[[int], int]) -> None:
        """Speak what of these entries can be told; `form` tells which form a number takes."""
        super().__init__()
        usable = (one for one in entries if not one.wrong)
        self._texts = {one.key: one.forms for one in usable}
        self._texts.update(_inflected(self._texts))
        self._form = form

    def gettext(self, message: str) -> str:
        """Return words."""
        return self._texts.get(("", message), ("",))[0] or super().gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        """Return words of a context."""
        return self._texts.get((context, message), ("",))[0] or super().pgettext(context, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return words that agree with a number."""
        return self._agreeing("", msgid1, n) or super().ngettext(msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        """Return words of a context that agree with a number."""
        told = self._agreeing(context, msgid1, n)
        return told or super().npgettext(context, msgid1, msgid2, n)

    def _agreeing(self, context: str, one: str, n: int) -> str:
        forms = self._texts.get((context, one), ())
        with suppress(ArithmeticError, IndexError):  # the rule may be anything
            return forms[max(0, self._form(abs(n)))]
        return ""


def _inflected(texts: Mapping[Key, tuple[str, ...]]) -> dict[Key, tuple[str, ...]]:
    """Return the forms of names by the words that they are told in, as well as by the English."""
    names: dict[str, set[str]] = {}
    for (context, english), told in texts.items():
        if not context.startswith(CONTEXT):
            names.setdefault(english, set()).add(told[0])
    return {
        (context, name): told
        for (context, english), told in texts.items()
        if context.startswith(CONTEXT)
        for name in names.get(english, ())
    }


def translations(catalogue: Catalogue) -> NullTranslations:
    """Return a catalogue as it is spoken. Raises LanguageError where it can't count."""
    found = _PLURAL.search(catalogue.forms or USUAL)
    try:
        return Spoken(catalogue.entries, c2py(found[1] if found else ""))
    except Exception as damage:  # the rule is an expression of the catalogue's own
        said = _("{file} says wrongly how its language counts.", file=catalogue.path)
        raise LanguageError(said) from damage
