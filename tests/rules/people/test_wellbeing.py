"""People tire, cheer up, fall ill, recover, and pass the stays of record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Unpack

from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.content.records import Content
from game.rules.draft import Draft
from game.rules.ledger import moved, reasons
from game.rules.messages import message
from game.rules.people import wellbeing
from game.rules.people.crew import aboard
from game.rules.people.feelings import share
from game.rules.setup import Setup, new_game
from game.rules.state import Crew, Ship, State
from game.testing.playing import Game
from game.testing.strategies import games
from tests.small import CONTENT
from tests.words import said
from tests.worlds import (
    INDEX,
    CrewFields,
    begin,
    done,
    opening,
    perform_on,
    with_crew,
    with_ships,
)

TODAY = opening().figures["date"]
SOYUZ = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", TODAY, TODAY + 200)
FULL = tuple(f"roscosmos_{n}" for n in range(6))


def _sit(person: str = "anton", since: int = TODAY, **more: Unpack[CrewFields]) -> Crew:
    return replace(Crew(person, "roscosmos", "aboard", "s1", since), **more)


def _crew(*people: Crew, ship: Ship = SOYUZ) -> State:
    return with_crew(with_ships(opening(), ship), *people)


def _lived(state: State, months: int = 3) -> Draft:
    draft = begin(state)
    wellbeing.live(draft, months)
    return draft


def _tired(draft: Draft, person: str = "anton") -> int:
    return draft.state.crew[person].fatigue


def test_a_quarter_aboard_tires_and_a_long_stay_tires_more() -> None:
    others = [_sit(p) for p in FULL]
    fresh, late = _lived(_crew(_sit(), *others)), _lived(_crew(_sit(since=TODAY - 300), *others))
    assert _tired(fresh) == 3 * wellbeing.TIRING
    assert _tired(late) == 3 * wellbeing.TIRING_LONG
    assert [line.label for line in reasons(late.changes, "crew.anton.fatigue")] == [
        message("wellbeing.long_stay")
    ]


def test_too_few_hands_tire_everybody() -> None:
    seven, three = (_crew(_sit(), *(_sit(p) for p in FULL[:n])) for n in (6, 2))
    assert _tired(_lived(three)) == _tired(_lived(seven)) + 2 * 3


def test_no_seat_home_wears_and_saddens() -> None:
    people = [_sit(p) for p in ("anton", *FULL[:6])]
    safe, lost = _lived(_crew(*people)), _lived(_crew(*people, ship=replace(SOYUZ, fault="hole")))
    assert _tired(lost) > _tired(safe)
    assert lost.state.crew["anton"].morale < safe.state.crew["anton"].morale


def test_tension_on_the_ground_is_felt_aboard() -> None:
    moods = []
    for tension in (40, 95):
        draft = begin(_crew(_sit()))
        draft.figures["tension"] = tension
        wellbeing.live(draft, 3)
        moods.append(draft.state.crew["anton"].morale)
    assert moods[0] > moods[1]


def test_what_lifts_and_weighs_on_everybody_alike_is_not_told_where_it_cancels_out() -> None:
    told = {}
    for tension in (60, 70):
        draft = begin(_crew(_sit()))
        draft.figures |= {"cohesion": 70, "tension": tension, "rung.highest": 0}
        wellbeing.live(draft, 3)
        told[tension] = [line.amount for line in reasons(draft.changes, "crew.anton.morale")]
    assert told == {60: [], 70: [-1]}


def test_the_worn_fall_ill_and_the_fresh_never_do() -> None:
    ill = {90: 0, 20: 0}
    for fatigue in ill:
        for seed in range(120):
            state = replace(_crew(_sit("roscosmos_1", fatigue=fatigue), _sit("pyotr")), seed=seed)
            ill[fatigue] += _lived(state).state.crew["roscosmos_1"].health < wellbeing.UNWELL
    assert ill[20] == 0
    assert 5 < ill[90] < 60


def test_whoever_falls_ill_is_invented_and_not_named() -> None:
    for seed in range(200):
        people = _sit(fatigue=100), _sit("roscosmos_1", fatigue=100)
        draft = _lived(replace(_crew(*people), seed=seed))
        told = " ".join(said(c.reason) for c in draft.changes if c.kind == "headline")
        assert draft.state.crew["anton"].health == 100
        if told:
            assert "Roscosmos 1" not in told
            assert draft.state.crew["roscosmos_1"].health == 100 - wellbeing.ILLNESS
            return
    raise AssertionError("nobody ever falls ill")


def test_recovery_and_training_end_with_the_turn_that_holds_their_day() -> None:
    back = Crew("pyotr", "roscosmos", "recovering", "", 1, fatigue=70, until=TODAY + 30)
    later = Crew("prokop", "roscosmos", "recovering", "", 1, fatigue=70, until=TODAY + 200)
    trained = Crew("mann", "nasa", "training", "", 1, until=TODAY + 60, learning="ros")
    crew = _lived(with_crew(opening(), back, later, trained)).state.crew
    assert (crew["pyotr"].place, crew["pyotr"].fatigue, crew["pyotr"].until) == ("ground", 0, 0)
    assert (crew["prokop"].place, crew["prokop"].fatigue) == ("recovering", 70)
    assert (crew["mann"].place, crew["mann"].learnt) == ("ground", (("ros", 1),))


def test_a_stay_of_record_is_told_once() -> None:
    stay = r.Stay("roscosmos", 300, "Longer than anybody.", (r.Shift("roscosmos.standing", 2),))
    scenario = replace(INDEX.scenario, records=(stay,))
    draft = Draft(replace(INDEX, scenario=scenario), _crew(_sit(since=TODAY - 301)))
    assert list(wellbeing.passed(draft, aboard(draft.state))) == [stay]
    assert list(wellbeing.passed(draft, aboard(draft.state))) == []


@given(st.integers(0, 900), st.integers(0, 90), st.integers(1, 800))
def test_a_record_is_told_when_it_has_fallen_and_not_before(
    up: int, landed: int, record: int
) -> None:
    """A stay lasts to the turn's first day, or to a landing within the turn."""
    stay = r.Stay("roscosmos", record, "Longer than anybody.", ())
    index = replace(INDEX, scenario=replace(INDEX.scenario, records=(stay,)))
    person = _sit(since=TODAY - up)
    still = Draft(index, _crew(person))
    assert list(wellbeing.passed(still, [person])) == ([stay] if up > record else [])
    home = Draft(index, _crew(replace(person, place="recovering", since=TODAY + landed)))
    assert list(wellbeing.passed(home, [person])) == ([stay] if up + landed > record else [])


