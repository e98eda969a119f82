from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Lesson
from game.errors import UsageError
from game.narration.decisions import decision_title
from game.narration.words import lock_told
from game.plain.choosing import locked_lines
from game.plain.console import Console
from game.plain.game import play_new, play_on
from game.plain.wishes import Wishes
from game.rules.decisions import Option
from game.rules.encoding import digest
from game.rules.figures import about_word
from game.rules.ledger import moved
from game.rules.setup import Setup
from game.saves.record import Record
from game.saves.store import Store
from game.session import Session, Waiting, seats_for
from game.session.keeper import Keeper, to_record
from game.session.keeping import resume
from tests.plain.talk import new_session, talk, two_people, up_to
from tests.saves.games import NOON, SMALL
from tests.small import CAMPAIGN

WORDS = (
    "1", "2", "3", "4", "7", "1 2", "2 50", "end", "decline", "sign", "counter", "send", "back",
    "work", "what would work", "yes", "no", "sum", "list", "preview", "preview 2", "remove 1",
    "undo", "why tension", "why", "why luck", "why mandate 1", "why tension 99", "chronicle",
    "chronicle 1", "chronicle 999", "status", "station", "crew", "deals", "help", "look", "save",
    "", "é", "\x1b[2J", "up", "down", "9" * 30,
)  # fmt: skip
QUIETLY = ["1", "2", "back", "end", "decline"] * 200


@given(st.lists(st.sampled_from(WORDS), max_size=120), st.integers(0, 50))
def test_any_answers_are_taken_or_explained(answers: list[str], seed: int) -> None:
    session = new_session("brief", seed)
    said = talk(session, *answers)
    assert "\x1b" not in said
    assert ("Saved." in said.splitlines()[-1]) != session.over
    again = resume(SMALL, to_record(session, NOON)).session
    assert digest(again.state) == digest(session.state)


def test_a_whole_game_is_played_from_a_script() -> None:
    session = new_session()
    said = talk(session, *QUIETLY)
    assert session.over
    turns = SMALL.scenarios["campaign"].turns
    assert f"Turn 1 of {turns}. You are NASA." in said
    assert f"Turn {session.state.turn} of {turns}." in said
    assert "The end: " in said
    assert "against what really happened" in said
    assert said.count("Grade ") == 4
    assert f"Seed 1. Hash {digest(session.state)[:16]}." in said


def test_the_end_of_input_saves_and_leaves(tmp_path: Path) -> None:
    store = Store(tmp_path)
    session = new_session(saver=Keeper(store))
    assert "handshake continue --plain" in talk(session)
    assert store.load(store.latest()).snapshot["turn"] == 1


def test_quit_is_the_same_as_the_end_of_input() -> None:
    for word in ("quit", "exit", "q"):
        assert talk(new_session(), word).endswith("goes on from here.\n")


