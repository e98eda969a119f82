"""The effects that are about people: how they are, what they learn, who commands, who goes out."""

from __future__ import annotations

from typing import Annotated, Literal

from game.content.effect_bodies import TrainBody, WellbeingBody
from game.content.fields import Bare, SomePartner, Strict


class Wellbeing(Strict):
    """Move the fatigue, morale or health of people aboard."""

    wellbeing: WellbeingBody


class Train(Strict):
    """Send people on the ground into training; each gains a point of a skill."""

    train: TrainBody


class Command(Strict):
    """Hand command of the station to a partner's person aboard, if there is one."""

    command: SomePartner


class Walk(Strict):
    """Send the two best walkers outside, which tires them."""

    walk: Annotated[Literal["usos", "ros", "joint"], Bare()]


class BringHome(Strict):
    """Land the ship of whoever aboard is least well, or of whoever has been up longest."""

    bring_home: Annotated[Literal["unwell", "longest"], Bare()]
