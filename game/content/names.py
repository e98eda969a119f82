"""The names that a condition or an effect may use, and how each is found in a state."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from game.content import past
from game.content.paths import (
    AIMED,
    APPROVAL,
    FACTS,
    LOSS,
    OF_PARTNER,
    OUTAGE,
    OWN_FACTS,
    PARTNER,
    PROGRESS,
    THREADS,
    TRUST,
    WORDS,
    WORLD,
    Figure,
    Type,
)
from game.record import Record, field

Store = Literal["figures", "words", "flags", "fired", "scope", "past", "crew", "deals", "heard"]


MINE = "<partner>."
"""Begins the pattern of a figure that each chair has."""


def measured(id_: str, of: str) -> str:
    """Return the pattern of a world's own figure, of the `world` or of each `partner`."""
    return f"{MINE}{id_}" if of == "partner" else id_


class Name(Record):
    """How a name written in content is found in a state.

    `key` may hold `{self}` and `{target}`, filled when the expression is bound to a chair.
    """

    store: Store
    key: str
    type: Type
    figure: Figure | None = None
    secret: bool = False

    @property
    def private(self) -> bool:
        """Whether only its owner sees it."""
        return self.secret or (self.figure is not None and self.figure.private)

    @property
    def happening(self) -> str:
        """The key by which a pattern hears of it; empty of what is so and doesn't happen."""
        if self.store == "fired":
            return past.key("happened", self.key)
        unfinished = self.key.startswith("pattern/") and not self.key.endswith(past.DONE)
        return self.key if self.store in ("past", "heard") and not unfinished else ""

    @property
    def writable(self) -> bool:
        """Whether an effect may shift or assign it."""
        if self.store != "figures" or self.figure is None or self.figure.derived:
            return False
        return self.figure.name not in ("mandate", "low")


