"""What one game leaves behind: a small frozen record that travels between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.rules.index import Index

WORLD_FIGURES = (
    "tension", "supplies", "integrity_usos", "integrity_ros", "altitude", "propellant", "power",
    "leak", "gyroscopes", "cohesion", "aboard", "rung.highest",
)  # fmt: skip
OWN_FIGURES = (
    "mandate", "treasury", "standing", "commitment", "rung",
)  # fmt: skip
SECONDS = {"cards": 25, "actions": 15, "table": 20}
"""Seconds that a person is thought to need for each decision of a sort."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often something could be taken and was; `alone` counts when nothing else could be."""

    open: int = 0
    taken: int = 0
    alone: int = 0


@dataclass(frozen=True, slots=True)
class Bargain:
    """A clause: turns of a chair in which it could be offered, offers, and what came of them.

    `signed` counts the deals struck, `by_card` those among them that cards struck; `ratified` came
    into force, `fallen` were let fall at home.
    """

    possible: int = 0
    offered: int = 0
    signed: int = 0
    ratified: int = 0
    fallen: int = 0
    by_card: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """How often a choice was tried against the others of its card, and how often it was best.

    `behind` sums the legacy points by which it fell behind the best of its card, a mean over the
    same dice for all, each time.
    """

    tried: int = 0
    best: int = 0
    behind: float = 0.0

    @property
    def regret(self) -> float:
        """Legacy points that the choice costs on average beside the best one of its card."""
        return self.behind / self.tried if self.tried else 0.0


@dataclass(frozen=True, slots=True)
class Row:
    """One game. `kept`: a crewed station with open hatches at the scenario's last turn.

    `pace` counts the decisions of the chair that a person would hold, by the sorts of `SECONDS`.
    `curves` holds, as each turn opens and at the end, the figures that `tracked` names.
    `choices` are keyed event/chair/choice, `actions` chair/action (a turn counts once), `talks`
    chair/pick, `dismissals` by chair, `verdicts` event/chair/choice. `first` is the turn in which
    an event first happened.
    """

    seed: int
    ending: str
    turns: int
    kept: bool
    decisions: int
    pace: Mapping[str, int]
    events: Mapping[str, int]
    choices: Mapping[str, Tally]
    actions: Mapping[str, Tally]
    clauses: Mapping[str, Bargain]
    talks: Mapping[str, int]
    dismissals: Mapping[str, int]
    curves: tuple[tuple[int, ...], ...]
    first: Mapping[str, int]
    verdicts: Mapping[str, Verdict]

    @property
    def minutes(self) -> float:
        """How long a person would have played, estimated from the decisions."""
        return sum(SECONDS[sort] * count for sort, count in self.pace.items()) / 60


def tracked(index: Index) -> tuple[str, ...]:
    """Return the figures that a row's curves hold, in their order."""
    chairs = index.chairs
    names = (*OWN_FIGURES, *(one.name for one in index.legacies))
    own = [f"{chair}.{name}" for chair in chairs for name in names]
    trust = [f"{a}.trust.{b}" for a in chairs for b in chairs if a != b]
    moods = [path for chair in chairs for path, _, _ in index.factions[chair]]
    deals = [f"deal.{clause}" for clause in index.content.clauses]
    return (*WORLD_FIGURES, *own, *trust, *moods, *deals)
