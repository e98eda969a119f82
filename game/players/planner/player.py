"""A player that imagines how things may go on, and takes what its leader's goals like best."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import ClassVar

from game.content.records import Content
from game.players.bargains import offer_at
from game.players.base import Move, Player, claimed, find, legal
from game.players.persona import expected
from game.players.planner.goals import PEACE, PLAIN, Goals
from game.players.planner.rollouts import Lookahead
from game.players.planner.table import convened_by, offers, pack
from game.players.words import because
from game.record import replace
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, Option
from game.rules.kinds import KINDS
from game.rules.preview import preview
from game.rules.state import Offer, State
from game.rules.table.deals import verdict
from game.rules.table.parting import PARTINGS
from game.rules.table.remedies import what_would_work
from game.text.language import N_


class Planner(Player):
    """Looks ahead with the real rules from its own view, within a budget of calls to them."""

    name: ClassVar[str] = "planner"
    about: ClassVar[str] = N_("looks turns ahead with the real rules, by its own goals")
    budget: ClassVar[Mapping[str, int]] = {
        "card": 800, "dilemma": 800, "agenda": 550, "table": 800, "answer": 400, "counter": 300,
        "ratify": 300,
    }  # fmt: skip
    turns: ClassVar[Mapping[str, int]] = {
        "card": 2, "dilemma": 2, "agenda": 1, "table": 1, "answer": 1, "counter": 1,
        "ratify": 1,
    }  # fmt: skip
    rollouts: ClassVar[int] = 4
    shortlist: ClassVar[int] = 3

    goals: ClassVar[Goals] = PLAIN

    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        """Return the move whose imagined futures are worth most."""
        kind = seen.queue[0].kind
        owed = claimed(options)
        if owed:
            return owed
        look = Lookahead(content, seen, self.goals, dice, self.budget[kind])
        moves = list(self._moves(content, seen, options, look))
        if len(moves) == 1:
            return Move(moves[0])
        ranked = look.compare(moves, self.turns[kind], self.rollouts)
        return Move(ranked[0].decision, because(content, seen, ranked[0].decision))

    def _moves(
        self, content: Content, seen: State, options: Sequence[Option], look: Lookahead
    ) -> Iterator[Decision]:
        """Yield the moves worth a closer look."""
        kind = seen.queue[0].kind
        if kind == "agenda":
            yield from self._agenda(content, seen, options, look)
        elif kind == "table":
            yield from _table(options, look)
        elif KINDS[kind].answers:
            yield from _answers(seen, options, look)
        else:
            yield from legal(options)

    def _agenda(
        self, content: Content, seen: State, options: Sequence[Option], look: Lookahead
    ) -> Iterator[Decision]:
        """Yield what looks best one step ahead, to the leader's persona or to the goals."""
        acts = [decision for decision in legal(options) if decision.pick != "end"]
        worlds = (look.world(), look.world())

        def foreseen(decision: Decision) -> int:
            return expected(content, seen, look.chair, preview(content, seen, decision))

        def at_once(decision: Decision) -> int:
            return sum(look.at_once(world, decision) for world in worlds)

        best = [d for way in (foreseen, at_once) for d in sorted(acts, key=way)[-self.shortlist :]]
        yield from dict.fromkeys(best)
        yield Decision(look.chair, "agenda", "end")


class Peacemaker(Planner):
    """A planner for whom the station, its people and peace come first."""

    name: ClassVar[str] = "peacemaker"
    about: ClassVar[str] = N_("looks ahead as the planner does, for peace and the station first")
    goals: ClassVar[Goals] = PEACE


def _table(options: Sequence[Option], look: Lookahead) -> Iterator[Decision]:
    """Yield the best offers to each partner, the steps of the ladder, and leaving the table."""
    world = look.world()
    for decision in legal(options):
        if decision.pick == "offer":
            yield from offers(look, world, decision)
        elif decision.pick == CONVENE:
            yield from convened_by(look, world, decision)
        elif decision.pick not in PARTINGS:
            yield decision


def _answers(seen: State, options: Sequence[Option], look: Lookahead) -> Iterator[Decision]:
    """Yield signing what the printed sum says, else declining and what could be asked for."""
    offer, accept = offer_at(seen, seen.queue[0]), find(options, "accept")
    if accept is not None and verdict(look.index, seen, offer, look.chair) >= 0:
        yield accept
        return
    yield from (d for d in legal(options) if d.pick != "counter")
    counter = find(options, "counter")
    if counter is not None:
        for asked in dict.fromkeys(_asked(look, seen, offer, counter)):
            if asked.terms != offer.terms:
                yield replace(counter, terms=asked.terms)


def _asked(look: Lookahead, seen: State, offer: Offer, counter: Decision) -> Iterator[Offer]:
    """Yield what would work here, and that with more that the other side would sign."""
    better = what_would_work(look.index, seen, offer, look.chair) or offer
    yield better
    world = look.world()
    yield pack(look, world, counter, better)
