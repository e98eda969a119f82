"""The kinds of value that a field of a definition may hold, each marked for the lint."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, ConfigDict, Discriminator, Field, PlainValidator, Tag
from pydantic.functional_validators import AfterValidator, BeforeValidator
from pydantic_core import PydanticCustomError

from game.content.expressions.screening import parse_date
from game.content.expressions.tree import LIMIT
from game.content.happenings import HAPPENINGS
from game.content.paths import Type
from game.text.near import no_such

ID_PATTERN = re.compile(r"[a-z][a-z0-9_]*")
SOURCE_PATTERN = re.compile(r"[A-Z][A-Z0-9]*-[0-9]+")
STEP = "~"
"""Begins the name of a union's branch, so that no key of content is ever taken for one."""


@dataclass(frozen=True, slots=True)
class Ref:
    """A text that names an object of one of these kinds, or is one of a few words.

    `other`: it names a partner that somebody has to do with, who decides and is somebody else.
    """

    kinds: tuple[str, ...]
    words: tuple[str, ...] = ()
    other: bool = False


@dataclass(frozen=True, slots=True)
class Expr:
    """A text that is an expression of a type.

    What never changes lies from `low` to `high`; `yes_no`: true and false may stand there too;
    `happens`: it names something that happens, or several such.
    """

    wants: Type
    low: int = -LIMIT
    high: int = LIMIT
    yes_no: bool = False
    happens: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """A text that names a figure which an effect changes."""


@dataclass(frozen=True, slots=True)
class RoleName:
    """A text that names one of the event's roles, or says `docked <vehicle>`."""

    what: Literal["vehicle", "person"]


@dataclass(frozen=True, slots=True)
class Said:
    """A text that a player reads; the lint knows how long each sort may be.

    `fills` tells which placeholders are filled when it is told: none, those of partners and of an
    event's roles, those of partners and of an adviser's reason, those of a figure's path, those of
    an office's voice or those of the words that a world replaces.
    """

    sort: Literal[
        "card", "choice", "line", "title", "long", "phrase", "reasoned", "drawing",
        "counsel",
    ]  # fmt: skip
    fills: Literal["", "story", "reason", "figure", "speech", "words"] = ""


@dataclass(frozen=True, slots=True)
class Handle:
    """A text that names a flight: the next of a partner, or one that is booked by that name.

    `books`: it is the name under which a flight is booked.
    """

    books: bool = False


@dataclass(frozen=True, slots=True)
class Bare:
    """A value that is nothing to look up; marked only so that its place is visited."""


Marker = Bare | Handle | Ref | Expr | Path | RoleName | Said


