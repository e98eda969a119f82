"""Compiled agenda actions and clauses."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records.effects import Effect
from game.content.records.expressions import Amount, Expression
from game.content.records.stories import Outcome, Variant
from game.record import Record, field


class Action(Record):
    """An agenda action that is always there; its `results` are told in turn.

    What `needs` locks is explained by the first of `locks` that holds, else by `because`.
    """

    id: str
    name: str
    text: str
    group: str
    chairs: tuple[str, ...]
    target: str = "none"
    capital: int = 0
    cooldown: int = 0
    needs: Expression | None = None
    because: str = ""
    locks: tuple[Variant, ...] = ()
    effects: tuple[Effect, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    results: tuple[str, ...] = ()


class Watching(Record):
    """What a clause does to a partner that only watches: its trust in each of the two, moods."""

    trust: int = 0
    mood: tuple[tuple[str, int], ...] = ()


class Rung(Record):
    """A rung of the ladder: what it shuts, and what stepping up to it and down from it costs.

    `climb` and `descend` are capital, `face` is the standing that stepping down loses, and
    `clauses` and `actions` are what can't be agreed or done from this rung up.
    """

    id: str
    number: int
    name: str
    text: str
    climb: int
    descend: int
    face: int
    clauses: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()


class Accident(Record):
    """A mishap that a strained station invites: odds are per cent a quarter for each rung.

    They count from the rung `start` up, by the highest that anybody stands on.
    """

    id: str
    name: str
    headline: str
    start: int
    odds: int
    when: Expression | None = None
    effects: tuple[Effect, ...] = ()


class Clause(Record):
    """One thing that can stand in a deal. `gains`/`costs` by partner id, `any` for the rest.

    `home` is what a faction makes of it besides its likes when a deal is ratified, by faction.
    `witness` is what the third partner makes of it: by its id, `ally`, `outsider` or `any`.
    """

    id: str
    name: str
    text: str
    mutual: bool
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    topic: str
    unit: str
    low: int
    high: int
    months: int
    gains: Mapping[str, Amount]
    costs: Mapping[str, Amount]
    needs: Expression | None = None
    because: str = ""
    after: str = ""
    sign: tuple[Effect, ...] = ()
    monthly: tuple[Effect, ...] = ()
    breach: tuple[Effect, ...] = ()
    mood: tuple[tuple[str, int], ...] = ()
    home: Mapping[str, int] = field(default_factory=dict)
    witness: Mapping[str, Watching] = field(default_factory=dict)
