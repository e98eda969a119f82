"""Compiled lessons: what a newcomer is told when a thing first comes up, and does for it."""

from __future__ import annotations

from typing import Literal

from game.content.records.expressions import Expression
from game.content.records.told import Told
from game.record import Record

DeedKind = Literal["point", "read", "put", "take"]


class Deed(Record):
    """What is to be done: of what `kind`, and with what.

    To `point` at choices, to `read` a page, to `put` a clause into a proposal, to `take` a choice.
    `what` is the page, the clause, or what is picked; empty where any of them will do.
    """

    kind: DeedKind
    what: str = ""


class Lesson(Record):
    """A short coaching text: where (`at`, a kind of decision) and when it comes up.

    It stays until its deed is done. Without `chairs` it is for all of them.
    """

    id: str
    title: Told
    text: Told
    at: str
    when: Expression | None
    order: int
    deed: Deed = Deed("take")
    chairs: frozenset[str] = frozenset()
