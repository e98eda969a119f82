from __future__ import annotations

from dataclasses import replace

from game.lab.measures import Mean, Measures, measure
from game.lab.report import mean_text, report, share_text
from game.lab.rows import Row
from tests.lab.world import SHORT, experiment
from tests.small import CAMPAIGN


def test_everything_measured_is_told(found: Measures) -> None:
    text = report(experiment(found.games), found)
    assert text.startswith(f"{found.games} games of {CAMPAIGN}, seeds 1 to {found.games}\n")
    for table in (
        found.endings, found.legacies, found.events, found.choices, found.actions, found.clauses,
        found.talks,
    ):  # fmt: skip
        assert all(f"\n  {key} " in text for key in table)
    for curve in ("tension", "supplies", "integrity_ros", "nasa.mandate", "nasa.trust.roscosmos"):
        assert f"\n  {curve} " in text


def test_lines_fit_a_wide_terminal(found: Measures) -> None:
    assert max(map(len, report(experiment(found.games), found).splitlines())) <= 120


def test_a_long_curve_is_thinned_with_both_its_ends(rows: tuple[Row, ...]) -> None:
    long = [replace(row, curves=row.curves[:1] * 37) for row in rows]
    text = report(experiment(len(rows)), measure(long, SHORT, CAMPAIGN))
    turns = next(line for line in text.splitlines() if line.startswith("  turn "))
    assert turns.split()[1:] == ["1", "7", "13", "19", "25", "31", "37"]


def test_one_game_tells_no_error(rows: tuple[Row, ...]) -> None:
    text = report(experiment(1), measure(rows[:1], SHORT, CAMPAIGN))
    assert f"{rows[0].turns}.0 ± -" in text


def test_means_are_printed_with_their_errors() -> None:
    assert mean_text(Mean(2.04, 0.16)) == "2.0 ± 0.2"
    assert share_text(Mean(0.25, 0.031)) == "25 % ± 3"


def test_a_game_that_did_not_end_is_called_so(found: Measures) -> None:
    text = report(experiment(found.games), replace(found, endings={"": found.games}))
    assert f"  {'not over':<32}" in text
