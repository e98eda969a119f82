"""Where the screen gets content and games from: loading, listing saves, going on, saving."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.content.records import Content
    from game.rules.setup import Setup
    from game.session import Session


USUAL = "diplomat"
"""Who plays a chair that nobody was named for."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved game as a list shows it; `problem` says why it can't be loaded."""

    name: str
    text: str
    problem: str = ""


class Library:
    """Content, loaded once when first asked for, and the games that were saved."""

    def __init__(self, content: Content | None = None, directory: Path | None = None) -> None:
        """Use ready content and a directory of saves, or the game's own."""
        self._content = content
        self._directory = directory

    @property
    def ready(self) -> bool:
        """Whether the content has been loaded."""
        return self._content is not None

    def content(self) -> Content:
        """Return the content. Raises ContentError or PackError when it can't be used."""
        if self._content is None:
            from game.content.load import load_content

            self._content = load_content()
        return self._content

    def kept(self) -> list[Kept]:
        """Return the saved games, the latest first."""
        return []

    def start(self, setup: Setup, seats: Mapping[str, str]) -> Session:
        """Return a new game that saves itself; chairs without a seat get the usual player.

        Raises UsageError for what doesn't exist.
        """
        from game.rules.setup import check_setup
        from game.session import PERSON, Session

        content = self.content()
        check_setup(content, setup)
        everybody = dict.fromkeys(content.scenarios[setup.scenario].chairs, USUAL)
        return Session(content, setup, everybody | {setup.chair: PERSON} | dict(seats))

    def latest(self) -> Kept | None:
        """Return the game saved last, if there is one that can be loaded."""
        return next((kept for kept in self.kept() if not kept.problem), None)

    def load(self, name: str) -> Session:
        """Return a saved game by its name or its file. Raises SaveError when it can't be loaded."""
        raise NotImplementedError(name)

    def saved(self, session: Session) -> str:
        """Return in a word whether a game is saved."""
        return "saved" if session.saver else "not saved"
