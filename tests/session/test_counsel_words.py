"""Advice in words: filled, short enough, true to the record, leanings told to beginners only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.content.records import Content
from game.narration.decisions import decision_title
from game.rules.advice import Opinion, Stance, opinions
from game.rules.setup import Setup
from game.rules.state import State
from game.session import PERSON, Session
from game.session.counsel import Counsel, Tally
from game.session.counsel_words import (
    advice_report,
    given_lines,
    guess_text,
    leaning_text,
    opinion_lines,
    record_text,
    spoken,
    stand,
    stand_lines,
    sureness,
    tally_text,
)
from tests.saves.games import asked
from tests.session.test_counsel import begin, play
from tests.small import CONTENT

LONGEST = 110
SCENARIOS = ("cold_snap_2022", "the_leak", "second_thaw")


def every_opinion(base: Content, scenario: str) -> Iterator[tuple[Counsel, State, Opinion]]:
    """Yield what is said in a whole game of the base pack, with the view on which it is said."""
    chairs = base.scenarios[scenario].chairs
    session = Session(base, Setup(scenario, chairs[0], 5), dict.fromkeys(chairs, "random"))
    counsel = Counsel(session)
    while not session.over:
        seen = session.view(session.state.queue[0].chair)
        yield from ((counsel, seen, opinion) for opinion in opinions(base, seen))
        session.play_one()


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_what_advisers_say_is_filled_and_short(base: Content, scenario: str) -> None:
    heard = list(every_opinion(base, scenario))
    assert {opinion.stance for _, _, opinion in heard} == {"for", "against", "uneasy"}
    for counsel, seen, opinion in heard:
        words = spoken(counsel, seen, opinion)
        assert words and "{" not in words and "}" not in words
        numbers = {decision: str(n) for n, (decision, _) in enumerate(opinion.estimates, 1)}
        title = base.advisers[opinion.adviser].title
        line = f"{title} {stand(base, seen, opinion, numbers)}: “{words}”"
        assert len(line) <= LONGEST, line


def test_a_line_holds_who_for_what_in_which_words_and_how_often_right() -> None:
    session = begin()
    while session.state.queue[0].chair != "nasa":
        session.submit(asked(session).options[0].decision)
    numbers = {option.decision: str(n) for n, option in enumerate(asked(session).options, 1)}
    lines = list(opinion_lines(Counsel(session), session.view("nasa"), numbers))
    assert any(line.startswith(("Purse, not 2: “", "Purse, for ", "Purse, ")) for line in lines)
    assert all("no record yet" in line for line in lines)
    assert all("“" in line and "”" in line for line in lines)


def test_where_advisers_stand_is_told_shortly_by_number_or_by_name() -> None:
    session = begin()
    while session.state.queue[0].chair != "nasa":
        session.submit(asked(session).options[0].decision)
    numbers = {option.decision: str(n) for n, option in enumerate(asked(session).options, 1)}
    counsel, seen = Counsel(session), session.view("nasa")
    lines = list(stand_lines(counsel, seen, numbers))
    assert lines and all(re.fullmatch(r"\w+ (for|not|maybe) \d", line) for line in lines)
    named = list(stand_lines(counsel, seen, {}))
    assert all(re.fullmatch(r"\w+: \S.*", line) for line in named)


def test_only_what_an_adviser_is_against_is_told_as_not_that() -> None:
    session = begin()
    while session.state.queue[0].chair != "nasa":
        session.submit(asked(session).options[0].decision)
    (opinion, *_), seen = Counsel(session).now(), session.view("nasa")
    title = decision_title(CONTENT, seen, opinion.about)
    stances: dict[Stance, str] = {"for": title, "uneasy": title, "against": f"not “{title}”"}
    for stance, told in stances.items():
        assert stand(CONTENT, seen, replace(opinion, stance=stance), {}) == told


def test_a_tally_says_how_often() -> None:
    assert tally_text(Tally(7, 9, 1, 2, 0)) == "right 7 of 9"
    assert tally_text(Tally(0, 0, 1, 0, 0)) == "no record yet"
    assert record_text(Tally(7, 9, 1, 2, 0)) == (
        "Right 7 of 9; too hopeful 2, too gloomy 0. 1 not judged yet."
    )


def test_a_leaning_is_told_in_words() -> None:
    said = leaning_text(CONTENT, CONTENT.advisers["purse"])
    assert said == "Makes too much of treasury, too little of investments."
    assert leaning_text(CONTENT, CONTENT.advisers["flight"]) == "Leans no way."


@pytest.mark.parametrize(("level", "told"), [("liaison", True), ("director", False)])
def test_only_the_first_level_tells_leanings(level: str, told: bool) -> None:
    seats = dict.fromkeys(("nasa", "roscosmos", "esa"), PERSON)
    session = Session(CONTENT, Setup("campaign", "nasa", 1, level), seats)
    said = "\n".join(advice_report(Counsel(session), "nasa", "money"))
    assert ("Makes too much of" in said) is told
    assert "200" not in said


def test_the_report_lists_all_and_finds_one() -> None:
    counsel = Counsel(play(begin(), 3))
    everybody = list(advice_report(counsel, "nasa"))
    assert [line.partition(" (")[0] for line in everybody[:4]] == [
        "Flight",
        "Purse",
        "Envoys",
        "Polls",
    ]
    assert next(advice_report(counsel, "nasa", "home")).startswith("Polls.")
    assert next(advice_report(counsel, "nasa", "polls")).startswith("Polls.")
    assert "station, money" in next(advice_report(counsel, "nasa", "cook"))
    assert list(advice_report(counsel, "esa")) == ["Nobody advises this chair."]


def test_past_opinions_say_what_was_taken_and_what_came() -> None:
    counsel = Counsel(play(begin(), 4))
    lines = [line for name in counsel.team("nasa") for line in given_lines(counsel, "nasa", name)]
    assert len(lines) == sum(len(counsel.record("nasa", name)) for name in counsel.team("nasa"))
    judged = [came for _, came in lines if "came: " in came]
    assert judged and all(
        came.startswith(("For: ", "Warned of: ", "Leant towards: ")) for came in judged
    )
    waiting = [came for _, came in lines if "judged in turn" in came]
    assert len(waiting) == sum(1 for g in counsel.record("nasa") if g.came is None)


def test_a_guess_needs_a_record() -> None:
    counsel = Counsel(begin())
    assert guess_text(counsel, "nasa", "purse") == "Too little is known to guess a leaning."


def test_who_is_uneasy_is_never_sure() -> None:
    for _, seen, opinion in every_opinion(CONTENT, "campaign"):
        assert seen.queue
        if opinion.stance == "uneasy":
            assert sureness(opinion) == "unsure"
