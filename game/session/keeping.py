"""Between a game in progress and its saved form: record, resume, verify, and save as it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from game.content.records import Content
from game.errors import IllegalDecision, SaveError, UsageError
from game.narration.words import say
from game.players import ROSTER
from game.rules.encoding import encode_state
from game.rules.messages import Message
from game.rules.setup import Setup
from game.rules.state import State
from game.saves.iron import Reached, Register, new_run
from game.saves.packs import differences, marks
from game.saves.record import FORMAT, WAY_OUT, Branched, Record, Taken
from game.saves.snapshot import admit
from game.saves.store import Store
from game.session import NO_WAY_BACK, PERSON, Parent, Session
from game.version import game_version

Clock = Callable[[], datetime]
UNKNOWN_RUN = (
    "This iron run isn't in the register beside the saves here, so it may be an older copy. It "
    "goes on as an ordinary game under a new name, played with hindsight; the file is left as it "
    "is."
)


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
    setup, parent = session.setup, session.parent
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
        iron=session.iron,
        parent=Branched(save=parent.save, turn=parent.turn) if parent else None,
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
    _mark(session, record)
    session.iron = "" if anew else record.iron
    if anew and record.iron:
        reason += " It is no iron run any more."
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
    _mark(session, record)
    session.iron = record.iron
    return session


def _mark(session: Session, record: Record) -> None:
    """Let a session be known for what its record says it is."""
    session.hindsight = record.hindsight
    session.parent = Parent(record.parent.save, record.parent.turn) if record.parent else None


def branch(content: Content, record: Record, name: str, turn: int) -> Session:
    """Return a new game that leaves a saved one (called `name`) where a turn of it began.

    It counts as hindsight and remembers its parent; nothing saves it yet. Raises UsageError for a
    turn that wasn't played and in iron mode, SaveError where decisions can't be played again.
    """
    if record.iron:
        raise UsageError(NO_WAY_BACK)
    session = verify(content, record, name)
    session.page(turn)
    place = next(n for n, state in enumerate(session.states) if state.turn == turn)
    session.rewind(place)
    session.parent = Parent(name, turn)
    return session


def branch_of(session: Session, keeper: Keeper, turn: int) -> Session:
    """Return a branch of a game in progress, which is saved as it stands first.

    Raises what saving and `branch` raise.
    """
    if session.iron:
        raise UsageError(NO_WAY_BACK)
    keeper(session)
    return branch(session.content, to_record(session, keeper.clock()), keeper.name, turn)


def keep_branch(store: Store, session: Session, name: str = "") -> str:
    """Save a new branch, under a name of its own or a given one, and return the name.

    From here on it saves itself. Raises SaveError when the name is taken, or it can't be written.
    """
    record = to_record(session, now())
    if name:
        store.create_as(name, record)
    else:
        name = store.create(record)
    session.saver = Keeper(store, name)
    return name


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
        assert isinstance(error.reason, Message)
        why = say(content, error.reason)
        told = f"decision {len(session.decisions) + 1} can't be taken any more ({why})"
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
        self.register = Register(store.directory)
        self.reached: Reached | None = None

    def __call__(self, session: Session) -> None:
        """Save the game now. Raises SaveError when it can't be written."""
        record = to_record(session, self.clock())
        if session.iron:
            self.register.hold(session.iron, self.reached)
        self._write(record)
        if session.iron:
            self.reached = self.register.advance(record)

    def _write(self, record: Record) -> None:
        if self.name:
            self.store.write(self.name, record)
        else:
            self.name = self.store.create(record)


def start(
    content: Content, setup: Setup, seats: Mapping[str, str], store: Store, iron: bool = False
) -> Session:
    """Return a new game that saves itself to a store; an iron one has no way back."""
    return Session(content, setup, seats, Keeper(store), iron=new_run() if iron else "")


def go_on(content: Content, store: Store, name: str = "") -> Resumed:
    """Return a saved game, the latest without a name, that goes on saving itself.

    A game whose history starts anew goes on under a new name, so that the old save stays; so does
    an iron run that the register doesn't know, as an ordinary one.
    Raises SaveError when there is none, it can't be played, or it is an iron run's older copy.
    """
    chosen = name or store.latest()
    record, where = store.load(chosen), str(store.path(chosen))
    keeper = Keeper(store, chosen)
    known = not record.iron or keeper.register.admit(record, where)
    resumed = resume(content, record, where)
    session = resumed.session
    if not known:
        session.iron, session.hindsight = "", True
        resumed = Resumed(session, (*resumed.warnings, UNKNOWN_RUN), resumed.anew)
    elif session.iron:
        keeper.reached = keeper.register.advance(record)
    session.saver = keeper if known and not resumed.anew else Keeper(store)
    return resumed
