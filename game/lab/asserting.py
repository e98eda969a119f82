"""What texts took for granted in games that were played, and whether it was so as they were told.

A card, its wording and its open choices are held against the state in which it is read; what came
of a choice against the state that the choice led to, and once more when the last desk of the event
has answered, for what one desk is told another may undo. Slides and the ending are held against
the last state.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from game.content.records import Expression, Prose
from game.lab.experiment import Experiment, content_of
from game.rules.deciding import carry_out
from game.rules.deciding.cards import list_choices
from game.rules.decisions import Decision
from game.rules.dilemmas import result_of
from game.rules.draft import Draft
from game.rules.endings import ending_of, slides
from game.rules.facts import refresh
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.outcomes import chances, choice_of, rolled
from game.rules.state import Slot, State
from game.rules.wording import variant
from game.session import Session


@dataclass(frozen=True, slots=True)
class Claim:
    """What a text took for granted: where it stands, and who read it."""

    place: str
    asserts: Expression
    chair: str = ""

    def holds(self, state: State) -> bool:
        """Return whether it is so in a state."""
        return bool(self.asserts.bind(self.chair)(state, {}))


@dataclass(frozen=True, slots=True)
class Untrue:
    """A text that was told though what it takes for granted wasn't so."""

    seed: int
    turn: int
    place: str
    asserts: str

    def line(self) -> str:
        """Return it as a line of a report."""
        return f"seed {self.seed}, turn {self.turn}: {self.place} asserts {self.asserts}"


@dataclass(frozen=True, slots=True)
class Told:
    """How many assertions were looked at, and those that were untrue."""

    looked_at: int
    untrue: tuple[Untrue, ...]


def tell(experiment: Experiment) -> Told:
    """Play an experiment's games, here and one after another, and return what they told.

    Raises what a game raises.
    """
    content = content_of(experiment.load)
    looked_at, untrue = 0, []
    for seed in experiment.seeds:
        session = Session(content, replace(experiment.setup, seed=seed), experiment.seats)
        session.play_others()
        for state, claim in _claims(session):
            looked_at += 1
            if not claim.holds(state):
                untrue.append(Untrue(seed, state.turn, claim.place, claim.asserts.text))
    return Told(looked_at, tuple(dict.fromkeys(untrue)))


def _claims(session: Session) -> Iterator[tuple[State, Claim]]:
    """Yield everything that a game asserted, with the state that it was said of."""
    index = index_of(session.content, session.setup.scenario)
    told: dict[str, list[Claim]] = {}
    for before, decision, after in zip(
        session.states, session.decisions, session.states[1:], strict=False
    ):
        slot = before.queue[0]
        yield from ((after, claim) for claim in _headlines(index, before, after))
        if KINDS[slot.kind].of_a_card:
            yield from ((before, claim) for claim in _read(index, before, slot))
            came = _came(index, before, decision)
            mine = told.setdefault(slot.subject, [])
            mine += _told(index, before, came, slot, decision)
            yield from ((came, claim) for claim in mine)
            if not any(s.subject == slot.subject for s in came.queue):
                told.pop(slot.subject)
    yield from ((session.state, claim) for claim in _epilogue(index, session.state))


def _claim(place: str, asserts: Expression | None, chair: str = "") -> Iterator[Claim]:
    if asserts is not None:
        yield Claim(place, asserts, chair)


def _worded(state: State, place: str, prose: Prose, chair: str) -> Iterator[Claim]:
    found = variant(state, prose, chair)
    if found is not None:
        yield from _claim(place, found.asserts, chair)


def _headlines(index: Index, before: State, after: State) -> Iterator[Claim]:
    """Yield what the events asserted that came up between two decisions."""
    for event, day in after.fired.items():
        if before.fired.get(event) != day:
            yield from _claim(event, index.content.events[event].asserts)


def _read(index: Index, state: State, slot: Slot) -> Iterator[Claim]:
    """Yield what a desk's card asserts, and each choice that it may take."""
    event, place = index.content.events[slot.subject], f"{slot.subject}/{slot.chair}"
    desk = next(desk for desk in event.desks if desk.chair == slot.chair)
    yield from _claim(place, desk.asserts, slot.chair)
    yield from _worded(state, place, desk.text, slot.chair)
    yield from _worded(state, place, desk.recalls, slot.chair)
    for option in list_choices(index, state, slot):
        choice = choice_of(event, slot.chair, option.decision.pick)
        if option.legal:
            yield from _claim(f"{place}/{choice.id}", choice.asserts, slot.chair)


def _came(index: Index, before: State, decision: Decision) -> State:
    """Return the state that an answer leads to, before the world goes on."""
    draft = Draft(index, before, told=False)
    carry_out(draft, decision)
    refresh(draft)
    return draft.state


def _told(
    index: Index, before: State, came: State, slot: Slot, decision: Decision
) -> Iterator[Claim]:
    """Yield what is asserted by what an answer is told to have come to."""
    event = index.content.events[slot.subject]
    choice = choice_of(event, slot.chair, decision.pick)
    place = f"{event.id}/{slot.chair}/{choice.id}"
    if choice.outcomes:
        odds = chances(choice.outcomes, before, slot.chair)
        which = rolled(before, odds, f"{event.id}/{choice.id}")
        fell = choice.outcomes[which]
        yield from _claim(f"{place}/outcome {which + 1}", fell.asserts, slot.chair)
        yield from _worded(before, f"{place}/outcome {which + 1}", fell.variants, slot.chair)
    yield from _worded(came, f"{place}/result", choice.result, slot.chair)
    if event.results and not any(s.event == event.id for s in came.sealed):
        answers = {s.chair: s.choice for s in before.sealed if s.event == event.id}
        row = result_of(event, answers | {slot.chair: choice.id})
        yield from _claim(f"{event.id}/results", row.asserts if row else None)


def _epilogue(index: Index, state: State) -> Iterator[Claim]:
    """Yield what the ending and the slides assert."""
    chair, ending = state.words["chair"], ending_of(index, state)
    if ending is not None:
        yield from _claim(f"ending {ending.id}", ending.asserts, chair)
        yield from _worded(state, f"ending {ending.id}", ending.text, chair)
    for slide in slides(index.content, state):
        yield from _claim(f"slide {slide.id}", slide.asserts, chair)
        yield from _worded(state, f"slide {slide.id}", slide.text, chair)