class Strict(BaseModel):
    """A map whose keys are all known, with values of exactly the declared type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, populate_by_name=False)


def _amount(value: Any) -> int | str:
    if isinstance(value, bool) or not isinstance(value, int | str):
        raise ValueError("an amount is a whole number or an expression")
    return value


def _flag_value(value: Any) -> bool | int | str:
    if not isinstance(value, bool | int | str):
        raise ValueError("a flag is set to true, false, a whole number or an expression")
    return value


def _start(value: Any) -> bool | int:
    if not isinstance(value, bool | int):
        raise ValueError("a flag starts at true, false or a whole number")
    return value


def _chance(value: Any) -> int | str:
    chance = _amount(value)
    if isinstance(chance, str) or 1 <= chance <= 100:
        return chance
    raise ValueError("a chance is a whole number from 1 to 100, or an expression")


def _condition(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        raise ValueError("a condition is an expression such as `tension > 60`")
    return value


def _happening(value: Any) -> Any:
    if isinstance(value, str) and value not in HAPPENINGS:
        raise ValueError(no_such("happening", value, HAPPENINGS))
    return value


def _day(value: str) -> str:
    if parse_date(value) is None:
        raise PydanticCustomError("bad_date", "a date is written YYYY-MM or YYYY-MM-DD")
    return value


def _without_braces(value: Any) -> Any:
    if isinstance(value, str) and not {"{", "}"}.isdisjoint(value):
        raise ValueError("nothing is filled in here, so no brace stands in it")
    return value


def prose_branch(value: Any) -> str:
    """Tell a text from a list of several."""
    return "~variants" if isinstance(value, list) else "~text"


def map_branch(value: Any) -> str:
    """Tell one map from a list of several."""
    return "~list" if isinstance(value, list) else "~map"


Amount = Annotated[int | str, PlainValidator(_amount), Expr("int")]
Natural = Annotated[int | str, PlainValidator(_amount), Expr("int", low=0)]
Chance = Annotated[int | str, PlainValidator(_chance), Expr("int", low=1, high=100)]
FlagStart = Annotated[bool | int, PlainValidator(_start)]
FlagValue = Annotated[bool | int | str, PlainValidator(_flag_value), Expr("int", yes_no=True)]
Condition = Annotated[str, PlainValidator(_condition), Expr("bool")]
Happening = Annotated[str, PlainValidator(_condition), Expr("bool", happens=True)]
Day = Annotated[str, AfterValidator(_day)]
Topic = Literal["peace", "science", "people", "power", "money", "defiance"]
TOPICS_OF_FIELDS: tuple[str, ...] = get_args(Topic)
Thread = Literal["leaders", "swaps", "crews", "commitments", "war", "hardware"]
Adventure = Literal["left_behind", "rescued", "guest", "long_stay", "sheltered"]
Segment = Literal["usos", "ros"]
Movement = Literal["opens", "closes", "writes", "falls", "rises"]
"""How a drawing comes to stand: from the middle, from both sides, as a pen writes, down, up."""
Stake = Literal[
    "thrust", "attitude", "deorbit", "power", "life", "data", "crew", "seats", "supply", "works",
    "money", "clauses",
]  # fmt: skip
Percent = Annotated[int, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0, le=10_000)]
Positive = Annotated[int, Field(ge=1, le=10_000)]
Small = Annotated[int, Field(ge=-1000, le=1000)]
Line = Annotated[str, Field(min_length=1), Said("line")]
Told = Annotated[str, Field(min_length=1), Said("line", "story")]
Long = Annotated[str, Field(min_length=1), Said("long")]
Title = Annotated[str, Field(min_length=1), Said("title")]
Drawing = Annotated[str, Field(min_length=1), Said("drawing")]
Phrase = Annotated[str, Field(min_length=1), Said("phrase", "story")]
Counsel = Annotated[str, Field(min_length=1), Said("counsel", "story")]
"""What an adviser says of one choice of one card."""
Reasoned = Annotated[str, Field(min_length=1), Said("reasoned", "reason")]
Spoken = Annotated[str, Field(min_length=1), Said("line", "speech")]
Called = Annotated[str, Field(min_length=1, max_length=100), BeforeValidator(_without_braces)]
"""What a ship or a rung is called: part of the state, so no placeholder is ever filled in it."""
Word = Annotated[str, Field(min_length=1, max_length=100)]
Label = Annotated[str, Field(min_length=1, max_length=100), Said("title")]
Sources = list[Annotated[str, Ref(("source",))]]

PartnerRef = Annotated[str, Ref(("partner",))]
SomePartner = Annotated[str, Ref(("partner",), ("self", "target"))]
OtherPartner = Annotated[str, Ref(("partner",), ("self", "target"), other=True)]
AnyPartner = Annotated[str, Ref(("partner",), ("any",))]
Party = Annotated[str, Ref(("partner",), ("any", "host"))]
Watcher = Annotated[str, Ref(("partner",), ("any", "ally", "outsider"))]
FactionRef = Annotated[str, Ref(("faction",))]
EventRef = Annotated[str, Ref(("event", "dilemma"))]
FlagRef = Annotated[str, Ref(("flag",))]
ActionRef = Annotated[str, Ref(("action",))]
ClauseRef = Annotated[str, Ref(("clause",))]
LeaderRef = Annotated[str, Ref(("leader",))]
PersonRef = Annotated[str, Ref(("person",))]
PadRef = Annotated[str, Ref(("pad",))]
VehicleRef = Annotated[str, Ref(("vehicle",))]
SomeOption = Annotated[str, Ref(("outside_option",), ("target",))]
ScenarioRef = Annotated[str, Ref(("scenario",))]
HappeningRef = Annotated[str, Ref(("clause", "partner", "event", "dilemma", "ending"))]
"""What a happening may be about."""
HappeningName = Annotated[str, BeforeValidator(_happening)]
EndingRef = Annotated[str, Ref(("ending",))]
ShipRole = Annotated[str, RoleName("vehicle")]
PersonRole = Annotated[str, RoleName("person")]
FlightName = Annotated[str, Handle()]
NewFlight = Annotated[Word, Handle(books=True)]
FigurePath = Annotated[str, Path()]
FigureName = Annotated[str, Expr("int")]
"""A figure that is shown; an expression that is nothing but a name."""


class Variant(Strict):
    """One wording of a text, the condition for it, and what its words take for granted."""

    when: Condition | None = None
    asserts: Condition | None = None
    text: Annotated[str, Field(min_length=1), Said("card", "story")]


class Recall(Strict):
    """A paragraph below a card that tells what this run has made of it."""

    when: Condition
    asserts: Condition | None = None
    text: Told


class Telling(Strict):
    """One wording of what came of a choice, told when that has happened."""

    when: Condition | None = None
    asserts: Condition | None = None
    text: Told


Came = Annotated[
    Annotated[Told, Tag("~text")] | Annotated[list[Telling], Field(min_length=1), Tag("~variants")],
    Discriminator(prose_branch),
]
"""What came of a choice, or variants of it."""
Tellings = Annotated[
    Annotated[Told, Tag("~text")] | Annotated[list[Told], Field(min_length=1), Tag("~variants")],
    Discriminator(prose_branch),
]
CardText = Annotated[
    Annotated[str, Field(min_length=1), Said("card", "story"), Tag("~text")]
    | Annotated[list[Variant], Field(min_length=1), Tag("~variants")],
    Discriminator(prose_branch),
]
