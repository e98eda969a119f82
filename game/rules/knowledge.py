"""What a partner believes about figures that others keep to themselves."""

from __future__ import annotations

from game.rules.dice import between
from game.rules.draft import Draft
from game.rules.state import Belief

FRESH_TURNS = 4  # how often public reports refresh a belief
STALE_PER_TURN = 1  # points of spread a turn without news


def spread_of(path: str, value: int) -> int:
    """Return how far off a public report may be, in the figure's own units."""
    return 5 + abs(value) // 10 if path.endswith(("treasury", "income")) else 8


def hidden_paths(draft: Draft, partner: str) -> list[str]:
    """Return the figures that a partner can't see."""
    return [path for path, seen in draft.index.seen.items() if seen and partner not in seen]


def learn(draft: Draft, partner: str, other: str) -> None:
    """Let a partner see another's private figures as they are now."""
    table = dict(draft.own("knowledge").get(partner, {}))
    for path in hidden_paths(draft, partner):
        if path.startswith(f"{other}."):
            table[path] = Belief(draft.figures[path], 0, draft.state.turn)
    draft.own("knowledge")[partner] = table


def age(draft: Draft) -> None:
    """Let beliefs grow stale, and refresh the oldest from public reports."""
    for partner in draft.index.chairs:
        table = dict(draft.state.knowledge.get(partner, {}))
        for path in hidden_paths(draft, partner):
            table[path] = _aged(draft, partner, path, table.get(path))
        draft.own("knowledge")[partner] = table


def _aged(draft: Draft, partner: str, path: str, belief: Belief | None) -> Belief:
    turn = draft.state.turn
    if belief is None or turn - belief.turn >= FRESH_TURNS:
        value = draft.figures[path]
        spread = spread_of(path, value)
        noise = between(-spread, spread, draft.state.seed, "belief", turn, f"{partner}/{path}")
        low, high = draft.index.bounds[path]
        return Belief(min(max(value + noise, low), high), spread, turn)
    return Belief(belief.estimate, belief.spread + STALE_PER_TURN, belief.turn)
