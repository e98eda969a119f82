"""Placeholders: what a text leaves open until it is told. Their one grammar.

    {leader.nasa}  {office.nasa}  {partner.nasa}   who leads a partner, the office, the partner
    {ship.name}                                    who or what stands in an event's role
    {figure}  {amount}                             an adviser's chief reason
    {owner}  {other}  {name}  {capitals}           whose a figure is, towards whom, of what
    {city}  {clause}  {reason}                     where an office speaks from, of what, and why

A placeholder is a head and, after a dot, what it is about. After `leader`, `office` and `partner`
that is the whole id of a partner, so that the colon of `{leader.moon:agency}` parts pack and
partner as everywhere in content. Any other brace is none of a placeholder's and may not stand in
a text. Lint, compiler and telling all read texts through this module. A translation may add the
shape it needs them in (`game/text/shapes.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from game.text.language import in_shape
from game.text.shapes import SHAPE

OF_PARTNER = ("leader", "office", "partner")
OF_REASON = ("figure", "amount")
OF_FIGURE = ("owner", "other", "name", "capitals")
OF_SPEECH = ("city", "clause", "reason")
NAME = "name"
"""What may be told of a role."""

_BRACES = re.compile(r"\{[^{}]*\}|[{}]")
_ID = r"[a-z][a-z0-9_]*"
_WRITTEN = rf"\{{({_ID})(?:\.({_ID}(?::{_ID})?))?"
_PLACEHOLDER = re.compile(rf"{_WRITTEN}\}}")
_TRANSLATED = re.compile(rf"{_WRITTEN}({SHAPE})\}}")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A head and what it is about (empty for a reason, and for an office's voice)."""

    head: str
    about: str = ""

    @property
    def partner(self) -> str:
        """The id of the partner that it is about; empty when it is about something else."""
        return self.about if self.head in OF_PARTNER else ""

    def __str__(self) -> str:
        """Write it as texts do."""
        return f"{{{self.head}.{self.about}}}" if self.about else f"{{{self.head}}}"


@dataclass(frozen=True, slots=True)
class Braces:
    """Braces in a text: where, how they are written, and the placeholder if they are one."""

    offset: int
    written: str
    placeholder: Placeholder | None


def read(text: str) -> tuple[Braces, ...]:
    """Return all braces of a text in order; a lone one stands for itself."""
    if "{" not in text and "}" not in text:
        return ()
    found = ((match.start(), match.group()) for match in _BRACES.finditer(text))
    return tuple(Braces(start, written, _placeholder(written)) for start, written in found)


def _placeholder(written: str) -> Placeholder | None:
    match = _PLACEHOLDER.fullmatch(written)
    return Placeholder(match[1], match[2] or "") if match else None


def replaced(text: str, words: Callable[[Placeholder], str]) -> str:
    """Return a text with words for each placeholder; what isn't one stays as it is.

    A translation may want them in a shape of its own.
    """
    if "{" not in text:
        return text

    def told(match: re.Match[str]) -> str:
        return in_shape(words(Placeholder(match[1], match[2] or "")), match[3][1:])

    return _TRANSLATED.sub(told, text)


def qualified(text: str, partner: Callable[[str], str]) -> str:
    """Return a text whose placeholders name partners by the id that `partner` gives."""

    def whole(one: Placeholder) -> str:
        return str(Placeholder(one.head, partner(one.partner)) if one.partner else one)

    return replaced(text, whole)
