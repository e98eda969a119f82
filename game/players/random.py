"""A player that takes any legal decision, each as likely as the next."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import ClassVar

from game.content.records import Content
from game.players.bargains import offer_at, random_terms
from game.players.base import Move, Player, legal
from game.record import replace
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, Option
from game.rules.legality import why_not
from game.rules.state import State
from game.rules.table.convening import convened
from game.text.language import N_


class RandomPlayer(Player):
    """Uniform over the legal options; offers get random clauses."""

    name: ClassVar[str] = "random"
    about: ClassVar[str] = N_("takes any legal decision, each as likely as the next")

    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        """Return a random legal move."""
        allowed = legal(options)
        decision = _completed(content, seen, dice.choice(allowed), dice)
        if why_not(content, seen, decision):
            decision = next(d for d in allowed if d.pick in ("end", "decline"))
        return Move(decision)


def _completed(content: Content, seen: State, decision: Decision, dice: Random) -> Decision:
    """Return the decision with clauses, where it needs some."""
    if decision.pick in ("offer", CONVENE):
        blank = convened(decision.chair, decision.target)
    elif decision.pick == "counter":
        blank = offer_at(seen, seen.queue[0])
    else:
        return decision
    return replace(decision, terms=random_terms(content, seen, blank.parties, dice))
