"""What was done and lived through: written down where it happens, and shown to whom it may be."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.past import VALUES, parted
from game.rules.effects import perform_clause
from game.rules.encoding import decode_state, encode_state
from game.rules.facts import refresh
from game.rules.index import index_of
from game.rules.past import chosen
from game.rules.people import crew
from game.rules.phases import story
from game.rules.state import Crew, Promise, Ship, Slot, State, Term
from game.rules.table import running, signing, treaties
from game.rules.view import view
from game.saves.earlier_formats import migrated
from game.testing.strategies import states
from tests.small import CAMPAIGN, CONTENT
from tests.small_names import holds
from tests.worlds import (
    INDEX,
    begin,
    decide,
    index_with,
    offer_of,
    opening,
    with_crew,
    with_deal,
    with_ships,
)

TODAY = opening().figures["date"]
SOYUZ = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", 100, 300)
DRAGON = Ship("d1", "dragon", "Dragon 1", "nasa", 100, 300)
LETTER = replace(opening(), queue=(Slot("card", "esa", "letter"),))
QUIET = replace(CONTENT.events["letter"], secret=True)
SECRET = replace(CONTENT, events={**CONTENT.events, "letter": QUIET})
BEFORE = opening().past


def keys(state: State) -> set[str]:
    """Return what has happened since the opening."""
    return set(state.past) - set(BEFORE)


def asks(text: str, state: State, chair: str = "") -> bool:
    return bool(holds(text).bind(chair)(state, {}))


def test_an_answer_is_written_down_with_its_day_and_whose_it_was() -> None:
    after = decide(LETTER, "write_back").state
    assert after.past["chose/letter/write_back/esa"] == TODAY
    assert asks('chose("letter", "write_back", "self")', after, "esa")
    assert not asks('chose("letter", "write_back", "self")', after, "nasa")
    assert not asks('chose("letter", "burn_it")', after)


def test_a_blind_answer_is_known_when_both_have_answered() -> None:
    slots = (Slot("dilemma", "nasa", "hole"), Slot("dilemma", "roscosmos", "hole"))
    first = decide(replace(opening(), queue=slots), "look").state
    assert keys(first) == set()
    assert keys(decide(first, "look").state) == {
        "chose/hole/look/nasa", "chose/hole/look/roscosmos",
    }  # fmt: skip


def test_a_secret_answer_is_in_the_view_of_its_chooser_alone() -> None:
    draft = begin(LETTER)
    draft.index = index_of(SECRET, CAMPAIGN)
    chosen(draft, "letter", "burn_it", "esa")
    chosen(draft, "cold_morning", "protest", "nasa")
    state = draft.state
    public = {"chose/cold_morning/protest/nasa"}
    assert keys(view(SECRET, state, "nasa")) == public
    assert keys(view(SECRET, state, "esa")) == public | {"chose/letter/burn_it/esa"}


def test_what_is_signed_ends_and_is_broken_is_remembered_of_both() -> None:
    draft = begin()
    treaties.sign(draft, offer_of(Term("seat_swap", 2, "nasa")), perform_clause)
    refresh(draft)
    for one, other in (("nasa", "roscosmos"), ("roscosmos", "nasa")):
        assert asks(f'paper("seat_swap", "signed", "{one}", "{other}")', draft.state)
        assert asks(f'deal("seat_swap", "{one}", "{other}")', draft.state)
    assert not asks('deal("seat_swap", "esa", "nasa")', draft.state)
    treaties.breach(draft, "roscosmos", "seat_swap", perform_clause)
    refresh(draft)
    assert asks('paper("seat_swap", "broken", "roscosmos", "nasa")', draft.state)
    assert not asks('paper("seat_swap", "broken", "nasa")', draft.state)
    assert not asks('deal("seat_swap", "nasa", "roscosmos")', draft.state)


def test_a_deal_between_others_is_none_of_theirs() -> None:
    """NASA and Moscow each have a swap with somebody, but not with each other."""
    state = with_deal(opening(), "inspection", parties=("nasa", "esa"))
    state = with_deal(state, "inspection", parties=("esa", "roscosmos"), id="other")
    assert asks("deal.inspection.nasa and deal.inspection.roscosmos", state)
    assert not asks('deal("inspection", "nasa", "roscosmos")', state)
    assert asks('deal("inspection", "self", "nasa")', state, "esa")


def test_a_deal_that_has_run_its_time_has_ended() -> None:
    draft = begin(with_deal(opening(), "seat_swap", ends=TODAY))
    running.run(draft, 3, perform_clause)
    assert asks('paper("seat_swap", "ended", "roscosmos", "nasa")', draft.state)


def test_a_deal_that_falls_is_remembered_of_whose_home_it_was() -> None:
    draft = begin()
    signing._fall(draft, offer_of(Term("seat_swap", 2, "nasa")), "nasa")
    assert asks('paper("seat_swap", "fallen", "nasa", "roscosmos")', draft.state)
    assert not asks('paper("seat_swap", "fallen", "roscosmos")', draft.state)


@pytest.mark.parametrize(("keep", "word"), [("rung <= 6", "kept"), ("rung > 6", "broken")])
def test_a_promise_is_given_and_then_kept_or_broken(keep: str, word: str) -> None:
    made = next(iter(INDEX.promises.values()))
    draft = begin()
    draft.index = replace(INDEX, promises={made.key: replace(made, keep=holds(keep))})
    treaties.vow(draft, Promise("esa", "roscosmos", "A quiet year", TODAY, made.key))
    assert keys(draft.state) == {"promise/given/esa", "promise/given/esa/roscosmos"}
    treaties.call_due(draft)
    assert asks(f'promise("esa", "{word}", "roscosmos")', draft.state)
    assert sum(asks(f'promise("esa", "{one}")', draft.state) for one in ("kept", "broken")) == 1


def test_who_has_no_seat_is_left_behind_and_then_rescued() -> None:
    state = with_ships(opening(), replace(SOYUZ, fault="coolant"), DRAGON)
    state = with_crew(state, Crew("rubio", "nasa", "aboard", "s1", 100))
    draft = begin(replace(state, ships={"s1": state.ships["s1"]}))
    crew.reseat(draft)
    assert "person/left_behind/rubio" in draft.state.past
    draft.own("ships")["d1"] = DRAGON
    crew.strap_liners(draft, crew.stranded(draft.state), DRAGON)
    assert {"person/rescued/rubio"} <= keys(draft.state)


def test_flights_are_counted_and_a_seat_of_the_other_half_makes_a_guest() -> None:
    draft = begin(with_ships(opening(), SOYUZ, DRAGON))
    crew.board(draft, Crew("mann", "nasa", "ground", "", TODAY), "s1", TODAY)
    crew.board(draft, Crew("anton", "roscosmos", "ground", "", TODAY), "s1", TODAY)
    crew.board(draft, Crew("anton", "roscosmos", "ground", "", TODAY), "s1", TODAY)
    past = draft.state.past
    for who, flights in (("mann", 1), ("anton", 2)):
        known = f"person/flights/{who}"
        assert past[known] - BEFORE[known] == flights
    assert "person/guest/mann" in past and "person/guest/anton" not in past


@pytest.mark.parametrize(("days", "long"), [(299, False), (300, True)])
def test_three_hundred_days_are_a_long_stay(days: int, long: bool) -> None:
    state = with_crew(
        with_ships(opening(), SOYUZ), Crew("mann", "nasa", "aboard", "s1", TODAY - days)
    )
    draft = begin(state)
    crew.land(draft, SOYUZ, running.RUNS_OUT)
    assert ("person/long_stay/mann" in draft.state.past) is long


@pytest.mark.parametrize(
    ("who", "known"),
    [("everybody", {"mann", "anton"}), ("usos", {"mann"}), ("ros", {"anton"})],
)
def test_who_has_a_seat_shelters_in_it(who: str, known: set[str]) -> None:
    aboard = [Crew("mann", "nasa", "aboard", "d1", TODAY), Crew("anton", "roscosmos", "aboard",
        "s1", TODAY), Crew("rubio", "nasa", "aboard", "", TODAY)]  # fmt: skip
    draft = begin(with_crew(with_ships(opening(), SOYUZ, DRAGON), *aboard))
    crew.shelter(draft, who)
    sheltered = {one.id for one in aboard if f"person/sheltered/{one.id}" in draft.state.past}
    assert sheltered == known
    assert asks('crew("roscosmos", "sheltered")', draft.state) == ("anton" in known)


@given(states(CONTENT))
def test_every_key_is_one_that_can_be_asked_for(state: State) -> None:
    known = {
        "event": CONTENT.events, "clause": CONTENT.clauses, "partner": CONTENT.partners,
        "person": CONTENT.people, "vehicle": CONTENT.vehicles, **VALUES,
    }  # fmt: skip
    for key in state.past:
        parts = parted(key)
        assert len(parts) == key.count("/") and parts
        for part, what in parts:
            assert what == "choice" or part in known[what]


@given(states(CONTENT))
def test_the_past_is_saved_and_older_states_have_none(state: State) -> None:
    encoded = encode_state(state)
    assert decode_state(encoded).past == state.past
    older = {name: value for name, value in encoded.items() if name != "past"}
    assert decode_state(migrated(2, older)) == replace(state, past={})


# --- cards in order


ORDERS = st.permutations(["nasa", "roscosmos", "esa"])


@given(ORDERS, ORDERS, st.integers(1, 6))
def test_a_card_waits_until_who_comes_before_has_answered_it(
    one: list[str], other: list[str], turn: int
) -> None:
    letter = CONTENT.events["letter"]
    index = index_with(events={
        "first": replace(letter, id="first", order=tuple(one)),
        "second": replace(letter, id="second", order=tuple(other)),
        "third": replace(letter, id="third"),
    })  # fmt: skip
    draft = begin(replace(opening(), turn=turn))
    draft.index = index
    slots = [Slot("card", c, e) for e in ("first", "second", "third") for c in story.order(draft)]
    found = story._grouped(draft, slots)
    assert sorted(found, key=str) == sorted(slots, key=str)
    for event, wanted in (("first", one), ("second", other)):
        assert [slot.chair for slot in found if slot.subject == event] == wanted


def test_where_nobody_waits_the_turn_s_own_order_stands() -> None:
    draft = begin(replace(opening(), turn=2))
    slots = [Slot("card", chair, event) for event in ("letter", "frost") for chair in INDEX.chairs]
    seats = {chair: place for place, chair in enumerate(story.order(draft))}
    found = [slot.chair for slot in story._grouped(draft, slots)]
    assert found == sorted(found, key=lambda chair: seats[chair])
