"""The hawk presses while home applauds, and gives in for the office and for its crew."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from game.players import Diplomat, Hawk, Move
from game.players.persona import worth
from game.players.tastes import HAWKISH, PLAIN
from game.rules.decisions import Change
from game.rules.legality import options
from game.rules.messages import NOTHING, message
from game.rules.state import Slot, State, Term
from game.rules.table.deals import verdict
from game.rules.view import view
from tests.small import CONTENT
from tests.worlds import INDEX, changed, decide, opening, until, with_ships


def _move(state: State, player: Diplomat | None = None) -> Move:
    seen = view(CONTENT, state, state.queue[0].chair)
    return (player or Hawk()).decide(CONTENT, seen, options(CONTENT, seen), Random(1))


def _at_table(chair: str = "roscosmos", kremlin: int = 80, /, **figures: int) -> State:
    state = changed(
        until(opening(), "table", chair), roscosmos__faction__kremlin=kremlin, **figures
    )
    table = replace(state, used={**state.used, f"{chair}.offer": state.figures["date"]})
    return replace(table, queue=(Slot("table", chair),))


def test_it_climbs_while_home_applauds() -> None:
    move = _move(_at_table())
    assert move.decision.pick == "step_up"
    assert move.reason
    assert _move(_at_table(), Diplomat()).decision.pick == "end"


def test_it_steps_down_when_the_office_is_in_danger() -> None:
    state = _at_table("roscosmos", 10, roscosmos__faction__corps=10, roscosmos__rung=2)
    move = _move(state)
    assert (move.decision.pick, move.reason) == ("step_down", message("why.office"))


def test_it_steps_down_for_its_own_crew() -> None:
    hungry = _move(_at_table(roscosmos__rung=2, supplies=20))
    assert (hungry.decision.pick, hungry.reason) == ("step_down", message("why.crew"))
    gone = _at_table(roscosmos__rung=2, supplies=20)
    assert _move(replace(with_ships(gone), queue=gone.queue)).decision.pick == "step_up"


def test_it_goes_past_the_notice_only_with_somewhere_to_go() -> None:
    assert _move(_at_table(roscosmos__rung=3)).decision.pick == "end"
    ready = _at_table(roscosmos__rung=3, option__russian_station=95)
    assert _move(ready).decision.pick == "step_up"
    stuck = _move(_at_table(roscosmos__rung=4)).decision
    assert stuck.pick == "step_down"


def test_it_signs_what_the_printed_sum_says_as_a_diplomat_does() -> None:
    offered = decide(until(opening(), "table", "esa"), "offer", "nasa", Term("ceremony", 1, "esa"))
    for trust in (66, 20):
        state = changed(offered.state, tension=50, nasa__trust__esa=trust)
        signs = verdict(INDEX, state, state.offers[0], "nasa") >= 0
        for player in (Hawk(), Diplomat()):
            assert (_move(state, player).decision.pick == "accept") == signs


def test_it_likes_what_a_diplomat_shuns() -> None:
    state = opening()
    climb = (
        Change("figure", "tension", 4, "test", NOTHING),
        Change("figure", "nasa.rung", 1, "test", NOTHING),
    )
    assert worth(CONTENT, state, "nasa", climb, HAWKISH) > 0
    assert worth(CONTENT, state, "nasa", climb, PLAIN) < 0
    arms = (Change("figure", "option.us_reboost", 5, "test", NOTHING),)
    plain = worth(CONTENT, state, "nasa", arms)
    assert worth(CONTENT, state, "nasa", arms, HAWKISH) > plain > 0


def test_years_nobody_has_promised_weigh_more_the_sooner_they_come() -> None:
    state = opening()
    urgent = changed(state, nasa__commitment=2022)
    year = (Change("figure", "nasa.commitment", 1, "test", NOTHING),)
    calm = worth(CONTENT, changed(state, nasa__commitment=2030), "nasa", year)
    assert worth(CONTENT, urgent, "nasa", year) > calm > 0


def test_it_lets_go_only_if_its_half_lives_and_nothing_falls_or_is_seized() -> None:
    shut = {"roscosmos__rung": 5, "roscosmos__capital": 4, "option__russian_station": 100}
    seized = _at_table(**shut, option__us_reboost=100, integrity_usos=0, power=0)
    assert seized.figures["roscosmos.reliance"] <= 30
    assert _move(seized).decision.pick == "end"  # Zarya isn't theirs to take


def test_it_keeps_capital_for_the_next_step() -> None:
    low, high = _at_table(roscosmos__rung=1), _at_table(roscosmos__rung=5)
    kept = [Hawk().kept_for_talks(CONTENT, view(CONTENT, s, "roscosmos")) for s in (low, high)]
    assert kept[0] < kept[1]
    assert Diplomat().kept_for_talks(CONTENT, view(CONTENT, high, "roscosmos")) > 1
