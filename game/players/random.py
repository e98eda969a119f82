"""A player that takes any legal decision, each as likely as the next."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import ClassVar

from game.content.records import Content
from game.players.bargains import offer_at, random_terms
from game.players.base import Move, Player, legal
from game.record import replace
from game.rules.decisions import Decision, Option
from game.rules.legality import why_not
from game.rules.state import State
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
    if decision.pick == "offer":
        terms = random_terms(content, seen, decision.chair, decision.target, dice)
        return replace(decision, terms=terms)
    if decision.pick == "counter":
        offer = offer_at(seen, seen.queue[0])
        terms = random_terms(content, seen, offer.maker, offer.to, dice)
        return replace(decision, terms=terms)
    return decision
