"""From checked definitions to the slotted records that the rules read."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import Any

from game.content import records as r
from game.content.definitions import Definition, scenarios, stories
from game.content.effects import FORMS, Effects, are_effects
from game.content.effects.declaring import PACK, Declared, parts_of
from game.content.expressions.library import Library
from game.content.expressions.screening import parse_date
from game.content.fields import Expr, Path, Recall, Ref, RoleName, Said, Strict, Telling, Variant
from game.content.objects import Objects, PackNames
from game.content.placeholders import qualified
from game.content.walk import Shape

SURE = 100  # per cent; of what is left, all


@dataclass(frozen=True, slots=True)
class Compiler:
    """Compiles the definitions of one pack: qualifies ids, binds names, counts days."""

    objects: Objects
    library: Library
    names: PackNames

    @property
    def world(self) -> str:
        """The world that the pack belongs to."""
        return self.objects.world(self.names.pack)

    def id(self, name: str, *kinds: str) -> str:
        """Return the qualified id that a checked name means."""
        return self.objects.find(kinds, name, self.names.pack) or name

    def partner(self, name: str) -> str:
        """Return a partner's id; `self`, `target` and `any` stay what they are."""
        return self.id(name, "partner") if name else ""

    def partners(self, names: list[str]) -> tuple[str, ...]:
        """Return partners' ids in the order written."""
        return tuple(self.partner(name) for name in names)

    def sources(self, definition: Definition) -> tuple[str, ...]:
        """Return the ids of what an object cites."""
        return self.cited(definition.sources)

    def cited(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return sources' ids in the order written."""
        return tuple(self.id(name, "source") for name in names)

    def condition(self, text: str | None) -> r.Expression | None:
        """Return a condition; None means always."""
        return None if text is None else self.library.condition(text)

    def happenings(self, text: str | None) -> tuple[str, ...]:
        """Return the keys by which a pattern hears of what a checked condition names."""
        if text is None:
            return ()
        return tuple(read.name.happening for read in self.library.condition(text).lookups())

    def amount(self, value: int | str) -> r.Amount:
        """Return a number or an expression."""
        return self.library.amount(int(value) if isinstance(value, bool) else value)

    def path(self, name: str) -> str:
        """Return a figure's name with its ids qualified."""
        return self.names.whole(name)

    def text(self, written: str | None) -> str:
        """Return a text as players read it; a mod's own partners get their whole id in braces."""
        return qualified((written or "").strip(), self.partner)

    def tellings(self, written: str | list[str] | None) -> tuple[str, ...]:
        """Return the texts that are told in turn; none where nothing is said."""
        several = [written] if isinstance(written, str) else written or ()
        return tuple(self.text(one) for one in several)

    def prose(self, text: str | Sequence[Variant | Telling | Recall]) -> r.Prose:
        """Return the wordings of a text."""
        if isinstance(text, str):
            return (r.Variant(self.text(text)),)
        when, asserts = ([self.condition(said) for said in each] for each in (
            [one.when for one in text], [one.asserts for one in text],
        ))  # fmt: skip
        words = (self.text(one.text) for one in text)
        return tuple(map(r.Variant, words, when, asserts))

    def effects(self, several: Effects) -> tuple[r.Effect, ...]:
        """Return effects in order; a map of several shifts becomes as many effects."""
        return tuple(chain.from_iterable(map(self._records, several)))

    def _records(self, written: Strict) -> list[r.Effect]:
        how = _making(type(written))
        record: Callable[..., r.Effect] = how.declared.record
        if how.declared.each:
            key, value = how.ends
            return [record(key(self, k), value(self, v)) for k, v in how.declared.pairs(written)]
        made = dict(how.declared.always)
        for name, reach, make in how.parts:
            value = reach(written)
            if value is not None:
                made[name] = make(self, value)
        if how.declared.of_pack:
            made[PACK] = self.names.pack
        return [record(**made)]

    def maps(self, several: list[Strict]) -> tuple[tuple[Any, ...], ...]:
        """Return for each map inside an effect what it says, in the order of its keys."""
        return tuple(
            tuple(_maker(shape)(self, reach(one)) for _, reach, shape in parts_of(type(one)))
            for one in several
        )

    def ship(self, name: str) -> str:
        """Return a ship reference: a role, `target`, or `docked <vehicle id>`."""
        docked, _, vehicle = name.partition(" ")
        return f"{docked} {self.id(vehicle, 'vehicle')}" if vehicle else name

    def terms(self, clauses: list[scenarios.HistoricalTerm]) -> tuple[tuple[str, int], ...]:
        """Return (clause, amount) pairs."""
        return tuple((self.id(one.clause, "clause"), one.amount) for one in clauses)

    def _chance(self, written: int | str | None) -> r.Amount:
        """Return a chance; one left out is whatever the others leave."""
        return SURE if written is None else self.amount(written)

    def outcomes(self, several: list[stories.Outcome]) -> tuple[r.Outcome, ...]:
        """Return the ways a risk can go."""
        return tuple(map(self._outcome, several))

    def _outcome(self, written: stories.Outcome) -> r.Outcome:
        *variants, usual = self.prose(written.text)
        return r.Outcome(
            self._chance(written.chance),
            usual.text,
            self.effects(written.effects),
            self.condition(written.asserts),
            tuple(variants),
        )


Maker = Callable[[Compiler, Any], Any]


@dataclass(frozen=True, slots=True)
class Making:
    """How the records of an effect are made: of its parts, or of the ends of each of its pairs."""

    declared: Declared
    parts: tuple[tuple[str, Callable[[Strict], Any], Maker], ...]
    ends: tuple[Maker, ...]


@cache
def _making(form: type[Strict]) -> Making:
    declared = FORMS.get(form)
    if declared is None:
        raise TypeError(form.__name__)
    parts = tuple((name, reach, _maker(shape)) for name, reach, shape in declared.parts())
    return Making(declared, parts, tuple(map(_maker, declared.ends())))


def _maker(shape: Shape) -> Maker:
    """Return what makes, of a value of an effect, what the rules read, by what marks its place."""
    match shape.marker:
        case Ref(kinds):
            return lambda c, name: c.id(name, *kinds)
        case Expr(wants="bool"):
            return Compiler.condition
        case Expr(low=0):
            return lambda c, value: c.library.due(value)
        case Expr():
            return Compiler.amount
        case Path():
            return Compiler.path
        case Said():
            return Compiler.text
        case RoleName("vehicle"):
            return Compiler.ship
    if shape.items is not None:
        return Compiler.effects if are_effects(shape.items) else Compiler.maps
    return lambda c, value: value


def day(text: str) -> date:
    """Return the day of a checked date; a month stands for its first day."""
    found = parse_date(text)
    if found is None:
        raise ValueError(text)
    return found


def last_day(text: str) -> date:
    """Return the last day that a checked date covers: a month stands for its last day."""
    found = day(text)
    if len(text) > len("2022-10"):
        return found
    return found.replace(day=calendar.monthrange(found.year, found.month)[1])
