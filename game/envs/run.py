"""A run of the game in small steps: whose step it is, which may be taken, what a chair observes.

It needs nothing but the game; the environments of this room are thin faces of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import Self

from game.content.records import Content
from game.content.scoping import scoped
from game.envs.acts import WAIT, Numbering, numbering
from game.envs.features import Features, features, observe
from game.envs.steps import Begun, Ways, ways
from game.errors import UsageError
from game.players import Player
from game.rules.decisions import Decision
from game.rules.dice import draw
from game.rules.index import index_of
from game.rules.legality import options_on, pending
from game.rules.messages import Message
from game.rules.setup import Setup, check_setup, new_game
from game.rules.state import View
from game.rules.turn import apply
from game.rules.view import view
from game.session import PERSON
from game.session.seating import Seats, check_seats, players_of

Taken = tuple[Decision, Message | str]
"""A decision and why it was taken; of who steps here, nothing says why."""


def _seated(chairs: Sequence[str], others: Seats) -> dict[str, Player]:
    """Return the computer players by chair, if somebody is left to step."""
    seats = {**dict.fromkeys(chairs, PERSON), **others}
    check_seats(chairs, seats)
    if PERSON not in seats.values():
        raise UsageError("Computer players sit in every chair: leave one free to step.")
    return players_of(seats)


class Run:
    """One run. Chairs in which `others` seat a computer player are decided for, the rest step.

    Others are names of the roster, or players of one's own. The same set-up, players and steps make
    the same run: the one that a `Session` would play.
    """

    def __init__(self, content: Content, setup: Setup, others: Seats | None = None) -> None:
        """Begin a run, up to the first step of a chair that nobody decides for.

        Raises UsageError for a set-up, a chair or a player that doesn't exist.
        """
        check_setup(content, setup)
        self.whole = content
        self.content = scoped(content.original, setup.scenario)
        self.index = index_of(self.content, setup.scenario)
        self.setup = setup
        self.players: dict[str, Player] = _seated(self.index.chairs, others or {})
        self.numbering: Numbering = numbering(content.original, setup.scenario)
        self.features: Features = features(content.original, setup.scenario)
        self.state, _ = new_game(self.content, setup)
        self.taken: tuple[Taken, ...] = ()
        self._begin()
        self.play_others()

    def _begin(self) -> None:
        """Forget what belonged to the decision before."""
        self.begun: Begun | None = None
        self._ways: Ways | None = None
        self._views: dict[str, View] = {}

    @property
    def over(self) -> bool:
        """Whether the run has ended."""
        return self.state.over

    @property
    def chairs(self) -> tuple[str, ...]:
        """The chairs that step, in the scenario's order."""
        return tuple(chair for chair in self.index.chairs if chair not in self.players)

    @property
    def chair(self) -> str:
        """Whose step it is; empty once the run is over."""
        slot = pending(self.state)
        return slot.chair if slot else ""

    def view(self, chair: str) -> View:
        """Return what a chair may see now."""
        if chair not in self._views:
            self._views[chair] = view(self.content, self.state, chair)
        return self._views[chair]

    @property
    def steps(self) -> tuple[int, ...]:
        """The numbers of the steps that may be taken now, in order; none once the run is over."""
        return tuple(sorted(self.numbering.numbers[name] for name in self._now()))

    def may(self, chair: str) -> tuple[int, ...]:
        """Return the steps that a chair may take: to wait, where it has nothing to decide."""
        return self.steps if chair == self.chair else (self.numbering.numbers[WAIT],)

    def _now(self) -> Ways:
        if self._ways is None:
            over = self.over
            self._ways = {} if over else ways(self.index, self.view(self.chair), self.begun)
        return self._ways

    def step(self, number: int) -> None:
        """Take a step by its number, and let the computer players decide until a chair steps.

        Raises UsageError for a step that may not be taken now.
        """
        names = self.numbering.names
        name = names[number] if 0 <= number < len(names) else ""
        found = self._now().get(name)
        if found is None:
            raise UsageError(
                f"{name or number} is no step that {self.chair or 'anybody'} may take."
            )
        if isinstance(found, Begun):
            self.begun, self._ways = found, None
        else:
            self._take(found, "")
            self.play_others()

    def _take(self, decision: Decision, reason: Message | str) -> None:
        self.state = apply(self.content, self.state, decision).state
        self.taken = (*self.taken, (decision, reason))
        self._begin()

    def play_others(self) -> None:
        """Let the computer players decide until a chair steps, or the run ends."""
        while (player := self.players.get(self.chair)) is not None:
            chair, seen = self.chair, self.view(self.chair)
            dice = Random(draw(self.setup.seed, "player", len(self.taken), chair))
            move = player.decide(self.content, seen, options_on(self.index, seen), dice)
            self._take(move.decision, move.reason)

    def observe(self, chair: str) -> list[float]:
        """Return what a chair observes, by the names and within the bounds of `features`."""
        begun = self.begun if chair == self.chair else None
        return observe(self.features, self.index, self.view(chair), chair, begun)

    def clone(self) -> Self:
        """Return a run that stands where this one does, and goes its own way."""
        other = object.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._views = dict(self._views)
        return other

    def __deepcopy__(self, memo: object) -> Self:
        """Return a clone: states are never written, so that they can be shared."""
        return self.clone()
