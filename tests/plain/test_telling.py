"""What the plain game tells of a turn: figures, deals, cards, others' choices; once and named."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest

from game.content.lines import DISMISSAL
from game.content.records import Weariness
from game.narration.home import NEAR_DISMISSAL, fall_text
from game.narration.news import attributed, happened
from game.narration.words import say
from game.plain.console import Console
from game.plain.reports import scarce
from game.plain.speech import Speech
from game.plain.telling import Teller
from game.plain.words import figure_meant, figure_names
from game.rules.decisions import Change
from game.rules.home.money import SAVED_MONTHS
from game.rules.messages import text
from game.rules.setup import Setup
from game.rules.state import Slot
from game.session import Session, seats_for
from game.session.telling import Telling
from game.session.telling.words import move_told
from tests.plain.talk import new_session, talk, up_to
from tests.saves.games import SMALL
from tests.small import CAMPAIGN, holds
from tests.worlds import INDEX, changed, opening


def test_a_deal_that_the_other_side_signs_is_told_with_all_it_does_and_once() -> None:
    session = up_to(new_session(others="diplomat"), "table")
    said = talk(session, "offer roscosmos", "seat 2", "send", "end")
    flat = " ".join(said.split())
    assert "Your offer to Roscosmos: Roscosmos signs. " in flat
    sign = "NASA and Roscosmos sign: Seat swap (2 flights)."
    assert flat.count(sign) == 1
    assert flat.partition(sign)[2].strip().startswith("What it moved: ")
    assert "Tension -1" in flat.partition(sign)[2].partition(".")[0]


def test_each_of_a_turns_cards_says_how_many_there_are() -> None:
    session = up_to(new_session(), "card")
    assert "A card: A cold morning." in talk(session, "quit")
    state = session.state.copy()
    state.queue = (*state.queue, Slot("card", "nasa", "cold_morning"))
    session.states[-1] = state
    said = talk(session, "1")
    assert "A card (1 of 2): A cold morning." in said
    assert "A card (2 of 2): A cold morning." in said


def test_a_turn_opens_with_how_figures_have_moved_since_they_were_told_last() -> None:
    session = up_to(new_session(), "card")
    before, first = dict(session.state.figures), session.state.turn
    said = talk(session, "1", "end", "end")
    opened = next(s for s in session.states if s.turn == first + 1 and s.queue[0].chair == "nasa")
    decided = next(n for n, s in enumerate(session.states) if s.queue[0].kind == "table")
    named = {"tension": "Tension", "cohesion": "Cohesion", "nasa.mandate": "Mandate"}
    assert any(session.states[decided].figures[path] != before[path] for path in named)
    for path, name in named.items():
        now = opened.figures[path]
        assert f"{name}: {now}, {now - before[path]:+d} since the turn before." in said


@pytest.mark.parametrize(
    ("mandate", "told"), ((NEAR_DISMISSAL - 1, True), (NEAR_DISMISSAL, False), (5, False))
)
def test_when_the_office_falls_is_said_while_it_is_near_and_not_said_otherwise(
    mandate: int, told: bool
) -> None:
    factions = {path.replace(".", "__"): mandate for path, _, _ in INDEX.factions["nasa"]}
    seen = changed(opening(), nasa__mandate=mandate, **factions)
    text = f"The office falls under a mandate of {DISMISSAL}, two turns running."
    assert fall_text(INDEX, seen, "nasa") == (text if told else "")
    session = up_to(new_session(), "agenda")
    session.states[-1] = changed(session.state, nasa__mandate=mandate, **factions)
    assert (text in talk(session, "status")) == told


def test_unrest_stands_in_the_status_while_there_is_any() -> None:
    session = up_to(new_session(), "agenda")
    assert "Unrest at home" not in talk(session, "status")
    session.states[-1] = changed(session.state, nasa__unrest=6)
    assert "Unrest at home: 6." in talk(session, "status")


@pytest.mark.parametrize(
    ("word", "path"),
    (
        ("years", "nasa.commitment"), ("promised", "nasa.commitment"), ("unrest", "nasa.unrest"),
        ("money", "nasa.treasury"), ("fuel", "propellant"), ("science", "nasa.science"),
        ("weight of money", "nasa.weight.money"), ("defiance", "nasa.weight.defiance"),
    ),
)  # fmt: skip
def test_why_knows_everyday_words(word: str, path: str) -> None:
    assert figure_meant(figure_names(SMALL, opening(), "nasa"), word) == (path, "")


def test_what_goes_back_is_told_with_what_may_be_kept() -> None:
    session = up_to(new_session(), "agenda")
    kept = session.state.figures["nasa.income"] * SAVED_MONTHS
    session.states[-1] = changed(session.state, nasa__treasury=kept + 50)
    said = talk(session, "quit").replace("\n", " ")
    assert (
        f"20 M of your money go back when the turn ends. That is 40 % of what is over 6 months' "
        f"income, {kept} M." in said
    )


def test_a_name_of_several_words_is_echoed_in_full() -> None:
    said = talk(up_to(new_session(), "agenda"), "read them ros", "yes", "end")
    assert "Do you mean: Read them: Roscosmos?" in said
    assert "> yes\nRead them: Roscosmos.\n" in said
    assert "Close the agenda." not in said


def test_actions_go_by_later_words_and_a_word_of_several_is_asked_back() -> None:
    said = talk(up_to(new_session(), "agenda"), "read them", "kremlin", "hawks", "yes")
    assert "That may be 11 or 12: type its number." in said
    assert "> kremlin\nType a number from 1" in said
    assert "> hawks\nDo you mean: Mend faction: Hawks? yes or no?\n" in said
    assert "> yes\nMend faction: Hawks.\n" in said


def test_a_word_that_is_not_whole_does_nothing_unless_it_is_agreed_to() -> None:
    session = up_to(new_session(), "agenda")
    before = len(session.decisions)
    said = talk(session, "hawks", "no", "hawks", "", "e")
    assert said.count("Do you mean: Mend faction: Hawks?") == 2
    assert len(session.decisions) == before


def test_others_choices_name_their_card() -> None:
    session = up_to(new_session(), "dilemma")
    said = talk(session, "1")
    items = [item for item in Telling(session).items("nasa") if item.sort == "move"]
    moves = [move_told(session, "nasa", item) for item in items]
    hole = [m for m in moves if m.card == "A hole has two sides"]
    assert len(hole) == 1
    assert f"Roscosmos, A hole has two sides: {hole[0].title}." in said
    assert all(not move.card for move in moves if "Train" in move.title)


def test_what_came_of_a_dilemma_between_others_names_them() -> None:
    change = Change("headline", "hole", 0, "dilemma:hole", text("They quarrel."))
    between = SMALL.events["hole"].between
    outsider = next(c for c in ("nasa", "roscosmos", "esa") if c not in between)
    told = happened(SMALL, attributed(SMALL, [change], outsider))
    names = " and ".join(SMALL.partners[chair].name for chair in between)
    assert told == (f"{names}, {SMALL.events['hole'].title}: They quarrel.",)
    assert tuple(attributed(SMALL, [change], between[0])) == (change,)


def test_what_came_of_anothers_choice_is_told_only_to_who_chose() -> None:
    session = new_session()
    while not session.over:
        session.play_others()
        waiting = session.waiting_for()
        if waiting is not None:
            legal = [option.decision for option in waiting.options if option.legal]
            session.submit(next((d for d in legal if d.pick in ("end", "decline")), legal[0]))
    stories = [c for page in session.pages for c in page.changes if c.kind == "story"]
    assert stories and all(len(change.seen) == 1 for change in stories)


def _tired() -> Session:
    scenario = replace(
        SMALL.scenarios[CAMPAIGN], weariness={"nasa": Weariness(date(2000, 1, 1), 12, 3)}
    )
    content = replace(SMALL, scenarios={**SMALL.scenarios, CAMPAIGN: scenario})
    minds = {id_: replace(one, when=holds("true")) for id_, one in content.grievances.items()}
    setup = Setup(CAMPAIGN, "nasa", 1)
    content = replace(content, grievances=minds)
    return Session(content, setup, seats_for(content, setup, "random"))


def test_a_restless_faction_is_told_once_as_a_turn_opens() -> None:
    session = up_to(_tired(), "table")
    said = talk(session, "end")
    assert said.count("Restless: ") == 1
    assert "turns restless" not in said
    told = [say(SMALL, c.reason) for c in session.page().changes if c.cause == "rule:weary"]
    assert any("turns restless" in reason for reason in told)
    assert "Restless: " in talk(session, "chronicle").partition("> chronicle")[2]


@pytest.mark.parametrize(
    ("supplies", "told"), ((300, False), (89, True), (90, False), (225, True), (226, False))
)
def test_a_turn_opens_with_stores_that_are_short_or_have_fallen(supplies: int, told: bool) -> None:
    session = new_session()
    state = session.state.copy()
    state.figures = {**state.figures, "supplies": supplies, "propellant": 4000}
    session.states[-1] = state
    ate = supplies - 300 if supplies > 200 else 0
    since = [Change("figure", "supplies", ate, "test", text("Eaten"))]
    assert bool(list(scarce(session, "nasa", since))) == told
    if supplies < 90:
        assert f"Supplies: {supplies} days" in talk(session)


def test_a_faction_that_asks_something_new_says_what_settles_it() -> None:
    session = up_to(_tired(), "table")
    talk(session, "end")
    said = io.StringIO()
    teller = Teller(Console(io.StringIO(), said), session)
    (item,) = (i for i in teller.telling.standing("nasa") if i.subject.startswith("restless/"))
    told = []
    for subject in ("restless/first", "restless/second", "restless/second"):
        teller._say_warnings("nasa", [replace(item, subject=subject)], Speech.NORMAL)
        told.append(said.getvalue())
        said.truncate(0)
        said.seek(0)
    assert ["What settles it: " in line for line in told] == [True, True, False]
    assert ["Restless: " in line for line in told] == [True, True, True]
    assert "Unanswered, it withdraws" in told[0] and "Unanswered" not in told[1]


def test_danger_names_what_is_due_as_well() -> None:
    session = up_to(_tired(), "table")
    talk(session, "end")
    assert "What settles it: " in talk(session, "danger").partition("> danger")[2]
