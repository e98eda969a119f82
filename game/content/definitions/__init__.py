"""Every kind of object that a pack may define, as its author writes it."""

from __future__ import annotations

from game.content.definitions.advisers import Adviser
from game.content.definitions.base import Definition
from game.content.definitions.figures import Figure, Measure
from game.content.definitions.home import Grievance, Vote
from game.content.definitions.scenarios import Scenario
from game.content.definitions.stories import Dilemma, Event, Pattern
from game.content.definitions.table import Accident, Action, Clause, Rung
from game.content.definitions.tests import Test
from game.content.definitions.voices import OfficeVoice
from game.content.definitions.world import (
    Codex,
    Ending,
    Faction,
    Flag,
    Leader,
    Lesson,
    Module,
    OutsideOption,
    Pad,
    Partner,
    Person,
    Scene,
    Slide,
    Source,
    Unused,
    Vehicle,
)
from game.content.definitions.worlds import World

__all__ = ["KINDS", "Definition"]

KINDS: dict[str, type[Definition]] = {
    "partner": Partner,
    "faction": Faction,
    "leader": Leader,
    "person": Person,
    "pad": Pad,
    "vehicle": Vehicle,
    "module": Module,
    "vote": Vote,
    "grievance": Grievance,
    "outside_option": OutsideOption,
    "flag": Flag,
    "source": Source,
    "clause": Clause,
    "action": Action,
    "rung": Rung,
    "accident": Accident,
    "event": Event,
    "dilemma": Dilemma,
    "pattern": Pattern,
    "ending": Ending,
    "slide": Slide,
    "scene": Scene,
    "codex": Codex,
    "adviser": Adviser,
    "voice": OfficeVoice,
    "lesson": Lesson,
    "figure": Figure,
    "measure": Measure,
    "world": World,
    "scenario": Scenario,
    "unused": Unused,
    "test": Test,
}
