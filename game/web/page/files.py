"""Saves taken out of the browser and brought in: the same files as the terminal's."""

from __future__ import annotations

from game.errors import HandshakeError
from game.saves.files import read, write_new
from game.saves.record import from_text
from game.saves.store import ENDING, SAMPLE, Store
from game.text.language import _

MOST_LETTERS = 8_000_000
"""Of a save that is brought in; a browser's store has bounds."""
MOST_SAVES = 200


def kept() -> list[str]:
    """Return the names of the saves there are, the latest first."""
    return [one.name for one in Store().listed() if one.name != SAMPLE]


def text_of(name: str) -> str:
    """Return a save as its file holds it. Raises SaveError where there is none."""
    return read(Store().path(name))


def brought(name: str, text: str) -> str:
    """Keep a save that was brought in, under a name of its own, and say what came of it."""
    store, stem = Store(), name.removesuffix(ENDING)
    if len(text) > MOST_LETTERS or len(kept()) >= MOST_SAVES:
        return _(
            "{name} is not kept: there is room for {saves} saves of {letters} letters. Take some "
            "out first.",
            name=name,
            saves=MOST_SAVES,
            letters=MOST_LETTERS,
        )
    try:
        from_text(text, name)
        free = _free(store, stem)
        write_new(store.path(free), text)
    except HandshakeError as error:
        return _("{name} is not kept: {why}", name=name, why=error)
    return _("{name} is kept, as {free}: the list of saves has it.", name=name, free=free)


def removed(name: str) -> str:
    """Remove a save and how it stood before, and say so."""
    store = Store()
    try:
        store.path(name).unlink(missing_ok=True)
        store.earlier.forget(name)
    except (HandshakeError, OSError) as error:
        return _("{name} is still there: {why}", name=name, why=error)
    return _("{name} is removed.", name=name)


def _free(store: Store, stem: str) -> str:
    """Return a name that no save has yet. Raises SaveError for one that none can have."""
    name, number = stem, 1
    while name == SAMPLE or store.path(name).exists():  # a sample is in no list
        number += 1
        name = f"{stem}-{number}"
    store.check_new(name)
    return name
