"""The track record: what each adviser has said of what, and how it came out.

Nothing of it is stored. It follows from the states and decisions that a session holds, so it is
true after every replay, load, undo and branch, and costs nothing until somebody looks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.records import Choice, Effect, Schedule, When
from game.rules.advice import LATER, Opinion, came_out, opinions, right
from game.rules.decisions import SIGNING, Change, Decision, find_offer
from game.rules.home.cabinet import advisers
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.outcomes import choice_of
from game.rules.state import State
from game.rules.turn import apply
from game.rules.view import view, visible
from game.session import PERSON, Session

Came = tuple[tuple[str, int, int], ...]
"""Figures that moved: path, amount, worth to the desk in thousandths of a point."""


@dataclass(frozen=True, slots=True)
class Given:
    """One opinion that was given, and the decision that was then taken.

    `came` is None until two turns are over; `right` is None as long, and where nothing can be
    judged. `estimate` is what the adviser expected of the decision that was taken.
    """

    turn: int
    number: int
    opinion: Opinion
    taken: Decision
    estimate: int
    came: Came | None
    right: bool | None

    @property
    def due(self) -> int:
        """The turn at whose start it is judged."""
        return self.turn + LATER


@dataclass(frozen=True, slots=True)
class Tally:
    """How often an adviser was right, of how many opinions that could be judged; how many wait.

    `hopeful` and `gloomy` count the wrong ones by what they expected.
    """

    right: int
    judged: int
    waiting: int
    hopeful: int
    gloomy: int


class Counsel:
    """The advisers of one session's people, worked out when asked for and kept while true."""

    def __init__(self, session: Session) -> None:
        """Advise on a session."""
        self._session = session
        self._given: dict[int, tuple[State, tuple[Opinion, ...]]] = {}
        self._came: dict[tuple[int, str], tuple[State, State, Came]] = {}

    @property
    def session(self) -> Session:
        """The session that is advised on; another one's advisers are another counsel."""
        return self._session

    @property
    def index(self) -> Index:
        """The tables over the scenario."""
        return index_of(self.session.content, self.session.state.scenario)

    def now(self) -> tuple[Opinion, ...]:
        """Return what is said about the decision that a person has to take now."""
        queue = self.session.state.queue
        if not queue or self.session.seats.get(queue[0].chair) != PERSON:
            return ()
        return self._at(len(self.session.decisions))

    def _at(self, number: int) -> tuple[Opinion, ...]:
        """Return what was said before a decision, worked out once for its state."""
        state = self.session.states[number]
        held = self._given.get(number)
        if held is None or held[0] is not state:
            seen = view(self.session.content, state, state.queue[0].chair) if state.queue else state
            held = self._given[number] = (state, opinions(self.session.content, seen))
        return held[1]

    def record(self, chair: str, adviser: str = "") -> tuple[Given, ...]:
        """Return what a chair's advisers have said, in order; of one of them alone by its id."""
        return tuple(given for given in self._all(chair) if adviser in ("", given.opinion.adviser))

    def heard(self, chair: str) -> Iterator[tuple[int, Opinion]]:
        """Yield what a chair's advisers have said, each with the decision before which it was."""
        for number, decision in enumerate(self.session.decisions):
            if decision.chair == chair and decision.kind != "table":
                yield from ((number, opinion) for opinion in self._at(number))

    def _all(self, chair: str) -> Iterator[Given]:
        decisions = self.session.decisions
        return (self._held(n, decisions[n], opinion) for n, opinion in self.heard(chair))

    def _held(self, number: int, decision: Decision, opinion: Opinion) -> Given:
        """Return an opinion held against what came of the decision."""
        turn = self.session.states[number].turn
        estimate = opinion.estimate(decision)
        over = self.session.over or self.session.state.turn >= turn + LATER
        came = self._outcome(number, opinion.adviser) if over else None
        verdict = None if came is None else right(estimate, came)
        return Given(turn, number, opinion, decision, estimate, came, verdict)

    def tally(self, chair: str, adviser: str) -> Tally:
        """Return how often an adviser has been right."""
        found = self.record(chair, adviser)
        wrong = [given for given in found if given.right is False]
        hopeful = sum(1 for given in wrong if given.estimate > 0)
        return Tally(
            right=sum(1 for given in found if given.right),
            judged=sum(1 for given in found if given.right is not None),
            waiting=sum(1 for given in found if given.came is None),
            hopeful=hopeful,
            gloomy=len(wrong) - hopeful,
        )

    def team(self, chair: str) -> tuple[str, ...]:
        """Return the ids of who advises a chair now, then of those who did and left."""
        spoken = (given.opinion.adviser for given in self._all(chair))
        return tuple(dict.fromkeys((*self.seated(chair), *spoken)))

    def seated(self, chair: str) -> tuple[str, ...]:
        """Return the ids of who advises a chair now, by desk."""
        return tuple(a.id for a in advisers(self.index, self.session.state, chair))

    def _outcome(self, number: int, adviser: str) -> Came:
        before = self.session.states[number]
        after = self._two_turns_on(number)
        held = self._came.get((number, adviser))
        if held is None or held[0] is not before or held[1] is not after:
            chair = self.session.decisions[number].chair
            seen = view(self.session.content, before, chair)
            desk = self.session.content.advisers[adviser].desk
            changes = visible(self._consequences(number), chair)
            held = (before, after, came_out(self.index, seen, desk, chair, changes))
            self._came[number, adviser] = held
        return held[2]

    def _two_turns_on(self, number: int) -> State:
        """Return the first state in which a decision is judged, the last one if the run is over."""
        states = self.session.states
        due = states[number].turn + LATER
        later = (states[n] for n in range(number, len(states)) if states[n].turn >= due)
        return next(later, states[-1])

    def _consequences(self, number: int) -> Iterator[Change]:
        """Yield what is put down to a decision: itself, its follow-ups, the clauses it signed."""
        state, decision = self.session.states[number], self.session.decisions[number]
        if KINDS[decision.kind].sealed:
            yield from self._revealed(number, state.queue[0].subject)
        else:
            step = apply(self.session.content, state, decision)
            yield from step.changes[: step.direct]
        later = set(_later(self.session, state, decision))
        for page in self.session.pages:
            if state.turn <= page.turn < state.turn + LATER:
                yield from (change for change in page.changes if change.cause in later)

    def _revealed(self, number: int, event: str) -> Iterator[Change]:
        """Yield what came of a dilemma once both had answered."""
        states, decisions = self.session.states, self.session.decisions
        causes = (f"choice:{event}/", f"dilemma:{event}")
        for place in range(number, len(decisions)):
            if all(sealed.event != event for sealed in states[place + 1].sealed):
                changes = apply(self.session.content, states[place], decisions[place]).changes
                yield from (change for change in changes if change.cause.startswith(causes))
                return


def _later(session: Session, state: State, decision: Decision) -> Iterator[str]:
    """Yield the causes of what a decision brings later: follow-ups, clauses that run."""
    if KINDS[decision.kind].of_a_card:
        event = session.content.events[state.queue[0].subject]
        chosen = choice_of(event, decision.chair, decision.pick)
        yield from (f"event:{name}" for name in _scheduled(_effects(chosen)))
    elif decision.kind == "agenda" and decision.pick != "end":
        action = session.content.actions[decision.pick]
        yield from (f"event:{name}" for name in _scheduled(action.effects))
    elif decision.pick in SIGNING:
        offer = find_offer(state, state.queue[0].subject)
        yield from (f"clause:{term.clause}" for term in offer.terms)


def _effects(choice: Choice) -> Iterable[Effect]:
    yield from choice.effects
    for outcome in choice.outcomes:
        yield from outcome.effects


def _scheduled(effects: Iterable[Effect]) -> Iterator[str]:
    """Yield the events that effects may schedule."""
    for effect in effects:
        if isinstance(effect, Schedule):
            yield effect.event
        elif isinstance(effect, When):
            yield from _scheduled((*effect.then, *effect.otherwise))


__all__ = ["Counsel", "Given", "Tally"]
