"""What may be decided, and the reason where it may not: exact, both ways."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Spend, Variant
from game.errors import IllegalDecision
from game.rules.agenda import price
from game.rules.decisions import Decision
from game.rules.encoding import canonical
from game.rules.legality import options, pending, why_not
from game.rules.messages import message
from game.rules.outcomes import CREDIT, ON_CREDIT
from game.rules.state import Sealed, Slot, State, Term
from game.rules.turn import apply
from game.rules.view import view
from game.testing.strategies import decisions, illegal_decisions, states
from tests.small import CONTENT
from tests.small_names import holds
from tests.words import said
from tests.worlds import changed, decide, opening, perform_on, until, with_deal

CEREMONY = Term("ceremony", 1, "nasa")
OPEN = ("offer", "counter")


@given(st.data())
def test_every_legal_decision_applies_and_leaves_the_state_alone(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    before = canonical(state)
    for _ in range(3):
        decision = data.draw(decisions(CONTENT, state))
        assert apply(CONTENT, state, decision).state != state
        assert canonical(state) == before


@given(st.data())
def test_every_illegal_decision_is_refused_with_a_reason(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    before = canonical(state)
    for _ in range(10):
        decision = data.draw(illegal_decisions(CONTENT, state))
        with pytest.raises(IllegalDecision) as refused:
            apply(CONTENT, state, decision)
        assert refused.value.reason
        assert canonical(state) == before


@given(states(CONTENT))
def test_options_and_reasons_agree(state: State) -> None:
    seen = view(CONTENT, state, state.queue[0].chair)
    listed = options(CONTENT, seen)
    assert len({option.decision for option in listed}) == len(listed)
    assert any(option.legal for option in listed)
    for option in listed:
        if option.decision.pick not in OPEN:
            assert why_not(CONTENT, seen, option.decision) == option.reason


def _reasons(state: State) -> dict[tuple[str, str], str]:
    return {(o.decision.pick, o.decision.target): said(o.reason) for o in options(CONTENT, state)}


def test_nothing_may_be_decided_when_the_run_is_over() -> None:
    over = replace(opening(), ending="peace", queue=())
    assert pending(over) is None and options(CONTENT, over) == ()
    assert said(why_not(CONTENT, over, Decision("nasa", "card", "x"))) == "The run is over."


def test_only_whoever_is_asked_decides_and_only_what_is_asked() -> None:
    state = until(opening(), "agenda", "nasa")
    for wrong in (Decision("esa", "agenda", "end"), Decision("nasa", "table", "end")):
        assert said(why_not(CONTENT, state, wrong)) == "It is NASA's turn to decide (agenda)."


CARD = replace(
    changed(opening(), nasa__treasury=100, nasa__capital=3),
    queue=(Slot("card", "nasa", "cold_morning"),),
)


def test_a_choice_says_what_it_lacks() -> None:
    assert not any(_reasons(CARD).values())
    poor = _reasons(changed(CARD, nasa__treasury=39, nasa__capital=1))
    assert poor["pay_for_calm", ""] == "Needs 40 M; the treasury holds 39 M."
    broke = _reasons(changed(CARD, nasa__treasury=40, nasa__capital=0))
    assert broke["gamble", ""] == "Needs 1 capital; you have 0."
    theirs = replace(CARD, queue=(Slot("card", "roscosmos", "cold_morning"),))
    assert _reasons(theirs)["locked", ""] == "Not in this life."


def test_a_condition_without_a_because_still_has_a_reason() -> None:
    event = CONTENT.events["cold_morning"]
    desk = replace(event.desks[1], choices=(replace(event.desks[1].choices[2], because=""),) * 2)
    content = replace(CONTENT, events={"cold_morning": replace(event, desks=(desk,))})
    theirs = replace(CARD, queue=(Slot("card", "roscosmos", "cold_morning"),))
    assert [said(o.reason) for o in options(content, theirs)] == [
        "Not possible as things stand.", "",
    ]  # fmt: skip


def _reasons_of(**capital: int) -> list[bool]:
    """Return which choices of the morning's card are open when they take so much capital."""
    event = CONTENT.events["cold_morning"]
    dear = tuple(replace(c, capital=capital.get(c.id, 6)) for c in event.desks[0].choices)
    odd = replace(event, desks=(replace(event.desks[0], choices=dear), *event.desks[1:]))
    return [o.legal for o in options(replace(CONTENT, events={event.id: odd}), CARD)]


