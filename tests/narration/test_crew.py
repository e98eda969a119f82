"""People in words: conditions, skills, command, odds, and who is on the ground."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.past import FLIGHTS, LIVED, WALKS, key
from game.narration import crew as words
from game.narration.crew import people_moves
from game.narration.figures import figure_title
from game.rules.decisions import Change
from game.rules.messages import NOTHING
from game.rules.state import Crew, Flight
from tests.small import CONTENT
from tests.worlds import INDEX, opening, with_crew

ANTON = Crew("anton", "roscosmos", "aboard", "s1", 1, fatigue=62, morale=28)


@pytest.mark.parametrize(
    ("points", "said"), [(0, "0 fresh"), (25, "25 at work"), (59, "59 tired"), (80, "80 exhausted")]
)
def test_fatigue_is_a_number_and_a_word(points: int, said: str) -> None:
    assert words.fatigue_text(points) == said


def test_how_somebody_is() -> None:
    assert words.condition_text(ANTON) == "fatigue 62 worn, morale 28 very low"
    assert words.condition_text(replace(ANTON, health=40)).endswith("UNWELL")


def test_skills_say_what_is_known_well_with_what_was_learnt() -> None:
    assert words.skills_text(CONTENT, ANTON) == "Russian segment 4, spacewalks 3"
    taught = replace(ANTON, learnt=(("usos", 3),))
    assert "US segment 3" in words.skills_text(CONTENT, taught)


def test_who_commands_is_said_and_nobody_too() -> None:
    state = opening()
    holder = CONTENT.people[state.words["commander"]].name
    assert holder in words.command_text(CONTENT, state)
    empty = replace(state, words={**state.words, "commander": ""})
    assert "Nobody commands" in words.command_text(CONTENT, empty)


def test_the_crew_as_a_whole_is_told_with_its_most_tired() -> None:
    figures = {**opening().figures, "fatigue": 41, "fatigue.worst": 87, "morale": 28}
    told = words.mood_text(replace(opening(), figures=figures))
    assert told == f"The crew: fatigue {words.fatigue_text(41)} (worst 87), morale 28 very low"


def test_odds_are_said_and_where_there_are_none_so_is_that() -> None:
    state = opening()
    assert f"US {state.figures['walk.usos']} %" in words.odds_text(state)
    none = replace(state, figures={**state.figures, "walk.joint": 0})
    assert "joint nobody" in words.odds_text(none)


def test_the_ground_lists_the_booked_the_training_and_the_recovering() -> None:
    state = opening()
    trains = Crew("mann", "nasa", "training", "", 1, until=738_300, learning="ros")
    rests = Crew("rubio", "nasa", "recovering", "", 1, until=738_200)
    crew = {**state.crew, "mann": trains, "rubio": rests}
    told = dict(words.on_the_ground(CONTENT, replace(state, crew=crew, manifest=())))
    assert told["Mann"].startswith("trains (Russian segment) until")
    assert told["Rubio"].startswith("recovers until")
    flying = dict(words.on_the_ground(CONTENT, state))
    assert any("flies in" in what for what in flying.values())


def test_moves_of_people_are_summed_in_one_phrase() -> None:
    moves = [Change("person", f"crew.{p}.fatigue", -8, "", NOTHING) for p in ("anton", "mann")]
    assert people_moves(moves) == ("Fatigue -8 (2 people)",)
    assert people_moves(moves[:1]) == ("Fatigue -8 (1 person)",)


def test_a_persons_figure_has_a_title_and_a_value() -> None:
    assert figure_title(CONTENT, "crew.anton.fatigue") == "Anton: fatigue"
    state = opening()
    path = words.person_paths(state)[0]
    assert words.person_value(state, path) == state.crew[path.split(".")[1]].fatigue


def test_who_is_aboard_is_not_listed_on_the_ground_for_a_later_flight() -> None:
    state = with_crew(opening(), ANTON)
    flight = Flight(
        "f", "soyuz", "Soyuz F", "roscosmos", state.figures["date"] + 9, 0, ("anton", "nasa_5")
    )
    told = dict(words.on_the_ground(CONTENT, replace(state, manifest=(flight,))))
    assert list(told) == [CONTENT.people["nasa_5"].name]


def test_a_guest_flies_for_home_and_not_for_whose_seat_it_is() -> None:
    """A person with an agency of their own is told by it, whoever's seat they hold."""
    guest = replace(CONTENT.people["anton"], agency="Belarus")
    content = replace(CONTENT, people={**CONTENT.people, "anton": guest})
    state = with_crew(opening(), ANTON)
    state = replace(state, words={**state.words, "commander": "anton"})
    assert words.command_text(content, state).endswith("Belarus")
    assert words.command_text(CONTENT, state).endswith("Roscosmos")


def test_what_somebody_has_lived_through_is_told_with_its_turn_the_latest_last() -> None:
    state = opening()
    day = state.figures["date"]
    assert words.lived_text(INDEX, replace(state, past={}), ANTON) == ""
    past = {
        key("person", FLIGHTS, "anton"): 2,
        key("person", WALKS, "anton"): 1,
        key("person", "rescued", "anton"): day + 100,
        key("person", "left_behind", "anton"): day,
        key("person", "long_stay", "mann"): day,
    }
    told = words.lived_text(INDEX, replace(state, past=past), replace(ANTON, learnt=(("usos", 2),)))
    flights, outside, left, rescued, trained = told.split(", ")
    assert outside == "1 spacewalk"
    assert flights == "2 flights in this story" and trained == "has trained US segment +2"
    assert left.startswith("was left aboard without a seat home (202")
    assert rescued.startswith("was given a seat in another ship (202")


@pytest.mark.parametrize("life", LIVED)
def test_everything_that_is_remembered_of_a_life_has_words(life: str) -> None:
    state = replace(opening(), past={key("person", life, "anton"): 738_000})
    assert words.lived_text(INDEX, state, ANTON)