def test_an_interruption_saves_first(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(console: Console, question: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(Console, "ask", interrupt)
    saved: list[Session] = []
    session = new_session(saver=saved.append)
    with pytest.raises(KeyboardInterrupt):
        talk(session)
    assert saved[-1] is session


def test_a_wrong_answer_says_what_is_possible_and_asks_again() -> None:
    said = talk(up_to(new_session(), "agenda"), "nonsense")
    assert "Type a number from 1 to" in said
    assert said.count("\n> ") == 2


def test_a_locked_choice_gives_its_reason() -> None:
    session = up_to(new_session(), "agenda")
    waiting = session.waiting_for()
    assert waiting is not None
    reason = lock_told(SMALL, _locked(waiting).reason)
    said = " ".join(talk(session, "list").split())
    assert f"Locked: {reason}" in said
    title = decision_title(SMALL, session.state, _locked(waiting).decision)
    assert f"Not possible: {reason}" in " ".join(talk(session, title).split())


def test_what_is_locked_for_one_reason_is_told_together() -> None:
    named = ("2. Lunch", "3. Dinner", "5. Supper")
    assert list(locked_lines({"It is late.": named, "Done already.": ("4. Tea", "6. Cake")})) == [
        "Not possible now:",
        "It is late: 2. Lunch, 3. Dinner, 5. Supper.",
        "4. Tea. Locked: Done already.",
        "6. Cake. Locked: Done already.",
    ]
    assert not list(locked_lines({}))


def _locked(waiting: Waiting) -> Option:
    return next(option for option in waiting.options if option.reason)


def test_why_gives_reasons_that_add_up() -> None:
    session = up_to(new_session(), "table")
    page = session.page()
    by = moved(page.changes, "tension")
    told = talk(session, "why tension").split("why tension\n")[1]
    lines = told.partition("As things are")[0].splitlines()
    amounts = [int(line.split(":")[0]) for line in lines if line[:1] in "+-"]
    assert by
    assert sum(amounts) == by
    assert f"Together: {by:+d}." in lines


def test_why_takes_a_turn_and_says_which_there_are() -> None:
    session = up_to(new_session(), "table")
    said = talk(session, "why tension 1", "why tension 44", "why tensoin", "why")
    assert "Turn 44 has not been played" in said
    assert 'Did you mean "tension"' in said
    assert "as in: why tension" in said


def test_reports_answer_at_any_question() -> None:
    said = talk(up_to(new_session(), "agenda"), "status", "crew", "station", "deals", "help")
    for wanted in ("Mandate: ", "people are aboard.", "Orbit: ", "The hatch", "undo: "):
        assert wanted in said


def test_enter_alone_asks_for_no_report_and_leaves_at_the_end() -> None:
    assert "The hatch between" not in talk(up_to(new_session(), "agenda"), "")
    session = new_session()
    assert talk(session, *QUIETLY, "", "status").endswith("Enter to leave.\n> \n")


def test_hidden_figures_are_told_as_what_is_believed() -> None:
    said = talk(up_to(new_session(), "agenda"), "why roscosmos treasury")
    assert "give or take" in said


def test_a_preview_is_asked_for() -> None:
    session = up_to(new_session(), "agenda")
    said = talk(session, "preview 1", "preview", "preview nonsense")
    assert said.count("Capital -1") + said.count("Nothing changes at once") > 1
    assert "Type a number" in said


def test_undo_takes_the_decision_back() -> None:
    session = up_to(new_session(), "agenda")
    before = len(session.decisions)
    said = talk(session, "1", "undo", "undo")
    assert len(session.decisions) <= before
    assert "played with hindsight" in said
    assert session.hindsight


def test_nothing_to_undo_is_said() -> None:
    session = new_session("brief")
    assert "no decision of yours" in talk(session, "undo")


def test_several_people_hand_the_keyboard_over() -> None:
    session = two_people()
    said = talk(session, *(["", "end", "1", "decline"] * 12))
    assert "NASA decides. Press Enter once NASA sits at the keyboard." in said
    assert "Roscosmos decides. Press Enter" in said


def test_with_several_people_undo_stops_at_the_last_hand_over() -> None:
    session = two_people()
    session.play_others()
    first = session.waiting_for()
    assert first is not None
    while True:
        waiting = session.waiting_for()
        assert waiting is not None
        if waiting.chair != first.chair:
            break
        legal = [option.decision for option in waiting.options if option.legal]
        session.submit(next((d for d in legal if d.pick == "end"), legal[0]))
    assert "no decision of yours" in talk(session, "", "undo")


def test_what_isnt_wished_for_is_asked(tmp_path: Path) -> None:
    said, record = _new(tmp_path, Wishes(), "campaign", "roscosmos", "cold", "x", "12", "iron")
    for question in (
        "Which scenario?",
        "Which partner",
        "Which level?",
        "Which seed?",
        "Which mode?",
    ):
        assert question in said
    assert (record.scenario, record.chair, record.level, record.seed) == (
        "campaign", "roscosmos", "cold", 12,
    )  # fmt: skip


def test_numbers_answer_the_first_questions_too_and_a_seed_is_drawn(tmp_path: Path) -> None:
    said, record = _new(tmp_path, Wishes(), "9", "2", "1", "2", "", "1")
    assert "Type a number from 1 to 2" in said
    assert record.scenario == "campaign"
    assert 0 <= record.seed < 1_000_000


def test_wishes_are_not_asked_for(tmp_path: Path) -> None:
    said, _ = _new(tmp_path, Wishes("brief", "nasa", "liaison", 3))
    assert "Which" not in said


@pytest.mark.parametrize("typed", ["", "quit\n", "campaign\nQ\n"])
def test_leaving_before_the_game_begins_saves_nothing(tmp_path: Path, typed: str) -> None:
    heard = io.StringIO()
    play_new(Console(io.StringIO(typed), heard), SMALL, Store(tmp_path), Wishes(), "random")
    assert "No game was begun." in heard.getvalue()
    assert list(tmp_path.iterdir()) == []


def test_a_wish_that_doesnt_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no partner 'mars'"):
        _new(tmp_path, Wishes("brief", "mars", "cold", 1))


def _new(tmp_path: Path, wishes: Wishes, *answers: str) -> tuple[str, Record]:
    heard, typed = io.StringIO(), io.StringIO("".join(f"{a}\n" for a in answers))
    store = Store(tmp_path)
    play_new(Console(typed, heard), SMALL, store, wishes, "random")
    return heard.getvalue(), store.load(store.latest())


def test_going_on_says_where_the_game_stands(tmp_path: Path) -> None:
    _new(tmp_path, Wishes("campaign", "nasa", "cold", 1), *QUIETLY[:12])
    heard = io.StringIO()
    play_on(Console(io.StringIO("quit\n"), heard), SMALL, Store(tmp_path), "")
    assert "You are NASA." in heard.getvalue()
    assert len(list(tmp_path.glob("*.json"))) == 1


def test_others_can_be_named_one_by_one() -> None:
    setup = new_session().setup
    assert seats_for(SMALL, setup, "person,random") == {
        "nasa": "person", "roscosmos": "person", "esa": "random",
    }  # fmt: skip
    with pytest.raises(UsageError, match="roscosmos, esa"):
        seats_for(SMALL, setup, "random,random,random")


def test_leaving_can_be_asked_for_and_its_losses_explained() -> None:
    session = new_session()
    said = talk(session, "leaving", "why loss.esa", "why your loss if roscosmos left", "quit")
    figures = session.view("nasa").figures
    for path in ("nasa.loss.roscosmos", "nasa.loss.esa"):
        assert f"you'd lose {figures[path]} of 100" in said
    assert said.count("If Roscosmos left this turn, you'd lose") == 2
    assert said.count("Their share of the common costs") == 3
    assert "Rung 6, separation." in said and "The Russian half " in said


def test_lessons_are_told_once_and_can_be_heard_again_or_silenced() -> None:
    lesson = Lesson("one", "The first thing", "Say it.", "agenda", None, 1)
    content = replace(SMALL, lessons={"one": lesson})
    setup = Setup(CAMPAIGN, "nasa", 1)
    session = up_to(Session(content, setup, seats_for(content, setup, "random")), "agenda")
    said = talk(session, "lessons", "list", "lessons off", "quit")
    assert said.count("Lesson 1 of 1: The first thing.") == 1
    assert "Now: do one thing of the agenda, or close it." in said
    assert "The first thing: Say it." in said and "No more lessons." in said


def test_without_a_station_there_is_nobody_aboard_and_another_ladder() -> None:
    scenario = replace(SMALL.scenarios[CAMPAIGN], station=False, rungs=("calm", "cross"))
    content = replace(SMALL, scenarios={**SMALL.scenarios, CAMPAIGN: scenario})
    setup = Setup(CAMPAIGN, "nasa", 1)
    session = up_to(Session(content, setup, seats_for(content, setup, "random")), "agenda")
    said = talk(session, "station", "crew", "power", "flights", "leaving", "status", "quit")
    assert said.count("No station flies in this story") == 4
    assert "NASA stands on rung 0, calm." in said and "If you let go" not in said


def test_unrest_at_home_stands_among_the_figures_with_who_is_restless() -> None:
    session = up_to(new_session(), "table")
    state = session.state.copy()
    state.figures = {**state.figures, "nasa.unrest": 6, "nasa.treasury": 5000}
    state.words = {**state.words, "nasa.restless": "congress", about_word("nasa"): "idle_money"}
    session.states[-1] = state
    said = " ".join(talk(session, "status", "why unrest").split())
    assert said.count("Unrest at home: 6") == 2
    assert "Restless: Congress, about money that lies." in said.split("why unrest")[1]
