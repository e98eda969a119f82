"""Which scene a happening opens for a chair, and what is told in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from game.content.happenings import HAPPENINGS
from game.content.records import Content, Scene
from game.narration.decisions import fill, summary, wording
from game.narration.viewer import Viewer
from game.rules.decisions import Change
from game.rules.ledger import MOVES
from game.rules.messages import Arg, Message

BY_CAUSE = ("event", "choice", "record")  # happenings that the cause of a change names


@dataclass(frozen=True, slots=True)
class Cue:
    """A scene that a happening opens, and all that moved for the same cause."""

    scene: Scene
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A scene as it is told: its words as things stood, and which figures the happening moved."""

    scene: Scene
    speaker: str
    text: str
    moved: tuple[str, ...]


def cues(viewer: Viewer, changes: Sequence[Change], shown: frozenset[str]) -> tuple[Cue, ...]:
    """Return the scenes that changes open for who sees them, in order: one for each cause.

    Of those that fit the one is taken that asks for most. `shown` are ids of scenes that have been
    shown; of them only those come that may come again.
    """
    by_cause: dict[str, list[Change]] = {}
    for change in changes:
        by_cause.setdefault(change.cause, []).append(change)
    found: list[Cue] = []
    for same in by_cause.values():
        taken = shown | {cue.scene.id for cue in found if not cue.scene.again}
        fitting = list(dict.fromkeys(_fitting(viewer, same, taken)))
        if fitting:
            found.append(Cue(max(fitting, key=_asks), tuple(same)))
    return tuple(found)


def opens(content: Content, changes: Sequence[Change]) -> bool:
    """Return whether there is any scene for the happenings among changes."""
    known = _by_happening(content)
    return any(code in known for change in changes for code in happenings(change))


def _fitting(
    viewer: Viewer, changes: Sequence[Change], taken: frozenset[str] | set[str]
) -> Iterator[Scene]:
    known = _by_happening(viewer.content)
    for change in changes:
        open_ = (code for code in happenings(change) if _concerns(code, change, viewer.chair))
        for scene in (s for code in open_ for s in known.get(code, ())):
            if scene.id in taken or not named(change).issuperset(scene.about):
                continue
            if scene.when is None or scene.when.bind(viewer.chair)(viewer.seen, {}):
                yield scene


def _concerns(code: str, change: Change, chair: str) -> bool:
    """Return whether a happening is one for a chair: a deal is for those who signed it."""
    whose = HAPPENINGS[code].whose
    return whose == "all" or (chair in named(change)) == (whose == "parties")


def _asks(scene: Scene) -> tuple[bool, bool, int, bool]:
    """Return how much a scene asks for; of two that ask for the same the great one goes first."""
    return bool(scene.about), scene.when is not None, len(scene.about), scene.great


@lru_cache(maxsize=8)
def _by_happening(content: Content) -> Mapping[str, tuple[Scene, ...]]:
    found: dict[str, tuple[Scene, ...]] = {}
    for scene in content.scenes.values():
        found[scene.on] = (*found.get(scene.on, ()), scene)
    return found


def happenings(change: Change) -> Iterator[str]:
    """Yield what a change is, as scenes name it: by its cause, its kind, or its words."""
    head = change.cause.partition(":")[0]
    if head in BY_CAUSE:
        yield head
    if change.kind == "ending":
        yield "ending"
    if change.reason.code in HAPPENINGS:
        yield change.reason.code


def named(change: Change) -> frozenset[str]:
    """Return the ids that a change is about: its path, what caused it, its words' arguments."""
    subject = change.cause.partition(":")[2]
    event, record = subject.partition("/")[0], subject.rpartition(".")[0]
    return frozenset({change.path, subject, event, record, *_ids(change.reason)})


def _ids(arg: Arg) -> Iterator[str]:
    if isinstance(arg, Message):
        for _, inner in arg.args:
            yield from _ids(inner)
    elif isinstance(arg, tuple):
        for one in arg:
            yield from _ids(one)
    elif isinstance(arg, str):
        yield arg


def shown(viewer: Viewer, cue: Cue) -> Shown:
    """Return what a scene tells a viewer, as things stand."""
    content, scene = viewer.content, cue.scene
    moved = [change for change in cue.changes if change.kind in MOVES]
    text = " ".join(wording(content, viewer.seen, scene.text, viewer.chair).split())
    speaker = fill(content, viewer.seen, scene.speaker)
    return Shown(scene, speaker, text, summary(content, moved, viewer.chair))