def test_when_all_is_too_dear_the_two_cheapest_answers_stay_open() -> None:
    first, second, third = (c.id for c in CONTENT.events["cold_morning"].desks[0].choices)
    assert _reasons_of(**{first: 4, second: 5, third: 6}) == [True, True, False]
    assert _reasons_of(**{first: 6, second: 4, third: 5}) == [False, True, True]
    assert _reasons_of(**{first: 0, second: 6, third: 5}) == [True, False, True]


def test_a_desk_always_has_two_answers() -> None:
    event = CONTENT.events["cold_morning"]
    dear = tuple(replace(c, capital=6) for c in event.desks[0].choices)
    odd = replace(event, desks=(replace(event.desks[0], choices=dear), *event.desks[1:]))
    content = replace(CONTENT, events={**CONTENT.events, "cold_morning": odd})
    assert [o.legal for o in options(content, CARD)] == [True, False, True]
    assert apply(content, CARD, Decision("nasa", "card", dear[-1].id)).state.turn


@given(
    st.integers(0, 6), st.integers(-100, 200), st.lists(st.integers(0, 6), min_size=3, max_size=3)
)
def test_two_answers_are_open_whatever_an_office_has(
    capital: int, treasury: int, dear: list[int]
) -> None:
    event = CONTENT.events["cold_morning"]
    choices = zip(event.desks[0].choices, dear, strict=True)
    desk = replace(event.desks[0], choices=tuple(replace(c, capital=n) for c, n in choices))
    odd = replace(event, desks=(desk, *event.desks[1:]))
    content = replace(CONTENT, events={**CONTENT.events, "cold_morning": odd})
    state = changed(CARD, nasa__capital=capital, nasa__treasury=treasury)
    assert sum(option.legal for option in options(content, state)) >= 2


@given(st.integers(0, 6), st.integers(0, 6))
def test_credit_is_paid_for_at_home_and_nothing_else_is(held: int, asked: int) -> None:
    event = CONTENT.events["cold_morning"]
    choices = tuple(replace(c, capital=asked, effects=()) for c in event.desks[0].choices)
    odd = replace(event, desks=(replace(event.desks[0], choices=choices), *event.desks[1:]))
    content = replace(CONTENT, events={**CONTENT.events, "cold_morning": odd})
    state = changed(CARD, nasa__capital=held, nasa__faction__congress=60)
    changes = apply(content, state, Decision("nasa", "card", choices[-1].id)).changes
    by_credit = [c for c in changes if c.path == "nasa.faction.congress" and c.reason == ON_CREDIT]
    assert sum(c.amount for c in by_credit) == -CREDIT * max(0, asked - held)


def test_a_card_has_only_its_own_choices() -> None:
    for wrong in (Decision("nasa", "card", "x"), Decision("nasa", "card", "protest", "esa")):
        assert said(why_not(CONTENT, CARD, wrong)) == "There is no such choice on this card."


def _agenda(**figures: int) -> State:
    state = until(opening(), "agenda", "nasa")
    return changed(state, **{"nasa__treasury": 300, "nasa__capital": 6, **figures})


def test_actions_are_listed_with_every_target() -> None:
    listed = set(_reasons(_agenda()))
    assert {t for p, t in listed if p == "mend_faction"} == {
        "nasa.faction.congress", "nasa.faction.hawks",
    }  # fmt: skip
    assert {t for p, t in listed if p == "read_them"} == {"roscosmos", "esa"}
    assert {t for p, t in listed if p == "invest"} == {"option.us_reboost"}
    assert {t for p, t in listed if p == "train"} == {
        c.id for c in _agenda().crew.values() if c.partner == "nasa" and c.place == "aboard"
    }  # fmt: skip
    assert {t for p, t in listed if p == "mend_ship"} == {
        s.id for s in _agenda().ships.values() if s.owner == "nasa"
    }  # fmt: skip
    assert ("shut_hatch", "") not in listed


