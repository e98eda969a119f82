"""Effects at home: money, factions, offices, advisers, outside options."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.desks import Desk
from game.content.effects.declaring import effect
from game.content.fields import (
    Amount,
    Bare,
    LeaderRef,
    Natural,
    SomeOption,
    SomePartner,
    Strict,
    Topic,
)
from game.content.records import effects as r


@effect(
    r.Spend,
    "spend: 90",
    "A choice that can't be paid is locked. Less than 0 is 0.",
    somebodys=True,
)
class Spend(Strict):
    """Pay from the own treasury, million USD."""

    spend: Natural


@effect(r.Spend, 'earn: "income // 2"', "Less than 0 is 0.", somebodys=True, sign=-1)
class Earn(Strict):
    """Add to the own treasury, million USD."""

    earn: Natural


@effect(
    r.Mood,
    "mood: {peace: 2, defiance: -1}",
    "Each moves by what it likes times the number: the usual way.",
    somebodys=True,
)
class Mood(Strict):
    """Please or anger the own factions by topic."""

    mood: Annotated[dict[Topic, Amount], Field(min_length=1)]


class LeaderBody(Strict):
    """Whose office, and to whom it goes."""

    of: SomePartner
    to: LeaderRef


@effect(r.ChangeLeader, "leader: {of: roscosmos, to: borisov}")
class Leader(Strict):
    """Hand an office over."""

    leader: LeaderBody


@effect(
    r.Invest,
    "invest: russian_station",
    "Pays and gains what the option says.",
    somebodys=True,
)
class Invest(Strict):
    """Put an invest step's money into an outside option (an id, or the action's target)."""

    invest: SomeOption


@effect(
    r.CallAdviser,
    "adviser: station",
    "The reserves of a desk come round in the order of their ids.",
    somebodys=True,
)
class Adviser(Strict):
    """Let the next in reserve take over a desk of the own advisers."""

    adviser: Annotated[Desk | Literal["target"], Bare()]
