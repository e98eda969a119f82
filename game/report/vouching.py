"""How far what a save says of itself is believed by whoever tells of it."""

from __future__ import annotations

from game.content.records import Content
from game.errors import SaveError
from game.saves.iron import Register
from game.saves.record import Record
from game.saves.store import Store
from game.session import Session
from game.session.keeping import resume
from game.text.language import N_, _

IRON_BY_ITSELF = N_(
    "The save calls itself an iron run, but the register here doesn't know it so: it may be a copy."
)


def as_told(content: Content, store: Store, name: str) -> tuple[Session, tuple[str, ...]]:
    """Return a saved game to tell of, and what there is to doubt in it, a sentence each.

    It counts as an iron run only where the register knows it, and no further. Raises SaveError
    when there is none, or it can't be read.
    """
    record, where = store.load(name), str(store.path(name))
    session = resume(content, record, where).session
    if not session.iron or vouched(Register(store.directory), record):
        return session, ()
    session.iron = ""
    return session, (_(IRON_BY_ITSELF),)


def vouched(register: Register, record: Record) -> bool:
    """Return whether a register knows a record's iron run, and none that has come further."""
    try:
        return register.admit(record, "")
    except SaveError:
        return False
