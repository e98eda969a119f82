"""Packs enabled, disabled and put in order; what can't be played with is never enabled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.content.cached import check_content
from game.content.findings import Finding, errors
from game.errors import PackError, UsageError
from game.packs.choice import enable_in, enabled_in
from game.packs.kept import Kept, find
from game.text.language import _, ngettext

SHOWN = 5


def enable(directory: Path, name: str) -> Kept:
    """Enable a kept pack, after those that are; return it.

    Raises UsageError where there is none, and PackError where it can't be played with the others.
    """
    one = find(directory, name)
    on = enabled_in(directory)
    if one.info is None:
        raise PackError(_not_enabled(name, one.problem))
    if one.folder.name not in on:
        wanted = (*on, one.folder.name)
        wrong = errors(check_content(_paths(directory, wanted)))
        if wrong:
            raise PackError(_not_enabled(name, _shown(wrong)))
        enable_in(directory, wanted)
    return one


def disable(directory: Path, name: str) -> Kept:
    """Disable a pack, and return it. Raises UsageError where there is none of that name."""
    one = find(directory, name)
    on = enabled_in(directory)
    enable_in(directory, [other for other in on if other != one.folder.name])
    return one


def reorder(directory: Path, names: Sequence[str]) -> tuple[str, ...]:
    """Let enabled packs be read in this order, those that aren't named after them.

    Returns the folders in their new order. Raises UsageError for a pack that isn't enabled.
    """
    on = enabled_in(directory)
    first: dict[str, None] = {}
    for name in names:
        one = find(directory, name)
        if one.folder.name not in on:
            raise UsageError(
                _("{pack} isn't enabled; `handshake pack enable {pack}` does that.", pack=name)
            )
        first[one.folder.name] = None
    order = (*first, *(name for name in on if name not in first))
    enable_in(directory, order)
    return order


def move(directory: Path, folder: str, by: int) -> None:
    """Move an enabled pack so many places down the order, up where `by` is less than 0."""
    on = list(enabled_in(directory))
    if folder in on:
        place = on.index(folder)
        on.insert(max(0, place + by), on.pop(place))
        enable_in(directory, on)


def _paths(directory: Path, names: Sequence[str]) -> list[Path]:
    return [path for path in (directory / name for name in names) if path.is_dir()]


def _not_enabled(name: str, why: str) -> str:
    return _("{pack} is not enabled: {why}", pack=name, why=why)


def _shown(wrong: Sequence[Finding]) -> str:
    """Return the first of several mistakes, in lines."""
    lines = [one.render() for one in wrong[:SHOWN]]
    count = ngettext("{n} error", "{n} errors", len(wrong))
    return "\n".join((count, *lines))
