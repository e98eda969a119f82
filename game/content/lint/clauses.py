"""Checks of clauses: what each side gives and gets, how long it lasts, what it holds."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.definitions.table import Clause
from game.content.definitions.world import Faction
from game.content.findings import Finding
from game.content.lint.subject import Subject
from game.content.walk import Loc

LASTING = frozenset({
    "monthly", "holds", "at_least", "ends", "while", "notice", "price", "covers", "counts_as",
})  # fmt: skip
"""Keys that mean something only for what runs for some time."""


def check(subject: Subject, model: Clause) -> Iterator[Finding]:
    """Yield what is wrong with a clause."""
    if model.amount.low > model.amount.high:
        yield subject.report("E026", ("amount", "low"), f"above high, {model.amount.high}")
    if model.shape != "given" and sorted(model.givers) != sorted(model.receivers):
        said = "in a mutual clause, or one of three, givers and receivers are the same"
        yield subject.report("E057", ("givers",), said)
    yield from _of_three(subject, model)
    yield from _life(subject, model)
    yield from _levels(subject, model)
    yield from _at_home(subject, model)
    yield from _watched(subject, model)


def _of_three(subject: Subject, model: Clause) -> Iterator[Finding]:
    """Only what stands between three has a host, and a guarantee for the two others."""
    if model.shape == "joint":
        return
    said = "only a clause of three has that: `shape: joint`"
    guarantees = [("covers",)] if "covers" in subject.defined.node.values else []
    hosts = [(key, "host") for key in ("gains", "costs") if "host" in getattr(model, key)]
    places: list[Loc] = [*guarantees, *hosts]
    for place in places:
        yield subject.report("E057", place, said, key=True)


def _life(subject: Subject, model: Clause) -> Iterator[Finding]:
    """What lasts says how long, once; what is done when signed has nothing that lasts."""
    if model.until_year and model.months:
        said = "it runs until its year is over; `months:` says otherwise"
        yield subject.report("E057", ("months",), said)
    if model.until_year and model.amount.unit != "year":
        said = f"its amount counts {model.amount.unit}, not a year"
        yield subject.report("E057", ("until_year",), said)
    if not model.until_year and not model.months:
        for key in sorted(LASTING & subject.defined.node.values.keys()):
            said = f"it is done when signed: `{key}:` never happens without `months:`"
            yield subject.report("E057", (key,), said, key=True)
    if (model.during is None) != (model.idle is None):
        said = "`while:` and `idle:`, which says why it rests, stand together"
        yield subject.report("E057", ("while" if model.during else "idle",), said)


def _levels(subject: Subject, model: Clause) -> Iterator[Finding]:
    """What a deal holds is in plain sight, as the deal is."""
    for key, levels in (("holds", model.holds), ("at_least", model.at_least)):
        for path in levels:
            name = subject.library.names.resolve(path)
            if name is not None and name.private:
                said = f"{path} is private, and everybody sees what a deal holds"
                yield subject.report("E057", (key, path), said, key=True)


def _at_home(subject: Subject, model: Clause) -> Iterator[Finding]:
    """A faction weighs a clause at home only if its partner can be a party to it."""
    parties = _found(subject, [*model.givers, *model.receivers])
    for name in model.home:
        faction = subject.world.objects.of("faction").get(subject.find(name, "faction") or "")
        if faction and isinstance(faction.model, Faction):
            owner = subject.find(faction.model.partner, "partner")
            if owner is not None and owner not in parties:
                said = f"{name} is a faction of {owner}, which never signs this"
                yield subject.report("E057", ("home", name), said)


def _watched(subject: Subject, model: Clause) -> Iterator[Finding]:
    """Who watches a clause decides, and isn't a party to it whenever it is signed."""
    always = _found(subject, model.givers), _found(subject, model.receivers)
    two = always[0] | always[1]
    for name in model.witness:
        found = subject.find(name, "partner")
        if found is not None and found not in subject.world.deciding:
            yield subject.report("E047", ("witness", name), f"{name} decides nothing")
        elif found is not None and found in two and len(two) <= 2:
            said = f"{name} is a party whenever this is signed, and never only watches"
            yield subject.report("E057", ("witness", name), said)


def _found(subject: Subject, names: list[str]) -> set[str]:
    return {id_ for name in names if (id_ := subject.find(name, "partner")) is not None}