class Names(Record):
    """All names that exist for a set of packs.

    `choices` are by event who is offered each choice; `secret` are the events whose answers only
    their chooser knows; `patterns` are by id how many steps each has.
    """

    partners: frozenset[str] = frozenset()
    factions: dict[str, str] = field(default_factory=dict)
    options: frozenset[str] = frozenset()
    vehicles: frozenset[str] = frozenset()
    pads: frozenset[str] = frozenset()
    clauses: frozenset[str] = frozenset()
    flags: dict[str, Type] = field(default_factory=dict)
    events: frozenset[str] = frozenset()
    scenarios: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    choices: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    secret: frozenset[str] = frozenset()
    patterns: dict[str, int] = field(default_factory=dict)
    measures: dict[str, Figure] = field(default_factory=dict)

    def values(self, word: str) -> tuple[str, ...]:
        """Return all that a word may be; empty where that isn't known."""
        return tuple(sorted(self.scenarios)) if word == "scenario" else WORDS.get(word, ())

    def resolve(self, name: str) -> Name | None:
        """Return how to read `name`, or None when nothing of that name exists."""
        head, _, rest = name.partition(".")
        if not rest:
            return self._bare(name)
        found = self._prefixed(head, rest)
        return found or self._of_partner(head, rest)

    def recall(self, function: str, arguments: tuple[str, ...]) -> tuple[Name, ...] | past.Astray:
        """Return what a question about the past looks up, any of which answers it with yes.

        The function is one of `past.ASKED`, with as many arguments as it takes.
        """
        for place, argument in enumerate(arguments):
            known = self._able(past.ASKED[function].arguments[place], arguments)
            if known is not None and argument not in known:
                what = past.ASKED[function].arguments[place]
                return past.Astray(place, f'there is no {what} "{argument}"', tuple(sorted(known)))
        if function == "chose":
            return self._offered(arguments)
        return self._met(*arguments) if function == "pattern" else self._past(function, arguments)

    def _able(self, what: past.Argument, arguments: tuple[str, ...]) -> Iterable[str] | None:
        """Return what an argument may be; None where that isn't known."""
        match what:
            case "event":
                return self.events
            case "choice":
                return self.choices.get(arguments[0])
            case "clause":
                return self.clauses
            case "person":
                return self.people
            case "vehicle":
                return self.vehicles
            case "pattern":
                return self.patterns
            case "partner":
                return {*self.partners, "self", "target"}
        return past.VALUES[what]

    def _offered(self, arguments: tuple[str, ...]) -> tuple[Name, ...] | past.Astray:
        """Return what `chose` looks up, if the choice is offered to whom it asks about."""
        event, choice, *whose = arguments
        chairs = self.choices.get(event, {}).get(choice, ())
        if chairs and whose and not {*whose} <= {*chairs, "self", "target"}:
            said = f'"{choice}" is never offered to {whose[0]}'
            return past.Astray(2, said, chairs)
        if event in self.secret and not whose:
            return past.Astray(0, f'"{event}" is secret: say whose choice', code="E048")
        askable = whose or chairs or sorted(self.partners)
        known = [past.key("chose", event, choice, self._slot(who)) for who in askable]
        return tuple(Name("past", one, "bool", secret=event in self.secret) for one in known)

    def _met(self, pattern: str, stage: str = past.DONE) -> tuple[Name, ...]:
        """Return what a question about a pattern looks up."""
        many = self.patterns[pattern]
        steps = {past.DONE: (many,), past.WAITING: (many - 1,)}.get(stage, range(1, many))
        return tuple(Name("past", past.mark(pattern, step, many), "bool") for step in steps)

    def _past(self, function: str, arguments: tuple[str, ...]) -> tuple[Name, ...]:
        """Return what any other question about the past looks up."""
        known = zip(past.ASKED[function].arguments, arguments, strict=False)
        slots = [self._slot(one) if what == "partner" else one for what, one in known]
        secret = function == "offer"
        return tuple(Name(*where, secret=secret) for where in past.lookups(function, slots))

    def _bare(self, name: str) -> Name | None:
        if name == "date":
            return Name("figures", "date", "date")
        if name == "amount":
            return Name("scope", "amount", "int")
        if name == "target":
            return Name("figures", "{target}", "int", AIMED)
        if name in WORDS or name == "scenario":
            return Name("words", name, "text")
        if name in OF_PARTNER:
            return Name("words", f"{{self}}.{name}", "text")
        figure = WORLD.get(name) or FACTS.get(name) or self.measures.get(name)
        if figure:
            return Name("figures", name, "int", figure)
        return self._own("{self}", name)

    def _own(self, whose: str, name: str) -> Name | None:
        figure = PARTNER.get(name) or OWN_FACTS.get(name) or self.measures.get(f"{MINE}{name}")
        return Name("figures", f"{whose}.{name}", "int", figure) if figure else None

    def _prefixed(self, head: str, rest: str) -> Name | None:
        if f"{head}.{rest}" in FACTS:
            return Name("figures", f"{head}.{rest}", "int", FACTS[f"{head}.{rest}"])
        if head in ("aboard", "stranded") and self._is_partner(rest):
            return Name("figures", f"{head}.{self._slot(rest)}", "int", FACTS[head])
        if head == "docked" and rest in self.vehicles:
            return Name("figures", f"docked.{rest}", "int", FACTS["seats"])
        if head == "pad" and rest in self.pads:
            return Name("figures", f"pad.{rest}", "int", OUTAGE)
        if head == "option" and rest in self.options:
            return Name("figures", f"option.{rest}", "int", PROGRESS)
        return self._yes_or_no(head, rest)

    def _yes_or_no(self, head: str, rest: str) -> Name | None:
        if head == "flag" and rest in self.flags:
            return Name("flags", rest, self.flags[rest])
        if head == "happened" and rest in self.events:
            return Name("fired", rest, "bool")
        if head == "whole" and rest in THREADS:
            return Name("figures", f"whole.{rest}", "bool")
        if head in ("notice", "in_chair", "commander") and self._is_partner(rest):
            return Name("figures", f"{head}.{self._slot(rest)}", "bool")
        if head == "deal":
            return self._deal(rest)
        return None

    def _deal(self, rest: str) -> Name | None:
        clause, _, who = rest.partition(".")
        if clause not in self.clauses or (who and not self._is_partner(who)):
            return None
        key = f"deal.{clause}.{self._slot(who)}" if who else f"deal.{clause}"
        return Name("figures", key, "bool")

    def _of_partner(self, head: str, rest: str) -> Name | None:
        if head in ("trust", "faction", "loss"):
            return self._nested("{self}", f"{head}.{rest}")
        if not self._is_partner(head):
            return None
        whose = self._slot(head)
        if rest in OF_PARTNER:
            return Name("words", f"{whose}.{rest}", "text")
        return self._own(whose, rest) or self._nested(whose, rest)

    def _nested(self, whose: str, rest: str) -> Name | None:
        kind, _, what = rest.partition(".")
        if kind == "trust" and self._is_partner(what):
            return Name("figures", f"{whose}.trust.{self._slot(what)}", "int", TRUST)
        if kind == "loss" and self._is_partner(what):
            return Name("figures", f"{whose}.loss.{self._slot(what)}", "int", LOSS)
        if kind == "faction" and what in self.factions:
            return Name("figures", f"{whose}.faction.{what}", "int", APPROVAL)
        return None

    def _is_partner(self, word: str) -> bool:
        return word in self.partners or word in ("self", "target")

    def _slot(self, word: str) -> str:
        return f"{{{word}}}" if word in ("self", "target") else word

    def known(self) -> Iterable[str]:
        """Yield plain names for `did you mean`."""
        yield from (*WORLD, *PARTNER, *FACTS, *WORDS, *OWN_FACTS)
        yield from ("date", "amount", "target", "scenario", *OF_PARTNER)
        yield from (pattern.removeprefix(MINE) for pattern in self.measures)
        yield from (f"flag.{name}" for name in self.flags)
        yield from (f"option.{name}" for name in self.options)
        yield from (f"deal.{name}" for name in self.clauses)
        yield from (f"happened.{name}" for name in self.events)
        yield from (f"docked.{name}" for name in self.vehicles)
        yield from (f"pad.{name}" for name in self.pads)
        yield from (f"faction.{name}" for name in self.factions)
        yield from (f"trust.{name}" for name in self.partners)
        yield from (f"loss.{name}" for name in self.partners)
        yield from (f"whole.{name}" for name in THREADS)
        yield from (f"{who}.{name}" for who in sorted(self.partners) for name in PARTNER)