def test_an_action_says_what_it_lacks() -> None:
    poor = _reasons(_agenda(nasa__treasury=5, nasa__capital=1, propellant=100))
    assert poor["push_on", ""] == "Needs 2 capital; you have 1."
    assert poor["invest", "option.us_reboost"] == "Needs 30 M; the treasury holds 5 M."
    assert poor["mend_faction", "nasa.faction.hawks"] == "Needs 8 M; the treasury holds 5 M."
    assert poor["call_home", ""] == "Only a partner that leaves calls its crew."
    assert poor["raise_orbit", ""] == "Not possible as things stand."


def test_an_action_rests_after_it_was_taken() -> None:
    after = decide(_agenda(), "calm").state
    assert _reasons(after)["calm", ""] == "Done already this turn."
    lobbied = decide(_agenda(), "lobby").state
    later = changed(lobbied, date=lobbied.figures["date"] + 100)
    assert _reasons(later)["lobby", ""] == "Done lately; possible again in 3 months."
    rested = changed(lobbied, date=lobbied.figures["date"] + 180)
    assert not _reasons(rested)["lobby", ""]


@pytest.mark.parametrize(
    ("decision", "told"),
    (
        (Decision("nasa", "agenda", "end", "esa"), "Ending the agenda has no target."),
        (Decision("nasa", "agenda", "end", "", (CEREMONY,)), "Only an offer has clauses."),
        (Decision("nasa", "agenda", "shut_hatch"), "There is no such action on your agenda"),
        (Decision("nasa", "agenda", "mend_faction", "esa.faction.members"), "aimed at that"),
        (Decision("nasa", "agenda", "train", "anton"), "aimed at that"),
    ),
)
def test_what_is_not_on_the_agenda_is_refused(decision: Decision, told: str) -> None:
    assert told in said(why_not(CONTENT, _agenda(), decision))


def _table(**figures: int) -> State:
    return changed(until(opening(), "table", "nasa"), **{"nasa__capital": 3, **figures})


def test_one_offer_goes_out_a_turn_and_two_come_in() -> None:
    state = _table()
    after = decide(decide(state, "offer", "roscosmos", CEREMONY).state, "decline").state
    assert _reasons(after)["offer", "esa"] == "One outgoing offer a turn; yours is made."
    busy = replace(state, used={**state.used, "esa.incoming": 2})
    assert "two offers to think about" in _reasons(busy)["offer", "esa"]
    assert not _reasons(busy)["offer", "roscosmos"]


def test_nothing_left_to_agree_on_is_a_reason() -> None:
    content = replace(CONTENT, clauses={"alms": CONTENT.clauses["alms"]})
    reasons = {o.decision.target: said(o.reason) for o in options(content, _table())}
    assert "nothing left" in reasons["esa"] and not reasons["roscosmos"]


@pytest.mark.parametrize(
    ("decision", "told"),
    (
        (Decision("nasa", "table", "offer", "nobody", (CEREMONY,)), "another partner"),
        (Decision("nasa", "table", "offer", "jaxa", (CEREMONY,)), "another partner"),
        (Decision("nasa", "table", "offer", "nasa", (CEREMONY,)), "another partner"),
        (Decision("nasa", "table", "offer", "esa"), "at least one clause"),
        (Decision("nasa", "table", "end", "esa"), "Only an offer"),
        (Decision("nasa", "table", "step_up", "", (CEREMONY,)), "Only an offer"),
        (Decision("nasa", "table", "step_down"), "at its foot"),
        (Decision("nasa", "table", "dance"), "There is no such move"),
    ),
)
def test_the_table_has_its_manners(decision: Decision, told: str) -> None:
    assert told in said(why_not(CONTENT, _table(), decision))


def _offered() -> State:
    return decide(_table(), "offer", "roscosmos", CEREMONY).state


@pytest.mark.parametrize(
    ("decision", "told"),
    (
        (Decision("roscosmos", "answer", "accept", "nasa"), "no addressee"),
        (Decision("roscosmos", "answer", "accept", "", (CEREMONY,)), "Only a counter-offer"),
        (Decision("roscosmos", "answer", "counter", "", (CEREMONY,)), "must differ"),
        (Decision("roscosmos", "answer", "counter"), "at least one clause"),
        (Decision("roscosmos", "answer", "shrug"), "There is no such answer"),
    ),
)
def test_an_answer_is_to_the_offer(decision: Decision, told: str) -> None:
    assert told in said(why_not(CONTENT, _offered(), decision))


