"""Which scene a happening opens: the one that asks for most, for whom it concerns."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from game.content import records as r
from game.content.happenings import HAPPENINGS, STORY
from game.narration.scenes import cues, shown
from game.narration.viewer import Viewer
from game.narration.words import TEMPLATES
from game.rules.decisions import Change
from game.rules.messages import Message, message
from game.rules.setup import Setup, new_game
from game.rules.view import view
from game.text import cells
from tests.small import CAMPAIGN
from tests.staged import scene, staged

SIGNED = message(
    "deal.signs", partners=("nasa", "esa"), terms=(message("term", clause="engines", amount=1),)
)
SENTENCES = (2, 5)


def _opened(changes: tuple[Change, ...], *scenes: r.Scene, chair: str = "nasa") -> list[str]:
    content = staged(*scenes)
    state, _ = new_game(content, Setup(CAMPAIGN, "nasa", 1))
    viewer = Viewer.of(content, view(content, state, chair), chair)
    return [cue.scene.id for cue in cues(viewer, changes, frozenset())]


def _deal(told: Message = SIGNED, cause: str = "deal:o1") -> Change:
    return Change("deal", "o1", 0, cause, told)


def test_every_happening_has_words_or_is_the_contents_own() -> None:
    assert set(HAPPENINGS) <= {*TEMPLATES, *STORY}
    assert set(STORY) <= set(HAPPENINGS)


def test_the_scene_that_asks_for_most_is_taken() -> None:
    scenes = [
        scene("plain", "deal.signs"),
        scene("when", "deal.signs", when="tension >= 0"),
        scene("about", "deal.signs", "engines"),
        scene("both", "deal.signs", "engines", when="tension >= 0"),
        scene("other", "deal.signs", "stay"),
        scene("never", "deal.signs", "engines", "esa", when="tension < 0"),
    ]
    for most in ("both", "about", "when", "plain"):
        assert _opened((_deal(),), *scenes) == [most]
        scenes = [one for one in scenes if one.id != most]
    assert _opened((_deal(),), *scenes) == []


def test_one_cause_opens_one_scene_and_a_scene_once() -> None:
    changes = (_deal(), _deal(cause="deal:o1"), _deal(cause="deal:o2"))
    assert _opened(changes, scene("once", "deal.signs")) == ["once"]
    assert _opened(changes, scene("often", "deal.signs", again=True)) == ["often", "often"]


@pytest.mark.parametrize(("chair", "found"), [("nasa", 1), ("esa", 1), ("roscosmos", 0)])
def test_a_deals_scene_is_for_those_who_signed(chair: str, found: int) -> None:
    assert len(_opened((_deal(),), scene("signed", "deal.signs"), chair=chair)) == found


@pytest.mark.parametrize(("chair", "found"), [("nasa", 1), ("esa", 0)])
def test_a_refusals_scene_is_for_whom_it_hits(chair: str, found: int) -> None:
    declined = Change("offer", "o1", 0, "table:esa", message("offer.declined", partner="esa"))
    assert len(_opened((declined,), scene("no", "offer.declined"), chair=chair)) == found


def test_what_moved_for_the_same_cause_is_told() -> None:
    content = staged(scene("signed", "deal.signs"))
    state, _ = new_game(content, Setup(CAMPAIGN, "nasa", 1))
    viewer = Viewer.of(content, view(content, state, "nasa"), "nasa")
    moved = (
        Change("figure", "tension", -3, "deal:o1", SIGNED),
        Change("figure", "tension", 9, "rule:decay", SIGNED),
    )
    (cue,) = cues(viewer, (moved[0], _deal()), frozenset())
    assert shown(viewer, cue).moved == ("Tension -3",)
    (cue,) = cues(viewer, (*moved, _deal()), frozenset({"other"}))
    assert shown(viewer, cue).moved == ("Tension -3",)


def test_the_games_own_scenes_fit_and_are_short(base: r.Content) -> None:
    assert len(base.scenes) >= 24
    for one in base.scenes.values():
        rows = one.drawing.split("\n")
        assert len(rows) <= 11 and max(map(cells.width, rows)) <= 76, one.id
        assert one.shows.endswith("."), one.id
        for variant in one.text:
            count = len(re.findall(r"[.?!](?:\s|$)", variant.text))
            assert SENTENCES[0] <= count <= SENTENCES[1], (one.id, count)


def test_a_paper_of_three_is_told_as_one_whatever_stands_in_it(base: r.Content) -> None:
    state, _ = new_game(base, Setup("cold_snap_2022", "esa", 1))
    viewer, opened = Viewer.of(base, view(base, state, "esa"), "esa"), []
    for partners in (("esa", "nasa", "roscosmos"), ("nasa", "roscosmos")):
        told = message(
            "deal.signs", partners=partners, terms=(message("term", clause="seat_swap"),)
        )
        watching = replace(viewer, chair=partners[0])
        opened += [cue.scene.id for cue in cues(watching, (_deal(told),), frozenset())]
    assert opened == ["three_names_under_it", "a_seat_for_a_seat"]


def test_every_turning_point_of_the_run_has_a_scene(base: r.Content) -> None:
    on = {one.on for one in base.scenes.values()}
    assert on >= {
        "deal.signs", "offer.declined", "vote.falls_told", "promise.broken", "ship.docks_crewed",
        "event", "choice", "record", "crew.ordered_home", "hatch.shut", "hatch.opens", "hatch.gone",
        "ladder.climbs", "years.recalls", "leader.named", "leader.unnamed", "debris.strikes_home",
        "tunnel.shut", "ending",
    }  # fmt: skip
    told = {name for one in base.scenes.values() if one.on == "ending" for name in one.about}
    scenario = ("leak_", "thaw_")
    plain = {name for name in base.endings if not name.startswith(scenario)}
    assert {name.rpartition(":")[2] for name in plain - told} <= {"caretaker"}
