"""What an expression has read, for whoever wonders why it doesn't hold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.content.expressions.compiled import Compiled
from game.content.names import Name
from game.rules.state import State
from game.text.language import _
from game.text.lists import comma_listed


def values_read(expression: Compiled, state: State, chair: str) -> str:
    """Return what the names of an expression stand at: `tension is 50, hatch is open`."""
    return comma_listed(dict.fromkeys(_each(expression, state, chair)))


def _each(expression: Compiled, state: State, chair: str) -> Iterator[str]:
    for read in expression.lookups():
        value = _value(read.name, state, chair)
        if value is not None:
            yield _("{name} is {value}", name=read.text, value=value)


def _value(name: Name, state: State, chair: str) -> object:
    """Return what a name stands at; None for what can't be told in a word."""
    key = name.key.format(self=chair, target="")
    if name.store == "figures":
        value = state.figures.get(key)
        known = name.type == "date" and value is not None
        return date.fromordinal(value).isoformat() if known and value else value
    if name.store == "words":
        return state.words.get(key)
    if name.store == "flags":
        return state.flags.get(key)
    if name.store == "fired":
        return "true" if key in state.fired else "false"
    return None
