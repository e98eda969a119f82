"""One decision's work in progress: a state being rewritten, and the ledger of why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from game.rules.decisions import Change, ChangeKind
from game.rules.dice import draw
from game.rules.figures import Mandate
from game.rules.index import Index
from game.rules.levels import placed, pushed, reading
from game.rules.messages import NOTHING, Message
from game.rules.state import Held, Roles, State
from game.rules.wording import worded

COUNTED = frozenset({"crew", "ships"})  # tables that derived facts are counted from

ANGRY = 20  # approval under which a faction fights the office


def weighed(mandate: Mandate, figures: Mapping[str, int]) -> int:
    """Return what a mandate comes to with these approvals, anger counting double."""
    _, total, parts = mandate
    mean = 0
    for faction, weight in parts:
        approval = figures[faction]
        if approval < ANGRY:
            approval = 2 * approval - ANGRY  # what is missing below the line counts twice
        mean += approval * weight
    return max(0, (2 * mean + total) // (2 * total))


class Draft:
    """A copy-on-write state. `cause` and `reason` label every change until they are set anew.

    An untold draft keeps no ledger: for those who look ahead and need only the state.
    """

    __slots__ = (
        "_owned",
        "cause",
        "changes",
        "deals",
        "dirty",
        "figures",
        "index",
        "limits",
        "manifest",
        "reason",
        "state",
        "told",
        "turned",
    )

    def __init__(self, index: Index, state: State, told: bool = True) -> None:
        """Start from a state that is never touched."""
        self.index, self.limits = index, index.limits
        self.told = told
        self.state = state.made_as(State)
        self.state.figures = self.figures = dict(state.figures)
        self.changes: list[Change] = []
        self._owned: set[str] = set()
        self.dirty: set[str] = set()
        self.cause, self.reason = "rule:start", NOTHING
        self.deals, self.manifest = state.deals, state.manifest
        self.turned: int | None = None

    def refreshed(self) -> None:
        """Count as in line with everything, as a draft that has just been begun does."""
        self.cause, self.reason = "rule:start", NOTHING
        self.deals, self.manifest = self.state.deals, self.state.manifest
        self.dirty.clear()

    def own(self, name: str) -> Any:
        """Return a record table of the state that may be written; facts are counted from some."""
        if name in COUNTED:
            self.dirty.add(name)
        if name not in self._owned:
            self._owned.add(name)
            setattr(self.state, name, dict(getattr(self.state, name)))
        return getattr(self.state, name)

    def table(self, name: str) -> Any:
        """Return a record table to write into what no fact is counted from, copying it once."""
        if name not in self._owned:
            self._owned.add(name)
            setattr(self.state, name, dict(getattr(self.state, name)))
        return getattr(self.state, name)

    def because(self, cause: str, reason: Message) -> None:
        """Set what the next changes are put down to."""
        self.cause, self.reason = cause, reason

    def tell(self, words: str, roles: Roles = ()) -> Message:
        """Return what content says as things stand; nothing where nobody is told."""
        return worded(self.index.content, self.state, words, roles) if self.told else NOTHING

    def note(
        self, kind: ChangeKind, path: str, told: Message | None = None, seen: tuple[str, ...] = ()
    ) -> None:
        """Write something other than a figure into the ledger."""
        if self.told:
            self.changes.append(Change(kind, path, 0, self.cause, told or self.reason, seen))

    def shift(self, path: str, amount: int, weigh: bool = True) -> int:
        """Add to a figure within its bounds and return what was really added.

        Who moves several factions of a home weighs its mandate once, after them.
        """
        low, high, seen, follows, home = self.limits[path]
        held = self.state.held
        if held and path in held:
            return self.hold(path, pushed(held[path], amount, low, high))
        before = self.figures[path]
        after = before + amount
        after = low if after < low else high if after > high else after
        if after == before:
            return 0
        self.figures[path] = after
        moved = after - before
        if self.told:
            self.changes.append(Change("figure", path, moved, self.cause, self.reason, seen))
        if home and moved > 0 and self.state.words[home[0]] == home[1]:
            self.shift(home[2], -moved)  # what a restless faction gains settles its unrest
        if follows and weigh:
            if follows in self.index.mandates:
                self.weigh_mandate(follows)
            else:
                self.dirty.add(follows)
        return moved

    def sway_home(self, partner: str, likes: Iterable[tuple[str, int]], amount: int) -> None:
        """Move factions of a partner by their like times an amount, and weigh its mandate once.

        It is what `shift` does for each, written out, for nothing is done as often.
        """
        figures, limits, cause, reason = self.figures, self.limits, self.cause, self.reason
        for path, like in likes:
            low, high, seen, _, home = limits[path]
            before = figures[path]
            after = before + like * amount
            after = low if after < low else high if after > high else after
            if after != before:
                figures[path] = after
                moved = after - before
                if self.told:
                    self.changes.append(Change("figure", path, moved, cause, reason, seen))
                if home and moved > 0 and self.state.words[home[0]] == home[1]:
                    self.shift(home[2], -moved)
        self.weigh_mandate(partner)

    def place(self, path: str, value: int) -> int:
        """Set a figure, or what it would be if no deal held it; return by how much it moved."""
        held = self.state.held.get(path)
        if held is None:
            return self.shift(path, value - self.figures[path])
        low, high = self.index.bounds[path]
        return self.hold(path, placed(held, value, low, high))

    def hold(self, path: str, held: Held | None) -> int:
        """Let deals hold a figure so, or no longer (None); return by how much it moved."""
        low, high, seen, follows, _ = self.limits[path]
        table: dict[str, Held] = self.table("held")
        before = self.figures[path]
        if held is None:
            after = table.pop(path).base
        else:
            table[path], after = held, reading(held, low, high)
        if after != before:
            self.figures[path] = after
            if follows:
                self.dirty.add(follows)
            if self.told:
                change = Change("figure", path, after - before, self.cause, self.reason, seen)
                self.changes.append(change)
        return after - before

    def weigh_mandate(self, partner: str) -> None:
        """Bring a mandate in line with its factions: their weighted mean, anger counting double."""
        mandate, figures = self.index.mandates.get(partner), self.figures
        if mandate is None:
            return
        path = mandate[0]
        moved = weighed(mandate, figures) - figures[path]
        if moved:
            figures[path] += moved
            if self.told:
                seen = self.index.seen[path]
                self.changes.append(Change("figure", path, moved, self.cause, self.reason, seen))

    def below(self, limit: int, purpose: str, what: str, n: int = 0) -> int:
        """Draw from the world's dice, keyed by this turn."""
        return draw(self.state.seed, purpose, self.state.turn, what, n) % limit

    def sway(self, most: int, purpose: str, what: str) -> int:
        """Draw from the world's dice what swings either way, from `-most` to `most`."""
        return self.below(2 * most + 1, purpose, what) - most
