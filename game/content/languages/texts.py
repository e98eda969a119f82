"""Where the texts of content stand, and the same content with other words in their places.

A place is told by ids, never by positions, so that it outlives every change of order:
`event:frost_in_the_floodlights/desk:nasa/choice:offer_dragon/text`. What has no id is known by a
digest of its condition, and what has no condition by one of its own English words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from game.content.records import (
    Choice,
    Content,
    DangerLine,
    Desk,
    Event,
    Milestone,
    Passage,
    Result,
    Stay,
    Variant,
    When,
)
from game.content.records.told import COUNTED, TOLD
from game.text.language import unfilled

Change = Callable[[str, str, str], str]
"""Returns what stands in a place instead of an English text; the third is its plural, or empty."""

KINDS: Mapping[str, str] = {
    "partners": "partner", "factions": "faction", "leaders": "leader", "people": "person",
    "vehicles": "vehicle", "pads": "pad", "events": "event", "actions": "action",
    "clauses": "clause", "options": "outside_option", "endings": "ending", "slides": "slide",
    "scenes": "scene", "codex": "codex", "sources": "source", "advisers": "adviser",
    "voices": "voice", "lessons": "lesson", "figures": "figure", "scenarios": "scenario",
    "rungs": "rung", "accidents": "accident", "modules": "module",
    "votes": "vote", "grievances": "grievance", "measures": "measure", "own_worlds": "world",
}  # fmt: skip
"""The fields of content in which texts stand, with the kind of their objects."""

_NAMED: Mapping[type, Callable[[Any], str]] = {
    Desk: lambda one: f"desk:{one.chair}",
    Choice: lambda one: f"choice:{one.id}",
    Result: lambda one: f"result:{','.join(f'{who}={answer}' for who, answer in one.answers)}",
    Milestone: lambda one: f"milestone:{one.at}",
    Stay: lambda one: f"record:{one.partner},{one.days}",
    Passage: lambda one: f"since:{date.fromordinal(one.since)}",
    When: lambda one: f"when:{digest(one.condition.text)}",
    DangerLine: lambda one: f"danger:{one.below},{one.above}",
}
"""What items of lists are known by."""


Fields = tuple[tuple[str, Any], ...]
_KNOWN: dict[type, Fields] = {}  # worked out once for each record


@dataclass(frozen=True, slots=True)
class Text:
    """An English text and where it stands; `plural` where it agrees with a number."""

    context: str
    english: str
    plural: str = ""


def texts(content: Content) -> tuple[Text, ...]:
    """Return every text of content that a player reads, by kind, id and field; each place once."""
    found: dict[Text, None] = {}

    def noted(context: str, english: str, plural: str) -> str:
        found[Text(context, english, plural)] = None
        return english

    _tables(content.original, noted)
    return tuple(found)


def in_language(content: Content) -> Content:
    """Return content as the language spoken tells it; where it has no words, the same content."""
    original, wordings = content.original, dict[str, str]()

    def told(context: str, english: str, plural: str) -> str:
        words = english if plural else unfilled(context, english)
        if words != english:
            wordings.setdefault(english, words)
        return words

    tables = _tables(original, told)
    return (
        replace(original, english=original, wordings=wordings, **tables) if wordings else original
    )


def unit_context(clause: str) -> str:
    """Return where the words for what a clause's amount counts stand."""
    return f"clause:{clause}/unit"


def _tables(content: Content, change: Change) -> dict[str, Any]:
    return {
        field: {
            id_: _record(one, f"{_kind(kind, one)}:{id_}", change)
            for id_, one in getattr(content, field).items()
        }
        for field, kind in KINDS.items()
    }


def _kind(kind: str, one: object) -> str:
    return "dilemma" if isinstance(one, Event) and one.results else kind


def _record(one: Any, at: str, change: Change) -> Any:
    """Return a record with its texts changed; the same where none is."""
    new = {}
    for name, hint in _fields(one):
        value = getattr(one, name)
        made = _value(value, hint, at, name, change)
        if made is not value:
            new[name] = made
    return replace(one, **new) if new else one


def _fields(one: object) -> Fields:
    """Return the fields of a record in which a text may stand, with their types."""
    kind = type(one)
    if kind not in _KNOWN:
        _KNOWN[kind] = _told(kind)
    return _KNOWN[kind]


def _told(record: type[Any]) -> Fields:
    hints = get_type_hints(record, include_extras=True)
    found = ((field.name, hints[field.name]) for field in fields(record))
    return tuple((name, hint) for name, hint in found if _may_tell(hint, (record,)))


def _may_tell(hint: Any, seen: tuple[type, ...]) -> bool:
    """Return whether a text may stand in what has such a type."""
    if get_origin(hint) is Annotated:
        return bool(set(get_args(hint)) & {TOLD, COUNTED})
    if isinstance(hint, type) and is_dataclass(hint):
        if hint in seen:
            return False
        inner = (*get_type_hints(hint, include_extras=True).values(), *hint.__subclasses__())
        return any(_may_tell(one, (*seen, hint)) for one in inner)
    return any(_may_tell(arg, seen) for arg in get_args(hint))


def _value(value: Any, hint: Any, at: str, name: str, change: Change) -> Any:
    """Return what stands in a field with its texts changed; the same where none is."""
    if isinstance(value, str):
        return _text(value, hint, f"{at}/{name}", change)
    if isinstance(value, tuple):
        inner = next((arg for arg in get_args(hint) if arg is not Ellipsis), hint)
        made = tuple(_item(one, inner, at, name, change) for one in value)
        return made if any(a is not b for a, b in zip(made, value, strict=True)) else value
    if isinstance(value, Mapping):
        inner = get_args(hint)[1]
        table = {key: _value(x, inner, at, f"{name}.{key}", change) for key, x in value.items()}
        return table if any(table[key] is not value[key] for key in value) else value
    return _record(value, f"{at}/{name}", change) if is_dataclass(value) else value


def _text(value: str, hint: Any, at: str, change: Change) -> str:
    if not value or not _may_tell(hint, ()):
        return value
    if COUNTED in get_args(hint):
        return change(at, value.removesuffix("s"), value) and value
    return change(at, value, "")


def _item(one: Any, hint: Any, at: str, name: str, change: Change) -> Any:
    """Return an item of a list with its texts changed; its place is what it is known by."""
    if isinstance(one, str):
        return _text(one, hint, f"{at}/{name}:{digest(one)}", change)
    if isinstance(one, tuple):
        return _value(one, hint, at, name, change)
    if isinstance(one, Variant):
        when = f":{digest(one.when.text)}" if one.when else ""
        text = change(f"{at}/{name}{when}", one.text, "")
        return one if text == one.text else replace(one, text=text)
    if isinstance(one, Passage) and not one.since:
        return _record(one, at, change)
    if type(one) in _NAMED:
        return _record(one, f"{at}/{_NAMED[type(one)](one)}", change)
    return _record(one, f"{at}/{name}:{digest(_first(one))}", change)


def _first(one: Any) -> str:
    """Return the first text in a record, by which it is known; empty where it holds none."""
    return next(_english(one), "")


def _english(one: Any) -> Iterator[str]:
    found: list[str] = []

    def noted(context: str, english: str, plural: str) -> str:
        found.append(english)
        return english

    for name, hint in _fields(one):
        value = getattr(one, name)
        if isinstance(value, str):
            _value(value, hint, "", name, noted)
    yield from found


def digest(text: str) -> str:
    """Return a few letters that stand for a text."""
    return sha256(text.encode()).hexdigest()[:8]
