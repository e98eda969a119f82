"""Between a game in progress and its saved form: record, resume, verify, and save as it goes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from game.content.records import Content
from game.errors import IllegalDecision, SaveError, UsageError
from game.players import Player
from game.rules.setup import Setup
from game.rules.state import State
from game.saves.earlier_formats import same_but_for_words
from game.saves.iron import new_run
from game.saves.packs import ADD_PACK, differences, missing
from game.saves.record import Record
from game.saves.snapshot import Admitted, admit, setup_of
from game.saves.store import Store
from game.session import NO_WAY_BACK, Session
from game.session.keeper import Keeper, after, to_record
from game.session.kept import Parent
from game.session.seating import Seats, seats_in
from game.text.language import N_, _
from game.text.lists import listed
from game.version import game_version

UNKNOWN_RUN = N_(
    "This iron run isn't in the register beside the saves here, so it may be an older copy. It "
    "goes on as an ordinary game under a new name, played with hindsight; the file is left as it "
    "is."
)
EDITED = N_(
    "With the version and the packs that it names, its decisions lead elsewhere: it counts as "
    "edited."
)
NEEDS_A_PLACE = N_("An iron run can't be begun here: each decision is written down first.")
EARLIER = N_(
    "This is {name} as it stood at the end of turn {turn}. It goes on under a new name, played "
    "with hindsight; {name} stays as it is."
)


Widened = Callable[[Content, Record], tuple[Content, tuple[str, ...]]]
"""Returns content to go on with in a saved game, and what its player should know of that."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """A game to go on with, and what its player should know about it, a sentence each.

    `anew` says that its history starts at the snapshot, with what led there left behind.
    """

    session: Session
    warnings: tuple[str, ...] = ()
    anew: bool = False

    def warned(self, *sentences: str) -> Resumed:
        """Return the same game with more that its player should know."""
        return replace(self, warnings=(*self.warnings, *sentences))


def resume(
    content: Content, record: Record, where: str = "The save", players: Sequence[Player] = ()
) -> Resumed:
    """Return the game of a record, ready to be gone on with.

    `players` are those of one's own that sit in it, found by their names.

    The snapshot is what loads. Where the decisions lead to it, the game has its pages and can be
    undone; where they don't, because packs or rules have changed, history starts at the snapshot,
    and a warning says why. Raises SaveError for a record that the loaded packs can't play.
    """
    setup = setup_of(record)
    admitted, seats = _admitted(content, record, where, players)
    session, reason = _replayed(content, record, seats, admitted.state, where)
    anew = session is None
    if session is None:
        session = Session(content, setup, seats, opening=admitted.state)
        reason = _("The history of this game starts here: {why}.", why=reason)
    _mark(session, record)
    if anew and _same_versions(content, record):
        session.edited, reason = True, f"{reason} {_(EDITED)}"
    session.iron = "" if anew else record.iron
    if anew and record.iron:
        reason += " " + _("It is no iron run any more.")
    return Resumed(session, tuple(line for line in (reason, *admitted.warnings) if line), anew)


def verify(
    content: Content, record: Record, where: str = "The save", players: Sequence[Player] = ()
) -> Session:
    """Return the game as its decisions replay it; `players` as in `resume`.

    Raises SaveError, with the first decision that leads elsewhere, when they don't lead to the
    saved state.
    """
    admitted, seats = _admitted(content, record, where, players)
    session, reason = _replayed(content, record, seats, admitted.state, where)
    if session is None:
        raise SaveError(
            _(
                "{save} can't be verified: {why}. It can be gone on with all the same.",
                save=where,
                why=reason,
            )
        )
    _mark(session, record)
    session.iron = record.iron
    return session


def _admitted(
    content: Content, record: Record, where: str, players: Sequence[Player]
) -> tuple[Admitted, Seats]:
    """Return the state of a record's snapshot, and who takes its chairs.

    Raises SaveError where the loaded packs can't play it, naming those that are missing.
    """
    try:
        seats = seats_in(content, record, where, players)
        return admit(content, setup_of(record), record.snapshot, where), seats
    except SaveError as error:
        lacking = listed(missing(content, record))
        if not lacking:
            raise
        told = _("{save} was played with {packs}.", save=where, packs=lacking)
        raise SaveError(f"{told} {_(ADD_PACK)}") from error


def _mark(session: Session, record: Record) -> None:
    """Let a session be known for what its record says it is."""
    session.hindsight, session.edited = record.hindsight, record.edited
    session.parent = Parent(record.parent.save, record.parent.turn) if record.parent else None


def _same_versions(content: Content, record: Record) -> bool:
    """Return whether a record names this game's version and the loaded packs' rules."""
    return record.game == game_version() and not differences(content, record)


def branch(
    content: Content, record: Record, name: str, turn: int, players: Sequence[Player] = ()
) -> Session:
    """Return a new game that leaves a saved one (called `name`) where a turn of it began.

    `players` are as in `resume`. It counts as hindsight and remembers its parent; nothing saves it
    yet. Raises UsageError for a turn that wasn't played and in iron mode, SaveError where decisions
    can't be played again.
    """
    if record.iron:
        raise UsageError(_(NO_WAY_BACK))
    session = verify(content, record, name, players)
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
        raise UsageError(_(NO_WAY_BACK))
    if not session.save() and session.unsaved is not None:
        raise session.unsaved
    record, players = to_record(session, keeper.clock()), tuple(session.players.values())
    return branch(session.content, record, keeper.name, turn, players)


def keep_branch(store: Store, session: Session, name: str = "") -> str:
    """Save a new branch, under a name of its own or a given one, and return the name.

    From here on it saves itself. Raises SaveError when the name is taken, or it can't be written.
    """
    keeper = Keeper(store)
    keeper.create(to_record(session, keeper.clock()), name)
    session.saver = keeper
    return keeper.name


def _replayed(
    content: Content, record: Record, seats: Seats, state: State, where: str
) -> tuple[Session | None, str]:
    """Return the session that the decisions lead to, or None and where they went astray."""
    opening = admit(content, setup_of(record), record.opening, where) if record.opening else None
    session = Session(content, setup_of(record), seats, opening=opening.state if opening else None)
    astray = _led_astray(session, record, state)
    if astray:
        return None, _explained(content, record, astray)
    if session.chain == record.chain:
        session.fingerprints = [taken.after for taken in record.decisions]
    return session, ""


def _led_astray(session: Session, record: Record, state: State) -> str:
    """Take a record's decisions again; return where they lead elsewhere than it did, if so."""
    try:
        for taken in record.decisions:
            session.submit(taken.decision(), taken.reason())
    except IllegalDecision as error:
        place = len(session.decisions)
        refused = _(
            "{decision} can't be taken any more ({why})",
            decision=_named(session, record, place),
            why=str(error).rstrip("."),
        )
        return _first_elsewhere(session, record) or refused
    if same_but_for_words(record.format, session.state, state):
        return ""
    if session.chain != record.chain:
        return _first_elsewhere(session, record) or _differing_turn(session, record)
    if session.state != state:
        return _first_elsewhere(session, record) or _("the last turn comes out differently")
    return ""


