"""What a check of the lint is given: one object, and all the others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from game.content.borrowing import borrowed, worlds_of
from game.content.checking import Defined
from game.content.definitions import KINDS
from game.content.definitions.figures import Figure
from game.content.definitions.home import Grievance, Vote
from game.content.definitions.scenarios import Scenario
from game.content.definitions.stories import Story
from game.content.definitions.table import Action, Clause
from game.content.definitions.tests import Test
from game.content.definitions.world import (
    Ending,
    Faction,
    Leader,
    Lesson,
    OutsideOption,
    Partner,
    Person,
    Scene,
    Slide,
)
from game.content.definitions.worlds import World as Declared
from game.content.expressions.library import Library
from game.content.expressions.screening import parse_date
from game.content.expressions.tree import LIMIT
from game.content.findings import Finding, finding
from game.content.objects import Objects
from game.content.packs import Pack
from game.content.records.content import STATION
from game.content.walk import Loc, Visit

LONGEST_MONTH = 31
FIGURE_TARGETS = ("faction", "option")
INHABITANTS = {kind: kind for kind in KINDS if kind not in ("source", "unused", "test")}
"""The kinds whose objects live in a world; sources are everybody's, and tests nobody's."""


@dataclass(frozen=True, slots=True)
class Place:
    """What `self`, `target` and `amount` can mean where a value stands.

    `chairs` are those that `self` may be (none: there is no self); `target` is empty, `partner`,
    or the kind of thing that an action aims at.
    """

    chairs: tuple[str, ...] = ()
    target: str = ""
    amount: bool = False


@dataclass(frozen=True, slots=True)
class Unchanging:
    """A value that is the same in every state, and why."""

    value: int
    why: str


Fixed = dict[tuple[str, str], Unchanging]
"""What never changes, by store and key of its name."""


@dataclass(frozen=True, slots=True)
class World:
    """All objects, and what the checks ask of them again and again.

    `present` are by pack the partners that decide in its world; `lives` are by world the (kind,
    id) that live in it; `borrowers` are by (kind, id) who borrows it, and at which place; `spans`
    are by world the first and the last day that its scenarios play on. `fixed` is what never
    changes, once all objects have been looked at; `found` is what names were found to mean.
    """

    objects: Objects
    libraries: Mapping[str, Library]
    deciding: tuple[str, ...]
    owners: Mapping[str, str]
    surnames: re.Pattern[str]
    present: Mapping[str, tuple[str, ...]]
    lives: Mapping[str, frozenset[tuple[str, str]]]
    borrowers: Mapping[tuple[str, str], list[tuple[Pack, int]]]
    spans: Mapping[str, tuple[int, int]]
    had: Mapping[str, frozenset[str]]
    fixed: Fixed = field(default_factory=dict)
    found: dict[tuple[str, str, tuple[str, ...]], str | None] = field(default_factory=dict)

    def find(self, pack: str, name: str, kinds: tuple[str, ...]) -> str | None:
        """Return the qualified id that a name means in a pack, looked for once."""
        asked = pack, name, kinds
        if asked not in self.found:
            self.found[asked] = self.objects.find(kinds, name, pack)
        return self.found[asked]


def world_of(objects: Objects, libraries: Mapping[str, Library]) -> World:
    """Return the world of all objects: who decides, and whose each faction is."""
    partners = [(one.id, one.model) for one in objects.each() if isinstance(one.model, Partner)]
    deciding = sorted(id_ for id_, model in partners if model.decides)
    owners = {
        one.id: objects.find(("partner",), one.model.partner, one.pack) or one.model.partner
        for one in objects.each()
        if isinstance(one.model, Faction)
    }
    lives = worlds_of(objects, INHABITANTS)
    present = {
        pack.id: tuple(id_ for id_ in deciding if ("partner", id_) in lives[pack.info.world])
        for pack in objects.packs
    }
    return World(
        objects, libraries, tuple(deciding), owners, _surnames(objects), present, lives,
        _borrowers(objects), {world: _span(objects, world) for world in lives},
        {world: _had(objects, held) for world, held in lives.items() if world != STATION},
    )  # fmt: skip


def _had(objects: Objects, held: frozenset[tuple[str, str]]) -> frozenset[str]:
    """Return the paths of the figures that a world declares or borrows; none: it has all."""
    every = objects.of("figure")
    models = [every[id_].model for kind, id_ in held if kind == "figure" and id_ in every]
    return frozenset(model.path for model in models if isinstance(model, Figure))


def _span(objects: Objects, world: str) -> tuple[int, int]:
    """Return from when to when a world is played; all of time without a scenario."""
    days: list[int] = []
    for id_ in objects.scenarios(world):
        model = objects.of("scenario")[id_].model
        start = parse_date(model.start) if isinstance(model, Scenario) else None
        if start is not None and isinstance(model, Scenario):
            rest = (model.turns * model.turn_months + 1) * LONGEST_MONTH
            days += [start.toordinal(), start.toordinal() + rest]
    return min(days, default=0), max(days, default=LIMIT)


def _borrowers(objects: Objects) -> dict[tuple[str, str], list[tuple[Pack, int]]]:
    found: dict[tuple[str, str], list[tuple[Pack, int]]] = {}
    for pack in objects.packs:
        for kind, place, id_ in borrowed(objects, pack):
            found.setdefault((kind, id_), []).append((pack, place))
    return found


def _surnames(objects: Objects) -> re.Pattern[str]:
    """Return what finds the surname of any real person in a text."""
    real = [
        one.model.name.rpartition(" ")[2]
        for one in objects.each()
        if isinstance(one.model, Leader | Person) and one.model.real
    ]
    names = "|".join(re.escape(name) for name in sorted(set(real)))
    return re.compile(rf"\b(?:{names})\b" if names else r"(?!)")


@dataclass(frozen=True, slots=True)
class Subject:
    """One object under the lint."""

    defined: Defined
    world: World

    @property
    def visits(self) -> tuple[Visit, ...]:
        """The object's marked values."""
        return self.defined.visits

    @property
    def library(self) -> Library:
        """The expressions of the object's pack."""
        return self.world.libraries[self.defined.pack]

    @property
    def home(self) -> str:
        """The world of the object's pack."""
        return self.world.objects.world(self.defined.pack)

    @property
    def worlds(self) -> tuple[str, ...]:
        """The worlds in which the object lives: its home, and those that borrow it."""
        known = (self.defined.kind, self.defined.id)
        borrowers = self.world.borrowers.get(known, ())
        return (self.home, *(pack.info.world for pack, _ in borrowers))

    def find(self, name: str, *kinds: str) -> str | None:
        """Return the qualified id that a name means here."""
        return self.world.find(self.defined.pack, name, kinds)

    def alike(self, name: str, *kinds: str) -> str:
        """Return a hint at the nearest id of these kinds."""
        return self.world.objects.alike(kinds, name, self.defined.pack)

    def report(
        self,
        code: str,
        loc: Loc,
        message: str,
        hint: str = "",
        *,
        key: bool = False,
        offset: int = 0,
    ) -> Finding:
        """Make a finding about a part of the object; `offset` counts into its text."""
        scalar = None if key else self.defined.scalar(loc)
        mark = scalar.mark_inside(offset) if scalar else self.defined.mark(loc, key=key)
        return replace(finding(code, mark, message, hint), within=loc)

    def place(self, loc: Loc) -> Place:
        """Return what names mean at a place of this object."""
        found = self._place(loc)
        if "promise" in loc and loc[-1] == "keep":
            return Place(found.chairs, "partner", found.amount)
        return found

    def _place(self, loc: Loc) -> Place:
        model, everybody = self.defined.model, self.world.present[self.defined.pack]
        if isinstance(model, Story):
            return Place(self._partners([str(loc[1])])) if loc[0] == "desks" else Place()
        if isinstance(model, Action):
            chairs = self._partners(model.chairs) or everybody
            return Place(chairs, "" if model.target == "none" else model.target)
        if isinstance(model, Clause):
            parties = self._partners([*model.givers, *model.receivers])
            lone = model.shape == "joint" and loc[0] not in ("gains", "costs", "each")
            return Place(parties, "" if lone else "partner", amount=True)
        if isinstance(model, OutsideOption):
            return Place(self._partners([model.owner]))
        if isinstance(model, Grievance):
            faction = self.find(model.faction, "faction") or model.faction
            return Place((self.world.owners.get(faction, model.faction),))
        if isinstance(model, Vote):
            return Place(self._partners([model.partner]))
        if isinstance(model, Test):
            return Place(self._partners([model.chair]) if model.chair else everybody)
        of_chair = isinstance(model, Slide | Scene | Lesson | Declared) or (
            isinstance(model, Ending) and loc[0] == "text"
        )
        if isinstance(model, Scenario) and loc[0] in ("header", "venture"):
            return Place(self._partners(model.chairs), "partner")
        return Place(everybody) if of_chair else Place()

    def _partners(self, names: list[str]) -> tuple[str, ...]:
        return tuple(self.find(name, "partner") or name for name in names)


def subjects(world: World) -> Iterator[Subject]:
    """Yield every usable object."""
    for defined in world.objects.each():
        yield Subject(defined, world)
