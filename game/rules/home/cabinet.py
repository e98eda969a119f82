"""Who advises each chair: four desks, each held by one, and those who wait to be called."""

from __future__ import annotations

from functools import lru_cache

from game.content.desks import DESKS
from game.content.records import Adviser
from game.content.records.content import BASE
from game.rules.draft import Draft
from game.rules.index import Index
from game.rules.messages import message
from game.rules.state import State

Bench = tuple[Adviser, ...]


def desk_word(chair: str, desk: str) -> str:
    """Return the word of a state that says whom a chair has called to a desk, if anybody."""
    return f"{chair}.adviser.{desk}"


@lru_cache(maxsize=32)
def benches(index: Index) -> dict[tuple[str, str], Bench]:
    """Return, by chair and desk, who sits there when the game starts, then the reserves by id."""
    found = {(chair, desk): _bench(index, chair, desk) for chair in index.chairs for desk in DESKS}
    return {place: bench for place, bench in found.items() if bench}


def _bench(index: Index, chair: str, desk: str) -> Bench:
    able = [a for a in index.content.advisers.values() if (a.partner, a.desk) == (chair, desk)]
    seated = [a for a in able if not a.reserve and _sits(index, a)]
    first = max(seated, key=lambda a: _claim(index, a), default=None)
    reserves = tuple(a for a in able if a.reserve)
    return reserves if first is None else (first, *reserves)


def _sits(index: Index, adviser: Adviser) -> bool:
    return not adviser.scenarios or index.scenario.id in adviser.scenarios


def _claim(index: Index, adviser: Adviser) -> tuple[int, bool]:
    """Return how strong a claim to a desk is: of a later pack, then for this scenario alone."""
    packs = [stamp.id for stamp in index.content.packs]
    owner = adviser.id.rpartition(":")[0] or BASE
    return packs.index(owner) if owner in packs else -1, bool(adviser.scenarios)


def seated(index: Index, state: State, chair: str, desk: str) -> Adviser | None:
    """Return who sits at a chair's desk now; None where nobody does."""
    bench = benches(index).get((chair, desk), ())
    called = state.words.get(desk_word(chair, desk), "")
    usual = bench[0] if bench and not bench[0].reserve else None
    return next((adviser for adviser in bench if adviser.id == called), usual)


def advisers(index: Index, state: State, chair: str) -> tuple[Adviser, ...]:
    """Return who advises a chair now, in the order of the desks."""
    found = (seated(index, state, chair, desk) for desk in DESKS)
    return tuple(adviser for adviser in found if adviser is not None)


def skill(index: Index, state: State, chair: str, desk: str) -> int:
    """Return how well a desk foresees, 1 to 5; 0 where nobody sits."""
    adviser = seated(index, state, chair, desk)
    return adviser.skill if adviser else 0


def next_in_line(index: Index, state: State, chair: str, desk: str) -> Adviser | None:
    """Return who would take a desk over: the next of its bench, round the end; None: nobody."""
    bench = benches(index).get((chair, desk), ())
    now = seated(index, state, chair, desk)
    place = bench.index(now) + 1 if now in bench else 0
    found = next(iter((*bench[place:], *bench[:place])), None)
    return None if found is now else found


def marks(index: Index) -> dict[str, tuple[str, ...]]:
    """Return the words that a state may have about desks, and whom each may name."""
    return {desk_word(*place): tuple(a.id for a in row) for place, row in benches(index).items()}


def call(draft: Draft, chair: str, desk: str) -> None:
    """Put the next in line at a desk of a chair, if there is anybody."""
    before = seated(draft.index, draft.state, chair, desk)
    after = next_in_line(draft.index, draft.state, chair, desk)
    if after is None:
        return
    draft.own("words")[desk_word(chair, desk)] = after.id
    came = message("adviser.comes", title=after.title)
    if before:
        came = message("adviser.replaces", title=after.title, before=before.title)
    draft.note("leader", f"{chair}.{desk}", came, (chair,))
