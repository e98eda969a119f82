"""Compiled cards: events, dilemmas, and what their desks may choose."""

from __future__ import annotations

from game.content.records.effects import Effect
from game.content.records.expressions import Amount, Basis, Expression
from game.content.records.told import Told
from game.record import Record


class Variant(Record):
    """One wording, when it is used (None: always), and what its words take for granted."""

    text: Told
    when: Expression | None = None
    asserts: Expression | None = None


Prose = tuple[Variant, ...]


class Outcome(Record):
    """One way a risky choice can go.

    Chances are per cent, taken in order out of what is left of a hundred; the last gets the rest.
    The first of `variants` that fits is told instead of `text`, as things stood when it was chosen.
    """

    chance: Amount
    text: Told
    effects: tuple[Effect, ...] = ()
    asserts: Expression | None = None
    variants: Prose = ()


class Advice(Record):
    """What the adviser at a desk (`station`, `money`, `abroad`, `home`) says of one choice."""

    desk: str
    text: Told


class Choice(Record):
    """One thing a desk may choose; `outcomes` is empty when the result is sure.

    `pro` and `against` are what advisers say for it or against it.
    """

    id: str
    text: Told
    history: bool = False
    capital: int = 0
    needs: Expression | None = None
    because: Told = ""
    effects: tuple[Effect, ...] = ()
    breaks: tuple[str, ...] = ()
    result: Prose = ()
    outcomes: tuple[Outcome, ...] = ()
    asserts: Expression | None = None
    pro: tuple[Advice, ...] = ()
    against: tuple[Advice, ...] = ()


class Desk(Record):
    """What one chair reads and may choose.

    The first of `recalls` whose condition holds is told below the card.
    """

    chair: str
    text: Prose
    choices: tuple[Choice, ...]
    asserts: Expression | None = None
    recalls: Prose = ()


class Role(Record):
    """A stand-in found when the event fires: a docked ship of a type, or a person of a partner."""

    name: str
    vehicle: str = ""
    carries: str = ""
    person: str = ""
    inside: str = ""
    lived: str = ""


class Result(Record):
    """What a dilemma's pair of answers leads to; `answers` maps chair to choice id or `any`."""

    answers: tuple[tuple[str, str], ...]
    text: Told
    effects: tuple[Effect, ...] = ()
    asserts: Expression | None = None


class PatternStep(Record):
    """A step of a pattern, what it is heard by in the keys of `game.content.past`.

    It is one of `on` within so many months (0: ever) of the step before and with none of `without`
    in between; or, `quiet`, so many months in which none of `without` happens.
    """

    on: tuple[str, ...] = ()
    within: int = 0
    quiet: int = 0
    without: tuple[str, ...] = ()


class Pattern(Record):
    """A short sequence of happenings."""

    id: str
    steps: tuple[PatternStep, ...]


class Event(Record):
    """A card, a headline, or (with `results`) a dilemma. Days are proleptic ordinals.

    `order` are the chairs whose desks are answered one after another, each knowing the earlier.
    `fits` are conditions, each of which makes a draw of it as much likelier as its weight.
    """

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
    secret: bool = False
    order: tuple[str, ...] = ()
    fits: tuple[Expression, ...] = ()
    asserts: Expression | None = None
