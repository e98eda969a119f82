"""Papers of three: who convenes, how they are signed, each side's sum, and every life of theirs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.calendar import add_months
from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.facts import refresh
from game.rules.index import index_of
from game.rules.ledger import totals
from game.rules.legality import options, why_not
from game.rules.preview import preview
from game.rules.setup import Setup, new_game
from game.rules.state import Claim, Offer, Slot, State, Term
from game.rules.table import between, parting, running, signing, three, treaties
from game.rules.table.convening import convened
from game.rules.table.deals import assess, verdict, why_no_offer
from game.rules.table.marks import SHARED_DAYS, repeats
from game.rules.table.three import both_would_sign, what_both_would_sign
from game.rules.turn import apply
from game.rules.view import view
from game.testing.strategies import lookalikes
from tests.rules.table.test_pumps import BASE, BASE_INDEX, CAMPAIGN

HOST, GUESTS = "esa", "nasa+roscosmos"
PARTIES = ("esa", "nasa", "roscosmos")
JOINT = tuple(sorted(c.id for c in BASE.clauses.values() if c.joint))
LASTING = tuple(sorted(c.id for c in BASE.clauses.values() if c.joint and c.lasts))
GUARANTEE = Term("guarantee", 40, HOST)
MIXED = (
    GUARANTEE,
    Term("seat_swap", 2, "nasa", "roscosmos"),
    Term("stay_until", 2030, "roscosmos", "nasa"),
    Term("propellant_delivery", 2, "roscosmos", "nasa"),
    Term("cost_sharing", 40, HOST, "roscosmos"),
)


def changed(state: State, **figures: int) -> State:
    """Return a state with other figures; two underscores stand for a dot."""
    named = {name.replace("__", "."): value for name, value in figures.items()}
    return replace(state, figures={**state.figures, **named})


def _opening(chair: str = HOST) -> State:
    """Return the campaign's opening with a chair at the table that has what it needs."""
    state = changed(
        new_game(BASE, Setup(CAMPAIGN, chair, 3))[0],
        esa__capital=6, esa__treasury=900, nasa__treasury=900, roscosmos__treasury=900,
    )  # fmt: skip
    return replace(state, queue=(Slot("table", chair),), offers=())


def _glad(state: State) -> State:
    """Return a state in which every home passes what its office signs."""
    figures = {path: 100 if ".faction." in path else n for path, n in state.figures.items()}
    return replace(state, figures=figures)


def _put(*terms: Term) -> Decision:
    return Decision(HOST, "table", "convene", GUESTS, terms)


def _code(state: State, decision: Decision) -> str:
    reason = why_not(BASE, state, decision)
    return reason.code if reason else ""


def _sign(*terms: Term, state: State | None = None) -> Draft:
    draft = Draft(BASE_INDEX, state or _opening())
    treaties.sign(draft, convened(HOST, GUESTS, terms, "three"), perform_clause)
    refresh(draft)
    return draft


def test_only_a_chair_that_the_scenario_names_convenes() -> None:
    picks = {o.decision.pick for o in options(BASE, view(BASE, _opening(), HOST))}
    assert "convene" in picks
    home = _opening("nasa")
    assert "convene" not in {o.decision.pick for o in options(BASE, view(BASE, home, "nasa"))}
    asked = Decision("nasa", "table", "convene", "roscosmos+esa", (Term("guarantee", 40, "nasa"),))
    assert _code(home, asked) == "convene.not_yours"
    nobody = replace(BASE.scenarios[CAMPAIGN], convenes=())
    other = replace(BASE, scenarios={**BASE.scenarios, CAMPAIGN: nobody})
    reason = why_not(other, _opening(), _put(GUARANTEE))
    assert reason is not None and reason.code == "convene.not_yours"


