"""Collect the objects of all packs, and find one by what content calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from game.content import past
from game.content.checking import Defined, check
from game.content.definitions import KINDS
from game.content.definitions.figures import Measure
from game.content.definitions.stories import Pattern, Story
from game.content.fields import ID_PATTERN, SOURCE_PATTERN
from game.content.findings import Finding, Mark, finding
from game.content.names import Name, Names, measured
from game.content.nodes import Mapping, Scalar, plain
from game.content.nodes import Sequence as NodeList
from game.content.packs import Pack
from game.content.past import ASKED, Argument, Astray
from game.content.patching.changes import Change, Outcome
from game.content.paths import Figure, Type
from game.content.places import shown
from game.content.reader import Parsed, read_file
from game.content.records.content import BASE
from game.text.counting import with_article
from game.text.near import did_you_mean

MANY = 500
"""A file with more findings about its objects' form is not looked at further."""

SHORTEST = 2  # steps of a pattern

_OBJECT_LINE = re.compile(r"^- ([a-z_]+): *([A-Za-z0-9_-]+)", re.MULTILINE)
PATCHES = ("patch", "remove")
"""The first keys of what changes another pack's object."""
_CHANGING = ("add", "change", "delete", "disable", "override", "replace", "set")
_SOURCE_KINDS = ("source", "unused")
_BARE = ("partner", "measure")
# What the part of a dotted name after each of these words is an id of.
_FOLLOWS: dict[str, tuple[str, ...]] = {
    "flag": ("flag",), "happened": ("event", "dilemma"), "option": ("outside_option",),
    "docked": ("vehicle",), "pad": ("pad",), "deal": ("clause",), "faction": ("faction",),
}  # fmt: skip


ARGUMENTS: dict[Argument, tuple[str, ...]] = {
    "event": ("event", "dilemma"), "clause": ("clause",), "partner": ("partner",),
    "person": ("person",), "vehicle": ("vehicle",), "pattern": ("pattern",),
}  # fmt: skip
"""The kinds of what the arguments of a question about the past name."""