def test_wellbeing_effects_reach_whom_they_name_and_stay_in_range() -> None:
    people = [_sit(fatigue=5), _sit("pyotr", fatigue=50, health=30)]
    state = _crew(*people, Crew("mann", "nasa", "aboard", "s1", TODAY, fatigue=50))
    everybody = perform_on(state, r.Wellbeing("everybody", fatigue=-10))
    assert [c.fatigue for c in everybody.state.crew.values()] == [0, 40, 40]
    assert moved(everybody.changes, "crew.anton.fatigue") == -5
    own = perform_on(state, r.Wellbeing(of="self", morale=9))
    assert [moved(own.changes, f"crew.{p}.morale") for p in ("anton", "mann")] == [0, 9]
    unwell = perform_on(state, r.Wellbeing("unwell", health=40))
    assert unwell.state.crew["pyotr"].health == 70
    assert unwell.figures["crew.unwell"] == 0


def test_the_unwell_go_home_in_their_own_ship_if_it_can_fly() -> None:
    home = perform_on(_crew(_sit(health=20), _sit("pyotr")), r.BringHome("unwell"))
    assert home.state.crew["anton"].place == home.state.crew["pyotr"].place == "recovering"
    for state in (_crew(_sit()), _crew(_sit(health=20), ship=replace(SOYUZ, fault="hole"))):
        assert perform_on(state, r.BringHome("unwell")).state.crew["anton"].place == "aboard"


def test_how_people_are_counts_into_the_facts() -> None:
    state = done(begin(_crew(_sit(fatigue=20, morale=40), _sit("pyotr", fatigue=61, morale=61))))
    figures = state.figures
    assert (figures["fatigue"], figures["fatigue.worst"], figures["morale"]) == (40, 61, 50)
    assert figures["crew.record_days"] == 0
    assert _crew(_sit(since=TODAY - 77)).figures["crew.record_days"] == 77


@given(st.integers(-60, 60), st.integers(0, 400))
def test_shares_of_months_add_up_to_quarters(quarterly: int, month: int) -> None:
    whole = share(quarterly, month, 3)
    assert whole == quarterly
    assert sum(share(quarterly, month + n, 1) for n in range(3)) == whole


@given(games(CONTENT))
def test_what_moves_people_aboard_adds_up(game: Game) -> None:
    for moment in game.moments:
        after = moment.step.state
        for person in moment.before.crew.values():
            same = after.crew[person.id]
            if person.place == same.place == "aboard" and person.since == same.since:
                for what in wellbeing.FEELINGS:
                    by = getattr(same, what) - getattr(person, what)
                    assert moved(moment.step.changes, f"crew.{person.id}.{what}") == by


def test_vande_hei_has_been_up_since_april_2021(base: Content) -> None:
    state, _ = new_game(base, Setup("cold_snap_2022", "nasa", 1))
    assert date.fromordinal(state.crew["vande_hei"].since) == date(2021, 4, 9)
    assert date.fromordinal(state.crew["shkaplerov"].since) == date(2021, 10, 5)
