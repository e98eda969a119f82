"""People: seats home, specialists, liners, landings."""

from __future__ import annotations

from dataclasses import replace

from game.rules.draft import Draft
from game.rules.messages import text
from game.rules.people import crew
from game.rules.state import Crew, Ship
from tests.small import CONTENT
from tests.words import said
from tests.worlds import begin, opening, with_crew, with_ships

SOYUZ = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", 100, 300)
LATER = Ship("s2", "soyuz", "Soyuz 2", "roscosmos", 200, 400)
DRAGON = Ship("d1", "dragon", "Dragon 1", "nasa", 150, 350)
HARMED = replace(SOYUZ, fault="coolant")


def _sit(person: str, partner: str, ship: str, since: int = 100) -> Crew:
    return Crew(person, partner, "aboard", ship, since)


def _told(draft: Draft) -> list[tuple[str, str, str]]:
    """Return of each change that was noted its kind, whom it is about and the text."""
    return [(c.kind, c.path, said(c.reason)) for c in draft.changes]


def test_whoever_is_longest_aboard_comes_first() -> None:
    state = with_ships(opening(), SOYUZ, DRAGON)
    late, early = _sit("mann", "nasa", "d1", 150), _sit("anton", "roscosmos", "s1")
    state = with_crew(state, late, early, Crew("wakata", "jaxa", "ground", "", 1))
    assert crew.aboard(state) == [early, late]
    assert crew.aboard(state, "nasa") == [late]


def test_a_fault_strands_those_whose_ship_it_is() -> None:
    state = with_ships(opening(), HARMED, DRAGON)
    state = with_crew(state, _sit("anton", "roscosmos", "s1"), _sit("mann", "nasa", "d1"))
    assert [person.id for person in crew.stranded(state)] == ["anton"]
    assert state.figures["stranded"] == state.figures["stranded.roscosmos"] == 1
    assert state.figures["seats"] == 4


def test_free_seats_are_healthy_places_that_nobody_holds() -> None:
    state = with_crew(with_ships(opening(), SOYUZ), _sit("anton", "roscosmos", "s1"))
    assert crew.free_seats(CONTENT, state, SOYUZ) == 2
    assert crew.free_seats(CONTENT, state, replace(SOYUZ, liners=1)) == 3
    assert crew.free_seats(CONTENT, state, HARMED) == 0


def test_specialists_are_counted_from_skill_three() -> None:
    state = with_crew(with_ships(opening(), SOYUZ), _sit("anton", "roscosmos", "s1"))
    assert crew.specialists(CONTENT, crew.aboard(state), "ros") == 1
    assert crew.specialists(CONTENT, crew.aboard(state), "usos") == 0


def test_the_stranded_are_reseated_in_ships_of_their_own_side_only() -> None:
    state = with_ships(opening(), HARMED, DRAGON, LATER)
    people = [_sit("anton", "roscosmos", "s1"), _sit("mann", "nasa", "gone")]
    draft = begin(with_crew(state, *people))
    crew.reseat(draft)
    assert draft.state.crew["anton"].ship == "s2"
    assert draft.state.crew["mann"].ship == "d1"
    assert _told(draft) == [
        ("crew", "anton", "Anton has a seat home in Soyuz 2."),
        ("crew", "mann", "Mann has a seat home in Dragon 1."),
    ]


def test_only_a_healthy_docked_ship_is_a_seat_home() -> None:
    state = with_ships(opening(), HARMED, DRAGON)
    homes = {"d1": True, "s1": False, "gone": False, "": False}
    assert {ship: crew.has_seat(state, _sit("mann", "nasa", ship)) for ship in homes} == homes


def test_the_very_last_seat_is_given_and_it_is_no_liner() -> None:
    held = [_sit(p, "roscosmos", "s2") for p in ("pyotr", "prokop")]
    lost = replace(_sit("anton", "roscosmos", "gone"), liner=True)
    draft = begin(with_crew(with_ships(opening(), LATER), *held, lost))
    crew.reseat(draft)
    assert draft.state.crew["anton"] == replace(lost, ship="s2", liner=False)


def test_a_relief_ship_takes_its_own_side_first_and_no_more_than_it_has_seats() -> None:
    """With two seats left of four: theirs, who waits on a liner, before ours, aboard longer."""
    full = [_sit(f"nasa_{n}", "nasa", "d1") for n in range(2)]
    ours = [_sit(p, "roscosmos", "s1", n) for n, p in enumerate(("anton", "pyotr"))]
    theirs = replace(_sit("mann", "nasa", "s2", 300), liner=True)
    state = with_ships(opening(), HARMED, DRAGON, LATER)
    draft = begin(with_crew(state, *full, *ours, theirs, _sit("prokop", "roscosmos", "s2")))
    crew.take_in(draft, DRAGON)
    assert _told(draft) == [
        ("crew", "mann", "Mann has a seat home in Dragon 1."),
        ("crew", "anton", "Anton has a seat home in Dragon 1."),
    ]
    homes = {p: draft.state.crew[p].ship for p in ("mann", "anton", "pyotr", "prokop")}
    assert homes == {"mann": "d1", "anton": "d1", "pyotr": "s1", "prokop": "s2"}
    assert not draft.state.crew["mann"].liner