def _first_elsewhere(session: Session, record: Record) -> str:
    """Return which decision is the first that leads elsewhere; empty where the save can't tell."""
    if session.chain[0] != record.chain[0]:
        return _("the start comes out differently")
    pairs = zip(record.decisions, after(session), strict=False)
    places = (n for n, (taken, now) in enumerate(pairs) if taken.after not in ("", now))
    place = next(places, None)
    if place is None:
        return ""
    return _("{decision} leads elsewhere", decision=_named(session, record, place))


def _named(session: Session, record: Record, place: int) -> str:
    """Return a decision of a record by number, chair, turn and subject; the choice is a secret."""
    taken, state = record.decisions[place], session.states[place]
    partner = session.content.partners.get(taken.chair)
    who = partner.name if partner else taken.chair
    subject = state.queue[0].subject if state.queue else ""
    about = f"{taken.kind} {subject}".rstrip()
    return _(
        "decision {number} ({name} in turn {turn}, {about})",
        number=place + 1,
        name=who,
        turn=state.turn,
        about=about,
    )


def _differing_turn(session: Session, record: Record) -> str:
    """Return the turn whose link differs, and between which decisions that lies."""
    pairs = enumerate(zip(session.chain, record.chain, strict=False))
    shorter = min(len(session.chain), len(record.chain))
    turn = next((n for n, (a, b) in pairs if a != b), shorter)
    inside = [n + 1 for n, state in enumerate(session.states[:-1]) if state.turn == turn]
    if not inside:
        return _("turn {turn} comes out differently", turn=turn)
    return _(
        "turn {turn} comes out differently, in one of the decisions {first} to {last}",
        turn=turn,
        first=inside[0],
        last=inside[-1],
    )


