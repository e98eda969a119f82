"""What a pack is and what it changes, in lines: for the page and for `handshake pack info`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from game.content.findings import Finding, errors
from game.content.load import Checked, read_content
from game.content.packs import PackInfo
from game.content.places import content_root
from game.packs.kept import kept, sound
from game.text.language import _, ngettext
from game.text.lists import comma_listed

MOST = 12
"""So many ids of a kind are named."""


def about(info: PackInfo) -> Iterator[str]:
    """Yield what a pack says of itself."""
    yield _("{title}, version {version} ({id})", title=info.title, version=info.version,
            id=info.pack)  # fmt: skip
    if info.game != ">=0":
        yield _("for the game {versions}", versions=info.game)
    if info.requires:
        yield _("needs {packs}", packs=comma_listed(map(str, info.requires)))
    if info.conflicts:
        yield _("can't be played with {packs}", packs=comma_listed(map(str, info.conflicts)))
    if info.world != "station":
        yield _("plays in a world of its own, {world}", world=info.world)


def adds(checked: Checked, id_: str) -> Iterator[str]:
    """Yield what a pack adds, a line for each kind of object."""
    by_kind: dict[str, list[str]] = {}
    for one in checked.objects.each():
        if one.pack == id_:
            by_kind.setdefault(one.kind, []).append(one.id.rpartition(":")[2])
    for kind, ids in by_kind.items():
        shown = comma_listed(ids[:MOST]) + (", …" if len(ids) > MOST else "")
        yield _("adds {kind}: {ids}", kind=kind.replace("_", " "), ids=shown)


def changes(checked: Checked, id_: str) -> Iterator[str]:
    """Yield what a pack changes of others, a line for each patch."""
    for one in checked.objects.outcomes:
        if one.pack != id_:
            continue
        fields = [change.field for change in one.changes if change.field]
        if one.state != "applied":
            yield _("leaves {target} as it is: {why}", target=one.target, why=one.why)
        elif fields:
            shown = comma_listed(fields[:MOST]) + (", …" if len(fields) > MOST else "")
            yield _("changes {target}: {fields}", target=one.target, fields=shown)
        else:
            yield _("takes out {target}", target=one.target)


def state_of(findings: Sequence[Finding]) -> str:
    """Return how many findings there are, in a line."""
    wrong = len(errors(findings))
    if wrong:
        return ngettext("{n} error: it can't be played", "{n} errors: it can't be played", wrong)
    return ngettext("{n} warning", "{n} warnings", len(findings)) if findings else _("no findings")


def checked_with(folder: Path, directory: Path | None) -> tuple[Checked, tuple[Finding, ...]]:
    """Return a pack as read with what it needs of the kept ones, and the findings in itself.

    Raises UsageError for a folder that holds no pack.
    """
    if folder.resolve().parent == content_root():
        own = read_content()
        return own, own.findings
    needs = tuple(_needed(folder, directory)) if directory else ()
    checked = read_content((*needs, folder))
    return checked, checked.findings


def _needed(folder: Path, directory: Path) -> Iterator[Path]:
    """Yield the folders of kept packs that a pack needs, and of what those need."""
    at_hand = {one.id: one for one in kept(directory) if one.info}
    own = sound(folder).info
    wanted, seen = list(own.requires), {own.pack}
    while wanted:
        name = wanted.pop()
        one = at_hand.get(name)
        if one is not None and one.info is not None and name not in seen:
            seen.add(name)
            wanted += one.info.requires
            yield one.folder
