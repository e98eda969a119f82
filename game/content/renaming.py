"""What packs called otherwise once, and what is no more: so that old saves are followed."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.definitions import KINDS
from game.content.definitions.stories import Story
from game.content.findings import Finding, finding
from game.content.objects import Objects
from game.content.packs import Pack
from game.text.counting import with_article
from game.text.near import did_you_mean

Table = dict[str, dict[str, str]]
STAYS = ("partner", "scenario")
"""Kinds whose ids a save is told by, and that keep them."""
DROPPED = ("event", "dilemma", "flag", "pattern")
"""Kinds of which a saved game can do without what is removed."""


def renamed(objects: Objects) -> Table:
    """Return, by kind, the whole ids that were and what they are now."""
    found: Table = {}
    for pack in objects.packs:
        for kind, ids in pack.info.renamed.items():
            whole = {objects.qualified(pack.id, old): objects.qualified(pack.id, new)
                     for old, new in ids.items()}  # fmt: skip
            found[kind] = found.get(kind, {}) | whole
    return found


def removed(objects: Objects) -> Table:
    """Return, by kind, the whole ids that are no more, and what players called them.

    They are those that patches took out, and those that packs say they had.
    """
    found: Table = {}
    for pack in objects.packs:
        for kind, ids in pack.info.removed.items():
            found.setdefault(kind, {}).update({objects.qualified(pack.id, x): x for x in ids})
    for (kind, id_), defined in objects.unpatched.items():
        if id_ not in objects.of(kind):
            model = defined.model
            title = model.title if isinstance(model, Story) else id_
            found.setdefault(kind, {})[id_] = title
    return found


def check(objects: Objects) -> Iterator[Finding]:
    """Yield what packs say wrongly of what they had."""
    for pack in objects.packs:
        for kind, ids in pack.info.renamed.items():
            wrong = _wrong_kind(kind, kind not in STAYS)
            if wrong:
                yield finding("E057", pack.mark("renamed", kind), *wrong)
                continue
            for old, new in ids.items():
                yield from _was(objects, pack, ("renamed", kind, old), old)
                yield from _is(objects, pack, kind, old, new)
        for kind, listed in pack.info.removed.items():
            wrong = _wrong_kind(kind, kind in DROPPED)
            if wrong:
                yield finding("E057", pack.mark("removed", kind), *wrong)
                continue
            for place, old in enumerate(listed):
                yield from _was(objects, pack, ("removed", kind, place), old)


def _wrong_kind(kind: str, able: bool) -> tuple[str, str] | None:
    if kind not in KINDS:
        return f'there is no kind "{kind}"', did_you_mean(kind, KINDS)
    return None if able else (f"saves can't do without the id of {with_article(kind)}", "keep it")


def _was(objects: Objects, pack: Pack, loc: tuple[str | int, ...], old: str) -> Iterator[Finding]:
    """What a pack had isn't there any more, as nothing: ids are told apart by nothing else."""
    whole = objects.qualified(pack.id, old)
    kind = next((kind for kind, ids in objects.named.items() if whole in ids), "")
    if kind:
        said = f'"{old}" is there still, as the id of {with_article(kind.replace("_", " "))}'
        yield finding("E057", pack.mark(*loc), said, "give the new one an id that was never used")


def _is(objects: Objects, pack: Pack, kind: str, old: str, new: str) -> Iterator[Finding]:
    whole = objects.qualified(pack.id, new)
    if whole not in objects.named.get(kind, ()):
        said = f'there is no {kind.replace("_", " ")} "{new}" in this pack'
        mine = (objects.written(one, pack.id) for one in objects.named.get(kind, ()))
        yield finding("E040", pack.mark("renamed", kind, old), said, did_you_mean(new, mine))
