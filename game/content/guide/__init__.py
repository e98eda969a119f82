"""The tables of the modding guide, made from the definitions, so that they can't be out of date.

`python -m game.content.guide` writes them into `content/README.md`, between their markers.
"""

from __future__ import annotations

import re

from game.content.guide.tables import blocks

_BLOCK = re.compile(r"<!-- table: ([a-z_]+) -->\n.*?<!-- end -->", re.DOTALL)


def renewed(text: str) -> str:
    """Return a guide with every table between its markers made anew.

    A table stands between `<!-- table: name -->` and `<!-- end -->`. Raises KeyError for a name
    that is no table's.
    """
    made = blocks()
    return _BLOCK.sub(lambda found: _framed(found[1], made[found[1]]), text)


def _framed(name: str, table: str) -> str:
    return f"<!-- table: {name} -->\n\n{table}\n\n<!-- end -->"


def tables_in(text: str) -> list[str]:
    """Return the names of the tables that a guide shows, in order."""
    return [found[1] for found in _BLOCK.finditer(text)]
