"""What changes are worth to a leader, beside a plain reckoning of one change at a time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.players.persona import (
    AFRAID,
    CALM,
    GLUM,
    TIRED,
    UNREST,
    Weighing,
    foresight,
    need,
    weighing,
    worth,
    years,
)
from game.players.tastes import HAWKISH, PLAIN, Taste
from game.rules.decisions import Change
from game.rules.messages import NOTHING
from game.rules.state import State, View
from game.rules.table.deals import possible_terms
from game.rules.table.openness import KNOWN, doubt
from game.rules.view import view
from game.testing.strategies import states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import INDEX, changed, opening

PATHS = sorted(INDEX.bounds)
TASTES = (PLAIN, HAWKISH)
THRIFT = ((4, 20), (2, 50), (1, 80), (0, 120))


def _plain(seen: State, chair: str, taste: Taste, change: Change) -> int:
    """Return what a change is worth, reckoned plainly."""
    if change.kind == "figure":
        return _figure(seen, chair, taste, change.path, change.amount)
    if change.kind == "person":
        _, person, what = change.path.split(".")
        known = seen.crew[person]
        felt: int = getattr(known, what)
        points = change.amount * (100 - felt) // GLUM
        if what == "fatigue":
            points = -change.amount * felt // TIRED
        return points * _cares(seen, chair, "people") // 100
    if change.kind != "news" or not any(possible_terms(INDEX, seen, chair, change.path)):
        return 0
    return taste.news * max(0, doubt(INDEX, seen, chair, change.path) - KNOWN)


def _cares(seen: State, chair: str, topic: str) -> int:
    return seen.figures[f"{chair}.weight.{topic}"]


def _figure(seen: State, chair: str, taste: Taste, path: str, amount: int) -> int:
    if path in taste.world:
        points, topic = taste.world[path]
        weighed = points * amount * _cares(seen, chair, topic) // 100
        return weighed * need(path, seen.figures[path]) // 100
    owner, _, rest = path.partition(".")
    if owner == "option":
        mine = CONTENT.options[rest].owner == chair
        return taste.option * amount * _cares(seen, chair, "power") // 100 if mine else 0
    if rest == "commitment":
        return years(CONTENT, seen, owner, amount, taste) // (1 if owner == chair else 2)
    if owner == chair:
        return _own(seen, chair, taste, rest, amount)
    if rest == f"trust.{chair}":
        return taste.trust * amount * _cares(seen, chair, "peace") // 100
    return 0


def _own(seen: State, chair: str, taste: Taste, rest: str, amount: int) -> int:
    mandate, in_hand = seen.figures[f"{chair}.mandate"], foresight(CONTENT, seen, chair)
    fear = 80 if mandate >= CALM + in_hand else 300 if mandate < AFRAID + in_hand else 120
    if rest.startswith("faction."):
        return taste.faction * amount * fear // 100
    if rest == "unrest":
        return -taste.faction * amount * fear // (100 * UNREST)
    points, topic = taste.own.get(rest, (0, "power"))
    weighed = points * amount * _cares(seen, chair, topic) // 100
    if rest != "treasury":
        return weighed
    spare = seen.figures[f"{chair}.treasury"] - seen.figures[f"{chair}.bills"]
    months = spare // max(1, seen.figures[f"{chair}.income"])
    return weighed * next((share for least, share in THRIFT if months >= least), 300) // 100


@given(st.data())
def test_changes_are_worth_what_each_is_by_itself(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    chair, taste = data.draw(st.sampled_from(INDEX.chairs)), data.draw(st.sampled_from(TASTES))
    seen = view(CONTENT, state, chair)
    figures = st.builds(
        lambda path, amount: Change("figure", path, amount, "test", NOTHING),
        st.sampled_from(PATHS), st.integers(-40, 40),
    )  # fmt: skip
    others = [Change("news", who, 0, "test", NOTHING) for who in INDEX.chairs if who != chair]
    others += [
        Change("person", f"crew.{person}.{what}", 7, "test", NOTHING)
        for person in seen.crew
        for what in ("fatigue", "morale", "health")
    ]
    others.append(Change("headline", "tension", 0, "test", NOTHING))
    changes = data.draw(st.lists(figures | st.sampled_from(others), max_size=12))
    wanted = sum(_plain(seen, chair, taste, change) for change in changes)
    assert worth(CONTENT, seen, chair, changes, taste) == wanted
    assert worth(CONTENT, seen, chair, changes[::-1], taste) == wanted  # rates are kept by now
    assert Weighing(CONTENT, seen, chair, taste).of(changes) == wanted


def test_a_freighter_is_worth_booking_as_the_stores_run_down() -> None:
    freighter, taxi = (f"{vehicle}_9" for vehicle in ("progress", "soyuz"))
    worths = {left: _booked(freighter, left) for left in (20, 60, 100, 300)}
    assert worths[20] > worths[100] > worths[300] >= 0
    assert worths[60] == worths[20], "all that is left will be eaten before it comes"
    assert _booked(freighter, 60) > _booked(taxi, 60)
    assert _booked(next(iter(opening().ships)), 60) == 0, "it flies already"
    assert _booked("nothing_9", 60) == _booked("oracle", 60) == 0


def _booked(ship: str, supplies: int) -> int:
    seen = view(CONTENT, changed(opening(), supplies=supplies), "nasa")
    booked = Change("ship", ship, 0, "test", NOTHING)
    return worth(CONTENT, seen, "nasa", [booked])


@pytest.mark.parametrize("taste", TASTES)
def test_a_view_is_weighed_by_one_weighing_a_taste_and_a_state_anew(taste: Taste) -> None:
    state = opening()
    seen = view(CONTENT, state, "nasa")
    assert isinstance(seen, View)
    assert weighing(CONTENT, seen, "nasa", taste) is weighing(CONTENT, seen, "nasa", taste)
    assert weighing(CONTENT, seen, "nasa", PLAIN) is not weighing(CONTENT, seen, "nasa", HAWKISH)
    assert weighing(CONTENT, state, "nasa") is not weighing(CONTENT, state, "nasa")
