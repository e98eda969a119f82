"""Compiled advisers."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records.told import Told
from game.record import Record, field


class Voice(Record):
    """Phrases of an adviser by stance; `{figure}` and `{amount}` stand for the chief reason.

    `of` holds more of them, for and against, by the faction that alone they may speak of.
    """

    pro: tuple[Told, ...]
    against: tuple[Told, ...]
    uneasy: tuple[Told, ...]
    of: Mapping[str, tuple[tuple[Told, ...], tuple[Told, ...]]] = field(default_factory=dict)


class Adviser(Record):
    """Who sits at a desk of a chair; skill 1-5, bias in per cent by watched figure (100: fair).

    A reserve sits nowhere until it is called; `scenarios` empty: in all of them.
    """

    id: str
    partner: str
    title: Told
    desk: str
    skill: int
    bias: Mapping[str, int]
    reserve: bool
    scenarios: tuple[str, ...]
    voice: Voice
    text: Told
