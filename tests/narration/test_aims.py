"""What a chair is here for: the goal, how it is judged, how a run can end, what lies ahead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.records import Content
from game.narration.aims import aims
from game.rules.endings import grades
from game.rules.index import index_of
from game.rules.setup import Setup, new_game
from game.rules.view import view
from tests.small import BRIEF, CAMPAIGN, CONTENT


def _told(content: Content, scenario: str, chair: str) -> dict[str, tuple[str, ...]]:
    seen = view(content, new_game(content, Setup(scenario, chair, 1))[0], chair)
    return {one.title: one.lines for one in aims(index_of(content, scenario), seen, chair)}


def test_a_scenario_says_its_goal_or_the_game_does() -> None:
    goal = "Knock three times."
    scenario = replace(CONTENT.scenarios[CAMPAIGN], goal=goal)
    named = replace(CONTENT, scenarios={**CONTENT.scenarios, CAMPAIGN: scenario})
    assert _told(named, CAMPAIGN, "nasa")["What you are here for"] == (goal,)
    (usual,) = _told(CONTENT, CAMPAIGN, "nasa")["What you are here for"]
    assert "Keep the station crewed" in usual


@pytest.mark.parametrize(
    "scenario", ["cold_snap_2022", "the_leak", "second_thaw", "handshake_1975"]
)
def test_every_chair_of_what_ships_reads_a_goal_of_its_own_and_how_it_can_end(
    base: Content, scenario: str
) -> None:
    for chair in base.scenarios[scenario].chairs:
        told = _told(base, scenario, chair)
        assert told["What you are here for"] == (" ".join(base.scenarios[scenario].goal.split()),)
        assert len(told["What would end it before its time"]) >= 2


def test_what_the_great_day_may_bring_is_no_end_before_its_time(base: Content) -> None:
    told = _told(base, "handshake_1975", "nasa")
    early, late = told["What would end it before its time"], told["What it may come to at the end"]
    days = ("The handshake. ", "A door, and nobody through it. ", "Sixty metres. ")
    assert all(any(line.startswith(day) for line in late) for day in days)
    assert not any(line.startswith(days) for line in early)


def test_legacies_are_told_with_the_letter_that_they_would_have_now() -> None:
    seen = view(CONTENT, new_game(CONTENT, Setup(CAMPAIGN, "nasa", 1))[0], "nasa")
    told = _told(CONTENT, CAMPAIGN, "nasa")["How you will be judged"]
    for grade, line in zip(grades(CONTENT, seen, "nasa"), told, strict=False):
        assert f"stands at {grade.points}; history left {grade.par}." in line
        assert line.endswith(f"Ended now: {grade.letter}.")


def test_ends_are_told_by_when_they_can_come_and_only_where_something_is_said() -> None:
    ending = next(iter(CONTENT.endings.values()))
    for last, title in ((False, "before its time"), (True, "at the end")):
        said = replace(ending, how="Somebody sneezes.", last=last)
        content = replace(CONTENT, endings={**CONTENT.endings, ending.id: said})
        told = _told(content, CAMPAIGN, "nasa")
        lines = [line for name, found in told.items() if title in name for line in found]
        assert f"{ending.title}. Somebody sneezes." in lines


def test_where_content_says_nothing_of_ends_the_office_does() -> None:
    silent = {key: replace(one, how="") for key, one in CONTENT.endings.items()}
    told = _told(replace(CONTENT, endings=silent), BRIEF, "nasa")
    assert told["What would end it before its time"] == (
        "A mandate under 15, two turns running: the office falls.",
    )