@pytest.mark.parametrize(
    ("terms", "code"),
    (
        ((GUARANTEE,), ""),
        (MIXED, ""),
        ((), "offer.no_clause"),
        ((MIXED[1],), "convene.no_part"),
        ((GUARANTEE, Term("cost_sharing", 20, "nasa", HOST)), "convene.of_two"),
        ((GUARANTEE, Term("mutual_rescue", 1, HOST, "nasa")), "convene.of_two"),
        ((GUARANTEE, Term("seat_swap", 1, "nasa")), "clause.unknown"),
        ((Term("guarantee", 40, HOST, "nasa"),), "clause.unknown"),
        ((Term("conference", 1, HOST), Term("guarantee", 40, "nasa")), "clause.unknown"),
        ((GUARANTEE, GUARANTEE), "offer.twice"),
        ((GUARANTEE, Term("stay_until", 2030, HOST, "nasa"),
          Term("stay_until", 2031, HOST, "roscosmos")), "offer.twice"),
        ((Term("guarantee", 400, HOST),), "clause.range"),
    ),
)  # fmt: skip
def test_what_may_stand_in_a_paper_of_three(terms: tuple[Term, ...], code: str) -> None:
    assert _code(_opening(), _put(*terms)) == code


def test_a_clause_of_three_stands_in_no_paper_of_two_and_a_term_there_needs_no_receiver() -> None:
    state = _opening()
    two = Decision(HOST, "table", "offer", "nasa", (GUARANTEE,))
    assert _code(state, two) == "clause.of_three"
    sent = replace(two, terms=(Term("cost_sharing", 20, HOST, "nasa"),))
    assert _code(state, sent) == "clause.unknown"


def test_convening_costs_what_an_offer_does_and_is_the_turns_offer() -> None:
    state = apply(BASE, _opening(), _put(GUARANTEE)).state
    assert state.figures["esa.capital"] == 5
    assert [s.chair for s in state.queue] == ["nasa", HOST]
    later = replace(state, queue=(Slot("table", HOST),))
    assert _code(later, _put(GUARANTEE)) == "offer.one_a_turn"
    assert _code(changed(_opening(), esa__capital=0), _put(GUARANTEE)) == "offer.no_capital"


def _answered(*picks: str) -> State:
    state = apply(BASE, _glad(_opening()), _put(GUARANTEE)).state
    for chair, pick in zip(("nasa", "roscosmos"), picks, strict=False):
        state = apply(BASE, state, Decision(chair, "answer", pick)).state
    return state


def test_they_sign_in_turn_and_it_is_in_force_with_the_last_of_them() -> None:
    first = _answered("accept")
    assert first.queue[0] == Slot("answer", "roscosmos", first.offers[0].id)
    assert not any(len(deal.parties) > 2 for deal in first.deals)
    both = _answered("accept", "accept")
    (deal,) = (deal for deal in both.deals if len(deal.parties) > 2)
    assert deal.parties == PARTIES and not both.offers


@pytest.mark.parametrize("picks", (("decline",), ("accept", "decline")))
def test_one_refusal_fells_it_for_all_and_it_rests(picks: tuple[str, ...]) -> None:
    state = _answered(*picks)
    assert not state.offers and not any(len(deal.parties) > 2 for deal in state.deals)
    assert repeats(state, convened(HOST, GUESTS, (GUARANTEE,)))
    figures = {**state.figures, "date": state.figures["date"] + 92}
    later = replace(state, figures=figures, queue=(Slot("table", HOST),))
    assert _code(later, _put(Term("conference", 1, HOST))) == "convene.fell_lately"


def test_a_paper_of_three_is_signed_as_it_stands() -> None:
    state = apply(BASE, _opening(), _put(GUARANTEE)).state
    other = Decision("nasa", "answer", "counter", terms=(replace(GUARANTEE, amount=60),))
    assert _code(state, other) == "answer.of_three"
    assert "counter" not in {o.decision.pick for o in options(BASE, view(BASE, state, "nasa"))}


def test_a_home_that_is_against_is_asked_and_fells_it_for_all() -> None:
    cross = {f"roscosmos.faction.{name}": 0 for name in ("kremlin", "industry", "corps")}
    state = _glad(_opening())
    figures = {path: cross.get(path, n) for path, n in state.figures.items()} | {"tension": 95}
    state = apply(BASE, replace(state, figures=figures), _put(Term("conference", 1, HOST))).state
    for chair in ("nasa", "roscosmos"):
        state = apply(BASE, state, Decision(chair, "answer", "accept")).state
    assert (state.queue[0].kind, state.queue[0].chair) == ("ratify", "roscosmos")
    before = state.figures
    fallen = apply(BASE, state, Decision("roscosmos", "ratify", "fall")).state
    for other in ("esa", "nasa"):
        path = f"{other}.trust.roscosmos"
        assert fallen.figures[path] == before[path] - 4
    assert not fallen.offers


