"""Checks of what worlds have of their own: one of each, and everything in it something there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from game.content import placeholders
from game.content.definitions.figures import Measure
from game.content.definitions.scenarios import Scenario
from game.content.definitions.table import Action, Rung
from game.content.definitions.worlds import World
from game.content.fields import Expr
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.content.paths import FACTS, OF_ONE, OF_TWO, OWN_FACTS, PARTNER, WORDS, WORLD
from game.content.records.content import BASE
from game.content.usual_world import declared
from game.content.walk import Loc
from game.text.near import did_you_mean

KIND = "world"
GRADED = (0, 100)
"""The range of what is graded."""
TAKEN = {*WORLD, *FACTS, *PARTNER, *OWN_FACTS, *WORDS, *OF_ONE, *OF_TWO, "date", "amount", "target",
         "scenario", "self", "leader", "restless", "flag", "deal", "happened", "whole", "notice",
         "in_chair", "commander", "crew"}  # fmt: skip
"""Names that expressions know already."""


def check(subject: Subject) -> Iterator[Finding]:
    """Yield what is wrong with a world, or with what goes by it."""
    match subject.defined.model:
        case World() as model:
            yield from _alone(subject)
            yield from _legacies(subject, model)
            yield from _grades(subject, model)
            yield from _words(subject, model)
        case Action(group=group):
            yield from _group(subject, group)
        case Rung(number=number):
            yield from _reached(subject, number)
        case Measure() as model:
            yield from _measure(subject, model)
        case Scenario() as model:
            yield from _par(subject, model)
            yield from _venture(subject)


def _of_world(subject: Subject, world: str) -> World:
    """Return what a world has of its own, whatever is missing being the base's."""
    objects = subject.world.objects
    every = objects.of(KIND).values()
    own = [one.model for one in every if objects.world(one.pack) == world and one.pack != BASE]
    of_base = [one.model for one in every if one.pack == BASE]
    found = World()
    for model in (*own, *of_base, declared()):
        if isinstance(model, World):
            found = World(
                groups=found.groups or model.groups,
                ladder=found.ladder or model.ladder,
                legacies=found.legacies or model.legacies,
                words={**model.words, **found.words},
            )
    return found


def _alone(subject: Subject) -> Iterator[Finding]:
    """A world says once what it has of its own."""
    objects = subject.world.objects
    base = subject.defined.pack == BASE  # what all inherit is nobody's own
    here = [one for one in objects.of(KIND).values() if objects.world(one.pack) == subject.home]
    alike = [one for one in here if (one.pack == BASE) == base]
    if alike[0].id != subject.defined.id:
        said = f"{alike[0].id} says already what the world {subject.home} has ({alike[0].mark(())})"
        hint = f"patch it: `- patch: {alike[0].pack}:world/{alike[0].id.rpartition(':')[2]}`"
        yield subject.report("E066", (KIND,), said, hint)


def _legacies(subject: Subject, model: World) -> Iterator[Finding]:
    """What is graded is a figure of each chair, from 0 to 100, and each is graded once."""
    seen: set[str] = set()
    for place, one in enumerate(model.legacies or ()):
        loc: Loc = ("legacies", place, "figure")
        name = subject.library.names.resolve(f"self.{one.figure}")
        figure = name.figure if name and name.writable else None
        if figure is None or one.figure.count("."):
            known = (*(n for n, f in PARTNER.items() if (f.low, f.high) == GRADED), *_own(subject))
            said = f'"{one.figure}" is no figure that each chair has'
            yield subject.report("E067", loc, said, did_you_mean(one.figure, known))
        elif (figure.low, figure.high) != GRADED:
            said = f'"{one.figure}" lies from {figure.low} to {figure.high}; a legacy from 0 to 100'
            yield subject.report("E067", loc, said)
        elif one.figure in seen:
            yield subject.report("E067", loc, f'"{one.figure}" is graded already')
        seen.add(one.figure)


def _own(subject: Subject) -> Iterator[str]:
    """Yield the names of the figures of its own that each chair of the world has."""
    objects = subject.world.objects
    for one in objects.of("measure").values():
        if isinstance(one.model, Measure) and one.model.of == "partner":
            yield objects.written(one.id, subject.defined.pack)


