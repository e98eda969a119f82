"""Whatever a power cut leaves on the disk, nothing is lost but the decision in hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import SaveError
from game.rules.decisions import Decision
from game.rules.setup import Setup
from game.saves import earlier
from game.saves.store import Store
from game.session import PERSON, Session
from game.session.keeping import go_on, start
from tests.saves.crashing import GONE, Watch, crashes, laid_out
from tests.saves.games import SMALL, do_first
from tests.small import CAMPAIGN

SEATS = {"nasa": PERSON, "roscosmos": "random", "esa": "random"}
FEW = 2  # recovery points are kept here, fewer than in play: the first is removed sooner
TURNS = {False: FEW + 2, True: 2}  # an ordinary game until recovery points are removed


@pytest.fixture(autouse=True)
def _few_points(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(earlier, "MOST", FEW)


def _played(watch: Watch, iron: bool) -> None:
    """Play a game that is told after each save what it may rely on."""
    game = start(SMALL, Setup(CAMPAIGN, "nasa", 3), SEATS, Store(watch.root / "saves"), iron)
    while game.state.turn <= TURNS[iron] and not game.over:
        game.play_others()
        _told(watch, game)
        do_first(game)
        if iron:
            _told(watch, game)


def _told(watch: Watch, game: Session) -> None:
    assert game.unsaved is None
    watch.done(tuple(game.decisions))


def _watched(tmp_path: Path, iron: bool, deaf: frozenset[str] = frozenset()) -> Watch:
    watch = Watch(tmp_path / "disk", deaf)
    watch.root.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        watch.watching(patch)
        _played(watch, iron)
    return watch


def _check(watch: Watch, tmp_path: Path, iron: bool) -> int:
    """Look at every state that a cut may leave; return how many there were."""
    number = 0
    for number, (taken, tree) in enumerate(crashes(watch), 1):
        place = tmp_path / f"state-{number}"
        place.mkdir()
        laid_out(tree, watch.root, place)
        sure = [what for step, what in watch.saved if step <= taken]
        _recovers(Store(place / "saves"), sure[-1] if sure else (), iron)
    return number


def _recovers(store: Store, sure: tuple[Decision, ...], iron: bool) -> None:
    """Check that a player finds a game again that holds every decision that was sure."""
    found = list(store.entries())
    assert all(not entry.problem for entry in found)
    assert found or not sure
    for entry in found:
        resumed = go_on(SMALL, store, entry.name)
        assert resumed.warnings == ()
        assert tuple(resumed.session.decisions[: len(sure)]) == sure
        assert bool(resumed.session.iron) == iron
        for turn in store.earlier.turns(entry.name):
            assert store.load(f"{entry.name}~{turn}").snapshot["turn"] == turn


@pytest.mark.parametrize("iron", [False, True])
def test_a_power_cut_loses_nothing_but_the_decision_in_hand(tmp_path: Path, iron: bool) -> None:
    watch = _watched(tmp_path, iron)
    removed = [
        s for s in watch.steps if s.kind == "name" and s.file == GONE and "earlier" in s.path
    ]
    assert any(s.path.endswith("-1.json") for s in removed) != iron
    assert _check(watch, tmp_path, iron) > 10


@pytest.mark.parametrize("deaf", ["sync", "settle"])
def test_a_disk_that_is_never_told_to_settle_does_lose(tmp_path: Path, deaf: str) -> None:
    watch = _watched(tmp_path, False, frozenset({deaf}))
    with pytest.raises((SaveError, AssertionError)):
        _check(watch, tmp_path, False)
