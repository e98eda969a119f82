"""Everything the packs define, compiled."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records.advisers import Adviser
from game.content.records.figures import FigureWords
from game.content.records.home import Grievance, Vote
from game.content.records.lessons import Lesson
from game.content.records.scenarios import Scenario
from game.content.records.stories import Event, Pattern
from game.content.records.table import Accident, Action, Clause, Rung
from game.content.records.voices import OfficeVoice
from game.content.records.world import (
    Codex,
    Ending,
    Faction,
    Leader,
    Module,
    OutsideOption,
    Pad,
    Partner,
    Person,
    Scene,
    Slide,
    Source,
    Vehicle,
)
from game.content.records.worlds import Measure, World
from game.record import Record, field
from game.text.brief import Brief

BASE = "base"
"""The pack that is always there; ids of the game's own packs have no prefix anywhere."""
STATION = "station"
"""The world in which packs live that name none."""


class PackStamp(Record):
    """A pack as a save remembers it: hashes of its rule fields and of its text."""

    id: str
    title: str
    version: str
    rules: str
    text: str


class Content(Brief, Record, eq=False):
    """Everything the packs define, by id, in sorted order; two are equal only if the same.

    `renamed` are by kind the ids that were, with what they are now, and `removed` those that are no
    more, with what players called them: saves follow both.

    `worlds` names by world the (field, id) that live in it; `world` is the one that this content
    has been narrowed to (`game.content.scoping`), empty for all. `had` are the paths of the figures
    that this world has, empty for all. `own_worlds` are what worlds have beyond their objects, with
    what they inherit from (`game.content.inheriting`).

    Content told in another language (`game.content.languages`) knows the `english` one it was made
    of, and by English text the `wordings` of what the rules have to say in content's words.
    """

    packs: tuple[PackStamp, ...]
    partners: Mapping[str, Partner] = field(default_factory=dict)
    factions: Mapping[str, Faction] = field(default_factory=dict)
    leaders: Mapping[str, Leader] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    vehicles: Mapping[str, Vehicle] = field(default_factory=dict)
    pads: Mapping[str, Pad] = field(default_factory=dict)
    modules: Mapping[str, Module] = field(default_factory=dict)
    votes: Mapping[str, Vote] = field(default_factory=dict)
    grievances: Mapping[str, Grievance] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    clauses: Mapping[str, Clause] = field(default_factory=dict)
    options: Mapping[str, OutsideOption] = field(default_factory=dict)
    patterns: Mapping[str, Pattern] = field(default_factory=dict)
    endings: Mapping[str, Ending] = field(default_factory=dict)
    slides: Mapping[str, Slide] = field(default_factory=dict)
    scenes: Mapping[str, Scene] = field(default_factory=dict)
    codex: Mapping[str, Codex] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    flags: Mapping[str, int] = field(default_factory=dict)
    advisers: Mapping[str, Adviser] = field(default_factory=dict)
    voices: Mapping[str, OfficeVoice] = field(default_factory=dict)
    lessons: Mapping[str, Lesson] = field(default_factory=dict)
    figures: Mapping[str, FigureWords] = field(default_factory=dict)
    measures: Mapping[str, Measure] = field(default_factory=dict)
    own_worlds: Mapping[str, World] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    rungs: Mapping[str, Rung] = field(default_factory=dict)
    accidents: Mapping[str, Accident] = field(default_factory=dict)
    renamed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    removed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    worlds: Mapping[str, frozenset[tuple[str, str]]] = field(default_factory=dict)
    world: str = ""
    had: frozenset[str] = frozenset()
    english: Content | None = None
    wordings: Mapping[str, str] = field(default_factory=dict)

    @property
    def original(self) -> Content:
        """The content as it was written, in English: what games are played with."""
        return self.english or self

    def __repr__(self) -> str:
        """Return which packs it is of."""
        packs = ", ".join(f"{pack.id} {pack.version}" for pack in self.packs)
        return f"<Content of {packs}{f', world {self.world}' if self.world else ''}>"
