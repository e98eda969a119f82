"""The small world with scenes, made by tests from a few words each."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from game.content import records as r
from game.session import Session
from game.session.telling import Telling
from tests.small import CONTENT
from tests.small_names import holds

MORNING = "cold_morning"  # an event of the small world's first turn


def scene(id_: str, on: str, *about: str, when: str = "", **more: Any) -> r.Scene:
    """Return a scene that tells its own id."""
    needs = holds(when) if when else None
    drawing, text = f"[ {id_} ]", (r.Variant(f"It is {id_}. It is told."),)
    words = {"title": id_, "drawing": drawing, "shows": f"A box, {id_}.", "text": text}
    flags = {"speaker": "", "great": False, "again": False}
    return r.Scene(id_, on, about, needs, **{**words, **flags, **more})


def staged(*scenes: r.Scene, content: r.Content = CONTENT) -> r.Content:
    """Return the small world with scenes."""
    return replace(content, scenes={one.id: one for one in scenes})


def names(telling: Telling, chair: str = "nasa", wish: str = "all") -> list[str]:
    """Return the scenes that have come up, by id."""
    return [shown.scene.id for _, shown in telling.due(chair, wish)]


def played(session: Session, telling: Telling, most: int = 60) -> list[str]:
    """Let computer players play, and return the scenes that come up on the way."""
    found: list[str] = []
    for _ in range(most):
        if session.over:
            break
        session.play_one()
        found += names(telling)
    return found
