"""What a list tells of a save: a few facts of its record, small enough to be kept for thousands."""

from __future__ import annotations

from typing import Annotated, Any

from msgspec import Meta

from game.record import Record as AnyRecord
from game.record import field
from game.saves.record import Record

LATEST = 3  # decisions that are told of
SHORT = Annotated[str, Meta(max_length=200)]


class Did(AnyRecord, forbid_unknown_fields=True):
    """A decision as it was taken: who, of what kind, what, and at whom."""

    chair: SHORT
    kind: SHORT
    pick: SHORT
    target: SHORT = ""


class Summary(AnyRecord, forbid_unknown_fields=True):
    """A save in short: what it is, where it stands (`figures` by path), what was decided last.

    Of what was decided last there is only what its own chair did. `left` is the turn at which a
    branch left another game, 0 for none.
    """

    scenario: SHORT
    chair: SHORT
    saved_at: SHORT
    turn: int
    seed: int
    ending: SHORT = ""
    iron: bool = False
    edited: bool = False
    left: int = 0
    figures: dict[SHORT, int] = field(default_factory=dict)
    latest: Annotated[list[Did], Meta(max_length=LATEST)] = field(default_factory=list)


def summary_of(record: Record) -> Summary:
    """Return a record in short."""
    state = record.snapshot
    mine = (one for one in record.decisions if one.chair == record.chair and one.pick != "end")
    taken = list(mine)[-LATEST:]
    return Summary(
        scenario=record.scenario,
        chair=record.chair,
        saved_at=record.saved_at,
        turn=_number(state.get("turn")),
        seed=record.seed,
        ending=str(state.get("ending") or "")[:200],
        iron=bool(record.iron),
        edited=record.edited,
        left=record.parent.turn if record.parent else 0,
        figures=dict(_figures(state.get("figures"), record.chair)),
        latest=[Did(t.chair[:200], t.kind, t.pick[:200], t.target[:200]) for t in taken],
    )


def _number(value: Any) -> int:
    return value if type(value) is int else 1


def _figures(figures: Any, chair: str) -> list[tuple[str, int]]:
    """Return the figures that a list shows, as far as a snapshot has them, in their order."""
    paths = ("tension", f"{chair}.mandate", f"{chair}.capital", f"{chair}.treasury")
    known = figures if isinstance(figures, dict) else {}
    return [(path, known[path]) for path in paths if type(known.get(path)) is int]
