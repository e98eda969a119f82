"""A game in progress as a file that its caller names: written and read without a store."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from game.content.records import Content
from game.players import Player
from game.saves.files import read, write_over
from game.saves.record import from_text, to_text
from game.session import Session
from game.session.keeper import now, to_record
from game.session.keeping import Resumed, resume


def save(session: Session, path: Path | str) -> None:
    """Write a game to a file, over an earlier one; `handshake continue` and `load` open it.

    Raises SaveError when it can't be written.
    """
    write_over(Path(path), to_text(to_record(session, now())))


def load(content: Content, path: Path | str, players: Sequence[Player] = ()) -> Resumed:
    """Return the game of a file, with what there is to know about it in `warnings`.

    `players` are those of one's own that sit in it, found by their names. Raises SaveError for a
    file that is damaged or foreign, of a newer game, or that the loaded packs can't play.
    """
    return resume(content, from_text(read(Path(path)), str(path)), str(path), players)
