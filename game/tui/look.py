"""What one chair sees of where a game stands: all that figures are drawn from."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping

from game.content.records import Content
from game.narration.alarms import OPEN, Alarm, alarms
from game.narration.viewer import Viewer
from game.rules.index import Index, index_of
from game.rules.state import State
from game.rules.view import view


class Look(ABC):
    """A state with a viewer; everything but the state is what that viewer may know."""

    def __init__(self, me: str) -> None:
        """Look from a chair."""
        self.me = me
        self._seen: tuple[State, str, State] | None = None
        self._dangers: tuple[State, tuple[Alarm, ...]] | None = None

    @property
    @abstractmethod
    def content(self) -> Content:
        """The content that is played."""

    @property
    @abstractmethod
    def state(self) -> State:
        """The whole truth now."""

    @property
    @abstractmethod
    def opening(self) -> Mapping[str, int] | None:
        """The figures as the turn began; None where that isn't known."""

    @property
    def index(self) -> Index:
        """The tables over the scenario."""
        return index_of(self.content, self.state.scenario)

    @property
    def seen(self) -> State:
        """The state as the viewer may see it, kept until it changes."""
        state = self.state
        if self._seen is None or self._seen[0] is not state or self._seen[1] != self.me:
            self._seen = (state, self.me, view(self.content, state, self.me))
        return self._seen[2]

    @property
    def viewer(self) -> Viewer:
        """Who looks: the chair with what it sees."""
        return Viewer(self.index, self.seen, self.me)

    @property
    def alarms(self) -> tuple[tuple[Alarm, ...], int]:
        """The alarms that stand open and how many more there are."""
        found = self.dangers
        return found[:OPEN], len(found[OPEN:])

    @property
    def dangers(self) -> tuple[Alarm, ...]:
        """All that is in danger, the gravest first, kept until the state changes."""
        if self._dangers is None or self._dangers[0] is not self.seen:
            self._dangers = (self.seen, alarms(self.index, self.seen, self.me))
        return self._dangers[1]

    def stood(self, path: str) -> tuple[int, ...]:
        """Return where a figure stood as each of the latest turns began, and now, where known."""
        return ()


class Glance(Look):
    """A state of which no history is known."""

    def __init__(self, content: Content, state: State, me: str) -> None:
        """Look at a state from a chair."""
        super().__init__(me)
        self._content = content
        self._state = state

    @property
    def content(self) -> Content:
        """The content that is played."""
        return self._content

    @property
    def state(self) -> State:
        """The whole truth now."""
        return self._state

    @property
    def opening(self) -> None:
        """Not known."""
