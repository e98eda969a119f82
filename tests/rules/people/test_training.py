"""Who goes into training, and what comes of it."""

from __future__ import annotations

from dataclasses import replace

from game.content import records as r
from game.rules.people.crew import skill, specialists
from game.rules.people.training import learning
from game.rules.state import Crew, Flight, State
from tests.small import CONTENT
from tests.worlds import opening, perform_on

TODAY = opening().figures["date"]


def _state(*flights: Flight) -> State:
    return replace(opening(), manifest=flights)


def _flight(day: int, *crew: str) -> Flight:
    return Flight("f", "dragon", "Dragon F", "nasa", day, day + 200, crew)


def _learners(state: State, effect: r.Train) -> list[str]:
    crew = perform_on(state, effect).state.crew
    return sorted(c.id for c in crew.values() if c.place == "training")


def test_those_who_fly_next_are_trained_first() -> None:
    state = _state(_flight(TODAY + 300, "nasa_5", "nasa_6"))
    assert _learners(state, r.Train("nasa", "other", 2, 4)) == ["nasa_5", "nasa_6"]


def test_who_would_miss_their_flight_stays_with_it() -> None:
    state = _state(_flight(TODAY + 60, "nasa_5"))
    assert "nasa_5" not in _learners(state, r.Train("nasa", "other", 4, 4))


def test_training_is_written_with_what_and_until_when() -> None:
    draft = perform_on(_state(), r.Train("self", "other", 1, 4))
    (person,) = (c for c in draft.state.crew.values() if c.place == "training")
    assert (person.partner, person.learning, person.until) == ("nasa", "ros", TODAY + 120)
    assert draft.figures["crew.training"] == 1


def test_training_with_a_partner_teaches_the_segment_of_that_partner() -> None:
    """Their own segment too: Europeans know nothing of the Russian one."""
    for others, learnt in (("roscosmos", "ros"), ("esa", "usos"), ("", "ros"), ("hawks", "ros")):
        assert learning(CONTENT, "nasa", "other", others) == learnt
    assert learning(CONTENT, "nasa", "eva", "roscosmos") == "eva"


def test_nobody_learns_beyond_the_best() -> None:
    draft = perform_on(_state(), r.Train("nasa", "usos", 99, 4))
    grown = {c.id: replace(c, place="ground", until=0, learning="", learnt=(("usos", 1),))
             for c in draft.state.crew.values() if c.place == "training"}  # fmt: skip
    assert grown
    state = replace(draft.state, crew={**draft.state.crew, **grown})
    assert not set(_learners(state, r.Train("nasa", "usos", 99, 4))) & set(grown)


def test_what_is_learnt_counts_towards_running_a_segment() -> None:
    mann = Crew("mann", "nasa", "aboard", "", 1)
    assert skill(CONTENT, mann, "ros") == 0
    taught = replace(mann, learnt=(("eva", 1), ("ros", 3)))
    assert skill(CONTENT, taught, "ros") == 3
    assert specialists(CONTENT, [mann, taught], "ros") == 1
