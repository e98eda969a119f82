"""What a partner believes about figures that others keep to themselves.

Public reports are never further off than their spread, but a leader who bluffs slants them: they
claim more of what makes a side hard to bargain with than there is, and the picture gets vaguer.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from game.content.paths import TOPICS
from game.rules.dice import between, draw
from game.rules.draft import Draft
from game.rules.figures import weight_path
from game.rules.index import Index
from game.rules.messages import message
from game.rules.state import Belief
from game.rules.table.secrets import appraised

FRESH_TURNS = 4  # how often public reports refresh a belief about what moves
STALE_PER_TURN = 1  # points of spread a turn without news
WEIGHT_STALE = 2  # the same for what a leader cares about, per cent
HEARSAY = 12  # spread of public reports about a leader who never bluffs, per cent
STRANGER = 10  # what a new leader adds to it
FORGOTTEN = 24  # what was once learned about a leader is never vaguer than this
BLUFF_PER_POINT = 4  # points of bluff that make reports a point vaguer
PARTS = 1000
SLANT: Mapping[str, int] = {"defiance": 1, "power": 1, "peace": -1, "people": -1}


def spread_of(path: str, value: int, bluff: int = 0) -> int:
    """Return how far off a public report may be, in the figure's own units."""
    if path.endswith(("treasury", "income")):
        return 5 + abs(value) // 10
    return (HEARSAY if ".weight." in path else 8) + bluff // BLUFF_PER_POINT


def spread_now(path: str, held: Belief, turn: int) -> int:
    """Return how far off a belief may be by now: it grows staler each turn."""
    age = turn - held.turn
    if ".weight." not in path:
        return held.spread + STALE_PER_TURN * age
    return max(held.spread, min(held.spread + WEIGHT_STALE * age, FORGOTTEN))


def learn(draft: Draft, partner: str, other: str) -> None:
    """Let a partner see another's private figures as they are now."""
    figures, turn = draft.figures, draft.state.turn
    held = draft.state.knowledge.get(partner, {})
    news = {path: Belief(figures[path], 0, turn) for path in _of(draft.index, partner, other)}
    draft.own("knowledge")[partner] = {**held, **news}
    draft.note("news", other, message("knowledge.learnt", partner=other), (partner,))


def introduce(draft: Draft, partner: str, persona: Mapping[str, int]) -> None:
    """Tell all others what is said in public about a partner's leader: the newer, the vaguer."""
    bluff, turn = persona.get("bluff", 0), draft.state.turn
    paths = [(weight_path(partner, topic), SLANT.get(topic, 0) * bluff) for topic in TOPICS]
    spread = spread_of(paths[0][0], 0, bluff) + (STRANGER if turn > 1 else 0)
    for chair in draft.index.chairs:
        if chair != partner:
            luck = draw(draft.state.seed, "belief", turn, f"{chair}/{partner}")
            told = {}
            for path, slant in paths:
                told[path] = _report(draft, path, spread, slant, luck)
                luck //= PARTS
            held = draft.state.knowledge.get(chair, {})
            draft.own("knowledge")[chair] = {**held, **told}


@lru_cache(maxsize=256)
def _of(index: Index, partner: str, other: str) -> tuple[str, ...]:
    """Return what another keeps from a partner."""
    return tuple(path for path in index.hidden[partner] if path.startswith(f"{other}."))


@lru_cache(maxsize=64)
def _moving(index: Index, partner: str) -> tuple[str, ...]:
    """Return what is hidden from a partner and moves from turn to turn: all but weights."""
    return tuple(path for path in index.hidden[partner] if ".weight." not in path)


def age(draft: Draft) -> None:
    """Refresh the beliefs that no public report has touched for some turns."""
    limit = draft.state.turn - FRESH_TURNS
    for partner in draft.index.chairs:
        held = draft.state.knowledge.get(partner, {})
        told = _moving(draft.index, partner)
        old = [q for q in told if q not in held or held[q].turn <= limit]
        if old:
            fresh = {path: _reported(draft, partner, path) for path in old}
            draft.own("knowledge")[partner] = {**held, **fresh}


def _reported(draft: Draft, partner: str, path: str) -> Belief:
    """Return what a public report says of a figure that moves; approvals are talked up."""
    bluff = 0
    if ".faction." in path:
        words, leaders = draft.state.words, draft.index.content.leaders
        leader = leaders.get(words[f"{path.partition('.')[0]}.leader"])
        bluff = leader.persona.get("bluff", 0) if leader else 0
    spread = spread_of(path, draft.figures[path], bluff)
    seed, turn = draft.state.seed, draft.state.turn
    luck = between(0, PARTS - 1, seed, "belief", turn, f"{partner}/{path}")
    return _report(draft, path, spread, bluff, luck)


def _report(draft: Draft, path: str, spread: int, slant: int, luck: int) -> Belief:
    """Return a report that is off by its spread at most, by luck in a thousand parts.

    `slant` per cent of the spread lean one way.
    """
    turn, value = draft.state.turn, draft.figures[path]
    lean = spread * slant // 100
    least, most = (lean - spread, spread) if lean > 0 else (-spread, spread + lean)
    told = value + least + luck % PARTS * (most - least + 1) // PARTS
    low, high = draft.index.bounds[path]
    return Belief(low if told < low else high if told > high else told, spread, turn)


def correct(draft: Draft) -> None:
    """Make news of an appraised figure that has left the range in which others believe it.

    Only figures that a clause's worth reads are watched: the range of an offer has to hold them.
    """
    watched = appraised(draft.index)
    for chair in draft.index.chairs if watched else ():
        held = draft.state.knowledge.get(chair, {})
        for path in watched & held.keys():
            off = abs(draft.figures[path] - held[path].estimate)
            if off > spread_now(path, held[path], draft.state.turn):
                told = _reported(draft, chair, path)
                draft.own("knowledge")[chair] = held = {**held, path: told}
