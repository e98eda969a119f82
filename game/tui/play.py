"""One game as the screen plays it: through whose eyes, and what they have yet to be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from threading import RLock

from game.content.records import Content, Lesson
from game.narration.news import heard
from game.narration.scenes import Shown
from game.rules.decisions import Change, Decision
from game.rules.preview import Preview
from game.rules.rungs import rungs
from game.rules.state import State
from game.session import Session, Waiting
from game.session.came import Came, came_of
from game.session.coach import Coach
from game.session.counsel import Counsel
from game.session.others import Move, moves
from game.session.stage import ALL, Stage
from game.tui.look import Look


class Play(Look):
    """A session with a viewer; everything it returns is what that viewer may know."""

    def __init__(self, session: Session) -> None:
        """Look through the eyes of the first person at the table."""
        super().__init__(session.people[0])
        self._session = session
        self._turns = RLock()
        self.coach = Coach(session)
        self.seated = len(session.people) == 1
        self.counsel = Counsel(session)
        self.stage = Stage(session)
        self.told: set[str] = set()
        self.shown: dict[tuple[str, int], State] = {}
        self._waiting: tuple[State, Waiting | None] | None = None

    @property
    def session(self) -> Session:
        """The session; another one is another play, with all that is kept beside it."""
        return self._session

    @property
    def latest(self) -> int | None:
        """How many decisions had been taken before the viewer's latest; None if there is none."""
        decisions = self.session.decisions
        places = range(len(decisions) - 1, -1, -1)
        return next((n for n in places if decisions[n].chair == self.me), None)

    @property
    def news_start(self) -> int | None:
        """How many decisions had been taken when the page of news before this one was shown.

        It is shown when the viewer is asked for the first time in a turn; None: not before now.
        """
        states, turn = self.session.states, self.session.state.turn
        asked: dict[int, int] = {}
        for place, state in enumerate(states):
            if state.turn < turn and state.queue and state.queue[0].chair == self.me:
                asked.setdefault(state.turn, place)
        return max(asked.values(), default=None)

    def _first_of_turn(self) -> int:
        """Return how many decisions had been taken when the present turn began."""
        states, turn = self.session.states, self.session.state.turn
        return next(n for n, state in enumerate(states) if state.turn == turn)

    @property
    def content(self) -> Content:
        """The content that is played."""
        return self.session.content

    @property
    def state(self) -> State:
        """The whole truth now."""
        return self.session.state

    @property
    def opening(self) -> Mapping[str, int]:
        """The figures as the turn began."""
        return self.session.page().opening

    @property
    def rungs(self) -> tuple[str, ...]:
        """What the ladder's rungs are called."""
        return rungs(self.index.scenario)

    @property
    def brief(self) -> str:
        """What the viewer's chair is in the scenario."""
        return self.index.scenario.briefs.get(self.me) or self.content.partners[self.me].text

    @property
    def station(self) -> bool:
        """Whether a station lives in the scenario."""
        return self.index.scenario.station

    @property
    def waiting(self) -> Waiting | None:
        """What the game waits for, kept until it changes."""
        state = self.session.state
        if self._waiting is None or self._waiting[0] is not state:
            self._waiting = (state, self.session.waiting_for())
        return self._waiting[1]

    @property
    def others_turn(self) -> bool:
        """Whether a computer player has to decide next."""
        queue = self.session.state.queue
        return bool(queue) and not self.session.over and queue[0].chair in self.session.players

    @property
    def hands_over(self) -> bool:
        """Whether another person has to decide next, or nobody has sat down yet."""
        waiting = self.waiting
        if waiting is None or self.others_turn:
            return False
        return waiting.chair != self.me or not self.seated

    def hand_over(self) -> None:
        """Look through the eyes of whoever has to decide."""
        if self.waiting is not None:
            self.me = self.waiting.chair
            self.seated = True

    def decide(self, decision: Decision) -> None:
        """Carry a decision of the viewer out; what follows from it is news."""
        with self._turns:
            self.session.submit(decision)
        self.told.add(self.me)

    def others(self, go_on: Callable[[], bool]) -> None:
        """Let the computer players decide, one decision at a time, while `go_on` says so."""
        while self.others_turn and go_on():
            with self._turns:
                self.session.play_one()

    def keep(self) -> None:
        """Save the game, between two decisions. Raises SaveError when it can't be written."""
        self.between(self.session.write)

    def save(self) -> bool:
        """Save the game, between two decisions; return whether it is saved as it stands."""
        with self._turns:
            return self.session.save()

    def between(self, act: Callable[[], object]) -> None:
        """Do something for which the game must stand still, on any thread."""
        with self._turns:
            act()

    def undo(self) -> bool:
        """Take the viewer's latest decision back; False when there is none to take back."""
        with self._turns:
            return self.session.undo(self.me)

    @property
    def turned(self) -> bool:
        """Whether a turn has begun since the viewer last decided, or looked for the first time."""
        latest = self.latest
        return self.me not in self.told or (latest is not None and not self._this_turn(latest))

    def _this_turn(self, place: int) -> bool:
        return self.session.states[place].turn == self.session.state.turn

    def fresh(self) -> tuple[Change, ...]:
        """Return what the viewer may know of what happened since the latest decision."""
        return self._since(self.latest)

    def news(self) -> tuple[Change, ...]:
        """Return what has happened since the page of news before, as the viewer may know."""
        return self._since(self.news_start)

    def _since(self, place: int | None) -> tuple[Change, ...]:
        """Return what has happened since so many decisions; None: since the turn began."""
        session = self.session
        changes = session.page().changes if place is None else session.since(place)
        return heard(changes, self.me)

    def news_moves(self) -> tuple[Move, ...]:
        """Return what others decided in the time that the page of news is about."""
        return self._moves_since(self.news_start)

    def came_fresh(self) -> tuple[Came, ...]:
        """Return what came of the viewer's own doings since the latest and hasn't been shown."""
        latest = self.latest
        if latest is None or self.me not in self.told:
            return ()
        found = came_of(self.session, self.me, latest)
        return tuple(came for came in found if not self.was_shown(came.place))

    def came_news(self) -> tuple[Came, ...]:
        """Return what came of the viewer's own doings since the last decision before this turn."""
        decided = zip(self.session.states, self.session.decisions, strict=False)
        turn = self.session.state.turn
        places = (n for n, (s, d) in enumerate(decided) if d.chair == self.me and s.turn < turn)
        last = max(places, default=None)
        return () if last is None else tuple(came_of(self.session, self.me, last))

    def came_shown(self, found: Iterable[Came]) -> None:
        """Remember that the viewer has been shown what came of something."""
        for came in found:
            self.shown[self.me, came.place] = self.session.states[came.place + 1]

    def was_shown(self, place: int) -> bool:
        """Return whether the viewer was shown what came of the decision at a place."""
        after = self.shown.get((self.me, place))
        states = self.session.states
        return after is not None and place + 1 < len(states) and states[place + 1] is after

    def came(self) -> tuple[Came, ...]:
        """Return what came of the viewer's own doings in this turn and the last, latest first."""
        states, turn = self.session.states, self.session.state.turn
        start = next(n for n, state in enumerate(states) if state.turn >= turn - 1)
        return tuple(came_of(self.session, self.me, start))[::-1]

    def earlier(self) -> tuple[Change, ...]:
        """Return what the viewer may know of what happened this turn before that."""
        latest = self.latest
        if latest is None or not self._this_turn(latest):
            return ()
        changes = self.session.page().changes
        return heard(changes[: len(changes) - len(self.session.since(latest))], self.me)

    def fresh_moves(self) -> tuple[Move, ...]:
        """Return what others decided since the viewer's latest decision."""
        return self._moves_since(self.latest)

    def _moves_since(self, place: int | None) -> tuple[Move, ...]:
        """Return what others decided since so many decisions; None: since the turn began."""
        start = self._first_of_turn() if place is None else place
        return tuple(moves(self.session, self.me, start))

    def moves(self, turn: int) -> tuple[Move, ...]:
        """Return what others decided in a turn, as far as the viewer may know."""
        return tuple(move for move in moves(self.session, self.me) if move.turn == turn)

    def lesson(self) -> Lesson | None:
        """Return the next lesson for the viewer, who then has been told."""
        return self.coach.next(self.me)

    def scenes(self, wish: str = ALL) -> tuple[Shown, ...]:
        """Return the scenes that have come up for the viewer, who then has seen them."""
        return self.stage.due(self.me, wish)

    def preview(self, decision: Decision) -> Preview:
        """Return what a decision would do."""
        return self.session.preview(decision)
