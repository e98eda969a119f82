"""Who looks at a game: the content, the tables over its scenario, what a chair sees, the chair."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.records import Content
from game.narration.words import say
from game.rules.index import Index, index_of
from game.rules.messages import Message
from game.rules.state import State
from game.text.language import _


@dataclass(frozen=True, slots=True)
class Viewer:
    """A chair with what it may know: it names partners, factions and turns as readers do."""

    index: Index
    seen: State
    chair: str

    @classmethod
    def of(cls, content: Content, seen: State, chair: str) -> Viewer:
        """Return who looks from a chair; `seen` is that chair's view."""
        return cls(index_of(content, seen.scenario), seen, chair)

    @property
    def content(self) -> Content:
        """The scenario's content."""
        return self.index.content

    def name(self, partner: str) -> str:
        """Return what a partner is called; `You` for oneself."""
        return _("You") if partner == self.chair else self.content.partners[partner].name

    def faction(self, path: str) -> str:
        """Return what a faction is called by its figure's path or its id, without whose it is."""
        return self.content.factions[path.rpartition(".")[2]].name

    def figure(self, name: str) -> int:
        """Return one of the chair's own figures, such as `capital`."""
        return self.seen.figures[f"{self.chair}.{name}"]

    def say(self, said: Message) -> str:
        """Return the words of a message."""
        return say(self.content, said)
