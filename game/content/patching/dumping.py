"""Objects as the game has them, merged, written as content is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml

from game.content.checking import Defined
from game.content.nodes import plain
from game.content.objects import Objects

WIDTH = 96


class _Dumper(yaml.SafeDumper):
    """Writes YAML as content reads it: no links between what is alike."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out in its place."""
        return True


def dumped(objects: Objects, several: Iterable[Defined]) -> str:
    """Return objects as a file of content, each under its place and who has patched it."""
    return "\n".join(_dumped(objects, one) for one in several)


def _dumped(objects: Objects, one: Defined) -> str:
    packs = dict.fromkeys(change.pack for change in objects.changes(one.kind, one.id))
    by = f", patched by {', '.join(packs)}" if packs else ""
    text: str = yaml.dump(
        [plain(one.node)], Dumper=_Dumper, width=WIDTH, allow_unicode=True, sort_keys=False
    )
    return f"# {one.pack}, {one.mark(())}{by}\n{text}"
