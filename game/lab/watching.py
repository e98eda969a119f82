"""Players that are watched: what they could have chosen is noted beside what they chose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random

from game.content.records import Content
from game.lab.fates import Fates, clauses_of
from game.lab.rows import Bargain, Tally
from game.players.base import Move, Player, legal
from game.rules.decisions import Decision, Option
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.state import Slot, State, View
from game.rules.table.deals import possible_terms

SORTS = {
    "agenda": "actions", "table": "table", "answer": "table", "counter": "table",
    "ratify": "table",
}  # fmt: skip


class Notes:
    """What was noted about one game so far."""

    def __init__(self) -> None:
        """Start with nothing noted."""
        self.open: Counter[str] = Counter()
        self.taken: Counter[str] = Counter()
        self.alone: Counter[str] = Counter()
        self.possible: Counter[str] = Counter()
        self.offered: Counter[str] = Counter()
        self.talks: Counter[str] = Counter()
        self.pace: Counter[str] = Counter()
        self._open_actions: set[tuple[str, int]] = set()
        self._taken_actions: set[tuple[str, int]] = set()
        self._seated: set[tuple[str, int]] = set()

    def note(
        self, content: Content, seen: State, options: Sequence[Option], decision: Decision
    ) -> None:
        """Note one decision and what else could have been decided."""
        slot = seen.queue[0]
        if KINDS[slot.kind].of_a_card:
            self._card(slot, legal(options), decision)
        elif slot.kind == "agenda":
            self._agenda(seen, legal(options), decision)
        else:
            self._talk(content, seen, slot, decision)
        self._count_pace(slot, decision)

    def _count_pace(self, slot: Slot, decision: Decision) -> None:
        if (slot.kind, decision.pick) != ("agenda", "end"):
            self.pace[f"{slot.chair}/{SORTS.get(slot.kind, 'cards')}"] += 1

    def _card(self, slot: Slot, allowed: list[Decision], decision: Decision) -> None:
        desk = f"{slot.subject}/{slot.chair}"
        self.open.update(f"{desk}/{each.pick}" for each in allowed)
        self.taken[f"{desk}/{decision.pick}"] += 1
        if len(allowed) == 1:
            self.alone[f"{desk}/{decision.pick}"] += 1

    def _agenda(self, seen: State, allowed: list[Decision], decision: Decision) -> None:
        self._open_actions.update((f"{d.chair}/{d.pick}", seen.turn) for d in allowed)
        self._taken_actions.add((f"{decision.chair}/{decision.pick}", seen.turn))

    def _talk(self, content: Content, seen: State, slot: Slot, decision: Decision) -> None:
        self.talks[f"{slot.chair}/{decision.pick}"] += 1
        self.offered.update(clauses_of(decision.terms))
        if slot.kind == "table" and (slot.chair, seen.turn) not in self._seated:
            self._seated.add((slot.chair, seen.turn))
            self.possible.update(_offerable(content, seen, slot.chair))

    def choices(self) -> dict[str, Tally]:
        """Return every choice that was open, with how often, and how often it was taken."""
        return {key: Tally(n, self.taken[key], self.alone[key]) for key, n in self.open.items()}

    def actions(self) -> dict[str, Tally]:
        """Return every action that was open, with in how many turns, and in how many taken."""
        could = Counter(key for key, _ in self._open_actions if not key.endswith("/end"))
        did = Counter(key for key, _ in self._taken_actions)
        return {key: Tally(count, did[key]) for key, count in sorted(could.items())}

    def clauses(self, struck: Fates) -> dict[str, Bargain]:
        """Return every clause that came up, with what became of the deals about it."""
        return {
            key: Bargain(
                self.possible[key], self.offered[key], struck.signed[key], struck.ratified[key],
                struck.fallen[key], struck.by_card[key],
            )
            for key in sorted({*self.possible, *self.offered, *struck.signed})
        }  # fmt: skip

    def pace_of(self, chair: str) -> dict[str, int]:
        """Return how many cards, actions and table decisions a chair had."""
        return {sort: self.pace[f"{chair}/{sort}"] for sort in ("cards", "actions", "table")}


def _offerable(content: Content, seen: State, chair: str) -> set[str]:
    """Return the clauses that a chair could offer to anybody now."""
    index = index_of(content, seen.scenario)
    return {
        term.clause
        for other in index.chairs
        if other != chair
        for term in possible_terms(index, seen, chair, other)
    }


class Watched(Player):
    """A player that decides as another does, with every decision noted."""

    def __init__(self, player: Player, notes: Notes) -> None:
        """Watch a player and write into notes, which players of one game share."""
        self._player = player
        self._notes = notes

    def decide(self, content: Content, seen: View, options: Sequence[Option], dice: Random) -> Move:
        """Return the watched player's move."""
        move = self._player.decide(content, seen, options, dice)
        self._notes.note(content, seen, options, move.decision)
        return move
