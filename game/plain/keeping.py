"""Line by line: a branch that everybody agrees to, a report of the run."""

from __future__ import annotations

from pathlib import Path

from game.plain.console import Console, Left
from game.session import Session
from game.text.language import _

YES, NO = ("yes", "y"), ("no", "n", "")
ANSWERS = {"yes": "yes", "no": "no"}


def ask_yes(console: Console, question: str) -> bool:
    """Ask until yes or no is answered; nothing, or the end of the input, is no."""
    while True:
        try:
            answer = console.ask(f"{question} {_('{yes} or {no}?', **ANSWERS)}").lower()
        except Left:
            return False
        if answer in YES + NO:
            return answer in YES
        console.say(_("Type {yes} or {no}.", **ANSWERS))


def everybody_agrees(console: Console, session: Session, turn: int) -> bool:
    """Return whether all people at the screen agree to a branch; somebody alone isn't asked."""
    people = session.people
    return len(people) < 2 or all(
        ask_yes(
            console,
            _(
                "{name}: do you agree to a branch from turn {turn}?",
                name=session.content.partners[chair].name,
                turn=turn,
            ),
        )
        for chair in people
    )


def say_written(console: Console, paths: tuple[Path, ...]) -> None:
    """Say where a report was written."""
    for path in paths:
        console.say(_("Written: {path}", path=path))
