"""The happenings for which a scene may be written, and of what each can be about.

A code is one of the words that the narration has for what the rules say, or one of `STORY`: what
the content itself makes happen. A test holds the two together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that may open a scene: what it is, and the kinds of object that it names.

    `whose`: it opens for all, for the partners that it names alone, or for all but them.
    """

    text: str
    kinds: tuple[str, ...] = ()
    whose: Literal["all", "parties", "others"] = "all"


STORY = ("event", "choice", "record", "ending")
"""What the content makes happen: it has no words of the rules' own."""

_DEAL = ("clause", "partner")

HAPPENINGS: Mapping[str, Happening] = {
    "event": Happening("An event or dilemma comes up.", ("event", "dilemma")),
    "choice": Happening("A card has been answered.", ("event", "dilemma")),
    "record": Happening("Somebody outstays a record that the scenario knows.", ("partner",)),
    "ending": Happening("The run ends.", ("ending",)),
    "deal.signs": Happening("A deal comes into force, passed by both homes.", _DEAL, "parties"),
    "deal.ends": Happening("A deal runs out.", _DEAL, "parties"),
    "deal.broken": Happening("A deal is broken.", ("clause",)),
    "offer.declined": Happening("Somebody turns your offer down.", ("partner",), "others"),
    "vote.against": Happening("A home is against a deal that was signed.", _DEAL, "parties"),
    "vote.falls_told": Happening("A signed deal falls at home.", _DEAL, "parties"),
    "promise.kept": Happening("A promise is kept.", ("partner",)),
    "promise.broken": Happening("A promise is broken.", ("partner",)),
    "years.promised": Happening("A partner promises years.", ("partner",)),
    "years.recalls": Happening("A partner whose years are over recalls its crews.", ("partner",)),
    "ladder.climbs": Happening("A partner steps up the ladder.", ("partner",)),
    "ladder.descends": Happening("A partner steps down the ladder.", ("partner",)),
    "hatch.shut": Happening("The hatch between the two halves is shut."),
    "hatch.opens": Happening("The hatch between the two halves opens again."),
    "hatch.gone": Happening("The two halves let go of each other."),
    "ship.docks": Happening("A ship docks with nobody in it."),
    "ship.docks_crewed": Happening("A ship docks with a crew."),
    "ship.home": Happening("A ship brings its crew home."),
    "ship.home_early": Happening("A ship brings its crew home early."),
    "ship.down_empty": Happening("A damaged ship comes down empty."),
    "ship.damaged": Happening("A docked ship is damaged."),
    "crew.ordered_home": Happening("The station can't be kept: the crews are ordered home."),
    "command.given": Happening("Somebody takes command of the station."),
    "leader.named": Happening("An office goes to somebody on record.", ("partner",)),
    "leader.unnamed": Happening("An office goes to somebody invented.", ("partner",)),
    "debris.in_capsules": Happening("The crew waits for debris in its capsules."),
    "debris.strikes_home": Happening("Debris that nobody dodged strikes."),
    "gyroscope.stops_thrusters": Happening("Too few gyroscopes are left to hold the station."),
    "power.sheds": Happening("A half switches racks off for want of power."),
    "tunnel.shut": Happening("The tunnel is shut for good."),
    "fate.empty_usos": Happening("Let go, the American half can't be lived in."),
    "fate.empty_ros": Happening("Let go, the Russian half can't be lived in."),
}
"""By the code that stands in `on:`; `about:` may name objects of these kinds."""
