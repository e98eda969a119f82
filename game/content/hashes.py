"""A pack's two hashes: of what the rules read, and of what is only read by people."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from game.content.checking import Defined
from game.content.fields import Said
from game.content.nodes import plain
from game.content.packs import Pack
from game.content.records import PackStamp
from game.content.walk import Loc

_TEXT_KINDS = ("codex", "figure", "scene", "source", "unused")
_NOT_PLAYED = ("test",)
_TEXT_KEYS = ("basis", "sources", "lint_ignore", "header")


def stamp(pack: Pack, objects: Iterable[Defined]) -> PackStamp:
    """Return a pack's stamp; mending a typo leaves its hash of rules as it was."""
    rules: list[Any] = []
    texts: list[Any] = []
    for defined in sorted(objects, key=lambda one: (one.kind, one.id)):
        if defined.kind in _NOT_PLAYED:
            continue
        data = plain(defined.node)
        if defined.kind in _TEXT_KINDS:
            texts.append(data)
            continue
        said = _take_texts(defined, data)
        texts.append([defined.kind, defined.id, said])
        rules.append(data)
    info = pack.info
    return PackStamp(info.pack, info.title, info.version, digest(rules), digest(texts))


def _take_texts(defined: Defined, data: dict[str, Any]) -> list[Any]:
    """Move what only people read out of an object's data, and return it with its places."""
    said: list[Any] = [[key, data.pop(key)] for key in _TEXT_KEYS if key in data]
    texts: list[Any] = []
    for visit in reversed(defined.visits):  # the last of a list first, so that none moves
        if isinstance(visit.marker, Said) and "promise" not in visit.loc:
            texts.append([visit.loc, _pop(data, visit.loc)])
    return said + texts[::-1]


def _pop(data: Any, loc: Loc) -> Any:
    for step in loc[:-1]:
        data = data[step]
    return data.pop(loc[-1])


def digest(data: Any) -> str:
    """Return the sha256 of data as canonical JSON."""
    text = json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()
