"""One game as the screen plays it: through whose eyes, and what they have yet to be told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.coaching import Coach
from game.content.records import Content, Lesson
from game.counsel import Counsel
from game.moves import Move, moves
from game.narration.news import heard
from game.rules.decisions import Change, Decision
from game.rules.index import Index, index_of
from game.rules.preview import Preview
from game.rules.rungs import rungs
from game.rules.state import State
from game.session import Session, Waiting


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the story: so many pages, changes on the last one, decisions."""

    pages: int
    changes: int
    decisions: int


class Play:
    """A session with a viewer; everything it returns is what that viewer may know."""

    def __init__(self, session: Session) -> None:
        """Look through the eyes of the first person at the table."""
        self.session = session
        self.coach = Coach(session)
        self.me = session.people[0]
        self.seated = len(session.people) == 1
        self.counsel = Counsel(session)
        self.marks: dict[str, Mark] = {}
        self.told: set[str] = set()
        self.news_from: dict[str, Mark] = {}
        self.news_shown: dict[str, Mark] = {}
        self._seen: tuple[State, str, State] | None = None
        self._waiting: tuple[State, Waiting | None] | None = None

    @property
    def mark(self) -> Mark:
        """Where the story stood when the viewer last decided, else when the turn began."""
        return self.marks.get(self.me) or self._turn_start()

    def _turn_start(self) -> Mark:
        return Mark(len(self.session.pages), 0, self._first_of_turn())

    def _first_of_turn(self) -> int:
        """Return how many decisions had been taken when the present turn began."""
        states, turn = self.session.states, self.session.state.turn
        return next(n for n, state in enumerate(states) if state.turn == turn)

    @property
    def content(self) -> Content:
        """The content that is played."""
        return self.session.content

    @property
    def index(self) -> Index:
        """The tables over the scenario."""
        return index_of(self.content, self.session.state.scenario)

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
    def seen(self) -> State:
        """The state as the viewer may see it, kept until it changes."""
        state = self.session.state
        if self._seen is None or self._seen[0] is not state or self._seen[1] != self.me:
            self._seen = (state, self.me, self.session.view(self.me))
        return self._seen[2]

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
        mark = self._now()
        self.session.submit(decision)
        self.marks[self.me] = mark
        self.told.add(self.me)

    def others(self, go_on: Callable[[], bool]) -> None:
        """Let the computer players decide, one decision at a time, while `go_on` says so."""
        while self.others_turn and go_on():
            self.session.play_one()

    def undo(self) -> bool:
        """Take the viewer's latest decision back; False when there is none to take back."""
        done = self.session.undo(self.me)
        self.marks.clear()
        self.news_from, self.news_shown = self._kept(self.news_from), self._kept(self.news_shown)
        return done

    def _kept(self, marks: dict[str, Mark]) -> dict[str, Mark]:
        """Return the marks of the story that an undo has left standing."""
        taken = len(self.session.decisions)
        return {who: mark for who, mark in marks.items() if mark.decisions <= taken}

    def _now(self) -> Mark:
        pages = self.session.pages
        return Mark(len(pages), len(pages[-1].changes), len(self.session.decisions))

    @property
    def turned(self) -> bool:
        """Whether a turn has begun since the viewer last decided, or looked for the first time."""
        return self.me not in self.told or len(self.session.pages) > self.mark.pages

    def fresh(self) -> tuple[Change, ...]:
        """Return what the viewer may know of what happened since the latest decision."""
        return self._since(self.mark)

    def _since(self, mark: Mark) -> tuple[Change, ...]:
        changes = [c for page in self.session.pages[mark.pages - 1 :] for c in page.changes]
        return heard(changes[mark.changes :], self.me)

    def tell_news(self) -> None:
        """Begin a page of news: with all that has happened since the last one was shown."""
        shown = self.news_shown.get(self.me) or self.news_from.get(self.me)
        self.news_from[self.me] = shown or self._turn_start()
        self.news_shown[self.me] = self._now()

    def news(self) -> tuple[Change, ...]:
        """Return what the page of news is about, as far as the viewer may know."""
        return self._since(self.news_from.get(self.me) or self._turn_start())

    def news_moves(self) -> tuple[Move, ...]:
        """Return what others decided in the time that the page of news is about."""
        start = self.news_from.get(self.me) or self._turn_start()
        return tuple(moves(self.session, self.me, start.decisions))

    def earlier(self) -> tuple[Change, ...]:
        """Return what the viewer may know of what happened this turn before that."""
        if self.mark.pages < len(self.session.pages):
            return ()
        return heard(self.session.page().changes[: self.mark.changes], self.me)

    def fresh_moves(self) -> tuple[Move, ...]:
        """Return what others decided since the viewer's latest decision."""
        return tuple(moves(self.session, self.me, self.mark.decisions))

    def moves(self, turn: int) -> tuple[Move, ...]:
        """Return what others decided in a turn, as far as the viewer may know."""
        return tuple(move for move in moves(self.session, self.me) if move.turn == turn)

    def lesson(self) -> Lesson | None:
        """Return the next lesson for the viewer, who then has been told."""
        return self.coach.next(self.me)

    def preview(self, decision: Decision) -> Preview:
        """Return what a decision would do."""
        return self.session.preview(decision)