def test_what_two_other_homes_say_is_supposed_one_by_one() -> None:
    offer = convened(HOST, GUESTS, (Term("conference", 1, HOST),), "three")
    against = {}
    for forced in range(4):
        draft = Draft(BASE_INDEX, _glad(_opening()))
        signing.put_home(draft, offer, ("roscosmos", "esa", "nasa"), perform_clause, forced)
        against[forced] = [slot.chair for slot in draft.state.queue if slot.kind == "ratify"]
    assert against == {0: [], 1: ["esa"], 2: ["nasa"], 3: ["esa", "nasa"]}


def test_the_last_signature_previews_every_way_two_homes_can_take_it() -> None:
    state = _answered("accept")
    seen = view(BASE, state, "roscosmos")
    told = preview(BASE, seen, Decision("roscosmos", "answer", "accept")).branches
    assert sum(branch.chance for branch in told) == 100
    for branch in told:
        assert branch.told is not None
        assert branch.told.code in ("vote.pass_both", "vote.undecided", "vote.both_against")
    assert len({branch.told for branch in told}) == len(told)


@given(st.data())
def test_each_sum_is_its_lines_and_names_who_gives_whom(data: st.DataObject) -> None:
    state = _opening()
    terms = data.draw(st.lists(st.sampled_from(MIXED[1:]), unique=True, max_size=4))
    offer = convened(HOST, GUESTS, (GUARANTEE, *terms))
    for who in PARTIES:
        lines = assess(BASE_INDEX, state, offer, who)
        assert sum(line.amount for line in lines) == verdict(BASE_INDEX, state, offer, who)
        mine = [line for line in lines if line.way]
        assert len(mine) == sum(not t.to or who in (t.giver, t.to) for t in offer.terms)
    ways = [line.label.code for line in assess(BASE_INDEX, state, offer, "roscosmos") if line.way]
    assert ways[0] == "term.of_all" and set(ways[1:]) <= {"term.to", "term.from", "term.with"}


def test_standing_counts_once_a_year_and_is_shared_with_papers_of_two() -> None:
    state, offer = _opening(), convened(HOST, GUESTS, (GUARANTEE,))
    assert any(line.label.code == "standing.trust_in"
               for line in assess(BASE_INDEX, state, offer, "nasa"))  # fmt: skip
    after = _sign(Term("conference", 1, HOST), state=state).state
    kinds = {"standing.trust_in", "standing.mood", "standing.walk_away", "standing.level"}
    again = assess(BASE_INDEX, after, offer, "nasa")
    assert not kinds & {line.label.code for line in again}
    two = Offer("", "nasa", "roscosmos", (Term("joint_ceremony", 1, "nasa"),))
    assert between.standing(BASE_INDEX, after, "nasa", "roscosmos") == 0
    late = changed(after, date=after.figures["date"] + SHARED_DAYS)
    assert verdict(BASE_INDEX, late, two, "nasa") != verdict(BASE_INDEX, after, two, "nasa")


def _months(draft: Draft, months: int) -> None:
    for _ in range(0, months, 3):
        running.run(draft, 3, perform_clause)
        draft.figures["date"] = add_months(draft.figures["date"], 3)
        refresh(draft)


def _suspended(draft: Draft, chair: str) -> None:
    draft.shift(f"{chair}.rung", 6)
    refresh(draft)
    _months(draft, 6)


def _renewed(draft: Draft, chair: str) -> None:
    terms = next(deal.terms for deal in draft.state.deals if deal.id == "three")
    treaties.sign(draft, convened(HOST, GUESTS, terms, "again"), perform_clause)