def _grades(subject: Subject, model: World) -> Iterator[Finding]:
    """Grades go from the best down, each letter is given once, and words say what they mean."""
    grades = model.grades or []
    if grades and "legacy.letters" not in model.words:
        said = "the base's words tell of other grades"
        yield subject.report("E067", ("grades",), said, "say in `words:` what `legacy.letters` are")
    for place, (better, worse) in enumerate(pairwise(grades), 1):
        if worse.ahead >= better.ahead:
            said = f"grades go from the best down; the one before is given from {better.ahead} on"
            yield subject.report("E067", ("grades", place, "ahead"), said)
        if worse.letter in {one.letter for one in grades[:place]}:
            yield subject.report(
                "E067", ("grades", place, "letter"), f"{worse.letter} stands twice"
            )


def _words(subject: Subject, model: World) -> Iterator[Finding]:
    """Words replace the base's, and leave open what those do."""
    known: Mapping[str, str] = declared().words
    for code, said in model.words.items():
        if code not in known:
            hint = did_you_mean(code, known)
            yield subject.report(
                "E067", ("words", code), f'no words are called "{code}"', hint, key=True
            )
            continue
        possible = {one.written for one in placeholders.read(known[code])}
        for braces in placeholders.read(said):
            if braces.written not in possible:
                told = f'"{braces.written}" is not filled in here'
                hint = f"there are {', '.join(sorted(possible))}" if possible else "delete it"
                yield subject.report("E042", ("words", code), told, hint, offset=braces.offset)


def _group(subject: Subject, group: str) -> Iterator[Finding]:
    """An action stands under a heading of its world, and of every world that borrows it."""
    for world in subject.worlds:
        groups = _of_world(subject, world).groups or {}
        if group not in groups:
            said = f'the world {world} has no group "{group}" on its agenda'
            yield subject.report("E025", ("group",), said, did_you_mean(group, groups))
            return


def _reached(subject: Subject, number: int) -> Iterator[Finding]:
    """A rung stands on the ladder of its world."""
    ladder = _of_world(subject, subject.home).ladder or []
    if number >= len(ladder):
        said = f"the ladder of the world {subject.home} ends at rung {len(ladder) - 1}"
        yield subject.report("E026", ("number",), said, "name more rungs: `ladder:` of its world")


def _measure(subject: Subject, model: Measure) -> Iterator[Finding]:
    """A figure of one's own has a name of its own, and opens within its range."""
    name, (low, high) = subject.defined.id.rpartition(":")[2], model.range
    if name in TAKEN:
        yield subject.report("E041", ("measure",), f'the rules know "{name}" already')
    if low >= high:
        yield subject.report(
            "E054", ("range",), "a range rises from its first number to its second"
        )
    elif model.opens is not None and not low <= model.opens <= high:
        yield subject.report("E026", ("opens",), f"{model.opens} lies outside {low} to {high}")


def _par(subject: Subject, model: Scenario) -> Iterator[Finding]:
    """What par is given for is a legacy of the world."""
    known = [one.figure for one in _of_world(subject, subject.home).legacies or ()]
    for chair, line in model.par.items():
        for legacy in line:
            if legacy not in known:
                said = f'"{legacy}" is no legacy of the world {subject.home}'
                hint = did_you_mean(legacy, known)
                yield subject.report("E025", ("par", chair, legacy), said, hint, key=True)


def _venture(subject: Subject) -> Iterator[Finding]:
    """What would be lost hangs on figures and deals: whatever else moves, the loss would miss."""
    for visit in subject.visits:
        if visit.loc[0] != "venture" or not isinstance(visit.marker, Expr):
            continue
        expression, _ = subject.library.check(str(visit.value), visit.marker.wants)
        for read in expression.lookups() if expression else ():
            if read.name.store != "figures" or ".loss." in read.name.key:
                said = f'"{read.text}" is nothing that a loss can hang on'
                yield subject.report("E057", visit.loc, said, "ask for figures or deals")
