"""Every branch of a card, once in each of some states: choices, outcomes, pairs, wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product

from game.content.records import Choice, Content, Desk, Event, Prose
from game.narration.decisions import fill
from game.narration.words import say
from game.rules.deciding.cards import list_choices
from game.rules.dilemmas import unfold
from game.rules.draft import Draft
from game.rules.facts import refresh
from game.rules.index import Index, index_of
from game.rules.invariants import violations
from game.rules.ledger import totals
from game.rules.outcomes import LIVE, chances, enact
from game.rules.state import Sealed, Slot, State
from game.rules.turn import go_on
from game.text.language import _
from game.workshop.pool import able, chairs_of
from game.workshop.staging import dealt, on_top
from game.workshop.wordings import Loc, choice_at, told_at, wordings


@dataclass(slots=True)
class Branch:
    """One way a choice can go: what it moves, from the least to the most in the states tried.

    `states` is in how many it was open; `name` is chair, choice and, where it is risky, outcome;
    of a dilemma both answers.
    """

    name: str
    loc: Loc
    moves: dict[str, tuple[int, int]] = field(default_factory=dict)
    states: int = 0

    def add(self, moved: dict[str, int]) -> None:
        """Count what it moved in one more state."""
        for path in {**self.moves, **moved}:
            low, high = self.moves.get(path, (0, 0) if self.states else (moved.get(path, 0),) * 2)
            value = moved.get(path, 0)
            self.moves[path] = min(low, value), max(high, value)
        self.states += 1


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a card; `wrong`: it breaks a game, else it only never came up."""

    event: str
    loc: Loc
    said: str
    wrong: bool


@dataclass(slots=True)
class Walked:
    """What came of all the branches of one event; `states` is in how many states it was tried."""

    event: str
    states: int = 0
    branches: dict[str, Branch] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, loc: Loc, said: str, wrong: bool) -> None:
        """Keep a remark, once."""
        one = Remark(self.event, loc, said, wrong)
        if one not in self.remarks:
            self.remarks.append(one)


def walked(content: Content, states: Sequence[State], event: Event) -> Walked:
    """Return what comes of every branch of an event in some states of one scenario."""
    found = Walked(event.id)
    if not states or not chairs_of(content, states[0].scenario, event):
        return found
    walk = _Walk(content, index_of(content, states[0].scenario), event, found)
    for state in able(content, states, event):
        walk.through(state)
    walk.sum_up()
    return found