def _left(pick: str) -> Callable[[Draft, str], None]:
    def leave(draft: Draft, chair: str) -> None:
        decision = Decision(chair, "table", pick, "three")
        assert not parting.why_no_parting(BASE_INDEX, draft.state, chair, pick, "three")
        parting.part(draft, chair, decision, perform_clause)
        refresh(draft)

    return leave


def _claimed(draft: Draft, chair: str) -> None:
    """Break it, and let everybody call in what that has left owing."""
    _left("break")(draft, chair)
    for holder in PARTIES:
        owed = {claim.deal for claim in draft.state.claims if claim.holder == holder}
        for id_ in owed:
            parting.part(draft, holder, Decision(holder, "table", "claim", id_), perform_clause)
    assert not draft.state.claims


EVENTS = {
    "runs": lambda draft, chair: None, "suspended": _suspended, "renewed": _renewed,
    "cancelled": _left("cancel"), "broken": _left("break"), "claimed": _claimed,
}  # fmt: skip
PAPERS = {clause: [Term(clause, BASE.clauses[clause].high, HOST)] for clause in LASTING}
PAPERS["mixed"] = list(MIXED)


@pytest.mark.parametrize("chair", PARTIES)
@pytest.mark.parametrize("happens", EVENTS)
@pytest.mark.parametrize("paper", PAPERS)
def test_every_paper_of_three_can_live_every_life_and_the_ledger_adds_up(
    paper: str, happens: str, chair: str
) -> None:
    opened = _opening()
    draft = Draft(BASE_INDEX, replace(opened, deals=()))
    refresh(draft)
    before = dict(draft.figures)
    draft.changes.clear()
    treaties.sign(draft, convened(HOST, GUESTS, tuple(PAPERS[paper]), "three"), perform_clause)
    refresh(draft)
    EVENTS[happens](draft, chair)
    _months(draft, 300)
    assert not draft.state.deals and not draft.state.held
    moved = totals(draft.changes)
    for path in BASE_INDEX.bounds:
        assert draft.figures[path] - before[path] == moved.get(path, 0), path


def test_a_whole_life_with_nothing_between_leaves_held_figures_where_they_were() -> None:
    draft = _sign(*MIXED)
    assert draft.figures["roscosmos.commitment"] == 2030
    _months(draft, 300)
    assert draft.figures["roscosmos.commitment"] == 2024 and not draft.state.held


def test_a_guarantor_owes_whoever_was_wronged_and_has_it_back_from_the_breaker() -> None:
    draft = _sign(GUARANTEE)
    parting.part(draft, "nasa", Decision("nasa", "table", "break", "three"), perform_clause)
    assert set(draft.state.claims) == {
        Claim("three", "roscosmos", HOST, 40), Claim("three", HOST, "nasa", 40),
    }  # fmt: skip
    assert draft.figures["nasa.broken"] == 1
    host = _sign(GUARANTEE)
    parting.part(host, HOST, Decision(HOST, "table", "break", "three"), perform_clause)
    assert set(host.state.claims) == {
        Claim("three", "nasa", HOST, 40), Claim("three", "roscosmos", HOST, 40),
    }  # fmt: skip


def test_claims_move_money_and_make_none() -> None:
    draft = _sign(GUARANTEE)
    purses = [f"{who}.treasury" for who in PARTIES]
    before = sum(draft.figures[path] for path in purses)
    _claimed(draft, "roscosmos")
    assert sum(draft.figures[path] for path in purses) == before


def test_money_paid_beforehand_comes_back_to_who_paid_it() -> None:
    draft = _sign(*MIXED)
    parting.part(
        draft, "roscosmos", Decision("roscosmos", "table", "break", "three"), perform_clause
    )
    owed = {(claim.holder, claim.debtor): claim.money for claim in draft.state.claims}
    assert owed == {(HOST, "roscosmos"): 40, ("nasa", HOST): 40}


def test_who_broke_no_word_is_blamed_for_none_and_a_breach_counts_once() -> None:
    draft = _sign(*MIXED)
    before = dict(draft.figures)
    parting.part(draft, HOST, Decision(HOST, "table", "break", "three"), perform_clause)
    assert draft.figures["esa.broken"] == before["esa.broken"] + 1
    for wronged in ("nasa", "roscosmos"):
        path = f"{wronged}.trust.{HOST}"
        assert draft.figures[path] == before[path] - treaties.BREACH_TRUST
        assert draft.figures[f"{wronged}.broken"] == before[f"{wronged}.broken"]


