"""What a save may hold, told a second time by pydantic: the judge of what the game reads."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.rules.state import SlotKind

Name = Annotated[str, Field(max_length=200)]
Hash = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class PackMark(Part):
    id: str
    title: str
    version: str
    rules: str
    text: str


class Clause(Part):
    clause: str
    amount: int
    giver: str
    to: str = ""


class Counted(Part):
    code: Name
    args: dict[Name, int | Name] = {}


class Reason(Part):
    code: Name
    args: dict[Name, int | Name | Counted] = {}


class Taken(Part):
    chair: str
    kind: SlotKind
    pick: str
    target: str = ""
    terms: list[Clause] = []
    why: Reason | str = ""
    after: Annotated[str, Field(pattern=r"^([0-9a-f]{8})?$")] = ""


class Branched(Part):
    save: str
    turn: int


class Save(Part):
    format: int
    game: str
    saved_at: str
    scenario: str
    chair: str
    seed: int
    level: str
    hazards: str
    seats: dict[str, str]
    hindsight: bool
    packs: list[PackMark]
    chain: Annotated[list[Hash], Field(min_length=1)]
    decisions: list[Taken]
    opening: dict[str, Any] | None
    snapshot: dict[str, Any]
    iron: Annotated[str, Field(pattern=r"^[0-9a-f]{0,32}$")] = ""
    edited: bool = False
    parent: Branched | None = None
    met: list[Annotated[str, Field(max_length=200)]] = Field(default_factory=list)


def judged(body: str) -> dict[str, Any] | None:
    """Return what a save's JSON holds, every default filled in, or None where it is no save."""
    try:
        return Save.model_validate_json(body).model_dump(mode="json")
    except (ValidationError, ValueError):
        return None
