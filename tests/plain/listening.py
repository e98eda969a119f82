"""Somebody who plays by ear as a computer player would, and counts the words that must be heard.

`python -m tests.plain.listening` plays a campaign of diplomats for each way of speaking and prints
how many words a turn must be heard beside the cards, and what comes of cards and actions.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from game.content.load import load_content
from game.content.records import Content
from game.narration.decisions import card_text, decision_title
from game.narration.offers import draft_terms
from game.plain.console import Console
from game.plain.game import Game
from game.plain.speech import Speech
from game.plain.telling import Teller
from game.players import ROSTER
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, find_offer
from game.rules.index import index_of
from game.rules.setup import Setup
from game.rules.table.convening import convened
from game.session import Session, Waiting, seats_for

CARDS = ("card", "dilemma")
MADE = ("offer", CONVENE)
MOST_ASKED = 60  # questions about one decision, before somebody is talking past the game


@dataclass
class Counted:
    """Words by what they were said of: a kind of decision, `news`, or `card` for its own texts."""

    words: Counter[str] = field(default_factory=Counter)
    turns: int = 0

    @property
    def beside(self) -> float:
        """How many words a turn had to be heard beside the cards and what came of them."""
        own = self.words["card"] + self.words["outcome of agenda"]
        return (sum(self.words.values()) - own) / max(1, self.turns)

    def each(self) -> Mapping[str, int]:
        """How many words a turn were said of each."""
        return {of: n // max(1, self.turns) for of, n in self.words.most_common()}


class Overheard(Teller):
    """Tells its listener when it says what came of the listener's own decision."""

    def __init__(self, listener: Listener, session: Session) -> None:
        super().__init__(listener, session)
        self.listener = listener

    def say_own(self, chair: str, wish: str, speech: Speech = Speech.FULL) -> None:
        kind = self.session.decisions[-1].kind
        self.listener.outcome = "card" if kind in CARDS else f"outcome of {kind}"
        super().say_own(chair, wish, speech)
        self.listener.outcome = ""


class Listener(Console):
    """Types what a computer player would decide, and counts all that is said meanwhile."""

    def __init__(self, player: str = "diplomat") -> None:
        self.heard = io.StringIO()
        super().__init__(io.StringIO(), self.heard)
        self.player, self.counted = ROSTER[player](), Counted()
        self.game: Game
        self.own: tuple[int, list[str]] = (-1, [])
        self.asked = 0
        self.typed: list[str] = []
        self.decided, self.of, self.outcome, self.typed_at = -1, "news", "", -1

    def sit(self, game: Game) -> None:
        """Sit down at a game."""
        self.game = game
        game.seat.teller = Overheard(self, game.session)

    def say(self, text: str = "") -> None:
        self.counted.words[self._of(text)] += len(text.split())
        super().say(text)

    def _of(self, text: str) -> str:
        """Return of what a text is said: a card's own words are told from what is beside them."""
        if not hasattr(self, "game"):
            return "opening"
        if self.outcome:
            return self.outcome
        session = self.game.session
        waiting = session.waiting_for()
        if len(session.decisions) != self.decided:
            self.decided, self.of = len(session.decisions), "news"
        if waiting and self.game.told.get(waiting.chair) == self.decided:
            self.of = waiting.slot.kind
        return "card" if self.of in CARDS and self._is_own(text, waiting) else self.of

    def _is_own(self, text: str, waiting: Waiting | None) -> bool:
        """Return whether a text is a card's title, words, or one of its choices."""
        if waiting is None or text.endswith(")"):
            return False
        if self.own[0] != self.decided:
            self.own = (self.decided, self._own(waiting))
        return text.startswith(("A card", "A dil")) or any(one in text for one in self.own[1])

    def _own(self, waiting: Waiting) -> list[str]:
        """Return the words of the card that is asked, and of its choices."""
        content, seen = self.game.session.content, self.game.session.view(waiting.chair)
        titles = [decision_title(content, seen, option.decision) for option in waiting.options]
        return [card_text(content, seen, waiting.slot), *titles]

    def ask(self, question: str) -> str:
        """Return the next words of what the player decides."""
        self.say(question)
        session = self.game.session
        waiting = session.waiting_for()
        if waiting is None:
            return ""
        if not self.typed or self.typed_at != len(session.decisions):
            self.asked = 0 if self.typed_at != len(session.decisions) else self.asked
            self.typed_at = len(session.decisions)
            self.typed = self._words(waiting)
        self.asked += 1
        assert self.asked < MOST_ASKED, f"{question} {self.typed}"
        return self.typed.pop(0)

    def _words(self, waiting: Waiting) -> list[str]:
        session, chair = self.game.session, waiting.chair
        dice = Random(len(session.decisions))
        move = self.player.decide(session.played, session.view(chair), waiting.options, dice)
        decision = move.decision
        if decision.pick in (*MADE, "counter"):
            return [self._named(decision), *self._terms(waiting, decision), "send", "send"]
        return [self._named(decision)]

    def _named(self, decision: Decision) -> str:
        named = f"{decision.pick} {decision.target}".strip()
        heard = [one for one in self.game.seat.heard if (one.pick, one.target) == (
            decision.pick, decision.target)]  # fmt: skip
        if heard and self.game.seat.heard:
            return str(self.game.seat.heard.index(heard[0]) + 1)
        return named

    def _terms(self, waiting: Waiting, decision: Decision) -> list[str]:
        """Return the words that put an offer together, whatever stood in it before."""
        session, seen = self.game.session, self.game.session.view(waiting.chair)
        offer = convened(waiting.chair, decision.target)
        if decision.pick == "counter":
            offer = find_offer(seen, waiting.slot.subject)
        index = index_of(session.content, seen.scenario)
        possible = [(t.clause, t.giver, t.to) for t in draft_terms(index, seen, *offer.parties)]
        typed = [
            f"{possible.index((term.clause, term.giver, term.to)) + 1} {term.amount}"
            for term in decision.terms
        ]
        return ["remove 1"] * len(offer.terms) + typed


def listened(content: Content, setup: Setup, speech: Speech) -> tuple[Listener, Session]:
    """Play a scenario by ear to its end; return who has listened, and the game."""
    console = Listener()
    session = Session(content, setup, seats_for(content, setup, "diplomat"))
    game = Game(console, session)
    game.seat.speech = speech
    console.sit(game)
    game.play()
    console.counted.turns = session.state.turn
    return console, session


if __name__ == "__main__":
    loaded = load_content()
    for chair in ("nasa", "roscosmos", "esa"):
        for speech in Speech:
            heard, played = listened(loaded, Setup("cold_snap_2022", chair, 5), speech)
            beside = round(heard.counted.beside)
            print(chair, speech.name, played.state.turn, beside, heard.counted.each())
