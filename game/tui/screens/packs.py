"""The packs as a page: each row a pack, choosing it enables or disables it; below, what it does."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.packs.about import about, adds, changes, checked_with, state_of
from game.packs.kept import Kept, kept
from game.packs.switching import disable, enable, move
from game.text.inert import one_line
from game.text.language import N_, _
from game.tui.screens.ask import Ask
from game.tui.widgets.choices import Choices, Row

if TYPE_CHECKING:
    from pathlib import Path

    from game.tui.host import Host

DONE = ""
HERE = N_(
    "Enter, or a number, enables a pack or disables it; u and d move an enabled one up and down "
    "the order. Games that begin from now on have the enabled ones."
)
NONE = N_("There are no packs in {directory} yet. `handshake pack install FILE.zip` brings one.")
CHECKING = N_("Checking it with the others ...")
READING = N_("Reading what it does ...")


class PacksPage(Ask):
    """The packs that are kept; the result says, when it isn't empty, that something was changed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "move(-1)", show=False),
        Binding("d", "move(1)", show=False),
    ]

    def __init__(self, host: Host, directory: Path) -> None:
        """Show the packs of a directory. Raises PackError where it can't be told which are on."""
        self._host, self._directory = host, directory
        self._kept = kept(directory)
        self._changed = False
        self._told: dict[str, str] = {}
        text = _(HERE) if self._kept else _(NONE, directory=directory)
        super().__init__(_("Packs"), text, self._answers())

    def _answers(self) -> tuple[tuple[str, str], ...]:
        return (*((one.folder.name, "") for one in self._kept), (DONE, ""))

    def below(self) -> Sequence[Widget]:
        """Return room for what is told of a pack."""
        return (Static("", id="pack-told", markup=False),) if self._kept else ()

    def rows(self) -> list[Row]:
        """Return the packs, enabled ones marked, then the way out."""
        rows = [self._row(n, one) for n, one in enumerate(self._kept, 1)]
        last = len(rows) + 1
        return [*rows, Row(_("Done"), number=str(last) if last <= 9 else "-", browse=True)]

    def _row(self, number: int, one: Kept) -> Row:
        mark = "[x]" if one.enabled else "[ ]"
        named = f"{one.info.title} {one.info.version}" if one.info else one.id
        label = str(number) if number <= 9 else "-"
        return Row(f"{mark} {one_line(named)}", number=label, browse=True)

    def answered(self, key: str) -> None:
        """Enable or disable a pack, off the screen's thread, or leave."""
        if key == DONE:
            self.action_close()
            return
        one = next(one for one in self._kept if one.folder.name == key)
        self._say(_(CHECKING))
        switch = disable if one.enabled else enable
        act = partial(switch, self._directory, key)
        self.run_worker(partial(self._switch, act, key), thread=True, exclusive=True, group="packs")

    def action_close(self) -> None:
        """Leave, and say whether anything was changed."""
        self.dismiss("changed" if self._changed else "")

    def action_move(self, by: int) -> None:
        """Move the enabled pack that is pointed at up or down."""
        place = self.query_one(Choices).highlighted
        if 0 <= place < len(self._kept) and self._kept[place].enabled:
            name = self._kept[place].folder.name
            if self._host.attempt(partial(move, self._directory, name, by)):
                self._again(name)
        else:
            self.app.bell()

    def _switch(self, act: partial[Kept], name: str) -> None:
        self._host.attempt(act)
        self._host.from_thread(partial(self._again, name))

    def _again(self, name: str) -> None:
        """Show how things stand now, with the highlight on a pack."""
        before = [(one.folder, one.enabled) for one in self._kept]
        self._kept = kept(self._directory)
        self._changed |= before != [(one.folder, one.enabled) for one in self._kept]
        self.answers = self._answers()
        names = [key for key, _text in self.answers]
        self.query_one(Choices).show(self.rows(), names.index(name) if name in names else 0)

    # --- what is told of a pack

    def pointed(self, moved: bool = False) -> None:
        """Tell what the pack that is pointed at does, once that has been read."""
        place = self.query_one(Choices).highlighted
        if not 0 <= place < len(self._kept):
            self._say("")
            return
        one = self._kept[place]
        if one.folder.name in self._told:
            self._say(self._told[one.folder.name])
        elif one.info is None:
            self._say(one.problem)
        else:
            self._say("\n".join((*about(one.info), _(READING))))
            self.run_worker(partial(self._read, one), thread=True, exclusive=True, group="told")

    def _read(self, one: Kept) -> None:
        """Read a pack, off the screen's thread, and tell what it does."""
        assert one.info is not None
        checked, found = checked_with(one.folder, self._directory)
        does = (*adds(checked, one.id), *changes(checked, one.id))
        lines = (*about(one.info), state_of(found), *does)
        self._told[one.folder.name] = "\n".join(one_line(line) for line in lines)
        self._host.from_thread(self.pointed)

    def _say(self, words: str) -> None:
        for told in self.query("#pack-told").results(Static):
            told.update(Content(words))
