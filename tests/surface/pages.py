"""The reference as a page: made from docstrings, with an example of each name."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator

from tests.surface.examples import BEFORE, EXAMPLES
from tests.surface.listing import PACKAGES, Entry, entries, lines, members, unloaded

TITLES = {
    "game": "The game",
    "game.testing": "Testing",
    "game.envs": "Environments",
    "game.lab": "The lab",
}
HEAD = """# Reference

Every public name: what it takes and returns, in which units and ranges, what it raises, and an
example that runs as a test. It is made from the docstrings by `python -m tests.surface`.
[Stability](stability.md) says what a version promises about it.

Amounts are whole numbers in each figure's own unit, which content names (`figure:`); money is in
million USD, days are ordinals (`datetime.date.toordinal`), chances are in per cent, and trust,
mood and the like run from 0 to 100. What is of a wrong kind raises `game.UsageError`. All records
are frozen; a state that was returned is never written again.

The examples go on from these lines:

"""


def reference() -> str:
    """Return the whole page."""
    parts = [HEAD, fenced(BEFORE)]
    for package in PACKAGES:
        parts.append(f"\n## {TITLES[package]}: `{package}`\n")
        parts += [part for entry in entries(package) for part in section(entry)]
    return "".join(parts)


def section(entry: Entry) -> Iterator[str]:
    """Yield what is told of one name."""
    first, *rest = lines(entry)
    yield f"\n### `{entry.name}`\n\n"
    if rest:
        yield from (
            f"* `{line.removeprefix(f'{entry.name}.')}`{_said(entry, line)}\n" for line in rest
        )
        yield "\n"
    elif first != entry.name:
        yield f"`{first}`\n\n"
    if entry.doc:
        yield f"{entry.doc}\n\n"
    if entry.name in EXAMPLES:
        yield fenced(EXAMPLES[entry.name])


def _said(entry: Entry, line: str) -> str:
    """Return the first line of what is said of a method or a property."""
    name = line.removeprefix(f"{entry.name}.").partition("(")[0].partition(" ")[0]
    if entry.thing is None:
        methods = (n for n in unloaded(entry.name).body if isinstance(n, ast.FunctionDef))
        told = next((ast.get_docstring(n) for n in methods if n.name == name), "")
    else:
        member = vars(entry.thing).get(name)
        told = inspect.getdoc(member) if member is not None and ":" not in name else ""
    return f": {told.splitlines()[0]}" if told else ""


def fenced(text: str) -> str:
    """Return an example as a block of a page."""
    return f"```python\n{text.strip()}\n```\n"


__all__ = ["members", "reference"]