def test_an_offer_that_is_no_longer_possible_may_only_be_declined_or_countered() -> None:
    offered = _offered()
    done = replace(offered, used={**offered.used, "deed.ceremony.nasa.roscosmos": 738_300})
    reasons = _reasons(done)
    assert "within the last two years" in reasons["accept", ""]
    assert not reasons["decline", ""] and not reasons["counter", ""]


def test_a_counter_offer_is_answered_with_yes_or_no() -> None:
    swap = Term("seat_swap", 1, "nasa")
    countered = decide(_offered(), "counter", "", swap).state
    assert set(_reasons(countered)) == {("accept", ""), ("decline", "")}
    again = Decision("nasa", "counter", "counter", "", (CEREMONY,))
    assert "Only a counter-offer" in said(why_not(CONTENT, countered, again))


def test_a_price_is_what_sure_effects_take() -> None:
    state = _agenda()
    actions = CONTENT.actions
    assert price(CONTENT, state, "nasa", actions["push_on"].effects) == 30
    assert price(CONTENT, state, "nasa", actions["invest"].effects, "option.us_reboost") == 30
    assert price(CONTENT, state, "nasa", actions["lobby"].outcomes[0].effects) == -80
    assert price(CONTENT, state, "nasa", actions["calm"].effects) == 0


def test_a_deal_that_runs_may_be_torn_up() -> None:
    idle, bound = _agenda(), with_deal(_agenda(), "inspection")
    assert _reasons(idle)["tear_up", ""] and not _reasons(bound)["tear_up", ""]
    assert perform_on(bound, *CONTENT.actions["tear_up"].effects).figures["nasa.broken"] == 1


def test_what_is_under_seal_is_not_spent_twice() -> None:
    hole = CONTENT.events["hole"]
    look, blame = hole.desks[0].choices
    dear = replace(hole.desks[0], choices=(replace(look, capital=2, effects=(Spend(90),)), blame))
    events = {**CONTENT.events, "hole": replace(hole, desks=(dear, hole.desks[1]))}
    content = replace(CONTENT, events=events)
    state = changed(opening(), nasa__capital=2, nasa__treasury=120)
    free = replace(state, queue=(Slot("card", "nasa", "cold_morning"),), roles={})
    bound = replace(free, sealed=(Sealed("nasa", "hole", "look"),))
    reasons = {
        name: {o.decision.pick: o.reason for o in options(content, each)}
        for name, each in (("free", free), ("bound", bound))
    }
    assert not any(reasons["free"].values())
    assert "capital" in said(reasons["bound"]["gamble"])
    rich = changed(bound, nasa__capital=3)
    found = {o.decision.pick: o.reason for o in options(content, rich)}
    assert said(found["pay_for_calm"]) == "Needs 40 M; the treasury holds 30 M."
    other = replace(free, sealed=(Sealed("roscosmos", "hole", "look"),))
    assert not why_not(content, other, Decision("nasa", "card", "gamble"))


WORN, DARK = "The crew is worn.", "It is dark."
PICNIC = replace(
    CONTENT.actions["calm"],
    needs=holds("fatigue <= 60 and power >= 20 and tension < 90"),
    because="Nobody is in the mood.",
    locks=(Variant(WORN, holds("fatigue > 60")), Variant(DARK, holds("power < 20"))),
)


@pytest.mark.parametrize(
    ("figures", "told"),
    (
        ({}, ""),
        ({"fatigue": 61, "power": 0}, WORN),
        ({"power": 19}, DARK),
        ({"tension": 95}, "Nobody is in the mood."),
    ),
)
def test_a_lock_names_the_reason_that_holds(figures: dict[str, int], told: str) -> None:
    state = until(opening(), "agenda", "nasa").copy()
    state.figures = {**state.figures, "fatigue": 0, "power": 50, "tension": 40, **figures}
    content = replace(CONTENT, actions={**CONTENT.actions, "calm": PICNIC})
    found = {o.decision.pick: o.reason for o in options(content, state)}
    assert said(found["calm"]) == told


def test_a_refusal_for_something_said_of_another_prints_its_code() -> None:
    shut = message("rung.shuts", rung=message("rung.called", number=3))
    assert str(IllegalDecision(shut)) == "rung.shuts(rung=rung.called(number=3))"
