"""Performs the effects on what is counted and noted: figures, flags, words."""

from __future__ import annotations

from game.content.records import effects as r
from game.rules.draft import Draft
from game.rules.effects.performing import Actor, perform_clause, performs, value
from game.rules.table import treaties

TRACES = ("tension", "cohesion")  # figures whose moves by what is done leave something behind


@performs(r.Shift)
def _shift(draft: Draft, effect: r.Shift, actor: Actor) -> None:
    key = (effect.path, actor.chair, actor.target)
    path = draft.index.resolved.get(key) or draft.index.path(*key)
    by = effect.by
    if not isinstance(by, int):
        by = by.bind(actor.chair, actor.target)(draft.state, {"amount": actor.amount})
    if by < 0 and draft.state.held and path in draft.state.held:
        _forsaken(draft, path, draft.figures[path] + by, actor)
    moved = draft.shift(path, by)
    if moved and path in TRACES:
        _leave_trace(draft, path, moved, actor)


def _leave_trace(draft: Draft, path: str, moved: int, actor: Actor) -> None:
    """Let what was done stay: who eases tension opens channels, what binds a crew is remembered."""
    if path == "cohesion":
        if moved > 0:
            draft.shift("shared", (moved + 1) // 2)
    elif actor.chair:
        draft.shift("channels", -moved)


@performs(r.Assign)
def _assign(draft: Draft, effect: r.Assign, actor: Actor) -> None:
    path = draft.index.path(effect.path, actor.chair, actor.target)
    before, wanted = draft.figures[path], value(draft, effect.to, actor)
    broken = path in draft.state.held and _forsaken(draft, path, wanted, actor)
    draft.place(path, wanted)
    moved = draft.figures[path] - before
    treaties.count_years(draft, path, moved if actor.chair else 0, broken)


def _forsaken(draft: Draft, path: str, wanted: int, actor: Actor) -> bool:
    """Return whether somebody breaks its own deals by taking a figure below what they keep."""
    own = bool(actor.chair) and path.startswith(f"{actor.chair}.")
    return own and treaties.forsake(draft, actor.chair, path, wanted, perform_clause)


@performs(r.SetFlag)
def _flag(draft: Draft, effect: r.SetFlag, actor: Actor) -> None:
    draft.own("flags")[effect.flag] = value(draft, effect.to, actor)


@performs(r.SetWord)
def _word(draft: Draft, effect: r.SetWord, actor: Actor) -> None:
    draft.own("words")[effect.word] = effect.to
    draft.dirty.add("ships")  # ports and power hang on the words
