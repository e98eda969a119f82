from __future__ import annotations

from collections import Counter

import pytest

from game.lab.experiment import play
from game.lab.fates import Fates
from game.lab.rows import Bargain, Row, Tally
from game.lab.watching import Notes
from game.rules.decisions import Decision
from game.session import Session
from tests.lab.world import CHAIRS, SHORT, experiment


@pytest.fixture(scope="module")
def session() -> Session:
    """Return the first game of the experiment, unwatched."""
    game = Session(SHORT, experiment().setup, dict.fromkeys(CHAIRS, "random"))
    game.play_others()
    return game


@pytest.fixture(scope="module")
def row() -> Row:
    """Return that game's row."""
    return play(experiment(), experiment().setup.seed)


def _of(session: Session, *kinds: str) -> list[Decision]:
    return [d for d in session.decisions if d.kind in kinds]


def test_every_cards_choice_is_noted(session: Session, row: Row) -> None:
    assert sum(t.taken for t in row.choices.values()) == len(_of(session, "card", "dilemma"))


def test_the_pace_is_that_of_the_chair(session: Session, row: Row) -> None:
    mine = [d for d in session.decisions if d.chair == CHAIRS[0]]
    sorts = Counter(d.kind for d in mine if (d.kind, d.pick) != ("agenda", "end"))
    assert row.pace == {
        "cards": sorts["card"] + sorts["dilemma"],
        "actions": sorts["agenda"],
        "table": sum(sorts[kind] for kind in ("table", "answer", "counter", "ratify")),
    }
    seconds = 25 * row.pace["cards"] + 15 * row.pace["actions"] + 20 * row.pace["table"]
    assert row.minutes == seconds / 60


def test_an_action_counts_once_a_turn(row: Row) -> None:
    for tally in row.actions.values():
        assert 0 <= tally.taken <= tally.open <= row.turns


def test_signatures_are_counted_by_clause(session: Session, row: Row) -> None:
    talks = _of(session, "table", "answer", "counter", "ratify")
    assert sum(row.talks.values()) == len(talks)
    offered = sum(len({t.clause for t in d.terms}) for d in talks)
    assert sum(b.offered for b in row.clauses.values()) == offered
    accepted = sum(count for key, count in row.talks.items() if key.endswith("/accept"))
    assert sum(b.signed for b in row.clauses.values()) >= accepted > 0
    for b in row.clauses.values():
        assert b.ratified + b.fallen <= b.signed


def test_a_clause_is_possible_before_it_is_offered(row: Row) -> None:
    for bargain in row.clauses.values():
        assert bargain.possible > 0 or not bargain.offered


def test_cards_deals_are_told_apart() -> None:
    struck = Fates(*(Counter({"swap": count}) for count in (4, 3, 1, 2)))
    assert Notes().clauses(struck) == {"swap": Bargain(0, 0, 4, 3, 1, 2)}


def test_a_choice_without_alternative_is_told_apart(row: Row) -> None:
    assert all(t.alone <= t.taken <= t.open for t in row.choices.values())
    notes = Notes()
    notes.open["e/nasa/a"], notes.taken["e/nasa/a"], notes.alone["e/nasa/a"] = 3, 2, 1
    assert notes.choices() == {"e/nasa/a": Tally(3, 2, 1)}
