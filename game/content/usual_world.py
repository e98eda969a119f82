"""The world that all worlds inherit from in the end, as the game's own base declares it.

It is read and checked here; content that was compiled has it as a record.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from game.content.checking import check
from game.content.definitions.worlds import World as Declared
from game.content.nodes import Mapping as Node
from game.content.nodes import Sequence, plain
from game.content.places import content_root
from game.content.reader import read_file
from game.content.records import Group, Legacy, World
from game.content.records.content import BASE, STATION

FILE = Path(BASE) / "world.yaml"


@lru_cache(maxsize=1)
def declared() -> Declared:
    """Return what the game's own base declares, whichever packs are played."""
    root = read_file(content_root() / FILE, str(FILE)).root
    assert isinstance(root, Sequence) and isinstance(root.items[0], Node)
    node = root.items[0]
    defined, _ = check("world", str(plain(node.values["world"])), BASE, node)
    assert defined is not None and isinstance(defined.model, Declared)
    return defined.model


@lru_cache(maxsize=1)
def usual_world() -> World:
    """Return the same as the record that all worlds inherit from in the end."""
    model = declared()
    return World(
        STATION,
        groups={
            name: Group(one.title, one.short or "", one.elsewhere or "")
            for name, one in (model.groups or {}).items()
        },
        ladder=tuple(model.ladder or ()),
        legacies=tuple(Legacy(one.figure, one.topic) for one in model.legacies or ()),
        grades=tuple((one.letter, one.ahead) for one in model.grades or ()),
        words={code: said.strip() for code, said in model.words.items()},
        usual=True,
    )
