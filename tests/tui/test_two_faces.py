"""The screen and the plain game tell the same, each thing once: one game is played on both."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from game.content import records as r
from game.plain.console import Console
from game.plain.game import Game
from game.plain.speech import Speech
from game.players.base import legal
from game.rules.decisions import Decision
from game.rules.setup import Setup
from game.session import Session, Waiting, seats_for
from game.session.telling import Item, Rank, Telling
from game.session.telling.words import danger_told, happened_in, move_told
from tests.plain.talk import talk
from tests.staged import MORNING, scene, staged
from tests.tui.conftest import CAMPAIGN, Opener, Screen, short

SEED = 3
SCENES = (scene("dawn", "event", MORNING, great=True), scene("act", "choice", again=True))


def wanted(waiting: Waiting, dice: Random) -> Decision:
    """Return what is decided: anything that may be, but for offers."""
    return dice.choice([d for d in legal(waiting.options) if d.pick not in ("offer", "counter")])


class Typist(Console):
    """Types the number of what is wanted, whatever the plain game asks."""

    def __init__(self) -> None:
        self.heard = io.StringIO()
        super().__init__(io.StringIO(), self.heard)
        self.game: Game
        self.dice = Random(SEED)
        self.chosen: Decision | None = None

    def ask(self, question: str) -> str:
        session = self.game.session
        waiting = session.waiting_for()
        if waiting is None:
            return ""
        decision = self.chosen or wanted(waiting, self.dice)
        if decision not in self.game.seat.heard:
            self.chosen = decision
            return "list"
        self.chosen = None
        return str(self.game.seat.heard.index(decision) + 1)


def by_ear(content: r.Content) -> tuple[Session, Telling, str]:
    """Play a game in the plain game; return it, its telling, and all that was said."""
    setup = Setup(CAMPAIGN, "nasa", SEED)
    console = Typist()
    session = Session(content, setup, seats_for(content, setup, "diplomat"))
    console.game = Game(console, session)
    console.game.seat.speech = Speech.FULL
    console.game.play()
    return session, console.game.seat.teller.telling, console.heard.getvalue()


def told(telling: Telling) -> Sequence[Item]:
    items = (item for item in telling.items("nasa") if item.rank is not Rank.FIGURES)
    return [item for item in items if telling.teller("nasa", item)]


async def by_eye(screen: Screen) -> None:
    """Play the same game on the screen, closing each page once it has been shown."""
    dice = Random(SEED)
    while not screen.play.session.over:
        await screen.to_desk()
        waiting = screen.play.waiting
        assert waiting is not None
        screen.desk.decide(wanted(waiting, dice))
        await screen.settle()


def words(session: Session, item: Item) -> Sequence[str]:
    """Return what has to be said where an item is told; traffic is told of several at once."""
    if item.danger is not None:
        return (danger_told(session, "nasa", item),)
    if item.sort == "move":
        return (move_told(session, "nasa", item).title.rstrip("."),)
    return happened_in(session, "nasa", [item]) if item.rank is not Rank.TRAFFIC else ()


async def test_both_tell_the_same_items(opened: Opener) -> None:
    content = staged(*SCENES, content=short(3))
    heard, telling, said = by_ear(content)
    seats = list(heard.seats.items())
    async with opened("nasa", content=content, seats=seats, seed=SEED) as screen:
        await by_eye(screen)
        seen = screen.play
        assert seen.session.decisions == heard.decisions
        assert {item.name for item in told(seen.telling)} == {item.name for item in told(telling)}
        assert not seen.untold() and not telling.untold("nasa")
    flat = " ".join(said.split())
    lines = [line for item in told(telling) for line in words(heard, item)]
    assert lines and not [line for line in lines if " ".join(line.split()) not in flat]
    assert {cue.scene.id for _, cue in telling.scenes("nasa")} == {"dawn", "act"}


async def test_both_show_the_codex_as_of_the_turn(opened: Opener) -> None:
    content = short(3)
    today = content.scenarios[CAMPAIGN].start.toordinal()
    door = (r.Passage("It is shut.", ()), r.Passage("It opens.", ("T-9",), today + 1))
    content = replace(content, codex={"door": r.Codex("door", "A door", door)})
    for turn, now in ((1, False), (2, True)):
        async with opened("nasa", content=content, seed=SEED) as screen:
            while screen.play.seen.turn < turn:
                await screen.to_desk()
                screen.desk.decide(screen.idle())
                await screen.settle()
            await screen.to_desk()
            await screen.keys("x")
            said = talk(screen.play.session, "codex door", "quit")
            for seen in (screen.text, said):
                assert "It is shut." in seen
                assert ("It opens." in seen, "T-9" in seen) == (now, now)
