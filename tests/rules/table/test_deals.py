"""The table's arithmetic: lines that sum to the verdict, reasons, and what would work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.rules.index import Index
from game.rules.messages import message, text
from game.rules.state import Offer, State, Term
from game.rules.table import between, deals, laying, marks, sides
from game.rules.table.ladder import pressure
from game.rules.table.treaties import sign
from game.rules.view import visible
from game.testing.strategies import offers, states
from tests.small import CAMPAIGN, CONTENT
from tests.small_names import holds
from tests.words import said
from tests.worlds import (
    INDEX,
    begin,
    changed,
    done,
    index_with,
    offer_of,
    opening,
    with_deal,
)

SWAP = Term("seat_swap", 2, "nasa")
ENGINES = Term("engines", 3, "roscosmos")
STAY = Term("stay_until", 2028, "roscosmos")
CEREMONY = Term("ceremony", 1, "nasa")


def _amounts(state: State, *terms: Term, who: str = "roscosmos") -> dict[str, int]:
    lines = deals.assess(INDEX, state, offer_of(*terms), who)
    return {said(line.label): line.amount for line in lines}


@given(st.data())
def test_the_lines_sum_to_the_verdict_and_only_real_lines_are_printed(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    offer = data.draw(offers(CONTENT, state))
    for who in (offer.maker, offer.to):
        lines = deals.assess(INDEX, state, offer, who)
        assert sum(line.amount for line in lines) == deals.verdict(INDEX, state, offer, who)
        rest = lines[len(offer.terms) :]
        assert all(line.amount or line.label.code.startswith("offer.leaving") for line in rest)
        lasts = any(CONTENT.clauses[term.clause].lasts for term in offer.terms)
        assert sum(line.label.code.startswith("offer.leaving") for line in rest) == lasts


def test_a_leader_weighs_each_clause_by_its_topic() -> None:
    state = changed(opening(), tension=40)
    neutral = _amounts(state, SWAP, who="nasa")["Seat swap (2 flights)"]
    assert neutral == 6  # 8 got, 3 paid: 5, by a leader who cares 120 % about people
    assert _amounts(state, SWAP)["Seat swap (2 flights)"] == 3  # 70 %, rounded down from 3.5


def test_given_clauses_cost_the_giver_and_bring_the_receiver_something() -> None:
    state = opening()
    assert _amounts(state, ENGINES)["Engines (3 engines)"] == -3
    assert _amounts(state, ENGINES, who="nasa")["Engines (3 engines)"] == 5  # 6 at 90 %


def test_trust_broken_words_mood_and_walking_away_each_have_a_line() -> None:
    state = changed(opening(), tension=80, roscosmos__trust__nasa=30, nasa__broken=9, esa__broken=2)
    lines = _amounts(state, CEREMONY)
    assert lines["Trust in your word"] == -5
    assert lines["Promises you broke"] == -15
    assert lines["The mood between the capitals"] == -5
    assert lines["What walking away is worth"] == -between.walk_away(state, "roscosmos", "nasa")


def test_walking_away_is_worth_more_to_whoever_would_lose_less_by_that_partner() -> None:
    state = opening()
    free, bound = dict(state.figures), dict(state.figures)
    free["nasa.loss.esa"], bound["nasa.loss.esa"] = 10, 90
    states_ = [replace(state, figures=f) for f in (free, bound)]
    assert [between.walk_away(s, "nasa", "esa") for s in states_] == [4, 0]
    assert len({between.walk_away(s, "nasa", "roscosmos") for s in states_}) == 1


REASONS = (
    (offer_of(CEREMONY, to="nasa"), "An offer needs another partner at the table."),
    (offer_of(CEREMONY, to="jaxa"), "An offer needs another partner at the table."),
    (offer_of(), "An offer needs at least one clause."),
    (offer_of(SWAP, SWAP), "A clause can stand in an offer only once"),
    (offer_of(SWAP, replace(SWAP, giver="roscosmos")), "A clause can stand in an offer only once"),
    (offer_of(Term("nothing", 1, "nasa")), "There is no such clause."),
    (offer_of(replace(CEREMONY, giver="esa")), "There is no such clause."),
    (offer_of(replace(ENGINES, giver="nasa")), "Engines: NASA can't give this to Roscosmos."),
    (offer_of(replace(SWAP, amount=9)), "Seat swap: from 1 to 4 flights."),
    (offer_of(replace(STAY, amount=2026), maker="nasa"), ""),
)


@pytest.mark.parametrize(("offer", "reason"), REASONS)
def test_an_offer_that_cannot_be_made_says_why(offer: Offer, reason: str) -> None:
    found = deals.why_no_offer(INDEX, opening(), offer)
    assert said(found).startswith(reason) and (found is not None) == bool(reason)


def test_at_most_three_clauses_a_side() -> None:
    terms = [SWAP, CEREMONY, Term("inspection", 1, "nasa"), Term("stay_until", 2028, "nasa")]
    state = opening()
    assert not deals.why_no_offer(INDEX, state, offer_of(*terms[:3], ENGINES))
    assert deals.why_no_offer(INDEX, state, offer_of(*terms)) == deals.TOO_MANY
    assert said(deals.TOO_MANY) == "At most 3 clauses a side."


def test_a_clause_says_why_its_needs_do_not_hold() -> None:
    state = changed(opening(), roscosmos__commitment=2030)
    assert said(deals.why_no_offer(INDEX, state, offer_of(STAY))) == "Stay until: Promised already."


def test_a_clause_without_a_because_still_gives_a_reason() -> None:
    clause = replace(CONTENT.clauses["seat_swap"], because="")
    index = index_with(clauses={**CONTENT.clauses, "seat_swap": clause})
    draft = begin()
    draft.own("words")["hatch"] = "closed"
    reason = deals.why_no_offer(index, draft.state, offer_of(SWAP))
    assert said(reason) == "Seat swap: not possible now."


def test_a_running_clause_may_be_renewed_when_little_of_it_is_left() -> None:
    state = opening()
    today = state.figures["date"]
    running = with_deal(state, "seat_swap", ends=today + deals.RENEWAL_DAYS + 1)
    ending = with_deal(state, "seat_swap", ends=today + deals.RENEWAL_DAYS)
    others = with_deal(state, "seat_swap", parties=("esa", "roscosmos"))
    assert deals.why_no_offer(INDEX, running, offer_of(SWAP)) == message(
        "clause.runs_already", clause="seat_swap"
    )
    assert not deals.why_no_offer(INDEX, ending, offer_of(SWAP))
    assert not deals.why_no_offer(INDEX, others, offer_of(SWAP))


def test_what_is_done_at_signing_waits_a_year_before_it_is_done_again() -> None:
    draft = begin()
    sign(draft, offer_of(CEREMONY), lambda *_: None)
    again = offer_of(replace(CEREMONY, giver="roscosmos"), maker="roscosmos", to="nasa")
    assert deals.why_no_offer(INDEX, done(draft), again) == message(
        "clause.done_lately", clause="ceremony"
    )
    later = changed(draft.state, date=draft.figures["date"] + deals.REPEAT_DAYS)
    assert not deals.why_no_offer(INDEX, later, again)


def test_possible_terms_start_at_the_lowest_amount_that_is_possible() -> None:
    state = changed(opening(), nasa__commitment=2028, roscosmos__commitment=2040)
    stays = [
        t for t in deals.possible_terms(INDEX, state, "nasa", "roscosmos")
        if t.clause == "stay_until"
    ]  # fmt: skip
    assert stays == [Term("stay_until", 2029, "nasa")]


@given(st.data())
def test_every_possible_term_can_stand_alone(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    maker, to = data.draw(st.permutations(INDEX.chairs))[:2]
    for term in deals.possible_terms(INDEX, state, maker, to):
        assert not deals.why_no_offer(INDEX, state, offer_of(term, maker=maker, to=to))


def test_every_line_says_which_way_its_clause_goes() -> None:
    offer = offer_of(SWAP, ENGINES, replace(STAY, giver="nasa"))
    ways = {
        who: [line.way for line in deals.assess(INDEX, opening(), offer, who)[:4]]
        for who in ("nasa", "roscosmos")
    }
    assert ways["nasa"][:3] == ["both", "gets", "gives"]
    assert ways["roscosmos"][:3] == ["both", "gives", "gets"]
    assert ways["nasa"][3:] == [""], "what is worth besides the terms goes no way"


@pytest.mark.parametrize(
    ("term", "title"),
    (
        (STAY, "Stay until 2028"),
        (replace(SWAP, amount=1), "Seat swap (1 flight)"),
        (SWAP, "Seat swap (2 flights)"),
        (replace(ENGINES, amount=1), "Engines (1 engine)"),
        (Term("alms", 1, "esa"), "Alms (1 M)"),
        (CEREMONY, "Ceremony"),
    ),
)
def test_a_clause_is_told_with_its_amount(term: Term, title: str) -> None:
    assert said(deals.entitled(term)) == title


def test_the_same_clause_may_go_both_ways_unless_it_is_mutual() -> None:
    stays = (STAY, replace(STAY, giver="nasa"))
    assert not deals.why_no_offer(INDEX, opening(), offer_of(*stays))
    assert deals.why_no_offer(INDEX, opening(), offer_of(STAY, STAY)) == deals.TWICE
    assert said(deals.TWICE) == (
        "A clause can stand in an offer only once for each side that gives it."
    )
    nothing = Term("nothing", 1, "nasa")
    assert deals.why_no_offer(INDEX, opening(), offer_of(nothing, nothing)) == deals.TWICE
    both = offer_of(nothing, replace(nothing, giver="roscosmos"))
    assert deals.why_no_offer(INDEX, opening(), both) == deals.NO_SUCH_CLAUSE


def test_three_clauses_from_either_side_are_not_too_many() -> None:
    loose = {
        f"favour_{n}": replace(CONTENT.clauses["inspection"], id=f"favour_{n}", mutual=False)
        for n in range(4)
    }
    index = index_with(clauses={**CONTENT.clauses, **loose})
    mine = [Term(f"favour_{n}", 1, "nasa") for n in range(4)]
    theirs = [replace(term, giver="roscosmos") for term in mine]
    assert not deals.why_no_offer(index, opening(), offer_of(*mine[:3], *theirs[:3]))
    for terms in ((*mine[:3], *theirs), (*mine, *theirs[:3])):
        assert deals.why_no_offer(index, opening(), offer_of(*terms)) == deals.TOO_MANY


def _shutting(number: int, clause: str) -> Index:
    rung = r.Rung("cold", number, "Cold", "", 1, 1, 0, (clause,))
    return index_with(rungs={"cold": rung})


@pytest.mark.parametrize("climber", ("nasa", "roscosmos"))
@pytest.mark.parametrize(("rung", "there"), ((1, True), (2, False), (3, False)))
def test_a_clause_is_on_the_table_below_the_rung_that_shuts_it(
    climber: str, rung: int, there: bool
) -> None:
    index, state = _shutting(2, "ceremony"), changed(opening(), **{f"{climber}__rung": rung})
    terms = deals.possible_terms(index, state, "nasa", "roscosmos")
    assert ("ceremony" in {term.clause for term in terms}) == there
    reason = deals.why_no_offer(index, state, offer_of(CEREMONY))
    assert said(reason) == ("" if there else "Ceremony: shut from rung 2 up, formal demand, "
                    "whichever of the two stands there.")  # fmt: skip
    others = deals.possible_terms(index, state, "esa", "nasa")
    assert ("ceremony" in {t.clause for t in others}) == (there or climber == "roscosmos")


@pytest.mark.parametrize(
    ("needs", "amounts"),
    (
        ("amount > 0", [1]),
        ("amount >= 10", [10]),
        ("amount >= 11", [19]),
        ("amount > 55", [60]),
        ("amount > 60", []),
    ),
)
def test_a_handful_of_amounts_over_the_range_is_tried_from_below(
    needs: str, amounts: list[int]
) -> None:
    alms = replace(CONTENT.clauses["alms"], needs=holds(needs))
    index = index_with(clauses={"alms": alms})
    terms = deals.possible_terms(index, opening(), "nasa", "roscosmos")
    assert [term.amount for term in terms] == amounts


@pytest.mark.parametrize(
    ("figures", "label", "points"),
    (
        ({"roscosmos__trust__nasa": 54}, "Trust in your word", 1),
        ({"roscosmos__trust__nasa": 53}, "Trust in your word", None),
        ({"roscosmos__trust__nasa": 49}, "Trust in your word", -1),
        ({"nasa__broken": 0}, "Promises you broke", None),
        ({"nasa__broken": 4}, "Promises you broke", -12),
        ({"nasa__broken": 6}, "Promises you broke", -15),
        ({"tension": 50}, "The mood between the capitals", None),
        ({"tension": 51}, "The mood between the capitals", -1),
        ({"tension": 56}, "The mood between the capitals", -1),
        ({"tension": 57}, "The mood between the capitals", -2),
    ),
)
def test_what_every_offer_from_a_partner_is_worth(
    figures: dict[str, int], label: str, points: int | None
) -> None:
    assert _amounts(changed(opening(), **figures), CEREMONY).get(label) == points


@pytest.mark.parametrize(("loss", "points"), ((100, 0), (81, 0), (80, 1), (1, 4), (0, 5)))
def test_twenty_points_of_loss_spared_are_a_point_for_walking_away(loss: int, points: int) -> None:
    state = opening()
    state.figures["nasa.loss.esa"] = loss
    assert between.walk_away(state, "nasa", "esa") == points


def test_a_believed_threat_has_a_line_of_its_own() -> None:
    state = changed(opening(), nasa__rung=4)
    state.figures.update({"roscosmos.loss.nasa": 100, "nasa.loss.roscosmos": 0})
    line = _amounts(state, CEREMONY)["The threat to leave, as far as it is believed"]
    assert line == pressure(state.figures, "roscosmos", "nasa") == 10


def test_a_deed_is_marked_alike_whoever_did_it_first() -> None:
    assert marks.deed("ceremony", "nasa", "esa") == "deed.ceremony.esa.nasa"
    assert marks.deed("ceremony", "esa", "nasa") == "deed.ceremony.esa.nasa"


def test_who_gets_a_term_and_who_is_across() -> None:
    offer = offer_of(SWAP, ENGINES)
    assert [sides.receiver(offer, term) for term in offer.terms] == ["roscosmos", "nasa"]
    assert sides.other_side(offer, "nasa") == "roscosmos"
    assert sides.other_side(offer, "roscosmos") == "nasa"


def _table(index: Index, state: State) -> list[str]:
    return [term.clause for term in deals.possible_terms(index, state, "nasa", "roscosmos")]


def test_a_clause_that_is_not_to_be_had_takes_no_other_off_the_table() -> None:
    full = _table(INDEX, opening())
    for clause in set(full):
        rest = [name for name in full if name != clause]
        cold = changed(opening(), nasa__rung=3)
        assert _table(_shutting(2, clause), cold) == rest
        there = _table(INDEX, with_deal(opening(), clause))
        assert [name for name in there if name != clause] == rest
        assert clause not in there or not CONTENT.clauses[clause].mutual
        barred = replace(CONTENT.clauses[clause], needs=holds("month < 0"))
        index = index_with(clauses={**CONTENT.clauses, clause: barred})
        assert _table(index, opening()) == rest


def test_no_amount_beyond_the_range_is_tried() -> None:
    for commitment, amounts in ((2031, [2032]), (2032, []), (2025, [2026])):
        state = changed(opening(), nasa__commitment=commitment, roscosmos__commitment=2040)
        terms = deals.possible_terms(INDEX, state, "nasa", "roscosmos")
        assert [term.amount for term in terms if term.clause == "stay_until"] == amounts


def test_what_a_clause_needs_may_hang_on_whoever_gets_it() -> None:
    alms = replace(CONTENT.clauses["alms"], needs=holds("target.treasury < treasury"))
    index = index_with(clauses={"alms": alms})
    for poor, there in ((99, True), (100, False)):
        state = changed(opening(), nasa__treasury=100, roscosmos__treasury=poor)
        offer = offer_of(Term("alms", 1, "nasa"))
        assert (deals.why_no_offer(index, state, offer) is None) == there
        assert (_table(index, state) == ["alms"]) == there
        turned = offer_of(Term("alms", 1, "nasa"), maker="roscosmos", to="nasa")
        assert (deals.why_no_offer(index, state, turned) is None) == there


def test_at_the_friendliest_level_everybody_signs_more_readily_and_the_sum_says_so() -> None:
    state = opening()
    friendly = replace(state, words={**state.words, "level": "liaison"})
    offer = Offer("o", "nasa", "roscosmos", (Term("ceremony", 1, "nasa"),))
    for who in ("nasa", "roscosmos"):
        more = between.READY["liaison"]
        assert (
            deals.verdict(INDEX, friendly, offer, who)
            == deals.verdict(INDEX, state, offer, who) + more
        )
        told = [line for line in deals.assess(INDEX, friendly, offer, who)
                if line.label == message("standing.level")]  # fmt: skip
        assert [line.amount for line in told] == [more]


def test_what_became_of_an_offer_is_known_to_those_whose_names_stand_on_it() -> None:
    draft = begin(opening())
    laying.tell(draft, offer_of(Term("seat_swap", 1, "nasa")), text("It lapsed."))
    told = draft.changes[-1]
    assert told.kind == "offer" and set(told.seen) == {"nasa", "roscosmos"}
    assert visible([told], "nasa") and not visible([told], "esa")
