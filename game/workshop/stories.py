"""How a pack's stories hang together: what schedules what, who asks for which choice or flag.

A node is an object, by `kind id`. What leads from one to another is read off the checked content,
nothing is played.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.content import past
from game.content.checking import Defined
from game.content.definitions.stories import Story
from game.content.fields import Expr, Ref
from game.content.load import Checked
from game.content.names import Name
from game.content.walk import Loc, Visit
from game.text.language import _

EVENTS = ("event", "dilemma")
TOLD = ("event", "dilemma", "pattern", "ending", "slide", "scene", "lesson", "codex", "action",
        "accident")  # fmt: skip
"""The kinds of which stories are made."""


@dataclass(frozen=True, slots=True)
class Edge:
    """What leads from one node to another: it `schedules` it, or a `choice`, `flag` or the like.

    `label` says which choice, flag or event is asked for.
    """

    start: str
    end: str
    sort: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Thread:
    """Nodes that hang together, and all that leads from one to another."""

    nodes: tuple[str, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Web:
    """All threads of a pack's stories, those who stand alone, and what leads nowhere, by node."""

    threads: tuple[Thread, ...]
    alone: tuple[str, ...]
    dead: dict[str, str]


def web(checked: Checked, pack: str) -> Web:
    """Return how the stories that a pack adds or patches hang together with all others."""
    objects = checked.objects
    told = [one for kind in TOLD for one in objects.of(kind).values()]
    own = {
        node(one)
        for one in told
        if one.pack == pack or any(c.pack == pack for c in objects.changes(one.kind, one.id))
    }
    everything = tuple(dict.fromkeys(_edges(checked, told)))
    mine = tuple(edge for edge in everything if {edge.start, edge.end} & own)
    threads = sorted(_threads(mine), key=lambda one: -len(one.nodes))
    joined = {name for thread in threads for name in thread.nodes}
    dead = {name: why for name, why in _dead(told, everything) if name in own}
    return Web(tuple(threads), tuple(sorted(own - joined)), dead)


def node(one: Defined) -> str:
    """Return what an object is called in the web."""
    return f"{'event' if one.kind in EVENTS else one.kind} {one.id}"


def _edges(checked: Checked, told: Sequence[Defined]) -> Iterator[Edge]:
    """Yield all that leads from one object to another."""
    setters: dict[str, list[str]] = defaultdict(list)
    readers: dict[str, list[str]] = defaultdict(list)
    for one in told:
        for visit in one.visits:
            yield from _scheduled(checked, one, visit)
            if _sets(visit):
                flag = checked.objects.find(("flag",), str(visit.value), one.pack)
                setters[flag or ""].append(node(one))
            for name in _asked(checked, one, visit):
                if name.store == "flags":
                    readers[name.key].append(node(one))
                else:
                    yield from _of_past(one, name)
    for flag, asking in readers.items():
        for start, end in ((a, b) for a in setters[flag] for b in asking if a != b):
            yield Edge(start, end, "flag", flag)


def _scheduled(checked: Checked, one: Defined, visit: Visit) -> Iterator[Edge]:
    if visit.loc[-2:] == ("schedule", "event"):
        event = checked.objects.find(EVENTS, str(visit.value), one.pack)
        if event:
            yield Edge(node(one), f"event {event}", "schedules", _choice(one, visit.loc))


def _choice(one: Defined, loc: Loc) -> str:
    """Return the choice of which an effect is part, empty where it is of none."""
    if "choices" not in loc or not isinstance(one.model, Story):
        return ""
    at = loc.index("choices")
    desk = one.model.desks.get(str(loc[at - 1]))
    n = loc[at + 1]
    return desk.choices[n].choice if desk is not None and isinstance(n, int) else ""


def _sets(visit: Visit) -> bool:
    return visit.is_key and isinstance(visit.marker, Ref) and visit.marker.kinds == ("flag",)


def _asked(checked: Checked, one: Defined, visit: Visit) -> Iterator[Name]:
    """Yield what an expression of an object looks up."""
    if isinstance(visit.marker, Expr) and isinstance(visit.value, str):
        library = checked.libraries[one.pack]
        expression, _problems = library.check(visit.value, visit.marker.wants)
        yield from (read.name for read in expression.lookups()) if expression else ()


def _of_past(one: Defined, name: Name) -> Iterator[Edge]:
    """Yield what an object asks of the past of others: an event, a choice, a pattern."""
    if name.store == "fired":
        yield Edge(f"event {name.key}", node(one), "event", name.key)
        return
    parts = {what: id_ for id_, what in past.parted(name.key)}
    if "event" in parts:
        yield Edge(f"event {parts['event']}", node(one), "choice", parts.get("choice", ""))
    if "pattern" in parts:
        yield Edge(f"pattern {parts['pattern']}", node(one), "pattern", parts["pattern"])


def _threads(edges: Iterable[Edge]) -> list[Thread]:
    """Return nodes that hang together, and what holds them."""
    heads: dict[str, str] = {}

    def head(name: str) -> str:
        while heads.setdefault(name, name) != name:
            name = heads[name]
        return name

    known = [edge for edge in edges if edge.start != edge.end]
    for edge in known:
        heads[head(edge.start)] = head(edge.end)
    groups: dict[str, list[str]] = defaultdict(list)
    for name in list(heads):
        groups[head(name)].append(name)
    return [
        Thread(tuple(sorted(names)), tuple(edge for edge in known if head(edge.start) == first))
        for first, names in groups.items()
    ]


def _dead(told: Sequence[Defined], edges: Sequence[Edge]) -> Iterator[tuple[str, str]]:
    """Yield the nodes that lead nowhere, with why."""
    scheduled = {edge.end for edge in edges if edge.sort == "schedules"}
    asked = {edge.start for edge in edges if edge.sort == "pattern"}
    for one in told:
        model, name = one.model, node(one)
        by_itself = isinstance(model, Story) and (model.date or model.weight)
        if isinstance(model, Story) and not by_itself and name not in scheduled:
            yield name, _("it never comes up: no date, no weight, and nothing schedules it")
        if one.kind == "pattern" and name not in asked:
            yield name, _("nobody asks for it")
