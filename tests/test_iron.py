"""Iron mode: whatever is done, no decision that was written down is ever another one."""

from __future__ import annotations

import json
import tempfile
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from game.errors import HandshakeError, SaveError, UsageError
from game.rules.decisions import Decision
from game.rules.setup import Setup
from game.rules.state import Term
from game.saves.iron import Register, head_of
from game.saves.record import Taken
from game.saves.store import Store
from game.session import PERSON, Session
from game.session.keeper import Keeper
from game.session.keeping import branch_of, go_on, start
from tests.saves.games import SMALL, do_first
from tests.small import BRIEF

SEATS = {"nasa": PERSON, "roscosmos": "random"}


def begun(directory: Path, iron: bool = True) -> Session:
    game = start(SMALL, Setup(BRIEF, "nasa", 3), SEATS, Store(directory), iron)
    game.play_others()
    do_first(game)
    return game


def name_of(directory: Path) -> str:
    return Store(directory).latest()


def test_an_iron_run_is_written_after_each_decision(tmp_path: Path) -> None:
    game = begun(tmp_path)
    saved = Store(tmp_path).load(name_of(tmp_path))
    assert saved.iron == game.iron != ""
    assert len(saved.decisions) == len(game.decisions)


def test_nothing_is_taken_back(tmp_path: Path) -> None:
    game = begun(tmp_path)
    assert not game.undo()
    with pytest.raises(UsageError, match="iron"):
        game.rewind(0)
    assert isinstance(game.saver, Keeper)
    with pytest.raises(UsageError, match="iron"):
        branch_of(game, game.saver, 1)
    assert not game.hindsight


def test_an_older_copy_is_refused(tmp_path: Path) -> None:
    game = begun(tmp_path)
    path = Store(tmp_path).path(name_of(tmp_path))
    old = path.read_text(encoding="utf-8")
    game.play_others()
    do_first(game)
    path.with_name("copy.json").write_text(old, encoding="utf-8")
    with pytest.raises(SaveError, match="older copy"):
        go_on(SMALL, Store(tmp_path), "copy")


def test_a_run_that_the_register_doesnt_know_goes_on_as_an_ordinary_one(tmp_path: Path) -> None:
    begun(tmp_path / "a")
    name = name_of(tmp_path / "a")
    text = Store(tmp_path / "a").path(name).read_text(encoding="utf-8")
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / f"{name}.json").write_text(text, encoding="utf-8")
    resumed = go_on(SMALL, Store(tmp_path / "b"), name)
    assert not resumed.session.iron and resumed.session.hindsight
    assert "register" in resumed.warnings[-1]
    resumed.session.play_others()
    do_first(resumed.session)
    assert Store(tmp_path / "b").load(name).iron


def test_two_at_once_can_not_both_go_on(tmp_path: Path) -> None:
    begun(tmp_path)
    name = name_of(tmp_path)
    one, other = (go_on(SMALL, Store(tmp_path), name).session for _ in range(2))
    one.play_others()
    do_first(one)
    other.play_others()
    with pytest.raises(SaveError, match="elsewhere"):
        do_first(other)
    assert [t.decision() for t in Store(tmp_path).load(name).decisions] == one.decisions


def test_the_head_knows_every_decision() -> None:
    one = Taken.of(Decision("nasa", "card", "a"), "because")
    assert head_of([one]) == head_of([replace(one, why="no")])
    assert head_of([one]) != head_of([replace(one, pick="b")])
    assert head_of([one]) != head_of([])


def test_the_head_of_an_earlier_run_stays_what_was_written_down() -> None:
    one = Taken.of(Decision("esa", "answer", "accept", terms=(Term("alms", 3, "esa"),)), "")
    row: dict[str, object] = {"chair": "esa", "kind": "answer", "pick": "accept", "target": ""}
    row |= {"terms": [{"clause": "alms", "amount": 3, "giver": "esa"}]}
    assert head_of([one]) == sha256(json.dumps([row], sort_keys=True).encode()).hexdigest()
    to_somebody = replace(one, terms=[replace(one.terms[0], to="nasa")])
    assert head_of([to_somebody]) != head_of([one])


def test_a_damaged_register_entry_is_an_unknown_run(tmp_path: Path) -> None:
    game = begun(tmp_path)
    (tmp_path / "iron" / game.iron).write_text("what?", encoding="utf-8")
    assert Register(tmp_path).reached(game.iron) is None


class Iron(RuleBasedStateMachine):
    """One iron run, of which files are copied, put back, opened twice and undone."""

    @initialize()
    def sit_down(self) -> None:
        """Begin a run."""
        self.place = tempfile.TemporaryDirectory()
        self.directory = Path(self.place.name)
        self.open = [begun(self.directory)]
        self.run = self.open[0].iron
        self.name = name_of(self.directory)
        self.copies = [self.text()]
        self.written: list[Taken] = []
        self.writes_on()

    def text(self) -> str:
        return (self.directory / f"{self.name}.json").read_text(encoding="utf-8")

    @rule(which=st.integers(0, 9), pick=st.integers(0, 9))
    def decide(self, which: int, pick: int) -> None:
        """Decide something in one of the games that are open; it may be refused."""
        game = self.open[which % len(self.open)]
        try:
            game.play_others()
            waiting = game.waiting_for()
            legal = [o.decision for o in waiting.options if o.legal] if waiting else []
            legal = [d for d in legal if d.pick not in ("offer", "counter")]
            if legal:
                game.submit(legal[pick % len(legal)])
        except HandshakeError:
            self.open.remove(game)
            self.open = self.open or [self.open_it()]

    def open_it(self) -> Session:
        """Open the save that has come farthest."""
        found = [e for e in Store(self.directory).entries() if e.record is not None]
        farthest = max(found, key=lambda e: len(e.record.decisions if e.record else ()))
        return go_on(SMALL, Store(self.directory), farthest.name).session

    @rule(which=st.integers(0, 9))
    def go_back(self, which: int) -> None:
        """Try to undo, to rewind and to branch."""
        game = self.open[which % len(self.open)]
        before = len(game.decisions)
        assert not game.undo()
        with pytest.raises(UsageError):
            game.rewind(0)
        with pytest.raises(UsageError):
            branch_of(game, Keeper(Store(self.directory), self.name), 1)
        assert len(game.decisions) == before

    @rule()
    def copy(self) -> None:
        """Keep a copy of the save."""
        self.copies.append(self.text())

    @rule(which=st.integers(0, 9))
    def load_copy(self, which: int) -> None:
        """Load a copy under another name."""
        path = self.directory / "copy.json"
        path.write_text(self.copies[which % len(self.copies)], encoding="utf-8")
        try:
            self.open.append(go_on(SMALL, Store(self.directory), "copy").session)
        except SaveError:
            path.unlink()

    @rule()
    def load(self) -> None:
        """Load the save."""
        self.open.append(self.open_it())

    @invariant()
    def writes_on(self) -> None:
        """What was written down once is still there: the run only grows."""
        if not hasattr(self, "written"):
            return
        for entry in Store(self.directory).entries():
            assert entry.record is not None and entry.record.iron == self.run
            decisions = entry.record.decisions
            shared = min(len(decisions), len(self.written))
            assert decisions[:shared] == self.written[:shared]
            if len(decisions) > len(self.written):
                self.written = decisions

    def teardown(self) -> None:
        """Leave nothing behind."""
        if hasattr(self, "place"):
            self.place.cleanup()


Iron.TestCase.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
TestIron = Iron.TestCase