@dataclass(slots=True)
class Objects:
    """All objects by kind and qualified id; `named` also holds those too broken to use.

    `hurt` are those with a mistake in their form, as far as they can be looked at; `unread` are
    the packs of which something couldn't be. `written_by` is the pack of each file; `patches` are
    what packs change of others', as read, `outcomes` what became of each, and `unpatched` what was
    changed or taken out, as it was before.
    """

    packs: list[Pack] = field(default_factory=list)
    defined: dict[str, dict[str, Defined]] = field(default_factory=dict)
    named: dict[str, set[str]] = field(default_factory=dict)
    hurt: list[Defined] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    written_by: dict[str, str] = field(default_factory=dict)
    patches: list[tuple[str, Mapping]] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    unpatched: dict[tuple[str, str], Defined] = field(default_factory=dict, repr=False)
    _worlds: dict[str, str] = field(init=False, repr=False)
    _changes: dict[tuple[str, str], list[Change]] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        """Note the worlds of the packs, which are asked for again and again."""
        self._worlds = {pack.id: pack.info.world for pack in self.packs}

    def is_own(self, pack: str) -> bool:
        """Return whether a pack is the game's own."""
        return pack == BASE or any(one.own for one in self.packs if one.id == pack)

    def world(self, pack: str) -> str:
        """Return the world that a pack belongs to."""
        return self._worlds[pack]

    def scenarios(self, world: str) -> tuple[str, ...]:
        """Return the usable scenarios of a world."""
        mine = (one for one in self.of("scenario").values() if self.world(one.pack) == world)
        return tuple(sorted(one.id for one in mine))

    def qualified(self, pack: str, id_: str) -> str:
        """Return an id as the whole game knows it: the game's own have no prefix."""
        return id_ if self.is_own(pack) else f"{pack}:{id_}"

    def of(self, kind: str) -> dict[str, Defined]:
        """Return the usable objects of a kind."""
        return self.defined.get(kind, {})

    def each(self) -> Iterator[Defined]:
        """Yield every usable object."""
        for kind in KINDS:
            yield from self.of(kind).values()

    def find(self, kinds: Sequence[str], name: str, pack: str) -> str | None:
        """Return the qualified id that a name means in a pack: its own object, then the base's."""
        prefix, colon, rest = name.rpartition(":")
        tries = [self.qualified(prefix, rest)] if colon else [self.qualified(pack, name), name]
        for id_ in tries:
            if any(id_ in self.named.get(kind, ()) for kind in kinds):
                return id_
        return None

    def written(self, id_: str, pack: str) -> str:
        """Return a qualified id as a pack writes it: its own ids without their prefix."""
        return id_.removeprefix(f"{pack}:")

    def alike(self, kinds: Sequence[str], name: str, pack: str) -> str:
        """Return a hint at the nearest id of these kinds, as the pack writes it."""
        known = [self.written(id_, pack) for kind in kinds for id_ in self.named.get(kind, ())]
        return did_you_mean(name.removeprefix(f"{pack}:"), known)

    def names(self) -> Names:
        """Return the names that expressions may use, with qualified ids."""
        factions = self.of("faction").values()
        owners = {one.id: str(plain(one.node.values["partner"])) for one in factions}
        return Names(
            partners=frozenset(self.named.get("partner", ())),
            factions=dict.fromkeys(self.named.get("faction", ()), "") | owners,
            options=frozenset(self.named.get("outside_option", ())),
            vehicles=frozenset(self.named.get("vehicle", ())),
            pads=frozenset(self.named.get("pad", ())),
            clauses=frozenset(self.named.get("clause", ())),
            flags={id_: self._flag_type(id_) for id_ in self.named.get("flag", ())},
            events=frozenset(
                self.named.get("event", set())
                | self.named.get("dilemma", set())
                | {one.id for one in self._taken_out()}
            ),
            scenarios=frozenset(self.named.get("scenario", ())),
            people=frozenset(self.named.get("person", ())),
            choices={one.id: self._choices(one) for one in (*self._taken_out(), *self._stories())},
            secret=frozenset(one.id for one in self._stories() if _secret(one)),
            patterns=dict.fromkeys(self.named.get("pattern", ()), SHORTEST) | self._steps(),
            measures=self._measures(),
        )

    def _measures(self) -> dict[str, Figure]:
        """Return the figures that worlds have of their own, by the pattern of their paths."""
        models = ((one.id, one.model) for one in self.of("measure").values())
        found = ((id_, one) for id_, one in models if isinstance(one, Measure))
        return {
            measured(id_, one.of): Figure(id_, one.shown.unit, one.range[0], one.range[1])
            for id_, one in found
        }

    def note(self, outcome: Outcome) -> None:
        """Keep what became of a patch."""
        self.outcomes.append(outcome)
        for change in outcome.changes:
            self._changes.setdefault(change.of, []).append(change)

    def changes(self, kind: str, id_: str) -> Sequence[Change]:
        """Return what patches wrote of an object, in order."""
        return self._changes.get((kind, id_), ())

    def removals(self) -> Iterator[Change]:
        """Yield what patches took out, objects and parts of them."""
        for outcome in self.outcomes:
            yield from (one for one in outcome.changes if one.operation == "remove")

    def _taken_out(self) -> list[Defined]:
        """Return the events that patches took out: what asks for one finds that it never was."""
        gone = (one for one in self.unpatched.values() if isinstance(one.model, Story))
        return [one for one in gone if one.id not in self.of(one.kind)]

    def _stories(self) -> list[Defined]:
        return [*self.of("event").values(), *self.of("dilemma").values()]

    def _choices(self, one: Defined) -> dict[str, tuple[str, ...]]:
        """Return, by choice of an event, whom it is offered to."""
        found: dict[str, tuple[str, ...]] = {}
        desks = one.model.desks if isinstance(one.model, Story) else {}
        for name, desk in desks.items():
            chair = self.find(("partner",), name, one.pack) or name
            for choice in desk.choices:
                found[choice.choice] = (*found.get(choice.choice, ()), chair)
        return found

    def _steps(self) -> dict[str, int]:
        """Return how many steps each pattern has."""
        models = ((one.id, one.model) for one in self.of("pattern").values())
        return {id_: 1 + len(one.then) for id_, one in models if isinstance(one, Pattern)}

    def _flag_type(self, id_: str) -> Type:
        flag = self.of("flag").get(id_)
        return "int" if flag and plain(flag.node.values.get("type")) == "int" else "bool"


def _secret(one: Defined) -> bool:
    return isinstance(one.model, Story) and one.model.secret


@dataclass(frozen=True, slots=True)
class PackNames:
    """The names as one pack writes them: its own ids without their prefix."""

    names: Names
    objects: Objects
    pack: str
    _known: dict[str, Name | None] = field(default_factory=dict, compare=False, repr=False)

    def resolve(self, name: str) -> Name | None:
        """Return how to read a name, or None when nothing of that name exists."""
        if name not in self._known:
            self._known[name] = self.names.resolve(self.whole(name))
        return self._known[name]

    def known(self) -> Iterator[str]:
        """Yield names for `did you mean`."""
        prefix = f"{self.pack}:"
        yield from (name.replace(prefix, "") for name in self.names.known())

    def values(self, word: str) -> tuple[str, ...]:
        """Return all that a word may be in the pack's world; empty where that isn't known."""
        if word == "scenario":
            return self.objects.scenarios(self.objects.world(self.pack))
        return self.names.values(word)

    def recall(self, function: str, arguments: tuple[str, ...]) -> tuple[Name, ...] | Astray:
        """Return what a question about the past looks up, any of which answers it with yes."""
        kinds = (ARGUMENTS.get(what, ()) for what in ASKED[function].arguments)
        named = zip(arguments, kinds, strict=False)
        whole = (self.objects.find(of, one, self.pack) or one for one, of in named)
        return self.names.recall(function, tuple(whole))

    def whole(self, name: str) -> str:
        """Return a dotted name with its ids qualified."""
        if self.objects.is_own(self.pack):
            return name
        parts = (self.objects.find(kinds, part, self.pack) or part for part, kinds in parted(name))
        return ".".join(parts)


