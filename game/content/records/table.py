"""Compiled agenda actions and clauses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from game.content.records.effects import Effect
from game.content.records.expressions import Amount, Expression
from game.content.records.stories import Outcome, Variant
from game.content.records.told import Counted, Told


@dataclass(frozen=True, slots=True)
class Action:
    """An agenda action that is always there; its `results` are told in turn.

    What `needs` locks is explained by the first of `locks` that holds, else by `because`.
    """

    id: str
    name: Told
    text: Told
    group: str
    chairs: tuple[str, ...]
    target: str = "none"
    capital: int = 0
    cooldown: int = 0
    needs: Expression | None = None
    because: Told = ""
    locks: tuple[Variant, ...] = ()
    effects: tuple[Effect, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    results: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Watching:
    """What a clause does to a partner that only watches: its trust in each of the two, moods."""

    trust: int = 0
    mood: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Rung:
    """A rung of the ladder: what it shuts, and what stepping up to it and down from it costs.

    `climb` and `descend` are capital, `face` is the standing that stepping down loses, and
    `clauses` and `actions` are what can't be agreed or done from this rung up.
    """

    id: str
    number: int
    name: Told
    text: Told
    climb: int
    descend: int
    face: int
    clauses: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accident:
    """A mishap that a strained station invites: odds are per cent a quarter for each rung.

    They count from the rung `start` up, by the highest that anybody stands on.
    """

    id: str
    name: Told
    headline: Told
    start: int
    odds: int
    when: Expression | None = None
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that can stand in a deal. `gains`/`costs` by partner id, `any` for the rest.

    `home` is what a faction makes of it besides its likes when a deal is ratified, by faction.
    `witness` is what the third partner makes of it: by its id, `ally`, `outsider` or `any`.
    """

    id: str
    name: Told
    text: Told
    mutual: bool
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    topic: str
    unit: Counted
    low: int
    high: int
    months: int
    gains: Mapping[str, Amount]
    costs: Mapping[str, Amount]
    needs: Expression | None = None
    because: Told = ""
    after: Told = ""
    sign: tuple[Effect, ...] = ()
    monthly: tuple[Effect, ...] = ()
    breach: tuple[Effect, ...] = ()
    mood: tuple[tuple[str, int], ...] = ()
    home: Mapping[str, int] = field(default_factory=dict)
    witness: Mapping[str, Watching] = field(default_factory=dict)
