"""Between a game in progress and its saved form: record, resume, verify, and save as it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from game.content.records import Content
from game.errors import IllegalDecision, SaveError
from game.players import ROSTER
from game.rules.encoding import encode_state
from game.rules.setup import Setup
from game.rules.state import State
from game.saves.packs import differences, marks
from game.saves.record import FORMAT, WAY_OUT, Record, Taken
from game.saves.snapshot import admit
from game.saves.store import Store
from game.session import PERSON, Session
from game.version import game_version

Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Resumed:
    """A game to go on with, and what its player should know about it, a sentence each.

    `anew` says that its history starts at the snapshot, with what led there left behind.
    """

    session: Session
    warnings: tuple[str, ...] = ()
    anew: bool = False


def now() -> datetime:
    """Return the time that a save is marked with."""
    return datetime.now(UTC)


def to_record(session: Session, saved_at: datetime) -> Record:
    """Return a session as a save holds it."""
    setup = session.setup
    taken = zip(session.decisions, session.reasons, strict=True)
    return Record(
        format=FORMAT,
        game=game_version(),
        saved_at=saved_at.isoformat(timespec="seconds"),
        scenario=setup.scenario,
        chair=setup.chair,
        seed=setup.seed,
        level=setup.level,
        hazards=setup.hazards,
        seats=session.seats,
        hindsight=session.hindsight,
        packs=marks(session.content),
        chain=session.chain,
        decisions=[Taken.of(decision, why) for decision, why in taken],
        opening=encode_state(session.opening) if session.opening else None,
        snapshot=encode_state(session.state),
    )


def resume(content: Content, record: Record, where: str = "The save") -> Resumed:
    """Return the game of a record, ready to be gone on with.

    The snapshot is what loads. Where the decisions lead to it, the game has its pages and can be
    undone; where they don't, because packs or rules have changed, history starts at the snapshot,
    and a warning says why. Raises SaveError for a record that the loaded packs can't play.
    """
    setup = _setup(record)
    _check_seats(content, record, where)
    admitted = admit(content, setup, record.snapshot, where)
    session, reason = _replayed(content, record, admitted.state, where)
    anew = session is None
    if session is None:
        session = Session(content, setup, record.seats, opening=admitted.state)
        reason = f"The history of this game starts here: {reason}."
    session.hindsight = record.hindsight
    return Resumed(session, tuple(line for line in (reason, *admitted.warnings) if line), anew)


def verify(content: Content, record: Record, where: str = "The save") -> Session:
    """Return the game as its decisions replay it.

    Raises SaveError, with the turn, when they don't lead to the saved state.
    """
    admitted = admit(content, _setup(record), record.snapshot, where)
    _check_seats(content, record, where)
    session, reason = _replayed(content, record, admitted.state, where)
    if session is None:
        raise SaveError(
            f"{where} can't be verified: {reason}. It can be gone on with all the same."
        )
    return session


def _setup(record: Record) -> Setup:
    return Setup(record.scenario, record.chair, record.seed, record.level, record.hazards)


def _check_seats(content: Content, record: Record, where: str) -> None:
    """Raise SaveError unless the chairs of the scenario are taken, by people or known players."""
    scenario = content.scenarios.get(record.scenario)
    chairs = sorted(scenario.chairs) if scenario else sorted(record.seats)
    if sorted(record.seats) != chairs:
        raise SaveError(f"{where} doesn't seat {', '.join(chairs)}. {WAY_OUT}")
    for player in record.seats.values():
        if player not in (PERSON, *ROSTER):
            raise SaveError(f"{where} needs the player {player!r}, which isn't there. {WAY_OUT}")


def _replayed(
    content: Content, record: Record, state: State, where: str
) -> tuple[Session | None, str]:
    """Return the session that the decisions lead to, or None and where they went astray."""
    opening = admit(content, _setup(record), record.opening, where) if record.opening else None
    session = Session(
        content, _setup(record), record.seats, opening=opening.state if opening else None
    )
    try:
        for taken in record.decisions:
            session.submit(taken.decision(), taken.why)
    except IllegalDecision as error:
        told = f"decision {len(session.decisions) + 1} can't be taken any more ({error})"
        return None, _explained(content, record, told.rstrip(".)") + ")")
    if session.chain != record.chain:
        link = _first_difference(session.chain, record.chain)
        return None, _explained(content, record, f"turn {link} comes out differently")
    if session.state != state:
        return None, _explained(content, record, "the last turn comes out differently")
    return session, ""


def _first_difference(ours: list[str], theirs: list[str]) -> int:
    """Return the turn whose link differs; the first link is that of the start."""
    pairs = enumerate(zip(ours, theirs, strict=False))
    return next((n for n, (a, b) in pairs if a != b), min(len(ours), len(theirs)))


def _explained(content: Content, record: Record, told: str) -> str:
    """Return what went astray, with the reason where one is known."""
    reasons = list(differences(content, record))
    if record.game != game_version():
        reasons.append(f"it was saved by version {record.game}, this is {game_version()}")
    return f"{'; '.join(reasons)}: {told}" if reasons else told


class Keeper:
    """Saves a game as it goes: under one name of its own, found at the first save."""

    def __init__(self, store: Store, name: str = "", clock: Clock = now) -> None:
        """Save to a store; `name` is that of the save being gone on with, if any."""
        self.store = store
        self.name = name
        self.clock = clock

    def __call__(self, session: Session) -> None:
        """Save the game now. Raises SaveError when it can't be written."""
        record = to_record(session, self.clock())
        if self.name:
            self.store.write(self.name, record)
        else:
            self.name = self.store.create(record)


def start(content: Content, setup: Setup, seats: Mapping[str, str], store: Store) -> Session:
    """Return a new game that saves itself to a store."""
    return Session(content, setup, seats, Keeper(store))


def go_on(content: Content, store: Store, name: str = "") -> Resumed:
    """Return a saved game, the latest without a name, that goes on saving itself.

    A game whose history starts anew goes on under a new name, so that the old save stays.
    Raises SaveError when there is none, or it can't be played.
    """
    chosen = name or store.latest()
    resumed = resume(content, store.load(chosen), str(store.path(chosen)))
    resumed.session.saver = Keeper(store, "" if resumed.anew else chosen)
    return resumed
