"""Which events come up: the index's choice is that of a naive reader of all content."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Content, Event
from game.rules.calendar import turn_of, turn_start
from game.rules.draft import Draft
from game.rules.index import GRACE_DAYS, index_of
from game.rules.messages import text
from game.rules.phases import story
from game.rules.state import Crew, Scheduled, Ship, Slot, State
from game.rules.view import view
from game.testing.strategies import states
from tests.small import CAMPAIGN, CONTENT
from tests.small_names import holds
from tests.worlds import INDEX, begin, changed, index_with, opening, with_crew, with_ships

TODAY = opening().figures["date"]
SOYUZ = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", 100, 300)


def naive_due(content: Content, state: State) -> list[str]:
    """Go through all events and find the dated ones that may fire this turn."""
    scenario = content.scenarios[state.scenario]
    found = []
    for event in content.events.values():
        if event.day is None or turn_of(scenario, event.day) < 1:
            continue
        last = event.last_day or event.day + (GRACE_DAYS if event.desks else 0)
        open_ = turn_of(scenario, event.day) <= state.turn <= turn_of(scenario, last)
        if open_ and naive_eligible(content, state, event):
            found.append((event.day, event.id))
    return [name for _, name in sorted(found)]


def naive_drawable(content: Content, state: State) -> list[str]:
    """Go through all events and find the weighted ones that may be drawn this turn."""
    scenario = content.scenarios[state.scenario]
    start, end = turn_start(scenario, state.turn), turn_start(scenario, state.turn + 1)
    return [
        event.id for event in content.events.values()
        if event.weight > 0 and event.day is None
        and (event.first_day is None or event.first_day < end)
        and (event.last_day is None or event.last_day >= start)
        and naive_eligible(content, state, event)
    ]  # fmt: skip


def naive_eligible(content: Content, state: State, event: Event) -> bool:
    """Judge an event by its fields alone."""
    if event.id in state.fired:
        ago = state.figures["date"] - state.fired[event.id]
        if event.once or ago < max(1, 30 * event.cooldown):
            return False
    history = event.basis in ("record", "article") and not event.always and event.thread
    if history and not state.figures[f"whole.{event.thread}"]:
        return False
    if event.when and not event.when.bind("")(state, {}):
        return False
    return story.cast(index_of(content, state.scenario), state, event) is not None


@given(states(CONTENT))
def test_the_index_finds_what_a_naive_reader_finds(state: State) -> None:
    index = index_of(CONTENT, state.scenario)
    assert [e.id for e in story.due(index, state)] == naive_due(CONTENT, state)
    assert [e.id for e in story.drawable(index, state)] == naive_drawable(CONTENT, state)


def _entered(state: State, **events: Event) -> Draft:
    """Enter the story phase with nothing else to tell than some events."""
    draft = begin(replace(state, queue=(), fired={}))
    draft.index = index_with(events=events or CONTENT.events)
    story.enter(draft)
    story.report(draft)
    return draft


def _at(day: date, turn: int) -> State:
    return replace(changed(opening(), date=day.toordinal()), turn=turn)


def test_a_dated_card_comes_up_on_every_desk_it_names() -> None:
    draft = _entered(opening(), cold_morning=CONTENT.events["cold_morning"])
    assert {(s.kind, s.chair, s.subject) for s in draft.state.queue} == {
        ("card", "nasa", "cold_morning"), ("card", "roscosmos", "cold_morning"),
    }  # fmt: skip
    assert draft.state.fired == {"cold_morning": TODAY}
    assert any(c.kind == "headline" and c.reason == text("The tanks move.") for c in draft.changes)


def test_a_desk_holds_two_cards_and_a_third_waits_within_its_grace() -> None:
    card = CONTENT.events["cold_morning"]
    cards = {name: replace(card, id=name, effects=()) for name in ("a", "b", "c")}
    draft = _entered(opening(), **cards)
    assert sorted(s.subject for s in draft.state.queue if s.chair == "nasa") == ["a", "b"]
    assert "c" not in draft.state.fired
    short = cards["c"]
    short = replace(short, last_day=card.day)
    late = _entered(opening(), **{**cards, "c": short})
    assert "c" in late.state.fired
    assert not [s for s in late.state.queue if s.subject == "c"]


def test_a_desk_holds_one_dilemma() -> None:
    hole = replace(CONTENT.events["hole"], day=CONTENT.events["cold_morning"].day)
    draft = _entered(opening(), a=replace(hole, id="a"), b=replace(hole, id="b"))
    assert [s.subject for s in draft.state.queue] == ["a", "a"]


def test_history_left_behind_tells_its_cards_no_more_unless_they_always_come() -> None:
    broken = changed(_at(date(2022, 4, 1), 2), whole__war=0)
    parade = CONTENT.events["parade"]
    assert "parade" in _entered(broken, parade=parade).state.fired
    assert not _entered(broken, parade=replace(parade, always=False)).state.fired
    lone = replace(parade, always=False, basis="counterfactual")
    assert _entered(broken, parade=lone).state.fired


def test_a_condition_must_hold() -> None:
    rumour = replace(CONTENT.events["rumour"], day=date(2022, 7, 3).toordinal(), weight=0)
    tense, calm = (changed(_at(date(2022, 7, 1), 3), tension=t) for t in (80, 10))
    assert _entered(tense, rumour=rumour).state.fired
    assert not _entered(calm, rumour=rumour).state.fired


def test_what_happens_once_happens_once_and_the_rest_rests() -> None:
    storm = CONTENT.events["storm"]
    state = replace(opening(), fired={"storm": TODAY - 89, "hole": TODAY - 999})
    assert not story.eligible(INDEX, state, storm)
    assert story.eligible(INDEX, replace(state, fired={"storm": TODAY - 90}), storm)
    assert not story.eligible(INDEX, state, CONTENT.events["hole"])
    restless = replace(storm, cooldown=0)
    assert not story.eligible(INDEX, replace(state, fired={"storm": TODAY}), restless)


FROST = CONTENT.events["frost"]


def test_roles_are_played_by_who_is_there() -> None:
    late, early = (Crew(p, "roscosmos", "aboard", "s1", n) for p, n in (("anton", 9), ("pyotr", 8)))
    state = with_crew(with_ships(opening(), SOYUZ), late, early)
    assert story.cast(INDEX, state, FROST) == (("ship", "s1"), ("who", "pyotr"))


def test_without_a_player_for_every_role_there_is_no_event() -> None:
    empty = with_ships(opening(), SOYUZ)
    assert story.cast(INDEX, empty, FROST) is None
    harmed = with_ships(opening(), replace(SOYUZ, fault="coolant"))
    anton = Crew("anton", "roscosmos", "aboard", "s1", 100)
    assert story.cast(INDEX, with_crew(harmed, anton), FROST) is None
    alone = replace(FROST, roles=FROST.roles[1:])
    assert story.cast(INDEX, with_ships(opening()), alone) is None
    assert story.cast(INDEX, empty, replace(FROST, roles=(replace(FROST.roles[0], carries=""),)))


def test_an_events_effects_happen_to_its_roles() -> None:
    state = with_ships(_at(date(2022, 10, 1), 4), SOYUZ)
    state = with_crew(state, Crew("anton", "roscosmos", "aboard", "s1", 100))
    draft = _entered(state, frost=FROST)
    assert draft.state.ships["s1"].fault == "coolant"
    assert draft.state.roles["frost"] == (("ship", "s1"), ("who", "anton"))
    assert draft.figures["stranded"] == 1


def test_a_follow_up_comes_when_its_day_has_come_even_off_the_record() -> None:
    reply = CONTENT.events["reply"]
    soon, later = Scheduled("reply", TODAY + 89), Scheduled("reply", TODAY + 90)
    told = _entered(replace(opening(), scheduled=(soon,)), reply=reply)
    assert [s.subject for s in told.state.queue] == ["reply"]
    assert told.state.scheduled == ()
    waits = _entered(replace(opening(), scheduled=(later,)), reply=reply)
    assert not waits.state.queue and waits.state.scheduled == (later,)


def test_a_follow_up_that_finds_no_room_waits_a_while() -> None:
    card = CONTENT.events["cold_morning"]
    full = {name: replace(card, id=name, effects=()) for name in ("a", "b")}
    full["reply"] = CONTENT.events["reply"]
    due = Scheduled("reply", TODAY)
    draft = _entered(replace(opening(), scheduled=(due,)), **full)
    assert draft.state.scheduled == (due,) and "reply" not in draft.state.fired
    stale = Scheduled("reply", TODAY - GRACE_DAYS - 1)
    assert not _entered(replace(opening(), scheduled=(stale,)), **full).state.scheduled


def test_draws_fill_empty_desks_and_then_stop() -> None:
    letter, hole = CONTENT.events["letter"], CONTENT.events["hole"]
    letters = {f"l{n}": replace(letter, id=f"l{n}") for n in range(5)}
    draft = _entered(opening(), **letters, hole=hole)
    held = [s.chair for s in draft.state.queue]
    assert sorted(held) == ["esa", "nasa", "roscosmos"] or held.count("esa") == 1


def test_a_heavier_event_is_drawn_more_often() -> None:
    storm = CONTENT.events["storm"]
    light, heavy = replace(storm, id="light", weight=1), replace(storm, id="heavy", weight=9)
    drawn = []
    for seed in range(200):
        draft = _entered(replace(opening(), seed=seed), light=light, heavy=heavy)
        drawn.append(next(iter(draft.state.fired)))
    assert abs(drawn.count("heavy") - 180) < 22  # five standard deviations


def test_a_chairs_cards_stay_together_in_this_turns_order() -> None:
    draft = begin(replace(opening(), queue=()))
    slots = (Slot("card", "nasa", "a"), Slot("card", "esa", "b"), Slot("card", "nasa", "c"))
    grouped = story._grouped(draft, slots)
    places = [story.order(draft).index(slot.chair) for slot in grouped]
    assert places == sorted(places)
    assert [s.subject for s in grouped if s.chair == "nasa"] == ["a", "c"]


def test_who_goes_first_rotates() -> None:
    orders = [story.order(begin(replace(opening(), turn=turn))) for turn in range(1, 5)]
    assert {order[0] for order in orders[:3]} == set(CONTENT.scenarios[CAMPAIGN].chairs)
    assert orders[0] == orders[3]


def test_who_is_asked_isnt_told_the_answer_by_a_headline() -> None:
    desk = replace(CONTENT.events["letter"].desks[0], chair="esa")
    for chairs, seen in (
        (("esa",), ("nasa", "roscosmos")),
        (("nasa", "roscosmos"), ("esa",)),
        (("nasa", "roscosmos", "esa"), ()),
        ((), ()),
    ):
        event = replace(
            CONTENT.events["letter"], headline="News.", roles=(), effects=(),
            desks=tuple(replace(desk, chair=c) for c in chairs),
        )  # fmt: skip
        draft = begin(opening())
        story._announce(draft, event, desks=True, roles=())
        assert [(c.reason, c.seen) for c in draft.changes] == [(text("News."), seen)]


def _struck(seed: int, event: Event) -> list[int]:
    """Return the turns in which a seeded run's desks may meet a fault."""
    draft = begin(replace(opening(), seed=seed))
    draft.own("words")["hazards"] = "seeded"
    index = index_with(events={event.id: event})
    turns = range(1, index.scenario.turns + 1)
    return [t for t in turns if event in story.of_turn(index, replace(draft.state, turn=t))]


