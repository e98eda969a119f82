"""What decisions do: choices, risks, actions, the table."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from game.content.records import Outcome, Shift, Variant
from game.rules.deciding import carry_out
from game.rules.deciding.table import PENNILESS, REFUSED_DAYS
from game.rules.decisions import Decision
from game.rules.ledger import moved
from game.rules.legality import why_not
from game.rules.messages import message, text
from game.rules.preview import preview
from game.rules.state import Slot, State, Term
from game.rules.turn import ahead, apply
from game.rules.view import view
from tests.small import CONTENT
from tests.small_names import holds
from tests.words import said
from tests.worlds import begin, changed, decide, index_with, opening, until

CEREMONY = Term("ceremony", 1, "nasa")
CARD = replace(
    changed(opening(), tension=50, nasa__treasury=100, nasa__capital=3),
    queue=(Slot("card", "nasa", "cold_morning"), Slot("card", "esa", "letter")),
)


def test_a_choice_does_what_it_says_and_tells_its_chair_the_result() -> None:
    step = decide(CARD, "pay_for_calm")
    direct = step.changes[: step.direct]
    assert moved(direct, "nasa.treasury") == -40 and moved(direct, "tension") == -2
    told = [(c.reason, c.seen) for c in direct if c.kind == "story"]
    assert told == [(text("It is quiet."), ("nasa",))]
    assert step.state.queue[0] == Slot("card", "esa", "letter")


def test_a_choice_costs_its_capital_and_breaks_its_threads() -> None:
    step = decide(CARD, "gamble")
    assert moved(step.changes[: step.direct], "nasa.capital") == -1
    assert step.state.figures["whole.war"] == 0


def test_a_risk_falls_by_the_worlds_dice_about_as_often_as_it_says() -> None:
    fallen = Counter(
        moved(decide(replace(CARD, seed=seed), "gamble").changes[:9], "nasa.standing")
        for seed in range(400)
    )
    assert set(fallen) == {3, -3}
    assert abs(fallen[3] - 280) < 46  # five standard deviations


def test_an_outcome_may_be_forced() -> None:
    for position, by in ((0, 3), (1, -3)):
        draft = begin(CARD)
        carry_out(draft, Decision("nasa", "card", "gamble"), position)
        assert moved(draft.changes, "nasa.standing") == by


def test_chances_that_fall_short_of_a_hundred_end_with_the_last_outcome() -> None:
    event = CONTENT.events["cold_morning"]
    desk = event.desks[0]
    rare = tuple(replace(o, chance=0) for o in desk.choices[2].outcomes)
    choices = (*desk.choices[:2], replace(desk.choices[2], outcomes=rare))
    odd = replace(event, desks=(replace(desk, choices=choices),))
    draft = begin(CARD)
    draft.index = replace(
        draft.index, content=replace(CONTENT, events={**CONTENT.events, "cold_morning": odd})
    )
    carry_out(draft, Decision("nasa", "card", "gamble"))
    assert moved(draft.changes, "nasa.standing") == -3


def _agenda(**figures: int) -> State:
    state = until(opening(), "agenda", "nasa")
    return changed(state, **{"nasa__treasury": 200, "nasa__capital": 6, **figures})


def test_an_action_costs_capital_and_is_remembered() -> None:
    step = decide(_agenda(tension=50), "calm")
    assert moved(step.changes[: step.direct], "nasa.capital") == -1
    assert step.state.used["nasa.calm."] == step.state.figures["date"]
    assert (text("It is quieter."), ("nasa",)) in [(c.reason, c.seen) for c in step.changes]


def test_an_action_is_told_another_way_each_time_its_rest_is_over() -> None:
    draft = begin(_agenda())
    calm = replace(CONTENT.actions["calm"], cooldown=6, results=("One.", "Two.", "Three."))
    draft.index = replace(
        draft.index, content=replace(CONTENT, actions={**CONTENT.actions, "calm": calm})
    )
    for turn in (6, 8, 10, 12):
        draft.state.turn = turn
        carry_out(draft, Decision("nasa", "agenda", "calm"))
    told = [said(c.reason) for c in draft.changes if c.kind == "story"]
    assert told == ["Two.", "Three.", "One.", "Two."]


def test_an_action_is_told_another_way_for_each_target_of_a_turn() -> None:
    draft = begin(_agenda())
    mend = replace(CONTENT.actions["mend_faction"], results=("One.", "Two.", "Three."))
    draft.index = replace(
        draft.index, content=replace(CONTENT, actions={**CONTENT.actions, "mend_faction": mend})
    )
    for faction in ("congress", "hawks"):
        carry_out(draft, Decision("nasa", "agenda", "mend_faction", f"nasa.faction.{faction}"))
    told = [c.reason for c in draft.changes if c.kind == "story"]
    assert len(told) == len(set(told)) == 2


def test_an_action_hits_its_target() -> None:
    step = decide(_agenda(nasa__faction__hawks=40), "mend_faction", "nasa.faction.hawks")
    assert moved(step.changes, "nasa.faction.hawks") == 7
    risky = decide(_agenda(), "lobby")
    assert moved(risky.changes, "nasa.treasury") in (80, 20)


def test_ending_the_agenda_passes_it_on() -> None:
    state = until(opening(), "agenda")
    assert decide(state, "end").state.queue == state.queue[1:]


def _table() -> State:
    return changed(until(opening(), "table", "nasa"), nasa__capital=3)


def test_an_offer_is_answered_at_once() -> None:
    step = decide(_table(), "offer", "roscosmos", CEREMONY)
    offer = step.state.offers[0]
    assert step.state.queue[0] == Slot("answer", "roscosmos", offer.id)
    assert (offer.maker, offer.to, offer.terms) == ("nasa", "roscosmos", (CEREMONY,))
    told, paid = step.changes
    assert told.seen == ("nasa", "roscosmos")
    assert (paid.path, paid.amount) == ("nasa.capital", -1)
    assert step.state.used["roscosmos.incoming"] == 1


def test_an_offer_needs_capital() -> None:
    poor = changed(_table(), nasa__capital=0)
    offer = Decision("nasa", "table", "offer", "roscosmos")
    assert why_not(CONTENT, poor, offer) == PENNILESS


def test_an_offer_is_declined_for_nothing() -> None:
    offered = decide(_table(), "offer", "roscosmos", CEREMONY).state
    step = decide(offered, "decline")
    assert not step.state.offers and not step.state.deals
    assert [said(c.reason) for c in step.changes] == ["Roscosmos declines."]


def test_an_offer_is_signed() -> None:
    offered = decide(_table(), "offer", "roscosmos", Term("inspection", 1, "nasa")).state
    step = decide(offered, "accept")
    assert not step.state.offers
    assert step.state.deals[0].parties == ("nasa", "roscosmos")
    assert step.state.figures["deal.inspection.nasa"] == 1


def test_a_counter_offer_comes_back_to_its_maker() -> None:
    offered = decide(_table(), "offer", "roscosmos", CEREMONY).state
    swap = Term("seat_swap", 2, "nasa")
    countered = decide(offered, "counter", "", swap).state
    assert countered.queue[0] == Slot("counter", "nasa", countered.offers[0].id)
    assert countered.offers[0].terms == (swap,)
    assert decide(countered, "accept").state.deals[0].terms == (swap,)
    assert decide(countered, "decline").state.queue[0].kind == "table"


def test_a_step_costs_capital_and_more_down_from_higher_up() -> None:
    up = decide(_table(), "step_up")
    assert moved(up.changes, "nasa.capital") == -1 and up.state.figures["nasa.rung"] == 1
    down = decide(changed(_table(), nasa__rung=2), "step_down")
    assert moved(down.changes, "nasa.capital") == -1 and down.state.figures["nasa.rung"] == 1
    higher = decide(changed(_table(), nasa__rung=4), "step_down")
    assert moved(higher.changes, "nasa.capital") == -2


def test_a_refusal_rests_before_the_next_offer_to_the_same_partner() -> None:
    table = decide(decide(_table(), "offer", "roscosmos", CEREMONY).state, "decline").state
    mark = table.used["nasa.refused.roscosmos"]
    again = Decision("nasa", "table", "offer", "roscosmos", (CEREMONY,))
    free = {k: v for k, v in table.used.items() if k != "nasa.offer"}
    refused = message("offer.refused_lately", partner="roscosmos", ready="2022 Q3")
    assert why_not(CONTENT, replace(table, used=free), again) == refused
    rested = free | {"nasa.refused.roscosmos": mark - REFUSED_DAYS}
    assert not why_not(CONTENT, replace(table, used=rested), again)
    elsewhere = replace(again, target="esa")
    assert why_not(CONTENT, replace(table, used=free), elsewhere) != refused


FROST = (Variant("It works in the cold.", holds("tension >= 50")),)


@pytest.mark.parametrize(
    ("tension", "told"), [(50, "It works in the cold."), (49, "It works."), (48, "It works.")]
)
def test_an_outcome_is_told_as_things_stood_when_it_was_chosen(tension: int, told: str) -> None:
    """The choice itself moves what the variant asks for; the preview says the same as is told."""
    card = CONTENT.events["cold_morning"]
    ways = (Outcome(100, "It works.", variants=FROST), Outcome(0, "It fails."))
    gamble = replace(card.desks[0].choices[2], outcomes=ways, effects=(Shift("tension", 2),))
    desk = replace(card.desks[0], choices=(gamble,))
    index = index_with(events={**CONTENT.events, card.id: replace(card, desks=(desk,))})
    state = replace(changed(opening(), tension=tension), queue=CARD.queue)
    decision = Decision("nasa", "card", "gamble")
    step = apply(index.content, state, decision)
    assert [c.reason for c in step.changes[: step.direct] if c.kind == "story"] == [text(told)]
    seen = preview(index.content, view(index.content, state, "nasa"), decision)
    assert seen.branches[0].told == text(told)
    assert ahead(index.content, state, decision) == step.state
