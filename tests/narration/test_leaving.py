"""What leaving costs, in words: every line of it, what rungs shut, what a step would mean."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content import records as r
from game.narration import leaving
from game.rules.decisions import Line
from game.rules.index import index_of
from game.rules.messages import message, text
from game.rules.view import view
from tests.small import CAMPAIGN, CONTENT
from tests.small import LADDER as RUNGS
from tests.worlds import INDEX, changed, opening, with_deal

DEMAND = r.Rung("demand", 2, "Demand", "A letter.", 1, 1, 3, ("inspection",), ("calm",))
STRICT = index_of(replace(CONTENT, rungs={"demand": DEMAND}), CAMPAIGN)


def test_the_chairs_own_losses_come_first_and_each_says_whose_it_is() -> None:
    seen = view(CONTENT, opening(), "nasa")
    found = [(who, leaver, asked) for who, leaver, asked, _ in leaving.losses(INDEX, seen, "nasa")]
    assert [(who, leaver) for who, leaver, _ in found] == [
        ("nasa", "roscosmos"), ("nasa", "esa"), ("roscosmos", "nasa"), ("esa", "nasa"),
    ]  # fmt: skip
    assert found[0][2] == "If Roscosmos left this turn, you'd lose"
    assert found[2][2] == "If you left this turn, Roscosmos would lose"


def test_a_reading_of_another_purse_says_that_it_is_believed() -> None:
    state = changed(opening(), esa__income=200)
    seen = view(CONTENT, state, "nasa")
    for who, _, _, lines in leaving.losses(INDEX, seen, "nasa"):
        unsure = any(line.spread for line in lines)
        assert ("±" in leaving.sum_text(lines)) == unsure
        assert (leaving.how_sure(INDEX, lines) == leaving.UNSURE) == unsure
        assert not unsure or who == "esa"


def test_a_rung_tells_what_it_shuts_and_costs() -> None:
    told = " ".join(leaving.rung_lines(STRICT, 2))
    assert "A letter." in told and "Shuts: inspection, " in told and "standing -3" in told
    assert "No step down." in " ".join(leaving.rung_lines(STRICT, 6))


def test_a_step_tells_where_it_leads_and_the_last_what_each_half_could_do() -> None:
    state = changed(opening(), nasa__rung=2)
    up = " ".join(leaving.step_lines(STRICT, state, "nasa", 1))
    down = " ".join(leaving.step_lines(STRICT, state, "nasa", -1))
    assert RUNGS[3] in up and RUNGS[1] in down and "Opens again: inspection" in down
    last = " ".join(leaving.step_lines(STRICT, changed(state, nasa__rung=5), "nasa", 1))
    assert "The Russian half stays up" in last and "Attitude: no" in last
    assert not list(leaving.step_lines(STRICT, changed(state, nasa__rung=0), "nasa", -1))


@pytest.mark.parametrize(("leaver", "taken"), [("roscosmos", True), ("nasa", False), ("", False)])
def test_what_the_russian_half_could_do_hangs_on_where_zarya_goes(leaver: str, taken: bool) -> None:
    told = "\n".join(leaving.alone_lines(STRICT, opening(), leaver))
    assert ("with Zarya's tanks" in told, "without Zarya's tanks" in told) == (taken, not taken)


def test_standings_tell_the_notice_and_the_weight_of_a_threat() -> None:
    state = changed(opening(), roscosmos__rung=3, option__russian_station=100)
    figures = {**state.figures, "notice.roscosmos": 1}
    used = {**state.used, "roscosmos.notice": state.figures["date"] - 90}
    told = list(leaving.standing_lines(INDEX, replace(state, figures=figures, used=used), "nasa"))
    assert "  Article 28: 3 of the notice's 12 months have run." in told
    assert any("Your own side gives way by" in line for line in told)


def test_in_short_a_name_keeps_its_capitals_and_what_is_left_out_is_owned_up_to() -> None:
    lines = [
        Line(message("stake.made_good", option="us_reboost", share=68), -9),
        Line(message("stake.months", months=3), 21),
        Line(message("stake.thrust"), 3),
    ]
    told = leaving.in_short(INDEX, lines, 2)
    assert told == "thrust 21, US reboost makes good (68 %) -9, and more"
    assert "more" not in leaving.in_short(INDEX, lines, 3)


def test_in_short_an_article_is_written_small() -> None:
    lines = [Line(message("stake.deorbit"), 12)]
    assert leaving.in_short(INDEX, lines) == "a way to steer the station down 12"


def test_a_deal_that_a_rung_has_shut_is_said_to_rest_and_why() -> None:
    state = with_deal(opening(), "inspection")
    (deal,) = (d for d in state.deals if d.id == "deal")
    assert not list(leaving.suspended(STRICT, changed(state, nasa__rung=1), deal, "nasa"))
    name = CONTENT.clauses["inspection"].name
    one = f"Suspended: {name}, shut from rung 2 up; "
    rests = changed(state, nasa__rung=2)
    assert list(leaving.suspended(STRICT, rests, deal, "nasa")) == [
        f"{one}you stand on 2, formal demand."
    ]
    both = changed(state, nasa__rung=2, roscosmos__rung=3)
    assert list(leaving.suspended(STRICT, both, deal, "roscosmos")) == [
        f"{one}NASA stands on 2, formal demand and you stand on 3, written notice."
    ]


def test_in_short_a_ship_or_a_room_keeps_its_capital() -> None:
    lines = [Line(text("Columbus and its racks"), 4)]
    assert leaving.in_short(INDEX, lines) == "Columbus and its racks 4"
