"""Where the screen gets content and games from: loading, listing saves, going on, saving."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from game.text.inert import one_line
from game.text.language import _

if TYPE_CHECKING:
    from game.content.records import Content
    from game.rules.setup import Setup
    from game.saves.finished import Finishes
    from game.saves.glimpse import Glimpse
    from game.saves.record import Record
    from game.saves.store import Store
    from game.saves.summary import Summary
    from game.session import Session
    from game.session.keeping import Resumed


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved game as a list shows it; `problem` says why it can't be loaded.

    `turns` are those at whose end it is kept too, to go back to.
    """

    name: str
    text: str
    problem: str = ""
    turns: tuple[int, ...] = ()
    summary: Summary | None = None


class Library:
    """Content, loaded once when first asked for, and the games that were saved."""

    def __init__(
        self,
        content: Content | None = None,
        directory: Path | None = None,
        packs: Sequence[Path] = (),
    ) -> None:
        """Use ready content, or the game's own with some packs; saves lie in a directory."""
        self._content = content
        self._directory = directory
        self._packs = packs

    def with_packs(self, packs: Sequence[Path]) -> Library:
        """Return a library of the same saves, and other packs that are still to be read."""
        return Library(directory=self._directory, packs=packs)

    @property
    def ready(self) -> bool:
        """Whether the content has been loaded."""
        return self._content is not None

    def content(self) -> Content:
        """Return the content. Raises ContentError or PackError when it can't be used."""
        if self._content is None:
            from game.content.cached import load_content

            self._content = load_content(self._packs)
        return self._content

    def _store(self) -> Store:
        from game.saves.store import Store

        return Store(self._directory)

    def met_lately(self) -> tuple[str, ...]:
        """Return the cards that recent campaigns have shown."""
        from game.saves.met import met_lately

        return met_lately(self._store().directory)

    def finished(self) -> Finishes:
        """Return what is kept of finished runs."""
        from game.saves.finished import finished

        return finished(self._store().directory)

    def kept(self) -> list[Kept]:
        """Return the saved games, the latest first; read them on any thread but the screen's."""
        return list(self._each())

    def _each(self) -> Iterator[Kept]:
        from game.tui.paint.kept import kept_line

        store = self._store()
        for one in store.listed():
            told = kept_line(one.summary, self._content) if one.summary else one.name
            problem = one_line(one.problem.partition("\n")[0])
            turns = store.earlier.turns(one.name)
            yield Kept(one.name, one_line(told), problem, turns, one.summary)

    def told(self, kept: Kept) -> str:
        """Return where a listed save stands, in a few lines; nothing is read for it."""
        from game.tui.paint.kept import kept_told

        if kept.summary is None:
            return kept.problem
        return kept_told(kept.summary, self._content)

    def latest(self) -> Kept | None:
        """Return the game saved last, if there is one that can be loaded."""
        from game.saves.store import SAMPLE
        from game.saves.summary import summary_of
        from game.tui.paint.kept import kept_line

        found = (e for e in self._store().entries() if e.record is not None and e.name != SAMPLE)
        entry = next(found, None)
        if entry is None or entry.record is None:
            return None
        told = kept_line(summary_of(entry.record), self._content)
        return Kept(entry.name, one_line(told))

    def start(self, setup: Setup, seats: Mapping[str, str], iron: bool = False) -> Session:
        """Return a new game that saves itself; chairs without a seat get the usual player.

        Raises UsageError for what doesn't exist, SaveError for an iron run with nowhere to save.
        """
        from game.session import seats_for
        from game.session.keeping import start

        everybody = seats_for(self.content(), setup) | dict(seats)
        return start(self.content(), setup, everybody, self._store(), iron)

    def glimpse(self, name: str) -> Glimpse | None:
        """Return how a save says that its game stands, if it is one that can be played."""
        from game.saves.glimpse import glimpse

        return glimpse(self.content(), self._store(), name)

    def load(self, name: str) -> Resumed:
        """Return a saved game by its name or its file. Raises SaveError when it can't be loaded."""
        from game.session.keeping import go_on

        return go_on(self.content(), self._store(), name, self.widened)

    def widened(self, content: Content, record: Record) -> tuple[Content, tuple[str, ...]]:
        """Return content with the packs of a save that lie at hand, and what to tell of them."""
        from game.packs.along import taken_along

        return taken_along(content, record, self._packs)

    def load_told(self, name: str) -> tuple[Session, tuple[str, ...]]:
        """Return a saved game and what its player should know about it; raises as `load` does."""
        resumed = self.load(name)
        return resumed.session, resumed.warnings

    def branch(self, session: Session, turn: int) -> Session:
        """Return a new game, saved, that leaves one in progress where a turn began.

        Raises SaveError or UsageError when there can't be one.
        """
        from game.errors import SaveError
        from game.session.keeper import Keeper
        from game.session.keeping import branch_of, keep_branch

        if not isinstance(session.saver, Keeper):
            raise SaveError(_("This game isn't saved, so nothing can branch from it."))
        made = branch_of(session, session.saver, turn)
        keep_branch(self._store(), made)
        return made

    def report(self, session: Session, chair: str) -> tuple[Path, ...]:
        """Write a game's report beside the saves; return its files. Raises SaveError."""
        from game.report.writing import write_all

        session.save()
        return write_all(session, self._store(), chair)

    def saved(self, session: Session) -> str:
        """Return in a few words whether a game is saved, and why it isn't."""
        from game.session.keeper import Keeper

        if session.unsaved is not None:
            return _("not saved: {why}", why=session.unsaved.short)
        saver = session.saver
        if saver is None:
            return _("not kept")
        kept = isinstance(saver, Keeper) and saver.name
        return _("saved") if kept else _("not saved yet")
