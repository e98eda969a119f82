"""A plain game of the small world, played from a script of answers."""

from __future__ import annotations

import io

from game.plain.console import Console
from game.plain.game import Game
from game.rules.setup import Setup
from game.session import PERSON, Saver, Session, seats_for
from tests.saves.games import SMALL
from tests.small import BRIEF, CAMPAIGN


class Terminal(io.StringIO):
    """What somebody sees, or types at, rather than a pipe."""

    def isatty(self) -> bool:
        return True


def nowhere(_session: Session) -> None:
    """Save a game as far as its player can tell."""


def new_session(
    scenario: str = CAMPAIGN,
    seed: int = 1,
    others: str = "random",
    saver: Saver | None = nowhere,
    chair: str = "nasa",
) -> Session:
    """Return a game with a person in one chair."""
    setup = Setup(scenario, chair, seed)
    return Session(SMALL, setup, seats_for(SMALL, setup, others), saver)


def talk(session: Session, *answers: str, heard: io.StringIO | None = None) -> str:
    """Play a session with these answers, until they run out or it ends; return what was said."""
    heard = heard or io.StringIO()
    typed = io.StringIO("".join(f"{answer}\n" for answer in answers))
    Game(Console(typed, heard), session).play()
    return heard.getvalue()


def up_to(session: Session, kind: str, chair: str = "nasa") -> Session:
    """Decide the quietest until a person in a chair is asked for a kind of decision."""
    for _ in range(300):
        session.play_others()
        waiting = session.waiting_for()
        assert waiting is not None
        if (waiting.slot.kind, waiting.chair) == (kind, chair):
            return session
        legal = [option.decision for option in waiting.options if option.legal]
        quiet = [d for d in legal if d.pick in ("end", "decline")]
        session.submit((quiet or legal)[0])
    raise AssertionError(f"no {kind} for {chair}")


def two_people() -> Session:
    """Return a brief game with a person in each chair."""
    return Session(SMALL, Setup(BRIEF, "nasa", 1), {"nasa": PERSON, "roscosmos": PERSON})
