"""What texts take for granted is so when they are told, in games that all players play."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.records import Content, Variant
from game.lab.asserting import Untrue, tell
from game.lab.experiment import Experiment
from game.rules.setup import Setup
from tests.lab.world import CHAIRS, short
from tests.shipped import base
from tests.small import CAMPAIGN
from tests.small_names import holds

GAMES = {"random": 6, "historical,diplomat,diplomat": 2, "hawk": 2, "diplomat": 2}
SETUP = Setup(CAMPAIGN, "nasa", 1)


def seated(players: str) -> dict[str, str]:
    names = players.split(",")
    return dict(zip(CHAIRS, names * (3 // len(names)), strict=True))


@pytest.mark.parametrize("players", GAMES)
def test_nothing_untrue_is_told(players: str) -> None:
    """Look at more games with `handshake lab --asserts --games 60 --players random`."""
    setup = Setup("cold_snap_2022", "nasa", 1)
    told = tell(Experiment(setup, seated(players), GAMES[players], base))
    assert [untrue.line() for untrue in told.untrue] == []
    assert told.looked_at


def told_in(content: Content) -> tuple[Untrue, ...]:
    return tell(Experiment(SETUP, seated("random"), 3, lambda: content)).untrue


def test_a_small_world_tells_nothing_untrue() -> None:
    assert told_in(short()) == ()


def test_an_untrue_card_choice_or_outcome_is_found() -> None:
    content = short()
    never, event = holds("tension > 100"), content.events["cold_morning"]
    desk = event.desks[0]
    card = replace(desk, text=(Variant("A card.", None, never),))
    choice = replace(desk, choices=(replace(desk.choices[0], asserts=never), *desk.choices[1:]))
    result = replace(desk.choices[0], result=(Variant("It came.", None, never),), outcomes=())
    came = replace(desk, choices=(result,))
    for changed, where in (
        (card, "cold_morning/nasa"),
        (choice, "cold_morning/nasa/protest"),
        (came, "cold_morning/nasa/protest/result"),
    ):
        desks = (changed, *event.desks[1:])
        events = {**content.events, event.id: replace(event, desks=desks)}
        found = told_in(replace(content, events=events))
        assert {untrue.place for untrue in found} == {where}


def test_what_a_later_desk_undoes_is_found() -> None:
    """NASA is told that nobody threatens; in the same turn somebody may."""
    content = short()
    event = content.events["cold_morning"]
    calm = holds('not chose("cold_morning", "threaten", "roscosmos")')
    first, second = event.desks
    quiet = tuple(replace(c, result=(Variant("Calm.", None, calm),), outcomes=())
                  for c in first.choices)  # fmt: skip
    threat = (second.choices[1],)
    desks = (replace(first, choices=quiet), replace(second, choices=threat))
    changed = replace(event, desks=desks, order=("nasa", "roscosmos"))
    found = told_in(replace(content, events={**content.events, event.id: changed}))
    assert found and all(untrue.place.endswith("/result") for untrue in found)
