"""The packs of a save that aren't played with now, where they lie at hand: they come along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.content.places import content_root
from game.content.records import Content
from game.errors import ContentError, PackError
from game.packs.places import pack_directory
from game.saves.record import PackMark, Record
from game.text.language import _

if TYPE_CHECKING:
    from game.packs.kept import Kept

Taken = tuple[Content, tuple[str, ...]]
"""Content to go on with, and what its player should know of it, a sentence each."""


def taken_along(content: Content, record: Record, packs: Sequence[Path]) -> Taken:
    """Return content with those of a save's packs that it lacks and that are kept.

    `packs` are those that the content has besides the game's own. A save whose packs are all
    loaded costs nothing. Where one that is kept can't be played with, none comes along, and a
    sentence says why. Raises PackError where it can't be told what is kept.
    """
    loaded = {pack.id for pack in content.packs}
    found = list(_at_hand([mark for mark in record.packs if mark.id not in loaded]))
    if not found:
        return content, ()
    from game.content.cached import load_content

    try:
        wider = load_content((*packs, *(one.folder for _mark, one in found)))
    except (ContentError, PackError) as error:
        names = ", ".join(mark.title for mark, _one in found)
        said = _("Packs of this game are kept, but can't be played with: {packs}.", packs=names)
        return content, (f"{said} {error}",)
    return wider, tuple(_told(mark, one) for mark, one in found)


def _at_hand(lacking: Sequence[PackMark]) -> Iterator[tuple[PackMark, Kept]]:
    """Yield the packs that lie in the player's directory, or beside the game's own."""
    directory = pack_directory() if lacking else None
    if directory is None:
        return
    from game.packs.kept import kept

    places = (place for place in (directory, content_root()) if place.is_dir())
    usable = [one for place in places for one in kept(place) if one.info is not None]
    for mark in lacking:
        several = [one for one in usable if one.id == mark.id]
        if several:
            same = (one for one in several if one.info and one.info.version == mark.version)
            yield mark, next(same, several[0])


def _told(mark: PackMark, one: Kept) -> str:
    """Return that a pack came along, and how to do without it."""
    version = one.info.version if one.info else mark.version
    return _(
        "This game was played with {title} ({id}), which isn't enabled: version {version} has "
        "come along. `--no-packs` goes on without.",
        title=mark.title,
        id=mark.id,
        version=version,
    )
