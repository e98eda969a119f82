"""Papers as they are read: their terms in order, ways out of them, and what is still owed."""

from __future__ import annotations

from dataclasses import replace

from game.content import records as r
from game.narration.deals import owed_lines, paper_of, parting_lines, running_told
from game.narration.papers import AWAY, ways
from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.index import Index
from game.rules.state import Claim, Slot, State, Term
from game.rules.table import running
from tests.worlds import INDEX, changed, index_with, opening, with_deal

SHUT = index_with(rungs={"cold": r.Rung("cold", 2, "Cold", "", 1, 1, 0, ("engines",))})


def _deal(months: int = 0) -> State:
    """Return a state with Russia's engines for NASA, withheld for some months."""
    state = with_deal(changed(opening(), roscosmos__treasury=300), "engines", 3, "roscosmos")
    draft = Draft(SHUT, state)
    draft.shift("roscosmos.rung", 2 if months else 0)
    for _ in range(0, months, 3):
        running.run(draft, 3, perform_clause)
    return draft.state


def _leaving(index: Index, state: State, pick: str, chair: str = "nasa") -> str:
    decision = Decision(chair, "table", pick, "deal")
    return " ".join(parting_lines(index, state, chair, decision))


def test_a_paper_lists_its_terms_by_who_gives_them() -> None:
    terms = (Term("engines", 3, "roscosmos"), Term("seat_swap", 2, "nasa"), Term("alms", 1, "nasa"))
    (deal,) = with_deal(opening(), "alms").deals
    paper = paper_of(replace(deal, terms=terms))
    assert [term.clause for term in paper.terms] == ["alms", "seat_swap", "engines"]


def test_what_runs_with_others_is_told_with_who_they_are_to_the_reader() -> None:
    state = with_deal(opening(), "engines", 3, "roscosmos")
    told = {viewer: [line for line, _ in running_told(INDEX, state, ("nasa", "roscosmos"), viewer)]
            for viewer in ("nasa", "esa")}  # fmt: skip
    assert told["nasa"] == ["Roscosmos gives: Engines (3 engines)"]
    assert told["esa"] == ["NASA and Roscosmos: Engines (3 engines)"]


def test_a_word_may_be_called_broken_by_who_was_let_down_and_only_then() -> None:
    called = (
        "Roscosmos has withheld this for 6 months or more, and you may call its word broken: "
        "Engines (3 engines)."
    )
    for months, said in ((3, False), (6, True)):
        state = _deal(months)
        assert (called in _leaving(SHUT, state, "claim")) == said
        assert any(called in line for line in owed_lines(SHUT, state, "nasa")) == said
        assert called not in _leaving(SHUT, state, "claim", "roscosmos")


def test_what_is_owed_is_told_with_who_gets_it() -> None:
    state = replace(opening(), claims=(Claim("deal", "nasa", "roscosmos", 7),))
    owed = "for what a deal promised and didn't bring."
    assert [*owed_lines(INDEX, state, "nasa")] == [f"Roscosmos owes you 7 M {owed}"]
    assert [*owed_lines(INDEX, state, "esa")] == [f"Roscosmos owes NASA 7 M {owed}"]
    assert _leaving(INDEX, state, "claim") == "Roscosmos pays back 7 M."


def test_each_way_out_says_what_it_means() -> None:
    state = _deal()
    broken = "It ends at once, and all who watch remember a broken word. You owe what was paid"
    assert _leaving(INDEX, state, "break").startswith(broken)
    assert _leaving(INDEX, state, "cancel").startswith("It runs for ")
    assert _leaving(SHUT, _deal(3), "cancel").startswith("It isn't kept: you leave at once")
    assert _leaving(SHUT, _deal(3), "cancel", "roscosmos").startswith("It runs for ")


def test_a_way_is_barred_by_the_rules_or_until_ones_own_table() -> None:
    today = opening().figures["date"]
    state = with_deal(opening(), "engines", 3, "roscosmos", ends=today + 60)
    seated = replace(state, queue=(Slot("table", "nasa"),))
    assert _locks(replace(state, queue=(Slot("agenda", "nasa"),))) == {AWAY}
    assert _locks(seated) == {""}
    refused = replace(seated, used={"nasa.refused.roscosmos": today})
    assert any(lock.startswith("Roscosmos declined") for lock in _locks(refused))


def test_a_paper_may_be_drafted_again_with_what_may_be_signed_anew() -> None:
    today = opening().figures["date"]
    state = with_deal(opening(), "engines", 3, "roscosmos", ends=today + 60)
    again = ways(INDEX, state, "nasa", "deal")[0]
    assert again.title == "Draft it again: Engines (3 engines)"
    assert (again.decision.pick, again.decision.target) == ("offer", "roscosmos")
    assert [term.clause for term in again.decision.terms] == ["engines"]


def _locks(state: State) -> set[str]:
    return {way.lock for way in ways(INDEX, state, "nasa", "deal")}