class _Walk:
    """One event, carried through states."""

    def __init__(self, content: Content, index: Index, event: Event, found: Walked) -> None:
        self._content, self._index, self._event, self._found = content, index, event, found
        self._shown: set[Loc] = set()
        self._open: set[Loc] = set()
        self._odds: set[Loc] = set()

    def through(self, state: State) -> None:
        """Take every branch from one state; whatever breaks is a remark."""
        try:
            placed = dealt(self._content, state, self._event)
        except Exception as error:  # any mistake of content may come out here
            self._broken((), error)
            return
        self._found.states += 1
        for desk in self._desks():
            self._read(placed, desk)
            if not self._event.results:
                for n, choice in enumerate(desk.choices):
                    self._choice(placed, desk, n, choice)
        if self._event.results:
            self._pairs(placed)

    def sum_up(self) -> None:
        """Remark on what never came up in any state."""
        if not self._found.states:
            self._found.remark(("roles",), _("in no state tried was there anybody for its roles"),
                               False)  # fmt: skip
            return
        for loc, _text in wordings(self._desks()):
            if loc not in self._shown:
                self._found.remark(loc, _("in no state tried was it worded so"), False)
        for desk in self._desks():
            for n, choice in enumerate(desk.choices):
                at = choice_at(desk.chair, n)
                if at not in self._open:
                    self._found.remark((*at, "choice"), _("it was open in no state tried"), False)
                for m in range(len(choice.outcomes)):
                    if (*at, "outcomes", m) not in self._odds:
                        self._found.remark(
                            (*at, "outcomes", m), _("its chance was always 0"), False
                        )

    # --- what is read

    def _desks(self) -> list[Desk]:
        return [desk for desk in self._event.desks if desk.chair in self._index.chairs]

    def _read(self, state: State, desk: Desk) -> None:
        """Tell all that a desk may be told, and note which wording is told as things stand."""
        top = on_top(state, self._event.id, desk.chair)
        for loc, text in wordings([desk]):
            self._tell(loc, top, text)
        at: Loc = ("desks", desk.chair)
        self._mark_shown(top, (*at, "text"), desk.text, desk.chair)
        slot = top.queue[0]
        for option in list_choices(self._index, top, slot):
            if option.legal:
                n = next(n for n, c in enumerate(desk.choices) if c.id == option.decision.pick)
                self._open.add(choice_at(desk.chair, n))

    def _mark_shown(self, state: State, loc: Loc, prose: Prose, chair: str) -> None:
        place = told_at(state, prose, chair, loc)
        if place is not None:
            self._shown.add(place)

    def _tell(self, loc: Loc, state: State, text: str) -> None:
        try:
            told = fill(self._content, state, text, self._event.id)
        except Exception as error:
            self._broken(loc, error)
            return
        self._look(loc, told)

    def _look(self, loc: Loc, told: str) -> None:
        if "{" in told:
            self._found.remark(loc, _("it is told with a brace in it: {words}", words=told), True)

    # --- what happens

    def _choice(self, state: State, desk: Desk, n: int, choice: Choice) -> None:
        at = choice_at(desk.chair, n)
        top = on_top(state, self._event.id, desk.chair)
        answer = Sealed(desk.chair, self._event.id, choice.id)
        for forced in range(len(choice.outcomes)) or (LIVE,):
            loc = (*at, "outcomes", forced) if forced != LIVE else at
            name = f"{desk.chair} {choice.id}" + (f" {forced + 1}" if forced != LIVE else "")
            self._take(top, name, loc, [(answer, forced)])
            self._note_odds(top, at, choice, desk.chair)

    def _note_odds(self, state: State, at: Loc, choice: Choice, chair: str) -> None:
        for m, chance in enumerate(chances(choice.outcomes, state, chair)):
            if chance:
                self._odds.add((*at, "outcomes", m))
                self._mark_shown(state, (*at, "outcomes", m, "text"),
                                 choice.outcomes[m].variants, chair)  # fmt: skip

    def _pairs(self, state: State) -> None:
        """Take both answers of a dilemma, each with each, and every outcome of each."""
        first, other = self._desks()[:2]
        for (a, one), (b, two) in product(enumerate(first.choices), enumerate(other.choices)):
            for n, m in product(_ways(one), _ways(two)):
                answers = [(Sealed(first.chair, self._event.id, one.id), n),
                           (Sealed(other.chair, self._event.id, two.id), m)]  # fmt: skip
                name = f"{first.chair} {one.id}, {other.chair} {two.id}"
                self._take(state, name, choice_at(first.chair, a), answers)
            self._note_odds(state, choice_at(first.chair, a), one, first.chair)
            self._note_odds(state, choice_at(other.chair, b), two, other.chair)

    def _take(self, state: State, name: str, loc: Loc, answers: list[tuple[Sealed, int]]) -> None:
        """Let answers happen, look at what is told of it, and let the world go on."""
        draft = Draft(self._index, state)
        try:
            if self._event.results:
                unfold(draft, self._event, answers)
            else:
                enact(draft, *answers[0])
            refresh(draft)
            changes = tuple(draft.changes)
            for change in changes:
                self._look(loc, say(self._content, change.reason))
            self._note_results(draft.state, answers)
            draft.state.queue = _left(draft.state.queue, answers)
            go_on(draft)
        except Exception as error:
            self._broken(loc, error)
            return
        for broken in violations(self._content, draft.state):
            said = _("after it a promise of the rules is broken: {what}", what=broken)
            self._found.remark(loc, said, True)
        self._found.branches.setdefault(name, Branch(name, loc)).add(totals(changes))

    def _note_results(self, state: State, answers: Sequence[tuple[Sealed, int]]) -> None:
        for answer, _forced in answers:
            desk = next(d for d in self._desks() if d.chair == answer.chair)
            n = next(n for n, c in enumerate(desk.choices) if c.id == answer.choice)
            at: Loc = (*choice_at(desk.chair, n), "result")
            self._mark_shown(state, at, desk.choices[n].result, desk.chair)

    def _broken(self, loc: Loc, error: Exception) -> None:
        said = _("it breaks the game: {kind}: {error}", kind=type(error).__name__, error=error)
        self._found.remark(loc, said, True)


def _ways(choice: Choice) -> Sequence[int]:
    return range(len(choice.outcomes)) or (LIVE,)


def _left(queue: Sequence[Slot], answers: Sequence[tuple[Sealed, int]]) -> tuple[Slot, ...]:
    """Return who is still asked once some answers have been given."""
    given = {(answer.event, answer.chair) for answer, _forced in answers}
    return tuple(s for s in queue if (s.subject, s.chair) not in given)
