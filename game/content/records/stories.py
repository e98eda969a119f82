"""Compiled cards: events, dilemmas, and what their desks may choose."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.records.effects import Effect
from game.content.records.expressions import Amount, Basis, Expression
from game.content.records.told import Told


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording and when it is used (None: always)."""

    text: Told
    when: Expression | None = None


Prose = tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way a risky choice can go.

    Chances are per cent, taken in order out of what is left of a hundred; the last gets the rest.
    """

    chance: Amount
    text: Told
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a desk may choose; `outcomes` is empty when the result is sure."""

    id: str
    text: Told
    history: bool = False
    capital: int = 0
    needs: Expression | None = None
    because: Told = ""
    effects: tuple[Effect, ...] = ()
    breaks: tuple[str, ...] = ()
    result: Told = ""
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What one chair reads and may choose."""

    chair: str
    text: Prose
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A stand-in found when the event fires: a docked ship of a type, or a person of a partner."""

    name: str
    vehicle: str = ""
    carries: str = ""
    person: str = ""
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a dilemma's pair of answers leads to; `answers` maps chair to choice id or `any`."""

    answers: tuple[tuple[str, str], ...]
    text: Told
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A card, a headline, or (with `results`) a dilemma. Days are proleptic ordinals."""

    id: str
    title: Told
    basis: Basis
    sources: tuple[str, ...] = ()
    thread: str = ""
    always: bool = False
    day: int | None = None
    first_day: int | None = None
    last_day: int | None = None
    weight: int = 0
    once: bool = True
    cooldown: int = 0
    when: Expression | None = None
    roles: tuple[Role, ...] = ()
    effects: tuple[Effect, ...] = ()
    headline: Told = ""
    desks: tuple[Desk, ...] = ()
    between: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()
    hazard: bool = False
