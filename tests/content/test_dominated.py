"""Choices that another choice of the desk beats, and those that have something of their own."""

from __future__ import annotations

import pytest

from game.content.lint.dominated import check as dominated
from game.content.lint.subject import subjects, world_of
from game.content.load import Checked
from tests.content.conftest import DESK, Check

GO = "        - choice: go\n          text: Go\n          result: You go.\n"


def beaten(check: Check, wait: str, go: str, more: str = "") -> list[str]:
    desk = DESK.rstrip() + f"\n          {wait}\n{GO}          {go}\n{more}"
    return [one.mark.text_line.split()[-1] for one in check(desk) if one.code == "W124"]


@pytest.mark.parametrize(
    ("wait", "go", "found"),
    [
        ("capital: 0", "effects: [{shift: {tension: 1}}]", ["go"]),
        ("capital: 0", "effects: [{shift: {cohesion: 1}}]", ["wait"]),
        ("capital: 0", "effects: [{spend: 1}]", ["go"]),
        ("capital: 0", "effects: [{earn: 1}]", ["wait"]),
        ("capital: 0", "capital: 1", ["go"]),
        ("capital: 1", "effects: [{shift: {tension: 1}}]", []),
        ("effects: [{spend: 5}]", "effects: [{shift: {tension: 1}}]", []),
        ("effects: [{shift: {tension: 1}}]", "effects: [{shift: {tension: 2}}]", ["go"]),
        ("effects: [{shift: {tension: 1}}]", "effects: [{shift: {tension: 1}}]", []),
        ("effects: [{spend: 2}, {spend: 3}]", "effects: [{spend: 6}]", ["go"]),
        ("effects: [{mood: {money: -2}}]", "effects: [{mood: {money: -1}}]", ["go"]),
        ("effects: [{mood: {peace: 2}}]", "effects: [{mood: {science: 2}}]", []),
        ("effects: [{shift: {roscosmos.trust.nasa: 2}}]", "capital: 0", ["go"]),
        ("effects: [{shift: {roscosmos.standing: 2}}]", "capital: 0", []),
        ("effects: [{shift: {option.own_station: 2}}]", "capital: 0", []),
        ("effects: [{flag: {pad_lost: true}}]", "effects: [{spend: 2}]", []),
        ("effects: [{flag: {pad_lost: true}}, {spend: 1}]",
         "effects: [{flag: {pad_lost: true}}, {spend: 2}]", ["go"]),
        ("needs: tension > 5", "effects: [{spend: 2}]", []),
        ("breaks: [war]", "effects: [{spend: 2}]", []),
        ("effects: [{shift: {tension: war // 2}}]", "effects: [{shift: {tension: war // 2 + 1}}]",
         []),
        ("effects: [{spend: sanctions}]", "effects: [{spend: sanctions}, {spend: 1}]", ["go"]),
        ("effects: [{shift: {cohesion: war}}]", "capital: 0", ["go"]),
        ("effects: [{shift: {cohesion: war - 1}}]", "capital: 0", []),
    ],
)  # fmt: skip
def test_what_beats_what(check: Check, wait: str, go: str, found: list[str]) -> None:
    assert beaten(check, wait, go) == found


def test_a_choice_that_is_asked_for_later_has_a_meaning_of_its_own(check: Check) -> None:
    later = (
        "- event: dusk\n  title: Dusk\n  basis: counterfactual\n  weight: 1\n"
        '  when: chose("dawn", "go", "nasa")\n  headline: The sun goes down.\n'
    )
    assert beaten(check, "capital: 0", "effects: [{spend: 1}]", later) == []


def test_of_the_games_own_cards_no_choice_is_beaten(checked: Checked) -> None:
    world = world_of(checked.objects, checked.libraries)
    every = list(subjects(world))
    assert [one.render() for _, one in dominated(every, ())] == []
