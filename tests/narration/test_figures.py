"""Figures read off their declarations: the same to the eye and to the ear, down to the reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.lines import DISMISSAL, UNINHABITABLE
from game.narration.figures import (
    amount_text,
    danger_at,
    danger_lines,
    figure_about,
    figure_title,
    figure_words,
    gauge_name,
    gauge_short,
    gauge_value,
    good,
    share_of,
    value_text,
)
from game.narration.header import MOST, endangered, header
from game.narration.leaving import losses
from game.narration.makings import made_of, made_paths, made_title
from game.plain.reasons import why as why_told
from game.plain.reports import scarce
from game.plain.words import figure_meant, figure_names
from game.players.base import legal
from game.rules.decisions import Change, Line
from game.rules.index import index_of
from game.rules.messages import message, text
from game.rules.people.walks import JOBS
from game.rules.setup import Setup
from game.rules.state import Crew, Ship
from game.session import PERSON, Session
from game.tui.paint import why
from game.tui.paint.vitals import readings
from game.tui.play import Play
from tests import shipped
from tests.small import BRIEF, CAMPAIGN, CONTENT
from tests.worlds import INDEX, opening, with_crew, with_ships

WIDTH = 60
USUAL = (
    "tension", "nasa.mandate", "roscosmos.trust.nasa", "cohesion", "stranded", "altitude",
    "propellant", "supplies",
)  # fmt: skip


def _played(seed: int, decisions: int, scenario: str = BRIEF) -> Iterator[Play]:
    seats = dict.fromkeys(CONTENT.scenarios[scenario].chairs, "random") | {"nasa": PERSON}
    session, dice = Session(CONTENT, Setup(scenario, "nasa", seed), seats), Random(seed)
    session.play_others()
    for _ in range(decisions):
        waiting = session.waiting_for()
        if waiting is None:
            return
        yield Play(session)
        plain = [d for d in legal(waiting.options) if d.pick not in ("offer", "counter")]
        session.submit(dice.choice(plain))
        session.play_others()


def test_the_usual_header_is_what_concerns_the_chair() -> None:
    shown = header(INDEX, opening(), "nasa")
    others = [chair for chair in INDEX.chairs if chair != "nasa"]
    trust = [f"{other}.trust.nasa" for other in others]
    wanted = [path for path in USUAL if ".trust." not in path]
    assert [path for path in shown if path not in trust][: len(wanted)] == wanted
    assert [path for path in shown if path in trust] == trust and len(shown) <= MOST


def test_a_scenario_chooses_its_header() -> None:
    chosen = ("integrity_usos", "mandate", "target.trust.self", "stranded")
    content = replace(
        CONTENT,
        scenarios={
            **CONTENT.scenarios, CAMPAIGN: replace(CONTENT.scenarios[CAMPAIGN], header=chosen),
        },
    )  # fmt: skip
    index, state = index_of(content, CAMPAIGN), opening()
    others = [chair for chair in index.chairs if chair != "nasa"]
    trust = tuple(f"{other}.trust.nasa" for other in others)
    shown = header(index, state, "nasa")
    assert shown == ("integrity_usos", "nasa.mandate", *trust, "stranded")
    play = Play(Session(content, Setup(CAMPAIGN, "nasa", 1), dict.fromkeys(index.chairs, PERSON)))
    assert tuple(reading.path for reading in readings(play)) == shown


@given(
    path=st.sampled_from(("supplies", "altitude", "propellant", "tension", "cohesion")),
    share=st.integers(0, 100),
)
def test_screen_and_plain_agree_on_what_is_in_danger(path: str, share: int) -> None:
    session = Session(CONTENT, Setup(CAMPAIGN, "nasa", 1), dict.fromkeys(INDEX.chairs, PERSON))
    low, high = INDEX.bounds[path]
    value = low + (high - low) * share // 100
    state = session.state.copy()
    state.figures = {**state.figures, path: value}
    session.states[-1] = state
    marked = {reading.path for reading in readings(Play(session)) if reading.alarm}
    assert marked == set(endangered(INDEX, session.view("nasa"), "nasa"))
    line = danger_at(CONTENT, path, value)
    assert (path in marked) == (line is not None)
    moves = [Change("figure", each, 1, "test", text("A test")) for each in marked]
    told = list(scarce(session, "nasa", moves))
    named = {each for each in marked if any(figure_title(CONTENT, each, "nasa") in t for t in told)}
    assert named == marked
    assert line is None or any(line.text in one for one in told)


def test_what_is_said_of_danger_holds_in_the_rules() -> None:
    def said(path: str) -> set[str]:
        return set(re.findall(r"\d+", " ".join(danger_lines(CONTENT, path))))

    for segment in ("usos", "ros"):
        assert str(UNINHABITABLE) in said(f"integrity_{segment}")
    assert str(DISMISSAL) in said("nasa.mandate")


def test_the_air_takes_the_station_where_the_ending_says_so() -> None:
    base = shipped.base()
    (line,) = [one for one in figure_words(base, "altitude").danger if one.grave]
    assert line.below is not None
    falls = f"altitude <= {line.below - 1}"
    assert falls in base.endings["uncontrolled_fall"].when.text
    assert f"{(line.below - 1) // 1000} km" in " ".join(danger_lines(base, "altitude"))


def test_a_move_is_good_by_its_declaration() -> None:
    assert good(CONTENT, "stranded", 1) is False and good(CONTENT, "stranded", -1) is True
    assert good(CONTENT, "tension", 4) is False and good(CONTENT, "pad.site_31", -30) is True
    assert good(CONTENT, "nasa.trust.roscosmos", 2) is True
    assert good(CONTENT, "nasa.weight.peace", 10) is None


def test_titles_tell_own_others_and_towards_oneself() -> None:
    assert figure_title(CONTENT, "nasa.trust.roscosmos", "nasa") == "Trust in Roscosmos"
    assert figure_title(CONTENT, "roscosmos.trust.nasa", "nasa") == "Roscosmos's trust in you"
    assert figure_title(CONTENT, "roscosmos.trust.nasa") == "Roscosmos's trust in NASA"
    assert figure_title(CONTENT, "nasa.loss.roscosmos", "nasa") == "Your loss if Roscosmos left"
    assert figure_title(CONTENT, "roscosmos.loss.nasa", "nasa") == "Roscosmos's loss if you left"
    assert figure_title(CONTENT, "roscosmos.mandate", "nasa") == "Roscosmos: Mandate"
    assert figure_title(CONTENT, "nasa.mandate", "nasa") == "Mandate"
    assert gauge_name(CONTENT, "roscosmos.trust.nasa", "nasa") == "Trust: Roscosmos"
    assert gauge_short(CONTENT, "roscosmos.trust.nasa", "nasa") == "Trust Ros"


@pytest.mark.parametrize(
    ("path", "value", "told", "gauge", "amount"),
    [
        ("altitude", 417_340, "417.3 km", "417 km", "+417.34 km"),
        ("propellant", 6_200, "6.20 t", "6.2 t", "+6.20 t"),
        ("leak", 450, "0.45 kg/day", "0.5 kg", "+0.45 kg/day"),
        ("supplies", 180, "180 days", "180 d", "+180"),
        ("nasa.treasury", 560, "560 M", "560", "+560 M"),
        ("gyroscopes", 3, "3 of 4", "3", "+3"),
        ("nasa.commitment", 2028, "2028", "2028", "+2028"),
    ],
)  # fmt: skip
def test_values_have_their_units(path: str, value: int, told: str, gauge: str, amount: str) -> None:
    assert value_text(CONTENT, path, value) == told
    assert gauge_value(CONTENT, path, value) == gauge
    assert amount_text(CONTENT, path, value) == amount


def test_a_full_tank_fills_its_bar() -> None:
    for path in ("propellant", "gyroscopes", "nasa.mandate"):
        assert share_of(CONTENT, path, INDEX.bounds[path][1]) == 1


@given(seed=st.integers(0, 1_000))
def test_what_follows_from_others_opens_into_lines_that_add_up(seed: int) -> None:
    for play in _played(seed, 5):
        mine = [f"{who}.loss.{leaver}" for who, leaver, _, _ in
                losses(play.index, play.seen, play.me) if who == play.me]  # fmt: skip
        for path in (*made_paths(play.index, play.me), *mine):
            lines = made_of(play.index, play.seen, path)
            empty = path == "morale" and not play.seen.figures["aboard"]
            assert empty or sum(line.amount for line in lines) == play.seen.figures[path], path
            painted = why.reasons_text(play, path, play.seen.turn, WIDTH).plain
            spoken = list(why_told(play.session, play.me, path, None))
            assert len([t for t in spoken if re.match(r"[+-]\d+: ", t)]) == len(lines)
            assert figure_about(play.index, path).split(" ")[0] in painted


def test_what_is_made_of_lines_is_called_by_ones_own_side() -> None:
    told = [made_title(INDEX, opening(), chair, "nasa.bills") for chair in ("nasa", "esa")]
    assert told == ["Bills", "NASA: Bills"]


def test_who_has_no_seat_is_told_with_what_failed() -> None:
    state = opening()
    ship = next(iter(state.ships.values()))
    state = with_ships(state, replace(ship, fault="coolant"), Ship(
        "sound", "soyuz", "Soyuz MS-9", "roscosmos", ship.launched, ship.returns))  # fmt: skip
    two = [Crew("rubio", "nasa", "aboard", ship.id, 0), Crew("anton", "roscosmos", "aboard", "", 0)]
    state = with_crew(state, *two)
    codes = sorted(line.label.code for line in made_of(INDEX, state, "stranded"))
    assert codes == ["made.faulty", "made.shipless"] and state.figures["stranded"] == 2


def test_the_most_tired_is_told_by_who_it_is() -> None:
    rubio = Crew("rubio", "nasa", "aboard", "", 0, fatigue=80)
    state = with_crew(opening(), rubio, Crew("anton", "roscosmos", "aboard", "", 0, fatigue=30))
    told = message("made.share", person="rubio", points=80)
    assert made_of(INDEX, state, "fatigue.worst") == (Line(told, 80),)


def test_fatigue_takes_its_part_of_the_odds_of_a_walk() -> None:
    skilled = (("eva", 4), ("ros", 4), ("usos", 4))
    pair = [
        Crew("rubio", "nasa", "aboard", "", 0, fatigue=80, learnt=skilled),
        Crew("anton", "roscosmos", "aboard", "", 0, fatigue=80, learnt=skilled),
    ]
    state = with_crew(with_ships(opening()), *pair)
    for job in JOBS:
        lines = made_of(INDEX, state, f"walk.{job}")
        lost = [line.amount for line in lines if line.label.code == "walk.tired"]
        assert lost == [-20, -20]
        assert sum(line.amount for line in lines) == state.figures[f"walk.{job}"] > 0


def test_a_figure_is_asked_for_by_its_everyday_names() -> None:
    play = next(_played(1, 1))
    names = figure_names(CONTENT, play.session.state, "nasa")
    for asked, path in (("fuel", "propellant"), ("budget", "nasa.treasury"),
                        ("office", "nasa.mandate"), ("stranded", "stranded"),
                        ("morale aboard", "morale"), ("reliance", "nasa.reliance")):  # fmt: skip
        assert figure_meant(names, asked)[0] == path, asked
        assert figure_words(CONTENT, path).title
