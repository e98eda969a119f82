"""The packs that a game is played with: those that are enabled, and those that were named."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.errors import ContentError, HandshakeError, PackError
from game.packs.choice import enabled_in
from game.packs.places import pack_directory
from game.text.language import _


def enabled() -> tuple[Path, ...]:
    """Return the folders of the enabled packs that are there, in the player's order.

    Raises PackError where it can't be told which are.
    """
    directory = pack_directory()
    if directory is None:
        return ()
    found = (directory / name for name in enabled_in(directory))
    return tuple(path for path in found if path.is_dir())


def named(name: Path) -> Path:
    """Return the pack that a name on the command line means: a folder here, else a kept one."""
    directory = pack_directory()
    if directory is None or len(name.parts) != 1 or name.exists():
        return name
    if (directory / name).is_dir():
        return directory / name
    from game.packs.kept import kept

    return next((one.folder for one in kept(directory) if one.id == str(name)), name)


def played(given: Sequence[Path] = ()) -> tuple[Path, ...]:
    """Return the enabled packs and then the named ones, which come before enabled ones of their id.

    Raises PackError where it can't be told which are enabled.
    """
    own, wanted = enabled(), tuple(named(path) for path in given)
    if not (own and wanted):
        return (*own, *wanted)
    from game.packs.kept import id_of

    ids = {id_of(path) for path in wanted}
    return (*(path for path in own if id_of(path) not in ids), *wanted)


def renewed(packs: Sequence[Path]) -> tuple[Path, ...]:
    """Return the packs to play with once other ones are enabled: these, and those that were named.

    Raises PackError where it can't be told which are enabled.
    """
    directory = pack_directory()
    return (*enabled(), *(path for path in packs if path.parent != directory))


def with_way_out(error: HandshakeError) -> str:
    """Return what an error says, and how to play all the same where an enabled pack is the cause.

    Raises nothing: where it can't be told what is enabled, that is the error.
    """
    if not isinstance(error, ContentError | PackError):
        return str(error)
    try:
        ids = [path.name for path in enabled()]
    except HandshakeError:
        return str(error)
    if not ids:
        return str(error)
    told = _(
        "Enabled packs: {packs}. `handshake pack disable NAME` leaves one out for good, "
        "`--no-packs` all of them for once.",
        packs=", ".join(ids),
    )
    return f"{error}\n{told}"
