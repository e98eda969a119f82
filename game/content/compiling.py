"""From checked definitions to the slotted records that the rules read."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from game.content import effect_bodies as b
from game.content import people_vocabulary as p
from game.content import records as r
from game.content import vocabulary as v
from game.content.definitions import Definition, scenarios, stories
from game.content.expressions.library import Library
from game.content.expressions.screening import parse_date
from game.content.fields import Strict, Variant
from game.content.objects import Objects, PackNames
from game.content.placeholders import qualified

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
        return tuple(self.id(name, "source") for name in definition.sources)

    def condition(self, text: str | None) -> r.Expression | None:
        """Return a condition; None means always."""
        return None if text is None else self.library.condition(text)

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

    def prose(self, text: str | list[Variant]) -> r.Prose:
        """Return the wordings of a text."""
        if isinstance(text, str):
            return (r.Variant(self.text(text)),)
        return tuple(r.Variant(self.text(one.text), self.condition(one.when)) for one in text)

    def effects(self, several: list[v.Effect]) -> tuple[r.Effect, ...]:
        """Return effects in order; a map of several shifts becomes as many effects."""
        return tuple(done for effect in several for done in self._effect(effect))

    def _effect(self, effect: Strict) -> Iterator[r.Effect]:
        match effect:
            case v.Shift():
                for path, by in effect.shift.items():
                    yield r.Shift(self.path(path), self.amount(by))
            case v.Assign():
                for path, to in effect.assign.items():
                    yield r.Assign(self.path(path), self.amount(to))
            case v.Mood():
                for topic, by in effect.mood.items():
                    yield r.Mood(topic, self.amount(by))
            case v.Flag():
                for flag, to in effect.flag.items():
                    yield r.SetFlag(self.id(flag, "flag"), self.amount(to))
            case v.SetWord():
                for word, to in effect.word.model_dump(exclude_none=True).items():
                    yield r.SetWord(word, to)
            case v.When():
                then, otherwise = self.effects(effect.do), self.effects(effect.otherwise)
                yield r.When(self.library.condition(effect.when), then, otherwise)
            case _:
                yield self._single(effect)

    def _single(self, effect: Strict) -> r.Effect:
        match effect:
            case v.Spend():
                return r.Spend(self.library.due(effect.spend))
            case v.Earn():
                return r.Spend(self.library.due(effect.earn), -1)
            case v.Schedule():
                body = effect.schedule
                return r.Schedule(self.id(body.event, "event", "dilemma"), body.in_months)
            case v.Cancel():
                return r.Cancel(self.id(effect.cancel, "event", "dilemma"))
            case v.Step():
                return r.Step(effect.step)
            case v.BreakThread():
                return r.BreakThread(effect.break_thread)
            case v.Headline():
                return r.Headline(self.text(effect.headline))
            case v.End():
                return r.End(self.id(effect.end, "ending"))
            case v.Study():
                return r.Study(self.partner(effect.study))
            case v.Invest():
                return r.Invest(self.id(effect.invest, "outside_option"))
            case v.Adviser():
                return r.CallAdviser(effect.adviser)
            case v.Breach():
                return r.Breach(self.id(effect.breach, "clause"))
        return self._of_ships(effect)

    def _of_ships(self, effect: Strict) -> r.Effect:
        match effect:
            case v.Flight():
                return self._flight(effect.flight)
            case v.Delay():
                delay = effect.delay
                return r.Delay(delay.flight, self.partner(delay.of), delay.days)
            case v.Harm():
                return r.Harm(self.ship(effect.harm.vehicle), effect.harm.fault)
            case v.Mend():
                return r.Mend(self.ship(effect.mend.vehicle))
            case v.Liner():
                liner = effect.liner
                return r.Liner(liner.person or liner.people, self.ship(liner.vehicle))
            case v.Extend():
                return r.Extend(self.ship(effect.extend.vehicle), effect.extend.days)
            case v.Recall():
                return r.Recall(self.partner(effect.recall.of))
            case v.Reboost():
                return r.Reboost(self.amount(effect.reboost.km), effect.reboost.by)
        return self._of_people(effect)

    def _of_people(self, effect: Strict) -> r.Effect:
        match effect:
            case p.Wellbeing():
                return self._wellbeing(effect.wellbeing)
            case p.Train():
                body = effect.train
                return r.Train(self.partner(body.of), body.skill, body.people, body.months)
            case p.Command():
                return r.Command(self.partner(effect.command))
            case p.Walk():
                return r.Walk(effect.walk)
            case p.BringHome():
                return r.BringHome(effect.bring_home)
        return self._of_words(effect)

    def _of_words(self, effect: Strict) -> r.Effect:
        match effect:
            case v.Leader():
                to = self.id(effect.leader.to, "leader")
                return r.ChangeLeader(self.partner(effect.leader.of), to)
            case v.Sign():
                sign = effect.sign
                other, terms = self.partner(sign.other), self.terms(sign.clauses)
                return r.Sign(other, terms, sign.months, sign.ratified)
            case v.Promise():
                made = effect.promise
                keep = self.library.condition(made.keep)
                text, to = self.text(made.text), self.partner(made.to)
                known = f"{self.names.pack}/{text}/{made.keep}"
                return r.MakePromise(to, text, made.in_months, keep, self.text(made.how), known)
        raise TypeError(type(effect).__name__)

    def _flight(self, body: b.FlightBody) -> r.BookFlight:
        vehicle = self.id(body.vehicle, "vehicle")
        return r.BookFlight(vehicle, body.crew, body.handle, body.in_days, body.name or "")

    def _wellbeing(self, body: b.WellbeingBody) -> r.Wellbeing:
        points = {"fatigue": body.fatigue, "morale": body.morale, "health": body.health}
        moved = tuple((what, by) for what, by in points.items() if by)
        ship = self.ship(body.vehicle) if body.vehicle else ""
        of = self.partner(body.of) if body.of else ""
        return r.Wellbeing(body.people or body.person, of, ship, moved)

    def ship(self, name: str) -> str:
        """Return a ship reference: a role, `target`, or `docked <vehicle id>`."""
        docked, _, vehicle = name.partition(" ")
        return f"{docked} {self.id(vehicle, 'vehicle')}" if vehicle else name

    def terms(
        self, clauses: list[b.TermBody] | list[scenarios.HistoricalTerm]
    ) -> tuple[tuple[str, int], ...]:
        """Return (clause, amount) pairs."""
        return tuple((self.id(one.clause, "clause"), one.amount) for one in clauses)

    def _chance(self, written: int | str | None) -> r.Amount:
        """Return a chance; one left out is whatever the others leave."""
        return SURE if written is None else self.amount(written)

    def outcomes(self, several: list[stories.Outcome]) -> tuple[r.Outcome, ...]:
        """Return the ways a risk can go."""
        return tuple(
            r.Outcome(self._chance(x.chance), self.text(x.text), self.effects(x.effects))
            for x in several
        )


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
