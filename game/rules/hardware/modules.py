"""Modules: an old half loses them one by one, and gets them back by care (F-33 to F-36).

That upkeep decides which part is worth its hours is reality's; the lines are the game's own.
"""

from __future__ import annotations

from functools import cache

from game.content.records import Content, Module
from game.rules.draft import Draft
from game.rules.effects import Actor, perform
from game.rules.messages import message
from game.rules.state import State

MARGIN = 10  # % over its line at which a module is opened again


@cache
def mark(module: str) -> str:
    """Return the key under which a state keeps the day on which a module was closed."""
    return f"module.{module}"


def closed(content: Content, state: State) -> tuple[Module, ...]:
    """Return the modules that are closed, by id."""
    return tuple(m for m in content.modules.values() if mark(m.id) in state.used)


def look_after(draft: Draft) -> None:
    """Close what a half can no longer keep up, and open what it can again."""
    for module in draft.index.content.modules.values():
        health = draft.figures[f"integrity_{module.segment}"]
        if mark(module.id) not in draft.state.used:
            if health <= module.fails:
                _close(draft, module)
        elif health >= module.fails + MARGIN:
            draft.own("used").pop(mark(module.id))
            _tell(draft, module, module.reopens)


def _close(draft: Draft, module: Module) -> None:
    draft.own("used")[mark(module.id)] = draft.figures["date"]
    _tell(draft, module, module.headline)
    perform(draft, module.effects, Actor())


def _tell(draft: Draft, module: Module, words: str) -> None:
    draft.because(f"module:{module.id}", message("module.worn", module=module.id))
    draft.note("headline", f"integrity_{module.segment}", draft.tell(words))
