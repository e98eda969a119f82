"""How far games and drawn states reach: turns, kinds, events, choices, clauses, effects.

`python -m game.testing reach` prints it; what content has and nothing came to is named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import get_args

from hypothesis import Phase, given, seed, settings

from game.content.records import Content, Effect
from game.content.records.effects import every
from game.rules.calendar import turn_start
from game.rules.draft import Draft
from game.rules.effects.performing import PERFORMERS, Actor, Performer
from game.rules.kinds import KINDS
from game.rules.setup import HAZARDS, LEVELS, Setup
from game.rules.state import SlotKind, State
from game.rules.turn import apply
from game.testing.playing import BYTES, Game, play
from game.testing.strategies import states

MIXED = (BYTES, "random", "historical", "diplomat", "hawk")
"""Who sits in the chairs of the games that are counted, drawn chair by chair."""
MOST_NAMED = 12
LEAST_EVENTS = ((1_000, 0.95), (200, 0.85))
"""In so many mixed games, which part of all events is to happen."""
LEAST_SHARE = 0.02
"""Each kind of decision is to be so much of drawn states."""
MOST_BYTES = 3_000
SUBJECTS = ("turn", "kind", "event", "choice", "clause", "effect")
"""What is counted, in the order told."""


@dataclass(slots=True)
class Reach:
    """How often each thing of each subject was come to: in how many games, or in how many states.

    Of effects it is how often they were performed.
    """

    counts: Mapping[str, Counter[str]] = field(
        default_factory=lambda: {subject: Counter() for subject in SUBJECTS}
    )

    def note_state(self, state: State) -> None:
        """Count the turn and the kind of decision of a drawn state."""
        self.counts["turn"][f"{state.scenario} {state.turn}"] += 1
        self.counts["kind"][state.queue[0].kind] += 1

    def note_game(self, content: Content, game: Game) -> None:
        """Count all that a game has come to."""
        for subject, names in _found(content, game).items():
            self.counts[subject].update(names)
        with self._noting():
            for moment in game.moments:
                apply(content, moment.before, moment.decision)

    @contextmanager
    def _noting(self) -> Iterator[None]:
        """Count each effect that is performed while this is open."""
        before = dict(PERFORMERS)
        for record, performer in before.items():
            PERFORMERS[record] = partial(self._perform, performer)
        try:
            yield
        finally:
            PERFORMERS.update(before)

    def _perform(self, performer: Performer, draft: Draft, effect: Effect, actor: Actor) -> None:
        self.counts["effect"][type(effect).__name__] += 1
        performer(draft, effect, actor)

    def missing(self, subject: str, wanted: Sequence[str]) -> list[str]:
        """Return what of a subject was wanted and never come to."""
        return [name for name in wanted if not self.counts[subject][name]]

    def share(self, subject: str, wanted: Sequence[str]) -> float:
        """Return which part of what is wanted was come to, from 0 to 1."""
        return 1 - len(self.missing(subject, wanted)) / max(len(wanted), 1)


def _found(content: Content, game: Game) -> dict[str, set[str]]:
    """Return by subject what a game has come to, but for effects."""
    found: dict[str, set[str]] = {subject: set() for subject in SUBJECTS}
    for moment in game.moments:
        slot, decision = moment.before.queue[0], moment.decision
        found["turn"].add(f"{game.setup.scenario} {moment.before.turn}")
        found["kind"].add(slot.kind)
        found["clause"].update(term.clause for term in decision.terms)
        if KINDS[slot.kind].of_a_card:
            found["choice"].add(f"{slot.subject}/{slot.chair}/{decision.pick}")
    begin = turn_start(content.scenarios[game.setup.scenario], game.opening.turn)
    found["event"].update(event for event, day in game.last.fired.items() if day >= begin)
    return found


def wanted(content: Content, scenarios: Sequence[str]) -> dict[str, list[str]]:
    """Return by subject all that content has: what games of its scenarios could come to."""
    desks = ((e, desk) for e in content.events.values() for desk in e.desks)
    turns = ((name, n) for name in scenarios for n in range(1, content.scenarios[name].turns + 1))
    return {
        "turn": [f"{name} {turn}" for name, turn in turns],
        "kind": list(get_args(SlotKind)),
        "event": sorted(content.events),
        "choice": [f"{e.id}/{desk.chair}/{c.id}" for e, desk in desks for c in desk.choices],
        "clause": sorted(content.clauses),
        "effect": sorted(one.__name__ for one in every()),
    }


def mixed(content: Content, number: int, scenario: str = "") -> Game:
    """Return one of the whole games that are counted: the same for the same arguments.

    Without a scenario it is of any, of a longer one more often.
    """
    dice = Random(f"{number}")
    turns = {one.id: one.turns for one in content.scenarios.values()}
    wanted = scenario or dice.choices(list(turns), weights=list(turns.values()))[0]
    chairs = content.scenarios[wanted].chairs
    setup = Setup(
        wanted,
        dice.choice(chairs),
        dice.getrandbits(63),
        dice.choice(LEVELS),
        dice.choice(HAZARDS),
    )
    seats = {chair: dice.choice(MIXED) for chair in chairs}
    return play(content, setup, dice.randbytes(MOST_BYTES), seats=seats, whole=True)


def drawn(content: Content, number: int, scenario: str = "") -> Reach:
    """Return how far so many states reach that are drawn as Hypothesis does without being told."""
    reach = Reach()
    found = states(content, scenario)

    @seed(0)
    @settings(max_examples=number, database=None, phases=(Phase.generate,))
    @given(found)
    def note(state: State) -> None:
        reach.note_state(state)

    note()
    return reach


def told(reach: Reach, wanted: Mapping[str, Sequence[str]], subjects: Sequence[str]) -> list[str]:
    """Return a line for each subject, and one for what was never come to."""
    return [line for subject in subjects for line in _told(reach, subject, wanted[subject])]


def _told(reach: Reach, subject: str, wanted: Sequence[str]) -> Iterator[str]:
    missing, share = reach.missing(subject, wanted), reach.share(subject, wanted)
    yield f"{subject:<7} {len(wanted) - len(missing):>4} of {len(wanted):<4} {share:>7.1%}"
    if subject == "kind":
        rows = reach.counts[subject].most_common()
        whole = reach.counts[subject].total()
        yield "        " + ", ".join(f"{kind} {count / whole:.1%}" for kind, count in rows)
    if missing:
        more = f" and {len(missing) - MOST_NAMED} more" if len(missing) > MOST_NAMED else ""
        yield f"        never: {', '.join(missing[:MOST_NAMED])}{more}"


def shortfalls(reach: Reach, wanted: Mapping[str, Sequence[str]], games: int) -> list[str]:
    """Return what so many mixed games should have come to and didn't, a line each."""
    if games < LEAST_EVENTS[-1][0]:
        return []
    least = next(share for number, share in LEAST_EVENTS if games >= number)
    found = [f"turns: {name}" for name in reach.missing("turn", wanted["turn"])]
    if reach.share("event", wanted["event"]) < least:
        found.append(f"less than {least:.0%} of events")
    return found


def short_of(reach: Reach) -> list[str]:
    """Return the kinds of decision that are less of the drawn states than each is to be."""
    counts = reach.counts["kind"]
    return [kind for kind in get_args(SlotKind) if counts[kind] < LEAST_SHARE * counts.total()]