def parted(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the parts of a dotted name, each with the kinds of which it may be an id."""
    kinds: tuple[str, ...] = _BARE
    for part in name.split("."):
        head = part in _FOLLOWS and kinds == _BARE
        yield part, () if head else kinds
        kinds = _FOLLOWS[part] if head else _BARE


def ids_in(name: Name) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield whatever in a resolved name may be an id, with the kinds of which it may be one."""
    if name.store in ("past", "crew", "heard"):
        yield from ((id_, ARGUMENTS.get(what, ())) for id_, what in past.parted(name.key))
        return
    stored = {"flags": ("flag",), "fired": ("event", "dilemma")}.get(name.store)
    yield from [(name.key, stored)] if stored else parted(name.key)


def collect(packs: list[Pack]) -> tuple[Objects, list[Finding]]:
    """Read every object of every pack, with everything wrong in their form."""
    objects = Objects(packs)
    found: list[Finding] = []
    for pack in packs:
        for file in pack.files():
            parsed = read_file(file, shown(file))
            objects.written_by[parsed.source.name] = pack.id
            found += parsed.findings
            found += islice(_take_file(objects, pack.id, parsed), MANY)
    return objects, found


def _take_file(objects: Objects, pack: str, parsed: Parsed) -> Iterator[Finding]:
    if not parsed.whole:
        objects.unread.add(pack)
        for kind, id_ in _OBJECT_LINE.findall(parsed.source.text):
            objects.named.setdefault(kind, set()).add(objects.qualified(pack, id_))
    if parsed.root is None:
        return
    if not isinstance(parsed.root, NodeList):
        said = "a content file is a list of objects"
        yield finding("E020", parsed.root.mark, said, "begin each with a dash: `- event: an_id`")
        return
    # Where reading stopped early, the last object is cut short: its findings would mislead.
    items = parsed.root.items
    ends = [*(item.line for item in items[1:]), len(parsed.source.lines)]
    for item, end in list(zip(items, ends, strict=False))[: None if parsed.whole else -1]:
        if isinstance(item, Mapping) and item.keys:
            misread = [x.mark for x in parsed.findings if item.line < x.mark.line <= end]
            yield from _take(objects, pack, item, misread)
        else:
            yield finding("E020", item.mark, "an object is a map such as `- event: an_id`")


def _take(objects: Objects, pack: str, node: Mapping, misread: Sequence[Mark]) -> Iterator[Finding]:
    """Add one object; the kind is its first key. What was misread of it has been reported."""
    kind, key = next(iter(node.keys.items()))
    if kind in PATCHES:
        objects.patches.append((pack, node))
        return
    if kind not in KINDS:
        objects.unread.add(pack)
        yield finding("E021", key.mark, f'unknown kind "{kind}"', _kind_meant(kind))
        return
    id_node = node.values[kind]
    wrong = _wrong_id(kind, id_node, pack)
    if wrong:
        objects.unread.add(pack)
        yield wrong
        return
    assert isinstance(id_node, Scalar)
    id_ = objects.qualified(pack, str(id_node.value))
    first = _first(objects, kind, id_)
    if first:
        yield finding(
            "E041", id_node.mark, f'{kind} "{id_}" exists already', f"see {first.mark(())}"
        )
        return
    objects.named.setdefault(kind, set()).add(id_)
    defined, found = check(kind, id_, pack, node)
    yield from (one for one in found if one.mark not in misread)
    if defined is None:
        objects.unread.add(pack)
    elif defined.whole and not misread:
        objects.defined.setdefault(kind, {})[id_] = defined
    else:
        objects.hurt.append(defined)


def _kind_meant(kind: str) -> str:
    """Return a hint at the kind that is meant, or that nothing of another pack is changed."""
    if kind in _CHANGING:
        return "what another pack has is changed by `- patch: base:event/an_id`"
    return did_you_mean(kind, KINDS)


def _first(objects: Objects, kind: str, id_: str) -> Defined | None:
    """Return the object that has this id already; events and dilemmas share theirs."""
    kinds = ("event", "dilemma") if kind in ("event", "dilemma") else (kind,)
    return next((objects.of(one)[id_] for one in kinds if id_ in objects.of(one)), None)


def _wrong_id(kind: str, node: object, pack: str) -> Finding | None:
    pattern = SOURCE_PATTERN if kind in _SOURCE_KINDS else ID_PATTERN
    assert isinstance(node, Scalar | Mapping | NodeList)
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, str) and pattern.fullmatch(value):
        return None
    if isinstance(value, str) and ":" in value:
        hint = f'the prefix is left out; a pack defines only what is its own ("{pack}")'
        return finding("E078", node.mark, f'"{value}" has a prefix', hint)
    likeness = "T-043" if kind in _SOURCE_KINDS else "coolant_leak"
    return finding(
        "E029", node.mark, f"this can't be the id of {with_article(kind)}", f'as in "{likeness}"'
    )
