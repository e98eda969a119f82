"""The life of a deal: signed, suspended, renewed, cancelled, broken, claimed; figures it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from game.content import records as r
from game.rules.calendar import add_months
from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.facts import refresh
from game.rules.index import Index
from game.rules.ledger import totals
from game.rules.setup import Setup, new_game
from game.rules.state import Claim, Deal, Life, Offer, State, Term
from game.rules.table import lives, parting, running, treaties
from game.rules.table.deals import why_no_offer
from tests.rules.table.test_pumps import BASE, BASE_INDEX, CAMPAIGN
from tests.small_names import holds
from tests.worlds import INDEX, begin, changed, index_with, offer_of, opening

BASE_CLAUSES = BASE_INDEX.content.clauses.values()
LASTING = tuple(sorted(c.id for c in BASE_CLAUSES if c.lasts and not c.joint))
PAID = (Term("alms", 48, "nasa"), Term("engines", 3, "roscosmos"))


def _start(clause: str) -> tuple[Draft, Term, tuple[str, str]]:
    """Return a draft in which a clause of the base game has been signed, alone."""
    found = BASE.clauses[clause]
    giver, getter = found.givers[0], next(p for p in found.receivers if p != found.givers[0])
    state = new_game(BASE, Setup(CAMPAIGN, "nasa", 3))[0]
    draft, term = Draft(BASE_INDEX, state), Term(clause, found.high, giver)
    treaties.sign(draft, Offer("one", giver, getter, (term,)), perform_clause)
    return draft, term, (giver, getter)


def _suspended(draft: Draft, parties: tuple[str, str]) -> None:
    draft.shift(f"{parties[0]}.rung", 6)
    refresh(draft)
    _months(draft, 6)


def _renewed(draft: Draft, parties: tuple[str, str]) -> None:
    (deal,) = draft.state.deals
    again = Offer("two", *parties, deal.terms)
    treaties.sign(draft, again, perform_clause)


def _left(pick: str) -> Callable[[Draft, tuple[str, str]], None]:
    def leave(draft: Draft, parties: tuple[str, str]) -> None:
        (deal,) = draft.state.deals
        parting.part(draft, parties[0], Decision(parties[0], "table", pick, deal.id),
                     perform_clause)  # fmt: skip

    return leave


def _claimed(draft: Draft, parties: tuple[str, str]) -> None:
    draft.state.claims = (Claim("one", parties[1], parties[0], 7),)
    _suspended(draft, parties)
    decision = Decision(parties[1], "table", "claim", "one")
    parting.part(draft, parties[1], decision, perform_clause)
    assert not draft.state.claims


def _months(draft: Draft, months: int) -> None:
    for _ in range(0, months, 3):
        running.run(draft, 3, perform_clause)
        draft.figures["date"] = add_months(draft.figures["date"], 3)


EVENTS = {
    "suspended": _suspended, "renewed": _renewed, "cancelled": _left("cancel"),
    "broken": _left("break"), "claimed": _claimed,
}  # fmt: skip


@pytest.mark.parametrize("happens", EVENTS)
@pytest.mark.parametrize("clause", LASTING)
def test_every_clause_can_live_every_life_and_the_ledger_adds_up(clause: str, happens: str) -> None:
    opened = new_game(BASE, Setup(CAMPAIGN, "nasa", 3))[0]
    draft, _, parties = _start(clause)
    EVENTS[happens](draft, parties)
    _months(draft, 600)
    assert not draft.state.deals and not draft.state.held
    moved = totals(draft.changes)
    for path in BASE_INDEX.bounds:
        assert draft.figures[path] - opened.figures[path] == moved.get(path, 0), path


def _one(draft: Draft) -> tuple[Deal, Life]:
    (deal,) = draft.state.deals
    (life,) = deal.lives
    return deal, life


def _paid_for() -> Draft:
    """Return a draft in which NASA has paid 48 M for 18 months of engines."""
    draft = begin(changed(opening(), nasa__treasury=300, roscosmos__treasury=300))
    treaties.sign(draft, offer_of(*PAID), perform_clause)
    return draft


def test_what_was_paid_in_advance_is_kept_for_what_lasts() -> None:
    _, life = _one(_paid_for())
    assert (life.paid, life.months) == (48, 18)


def _stingy(draft: Draft) -> Draft:
    """Return a draft in which a month of engines costs more than Moscow has."""
    dear = replace(CLAUSES["engines"], monthly=(r.Spend(10_000),))
    return Draft(index_with(clauses={**CLAUSES, "engines": dear}), draft.state)


CLAUSES = INDEX.content.clauses


def test_who_cant_pay_for_its_part_owes_what_it_was_paid_but_breaks_no_word() -> None:
    draft = _stingy(_paid_for())
    running.run(draft, 6, perform_clause)
    _, life = _one(draft)
    assert (life.rests, life.missed, life.withheld) == (lives.PURSE, 6, 0)
    assert draft.state.claims == (Claim("offer", "nasa", "roscosmos", 16),)
    assert draft.figures["roscosmos.broken"] == 0


def test_what_dice_take_prolongs_a_deal_and_nothing_is_owed() -> None:
    idle = replace(CLAUSES["engines"], during=holds("leak < 100"), idle="No engine runs.")
    draft = Draft(index_with(clauses={**CLAUSES, "engines": idle}), _paid_for().state)
    before = _one(draft)[1].ends
    draft.figures["leak"] = 200
    _months(draft, 6)
    draft.figures["leak"] = 0
    _months(draft, 12)
    _, life = _one(draft)
    assert (life.lost, life.prolonged) == (0, 6)
    assert life.ends == add_months(before, 6) and not draft.state.claims
    _months(draft, 6)
    assert not draft.state.deals


def _shut(clause: str) -> Index:
    return index_with(rungs={"cold": r.Rung("cold", 2, "Cold", "", 1, 1, 0, (clause,))})


def test_who_withholds_owes_and_after_half_a_year_its_word_may_be_called_broken() -> None:
    index, draft = _shut("engines"), _paid_for()
    draft = Draft(index, draft.state)
    draft.shift("roscosmos.rung", 2)
    running.run(draft, 3, perform_clause)
    deal, _ = _one(draft)
    assert parting.released_by(index, draft.state, deal, "nasa")
    assert not parting.released_by(index, draft.state, deal, "roscosmos")
    assert not parting.withheld_by(index, draft.state, deal, "nasa")
    running.run(draft, 3, perform_clause)
    deal, _ = _one(draft)
    assert parting.withheld_by(index, draft.state, deal, "nasa") == "roscosmos"
    parting.part(draft, "nasa", Decision("nasa", "table", "claim", deal.id), perform_clause)
    assert draft.figures["roscosmos.broken"] == 1 and not draft.state.deals
    assert sum(claim.money for claim in draft.state.claims) == 48


def test_who_is_let_down_leaves_at_once_and_keeps_its_word() -> None:
    index = _shut("engines")
    draft = Draft(index, _paid_for().state)
    draft.shift("roscosmos.rung", 2)
    deal, _ = _one(draft)
    parting.part(draft, "nasa", Decision("nasa", "table", "cancel", deal.id), perform_clause)
    assert not draft.state.deals and draft.figures["nasa.broken"] == 0
    assert draft.state.claims == (Claim("offer", "nasa", "roscosmos", 48),)


def test_cancelling_takes_notice_and_its_price_and_the_deal_runs_so_long() -> None:
    dear = replace(CLAUSES["engines"], notice=6, price=4)
    index = index_with(clauses={**CLAUSES, "engines": dear})
    draft = Draft(index, _paid_for().state)
    deal, _ = _one(draft)
    standing, today = draft.figures["roscosmos.standing"], draft.figures["date"]
    cancel = Decision("roscosmos", "table", "cancel", deal.id)
    parting.part(draft, "roscosmos", cancel, perform_clause)
    deal, life = _one(draft)
    assert life.ends == add_months(today, 6) and deal.left == "roscosmos"
    assert draft.figures["roscosmos.standing"] == standing - 4
    assert draft.figures["roscosmos.broken"] == 0
    assert draft.state.claims == (Claim("offer", "nasa", "roscosmos", 32),)
    assert parting.why_no_parting(index, draft.state, "nasa", "cancel", deal.id)
    again = offer_of(PAID[1])
    assert why_no_offer(index, draft.state, again) is not None


def test_a_claim_is_paid_back_once() -> None:
    draft = begin(changed(opening(), nasa__treasury=100, roscosmos__treasury=100))
    draft.state.claims = (Claim("old", "nasa", "roscosmos", 30),)
    assert parting.why_no_parting(INDEX, draft.state, "nasa", "claim", "old") is None
    assert parting.why_no_parting(INDEX, draft.state, "roscosmos", "claim", "old")
    parting.part(draft, "nasa", Decision("nasa", "table", "claim", "old"), perform_clause)
    assert draft.figures["nasa.treasury"] == 130 and draft.figures["roscosmos.treasury"] == 70
    assert parting.why_no_parting(INDEX, draft.state, "nasa", "claim", "old")


@pytest.mark.parametrize("months", (1, 3, 6))
def test_a_deal_works_as_many_months_as_it_has_whatever_a_turn_is(months: int) -> None:
    draft = begin(changed(opening(), roscosmos__treasury=300))
    treaties.sign(draft, offer_of(PAID[1]), perform_clause)
    draft.changes.clear()
    for _ in range(0, 36, months):
        running.run(draft, months, perform_clause)
        draft.figures["date"] = add_months(draft.figures["date"], months)
    assert totals(draft.changes)["roscosmos.treasury"] == 18 * 2 * 3


def _held(state: State, least: int) -> Draft:
    """Return a draft in which Moscow has a deal that keeps its years at a least."""
    kept = replace(
        CLAUSES["stay_until"], sign=(), at_least=(("commitment", least),), until_year=True, months=0
    )
    draft = Draft(index_with(clauses={**CLAUSES, "stay_until": kept}), state)
    treaties.sign(draft, offer_of(Term("stay_until", least, "roscosmos")), perform_clause)
    return draft


def test_years_that_a_deal_keeps_fall_back_when_it_is_broken() -> None:
    state = changed(opening(), roscosmos__commitment=2024)
    draft = _held(state, 2030)
    assert draft.figures["roscosmos.commitment"] == 2030
    draft.shift("roscosmos.commitment", 1)
    assert draft.figures["roscosmos.commitment"] == 2031
    draft.place("roscosmos.commitment", 2026)
    assert draft.figures["roscosmos.commitment"] == 2030
    assert treaties.forsake(draft, "roscosmos", "roscosmos.commitment", 2028, perform_clause)
    assert draft.figures["roscosmos.commitment"] == 2026 and not draft.state.held
    assert draft.figures["roscosmos.broken"] == 1
