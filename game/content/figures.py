"""The game's own words for figures, for packs and worlds that have none of their own."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from game.content.checking import check
from game.content.definitions.figures import Figure
from game.content.expressions.library import Library
from game.content.measuring import figure_words
from game.content.names import Names
from game.content.nodes import Mapping, Sequence, plain
from game.content.places import content_root
from game.content.reader import read_file
from game.content.records import FigureWords
from game.content.records.content import BASE

FILE = Path(BASE) / "figures.yaml"
OWN_NAMES = Library(Names())  # what pulls at a figure reads the rules' own names alone


@lru_cache(maxsize=1)
def usual_figures() -> tuple[FigureWords, ...]:
    """Return what the base pack of the game says of each figure."""
    root = read_file(content_root() / FILE, str(FILE)).root
    return tuple(map(_read, root.items)) if isinstance(root, Sequence) else ()


def _read(node: object) -> FigureWords:
    assert isinstance(node, Mapping)
    id_ = str(plain(node.values["figure"]))
    defined, _ = check("figure", id_, BASE, node)
    assert defined is not None and isinstance(defined.model, Figure)
    return figure_words(OWN_NAMES, id_, defined.model, usual=True)
