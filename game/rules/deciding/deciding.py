"""How a kind of decision is decided: what it offers, judges, does and costs."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from game.content.records import Content, Outcome
from game.rules.decisions import Decision, Option
from game.rules.draft import Draft
from game.rules.index import Index
from game.rules.messages import Message
from game.rules.state import Slot, SlotKind, State

Cost = tuple[int, int]
"""Capital and money, million USD (negative: it earns)."""
FREE: Cost = (0, 0)


def sure(content: Content, state: State, decision: Decision) -> tuple[Outcome, ...]:
    """Return that nothing about a decision is left to chance."""
    return ()


def free(index: Index, state: State, decision: Decision) -> Cost:
    """Return that a decision costs nothing."""
    return FREE


@dataclass(frozen=True, slots=True)
class Deciding:
    """How a kind of decision is decided.

    `options` are all that exist now, `why_not` judges one (None: it may be taken), `carry_out` does
    what a legal one does at once, with the place of a risky outcome that is forced. `subjects` are
    what a slot of the kind may be about. `outcomes` are the ways that a decision can go, `cost` is
    what it takes at once, `causes` are those under which the ledger has its doing.
    """

    options: Callable[[Index, State, Slot], Iterable[Option]]
    why_not: Callable[[Index, State, Slot, Decision], Message | None]
    carry_out: Callable[[Draft, Slot, Decision, int], None]
    subjects: Callable[[Index, State, Slot], Collection[str]]
    causes: Callable[[Slot, Decision], tuple[str, ...]]
    outcomes: Callable[[Content, State, Decision], tuple[Outcome, ...]] = sure
    cost: Callable[[Index, State, Decision], Cost] = free


@lru_cache(maxsize=1024)
def bare(chair: str, kind: SlotKind, pick: str, target: str = "") -> Option:
    """Return a decision that needs nothing as an option; the same one each time."""
    return Option(Decision(chair, kind, pick, target))


def locked(option: Option, reason: Message | None) -> Option:
    """Return an option with what stands in its way, if anything does."""
    return Option(option.decision, reason) if reason else option


def leave(draft: Draft) -> None:
    """Let who decides now be done."""
    draft.state.queue = draft.state.queue[1:]