def test_only_whom_a_term_binds_can_rest_it_or_call_it_withheld() -> None:
    draft = _sign(*MIXED)
    draft.shift("esa.rung", 3)
    refresh(draft)
    assert draft.figures["deal.seat_swap"] == 1
    draft.shift("roscosmos.rung", 3)
    refresh(draft)
    assert draft.figures["deal.seat_swap"] == 0
    _months(draft, 6)
    (deal,) = (deal for deal in draft.state.deals if deal.id == "three")
    assert parting.withheld_by(BASE_INDEX, draft.state, deal, "nasa") == "roscosmos"
    assert parting.withheld_by(BASE_INDEX, draft.state, deal, "roscosmos") == ""


def test_what_runs_between_two_goes_on_in_their_paper_of_three() -> None:
    draft = Draft(BASE_INDEX, replace(_opening(), deals=()))
    swap = Offer("two", "nasa", "roscosmos", (Term("seat_swap", 1, "nasa"),))
    treaties.sign(draft, swap, perform_clause)
    ends = draft.state.deals[0].ends
    offer = convened(HOST, GUESTS, (GUARANTEE, MIXED[1]), "three")
    draft.figures["date"] = add_months(draft.figures["date"], 3)
    assert why_no_offer(BASE_INDEX, draft.state, offer) is None
    treaties.sign(draft, offer, perform_clause)
    (deal,) = draft.state.deals
    assert deal.id == "three" and deal.lives[1].ends == add_months(ends, 16)
    again = replace(swap, id="again")
    reason = why_no_offer(BASE_INDEX, draft.state, again)
    assert reason is not None and reason.code == "clause.runs_already"


def test_swaps_of_three_are_swaps_to_whoever_asks() -> None:
    draft = _sign(Term("tripartite_swaps", 2, HOST), state=replace(_opening(), deals=()))
    assert draft.figures["deal.seat_swap"] == draft.figures["deal.tripartite_swaps"] == 1
    both = Offer("", "nasa", "esa", (Term("seat_swap", 1, "nasa"),))
    assert why_no_offer(BASE_INDEX, draft.state, both) is not None


def test_what_would_work_is_what_both_would_sign() -> None:
    cold = changed(_opening(), tension=62, roscosmos__trust__nasa=40, roscosmos__trust__esa=38)
    index = BASE_INDEX
    offer = convened(HOST, GUESTS, (Term("joint_inspection", 1, HOST),))
    assert not both_would_sign(index, cold, offer)
    found = what_both_would_sign(index, cold, offer)
    assert found is not None and found.terms != offer.terms
    assert both_would_sign(index, cold, found) and why_no_offer(index, cold, found) is None
    assert what_both_would_sign(index, cold, found) is found


def test_what_comes_to_nothing_either_way_is_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    offer = convened(HOST, GUESTS, (Term("joint_inspection", 1, HOST),))
    for least, signed in ((0, True), (-1, False)):
        monkeypatch.setattr(three, "verdict", lambda *_, least=least: least)
        assert both_would_sign(BASE_INDEX, _opening(), offer) == signed
        assert (what_both_would_sign(BASE_INDEX, _opening(), offer) is offer) == signed


@given(st.data())
def test_what_a_chair_reads_of_the_others_sums_betrays_nothing(data: st.DataObject) -> None:
    state = apply(BASE, _opening(), _put(*MIXED)).state
    twin = data.draw(lookalikes(BASE, state, "nasa"))
    one, other = view(BASE, state, "nasa"), view(BASE, twin, "nasa")
    assert one == other
    index = index_of(BASE, CAMPAIGN)
    for who in PARTIES:
        assert assess(index, one, one.offers[0], who) == assess(index, other, one.offers[0], who)
    hidden = [line for line in assess(index, one, one.offers[0], "roscosmos") if line.spread]
    assert hidden
