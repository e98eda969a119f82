"""Reports: what they tell of a run, in both forms, and what they keep to themselves."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.building import report_of
from game.report.curves import MARKS, MINE, scale_of
from game.report.markdown import plain, to_markdown
from game.report.page import to_page
from game.report.records import Chart, Report, Turn
from game.report.svg import drawing
from game.report.writing import is_report, write_all, written
from game.rules.decisions import Change
from game.rules.endings import grades
from game.rules.messages import text
from game.rules.state import Promise
from game.rules.view import visible
from game.saves.store import Store
from game.session import PERSON, Session
from game.session.keeper import to_record
from game.session.keeping import branch, keep_branch
from game.testing.feeding import Feed, choose
from tests.saves.games import CHAIRS, NOON, SMALL, session, with_person
from tests.words import said

ENDED = session(99)
UNFINISHED = with_person()
NASTY = '<script src="https://x">*a* | `b`</script> & "c"'
VOID = {"meta", "br", "line", "polyline"}


class Reader(HTMLParser):
    """Reads a page as a browser would: what is open, what is loaded, what can be read."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


@pytest.fixture(scope="module")
def told() -> Report:
    return report_of(ENDED)


def test_the_legacies_are_those_of_the_rules(told: Report) -> None:
    expected = grades(SMALL, ENDED.state, CHAIRS[0])
    assert [(one.points, one.par, one.letter) for one in told.legacies] == [
        (grade.points, grade.par, grade.letter) for grade in expected
    ]


def _tells_its_ends(chart: Chart) -> None:
    """The highest and the lowest value stand beside when each was first so."""
    if chart.path.endswith(".rung"):
        return
    values = next(line.values for line in chart.series if line.name == MINE)
    for word, value in (("highest", max(values)), ("lowest", min(values))):
        told, _, when = chart.text.partition(f"{word} ")[2].partition(" (")
        number = str(value) if not chart.unit.per > 1 else told
        assert told.startswith(number), chart.text
        assert when.startswith(chart.labels[values.index(value)] + ")"), chart.text


def test_every_curve_ends_where_the_run_stands(told: Report) -> None:
    for chart in told.charts:
        for line in chart.series:
            assert len(line.values) <= len(chart.labels)
        _tells_its_ends(chart)
        mine = [line for line in chart.series if line.name == MINE]
        for line in mine:
            assert line.values[-1] == ENDED.state.figures[chart.path]
            assert line.values[0] == ENDED.pages[0].opening[chart.path]
            assert [line.name for line in chart.series] == [MINE, "as in history"]


@given(st.lists(st.integers(0, 90_000), min_size=1), st.integers(90_000, 100_000))
def test_a_scale_holds_every_value_between_round_ends(found: list[int], most: int) -> None:
    low, high, step = scale_of((0, most), found)
    assert low <= min(found) and max(found) <= high and low < high
    assert low % step == high % step == 0
    assert (high - low) // step <= MARKS + 2
    assert str(step).rstrip("0") in ("1", "2", "25", "5")


def test_points_are_drawn_from_nought_to_a_hundred_and_tonnes_where_they_are() -> None:
    assert scale_of((0, 100), [42, 44]) == (0, 100, 25)
    assert scale_of((0, 700), [513, 700]) == (500, 700, 50)
    assert scale_of((0, 700), [416]) == (416, 417, 1)


def test_history_beside_it_is_a_run_of_the_historical_player(told: Report) -> None:
    twin = Session(SMALL, ENDED.setup, dict.fromkeys(ENDED.seats, "historical"))
    twin.play_others()
    chart = next(chart for chart in told.charts if chart.path == "tension")
    assert chart.series[1].values[-1] == twin.state.figures["tension"]


def test_a_decision_is_told_with_what_it_moved() -> None:
    found = report_of(UNFINISHED).weighty
    assert found and all(one.moved for one in found)
    assert {one.chair for one in found} == {"NASA"}


def test_the_page_needs_nothing_from_elsewhere(told: Report) -> None:
    page = to_page(told)
    reader = read(page)
    assert not {"script", "link", "img", "iframe", "object"} & set(reader.tags)
    assert not {"src", "href", "onload", "onclick", "style"} & {
        name for name, _ in reader.attributes
    }
    assert "url(" not in page and "http" not in page and "@import" not in page


def test_every_curve_has_words_and_a_table_beside_it(told: Report) -> None:
    reader = read(to_page(told))
    assert reader.tags.count("svg") == len(told.charts)
    assert reader.tags.count("title") == len(told.charts) + 1
    for chart in told.charts:
        assert reader.text.count(chart.text) == 2
    assert reader.tags.count("table") == len(told.charts) + 1


