"""Why a run ended: the chain from what the ending asks about to what moved that most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.records import Content
from game.narration.figures import amount_text
from game.narration.words import say
from game.report.building import report_of
from game.rules.setup import Setup
from game.session import Session
from game.session.causes import causes, reasons_of
from tests.small import CAMPAIGN, CONTENT

PLAYED = {"nasa": "random", "roscosmos": "diplomat", "esa": "diplomat"}


def _played(content: Content, scenario: str, seed: int) -> Session:
    session = Session(content, Setup(scenario, "nasa", seed), PLAYED)
    while not session.over:
        session.play_one()
    return session


def test_a_run_that_goes_on_has_no_causes() -> None:
    assert causes(Session(CONTENT, Setup(CAMPAIGN, "nasa", 1), PLAYED), "nasa") == ()


def test_a_dismissal_tells_what_wore_the_mandate_down(base: Content) -> None:
    """The figures told are those of the ledger, and the reasons are among its own."""
    session = _played(base, "cold_snap_2022", 1)
    session.states[-1] = replace(session.state, ending="dismissed")
    (told, *_) = causes(session, "nasa")
    start, end = session.pages[0].opening["nasa.mandate"], session.state.figures["nasa.mandate"]
    assert told.startswith(f"Mandate went from {start} to {end}: ")
    reasons = {
        say(session.content, c.reason).rstrip(".")
        for page in session.pages
        for c in page.changes
        if c.path == "nasa.mandate"
    }
    assert any(reason in told for reason in reasons)
    sums, turns = reasons_of(session, "nasa.mandate")
    for reason, when in turns.items():
        moved = amount_text(session.content, "nasa.mandate", sums[reason])
        line = f"{say(session.content, reason).rstrip('.')} {moved}"
        assert line not in told or (f"{line} (" in told) == (len(when) == 1)


@pytest.mark.parametrize("path", ("nasa.mandate", "integrity_ros", "tension", "roscosmos.rung"))
def test_what_moved_a_figure_over_a_run_adds_up(path: str) -> None:
    session = _played(CONTENT, CAMPAIGN, 2)
    sums, turns = reasons_of(session, path)
    went = session.state.figures[path] - session.pages[0].opening[path]
    assert sum(sums.values()) == went
    assert set(turns) == set(sums)


def test_the_report_of_a_run_that_is_over_tells_its_causes(base: Content) -> None:
    session = _played(base, "cold_snap_2022", 4)
    told = report_of(session, "nasa")
    assert any(text.startswith("How it came to this. ") for text in told.ending)


def test_a_run_without_a_known_ending_is_told_by_its_mandate() -> None:
    session = _played(CONTENT, CAMPAIGN, 3)
    session.states[-1] = replace(session.state, ending="unheard_of")
    assert all("went from" in line or ": " in line for line in causes(session, "nasa"))
