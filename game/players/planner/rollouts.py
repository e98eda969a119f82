"""Looking ahead with the real rules, within a budget of calls to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from game.content.records import Content
from game.errors import IllegalDecision
from game.players.bargains import offer_at
from game.players.base import find, legal
from game.players.planner.goals import Goals, capital, value
from game.players.planner.worlds import imagined, muted
from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.legality import options_on
from game.rules.state import Slot, State
from game.rules.table.deals import verdict
from game.rules.turn import onward, rest, started

FIRST_CUT = 2  # rollouts of every move before the worse half is left aside
KEPT = 3
IMPOSSIBLE = -(10**6)  # worth of what an imagined world doesn't allow
CALLS_A_TURN = 7  # about: an agenda and a table for each chair, and a card


@dataclass(slots=True)
class Outlook:
    """A move and what its rollouts came to, in hundredths of a point."""

    decision: Decision
    worths: list[int] = field(default_factory=list)

    @property
    def mean(self) -> int:
        """The mean of the rollouts."""
        return sum(self.worths) // max(1, len(self.worths))


class Lookahead:
    """One decision's look ahead: the same imagined worlds for every move, so many calls at most."""

    def __init__(
        self, content: Content, seen: State, goals: Goals, dice: Random, budget: int
    ) -> None:
        """Look from a view; `budget` is in calls to `ahead`."""
        self.chair = seen.queue[0].chair
        self.index = muted(index_of(content, seen.scenario), seen, self.chair)
        self.budget = budget
        self.spent = 0
        self._seen = seen
        self._goals = goals
        self._dice = dice

    def world(self) -> State:
        """Return another world that the view might be of."""
        return imagined(self.index, self._seen, self.chair, self._dice)

    def begin(self, world: State, decision: Decision) -> Draft | None:
        """Return the draft in which a decision has led on, if a world allows it; it counts."""
        try:
            draft = started(self.index, world, decision)
        except IllegalDecision:
            return None
        self.spent += 1
        return draft

    def go_on(self, draft: Draft, decision: Decision) -> None:
        """Let one of the options lead on in a draft; it counts against the budget."""
        self.spent += 1
        onward(draft, decision)

    def at_once(self, world: State, decision: Decision) -> int:
        """Return what a world is worth right after a decision and the answer to it."""
        draft = self.begin(world, decision)
        if draft is None:
            return IMPOSSIBLE
        state = draft.state
        first = state.queue[0] if state.queue else None
        if first and KINDS[first.kind].answers and first.chair != self.chair:
            self.go_on(draft, _answer(self.index, state, first))
        while state.queue and state.queue[0].kind == "ratify":
            self.go_on(draft, _ratified(self.index, state))
        return self._worth(state) + self._saved(state)

    def compare(self, moves: Sequence[Decision], turns: int, most: int) -> list[Outlook]:
        """Return moves, best first, after up to `most` rollouts each over so many turns.

        Those left aside on the way, since others did better in the same worlds, aren't among them.
        """
        outlooks = [Outlook(decision) for decision in moves]
        for done in range(most):
            if done >= FIRST_CUT:
                outlooks = still_open(outlooks)
            if len(outlooks) == 1 or (done and self._short(outlooks, turns)):
                break
            self._round(outlooks, turns)
        return _sorted(outlooks)

    def _short(self, outlooks: list[Outlook], turns: int) -> bool:
        """Return whether the budget is too short for another round."""
        return self.budget - self.spent < len(outlooks) * (turns + 1) * CALLS_A_TURN

    def _round(self, outlooks: list[Outlook], turns: int) -> None:
        world, seed = self.world(), self._dice.getrandbits(64)
        for outlook in outlooks:
            outlook.worths.append(self._rollout(world, outlook.decision, turns, Random(seed)))

    def _rollout(self, world: State, decision: Decision, turns: int, dice: Random) -> int:
        """Return what a move leads to when everybody then goes on quietly for some turns."""
        draft = self.begin(world, decision)
        if draft is None:
            return IMPOSSIBLE
        state = draft.state
        saved = self._saved(state)
        last = world.turn + turns
        while state.queue and state.turn <= last:
            self.spent += (passed := rest(draft))
            if not passed:
                self.go_on(draft, self._quiet(state, dice))
        return self._worth(state) + saved

    def _quiet(self, state: State, dice: Random) -> Decision:
        """Return the policy's move: sign what is worth it, close agendas, take any choice."""
        slot = state.queue[0]
        if KINDS[slot.kind].open_ended:
            return Decision(slot.chair, slot.kind, "end")
        if KINDS[slot.kind].answers:
            return _answer(self.index, state, slot)
        if slot.kind == "ratify":
            return _ratified(self.index, state)
        return dice.choice(legal(options_on(self.index, state)))

    def _worth(self, state: State) -> int:
        return value(self.index, state, self.chair, self._goals)

    def _saved(self, state: State) -> int:
        return capital(state.figures[f"{self.chair}.capital"])


def still_open(outlooks: list[Outlook]) -> list[Outlook]:
    """Return the best so far, with those of the next best that some world has seen ahead of it."""
    best, *others = _sorted(outlooks)[: max(KEPT, len(outlooks) // 2)]
    rivals = (zip(other.worths, best.worths, strict=True) for other in others)
    ahead = [any(its > bests for its, bests in pairs) for pairs in rivals]
    return [best, *(other for other, led in zip(others, ahead, strict=True) if led)]


def _sorted(outlooks: list[Outlook]) -> list[Outlook]:
    return sorted(outlooks, key=lambda outlook: -outlook.mean)


def _ratified(index: Index, state: State) -> Decision:
    """Pay the cheapest faction that can be paid, else press on."""
    return legal(options_on(index, state))[0]


def _answer(index: Index, state: State, slot: Slot) -> Decision:
    """Sign what is worth it, by the arithmetic that everybody can read."""
    offer = offer_at(state, slot)
    allowed = options_on(index, state)
    accept = find(allowed, "accept")
    if accept and verdict(index, state, offer, slot.chair) >= 0:
        return accept
    return Decision(slot.chair, slot.kind, "decline")
