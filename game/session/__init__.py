"""One game in progress: who is waited for, what was decided, and the pages of what happened.

This is the only place that holds what changes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from game.arguments import expect
from game.content.records import Content
from game.content.scoping import scoped
from game.errors import IllegalDecision, SaveError, UsageError
from game.narration.words import say
from game.players import Move, Player
from game.rules.decisions import Change, Decision, Line, Option, Step
from game.rules.dice import draw
from game.rules.encoding import START_OF_CHAIN, digest
from game.rules.ledger import reasons
from game.rules.legality import options, pending, why_not
from game.rules.messages import Message
from game.rules.preview import Preview, preview
from game.rules.setup import Setup, check_setup, new_game
from game.rules.state import Slot, State, View
from game.rules.turn import apply
from game.rules.view import view, visible
from game.saves.record import PERSON
from game.session.kept import SEALED_FIRST, Kept
from game.session.seating import (
    Seats,
    check_seats,
    names_of,
    players_of,
    seats_for,
    usual_player,
)
from game.text.language import N_, _, ngettext

__all__ = [
    "NO_WAY_BACK", "PERSON", "Page", "Saver", "Session", "Waiting", "seats_for", "usual_player",
]  # fmt: skip

NO_WAY_BACK = N_(
    "This run is played in iron mode: nothing can be taken back, and it has no branches."
)
Saver = Callable[["Session"], None]


@dataclass(frozen=True, slots=True)
class Waiting:
    """Whose decision the game waits for, about what, and all options with their reasons."""

    chair: str
    slot: Slot
    options: tuple[Option, ...]


@dataclass(slots=True)
class Page:
    """What happened in one turn: figures at its start, changes in order, players' reasons."""

    turn: int
    opening: dict[str, int]
    changes: list[Change] = field(default_factory=list)
    reasons: list[tuple[str, Decision, Message | str]] = field(default_factory=list)


