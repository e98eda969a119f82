"""The epilogue of the game's own pack claims no more than its conditions hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.records import Content
from game.narration.decisions import wording
from game.rules.draft import Draft
from game.rules.endings import slides
from game.rules.facts import refresh_all
from game.rules.index import index_of
from game.rules.setup import Setup, new_game
from game.rules.state import Deal, State, Term
from game.rules.table.lives import draw_up

NAME = "cold_snap_2022"


@pytest.fixture
def content(base: Content) -> Content:
    return base


def _end(content: Content, swap: bool = False, story: str = NAME, /, **figures: int) -> State:
    """Return a moment with other figures and, if asked for, a seat swap that is in force."""
    draft = Draft(index_of(content, story), new_game(content, Setup(story, "esa", 1))[0])
    today = draft.figures["date"]
    for name, value in figures.items():
        draft.figures[name.replace("__", ".")] = value
    if swap:
        terms = (Term("seat_swap", 2, "nasa"),)
        draft.state.deals = (Deal("swap", ("nasa", "roscosmos"), terms, today, today + 400),)
    draw_up(draft)
    refresh_all(draft)
    return draft.state


def _told(content: Content, state: State) -> dict[str, str]:
    return {s.id: wording(content, state, s.text, "esa") for s in slides(content, state)}


@pytest.mark.parametrize(
    ("swap", "rung", "slide"),
    ((True, 0, "kept"), (True, 4, "at_rest"), (False, 4, "at_rest"), (False, 2, "ended")),
)
def test_a_swap_that_rungs_suspend_has_not_run_out(
    content: Content, swap: bool, rung: int, slide: str
) -> None:
    told = _told(content, _end(content, swap, roscosmos__rung=rung))
    assert [name for name in told if name.startswith("swaps_")] == [f"swaps_{slide}"]


@pytest.mark.parametrize(
    ("option", "at", "slide", "claim"),
    (
        ("russian_station", 100, "moscow_builds", "of its own at last"),
        ("commercial_stations", 100, "nasa_alone", "is a tenant"),
        ("european_ship", 70, "europe_flies", "has a capsule"),
        ("us_reboost", 90, "own_push", "by themselves"),
    ),
)
def test_what_is_said_to_stand_has_reached_its_milestone(
    content: Content, option: str, at: int, slide: str, claim: str
) -> None:
    for progress in (at - 15, at - 1, at):
        told = _told(content, _end(content, **{f"option__{option}": progress}))
        assert (claim in told.get(slide, "")) == (progress >= at)
    assert any(mark.at == at for mark in content.options[option].milestones)


def test_nothing_is_said_to_be_up_there_once_it_is_down(content: Content) -> None:
    up = {"leak": 2000, "propellant": 6500, "integrity_ros": 40, "option__us_reboost": 95}
    there = {"tunnel_hiss", "tanks_full", "worn_metal", "own_push"}
    assert there <= set(_told(content, _end(content, **up)))
    assert not there & set(_told(content, _end(content, altitude=320_000, **up)))
    apart = _end(content, **up)
    apart = replace(apart, words={**apart.words, "hatch": "gone"})
    assert not there & set(_told(content, apart))


def test_one_year_on_both_charts_is_the_same_year(content: Content) -> None:
    for theirs, same in ((2030, True), (2032, False)):
        years = {"nasa__commitment": 2030, "roscosmos__commitment": theirs}
        state = _end(content, False, "second_thaw", **years)
        assert ("thaw_same_year" in _told(content, state)) == same
