"""Games of bytes and computer players, chair by chair, from an opening or a later place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from game.content.records import Content
from game.content.scoping import scoped
from game.errors import UsageError
from game.players import ROSTER, Player
from game.rules.decisions import Change, Decision, Step
from game.rules.dice import draw
from game.rules.kinds import KINDS
from game.rules.legality import options, pending
from game.rules.setup import Setup, new_game
from game.rules.state import State
from game.rules.turn import apply
from game.rules.view import view
from game.testing.feeding import Feed, choose
from game.text.brief import Brief, Printer
from game.text.counting import counted
from game.text.near import no_such

BYTES = "bytes"
"""Who sits in a chair that bytes decide for."""

SHOWN = 8
"""So many decisions of a game are printed, the last ones."""

Seats = Mapping[str, str | type[Player]]
"""By chair: `bytes`, the name of a player of the roster, or a player's class; `bytes` if absent."""


@dataclass(frozen=True, slots=True)
class Start(Brief):
    """A place in a game from which another goes on.

    `before` are the decisions that lead from the set-up's first state to `state`; `told` is the
    call that makes it again.
    """

    setup: Setup
    before: tuple[Decision, ...]
    state: State
    told: str

    def __repr__(self) -> str:
        """Return the call that makes it again."""
        return self.told


@dataclass(frozen=True, slots=True)
class Moment(Brief):
    """A state, what was decided in it, and what came of that."""

    before: State
    decision: Decision
    step: Step

    def __repr__(self) -> str:
        """Return when it was, and the decision by name."""
        return f"<Turn {self.before.turn}, {named(self.before, self.decision)}>"


@dataclass(frozen=True, slots=True)
class Game(Brief):
    """A game as it was played; `begin`, `data` and the last three are enough to play it again.

    `opening` is the state that it begins in, `changes` what led there from before a set-up's first
    decision. It prints as how to play it again, and what was decided last, by name; who only
    passes isn't named.
    """

    begin: Setup | Start
    data: bytes
    opening: State = field(repr=False)
    changes: tuple[Change, ...] = field(repr=False)
    moments: tuple[Moment, ...] = field(repr=False)
    seats: Seats = field(default_factory=dict)
    whole: bool = False
    until: int | None = None

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        """Print how to play it again, then the last decisions, each in a line."""
        printer.text(f"{self.told}:")
        acts = [moment for moment in self.moments if moment.decision.pick != "end"]
        lines = [f"    {moment!r}" for moment in acts[-SHOWN:]]
        if len(acts) > SHOWN:
            lines.insert(0, f"    {counted(len(acts) - SHOWN, 'decision')} before")
        for line in lines:
            printer.break_()
            printer.text(line)

    @property
    def told(self) -> str:
        """The call that plays it again."""
        seats = {c: w if isinstance(w, str) else w.__name__ for c, w in self.seats.items()}
        more = {"seats": seats, "whole": self.whole, "until": self.until}
        named = "".join(f", {name}={value!r}" for name, value in more.items() if value)
        return f"play(content, {self.begin!r}, {self.data!r}{named})"

    @property
    def setup(self) -> Setup:
        """The set-up that it goes back to."""
        return self.begin.setup if isinstance(self.begin, Start) else self.begin

    @property
    def before(self) -> tuple[Decision, ...]:
        """The decisions that led to its opening; none where that is a set-up's first state."""
        return self.begin.before if isinstance(self.begin, Start) else ()

    @property
    def last(self) -> State:
        """The state at which the game ended or the bytes ran out."""
        return self.moments[-1].step.state if self.moments else self.opening

    @property
    def states(self) -> tuple[State, ...]:
        """Every state, the opening first."""
        return (self.opening, *(moment.step.state for moment in self.moments))


def named(before: State, decision: Decision) -> str:
    """Return a decision as a line: who takes which, about what, and an offer's clauses."""
    subject = before.queue[0].subject if KINDS[decision.kind].of_a_card else ""
    words = (decision.chair, decision.kind, subject, decision.pick, decision.target)
    terms = ", ".join(f"{t.giver} {t.clause} {t.amount}" for t in decision.terms)
    return " ".join(filter(None, words)) + (f": {terms}" if terms else "")


def play(
    content: Content,
    begin: Setup | Start,
    data: bytes,
    *,
    seats: Seats | None = None,
    whole: bool = False,
    until: int | None = None,
) -> Game:
    """Play a game until its bytes run out; a computer player's decision takes one byte too.

    A `whole` game goes on then, bytes choosing what is quietest, to its end. With `until` it stops
    where that turn begins. Computer players have the dice that they have in a session.
    """
    taken = {chair: who for chair, who in (seats or {}).items() if who != BYTES}
    table, feed = _Table(content, begin, taken), Feed(data)
    opening, changes = _begun(content, begin)
    state, moments = opening, []
    while pending(state) and (whole or not feed.dry) and (until is None or state.turn < until):
        decision = table.decide(state, feed)
        step = apply(content, state, decision)
        moments.append(Moment(state, decision, step))
        state = step.state
    return Game(begin, data, opening, changes, tuple(moments), taken, whole, until)


def _begun(content: Content, begin: Setup | Start) -> tuple[State, tuple[Change, ...]]:
    return (begin.state, ()) if isinstance(begin, Start) else new_game(content, begin)


class _Table:
    """Who decides in each chair: a computer player, with dice as in a session, or bytes."""

    def __init__(self, content: Content, begin: Setup | Start, seats: Seats) -> None:
        """Seat the computer players; raises UsageError for one that isn't there."""
        setup = begin.setup if isinstance(begin, Start) else begin
        self._content, self._seed = scoped(content, setup.scenario), setup.seed
        self._taken = len(begin.before) if isinstance(begin, Start) else 0
        self._players = {chair: _player(who) for chair, who in seats.items()}

    def decide(self, state: State, feed: Feed) -> Decision:
        """Return what is decided next; a computer player's decision takes a byte too."""
        chair, taken = state.queue[0].chair, self._taken
        self._taken += 1
        player = self._players.get(chair)
        if player is None:
            return choose(self._content, state, feed)
        feed.skip()
        seen = view(self._content, state, chair)
        dice = Random(draw(self._seed, "player", taken, chair))
        return player.decide(self._content, seen, options(self._content, seen), dice).decision


def _player(who: str | type[Player]) -> Player:
    """Return a player, made anew. Raises UsageError for one that isn't there."""
    if not isinstance(who, str):
        return who()
    if who not in ROSTER:
        raise UsageError(no_such("player", who, (*ROSTER, BYTES)))
    return ROSTER[who]()
