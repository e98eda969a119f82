"""The closed set of effects: each is a map with one key that names it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from game.content.desks import Desk
from game.content.effect_bodies import (
    DelayBody,
    ExtendBody,
    FlightBody,
    HarmBody,
    LeaderBody,
    LinerBody,
    MendBody,
    PromiseBody,
    ReboostBody,
    RecallBody,
    ScheduleBody,
    SignBody,
    Words,
)
from game.content.fields import (
    STEP,
    Amount,
    Bare,
    ClauseRef,
    Condition,
    EndingRef,
    EventRef,
    FigurePath,
    FlagRef,
    FlagValue,
    Natural,
    SomeOption,
    SomePartner,
    Strict,
    Thread,
    Told,
    Topic,
)
from game.content.people_vocabulary import BringHome, Command, Train, Walk, Wellbeing


class Shift(Strict):
    """Add to figures."""

    shift: Annotated[dict[FigurePath, Amount], Field(min_length=1)]


class Assign(Strict):
    """Set figures."""

    assign: Annotated[dict[FigurePath, Amount], Field(min_length=1)]


class Spend(Strict):
    """Pay from the own treasury, million USD."""

    spend: Natural


class Earn(Strict):
    """Add to the own treasury, million USD."""

    earn: Natural


class Mood(Strict):
    """Please or anger the own factions by topic."""

    mood: Annotated[dict[Topic, Amount], Field(min_length=1)]


class Flag(Strict):
    """Set flags."""

    flag: Annotated[dict[FlagRef, FlagValue], Field(min_length=1)]


class SetWord(Strict):
    """Set a word."""

    word: Words


class Schedule(Strict):
    """Bring an event up later."""

    schedule: ScheduleBody


class Cancel(Strict):
    """Take an event off the schedule."""

    cancel: EventRef


class Flight(Strict):
    """Book a flight."""

    flight: FlightBody


class Delay(Strict):
    """Move a coming flight."""

    delay: DelayBody


class Harm(Strict):
    """Give a docked ship a fault."""

    harm: HarmBody


class Mend(Strict):
    """Clear a docked ship's fault."""

    mend: MendBody


class Liner(Strict):
    """Strap seat liners into a ship."""

    liner: LinerBody


class Extend(Strict):
    """Keep a docked ship and its crew longer."""

    extend: ExtendBody


class Recall(Strict):
    """Fly a partner's crew home early."""

    recall: RecallBody


class Reboost(Strict):
    """Raise the orbit."""

    reboost: ReboostBody


class Leader(Strict):
    """Hand an office over."""

    leader: LeaderBody


class Sign(Strict):
    """Strike a deal."""

    sign: SignBody


class Breach(Strict):
    """Break the own deals that hold a clause."""

    breach: ClauseRef


class Promise(Strict):
    """Promise something."""

    promise: PromiseBody


class Step(Strict):
    """Climb (1) or climb down (-1) the ladder."""

    step: Annotated[Literal[1, -1], Bare()]


class BreakThread(Strict):
    """Leave the record in one thread of history."""

    break_thread: Thread


class Headline(Strict):
    """A line for the chronicle."""

    headline: Told


class End(Strict):
    """End the run."""

    end: EndingRef


class Study(Strict):
    """Learn what another partner keeps to itself."""

    study: SomePartner


class Invest(Strict):
    """Put an invest step's money into an outside option (an id, or the action's target)."""

    invest: SomeOption


class Adviser(Strict):
    """Let the next in reserve take over a desk of the own advisers."""

    adviser: Annotated[Desk | Literal["target"], Bare()]


class When(Strict):
    """Effects under a condition."""

    when: Condition
    do: list[Effect]
    otherwise: list[Effect] = Field(alias="else", default_factory=list)


EFFECTS: dict[str, type[Strict]] = {
    "shift": Shift, "assign": Assign, "spend": Spend, "earn": Earn, "mood": Mood, "flag": Flag,
    "word": SetWord, "schedule": Schedule, "cancel": Cancel, "flight": Flight, "delay": Delay,
    "harm": Harm, "mend": Mend, "liner": Liner, "extend": Extend, "recall": Recall,
    "reboost": Reboost, "leader": Leader, "sign": Sign, "breach": Breach, "promise": Promise,
    "step": Step, "break_thread": BreakThread, "headline": Headline, "end": End, "study": Study,
    "invest": Invest, "wellbeing": Wellbeing, "train": Train, "command": Command, "walk": Walk,
    "bring_home": BringHome, "adviser": Adviser, "when": When,
}  # fmt: skip


def effect_branch(value: Any) -> str:
    """Return which effect a map is: the first key that names one, else its first key."""
    if not isinstance(value, dict):
        return STEP
    known = [key for key in value if key in EFFECTS]
    named = ["when"] if "when" in known else known or list(value)
    return STEP + (named[0] if named else "")


Effect = Annotated[
    Annotated[Shift, Tag("~shift")]
    | Annotated[Assign, Tag("~assign")]
    | Annotated[Spend, Tag("~spend")]
    | Annotated[Earn, Tag("~earn")]
    | Annotated[Mood, Tag("~mood")]
    | Annotated[Flag, Tag("~flag")]
    | Annotated[SetWord, Tag("~word")]
    | Annotated[Schedule, Tag("~schedule")]
    | Annotated[Cancel, Tag("~cancel")]
    | Annotated[Flight, Tag("~flight")]
    | Annotated[Delay, Tag("~delay")]
    | Annotated[Harm, Tag("~harm")]
    | Annotated[Mend, Tag("~mend")]
    | Annotated[Liner, Tag("~liner")]
    | Annotated[Extend, Tag("~extend")]
    | Annotated[Recall, Tag("~recall")]
    | Annotated[Reboost, Tag("~reboost")]
    | Annotated[Leader, Tag("~leader")]
    | Annotated[Sign, Tag("~sign")]
    | Annotated[Breach, Tag("~breach")]
    | Annotated[Promise, Tag("~promise")]
    | Annotated[Step, Tag("~step")]
    | Annotated[BreakThread, Tag("~break_thread")]
    | Annotated[Headline, Tag("~headline")]
    | Annotated[End, Tag("~end")]
    | Annotated[Study, Tag("~study")]
    | Annotated[Invest, Tag("~invest")]
    | Annotated[Wellbeing, Tag("~wellbeing")]
    | Annotated[Train, Tag("~train")]
    | Annotated[Command, Tag("~command")]
    | Annotated[Walk, Tag("~walk")]
    | Annotated[BringHome, Tag("~bring_home")]
    | Annotated[Adviser, Tag("~adviser")]
    | Annotated[When, Tag("~when")],
    Discriminator(effect_branch),
]
Effects = list[Effect]

When.model_rebuild()
