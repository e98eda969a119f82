"""How an office speaks: what it says to an offer, by the family of whoever leads it."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.content.definitions.base import Definition
from game.content.fields import PartnerRef, Spoken, Strict

Family = Literal["hawk", "trader", "builder", "peacemaker"]


class Says(Strict):
    """What is said, by kind of speech."""

    offer: list[Spoken] = Field(default_factory=list)
    accept: list[Spoken] = Field(default_factory=list)
    decline: list[Spoken] = Field(default_factory=list)
    counter: list[Spoken] = Field(default_factory=list)
    press: list[Spoken] = Field(default_factory=list)
    fall: list[Spoken] = Field(default_factory=list)
    breach: list[Spoken] = Field(default_factory=list)


class OfficeVoice(Definition):
    """Ways of saying, for all partners or one, for all families of leaders or one."""

    partner: PartnerRef | None = None
    family: Family | None = None
    says: Says
