"""A story without a station: nothing told in it speaks of one, or of other people's towns."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from game.content.records import Content
from game.content.usual_world import usual_world
from game.plain import reports
from game.plain.console import Console
from game.plain.seat import Seat
from game.plain.telling import chronicle
from game.plain.words import figure_names
from game.rules.index import index_of
from game.rules.setup import Setup, new_game
from game.rules.table.ladder import top
from game.session import PERSON, Session
from game.session.telling import Telling
from game.tui.paint import ended, opening, papers, station, table, vitals, why
from game.tui.play import Play
from game.tui.screens.desk_keys import hints
from game.tui.screens.sheet import about
from tests.canal import CHAIRS, SCENARIO, VENTURE, canal

OF_A_STATION = re.compile(
    r"station|segment|orbit|joint flight|two ships|hatch|crew|seat|aboard|propellant|leak|"
    r"Article 28|Washington|Moscow|Russia|NASA|space",
    re.IGNORECASE,
)
USUAL = usual_world().words
SAID_SO = {USUAL["station.none"]}
WIDTH = 76


@pytest.fixture(params=[VENTURE, ""], ids=["venture", "nothing"])
def content(request: pytest.FixtureRequest, tmp_path: Path) -> Content:
    return canal(tmp_path, request.param)


def _games(content: Content) -> Iterator[Session]:
    """Yield a game at each of its decisions, a person in either chair in turn."""
    for seed, chair in enumerate(CHAIRS):
        seats = {**dict.fromkeys(CHAIRS, "random"), chair: PERSON}
        session, dice = Session(content, Setup(SCENARIO, chair, seed), seats), Random(seed)
        session.play_others()
        while waiting := session.waiting_for():
            yield session
            offers = ("offer", "counter")
            legal = [
                o.decision for o in waiting.options if o.legal and o.decision.pick not in offers
            ]
            session.submit(dice.choice(legal))
            session.play_others()
        yield session


def _plain(session: Session, chair: str) -> Iterator[str]:
    for told in (reports.status, reports.crew, reports.station, reports.flights, reports.power,
                 reports.deals, reports.leaving):  # fmt: skip
        yield from told(session, chair)
    yield from chronicle(Telling(session), session, chair, None)
    yield from figure_names(session.content, session.state, chair)


def _screen(play: Play) -> Iterator[str]:
    for heading, paths in why.paths(play):
        yield heading if paths else ""
        for path in paths:
            yield why.row_text(play, path, play.seen.turn)[0]
            yield why.reasons_text(play, path, play.seen.turn, WIDTH).plain
    yield from (reading.name for reading in vitals.readings(play))
    for page in (opening.figures_at_first, table.stakes, table.overview):
        yield page(play, WIDTH).plain
    for paper in papers.papers(play, WIDTH):
        yield papers.details(play, paper.deal, WIDTH).plain


def test_nothing_that_is_told_speaks_of_a_station(content: Content) -> None:
    told: set[str] = set()
    for session in _games(content):
        play = Play(session)
        told.update(_plain(session, play.me))
        if session.state.turn % 3 == 0 or session.over:
            told.update(_screen(play))
        if session.over:
            told.add(ended.story(play).plain)
    lines = {line for text in told for line in text.split("\n")} - SAID_SO
    assert [line for line in sorted(lines) if OF_A_STATION.search(line)] == []
    assert any("Highgate and Fenmouth" in line for line in lines)


def test_no_key_and_no_command_is_named_after_a_station(content: Content) -> None:
    session = next(_games(content))
    play, said = Play(session), io.StringIO()
    Seat(Console(io.StringIO(), said), session).commands["help"]("")
    told = said.getvalue().replace("It saves itself", "").splitlines()
    told += [f"{key} {name}" for key, name, _action in hints(play, wide=True)]
    assert [line for line in told if OF_A_STATION.search(line)] == []
    assert any(line.startswith("status: your figures. works: ") for line in told)
    assert list(about(play)) == ["station"]


def test_the_worlds_word_is_typed_for_what_is_built(content: Content) -> None:
    session = next(_games(content))
    said = io.StringIO()
    seat = Seat(Console(io.StringIO("works\n7\n"), said), session)
    assert seat.ask("What?") == "7"
    assert USUAL["station.none"] in said.getvalue()


def test_long_names_leave_their_bars_room(content: Content) -> None:
    play = Play(next(_games(content)))
    options = play.content.options
    names = {f"option.{id_}": one.name for id_, one in options.items()}
    assert names
    lines = station.stores(play, 36).plain.split("\n")
    found = [line for line in lines if line.endswith(("=", "^", "v")) or "%" in line]
    assert len(found) == len(names) and all(len(line) <= 36 for line in found)
    assert all(any(line.startswith(f"{name} ") for line in found) for name in names.values())


def test_a_venture_is_all_that_anybody_would_lose(tmp_path: Path) -> None:
    session = next(_games(canal(tmp_path)))
    told = list(reports.leaving(session, "upper"))
    assert "  +40: The canal, dug from both ends" in told
    assert "If Lower League left this turn, you'd lose 40 of 100." in told


def test_without_one_nobody_is_asked_what_leaving_would_cost(tmp_path: Path) -> None:
    session = next(_games(canal(tmp_path, "")))
    assert not [line for line in reports.leaving(session, "upper") if "left this turn" in line]
    assert session.state.figures["upper.reliance"] == 0


def test_its_ladder_has_the_rungs_that_need_no_station_and_no_figure_leaves_it(
    content: Content,
) -> None:
    index = index_of(content, SCENARIO)
    assert top(index, "upper") == 3 and index.bounds["upper.rung"] == (0, 3)
    state, _ = new_game(content, Setup(SCENARIO, "upper", 1))
    assert state.figures["upper.rung"] == 0
