"""One game as the screen plays it: through whose eyes, and what the telling has for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from threading import RLock

from game.content.records import Content, Lesson
from game.narration.alarms import Alarm
from game.narration.scenes import Cue, Shown
from game.narration.words import rungs_told
from game.narration.words.own import phrase
from game.rules.decisions import Decision
from game.rules.preview import Preview
from game.rules.state import State
from game.session import Session, Waiting
from game.session.coach import Coach
from game.session.counsel import Counsel
from game.session.telling import ALL, Item, Teller, Telling
from game.session.telling.words import Came, came_told, warned_of
from game.text.language import pgettext
from game.tui.look import Look

TREND = 7  # turns of which figures are remembered on the desk, beside the present one


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
        self.telling = Telling(session)
        self.decided: set[str] = set()
        self._warned: tuple[State, tuple[str, ...]] | None = None
        self._waiting: tuple[State, Waiting | None] | None = None

    @property
    def session(self) -> Session:
        """The session; another one is another play, with all that is kept beside it."""
        return self._session

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
        return rungs_told(self.content, self.index.scenario)

    @property
    def brief(self) -> str:
        """What the viewer's chair is in the scenario."""
        return self.index.scenario.briefs.get(self.me) or self.content.partners[self.me].text

    @property
    def station(self) -> bool:
        """Whether a station lives in the scenario."""
        return self.index.scenario.station

    @property
    def place(self) -> str:
        """What the key of the page of what is built is called: a world without a station says."""
        here = pgettext("key", "station")
        return here if self.station else phrase(self.content, "place.key")

    @property
    def dangers(self) -> tuple[Alarm, ...]:
        """All that is in danger, the gravest first."""
        dangers = (item.danger for item in self.telling.standing(self.me))
        return tuple(danger for danger in dangers if isinstance(danger, Alarm))

    def stood(self, path: str) -> tuple[int, ...]:
        """Return where a figure stood as each of the latest turns began, and now."""
        owners = self.index.seen.get(path, ())
        if owners and self.me not in owners:
            return ()
        began = (page.opening.get(path) for page in self.session.pages[-TREND:])
        return (*(value for value in began if value is not None), self.seen.figures[path])

    @property
    def warned(self) -> tuple[str, ...]:
        """What the viewer is warned of now, in words, kept until the state changes."""
        if self._warned is None or self._warned[0] is not self.seen:
            standing = self.telling.standing(self.me)
            self._warned = (self.seen, warned_of(self.session, self.me, standing))
        return self._warned[1]

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
        self.decided.add(self.me)

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
        latest = self.telling.latest(self.me)
        if self.me not in self.decided:
            return True
        return bool(latest) and self.session.states[latest - 1].turn != self.session.state.turn

    def fresh(self) -> tuple[Item, ...]:
        """Return what has come up since the viewer's latest decision that no page has told."""
        return self._unread(self.telling.items(self.me, self.telling.latest(self.me)))

    def earlier(self) -> tuple[Item, ...]:
        """Return what had come up this turn before that, and no page has told."""
        latest, turn = self.telling.latest(self.me), self.session.state.turn
        items = self.telling.items(self.me, self.telling.asked_before(self.me) + 1)
        return self._unread(i for i in items if i.turn == turn and i.place < latest)

    def _unread(self, items: Iterable[Item]) -> tuple[Item, ...]:
        telling = self.telling
        return tuple(item for item in items if telling.teller(self.me, item) != "page")

    def news(self) -> tuple[Item, ...]:
        """Return all that the viewer is told from the turn before on."""
        return self.telling.items(self.me, self.telling.asked_before(self.me) + 1)

    def untold(self) -> tuple[Item, ...]:
        """Return what nothing has told the viewer yet."""
        return self.telling.untold(self.me)

    def outcomes(self) -> tuple[Item, ...]:
        """Return what came of the viewer's own doings in this turn and the last, latest first."""
        turn = self.session.state.turn - 1
        found = [i for i in self.telling.items(self.me) if i.outcome and i.turn >= turn]
        return tuple(sorted(found, key=lambda item: -item.place))

    def scenes_of(self, items: Iterable[Item]) -> list[tuple[Item, Cue]]:
        """Return the scenes that items open, in their order."""
        return [(item, cue) for item in items for cue in item.cues]

    def tell(self, items: Iterable[Item], by: Teller = "page") -> None:
        """Remember that the viewer has been told items."""
        self.telling.tell(self.me, items, by)

    def came(self, items: Iterable[Item], anew: bool) -> tuple[Came, ...]:
        """Return in words what came of doings: all of it, or `anew` what isn't told yet."""
        return tuple(self._came(item, anew) for item in items)

    def _came(self, item: Item, anew: bool) -> Came:
        moved = self.telling.left(self.me, item.moved) if anew else item.moved
        self.telling.tell_moves(self.me, moved)
        return came_told(self.session, self.me, item, moved)

    def lesson(self) -> Lesson | None:
        """Return the lesson that the viewer is at, who then has been told."""
        return self.coach.current(self.me)

    def scenes(self, wish: str = ALL) -> tuple[Shown, ...]:
        """Return the scenes that have come up for the viewer, who then has seen them."""
        return tuple(shown for _, shown in self.telling.due(self.me, wish))

    def preview(self, decision: Decision) -> Preview:
        """Return what a decision would do."""
        return self.session.preview(decision)
