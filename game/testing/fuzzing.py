"""Long wild play with everything looked at: what breaks is made small and can be played again.

A case is a set-up, perhaps a card dealt at the beginning, and bytes that choose the decisions.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from game.content.records import Content
from game.content.scoping import scoped
from game.errors import UsageError
from game.narration.decisions import branch_lines, card_text, decision_title
from game.narration.words import lock_told, say
from game.rules.invariants import violations
from game.rules.kinds import KINDS
from game.rules.legality import options, pending
from game.rules.preview import preview
from game.rules.setup import HAZARDS, LEVELS, Setup, new_game
from game.rules.state import State, View
from game.rules.turn import apply
from game.rules.view import view
from game.testing.feeding import Feed, choose
from game.testing.playing import Moment, named
from game.testing.promises import adds_up, foretold, sound
from game.text.language import _
from game.workshop.staging import Stage, dealt, staged

SEEDS = 1_000_000
LATEST = 12
"""A card is dealt in one of the first turns; later ones take long to reach."""
MOST_BYTES = 300
HALVINGS = 10
Still = Callable[[], bool]
"""Returns whether there is time left."""


@dataclass(frozen=True, slots=True)
class Case:
    """A game to be played; `card` is dealt as `turn` begins, empty for a game from its start."""

    setup: Setup
    data: bytes
    card: str = ""
    turn: int = 1

    def __str__(self) -> str:
        """Write it in one word, as `case` reads it."""
        s = self.setup
        return ",".join((s.scenario, s.chair, str(s.seed), s.level, s.hazards, self.card,
                         str(self.turn), self.data.hex()))  # fmt: skip


def case(written: str) -> Case:
    """Return the case that was written in a word. Raises UsageError for what is none."""
    try:
        scenario, chair, seed, level, hazards, card, turn, data = written.split(",")
        setup = Setup(scenario, chair, int(seed), level, hazards)
        return Case(setup, bytes.fromhex(data), card, int(turn))
    except ValueError as error:
        raise UsageError(
            _("{case} is no case; take one that `pack fuzz` has printed.", case=repr(written))
        ) from error


@dataclass(frozen=True, slots=True)
class Trouble:
    """What broke, after which decisions; two of one `sort` are the same mistake."""

    said: str
    sort: str
    decisions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fuzzed:
    """What long play came to: how much was played, and the smallest case that broke, if any."""

    cases: int
    decisions: int
    broken: Case | None = None
    trouble: Trouble | None = None


class _Broken(Exception):
    """A promise that wasn't kept."""


def carried_out(content: Content, one: Case) -> tuple[Trouble | None, int]:
    """Return what breaks in a case, None where nothing does, and how many decisions it took."""
    taken: list[str] = []
    try:
        for line in _play(content, one):
            taken.append(line)
    except UsageError:  # the card can't be dealt there
        return None, 0
    except (_Broken, AssertionError) as broken:
        said = str(broken)
        return Trouble(said, re.sub(r"[0-9]+", "", said), tuple(taken)), len(taken)
    except Exception as error:  # whatever a pack may bring about
        said = f"{type(error).__name__}: {error}"
        last = traceback.extract_tb(error.__traceback__)[-1]
        sort = f"{type(error).__name__} {last.filename}:{last.lineno}"
        return Trouble(said, sort, tuple(taken)), len(taken)
    return None, len(taken)


def fuzz(
    content: Content, events: Sequence[str], dice: Random, still: Still, patient: Still
) -> Fuzzed:
    """Play until something breaks or the time is over; half of the games deal one of the events.

    What breaks is then made smaller as long as `patient` says so.
    """
    cases = decisions = 0
    while still():
        one = _any_case(content, events, dice)
        trouble, taken = carried_out(content, one)
        cases, decisions = cases + 1, decisions + taken
        if trouble is not None:
            small, least = smaller(content, one, trouble, patient)
            return Fuzzed(cases, decisions, small, least)
    return Fuzzed(cases, decisions)


def smaller(content: Content, one: Case, trouble: Trouble, patient: Still) -> tuple[Case, Trouble]:
    """Return the smallest case found in which the same breaks, and how it breaks there."""
    for way in (_earlier, _shorter, _quieter, _without_parts, _quieter, _usual):
        tried: set[Case] = set()
        going = True
        while going and patient():
            going = False
            for other in way(one):
                if other in tried or not patient():
                    continue
                tried.add(other)
                found, _taken = carried_out(content, other)
                if found is not None and found.sort == trouble.sort:
                    one, trouble, going = other, found, True
                    break
    return one, trouble


