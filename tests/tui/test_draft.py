"""Drafting offers: clauses, amounts, the sums, what would work, answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import Static

from game.narration.decisions import change_told, term_text
from game.rules.decisions import Decision, Option
from game.rules.messages import text
from game.rules.setup import Setup
from game.rules.state import Offer, Slot, Term
from game.rules.table.deals import verdict
from game.session import Session, Waiting
from game.tui.bargain import Bargain
from game.tui.menus import Menu, menu_of
from game.tui.paint.draft import clause_rows, reading
from game.tui.play import Play
from game.tui.widgets.choices import Choices
from tests.small import CAMPAIGN, CONTENT
from tests.tui.conftest import Opener
from tests.worlds import changed, offer_of

SEATS = {"nasa": "person", "roscosmos": "random", "esa": "random"}


def at_the_table() -> Play:
    """Return a game in which NASA sits at the table."""
    session = Session(CONTENT, Setup(CAMPAIGN, "nasa", 3), SEATS)
    while session.state.queue[0] != Slot("table", "nasa"):
        session.play_others()
        slot = session.state.queue[0]
        if slot.kind != "table":
            waiting = session.waiting_for()
            assert waiting is not None
            legal = [o.decision for o in waiting.options if o.legal]
            ends = [d for d in legal if d.pick in ("end", "decline")]
            session.submit((ends or legal)[0])
    return Play(session)


def draft() -> Bargain:
    return Bargain(at_the_table(), Decision("nasa", "table", "offer", "roscosmos"))


def place_of(bargain: Bargain, clause: str) -> int:
    """Return where a clause stands in the list."""
    slots = enumerate(bargain.slots)
    return next(n for n, slot in slots if not isinstance(slot, str) and slot.clause == clause)


PRESSES = st.lists(st.tuples(st.sampled_from("tlrwu"), st.integers(0, 40)), max_size=20)


@given(presses=PRESSES)
def test_whatever_is_pressed_a_draft_only_holds_what_may_stand_in_an_offer(
    presses: list[tuple[str, int]],
) -> None:
    bargain = draft()
    for key, place in presses:
        place %= len(bargain.slots)
        if key == "t":
            bargain.toggle(place)
        elif key in "lr":
            bargain.change(place, -1 if key == "l" else 1)
        elif key == "w":
            bargain.what_works()
        else:
            bargain.restore()
        for term in bargain.terms:
            clause = CONTENT.clauses[term.clause]
            assert clause.low <= term.amount <= clause.high
        listed = [slot for slot in bargain.slots if not isinstance(slot, str)]
        assert all(term in listed for term in bargain.terms)


def test_what_works_is_accepted_and_can_be_taken_back() -> None:
    bargain = draft()
    place = place_of(bargain, "engines")
    bargain.toggle(place)
    before = bargain.terms
    said = bargain.what_works()
    seen, index = bargain.play.seen, bargain.play.index
    if bargain.terms != before:
        assert verdict(index, seen, bargain.offer, "roscosmos") >= 0
        assert "would sign" in said or "would probably sign" in said
    bargain.restore()
    assert bargain.terms == before


def test_a_counter_offer_begins_with_the_terms_of_the_offer() -> None:
    play = at_the_table()
    state = play.session.states[-1]
    offer = Offer("o", "roscosmos", "nasa", offer_of().terms)
    state.offers, state.queue = (offer,), (Slot("answer", "nasa", "o"), *state.queue)
    bargain = Bargain(play, Decision("nasa", "answer", "counter"))
    assert bargain.blank.parties == ("roscosmos", "nasa") and bargain.others == ("roscosmos",)
    assert bargain.terms == offer.terms


def test_years_that_are_past_cannot_be_chosen() -> None:
    play = at_the_table()
    today = date(2029, 6, 1).toordinal()
    play.session.states[-1] = changed(play.session.state, date=today, nasa__commitment=2024)
    bargain = Bargain(Play(play.session), Decision("nasa", "table", "offer", "roscosmos"))
    place = place_of(bargain, "stay_until")
    years = []
    for by in (-1, 1, 1, 1, 1):
        bargain.change(place, by)
        term = bargain.term(place)
        assert term is not None and term.giver == "nasa"
        years.append(term.amount)
    assert years == [2029, 2030, 2031, 2032, 2032]


def _menu(play: Play, slot: Slot, *options: Option) -> Menu:
    play.session.states[-1].queue = (slot, *play.session.state.queue)
    return menu_of(play, Waiting("nasa", slot, options))


def test_an_offer_comes_up_with_no_answer_pointed_at() -> None:
    play = at_the_table()
    play.session.states[-1].offers = (Offer("o", "roscosmos", "nasa", offer_of().terms),)
    answers = (Option(Decision("nasa", "answer", pick)) for pick in ("accept", "decline"))
    assert _menu(play, Slot("answer", "nasa", "o"), *answers).wary


def test_what_can_be_done_to_nobody_now_does_not_count_as_open() -> None:
    mend = [Decision("nasa", "agenda", "mend_faction", f"nasa.faction.{f}")
            for f in ("congress", "hawks")]  # fmt: skip
    end = Option(Decision("nasa", "agenda", "end"))
    slot = Slot("agenda", "nasa")
    both = _menu(
        at_the_table(), slot, Option(mend[0], text("Too soon.")), Option(mend[1], text("No.")), end
    )
    assert both.entries[0].row.note == "0 of 1"
    inner = both.entries[0].menu
    assert inner is not None and inner.entries[0].row.note == "none now"
    one = _menu(at_the_table(), slot, Option(mend[0]), Option(mend[1], text("No.")), end)
    assert one.entries[0].row.note == "1"


async def test_an_offer_is_made_and_answered(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("table")
        await screen.keys("1")
        assert "An offer to Roscosmos" in screen.text
        await screen.keys("s")
        assert "Not yet: An offer needs at least one clause." in screen.text
        await screen.keys("1")
        assert "What it is worth to Roscosmos" in screen.text
        await screen.keys("w", "r", "s", "s")
        made = [d for d in screen.play.session.decisions if d.pick == "offer"]
        assert made[-1].chair == "nasa"
        assert len(made[-1].terms) == 1


async def test_amounts_change_with_left_and_right(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("table")
        await screen.keys("1")
        assert screen.pages.draft is not None
        bargain = screen.pages.draft.bargain
        place = next(
            n
            for n, s in enumerate(bargain.slots)
            if not isinstance(s, str) and s.clause == "engines"
        )
        while screen.app.screen.query_one("#clauses", Choices).highlighted != place:
            await screen.keys("down")
        await screen.keys("right", "right", "enter")
        assert bargain.terms[0].amount == 3
        await screen.keys("left")
        assert bargain.terms[0].amount == 2
        await screen.keys("escape")
        assert screen.at_desk()


def _table(play: Play) -> Menu:
    waiting = play.session.waiting_for()
    assert waiting is not None
    return menu_of(play, waiting)


def test_no_step_on_the_ladder_comes_up_highlighted_once_an_offer_was_made() -> None:
    play = at_the_table()
    assert not _table(play).wary
    state = play.session.states[-1] = play.session.state.copy()
    state.used = {**state.used, "nasa.offer": state.figures["date"]}
    assert _table(play).wary


def test_leaving_the_table_says_where_another_may_still_have_an_offer() -> None:
    play = at_the_table()
    state = play.session.states[-1] = play.session.state.copy()
    for others, said in (
        ((Slot("table", "esa"),), "your turn, unless somebody still has an offer for you."),
        ((), "This ends your turn."),
    ):
        state.queue = (Slot("table", "nasa"), *others)
        left = next(e for e in _table(Play(play.session)).entries if e.key == "end/")
        assert left.about.endswith(said)


def test_what_works_says_what_it_changed_and_how_both_homes_take_it() -> None:
    bargain = draft()
    bargain.toggle(place_of(bargain, "ceremony"))
    before = bargain.terms
    said = bargain.what_works()
    (added,) = (term for term in bargain.terms if term not in before)
    assert said.startswith("Your draft won't work. It is under your bottom line (")
    assert f" Added Both: {term_text(CONTENT, added)}. Roscosmos would sign this. " in said
    assert " Your home passes it. Town is " in said and " r restores your draft." in said
    assert "Roscosmos would sign this as it is. It is worth " in bargain.what_works()


async def test_a_draft_opens_empty_with_nothing_for_a_key_pressed_too_often(
    opened: Opener,
) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("table")
        await screen.keys("1", "enter", "enter", "space")
        assert screen.pages.draft is not None and not screen.pages.draft.bargain.terms


async def test_what_the_own_side_is_against_is_said_before_it_is_sent(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("table")
        await screen.keys("1")
        assert screen.pages.draft is not None
        bargain = screen.pages.draft.bargain
        bargain.toggle(place_of(bargain, "alms"))
        await screen.keys("s")
        assert "It is under your bottom line (" in screen.text
        assert "The same key again sends it." in screen.text.replace("\n", " ")
        assert not screen.at_desk()
        await screen.keys("s")
        made = [d for d in screen.play.session.decisions if d.pick == "offer"]
        assert [d.chair for d in made if d.terms == bargain.terms] == ["nasa"]


def test_closed_clauses_come_last_with_the_reason_and_cannot_be_ticked() -> None:
    play = at_the_table()
    play.session.states[-1] = changed(play.session.state, nasa__treasury=0)
    bargain = Bargain(Play(play.session), Decision("nasa", "table", "offer", "roscosmos"))
    rows = clause_rows(play, bargain)
    closed = next(n for n, row in enumerate(rows) if row.text == "Closed now")
    assert rows[closed].heading and closed == len(bargain.slots)
    last = rows[closed + 1 :]
    assert [(row.text, row.lock, row.number) for row in last] == [
        ("You give: Alms", "The purse is empty.", "")
    ]
    bargain.toggle(closed + 1)
    assert not bargain.terms
    assert "Alms" in reading(play, bargain, closed + 1, 60).plain


async def test_a_clause_is_described_below_the_sums_whatever_is_ticked(opened: Opener) -> None:
    text = "What is looked at together by both sides. " * 9
    clauses = {n: replace(clause, text=text) for n, clause in CONTENT.clauses.items()}
    async with opened("nasa", replace(CONTENT, clauses=clauses)) as screen:
        await screen.keys("enter")
        await screen.to("table")
        await screen.keys("1", "2", "down")
        assert screen.pages.draft is not None
        drawn = screen.pages.draft.query_one("#clause", Static).region
        assert drawn.height == 1
        assert "What is looked at" in screen.text


@pytest.mark.parametrize(
    ("before", "after", "said"),
    (
        ((("alms", 10),), (("alms", 20),), "Changed You give: Alms (10 M) to 20"),
        ((("alms", 10), ("ceremony", 1)), (("alms", 10),), "Dropped Both: Ceremony"),
        ((("alms", 10),), (("alms", 10), ("ceremony", 1)), "Added Both: Ceremony"),
    ),
)
def test_a_change_of_an_offer_is_told_as_its_reader_sees_it(
    before: tuple[tuple[str, int], ...], after: tuple[tuple[str, int], ...], said: str
) -> None:
    terms = [tuple(Term(clause, n, "nasa") for clause, n in side) for side in (before, after)]
    assert change_told(CONTENT, terms[0], terms[1], "nasa") == said


def test_a_draft_begins_with_what_it_would_move_from_and_to() -> None:
    bargain = draft()
    bargain.toggle(place_of(bargain, "alms"))
    play = bargain.play
    told = reading(play, bargain, 1, 60).plain.split("\n")
    line = next(line for line in told if line.startswith("If signed: "))
    assert " > " in line
    assert told.index(line) < next(
        n for n, text in enumerate(told) if text.startswith("Your home: ")
    )
