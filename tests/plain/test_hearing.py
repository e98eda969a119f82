"""What the plain game says of choices: their numbers, names and previews, and the standing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.narration.decisions import branch_lines, credit_text, decision_title, summary
from game.plain.console import WIDEST
from game.plain.reasons import why
from game.rules.decisions import Branch, Change, Decision, Option
from game.rules.effects import perform_clause
from game.rules.home.money import lapsing
from game.rules.index import Index, index_of
from game.rules.messages import message, text
from game.rules.preview import if_signed
from game.rules.state import Offer, Slot, Term
from game.rules.table import treaties
from game.rules.table.deals import possible_terms
from game.rules.table.ratification import stances
from game.session import NO_WAY_BACK, Session, Waiting
from tests.plain.talk import Terminal, new_session, talk, up_to
from tests.saves.games import SMALL
from tests.saves.games import session as session_of
from tests.small import CAMPAIGN
from tests.worlds import begin, changed, opening


def test_numbers_that_were_heard_keep_their_meaning_within_a_turn() -> None:
    session = up_to(new_session(), "agenda")
    said = talk(session, "1", "2", "list")
    first, again = said.split("What else?", 1)
    titles = [line for line in first.splitlines() if line[:3] in ("1. ", "2. ")]
    names = [title[3:].partition(". Costs")[0].rstrip(".") for title in titles]
    chosen = [d for d in session.decisions if d.kind == "agenda" and d.pick != "end"][-2:]
    seen = session.view("nasa")
    assert [decision_title(SMALL, seen, decision) for decision in chosen] == names
    assert f"> 1\n{names[0]}.\n" in first
    assert f"> 2\n{names[1]}.\n" in again


def test_a_short_word_is_not_the_first_letters_of_an_action() -> None:
    session = up_to(new_session(), "agenda")
    assert any(_begins(session, option, "end") for option in _options(session))
    before = len(session.decisions)
    talk(session, "end")
    assert [d.pick for d in session.decisions[before:] if d.chair == "nasa"] == ["end"]


def _options(session: Session) -> tuple[Option, ...]:
    waiting = session.waiting_for()
    assert isinstance(waiting, Waiting)
    return tuple(waiting.options)


def _begins(session: Session, option: Option, word: str) -> bool:
    title = decision_title(SMALL, session.view("nasa"), option.decision).lower()
    return option.decision.pick != "end" and title.startswith(word)


def _trains(person: str) -> Change:
    told = message("crew.trains", people=(person,), months=4, skill="eva")
    return Change("crew", person, 0, "c", told)


def test_a_foreseen_branch_tells_figures_then_sentences() -> None:
    changes = (
        _trains("mann"),
        Change("figure", "tension", 2, "c", text("why")),
        _trains("anton"),
    )
    told = branch_lines(SMALL, Branch(100, None, changes), "nasa")
    assert told == ("Tension +2. Mann and Anton train for 4 months: spacewalks.",)


def test_status_tells_the_legacies_and_who_stays_until_when() -> None:
    session = up_to(new_session(), "agenda")
    said = talk(session, "status", "quit")
    figures = session.view("nasa").figures
    assert f"Legacy: peace: {figures['nasa.peace']}" in said
    assert f"Legacy: power: {figures['nasa.power_legacy']}" in said
    year = figures["roscosmos.commitment"]
    assert f"Roscosmos has promised to stay until {year}." in said


def test_an_offer_in_the_making_tells_what_it_would_move_at_home() -> None:
    session = up_to(new_session(), "table")
    said = talk(session, "offer roscosmos", "1 1", "home", "preview", "back", "quit")
    seen = session.view("nasa")
    term = replace(next(possible_terms(_index(), seen, "nasa", "roscosmos")), amount=1)
    offer = Offer("", "nasa", "roscosmos", (term,))
    signed = if_signed(SMALL, seen, offer, "nasa")
    at_home = tuple(c for c in signed.changes if c.path.startswith("nasa.faction."))
    assert at_home
    for phrase in summary(SMALL, at_home, "nasa"):
        assert said.count(phrase) >= 2, phrase
    for stance in stances(_index(), seen, offer, "nasa"):
        assert f", weight {stance.weight}: {stance.points:+d}." in said


def test_what_is_foreseen_of_a_signature_is_what_signing_then_does() -> None:
    state = opening()
    offer = Offer("", "nasa", "roscosmos", (Term("ceremony", 1, "nasa"),))
    foreseen = if_signed(SMALL, state, offer, "nasa").changes
    draft = begin(state)
    treaties.sign(draft, offer, perform_clause)
    moves = [(c.path, c.amount) for c in draft.changes if c.kind == "figure"]
    own = [(c.path, c.amount) for c in foreseen if c.path.startswith("nasa.faction.")]
    assert own and own == [move for move in moves if move[0].startswith("nasa.faction.")]


def test_an_answer_to_an_offer_is_told_once() -> None:
    for seed in range(20):
        session = up_to(new_session(seed=seed, others="diplomat"), "table")
        said = talk(session, "offer roscosmos", "1 1", "send", "send", "end", "quit")
        if "Your offer to Roscosmos:" in said:
            reason = said.partition("Your offer to Roscosmos:\n")[2].split("\n")[1].strip()
            assert said.count(reason) == 1
            assert "NASA makes Roscosmos an offer." not in said
            return
    raise AssertionError("nobody ever says why")


@pytest.mark.parametrize(
    ("held", "told"), ((40, ""), (39, "on credit, for the treasury holds 39 M"))
)
def test_a_choice_that_is_left_though_it_is_too_dear_is_told_as_credit(
    held: int, told: str
) -> None:
    slot = Slot("card", "nasa", "cold_morning")
    state = replace(changed(opening(), nasa__treasury=held), queue=(slot,))
    assert credit_text(SMALL, state, Decision("nasa", "card", "pay_for_calm")) == told
    assert credit_text(SMALL, state, Decision("nasa", "card", "protest")) == ""


def test_money_that_would_go_back_is_told_before_it_does() -> None:
    session = up_to(new_session(), "agenda")
    lost = lapsing(session.state.figures, "nasa")
    told = f"{lost} M of your money go back when the turn ends."
    assert (told in talk(session, "quit")) == (lost > 0)
    rich = changed(session.state, nasa__treasury=session.state.figures["nasa.income"] * 6 + 50)
    session.states[-1] = rich
    assert "20 M of your money go back when the turn ends." in talk(session, "quit")


def test_why_says_when_a_figure_last_moved() -> None:
    session = session_of(4)
    moves = {
        path: [turn for turn in range(1, 5) if session.why("nasa", path, turn)]
        for path in session.state.figures
    }
    name, turns = next((p, t) for p, t in moves.items() if len(t) > 1 and t[-1] < 4)
    told = list(why(session, "nasa", name, 4))
    assert told[-1].endswith(f"in turn 4. It last moved in turn {turns[-1]}.")


def test_help_in_iron_mode_names_no_way_back() -> None:
    session = up_to(new_session(), "agenda")
    assert "branch 3: go on" in talk(session, "help", "quit")
    session.iron = "a run"
    said = talk(session, "help", "quit")
    assert "branch 3" not in said and "undo: take" not in said
    assert " ".join(NO_WAY_BACK.split()) in " ".join(said.split())


def _index() -> Index:
    return index_of(SMALL, CAMPAIGN)


def test_help_explains_the_words_of_the_question_that_is_asked() -> None:
    drafting = talk(up_to(new_session(), "table"), "help", "offer roscosmos", "help")
    before, _, within = drafting.partition("What could stand in it:")
    assert "remove 1: take clause 1 out" not in before and "list: hear the numbered" in before
    for word in ("remove 1: ", "sum: ", "home: ", "work: ", "send: ", "back: "):
        assert f"\n{word}" in within


def test_an_answer_that_means_nothing_is_told_both_words_for_hearing_it_again() -> None:
    assert "list or look, preview or help." in talk(up_to(new_session(), "table"), "dance")


def test_a_long_question_breaks_between_words() -> None:
    said = talk(up_to(new_session(), "table"), "offer roscosmos", heard=Terminal())
    assert all(len(line) <= WIDEST for line in said.split("\n"))