def _earlier(one: Case) -> Iterator[Case]:
    """Yield cases whose card is dealt earlier."""
    if one.turn > 1:
        yield replace(one, turn=1)
        yield replace(one, turn=one.turn // 2)


def _shorter(one: Case) -> Iterator[Case]:
    """Yield cases that end earlier: what breaks, breaks before."""
    size = len(one.data)
    for part in _parts(size):
        yield replace(one, data=one.data[: size - part])


def _quieter(one: Case) -> Iterator[Case]:
    """Yield cases in which less is done, the rest as it was."""
    for part in _parts(len(one.data)):
        for start in range(0, len(one.data), part):
            calm = one.data[:start] + bytes(part) + one.data[start + part :]
            if calm[: len(one.data)] != one.data:
                yield replace(one, data=calm[: len(one.data)])


def _without_parts(one: Case) -> Iterator[Case]:
    """Yield cases from which a part has been taken out."""
    for part in _parts(len(one.data)):
        for start in range(0, len(one.data), part):
            yield replace(one, data=one.data[:start] + one.data[start + part :])


def _usual(one: Case) -> Iterator[Case]:
    """Yield the case in the usual set-up."""
    for setup in (
        replace(one.setup, level=LEVELS[1], hazards=HAZARDS[0]),
        replace(one.setup, seed=1),
    ):
        if setup != one.setup:
            yield replace(one, setup=setup)


def _parts(size: int) -> tuple[int, ...]:
    """Return how long the parts are that are tried, halves first."""
    return tuple(dict.fromkeys(max(1, size // 2**n) for n in range(1, HALVINGS))) if size else ()


def _any_case(content: Content, events: Sequence[str], dice: Random) -> Case:
    able = _scenarios(content, events)
    scenario = dice.choice(able)
    chair = dice.choice(content.scenarios[scenario].chairs)
    seed = dice.randrange(SEEDS)
    setup = Setup(scenario, chair, seed, dice.choice(LEVELS), dice.choice(HAZARDS))
    data = dice.randbytes(dice.randrange(MOST_BYTES))
    cards = [id_ for id_ in events if id_ in scoped(content, scenario).events]
    if not cards or dice.random() < 0.5:
        return Case(setup, data)
    latest = min(LATEST, content.scenarios[scenario].turns)
    return Case(setup, data, dice.choice(cards), dice.randint(1, latest))


def _scenarios(content: Content, events: Sequence[str]) -> list[str]:
    """Return the scenarios in which any of some events lives; all of them where none does."""
    found = [
        id_ for id_ in content.scenarios if any(e in scoped(content, id_).events for e in events)
    ]
    return found or list(content.scenarios)


def _play(content: Content, one: Case) -> Iterator[str]:
    """Play a case, look at everything on the way, and yield each decision by name."""
    own = scoped(content, one.setup.scenario)
    feed, state = Feed(one.data), _opening(content, own, one)
    _hold(own, state)
    while pending(state) is not None and not feed.dry:
        seen = view(own, state, state.queue[0].chair)
        _read(own, seen)
        decision = choose(own, state, feed)
        yield _("Turn {turn}: {decision}", turn=state.turn, decision=named(state, decision))
        step = apply(own, state, decision)
        _keeps(own, Moment(state, decision, step))
        state = step.state


def _opening(content: Content, own: Content, one: Case) -> State:
    if not one.card:
        return new_game(own, one.setup)[0]
    if one.card not in own.events:
        raise UsageError(_("There is no event {name} any more.", name=one.card))
    before = staged(content, Stage(one.setup, one.turn, player="random"))
    return dealt(content, before, own.events[one.card])


def _hold(content: Content, state: State) -> None:
    """Raise where a state breaks a promise of the rules."""
    for broken in violations(content, state):
        raise _Broken(_("a promise of the rules is broken: {what}", what=broken))


def _read(content: Content, seen: View) -> None:
    """Tell all that whoever decides now may read. Raises where a brace is left in it."""
    slot = seen.queue[0]
    if KINDS[slot.kind].of_a_card:
        _look(card_text(content, seen, slot))
    for option in options(content, seen):
        _look(decision_title(content, seen, option.decision))
        _look(lock_told(content, option.reason))
        if KINDS[slot.kind].of_a_card:
            for branch in preview(content, seen, option.decision).branches:
                for line in branch_lines(content, branch, slot.chair):
                    _look(line)


def _look(told: str) -> None:
    if "{" in told:
        raise _Broken(_("it is told with a brace in it: {words}", words=told))


def _keeps(content: Content, moment: Moment) -> None:
    """Raise AssertionError where a promise is broken, _Broken where it is told badly."""
    for change in moment.step.changes:
        _look(say(content, change.reason))
    sound(content, moment)
    adds_up(content, moment)
    foretold(content, moment)