def test_nobody_is_reseated_where_no_seat_is_free() -> None:
    full = [_sit(f"nasa_{n}", "nasa", "d1") for n in range(4)]
    state = with_crew(with_ships(opening(), DRAGON), *full, _sit("mann", "nasa", "gone", 1))
    draft = begin(state)
    crew.reseat(draft)
    assert not draft.changes


def test_the_oldest_ship_is_filled_first_whatever_the_order_of_the_table() -> None:
    for ships in ((SOYUZ, LATER), (LATER, SOYUZ)):
        state = with_crew(with_ships(opening(), *ships), _sit("anton", "roscosmos", "gone"))
        draft = begin(state)
        crew.reseat(draft)
        assert draft.state.crew["anton"].ship == "s1"


def test_liners_take_free_seats_first_and_then_at_most_two_more() -> None:
    held = [_sit(f"nasa_{n}", "nasa", "d1") for n in range(3)]
    waiting = [_sit(p, "roscosmos", "s1", n) for n, p in enumerate(("anton", "pyotr", "prokop"))]
    waiting.append(_sit("vande", "nasa", "s1", 9))
    draft = begin(with_crew(with_ships(opening(), HARMED, DRAGON), *held, *waiting))
    crew.strap_liners(draft, crew.stranded(draft.state), DRAGON)
    assert draft.state.ships["d1"].liners == crew.MAX_LINERS
    assert [p.id for p in crew.stranded(draft.state)] == ["vande"]
    assert draft.state.crew["anton"].liner
    assert _told(draft)[0] == ("crew", "anton", "Anton's seat liner goes into Dragon 1.")


def test_each_passenger_beyond_the_seats_takes_a_liner_of_their_own() -> None:
    held = [_sit(f"nasa_{n}", "nasa", "d1") for n in range(4)]
    draft = begin(with_crew(with_ships(opening(), HARMED, DRAGON), *held))
    waiting = [_sit("anton", "roscosmos", "s1")]
    crew.strap_liners(draft, waiting, DRAGON)
    assert draft.state.ships["d1"].liners == 1


def test_no_liner_goes_into_a_ship_with_a_fault() -> None:
    draft = begin(with_crew(with_ships(opening(), HARMED), _sit("mann", "nasa", "gone")))
    crew.strap_liners(draft, crew.stranded(draft.state), HARMED)
    assert not draft.changes


def test_a_landing_brings_its_people_home() -> None:
    state = with_crew(with_ships(opening(), SOYUZ), _sit("anton", "roscosmos", "s1"))
    draft = begin(state)
    crew.land(draft, SOYUZ, text("Down."))
    assert draft.state.crew["anton"].place == "recovering"
    assert draft.state.crew["anton"].until == draft.figures["date"] + crew.RECOVERY
    assert "s1" not in draft.state.ships
    assert "s1" in state.ships


def test_a_landing_is_told_and_dated_within_the_turn_and_after_the_launch() -> None:
    today = opening().figures["date"]
    late = _sit("pyotr", "roscosmos", "s1", today + 40)
    state = with_crew(with_ships(opening(), SOYUZ), _sit("anton", "roscosmos", "s1"), late)
    for day, homes in ((0, (0, 40)), (today - 9, (0, 40)), (today + 20, (20, 40))):
        draft = begin(state)
        crew.land(draft, SOYUZ, text("Down."), day)
        since = [draft.state.crew[p].since - today for p in ("anton", "pyotr")]
        assert tuple(since) == homes
        assert _told(draft) == [("ship", "s1", "Down.")]


def test_whoever_comes_home_keeps_what_they_learnt_and_how_they_are() -> None:
    """They leave behind the ship, the liner and the training that they were in."""
    flown = replace(_sit("anton", "roscosmos", "s1"), liner=True, fatigue=40, morale=30, health=70)
    flown = replace(flown, learnt=(("eva", 1),), learning="eva")
    draft = begin(with_crew(with_ships(opening(), SOYUZ), flown))
    crew.land(draft, SOYUZ, text("Down."))
    today = draft.figures["date"]
    assert draft.state.crew["anton"] == replace(
        flown, place="recovering", ship="", since=today, until=today + crew.RECOVERY, liner=False,
        learning="",
    )  # fmt: skip


def test_whoever_boards_breaks_off_their_training_and_is_who_they_were() -> None:
    known = Crew("mann", "nasa", "training", "", 50, fatigue=7, until=900, learning="eva")
    draft = begin(with_crew(with_ships(opening(), DRAGON), known))
    crew.board(draft, Crew("mann", "nasa", "ground", "", 150), "d1", 150)
    assert draft.state.crew["mann"] == replace(
        known, place="aboard", ship="d1", since=150, until=0, learning=""
    )


def test_a_ship_with_a_fault_comes_down_empty() -> None:
    draft = begin(with_crew(with_ships(opening(), HARMED), _sit("anton", "roscosmos", "s1")))
    crew.land(draft, HARMED, text("Down."))
    assert draft.state.crew["anton"].place == "aboard"
    assert _told(draft) == [("ship", "s1", "Soyuz 1 comes down empty.")]
