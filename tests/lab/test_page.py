from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import cli
from game.cli import telling
from game.errors import UsageError
from game.lab.bars import WIDTH, Bar, Bars, drawing
from game.lab.kept import MOST, Kept, kept
from game.lab.measures import Measures, measure
from game.lab.page import is_page, names, page
from game.lab.partitions import MARK, PARTS
from game.lab.rows import Row, Verdict
from game.lab.streaming import play_into
from tests.lab.world import SHORT, experiment, short
from tests.small import CAMPAIGN

HOSTILE = '<script>alert("x")</script>&'
BROUGHT = re.compile(r"<script|<link|<img|src=|https?://|@import|url\(", re.IGNORECASE)
VOID = {"meta", "br"}


class _Nested(HTMLParser):
    """Holds that every element that opens is closed where it should be."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        """Elements of drawings close themselves."""

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def told(*several: Kept) -> str:
    text = page(several, SHORT)
    nested = _Nested()
    nested.feed(text)
    assert nested.open == []
    assert not BROUGHT.search(text)
    return text


@pytest.fixture
def one(found: Measures) -> Kept:
    return Kept("mine", experiment(found.games), found)


def test_every_picture_has_its_words_and_a_table(one: Kept) -> None:
    text = told(one)
    figures = re.findall(r"<figure>.*?</figure>", text, re.DOTALL)
    assert len(figures) > 10
    for figure in figures:
        assert figure.count("<svg") == figure.count("<title") == figure.count("<desc") == 1
        assert "<table>" in figure.split("</svg>")[1]
    ids = re.findall(r' id="(\w+)"', text)
    assert len(ids) == len(set(ids))
    assert {name for found in re.findall(r'labelledby="([^"]+)"', text) for name in found.split()}
    assert set(ids) == set(" ".join(re.findall(r'labelledby="([^"]+)"', text)).split())


def test_drawings_are_sound(one: Kept) -> None:
    for svg in re.findall(r"<svg.*?</svg>", told(one), re.DOTALL):
        ElementTree.fromstring(svg)


def test_everything_that_was_measured_is_in_the_tables(one: Kept) -> None:
    text = told(one)
    for name, count in one.found.endings.items():
        assert f"<td>{name}</td>" in text
        assert f"{count} ({count / one.found.games:.1%})" in text
    assert all(f"<td>{event}</td>" in text for event in one.found.events)
    tension = one.found.curves["tension"]
    assert all(f">{p.low}, {p.middle}, {p.high}</td>" in text for p in tension)
    assert 'class="band b0"' in text


def test_line_ups_stand_side_by_side(one: Kept) -> None:
    other = replace(one, name="theirs", experiment=experiment(3, "historical"))
    text = told(one, other)
    assert "mine (random)" in text and "theirs (historical)" in text
    assert 'class="bar b1"' in text and 'class="band b1"' in text


def test_names_are_told_apart_and_short(one: Kept) -> None:
    several = [replace(one, name=name) for name in ("a" * 40, "a" * 50, "b")]
    found = names(several)
    assert len(set(found)) == 3
    assert found[2] == "b"
    assert max(map(len, found)) <= 22


def test_whatever_a_name_holds_is_only_text(one: Kept) -> None:
    seats = dict.fromkeys(one.experiment.seats, HOSTILE)
    verdicts = {HOSTILE: Verdict(3, 1, 2.5)}
    hostile = Kept(
        HOSTILE,
        replace(one.experiment, seats=seats),
        replace(one.found, verdicts=verdicts, endings={HOSTILE: one.found.games}),
    )
    assert "&lt;script&gt;" in told(hostile)


def test_regret_is_told_where_choices_were_on_trial(one: Kept) -> None:
    assert "play with --trials" in told(one)
    tried = {"a/nasa/x": Verdict(4, 0, 6.0), "a/nasa/y": Verdict(4, 4, 0.0)}
    text = told(replace(one, found=replace(one.found, verdicts=tried)))
    assert "1.50, 4 tried" in text and "play with --trials" not in text


def test_one_game_is_a_page_too(one: Kept, rows: tuple[Row, ...]) -> None:
    told(replace(one, found=measure(rows[:1], SHORT, CAMPAIGN)))


finite = st.floats(-10, 200, allow_nan=False)


@given(finite, finite, finite, st.sampled_from((0.0, 1.0, 100.0)))
def test_bars_stay_within_their_picture(value: float, low: float, high: float, most: float) -> None:
    bars = Bars("t", "d", (("thing", (Bar(value, low, high, "told"),)),), most)
    for element in ElementTree.fromstring(drawing(bars, "x")).iter():
        for name in ("x", "x1", "x2", "width"):
            assert 0 <= float(element.get(name, 0)) <= WIDTH


# --- folders


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    play_into(tmp_path / "mine", experiment(2))
    return tmp_path / "mine"


def test_a_folder_is_reported_as_it_was_played(folder: Path, rows: tuple[Row, ...]) -> None:
    (one,) = kept([folder], short)
    assert (one.name, one.found.games) == ("mine", 2)
    assert one.experiment == experiment(2)


def test_a_folder_with_nothing_finished_is_refused(folder: Path) -> None:
    for path in folder.glob(PARTS):
        path.unlink()
    with pytest.raises(UsageError, match="no finished games"):
        kept([folder], short)


def test_games_of_other_packs_are_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="other packs"):
        kept([folder], lambda: replace(SHORT, packs=()))


def test_scenarios_are_not_mixed(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    mark = (folder / MARK).read_text(encoding="utf-8")
    (other / MARK).write_text(mark.replace(CAMPAIGN, "brief"), encoding="utf-8")
    with pytest.raises(UsageError, match="each scenario by itself"):
        kept([folder, other], short)


def test_only_so_many_can_be_told_apart(folder: Path) -> None:
    with pytest.raises(UsageError, match="too many"):
        kept([folder] * (MOST + 1), short)


@pytest.fixture
def tell(monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Return a function that runs `lab report` on short games and returns its status."""
    monkeypatch.setattr(telling, "Packs", lambda paths: short)

    def tell_it(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["handshake", "lab", "report", *arguments])
        return cli.main()

    return tell_it


def test_a_report_is_text_or_a_page(
    tell: Callable[..., int], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert tell(str(folder)) == 0
    assert capsys.readouterr().out.startswith(f"2 games of {CAMPAIGN}, seeds 1 to 2\n")
    for _ in range(2):
        assert tell(str(folder), "--html") == 0
    assert is_page((folder / "report.html").read_text(encoding="utf-8"))
    assert tell(str(folder), str(folder), "--out", str(folder.parent / "both.html")) == 0
    assert is_page((folder.parent / "both.html").read_text(encoding="utf-8"))


def test_a_page_replaces_no_other_file(
    tell: Callable[..., int], folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    diary = folder.parent / "diary.txt"
    diary.write_text("dear diary", encoding="utf-8")
    assert tell(str(folder), "--out", str(diary)) == 2
    assert tell(str(folder.parent), "--html") == 2
    assert capsys.readouterr().err.endswith(".\n")
    assert diary.read_text(encoding="utf-8") == "dear diary"
