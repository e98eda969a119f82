"""Patterns over happenings: each is found just where a search of all that happened finds it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.content.expressions.library import Library
from game.content.past import mark
from game.content.records import Harm, Pattern, PatternStep, Rung
from game.rules.calendar import add_months
from game.rules.deciding import carry_out
from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.effects import Actor, perform, perform_clause
from game.rules.encoding import decode_state, encode_state
from game.rules.index import Index
from game.rules.patterns import hear, lapse
from game.rules.people import crew
from game.rules.phases import story
from game.rules.state import Claim, Offer, Ship, Slot, State, Term
from game.rules.table import ladder, leaders, parting, running, treaties
from game.rules.turn import advance
from game.rules.view import view
from game.saves.references import strangers
from tests.small import CONTENT
from tests.small_names import NAMES
from tests.worlds import INDEX, index_with, opening

TURN = 3  # months
HAPPENINGS = ("hatch/shut", "hatch/opens", "office/nasa", "ladder/nasa/climbs")
SECRETS = ("offer/made/seat_swap/nasa/roscosmos", "offer/declined/seat_swap/roscosmos/nasa")
SOME = st.lists(st.sampled_from(HAPPENINGS), min_size=1, max_size=2, unique=True).map(tuple)
FEW = st.one_of(st.just(()), SOME)
History = list[tuple[str, ...]]
"""What happened, turn by turn."""


def steps(some: st.SearchStrategy[tuple[str, ...]]) -> st.SearchStrategy[PatternStep]:
    within = st.sampled_from([0, 3, 6, 9])
    return st.builds(PatternStep, on=some, within=within, without=st.one_of(st.just(()), some))


@st.composite
def patterns(
    draw: st.DrawFn, some: st.SearchStrategy[tuple[str, ...]] = SOME, id_: str = "one"
) -> Pattern:
    later = draw(st.lists(steps(some), min_size=1, max_size=3))
    if draw(st.booleans()):
        quiet = draw(st.sampled_from([3, 6, 7]))
        later[-1] = PatternStep(quiet=quiet, without=draw(some))
    return Pattern(id_, (PatternStep(on=draw(some)), *later))


def histories(of: Sequence[str] = HAPPENINGS) -> st.SearchStrategy[History]:
    turn = st.lists(st.sampled_from(of), max_size=3).map(tuple)
    return st.lists(turn, max_size=7)


def index_of_these(*several: Pattern) -> Index:
    return index_with(patterns={one.id: one for one in several})


def lived(index: Index, history: History) -> Draft:
    """Return a draft in which all this has happened, on the first day of the turn that follows."""
    draft = Draft(index, opening())
    for happened in history:
        for one in happened:
            hear(draft, one)
        draft.figures["date"] = add_months(draft.figures["date"], TURN)
        lapse(draft)
    return draft


def stages(state: State, pattern: Pattern) -> list[bool]:
    """Return of each step whether it has been made, and stands."""
    many = len(pattern.steps)
    return [mark(pattern.id, step, many) in state.past for step in range(1, many + 1)]


# --- what a search of everything finds


def found(pattern: Pattern, history: History) -> list[bool]:
    """Return the same as `stages`, by trying every choice among all that happened."""
    start = opening().figures["date"]
    days = [add_months(start, TURN * turn) for turn in range(len(history) + 1)]
    told = [(days[turn], one) for turn, several in enumerate(history) for one in several]
    last = pattern.steps[-1]
    moves = pattern.steps[:-1] if last.quiet else pattern.steps
    stands = [
        any(_stands(pattern, several, told, days) for several in _ways(moves[:many], told))
        for many in range(1, len(moves) + 1)
    ]
    if not last.quiet:
        done = any(True for _ in _ways(moves, told))
        return [*stands[:-1], done]
    quiet = any(_quiet(last, several, told, days) for several in _ways(moves, told))
    return [*stands, quiet]


def _ways(moves: Sequence[PatternStep], told: list[tuple[int, str]]) -> list[tuple[int, ...]]:
    """Return every choice of happenings, by their places, that makes these steps in turn."""
    return [
        places
        for places in combinations(range(len(told)), len(moves))
        if all(told[place][1] in step.on for place, step in zip(places, moves, strict=True))
        and all(
            _in_time(step, told[one][0], told[other][0])
            and all(told[n][1] not in step.without for n in range(one + 1, other))
            for step, one, other in zip(moves[1:], places, places[1:], strict=False)
        )
    ]


def _in_time(step: PatternStep, one: int, other: int) -> bool:
    return not step.within or other <= add_months(one, step.within)


def _stands(
    pattern: Pattern, places: tuple[int, ...], told: list[tuple[int, str]], days: list[int]
) -> bool:
    """Return whether a way that has come so far can still go on."""
    after, last = pattern.steps[len(places) : len(places) + 1], places[-1]
    if not after:
        return True
    left = [one for _, one in told[last + 1 :]]
    over = after[0].quiet and days[-1] >= add_months(told[last][0], after[0].quiet)
    in_time = _in_time(after[0], told[last][0], days[-1])
    return in_time and not over and not {*left} & {*after[0].without}


def _quiet(
    step: PatternStep, places: tuple[int, ...], told: list[tuple[int, str]], days: list[int]
) -> bool:
    since = told[places[-1]][0]
    until = next((day for day in days if day >= add_months(since, step.quiet)), None)
    between = [one for day, one in told[places[-1] + 1 :] if until and day < until]
    return until is not None and not {*between} & {*step.without}


def quiet_for(months: int, without: str) -> Pattern:
    later = PatternStep(quiet=months, without=(without,))
    return Pattern("one", (PatternStep(on=("office/nasa",)), later))


TWICE: History = [("office/nasa",), ("office/nasa",), ("hatch/shut",), ("hatch/shut",)]


@given(patterns(), histories())
@example(quiet_for(6, "hatch/shut"), TWICE)
@example(quiet_for(6, "office/nasa"), TWICE[:2])
def test_a_pattern_is_as_far_as_a_search_of_everything_says(
    pattern: Pattern, history: History
) -> None:
    made = stages(lived(index_of_these(pattern), history).state, pattern)
    wanted = found(pattern, history)
    if pattern.steps[-1].quiet:  # once it is done its last step before may begin anew
        made, wanted = made[:-2] + made[-1:], wanted[:-2] + wanted[-1:]
    assert made == wanted


@given(patterns(), patterns(id_="two"), histories())
def test_patterns_move_alone_and_alike_each_time(
    one: Pattern, other: Pattern, history: History
) -> None:
    both = lived(index_of_these(one, other), history).state
    assert stages(both, one) == stages(lived(index_of_these(one), history).state, one)
    assert both == lived(index_of_these(one, other), history).state


@given(histories(HAPPENINGS + SECRETS), st.data())
def test_what_a_chair_cant_hear_moves_nothing_that_it_sees(
    history: History, data: st.DataObject
) -> None:
    any_ = st.lists(st.sampled_from(HAPPENINGS + SECRETS), min_size=1, max_size=2).map(tuple)
    index = index_of_these(data.draw(patterns(any_)), data.draw(patterns(any_, id_="two")))
    public = [tuple(one for one in several if one not in SECRETS) for several in history]
    states = [lived(index, told).state for told in (history, public)]
    seen = [view(index.content, state, "esa").past for state in states]
    assert seen[0] == seen[1]
    assert view(index.content, states[0], "nasa").past == states[0].past


def test_what_nobody_waits_for_costs_nothing() -> None:
    draft = lived(index_of_these(Pattern("one", BOTH)), [])
    before = draft.state.past
    hear(draft, "office/nasa", "hatch/opens")
    lapse(draft)
    assert draft.state.past is before


# --- what is heard where it happens


BOTH = (PatternStep(on=("hatch/shut",)), PatternStep(on=("hatch/gone",)))
SOYUZ = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", 100, 300)
SWAP = (Term("seat_swap", 2, "nasa"),)


def _step(by: int, rung: int) -> Callable[[Draft], None]:
    def step(draft: Draft) -> None:
        draft.figures["roscosmos.rung"] = rung
        ladder.step(draft, "roscosmos", by)

    return step


def _reopen(draft: Draft) -> None:
    _step(1, ladder.HATCH - 1)(draft)
    ladder.step(draft, "roscosmos", -1)


def _hand_over(draft: Draft) -> None:
    leaders.hand_over(draft, "nasa", "nasa_next")


def _land(draft: Draft) -> None:
    draft.own("ships")["s1"] = SOYUZ
    crew.land(draft, SOYUZ, running.RUNS_OUT)


def _damage(draft: Draft) -> None:
    draft.own("ships")["s1"] = SOYUZ
    perform(draft, (Harm("docked soyuz", "a hole"),), Actor("nasa"))


def _offer(draft: Draft) -> None:
    carry_out(draft, Decision("nasa", "table", "offer", "roscosmos", SWAP))


def _decline(draft: Draft) -> None:
    _offer(draft)
    carry_out(draft, Decision("roscosmos", "answer", "decline"))


def _signed(draft: Draft, pick: str) -> None:
    treaties.sign(draft, Offer("one", "nasa", "roscosmos", SWAP), perform_clause)
    parting.part(draft, "nasa", Decision("nasa", "table", pick, "one"), perform_clause)


def _withhold(draft: Draft) -> None:
    """Let Moscow climb and come down again: what it withheld goes on."""
    terms = (Term("alms", 48, "nasa"), Term("engines", 3, "roscosmos"))
    treaties.sign(draft, Offer("one", "nasa", "roscosmos", terms), perform_clause)
    for rung in (2, 0):
        draft.figures["roscosmos.rung"] = rung
        running.run(draft, 3, perform_clause)


def _claim(draft: Draft) -> None:
    treaties.sign(draft, Offer("one", "nasa", "roscosmos", SWAP), perform_clause)
    draft.state.claims = (Claim("one", "nasa", "roscosmos", 7),)
    parting.part(draft, "nasa", Decision("nasa", "table", "claim", "one"), perform_clause)


def _frost(draft: Draft) -> None:
    story.fire(draft, CONTENT.events["frost"])


HEARD: dict[str, Callable[[Draft], None]] = {
    "ladder/roscosmos/climbs": _step(1, 1),
    "ladder/roscosmos/descends": _step(-1, 2),
    "hatch/shut": _step(1, ladder.HATCH - 1),
    "hatch/gone": _step(1, ladder.SEPARATION - 1),
    "hatch/opens": _reopen,
    "office/nasa": _hand_over,
    "ship/soyuz/home": _land,
    "ship/soyuz/damaged": _damage,
    "offer/made/seat_swap/nasa/roscosmos": _offer,
    "offer/declined/seat_swap/roscosmos/nasa": _decline,
    "paper/cancelled/seat_swap/nasa": lambda draft: _signed(draft, "cancel"),
    "paper/broken/seat_swap/nasa/roscosmos": lambda draft: _signed(draft, "break"),
    "paper/signed/seat_swap": lambda draft: _signed(draft, "cancel"),
    "paper/suspended/engines/nasa/roscosmos": _withhold,
    "paper/resumed/engines": _withhold,
    "paper/claimed/seat_swap/nasa/roscosmos": _claim,
    "happened/frost": _frost,
}


@pytest.mark.parametrize("happening", HEARD)
def test_what_happens_is_heard(happening: str) -> None:
    waits = Pattern("one", (PatternStep(on=(happening,)), PatternStep(on=("nothing",))))
    shuts = {"cold": Rung("cold", 2, "Cold", "", 1, 1, 0, ("engines",))}
    index = index_with(patterns={"one": waits}, rungs=shuts)
    draft = Draft(index, replace(opening(), queue=(Slot("table", "nasa"),)))
    assert stages(draft.state, waits) == [False, False]
    HEARD[happening](draft)
    assert stages(draft.state, waits) == [True, False]


@pytest.mark.parametrize("told", [True, False])
def test_ships_that_dock_are_heard_in_play_told_or_not(told: bool) -> None:
    waits = Pattern("one", (PatternStep(on=("ship/progress/docked",)), PatternStep(on=("never",))))
    draft = Draft(index_of_these(waits), opening(), told)
    for _ in range(4):
        draft.state.queue = ()
        advance(draft)
    assert stages(draft.state, waits) == [True, False]


# --- what is asked


def test_a_pattern_that_is_done_is_a_happening_for_another() -> None:
    one = Pattern("one", BOTH)
    other = Pattern("two", (PatternStep(on=(mark("one", 2, 2),)), PatternStep(on=("office/nasa",))))
    draft = lived(index_of_these(one, other), [("hatch/shut",), ("hatch/gone", "office/nasa")])
    assert stages(draft.state, one)[-1] and stages(draft.state, other) == [True, True]


@pytest.mark.parametrize(
    ("history", "holding"),
    [([], []), ([("office/nasa",)], ["running"]),
     ([("office/nasa",), ("hatch/shut",)], ["running", "waiting"]),
     ([("office/nasa",), ("hatch/shut",), ("hatch/gone",)], ["running", "waiting", "done"])],
)  # fmt: skip
def test_conditions_ask_how_far_a_pattern_is(history: History, holding: list[str]) -> None:
    three = Pattern("one", (PatternStep(on=("office/nasa",)), *BOTH))
    names = replace(NAMES, patterns={"one": 3})
    state = lived(index_of_these(three), history).state
    asked = {stage: Library(names).condition(f'pattern("one", "{stage}")')
             for stage in ("running", "waiting", "done")}  # fmt: skip
    assert [stage for stage, one in asked.items() if one.bind("")(state, {})] == holding
    usual = Library(names).condition('pattern("one")')
    assert bool(usual.bind("")(state, {})) is ("done" in holding)


def test_a_pattern_travels_in_a_save() -> None:
    draft = lived(index_of_these(Pattern("one", BOTH)), [("hatch/shut",)])
    assert decode_state(encode_state(draft.state)) == draft.state
    known = list(strangers(draft.index, opening(), draft.state))
    unknown = list(strangers(INDEX, opening(), draft.state))
    assert known == [] and len(unknown) == 1
