"""A saved state brought up to what its packs call things now, without what is no more.

Ids that a pack has renamed are renamed wherever they stand. What is removed is forgotten: a card
that lay on a desk or was to come is withdrawn, and said to be.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.content.past import parted
from game.content.records import Content
from game.rules.encoding import decode_state, encode_state
from game.rules.kinds import KINDS
from game.rules.state import Slot, State
from game.text.language import _

_NO_TEXT = re.compile(r"[^\s]+")
_WORD = r"(?<![A-Za-z0-9_:]){}(?![A-Za-z0-9_:])"
CARDS = ("event", "dilemma")


@dataclass(frozen=True, slots=True)
class Followed:
    """A state as it is called now; whether a decision was withdrawn; what is said of it."""

    state: State
    withdrawn: bool = False
    told: tuple[str, ...] = ()


def follow(content: Content, state: State) -> Followed:
    """Return a state with what packs have renamed, and without what they have removed."""
    names = {old: new for table in content.renamed.values() for old, new in table.items()}
    named = _renamed(state, names) if names else state
    if not content.removed:
        return Followed(named)
    gone = {kind: table for kind, table in content.removed.items() if table}
    cards = {id_: title for kind in CARDS for id_, title in gone.get(kind, {}).items()}
    return _without(named, cards, gone)


def _renamed(state: State, names: Mapping[str, str]) -> State:
    """Return a state in which ids are called otherwise; what is told in words stays."""
    several = "|".join(re.escape(old) for old in sorted(names, key=len, reverse=True))
    old = re.compile(_WORD.format(f"({several})"))

    def anew(value: Any) -> Any:
        if isinstance(value, str):
            fits = _NO_TEXT.fullmatch(value)
            return old.sub(lambda found: names[found[1]], value) if fits else value
        if isinstance(value, dict):
            return {anew(key): anew(item) for key, item in value.items()}
        return [anew(one) for one in value] if isinstance(value, list) else value

    return decode_state(anew(encode_state(state)))


def _without(
    state: State, cards: Mapping[str, str], gone: Mapping[str, Mapping[str, str]]
) -> Followed:
    """Return a state without what is no more."""
    left = state.copy()
    left.queue = tuple(
        x for x in state.queue if not (KINDS[x.kind].of_a_card and x.subject in cards)
    )
    left.scheduled = tuple(x for x in state.scheduled if x.event not in cards)
    left.sealed = tuple(x for x in state.sealed if x.event not in cards)
    left.fired = _kept(state.fired, cards)
    left.roles = _kept(state.roles, cards)
    left.met = tuple(x for x in state.met if x not in cards)
    left.flags = _kept(state.flags, gone.get("flag", {}))
    ids = {"event": cards, "pattern": gone.get("pattern", {})}
    left.past = {key: day for key, day in state.past.items() if not _of(key, ids)}
    return Followed(left, left.queue != state.queue, tuple(_told(state, cards)))


def _of_card(slot: Slot) -> bool:
    return KINDS[slot.kind].of_a_card


def _kept(table: Mapping[str, Any], gone: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in table.items() if name not in gone}


def _of(key: str, gone: Mapping[str, Collection[str]]) -> bool:
    """Return whether a key of the past is of something that is no more."""
    return any(part in gone.get(what, ()) for part, what in parted(key))


def _told(state: State, cards: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for each card that lay on a desk or was to come."""
    on_desks = [x.subject for x in state.queue if _of_card(x)]
    for id_ in dict.fromkeys((*on_desks, *(x.event for x in state.scheduled))):
        if id_ in cards:
            yield _('The card "{title}" is withdrawn: the packs don\'t have it any more.',
                    title=cards[id_])  # fmt: skip
