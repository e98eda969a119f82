"""Votes in words: when, how each stands line by line, and what each result would do."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.content.cached import load_content
from game.narration import makings
from game.narration.cautions import Due, due_text, dues
from game.narration.viewer import Viewer
from game.narration.votes import due_votes, results_told, vote_lines, vote_paths
from game.plain.reasons import why
from game.plain.words import figure_names
from game.rules.home.votes import weighing
from game.rules.index import index_of
from game.rules.setup import Setup
from game.rules.sittings import coming
from game.session import Session

CONTENT = load_content()
INDEX = index_of(CONTENT, "cold_snap_2022")


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    yield Session(
        CONTENT, Setup("cold_snap_2022", "nasa", 7), dict.fromkeys(INDEX.chairs, "person")
    )


def test_why_opens_a_vote_into_lines_that_sum_and_says_what_each_result_does(
    session: Session,
) -> None:
    seen = session.view("nasa")
    names = figure_names(CONTENT, session.state, "nasa")
    path = names["the midterm elections"]
    assert names["midterms"] == path in vote_paths(INDEX, seen, "nasa")
    head, *rest = why(session, "nasa", path, None)
    vote = CONTENT.votes["midterms"]
    lines = [line.amount for line in weighing(vote, seen) if line.amount]
    assert head == f"{vote.name}: {sum(lines):+d}."
    assert [int(line.partition(":")[0]) for line in rest[: len(lines)]] == lines
    assert rest[len(lines) :] == list(results_told(INDEX, seen, vote, "nasa"))
    assert makings.is_made(path)
    assert makings.made_about(INDEX, path) == vote.text


def test_a_vote_stands_open_when_it_is_announced_and_in_its_last_two_turns() -> None:
    session = Session(
        CONTENT, Setup("cold_snap_2022", "esa", 7), dict.fromkeys(INDEX.chairs, "person")
    )
    seen = session.view("esa")
    (sitting,) = [one for one in coming(INDEX.votes, INDEX.scenario, 12, "esa") if one.turn == 16]
    told = []
    for turn in range(10, 18):
        seen.turn = turn
        texts = list(due_votes(INDEX, seen, "esa"))
        told += [turn for text in texts if text.startswith(f"{sitting.vote.name}: 2025 Q4")]
    assert told == [12, 15, 16]


def test_what_is_due_of_votes_is_told_by_the_one_telling(session: Session) -> None:
    viewer = Viewer.of(CONTENT, session.view("nasa"), "nasa")
    found = [due for due in dues(viewer) if due.kind == "vote"]
    assert found == [Due("vote", n) for n in range(len(found))]
    assert [due_text(viewer, due) for due in found] == list(due_votes(INDEX, viewer.seen, "nasa"))
    assert all(text in "\n".join(vote_lines(INDEX, viewer.seen, "nasa")).replace("\n  ", " ")
               for text in (due_text(viewer, due) for due in found))  # fmt: skip
