"""Saving a game as it goes: under one name, never over what somebody else has written."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime

from game.errors import ChangedMeanwhile, SaveError
from game.rules.encoding import digest, encode_state
from game.saves.files import fingerprint
from game.saves.finished import finish
from game.saves.iron import Reached, Register
from game.saves.met import remember
from game.saves.packs import marks
from game.saves.record import FORMAT, Branched, Record, Taken, to_text
from game.saves.store import Opened, Store
from game.session import Session
from game.session.finishing import finishes_of
from game.session.meeting import cards_met, run_of
from game.text.language import N_, _
from game.version import game_version

Clock = Callable[[], datetime]
ELSEWHERE = N_(
    "{old} has been changed since this game read it, in another window or by a copy put in its "
    "place. That file stays as it is; this game goes on as {new}."
)


def now() -> datetime:
    """Return the time that a save is marked with."""
    return datetime.now(UTC)


def to_record(session: Session, saved_at: datetime) -> Record:
    """Return a session as a save holds it."""
    setup, parent = session.setup, session.parent
    taken = zip(session.decisions, session.reasons, after(session), strict=True)
    return Record(
        format=FORMAT,
        game=game_version(),
        saved_at=saved_at.isoformat(timespec="seconds"),
        scenario=setup.scenario,
        chair=setup.chair,
        seed=setup.seed,
        level=setup.level,
        hazards=setup.hazards,
        seats=dict(session.seats),
        hindsight=session.hindsight,
        packs=marks(session.content),
        chain=list(session.chain),
        decisions=[Taken.of(*row) for row in taken],
        opening=encode_state(session.opening) if session.opening else None,
        snapshot=encode_state(session.state),
        iron=session.iron,
        edited=session.edited,
        parent=Branched(save=parent.save, turn=parent.turn) if parent else None,
        met=list(setup.met),
    )


def after(session: Session) -> list[str]:
    """Return the beginning of a hash of the state that each decision of a session led to."""
    known = session.fingerprints
    known.extend(digest(state)[:8] for state in session.states[len(known) + 1 :])
    return known


class Keeper:
    """Saves a game as it goes: under one name of its own, found at the first save."""

    def __init__(self, store: Store, name: str = "", clock: Clock = now) -> None:
        """Save to a store; `name` is that of the save being gone on with, if any."""
        self.store = store
        self.name = name
        self.clock = clock
        self.register = Register(store.directory)
        self.reached: Reached | None = None
        self.latest: Record | None = None
        self.seen = ""
        self.noted = 0

    def goes_on_from(self, opened: Opened) -> None:
        """Write over the save that was opened, as long as nobody else has."""
        self.latest, self.seen = opened.record, opened.seen

    def __call__(self, session: Session) -> None:
        """Save the game now, unless it is saved as it stands.

        A save that somebody else has changed is left alone; the game goes on under a new name.
        Raises SaveError when it can't be written.
        """
        record = to_record(session, self.clock())
        if not session.iron and self._stands(record):
            return
        self._note(session)
        with self.store.locked():
            self._save(session, record)
            self._finish(session, record)

    def _finish(self, session: Session, record: Record) -> None:
        """Keep what a run that has ended left; where that fails the run is saved all the same."""
        if session.over:
            with suppress(SaveError):
                for one in finishes_of(session, self.name, record.saved_at):
                    finish(self.store.directory, one)

    def _save(self, session: Session, record: Record) -> None:
        """Write a record down, unless it stands; of an iron run as nobody else has played it on."""
        if session.iron:
            self.register.hold(session.iron, self.reached)
        if not self._stands(record):
            self._write(session, record)
        if session.iron:
            self.reached = self.register.advance(record)

    def _note(self, session: Session) -> None:
        """Keep which cards people have met, once a turn; where that fails the game goes on."""
        if session.people and (session.state.turn != self.noted or session.over):
            self.noted = session.state.turn
            with suppress(SaveError):
                remember(self.store.directory, run_of(session), cards_met(session))

    def _stands(self, record: Record) -> bool:
        """Return whether a record is in the file already, but for the time."""
        if self.latest is None or not self.name or not self.store.path(self.name).exists():
            return False
        return replace(record, saved_at=self.latest.saved_at) == self.latest

    def _write(self, session: Session, record: Record) -> None:
        if not self.name:
            self.create(record)
            return
        try:
            self.seen = self.store.replace(self.name, record, self.seen)
        except ChangedMeanwhile:
            old = self.name
            self.create(record)
            session.notices.append(_(ELSEWHERE, old=old, new=self.name))
            return
        before, self.latest = self.latest, record
        if before and not session.iron and before.snapshot["turn"] != record.snapshot["turn"]:
            self.store.keep_earlier(self.name, before)

    def create(self, record: Record, name: str = "") -> None:
        """Write a new save, under a name of its own or a given one.

        Raises SaveError when the name is taken, or it can't be written.
        """
        if name:
            self.store.create_as(name, record)
        else:
            name = self.store.create(record)
        self.name, self.latest, self.seen = name, record, fingerprint(to_text(record))
