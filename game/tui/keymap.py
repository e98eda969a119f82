"""Which keys can be changed, what they are without a change, and how the screen names them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from game.text.language import _
from game.text.near import did_you_mean

KEYMAP: Mapping[str, str] = {
    "why": "w", "crew": "c", "station": "s", "table": "t", "home": "m", "leaders": "d",
    "advisers": "a",
    "flights": "f", "power": "o", "leaving": "l", "chronicle": "h", "codex": "x", "news": "n",
    "keys": "?", "came": "v", "aims": "g", "jump": "i", "undo": "u", "end": "e", "leave": "q",
    "branch": "b", "report": "r", "lesson": "y",
}  # fmt: skip
KEPT = frozenset("0123456789jk,/!") | {
    "enter",
    "escape",
    "space",
    "up",
    "down",
    "left",
    "right",
    "tab",
    "ctrl+p",
    "ctrl+q",
    "ctrl+z",
}
NAMED = re.compile(r"^(?:[!-~]|f(?:[1-9]|1[0-2])|(?:ctrl|shift|alt)\+[a-z0-9]+)$")
ACTION = re.compile(r"^screen\.(?:go\('(\w+)'\)|(\w+))$")


def usable(wanted: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """Return which changes of keys can be made, and what is wrong with the others."""
    found: dict[str, str] = {}
    problems = []
    for name, key in wanted.items():
        problem = _problem(name, key)
        if problem:
            problems.append(problem)
        else:
            found[name] = key
    for name, other in _clashes({**KEYMAP, **found}):
        problems.append(_("{name} and {other} can't both be on one key", name=name, other=other))
        found.pop(name, None)
        found.pop(other, None)
    return found, problems


def _problem(name: str, key: str) -> str:
    if name not in KEYMAP:
        guess = did_you_mean(name, KEYMAP)
        told = _("nothing is called {name}", name=repr(name))
        return f"{told}; {guess}" if guess else told
    if key in KEPT:
        key = repr(key)
        return _("{key} can't be given to {name}: it has a use everywhere", key=key, name=name)
    if NAMED.match(key):
        return ""
    return _("{key} isn't a key, such as {some}", key=repr(key), some="z, ?, f5, ctrl+u")


def _clashes(keys: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return the pairs of names that share a key."""
    names = list(keys)
    return [
        (one, other)
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if keys[one] == keys[other]
    ]


def typed_as(key: str, character: str | None) -> str:
    """Return what a key that was pressed is called in the settings: `?`, `f5`, `ctrl+u`."""
    printed = character if character and character.isprintable() and len(key) > 1 else None
    return printed if printed and not key.startswith(("ctrl+", "alt+")) else key


def shown(key: str, action: str, changed: Mapping[str, str]) -> str:
    """Return the key that a hint names for an action, changed or not."""
    match = ACTION.match(action)
    return changed.get(match[1] or match[2], key) if match else key


def renamed(key: str, changed: Mapping[str, str]) -> str:
    """Return what has become of a key of the usual keymap."""
    name = next((name for name, usual in KEYMAP.items() if usual == key), "")
    return changed.get(name, key)
