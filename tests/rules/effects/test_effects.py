"""The vocabulary of effects, each on the small world."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content import records as r
from game.content.records.effects import every
from game.rules.effects import Actor
from game.rules.effects.performing import PERFORMERS
from game.rules.ledger import moved
from game.rules.legality import options, why_not
from game.rules.messages import message, text
from game.rules.state import Crew, Scheduled, Ship, Slot, Term
from game.rules.turn import apply
from game.rules.view import view
from tests.small import CONTENT, amount, holds
from tests.worlds import changed, opening, perform_on, with_crew, with_deal, with_ships

STATE = changed(opening(), tension=50, nasa__treasury=100, esa__treasury=100)
SOYUZ = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", 100, 300)
DRAGON = Ship("d1", "dragon", "Dragon 1", "nasa", 150, 350)
ANTON = Crew("anton", "roscosmos", "aboard", "s1", 100)
MANN = Crew("mann", "nasa", "aboard", "d1", 150)
MANNED = with_crew(with_ships(STATE, SOYUZ, DRAGON), ANTON, MANN)


def test_every_effect_of_the_vocabulary_has_a_performer() -> None:
    assert set(every()) == set(PERFORMERS)


def test_words_stand_for_the_actors_partners() -> None:
    actor = Actor("nasa", "esa")
    assert [actor.partner(w) for w in ("self", "target", "roscosmos")] == [
        "nasa", "esa", "roscosmos",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("effect", "path", "by"),
    (
        (r.Shift("tension", 4), "tension", 4),
        (r.Shift("self.standing", amount("tension // 10")), "nasa.standing", 5),
        (r.Shift("target.trust.self", -3), "esa.trust.nasa", -3),
        (r.Assign("tension", 62), "tension", 12),
        (r.Assign("standing", amount("standing")), "nasa.standing", 0),
        (r.Spend(30), "nasa.treasury", -30),
        (r.Spend(amount("target.treasury // 4")), "nasa.treasury", -25),
        (r.Spend(30, -1), "nasa.treasury", 30),
        (r.Mood("defiance", 2), "nasa.faction.hawks", 4),
    ),
)
def test_figures_move(effect: r.Effect, path: str, by: int) -> None:
    draft = perform_on(STATE, effect, target="esa")
    assert moved(draft.changes, path) == by
    assert {(c.cause, c.reason) for c in draft.changes} <= {("test", text("A test"))}


def test_an_amount_may_read_the_terms_amount() -> None:
    draft = perform_on(STATE, r.Shift("tension", amount("2 * amount")), amount=3)
    assert moved(draft.changes, "tension") == 6


def test_flags_and_words_are_set() -> None:
    draft = perform_on(STATE, r.SetFlag("calls", 7), r.SetWord("hatch", "closed"))
    assert draft.state.flags["calls"] == 7
    assert draft.state.words["hatch"] == "closed"
    assert STATE.flags["calls"] != 7 and STATE.words["hatch"] == "open"


def test_a_flag_that_counts_is_counted_up() -> None:
    counted = r.SetFlag("calls", amount("flag.calls + amount"))
    draft = perform_on(STATE, counted, counted, amount=3)
    assert draft.state.flags["calls"] == STATE.flags["calls"] + 6


def test_events_are_scheduled_and_cancelled() -> None:
    draft = perform_on(STATE, r.Schedule("reply", 3), r.Schedule("storm", 1), r.Cancel("storm"))
    assert draft.state.scheduled == (Scheduled("reply", STATE.figures["date"] + 90),)


def test_a_flight_is_booked_and_delayed() -> None:
    draft = perform_on(
        STATE, r.BookFlight("soyuz", "none", "rescue", 60), r.Delay("rescue", "roscosmos", 30),
        r.Delay("rescue", "self", 99), r.Delay("nothing", "", 99),
    )  # fmt: skip
    (rescue,) = [flight for flight in draft.state.manifest if flight.handle]
    today = STATE.figures["date"]
    assert (rescue.day, rescue.returns) == (today + 90, today + 90 + 200)
    ours = perform_on(STATE, r.Delay("next_crew", "self", 10))
    told = [c.reason for c in ours.changes]
    assert told == [message("flight.later", flight="Dragon B", days=10)]
    ours = perform_on(STATE, r.Delay("next_crew", "self", -10))
    told = [c.reason for c in ours.changes]
    assert told == [message("flight.earlier", flight="Dragon B", days=10)]


def test_a_ship_is_harmed_and_mended() -> None:
    roles = (("ship", "s1"),)
    harmed = perform_on(MANNED, r.Harm("ship", "coolant"), roles=roles)
    assert harmed.state.ships["s1"].fault == "coolant"
    assert harmed.figures["stranded.roscosmos"] == 1
    mended = perform_on(harmed.state, r.Mend("ship"), r.Mend("ship"), roles=roles)
    assert mended.figures["stranded"] == 0
    assert [c.reason for c in mended.changes] == [message("ship.mended", ship="Soyuz 1")]


def test_a_ship_may_be_meant_by_its_type_by_target_or_by_nothing_that_is_there() -> None:
    by_type = perform_on(MANNED, r.Harm("docked dragon", "leak"))
    assert by_type.state.ships["d1"].fault == "leak"
    by_target = perform_on(MANNED, r.Harm("target", "leak"), target="d1")
    assert by_target.state.ships["d1"].fault == "leak"
    gone = (r.Harm("docked taxi", "leak"), r.Mend("nobody"), r.Extend("nobody", 9),
            r.Liner("nobody", people="stranded"))  # fmt: skip
    assert not perform_on(MANNED, *gone).changes


def test_the_first_docked_ship_of_a_type_is_meant() -> None:
    state = with_ships(STATE, replace(SOYUZ, id="s2", launched=90), SOYUZ)
    draft = perform_on(state, r.Extend("docked soyuz", 40))
    assert draft.state.ships["s2"].returns == 340
    assert draft.state.ships["s1"].returns == 300


def test_liners_are_for_a_person_or_for_all_who_are_stranded() -> None:
    harmed = with_ships(STATE, replace(SOYUZ, fault="coolant"), DRAGON)
    pyotr = replace(ANTON, id="pyotr")
    state = with_crew(harmed, ANTON, pyotr, MANN)
    one = perform_on(state, r.Liner("docked dragon", "who"), roles=(("who", "anton"),))
    assert one.state.crew["anton"].ship == "d1" and one.figures["stranded"] == 1
    everybody = perform_on(state, r.Liner("docked dragon", people="stranded"))
    assert everybody.figures["stranded"] == 0


def test_a_recall_brings_one_partners_ships_home() -> None:
    cargo = Ship("c1", "cygnus", "Cygnus 1", "nasa", 100, 400)
    state = with_crew(with_ships(STATE, SOYUZ, DRAGON, cargo), ANTON, MANN)
    ours = perform_on(state, r.Recall("self"))
    assert set(ours.state.ships) == {"s1", "c1"} and ours.figures["aboard"] == 1
    theirs = perform_on(state, r.Recall("roscosmos"))
    assert set(theirs.state.ships) == {"d1", "c1"}


def test_a_recall_leaves_the_relief_that_has_come_already() -> None:
    relief = replace(DRAGON, id="d2", launched=DRAGON.launched + 90)
    home = perform_on(with_ships(STATE, relief, DRAGON), r.Recall("nasa"))
    assert set(home.state.ships) == {"d2"}
    assert set(perform_on(home.state, r.Recall("roscosmos")).state.ships) == {"d2"}


def test_a_reboost_burns_russian_propellant_or_none() -> None:
    low = changed(STATE, altitude=400_000, propellant=1_000)
    ros = perform_on(low, r.Reboost(2, "ros"))
    assert (ros.figures["altitude"], ros.figures["propellant"]) == (402_000, 780)
    alone = perform_on(with_ships(low), r.Reboost(amount("1 + 1"), "usos"))
    assert alone.figures["altitude"] == 400_000
    docked = with_ships(low, Ship("k1", "cygnus", "Cygnus 1", "nasa", 100, 400, boost=900))
    usos = perform_on(docked, r.Reboost(amount("1 + 1"), "usos"))
    assert (usos.figures["altitude"], usos.figures["propellant"]) == (400_900, 1_000)


def test_offices_change_hands() -> None:
    draft = perform_on(STATE, r.ChangeLeader("self", "nasa_next"))
    assert draft.state.words["nasa.leader"] == "nasa_next"


def test_a_card_signs_with_whom_it_names() -> None:
    for other in ("esa", "target"):
        draft = perform_on(STATE, r.Sign(other, (("inspection", 1),), 9), target="esa")
        assert draft.state.deals[0].parties == ("nasa", "esa")


def test_a_step_a_break_a_headline() -> None:
    draft = perform_on(
        STATE, r.Step(1), r.BreakThread("war"), r.BreakThread("war"), r.Headline("It is said.")
    )
    assert draft.figures["nasa.rung"] == 1 and draft.figures["whole.war"] == 0
    assert sum(c.kind == "thread" for c in draft.changes) == 1
    assert draft.changes[-1].reason == text("It is said.")
    assert draft.changes[-1].cause == "test"


def test_the_first_ending_counts_and_is_told() -> None:
    draft = perform_on(STATE, r.End("peace"), r.End("divorce"))
    assert draft.state.ending == "peace"
    told = [c.reason for c in draft.changes if c.kind == "ending"]
    assert told == [text("They shake hands.")]


def test_conditions_choose_between_effects() -> None:
    effect = r.When(
        holds("tension > 40"), (r.Shift("standing", 1),), (r.Shift("standing", -1),)
    )  # fmt: skip
    assert moved(perform_on(STATE, effect).changes, "nasa.standing") == 1
    calm = changed(STATE, tension=10)
    assert moved(perform_on(calm, effect).changes, "nasa.standing") == -1


def test_a_condition_sees_what_the_effects_before_it_did() -> None:
    rescue = r.When(holds("stranded > 0"), (r.Shift("standing", -4),))
    draft = perform_on(MANNED, r.Harm("docked soyuz", "coolant"), rescue)
    assert moved(draft.changes, "nasa.standing") == -4


def test_an_event_without_a_chair_may_please_nobody() -> None:
    assert not perform_on(STATE, r.Mood("peace", 3), chair="").changes


def test_a_breach_touches_only_who_breaks() -> None:
    draft = perform_on(with_deal(STATE, "inspection"), r.Breach("inspection"))
    assert draft.figures["nasa.broken"] == 1 and draft.figures["roscosmos.broken"] == 0


def test_a_booked_flight_may_have_a_name_of_its_own() -> None:
    draft = perform_on(opening(), r.BookFlight("soyuz", "none", "rescue", 30, "Soyuz MS-23"))
    assert draft.state.manifest[-1].name == "Soyuz MS-23"
    assert draft.changes[-1].reason == message("flight.booked", flight="Soyuz MS-23")
    usual = perform_on(opening(), r.BookFlight("soyuz", "none", "rescue", 30))
    assert usual.state.manifest[-1].name.endswith("sent empty")


def test_a_card_lays_anothers_offer_on_the_desk_and_only_its_reader_hears_of_it() -> None:
    effect = r.Propose("target", (("inspection", 1),), 9, (("seat_swap", 2),))
    draft = perform_on(STATE, effect, target="esa")
    offer = draft.state.offers[-1]
    assert (offer.maker, offer.to, offer.months) == ("esa", "nasa", 9)
    assert offer.terms == (Term("inspection", 1, "esa"), Term("seat_swap", 2, "nasa"))
    assert draft.state.queue[0] == Slot("answer", "nasa", offer.id)
    told = next(change for change in draft.changes if change.kind == "offer")
    assert told.seen == ("nasa",)
    assert offer in view(CONTENT, draft.state, "nasa").offers
    assert offer not in view(CONTENT, draft.state, "esa").offers


def test_what_a_card_brings_is_signed_as_it_stands_or_sent_back_without_a_trace() -> None:
    draft = perform_on(STATE, r.Propose("target", (("inspection", 1),), 9), target="esa")
    picks = {o.decision.pick: o for o in options(CONTENT, view(CONTENT, draft.state, "nasa"))}
    assert set(picks) == {"accept", "decline"}
    counter = replace(picks["decline"].decision, pick="counter")
    reason = why_not(CONTENT, draft.state, counter)
    assert reason is not None and reason.code == "answer.brought"
    after = apply(CONTENT, draft.state, picks["decline"].decision).state
    assert not after.offers
    assert not [mark for mark in after.used if "refused" in mark]
    signed = apply(CONTENT, draft.state, picks["accept"].decision).state
    assert "esa" not in [slot.chair for slot in signed.queue if slot.kind == "ratify"]
