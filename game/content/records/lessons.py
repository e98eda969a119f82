"""Compiled lessons: what a newcomer is told when a thing first comes up."""

from __future__ import annotations

from game.content.records.expressions import Expression
from game.content.records.told import Told
from game.record import Record


class Lesson(Record):
    """A short coaching text, told once: where (`at`, a kind of decision) and when it comes up."""

    id: str
    title: Told
    text: Told
    at: str
    when: Expression | None
    order: int