class Session(Kept):
    """A game being played by people and computer players, one decision at a time."""

    def __init__(
        self,
        content: Content,
        setup: Setup,
        seats: Seats,
        saver: Saver | None = None,
        opening: State | None = None,
        iron: str = "",
    ) -> None:
        """Start a game; `seats` maps each chair to `person`, a player's name, or a `Player`.

        With `opening` the game starts from that state instead of the setup's first one. `iron` is
        the name of a run that has no way back; empty for any other.
        Raises UsageError for a player or a setup that doesn't exist, and for a chair that nobody
        sits in.
        """
        expect(content, Content, "Session: `content`")
        expect(setup, Setup, "Session: `setup`")
        expect(seats, Mapping, "Session: `seats`")
        check_setup(content, setup)
        check_seats(content.scenarios[setup.scenario].chairs, seats)
        super().__init__(saver, iron)
        self.content = scoped(content, setup.scenario)
        self.played = scoped(content.original, setup.scenario)
        self.setup = setup
        self.seats = names_of(seats)
        self.opening = opening
        self.decisions: list[Decision] = []
        self.reasons: list[Message | str] = []
        self.players: dict[str, Player] = players_of(seats)
        state, changes = (opening, ()) if opening else new_game(self.played, setup)
        self.states: list[State] = [state]
        self.pages: list[Page] = [_page(state, changes)]
        self.chain: list[str] = [digest(state, START_OF_CHAIN)]
        self._seen: dict[str, tuple[State, View]] = {}
        self._marks: list[tuple[int, int, int, int]] = [self._mark()]

    @property
    def state(self) -> State:
        """The whole truth now; screens and players use `view`."""
        return self.states[-1]

    @property
    def over(self) -> bool:
        """Whether the run has ended."""
        return self.state.over

    @property
    def people(self) -> tuple[str, ...]:
        """The chairs in which people sit, in the scenario's order."""
        return tuple(chair for chair, who in self.seats.items() if who == PERSON)

    def view(self, chair: str) -> View:
        """Return what a chair may see now, the same view until something is decided."""
        state, seen = self._seen.get(chair, (None, None))
        if seen is None or state is not self.state:
            seen = view(self.played, self.state, chair)
            self._seen[chair] = (self.state, seen)
        return seen

    def waiting_for(self) -> Waiting | None:
        """Return who decides now and what may be chosen; None when the run is over."""
        slot = pending(self.state)
        if slot is None:
            return None
        return Waiting(slot.chair, slot, options(self.played, self.view(slot.chair)))

    def why_not(self, decision: Decision) -> Message | None:
        """Return why a decision may not be taken now, as its chair may know; None: it may."""
        return why_not(self.played, self.view(decision.chair), decision)

    def submit(self, decision: Decision, reason: Message | str = "") -> tuple[Change, ...]:
        """Carry a decision out and return what changed, in order.

        Raises IllegalDecision when it may not be taken, and SaveError when a decision of an iron
        run can't be written down; either leaves everything as it was.
        """
        expect(decision, Decision, "submit: `decision`")
        return self._take(decision, reason)

    def _applied(self, decision: Decision) -> Step:
        """Return what a decision leads to. Raises IllegalDecision, in words, where it may not."""
        try:
            return apply(self.played, self.state, decision)
        except IllegalDecision as error:
            assert isinstance(error.reason, Message)
            raise IllegalDecision(error.reason, say(self.content, error.reason)) from error

    def _take(self, decision: Decision, reason: Message | str) -> tuple[Change, ...]:
        step = self._applied(decision)
        self.decisions.append(decision)
        self.reasons.append(reason)
        self._turn_pages(step, decision, reason)
        self.states.append(step.state)
        self._marks.append(self._mark())
        if self._seals(decision):
            self._seal()
        elif self._person_waits():
            self.save()
        return step.changes

    def _seal(self) -> None:
        """Write the latest decision down, or take it back before anything of it was shown."""
        try:
            self.write()
        except SaveError as error:
            self._cut(len(self.decisions) - 1)
            raise SaveError(f"{_(SEALED_FIRST)} {error}", error.short) from error

    def _seals(self, decision: Decision) -> bool:
        """Return whether a decision is written down before anything that follows is shown."""
        return bool(self.iron) and self.seats.get(decision.chair) == PERSON

    def _turn_pages(self, step: Step, decision: Decision, reason: Message | str) -> None:
        page, turned = self.pages[-1], step.turned
        page.changes.extend(step.changes[:turned])
        if reason:
            page.reasons.append((decision.chair, decision, reason))
        if turned is not None or step.state.over:
            self.chain.append(digest(step.state, self.chain[-1]))
        if turned is not None:
            self.pages.append(_page(step.state, step.changes[turned:]))

    def _mark(self) -> tuple[int, int, int, int]:
        page = self.pages[-1]
        return len(self.pages), len(page.changes), len(page.reasons), len(self.chain)

    def _person_waits(self) -> bool:
        slot = pending(self.state)
        return slot is None or self.seats.get(slot.chair) == PERSON

    def play_others(self, most: int = 100_000) -> tuple[Change, ...]:
        """Let the computer players decide until a person must, or the run ends."""
        changes: list[Change] = []
        for _turn in range(most):
            waiting = pending(self.state)
            if waiting is None or waiting.chair not in self.players:
                break
            changes.extend(self.play_one())
        return tuple(changes)

    def play_one(self) -> tuple[Change, ...]:
        """Let the computer player whose turn it is decide once; nothing once the run is over.

        Raises UsageError where a person sits, and for a player that answers with no move.
        """
        waiting = self.waiting_for()
        if waiting is None:
            return ()
        chair = waiting.chair
        if chair not in self.players:
            raise UsageError(_("A person decides for {chair} now: submit a decision.", chair=chair))
        player = self.players[chair]
        move = player.decide(self.played, self.view(chair), waiting.options, self._dice(chair))
        if not (isinstance(move, Move) and isinstance(move.decision, Decision)):
            expect(move, Move, f"what the player {player.name!r} decides")
            expect(move.decision, Decision, f"the decision of the player {player.name!r}")
        return self._take(move.decision, move.reason)

    def _dice(self, chair: str) -> Random:
        """Return a player's own dice: not the world's, the same for the same game."""
        return Random(draw(self.setup.seed, "player", len(self.decisions), chair))

    def preview(self, decision: Decision) -> Preview:
        """Return what a decision would do, on its chooser's view."""
        return preview(self.played, self.view(decision.chair), decision)

    def undo(self, chair: str = "") -> bool:
        """Go back to a person's latest decision; the dice stay. False when there is none.

        With `chair`, no further than to where another person has decided since. In iron mode
        there is no way back.
        """
        if self.iron:
            return False
        for place in range(len(self.decisions) - 1, -1, -1):
            decider = self.decisions[place].chair
            if self.seats.get(decider) == PERSON:
                if chair not in ("", decider):
                    return False
                self.rewind(place)
                return True
        return False

    def rewind(self, decisions: int) -> None:
        """Go back to where so many decisions had been taken; the run counts as hindsight.

        Raises UsageError in iron mode.
        """
        if self.iron:
            raise UsageError(_(NO_WAY_BACK))
        self._cut(decisions)
        self.hindsight = True
        self.save()

    def _cut(self, decisions: int) -> None:
        """Forget all but so many decisions."""
        del self.decisions[decisions:], self.reasons[decisions:], self.fingerprints[decisions:]
        del self.states[decisions + 1 :]
        del self._marks[decisions + 1 :]
        pages, changes, told, links = self._marks[-1]
        del self.pages[pages:], self.chain[links:]
        del self.pages[-1].changes[changes:], self.pages[-1].reasons[told:]

    def opened_with(self) -> tuple[Change, ...]:
        """Return all that changed before the first decision, in order."""
        _, end, *_ = self._marks[0]
        return tuple(self.pages[0].changes[:end])

    def led_to(self, place: int) -> tuple[Change, ...]:
        """Return all that changed from the decision at a place to the next one, in order."""
        return tuple(c for _, changes in self.led_by_turn(place) for c in changes)

    def led_by_turn(self, place: int) -> tuple[tuple[int, tuple[Change, ...]], ...]:
        """Return what changed from the decision at a place to the next one, turn by turn."""
        page, start, *_ = self._marks[place]
        pages, end, *_ = self._marks[place + 1]
        found = []
        for number in range(page - 1, pages):
            one = self.pages[number]
            begins, stops = start * (number == page - 1), end if number == pages - 1 else None
            found.append((one.turn, tuple(one.changes[begins:stops])))
        return tuple(found)

    def since(self, place: int) -> tuple[Change, ...]:
        """Return all that changed after so many decisions had been taken, in order."""
        page, start, *_ = self._marks[place]
        return tuple([c for found in self.pages[page - 1 :] for c in found.changes][start:])

    def why(self, chair: str, path: str, turn: int | None = None) -> tuple[Line, ...]:
        """Return why a figure moved in a turn (the present one if None), as a chair may know."""
        page = self.page(turn)
        return reasons(visible(page.changes, chair), path)

    def page(self, turn: int | None = None) -> Page:
        """Return a turn's page, the present one if None. Raises UsageError when there is none."""
        if turn is None:
            return self.pages[-1]
        for page in self.pages:
            if page.turn == turn:
                return page
        raise UsageError(
            ngettext(
                "Turn {turn} has not been played; so far the game has {n} turn.",
                "Turn {turn} has not been played; so far the game has {n} turns.",
                len(self.pages),
                turn=turn,
            )
        )


def _page(state: State, changes: Sequence[Change]) -> Page:
    """Return the page of a turn of which some changes have led to the present state."""
    return Page(state.turn, _before(state.figures, changes), list(changes))


def _before(figures: Mapping[str, int], changes: Sequence[Change]) -> dict[str, int]:
    """Return figures as they stood before some changes."""
    opening = dict(figures)
    for change in changes:
        if change.kind == "figure":
            opening[change.path] -= change.amount
    return opening
