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


def learn(draft: Draft, partner: str, other: str) -> None:
    """Let a partner see another's private figures as they are now."""
    table = dict(draft.own("knowledge").get(partner, {}))
    for path in draft.index.hidden[partner]:
        if path.startswith(f"{other}."):
            table[path] = Belief(draft.figures[path], 0, draft.state.turn)
    draft.own("knowledge")[partner] = table


def age(draft: Draft) -> None:
    """Refresh the beliefs that no public report has touched for some turns."""
    limit = draft.state.turn - FRESH_TURNS
    for partner in draft.index.chairs:
        held = draft.state.knowledge.get(partner, {})
        old = [q for q in draft.index.hidden[partner] if q not in held or held[q].turn <= limit]
        if old:
            fresh = {path: _reported(draft, partner, path) for path in old}
            draft.own("knowledge")[partner] = {**held, **fresh}


def _reported(draft: Draft, partner: str, path: str) -> Belief:
    """Return what a public report says of a figure now: not far off, seldom right."""
    turn, value = draft.state.turn, draft.figures[path]
    spread = spread_of(path, value)
    noise = between(-spread, spread, draft.state.seed, "belief", turn, f"{partner}/{path}")
    low, high = draft.index.bounds[path]
    return Belief(min(max(value + noise, low), high), spread, turn)


def spread_now(belief: Belief, turn: int) -> int:
    """Return how far off a belief may be by now: it grows staler each turn."""
    return belief.spread + STALE_PER_TURN * (turn - belief.turn)
