"""Compiled agenda actions and clauses."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records.effects import Effect
from game.content.records.expressions import Amount, Expression
from game.content.records.stories import Outcome, Variant
from game.content.records.told import Counted, Told
from game.record import Record, field


class Action(Record):
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


class Watching(Record):
    """What a clause does to a partner that only watches: its trust in each of the two, moods."""

    trust: int = 0
    mood: tuple[tuple[str, int], ...] = ()


class Rung(Record):
    """A rung of the ladder: what it shuts, and what stepping up to it and down from it costs.

    `climb` and `descend` are capital, `face` is the standing that stepping down loses, and
    `clauses` and `actions` are what can't be agreed or done from this rung up. `tension` and
    `trust` are what a step up to it adds and takes (None: the more, the higher it is).
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
    tension: int | None = None
    trust: int | None = None


class Accident(Record):
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


class Clause(Record):
    """One thing that can stand in a deal. `gains`/`costs` by partner id, `any` for the rest.

    It runs for `months`, or `until_year` until the year that is its amount is over; with neither it
    is done when signed. While `during` holds it is delivered, else it rests, for which `idle` has
    the words. `holds` are figures and what is added to them while it is in force, `at_least` those
    that stand no lower then. To cancel it takes so many months' `notice`, and a `price` in points
    of standing. `home` is what a faction makes of it besides its likes when a deal is ratified, by
    faction. `witness` is what the third partner makes of it: by its id, `ally`, `outsider` or
    `any`.

    A `joint` clause, a mutual one, is of all three of a paper for which one convenes the others: it
    gives it, and `host` in `gains` and `costs` is its part. `each` is done at signing for either
    side, of a joint clause for either of the two others. It `covers` so many million USD: what the
    others lose when the paper is broken.

    While it is in force the clauses that it `counts_as` are too, for whoever asks.
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
    months: Amount
    gains: Mapping[str, Amount]
    costs: Mapping[str, Amount]
    needs: Expression | None = None
    because: Told = ""
    during: Expression | None = None
    stays: Expression | None = None
    idle: Told = ""
    after: Told = ""
    until_year: bool = False
    notice: int = 3
    price: int = 0
    sign: tuple[Effect, ...] = ()
    monthly: tuple[Effect, ...] = ()
    holds: tuple[tuple[str, Amount], ...] = ()
    at_least: tuple[tuple[str, Amount], ...] = ()
    ends: tuple[Effect, ...] = ()
    breach: tuple[Effect, ...] = ()
    mood: tuple[tuple[str, int], ...] = ()
    home: Mapping[str, int] = field(default_factory=dict)
    witness: Mapping[str, Watching] = field(default_factory=dict)
    joint: bool = False
    each: tuple[Effect, ...] = ()
    covers: Amount = 0
    counts_as: tuple[str, ...] = ()

    @property
    def lasts(self) -> bool:
        """Whether it runs for some time; else it is done when signed."""
        return self.until_year or self.months != 0
