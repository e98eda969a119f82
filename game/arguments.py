"""What public functions are given, looked at before the rules are: a wrong kind gets a sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache, wraps
from inspect import Signature, isclass, signature
from types import UnionType
from typing import Any, Literal, ParamSpec, TypeVar, Union, get_args, get_origin, get_type_hints

from game.errors import UsageError
from game.text.counting import with_article

P = ParamSpec("P")
T = TypeVar("T")

LONGEST = 60
LOOKED_INTO = ("Setup", "Decision", "Term")
"""The records that callers make themselves, whose fields are looked at too."""

WAYS = {
    "Content": "game.load_content() returns one.",
    "State": "game.new_game(content, setup) begins one, game.view(...) shows one.",
    "View": "game.view(content, state, chair) returns one.",
    "Setup": "Make one with game.Setup(scenario, chair, seed).",
    "Decision": "game.options(content, state) lists them: take an option's `decision`.",
    "Term": "Make one with game.Term(clause, amount, giver).",
    "Player": "Make one from a class of your own that extends game.Player.",
    "Move": "Make one with game.Move(decision, reason).",
    "Random": "Make one with random.Random(seed).",
}
PLAIN = {int: "a whole number", str: "a text", bool: "True or False", float: "a number"}


def checked(function: Callable[P, T]) -> Callable[P, T]:
    """Return a function that raises UsageError, in a sentence, for arguments of a wrong kind."""

    @wraps(function)
    def door(*args: P.args, **kwargs: P.kwargs) -> T:
        _look(function, args, kwargs)
        return function(*args, **kwargs)

    return door


def _look(function: Callable[..., Any], given: tuple[Any, ...], named: Mapping[str, Any]) -> None:
    form, hints = _form(function)
    what = f"game.{function.__name__}"
    try:
        bound = form.bind(*given, **named)
    except TypeError as error:
        takes = ", ".join(form.parameters)
        raise UsageError(f"{what} takes ({takes}), but the call has {error}.") from error
    for name, value in bound.arguments.items():
        expect(value, hints[name], f"{what}: `{name}`")


@cache
def _form(function: Callable[..., Any]) -> tuple[Signature, dict[str, Any]]:
    return signature(function), get_type_hints(function)


def expect(value: object, hint: Any, what: str) -> None:
    """Raise UsageError unless a value is what a type hint asks for; `what` names it.

    States and content are taken on trust; what a hint can't say isn't looked at.
    """
    for place, wanted, found in _misfits(value, hint, what):
        way = WAYS.get(getattr(_chosen(wanted), "__name__", ""), "")
        raise UsageError(f"{place} must be {_named(wanted)}, not {_told(found)}. {way}".rstrip())


def _misfits(value: Any, hint: Any, what: str) -> Iterator[tuple[str, Any, Any]]:
    """Yield each place at which a value isn't what it should be, what it should be, and is."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        if all(any(_misfits(value, part, what)) for part in parts):
            yield what, hint, value
    elif hint is Any:
        return
    elif origin is Literal:
        if value not in parts:
            yield what, hint, value
    elif isclass(origin):
        yield from _in_many(value, origin, parts, what)
    elif isclass(hint):
        yield from _of_class(value, hint, what)


def _in_many(
    value: Any, origin: type, parts: tuple[Any, ...], what: str
) -> Iterator[tuple[str, Any, Any]]:
    """Yield what is wrong with a sequence or a table; a text is neither, though it is made so."""
    if not isinstance(value, origin) or isinstance(value, str):
        yield what, origin, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _misfits(key, parts[0], f"a key of {what}")
            yield from _misfits(item, parts[1], f"{what}[{key!r}]")
    elif isinstance(value, Sequence):
        for place, item in enumerate(value):
            yield from _misfits(item, parts[0], f"{what}[{place}]")


def _of_class(value: Any, hint: type, what: str) -> Iterator[tuple[str, Any, Any]]:
    if not isinstance(value, hint):
        yield what, hint, value
    elif hint.__name__ in LOOKED_INTO and is_dataclass(hint):
        hints = _fields(hint)
        for field in fields(hint):
            name = field.name
            yield from _misfits(getattr(value, name), hints[name], f"{what}.{name}")


@cache
def _fields(record: type) -> dict[str, Any]:
    return get_type_hints(record)


def _chosen(hint: Any) -> Any:
    """Return the last of several kinds, the one that isn't made without the game's help."""
    return get_args(hint)[-1] if get_origin(hint) in (Union, UnionType) else hint


def _named(hint: Any) -> str:
    """Return what a kind of value is called in a sentence."""
    if get_origin(hint) in (Union, UnionType):
        return " or ".join(_named(part) for part in get_args(hint))
    if get_origin(hint) is Literal:
        return f"one of {', '.join(get_args(hint))}"
    name = "nothing (None)" if hint is type(None) else with_article(hint.__name__)
    return PLAIN.get(hint, name)


def _told(value: object) -> str:
    """Return what somebody has given instead: its kind and, where it is short, itself."""
    if isinstance(value, type):
        return f"the class {value.__name__} itself"
    if value is None:
        return "None"
    shown = repr(value) if isinstance(value, (str, int, float)) else ""
    kind = f"a value of type {type(value).__name__}"
    return f"{shown} ({kind})" if 0 < len(shown) <= LONGEST else kind