def test_no_text_steers_the_page_or_the_markdown(told: Report) -> None:
    nasty = replace(
        told, title=NASTY, facts=(NASTY,), headline=NASTY, ending=(NASTY,), deals=(NASTY,),
        promises=(NASTY,), charts=(replace(told.charts[0], title=NASTY, text=NASTY),),
        turns=(replace(told.turns[0], when=NASTY, told=(NASTY,)),),
    )  # fmt: skip
    reader = read(to_page(nasty))
    assert "script" not in reader.tags
    assert reader.text.count(NASTY) >= 8
    assert "<script" not in to_markdown(nasty).replace("\\<", "")


@pytest.mark.parametrize(
    ("text", "safe"),
    [("# a", "\\# a"), ("1. a", "\\1. a"), ("a|b", "a\\|b"), ("-5 a", "-5 a"), ("- a", "\\- a")],
)
def test_plain_text_stays_plain(text: str, safe: str) -> None:
    assert plain(text) == safe


def test_tables_of_the_markdown_are_whole(told: Report) -> None:
    rows = [line for line in to_markdown(told).splitlines() if line.startswith("|")]
    assert rows and all(row.endswith("|") for row in rows)
    assert all(len(line) <= 100 for line in to_markdown(told).splitlines() if line not in rows)


def test_lines_stay_inside_the_drawing(told: Report) -> None:
    for number, chart in enumerate(told.charts):
        for attribute, value in read(drawing(chart, number)).attributes:
            if attribute == "points" and value:
                for point in value.split():
                    x, y = map(float, point.split(","))
                    assert 0 <= x <= 640 and 0 <= y <= 220


def _decided(turn: Turn) -> tuple[str, ...]:
    """Return every line of what was decided in a turn."""
    return tuple(line for one in turn.decided for line in (one.told, *one.led))


def test_an_ended_run_is_told_whole(told: Report) -> None:
    titles = " ".join(line for turn in told.turns for line in _decided(turn))
    for name in ("NASA: ", "Roscosmos: ", "ESA: "):
        assert name in titles
    assert f"Seed {ENDED.setup.seed}" in told.facts[-2]


def _two_people(bytes_: bytes) -> Session:
    seats = {**dict.fromkeys(CHAIRS, PERSON), "esa": "random"}
    game = Session(SMALL, UNFINISHED.setup, seats)
    feed = Feed(bytes_)
    while not feed.dry and not game.over and game.state.turn < 3:
        game.play_others()
        if not game.over:
            game.submit(choose(SMALL, game.state, feed))
    return game


def test_an_unfinished_run_keeps_the_others_secrets() -> None:
    game = _two_people(bytes(range(7, 250, 3)))
    assert not game.over
    told = report_of(game, "nasa")
    whole = to_markdown(told) + to_page(told)
    assert f"Seed {game.setup.seed}" not in whole
    assert {one.chair for one in told.weighty} <= {"NASA"}
    assert {one.chair for one in told.legacies} == {"NASA"}
    for page, turn in zip(game.pages, told.turns, strict=True):
        noted = [c for c in page.changes if c.kind != "figure" and said(c.reason, SMALL)]
        known = {" ".join(said(c.reason, SMALL).split()) for c in visible(noted, "nasa")}
        private = {" ".join(said(c.reason, SMALL).split()) for c in noted} - known
        assert known >= set(turn.told) and not private & set(turn.told)
    assert any(c.seen and "nasa" not in c.seen for page in game.pages for c in page.changes)
    assert not any("Roscosmos: Make ESA" in line for turn in told.turns for line in _decided(turn))


@pytest.fixture(scope="module")
def ratified() -> Session:
    """A run in which a person presses on with a deal, or pays for it, or lets it fall."""
    for seed in range(20):
        dice = Random(seed)
        game = Session(SMALL, replace(UNFINISHED.setup, seed=seed), dict.fromkeys(CHAIRS, PERSON))
        while not game.over and game.state.turn < 4:
            game.submit(choose(SMALL, game.state, Feed(dice.randbytes(99))))
            if game.decisions[-1].kind == "ratify":
                return game
    raise AssertionError("no home was against any deal")


def test_what_a_person_makes_of_home_is_told(ratified: Session) -> None:
    taken = ratified.decisions[-1]
    name = SMALL.partners[taken.chair].name
    told = report_of(ratified, taken.chair)
    mine = [one for one in told.weighty if " in the deal with " in one.title]
    assert [one.chair for one in mine] == [name] and mine[0].moved
    assert any(mine[0].title in line for turn in told.turns for line in _decided(turn))


def test_what_history_has_yet_to_bring_is_not_told() -> None:
    told = report_of(UNFINISHED)
    assert len(told.turns) == UNFINISHED.state.turn


