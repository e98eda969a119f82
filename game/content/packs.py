"""Find packs, read what each says of itself, and put them in order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field, ValidationError

from game.content.checking import locate, said_wrong
from game.content.fields import ID_PATTERN, Strict, Word
from game.content.findings import Finding, Mark, finding
from game.content.nodes import Mapping, plain
from game.content.places import shown
from game.content.reader import read_file
from game.content.records.content import BASE, STATION
from game.content.versions import VERSION, PackRanges, fits_range, met
from game.regular import reason
from game.text.near import did_you_mean
from game.version import game_version

FORMAT = 1
"""The version of the content format that this game reads."""
"""The world of packs that name none: the space station."""

_MEANT = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
PackIds = list[Annotated[str, Field(min_length=1)]]


class PackInfo(Strict):
    """What `pack.yaml` says."""

    pack: str
    title: str
    version: str
    format: int
    game: str = ">=0"
    requires: PackRanges = Field(default_factory=dict)
    optional: PackIds = Field(default_factory=list)
    conflicts: PackRanges = Field(default_factory=dict)
    after: PackIds = Field(default_factory=list)
    includes: PackIds = Field(default_factory=list)
    world: Annotated[str, Field(pattern=ID_PATTERN.pattern + "$")] = STATION
    borrows: dict[str, PackIds] = Field(default_factory=dict)
    renamed: dict[str, dict[str, Word]] = Field(default_factory=dict)
    removed: dict[str, PackIds] = Field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack on disk; `node` is its `pack.yaml` as read, for marks; `own` is the game's."""

    info: PackInfo
    path: Path
    node: Mapping = field(repr=False, compare=False)
    own: bool = False

    @property
    def id(self) -> str:
        """The pack's id, the prefix of what it defines."""
        return self.info.pack

    def mark(self, *loc: str | int) -> Mark:
        """Where a part of `pack.yaml` stands."""
        return locate(self.node, loc)

    def named(self, key: str, id_: str) -> Mark:
        """Where a pack is named under a key, in a list or a map."""
        node = self.node.values.get(key)
        if isinstance(node, Mapping):
            return locate(self.node, (key, id_), key=True)
        return self.mark(key, plain(node).index(id_)) if node else self.mark(key)

    def files(self) -> list[Path]:
        """Return the files that hold objects, in the order of their names."""
        return [path for path in self._visible() if path.suffix == ".yaml" and not _is_info(path)]

    def unread(self) -> list[Path]:
        """Return the files that look like content and aren't read for their names."""
        own = self.path / "pack.yaml"
        named = (path for path in self._visible() if _MEANT.search(path.name))
        return [p for p in named if (_is_info(p) or p.suffix != ".yaml") and not _same(p, own)]

    def _visible(self) -> list[Path]:
        found = self.path.rglob("*")
        return sorted(
            p for p in found if not any(x[0] == "." for x in p.relative_to(self.path).parts)
        )


def _is_info(path: Path) -> bool:
    """Return whether a file is named as the one that says what a pack is, well or badly."""
    return _MEANT.sub("", path.name).lower() == "pack"


def _same(one: Path, other: Path) -> bool:
    """Return whether two names are of one file, as they are where case doesn't count."""
    return one.exists() and one.samefile(other)


def find_packs(root: Path, extra: Sequence[Path]) -> tuple[list[Pack], list[Finding]]:
    """Return the game's own packs in `root` and the extra ones, in order, with what is wrong."""
    base, found = read_pack(root / BASE, own=True)
    packs: dict[str, Pack] = {base.id: base} if base else {}
    mine = [root / name for name in base.info.includes] if base else []
    for path in (*mine, *extra):
        pack, wrong = read_pack(path, own=path in mine)
        found += wrong
        if pack is None:
            continue
        if pack.id in packs:
            first = shown(packs[pack.id].path)
            found.append(finding("E076", pack.mark("pack"), f"{first} is the pack {pack.id} too"))
            continue
        packs[pack.id] = pack
    found += _at_odds(packs)
    ordered, cycle = _ordered(packs)
    return ordered, found + cycle


def read_pack(path: Path, own: bool = False) -> tuple[Pack | None, list[Finding]]:
    """Read one pack's own file; the pack is None when it can't be used. `own`: the game's."""
    file = path / "pack.yaml"
    if wrong := _unreachable(file):
        return None, [finding("E070", Mark(shown(file), 1, 1), wrong, _meant(path))]
    parsed = read_file(file, shown(file))
    found = list(parsed.findings)
    if not parsed.whole or not isinstance(parsed.root, Mapping):
        if not found:
            found.append(finding("E070", parsed.source.mark(0, 0), "a pack.yaml is one map"))
        return None, found
    try:
        info = PackInfo.model_validate(plain(parsed.root))
    except ValidationError as refused:
        return None, [*found, *said_wrong("pack", PackInfo, parsed.root, refused)]
    pack = Pack(info, path, parsed.root, own)
    unfit = list(_unfit(pack))
    return (None if unfit else pack), [*found, *unfit, *_misnamed(pack)]


