"""How a save says that its game stands: for the eye, before its decisions are taken again.

Nothing can be decided on it. What is wrong with the save is told by whoever goes on with it.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.content.records import Content
from game.content.scoping import scoped
from game.errors import SaveError
from game.rules.state import State
from game.saves.iron import Register
from game.saves.packs import missing
from game.saves.record import PERSON
from game.saves.snapshot import admit, setup_of
from game.saves.store import Store


@dataclass(frozen=True, slots=True)
class Glimpse:
    """A state to be looked at, and the chairs in which people sit, in the scenario's order."""

    content: Content
    state: State
    people: tuple[str, ...]


def glimpse(content: Content, store: Store, name: str) -> Glimpse | None:
    """Return how a save says that its game stands; None where the packs can't play it.

    None also where one of its packs isn't loaded, and for an iron run that has come further than
    the save.
    """
    try:
        opened = store.open(name)
        record, where = opened.record, str(opened.path)
        if missing(content, record):
            return None
        if record.iron:
            Register(store.directory).admit(record, where)
        state = admit(content, setup_of(record), record.snapshot, where).state
    except SaveError:
        return None
    chairs = content.scenarios[record.scenario].chairs
    people = tuple(chair for chair in chairs if record.seats.get(chair) == PERSON)
    return Glimpse(scoped(content, record.scenario), state, people)