def test_marks_of_a_run_stand_in_its_report() -> None:
    left = branch(SMALL, to_record(UNFINISHED, NOON), "mine", 1)
    facts = " ".join(report_of(left).facts)
    assert "A branch of mine, left at turn 1." in facts
    assert "hindsight" in facts
    left.iron = "ab"
    assert "Iron mode" in " ".join(report_of(left).facts)


def test_reports_are_files_beside_the_saves(tmp_path: Path) -> None:
    left = branch(SMALL, to_record(UNFINISHED, NOON), "mine", 1)
    store = Store(tmp_path)
    name = keep_branch(store, left)
    paths = write_all(left, store)
    assert [path.name for path in paths] == [f"{name}.md", f"{name}.html"]
    assert all(path.parent == tmp_path / "reports" and path.stat().st_size for path in paths)


def test_the_ladders_rungs_are_called_as_in_the_scenario() -> None:
    own = ("calm", "cool", "frosty", "shut", "e", "f", "g")
    setup = UNFINISHED.setup
    scenario = replace(SMALL.scenarios[setup.scenario], rungs=own)
    content = replace(SMALL, scenarios={**SMALL.scenarios, setup.scenario: scenario})
    told = report_of(Session(content, setup, dict.fromkeys(CHAIRS, "diplomat")))
    ladder = next(chart for chart in told.charts if chart.path.endswith(".rung"))
    assert "0 calm" in drawing(ladder, 1) and "normal" not in drawing(ladder, 1)
    text = read(to_page(told)).text
    assert "0 calm" in text and "0 normal" not in text


def test_an_open_promise_says_whose_word_it_is_and_who_has_it() -> None:
    game = with_person()
    state = game.state.copy()
    state.promises = (Promise("esa", "roscosmos", "A quiet year", state.figures["date"] + 90),)
    game.states[-1] = state
    assert any(line.startswith("Open: ESA to Roscosmos, by ") for line in report_of(game).promises)


def test_what_home_makes_of_a_deal_is_told_with_the_deals_and_a_word_kept_with_promises() -> None:
    run = session(99)
    home = Change("deal", "o9", 0, "ratify:o9", text("ESA pays for it at home."))
    word = Change("deal", "esa", 0, "promise:x", text("ESA keeps its word to NASA: Snow"))
    run.pages[0].changes += [home, word]
    told = report_of(run)
    assert any(said(home.reason) in line for line in told.deals)
    assert any(said(word.reason) in line for line in told.promises)
    assert not any(said(home.reason) in line for line in told.promises)
    assert not any(said(word.reason) in line for line in told.deals)


@pytest.mark.parametrize("over", (True, False))
def test_a_reason_is_told_in_words_in_a_report(over: bool) -> None:
    run = session(99) if over else with_person()
    run.reasons[:] = [f"{{Worth {n} to us|Worth it to us}}." for n in range(len(run.reasons))]
    told = [line for turn in report_of(run).turns for line in _decided(turn)]
    assert any("Worth " in line for line in told)
    assert not any(sign in line for line in told for sign in "{|}")


def test_what_moves_people_is_no_news_in_a_report() -> None:
    run = session(99)
    label = Change("person", "crew.somebody.fatigue", 3, "rule:crew", text("Months of service"))
    news = Change("crew", "somebody", 0, "rule:crew", text("Somebody commands the station."))
    run.pages[0].changes += [label, news]
    told = report_of(run).turns[0].told
    assert said(news.reason) in told
    assert said(label.reason) not in told


def test_what_an_action_led_to_stands_under_it() -> None:
    run = session(99)
    turns = report_of(run).turns
    place, story = next(
        (place, change.reason)
        for place, decision in enumerate(run.decisions)
        for change in visible(run.led_to(place), CHAIRS[0])
        if (change.kind, change.cause) == ("story", f"action:{decision.pick}")
    )
    name = SMALL.partners[run.decisions[place].chair].name
    text, turn = " ".join(said(story, SMALL).split()), turns[run.states[place].turn - 1]
    one = next(one for one in turn.decided if text in one.led)
    assert one.told.startswith(f"{name}: ")
    assert text not in turn.told
    assert f"\n  {text}"[:60] in to_markdown(report_of(run))


def test_a_report_says_what_it_vouches_for_and_what_is_doubted() -> None:
    game = with_person()
    game.edited, game.iron = True, "ab"
    for kind in ("md", "html"):
        text = " ".join(written(game, kind, doubts=("It may be a copy.",)).split())
        for words in ("vouches for no more", "Edited: its state", "It may be a copy.",
                      "a folder that was copied"):  # fmt: skip
            assert words in text
        assert is_report(written(game, kind))
