"""The agenda's headings as a world has them, for both faces."""

from __future__ import annotations

from game.content.inheriting import world_here
from game.content.records import Content


def groups(content: Content) -> tuple[str, ...]:
    """Return the groups of a world's agenda, in the order in which they are listed."""
    return tuple(world_here(content).groups)


def group_title(content: Content, group: str, *, station: bool = True, short: bool = False) -> str:
    """Return what a group is called, where a station lives or doesn't; `short` where read out."""
    found = world_here(content).groups.get(group)
    if found is None:
        return group.capitalize()
    if short and found.short:
        return found.short
    return found.title if station else found.elsewhere or found.title
