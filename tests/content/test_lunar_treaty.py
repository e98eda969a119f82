"""The second world of its own: a ridge on the Moon, played whole, without a word of the base's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game.content.inheriting import world_here
from game.content.load import check_content, load_content
from game.content.records import Content
from game.content.scoping import FIELDS, scoped
from game.content.usual_world import usual_world
from game.narration.aims import aims
from game.narration.figures import figure_title, told_here
from game.narration.headings import group_title, groups
from game.narration.leaving import rung_lines
from game.plain import reports
from game.plain.ending import ending_lines
from game.report.building import report_of
from game.report.markdown import to_markdown
from game.rules.calendar import turn_start
from game.rules.draft import Draft
from game.rules.endings import ending_of, grades
from game.rules.facts import refresh
from game.rules.index import Index, index_of
from game.rules.invariants import violations
from game.rules.rungs import rungs
from game.rules.setup import Setup, new_game
from game.rules.table import ladder
from game.rules.table.stakes import stakes
from game.session import PERSON, Session

PACK = Path(__file__).resolve().parents[2] / "content" / "lunar_treaty"
SCENARIO, TURNS = "lunar_treaty:eight_half_years", 8
OF_THE_BASE = re.compile(
    r"\bstation\b|\bISS\b|segment|hatch\b|\borbit\b|Article 28|Washington|Moscow|NASA|Roscosmos|"
    r"\bESA\b|history\b|the war\b|cosmonaut|astronaut|other half|capitals\b",
    re.IGNORECASE,
)
ALLOWED = ("hatch cover", "four capitals", "three capitals", "each capital")


@pytest.fixture(scope="module")
def content() -> Content:
    return load_content([PACK])


@pytest.fixture(scope="module")
def index(content: Content) -> Index:
    return index_of(content, SCENARIO)


def _played(content: Content, players: tuple[str, ...], seed: int) -> Session:
    chairs = index_of(content, SCENARIO).chairs
    seats = dict(zip(chairs, players, strict=True))
    session = Session(content, Setup(SCENARIO, chairs[seed % len(chairs)], seed), seats)
    while not session.over:
        session.play_one()
        assert not list(violations(session.content, session.state))
    return session


def test_the_pack_is_without_findings_and_takes_nothing_but_figures_of_the_base() -> None:
    assert check_content([PACK]) == []
    own = scoped(load_content([PACK]), SCENARIO)
    for field in set(FIELDS) - {"figures", "own_worlds"}:
        assert all(id_.startswith("lunar_treaty:") for id_ in getattr(own, field)), field


def test_each_thing_that_a_world_may_declare_is_declared(content: Content, index: Index) -> None:
    here, usual = world_here(index.content), usual_world()
    assert groups(index.content) == ("home", "ridge", "halls", "abroad", "alone")
    assert group_title(index.content, "ridge") == "Ice and heat"
    assert rungs(index.scenario) == here.ladder != usual.ladder
    assert [one.name.rpartition(":")[2] for one in here.legacies] == ["law", "craft", "welcome"]
    assert here.grades != usual.grades
    assert {code for code, said in here.words.items() if said != usual.words[code]} > {
        "capitals", "legacy.judged", "end.term", "topic.power", "place.page", "run.left",
    }  # fmt: skip
    own = {one.id.rpartition(":")[2] for one in index.content.measures.values()}
    assert own == {"heat", "ice", "burden", "law", "craft", "welcome"}
    assert figure_title(index.content, "tension") == "Ill will"
    assert not told_here(index, ("altitude", "cohesion", "channels", "lunar_treaty:boreal.peace"))


def test_the_base_is_as_it_was_beside_it(content: Content) -> None:
    base, alone = (index_of(x, "cold_snap_2022") for x in (content, load_content()))
    assert base.legacies == alone.legacies and base.grades == alone.grades
    assert not base.content.measures and rungs(base.scenario) == rungs(alone.scenario)
    setup = Setup("cold_snap_2022", "nasa", 5)
    assert new_game(content, setup)[0] == new_game(load_content(), setup)[0]


@pytest.mark.parametrize(
    ("players", "ending"),
    [
        (("diplomat",) * 4, "ten_more_years"),
        (("random",) * 4, "the_treaty_runs_out"),
        (("hawk",) * 4, "the_long_cold"),
    ],
)
def test_who_plays_decides_how_it_ends(
    content: Content, players: tuple[str, ...], ending: str
) -> None:
    session = _played(content, players, 2)
    assert session.state.ending == f"lunar_treaty:{ending}"
    assert session.state.turn <= TURNS


def _draft(index: Index, content: Content) -> Draft:
    return Draft(index, new_game(content, Setup(SCENARIO, index.chairs[0], 1))[0])


def test_lamps_on_the_far_rim_end_it_too(content: Content, index: Index) -> None:
    draft, climber = _draft(index, content), index.chairs[2]
    for rung in range(1, 5):
        before = draft.figures["tension"]
        ladder.step(draft, climber, 1)
        assert draft.figures["tension"] - before == index.rungs[rung].tension
    assert ladder.top(index, climber) == 4
    refresh(draft)
    ending = index.content.endings["lunar_treaty:a_ridge_of_camps"]
    assert ending.when.bind("")(draft.state, {})
    assert "Two hundred metres" in " ".join(rung_lines(index, 4))


def test_an_office_that_falls_has_an_ending_of_this_world(content: Content, index: Index) -> None:
    state = _draft(index, content).state
    state.ending = "dismissed"
    ending = ending_of(index, state)
    assert ending is not None and ending.title == "A badge that opens nothing"


def test_a_loss_is_what_the_world_says_and_moves_with_its_figures(
    content: Content, index: Index
) -> None:
    draft, (one, _, other, _) = _draft(index, content), index.chairs
    path = f"{one}.loss.{other}"
    lines = stakes(index, draft.state, one, other)
    assert sum(line.amount for line in lines) == draft.figures[path] > 0
    before = draft.figures[path]
    draft.shift(f"{other}.lunar_treaty:burden", 9)
    refresh(draft)
    assert draft.figures[path] == before + 9


def test_legacies_are_the_worlds_own_and_graded_its_way(content: Content, index: Index) -> None:
    state = _draft(index, content).state
    found = grades(content, state, index.chairs[0])
    assert [one.legacy.rpartition(":")[2] for one in found] == ["law", "craft", "welcome"]
    assert {one.letter for one in found} <= {"III", "II", "I", "0"}
    assert found[0].par == 60


def _told(session: Session) -> Iterator[str]:
    """Yield what a person in the first chair can ask for in the middle of a game and at its end."""
    chair = session.setup.chair
    told = (reports.status, reports.crew, reports.station, reports.flights, reports.power,
            reports.deals, reports.leaving)  # fmt: skip
    for report in told:
        yield from report(session, chair)
    index = index_of(session.content, session.state.scenario)
    for aim in aims(index, session.view(chair), chair):
        yield from (aim.title, *aim.lines)
    yield from ending_lines(session)
    yield to_markdown(report_of(session, chair))


def test_no_word_of_the_base_is_told(content: Content, index: Index) -> None:
    chair = index.chairs[0]
    session = _played(content, ("diplomat",) * 4, 1)
    session.seats[chair] = PERSON
    for line in _told(session):
        plain = line
        for phrase in ALLOWED:
            plain = plain.replace(phrase, "")
        found = OF_THE_BASE.search(plain)
        assert found is None, plain[max(0, found.start() - 60) : found.end() + 60]


def test_its_term_is_eight_half_years(index: Index) -> None:
    assert index.scenario.turns == TURNS and index.scenario.turn_months == 6
    assert turn_start(index.scenario, TURNS + 1) - turn_start(index.scenario, 1) > 1_400
