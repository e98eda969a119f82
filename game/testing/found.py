"""From a counterexample to a game: told in a dozen lines, opened as a save, replayed as a text."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from game.content.records import Content
from game.rules.decisions import Decision
from game.rules.setup import Setup
from game.saves.record import to_text
from game.session import PERSON, Session
from game.session.keeper import now, to_record
from game.testing.script import Script, line_of
from game.text.brief import Brief
from game.text.counting import counted

VARIABLE = "HANDSHAKE_FOUND"
SHOWN = 6
"""So many decisions are told, the last ones."""
WIDTH = 160


def directory() -> Path:
    """Return where counterexamples are written: `HANDSHAKE_FOUND`, or beside Hypothesis' own."""
    return Path(os.environ.get(VARIABLE) or Path(".hypothesis", "games"))


@dataclass
class Example(Brief):
    """A game whose last decision breaks a promise; without decisions its first state does.

    `expected` is what was expected and isn't so, `told` the call that plays it again, if any.
    """

    content: Content
    setup: Setup
    decisions: tuple[Decision, ...]
    promise: str
    expected: str
    told: str = ""
    where: Path = field(default_factory=directory)

    @cached_property
    def session(self) -> Session:
        """The game at the moment before the last decision, with people in every chair."""
        seats = dict.fromkeys(self.content.scenarios[self.setup.scenario].chairs, PERSON)
        session = Session(self.content, self.setup, seats)
        for decision in self.decisions[:-1]:
            session.submit(decision)
        return session

    @property
    def script(self) -> Script:
        """The game as a script, to its last decision."""
        return Script(self.setup, self.decisions, self.promise, self.expected)

    def lines(self) -> Iterator[str]:
        """Yield set-up, the last decisions by name, and what was expected, a line each."""
        yield f"{self.promise} is broken: {_short(self.expected)}"
        yield f"in {self.setup!r}"
        if self.told:
            yield f"as {_short(self.told)}"
        rows = list(zip(self.session.states, self.decisions, strict=False))
        if len(rows) > SHOWN:
            yield f"   {counted(len(rows) - SHOWN, 'decision')} before"
        for before, decision in rows[-SHOWN:]:
            arrow = "->" if decision is self.decisions[-1] else "  "
            yield f"{arrow} turn {before.turn}: {line_of(before, decision)}"

    def write(self) -> tuple[Path, Path]:
        """Write the save of the moment before the last decision, and the script; return where.

        Raises OSError where they can't be written.
        """
        self.where.mkdir(parents=True, exist_ok=True)
        name = f"{self.promise}-{self.setup.scenario}".replace(":", "_").replace(" ", "_")
        save, script = self.where / f"{name}.json", self.where / f"{name}.txt"
        save.write_text(to_text(to_record(self.session, now())), encoding="utf-8")
        script.write_text(self.script.text(self.content), encoding="utf-8")
        return save, script

    @cached_property
    def report(self) -> str:
        """What is told of it, once it has been written."""
        try:
            save, script = self.write()
            ways = [
                f"open it:   handshake continue {save}",
                f"replay it: python -m game.testing replay {script}",
            ]
        except OSError as error:
            ways = [f"It can't be written: {error}. {VARIABLE} names another directory."]
        return "\n".join([*self.lines(), *ways])


def _short(text: str) -> str:
    """Return a text in one line of a readable length."""
    line = " ".join(text.split())
    return line if len(line) <= WIDTH else f"{line[:WIDTH]}..."


class Broken(AssertionError):
    """A promise that isn't kept, with the game in which it isn't.

    The game is written down when this is first told: Hypothesis raises it hundreds of times before
    the smallest example stands, and tells that one.
    """

    def __init__(self, example: Example) -> None:
        """Keep the example."""
        super().__init__(example)
        self.example = example

    def __str__(self) -> str:
        """Return the report of the example."""
        return self.example.report


@contextmanager
def promised(
    content: Content,
    setup: Setup,
    decisions: Sequence[Decision],
    promise: str,
    told: str = "",
) -> Iterator[None]:
    """Raise Broken, with the game so far, for whatever is raised while this is open."""
    try:
        yield
    except Exception as error:
        if isinstance(error, Broken):
            raise
        said = (str(error).splitlines() or [""])[0]  # pytest adds lines that tell how it compared
        if not isinstance(error, AssertionError) or not said:
            said = f"{type(error).__name__}: {said}"
        example = Example(content, setup, tuple(decisions), promise, said, told)
        raise Broken(example) from error