def test_seeded_faults_come_on_days_of_their_own_or_never() -> None:
    fault = replace(CONTENT.events["cold_morning"], hazard=True)
    met = {seed: _struck(seed, fault) for seed in range(200)}
    never = sum(not turns for turns in met.values())
    assert 20 < never < 120  # some of the 25 % that don't come, and those that fall too early
    assert len({tuple(turns) for turns in met.values()}) > 3
    assert all(len(turns) <= 1 + story.RETRIES for turns in met.values())
    assert all(met[seed] == _struck(seed, fault) for seed in range(0, 200, 20))


def test_dated_faults_keep_their_day_and_what_is_no_fault_keeps_it_when_seeded() -> None:
    card = CONTENT.events["cold_morning"]
    index = index_with(events={card.id: replace(card, hazard=True)})
    assert story.of_turn(index, opening()) == index.dated[1]
    assert all(_struck(seed, card)[:1] == [1] for seed in range(20))


def test_a_view_doesnt_betray_the_day_of_a_seeded_fault() -> None:
    fault = replace(CONTENT.events["cold_morning"], hazard=True)
    index = index_with(events={fault.id: fault})
    seen = []
    for seed in (3, 4):
        state = replace(opening(seed), words={**opening().words, "hazards": "seeded"})
        known = view(CONTENT, state, "nasa")
        seen.append([story.of_turn(index, replace(known, turn=t)) for t in range(1, 9)])
    assert seen[0] == seen[1]


@given(st.integers(0, 100), st.integers(0, 100))
def test_a_card_weighs_more_for_each_condition_that_it_fits(tension: int, war: int) -> None:
    letter = replace(CONTENT.events["letter"], fits=(holds("tension > 50"), holds("war > 50")))
    state = changed(opening(), tension=tension, war=war)
    assert story._fitting(state, letter) == letter.weight * (1 + (tension > 50) + (war > 50))


def test_cards_are_drawn_by_their_weight_and_what_they_fit() -> None:
    """Of two that weigh the same one fits twice: it comes three times as often, over many seeds."""
    one = replace(CONTENT.events["letter"], id="one", weight=5)
    two = replace(one, id="two", fits=(holds("tension >= 0"), holds("war >= 0")))
    index = index_with(events={"one": one, "two": two})
    drawn = {"one": 0, "two": 0}
    for seed in range(400):
        draft = begin(replace(opening(), seed=seed, queue=(), fired={}))
        draft.index = index
        assert story._draw(draft, 0)
        drawn[draft.state.queue[0].subject] += 1
    assert 80 <= drawn["one"] <= 120 and sum(drawn.values()) == 400