def _explained(content: Content, record: Record, told: str) -> str:
    """Return what went astray, with the reason where one is known."""
    reasons = list(differences(content, record))
    if record.game != game_version():
        reasons.append(
            _(
                "it was saved by version {version}, this is {present}",
                version=record.game,
                present=game_version(),
            )
        )
    return f"{'; '.join(reasons)}: {told}" if reasons else told


def start(
    content: Content, setup: Setup, seats: Mapping[str, str], store: Store, iron: bool = False
) -> Session:
    """Return a new game that saves itself to a store; an iron one has no way back.

    Where nothing can be saved, the game says so in its `notices`. Raises SaveError for an iron
    run there, which is nothing without its save.
    """
    keeper = Keeper(store)
    session = Session(content, setup, seats, keeper, iron=new_run() if iron else "")
    problem = store.problem()
    if problem and iron:
        raise SaveError(f"{_(NEEDS_A_PLACE)} {problem}", problem.short)
    if problem:
        session.not_saved(problem)
    elif iron:
        keeper.reached = keeper.register.begin(session.iron)
    return session


def go_on(
    content: Content, store: Store, name: str = "", widened: Widened | None = None
) -> Resumed:
    """Return a saved game, the latest without a name, that goes on saving itself.

    `widened` may give it more content, for the packs that its record names, and say so.
    A game whose history starts anew goes on under a new name, so that the old save stays; so does
    an iron run that the register doesn't know, as an ordinary one, and a recovery point.
    Raises SaveError when there is none, it can't be played, or it is an iron run's older copy.
    """
    chosen = name or store.latest()
    opened = store.open(chosen)
    record, where = opened.record, str(opened.path)
    keeper = Keeper(store, chosen)
    keeper.goes_on_from(opened)
    content, told = widened(content, record) if widened else (content, ())
    known = not record.iron or keeper.register.admit(record, where)
    resumed = resume(content, record, where).warned(*told)
    session = resumed.session
    session.saver = keeper if known and not resumed.anew else Keeper(store)
    if left := store.earlier.of(opened.path):
        resumed = _from_earlier(resumed, store, left)
    elif not known:
        session.iron, session.hindsight = "", True
        resumed = resumed.warned(_(UNKNOWN_RUN))
    elif session.iron:
        keeper.reached = keeper.register.advance(record)
    if problem := store.problem():
        session.not_saved(problem)
    return resumed.warned(*session.take_notices())


def _from_earlier(resumed: Resumed, store: Store, left: str) -> Resumed:
    """Return a game that goes on from a recovery point of the save that it has left."""
    session = resumed.session
    session.saver, session.hindsight = Keeper(store), True
    session.parent = Parent(left, session.state.turn)
    return resumed.warned(_(EARLIER, name=left, turn=session.state.turn))