def _meant(path: Path) -> str:
    """Return a hint at what may be meant for the pack.yaml that a directory doesn't have."""
    try:
        names = sorted(one.name for one in path.iterdir())
    except OSError:
        names = []
    meant = [name for name in names if _MEANT.search(name) and _is_info(Path(name))]
    if meant:
        return f'rename "{meant[0]}" to pack.yaml'
    if path.is_file():
        return f"a pack is a folder: name {shown(path.parent)}"
    if path.is_dir():
        return "`handshake pack new` begins a pack, with the pack.yaml that each has"
    return "there is no such folder either; `handshake pack list` names the packs that you keep"


def _misnamed(pack: Pack) -> Iterator[Finding]:
    """Yield the files of a pack that look like content and aren't read."""
    for path in pack.unread():
        said = "a file of content ends in .yaml, in small letters"
        hint = f'rename it to "{_MEANT.sub("", path.name)}.yaml"'
        if _is_info(path):
            said, hint = "a pack has one pack.yaml, at its top", "a pack of its own lies elsewhere"
        yield finding("E018", Mark(shown(path), 1, 1), f"this file is not read: {said}", hint)


def _unreachable(file: Path) -> str:
    """Return why nothing can be at a path; empty where something is."""
    try:
        file.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return "there is no such file"
    except OSError as error:
        return f"it can't be reached: {reason(error)}"
    return ""


def _unfit(pack: Pack) -> Iterator[Finding]:
    """Yield why this game can't use a pack, whatever the other packs are."""
    info = pack.info
    if not ID_PATTERN.fullmatch(info.pack):
        able = re.sub(r"[^a-z0-9]+", "_", info.pack.lower()).strip("_")
        hint = f"write {able}" if ID_PATTERN.fullmatch(able) else ""
        yield finding("E029", pack.mark("pack"), f'"{info.pack}" can\'t be an id', hint)
    if info.format != FORMAT:
        said = f"format {info.format}; this game reads format {FORMAT}"
        yield finding("E074", pack.mark("format"), said)
    if not VERSION.fullmatch(info.version):
        yield finding("E075", pack.mark("version"), f'"{info.version}" is no version')
    fits = fits_range(game_version(), info.game)
    if fits is None:
        yield finding("E075", pack.mark("game"), f'"{info.game}" is no range', 'as in ">=0.1, <2"')
    elif not fits:
        said = f"made for game {info.game}; this is {game_version()}"
        yield finding("E075", pack.mark("game"), said)


def _at_odds(packs: dict[str, Pack]) -> Iterator[Finding]:
    for pack in packs.values():
        for wanted, versions in pack.info.requires.items():
            if not met(_number(packs, wanted), versions):
                said, hint = _lacking(pack.id, wanted, versions, packs)
                yield finding("E071", pack.named("requires", wanted), said, hint)
        for other, versions in pack.info.conflicts.items():
            if met(_number(packs, other), versions):
                said = f'{pack.id} can\'t be played together with "{other}" {versions}'.rstrip()
                yield finding("E072", pack.named("conflicts", other), said)


def _number(packs: dict[str, Pack], id_: str) -> str | None:
    """Return the version of a pack that is there."""
    return packs[id_].info.version if id_ in packs else None


def _lacking(id_: str, wanted: str, versions: str, packs: dict[str, Pack]) -> tuple[str, str]:
    """Return that a pack which another requires isn't there, or not as it is wanted."""
    if wanted not in packs:
        said = f'{id_} requires the pack "{wanted}", which isn\'t there'
        return said, did_you_mean(wanted, packs)
    said = f'{id_} requires "{wanted}" {versions}; here is {packs[wanted].info.version}'
    return said, "use a version that fits"


def _ordered(packs: dict[str, Pack]) -> tuple[list[Pack], list[Finding]]:
    """Return packs so that each comes after what it needs, else as they were given.

    The base comes first.
    """
    waiting = {id_: earlier(pack) & packs.keys() for id_, pack in packs.items()}
    ordered: list[Pack] = []
    while waiting:
        ready = [id_ for id_, needs in waiting.items() if not needs & waiting.keys()]
        if not ready:
            return ordered, [_cycle(packs, sorted(waiting))]
        ordered.append(packs[ready[0]])
        del waiting[ready[0]]
    return ordered, []


def earlier(pack: Pack) -> set[str]:
    """Return the packs that a pack says it comes after, the base among them."""
    named = {*pack.info.requires, *pack.info.optional, *pack.info.after}
    return named | ({BASE} if pack.id != BASE else set())


def _cycle(packs: dict[str, Pack], ids: list[str]) -> Finding:
    said = f"these packs wait for one another: {', '.join(ids)}"
    return finding("E073", packs[ids[0]].mark("pack"), said)
