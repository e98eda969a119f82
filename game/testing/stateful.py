"""A state machine that plays, errs, saves, loads and takes back, in any order.

Where a promise is broken the game up to there is told, saved and written as a script, as
`game.testing.found` does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
)

from game.content.records import Content
from game.errors import IllegalDecision
from game.rules.decisions import Decision
from game.rules.encoding import START_OF_CHAIN, decode_state, digest, encode_state
from game.rules.invariants import violations
from game.rules.ledger import totals
from game.rules.turn import apply
from game.saves.record import from_text, to_text
from game.session import PERSON, Session
from game.session.counsel import Counsel, Given
from game.session.keeper import to_record
from game.session.keeping import resume
from game.testing.feeding import Feed, choose
from game.testing.found import promised
from game.testing.strategies import decisions, illegal_decisions, setups

ANY_TIME = datetime(2030, 1, 1, tzinfo=UTC)


def machine(content: Content) -> type[RuleBasedStateMachine]:
    """Return a machine over some content; its `TestCase` runs it."""
    return type("OneTable", (Table,), {"content": content})


def _record(counsel: Counsel) -> list[Given]:
    """Return what all advisers at the table have said, and what came of it."""
    return [given for chair in counsel.session.seats for given in counsel.record(chair)]


def _waits(table: Table) -> bool:
    return not table.session.over


class Table(RuleBasedStateMachine):
    """One screen at which people sit in every chair."""

    content: ClassVar[Content]
    saves = Bundle("saves")

    @initialize(data=st.data())
    def sit_down(self, data: st.DataObject) -> None:
        """Start a game with people in all chairs."""
        setup = data.draw(setups(self.content))
        chairs = self.content.scenarios[setup.scenario].chairs
        self.session = Session(self.content, setup, dict.fromkeys(chairs, PERSON))
        self.counsel = Counsel(self.session)
        self.told: dict[str, list[Given]] = {}

    def _promised(
        self, promise: str, decisions: Sequence[Decision] | None = None
    ) -> AbstractContextManager[None]:
        """Tell the game so far where a promise is broken while this is open."""
        taken = self.session.decisions if decisions is None else decisions
        return promised(self.content, self.session.setup, taken, promise)

    @precondition(_waits)
    @rule(data=st.data())
    def decide(self, data: st.DataObject) -> None:
        """Take any legal decision; a decoded copy of the state must come to the same."""
        before, taken = self.session.state, tuple(self.session.decisions)
        decision = data.draw(decisions(self.content, before))
        with self._promised("decide", (*taken, decision)):
            self.session.submit(decision)
            twin = apply(self.content, decode_state(encode_state(before)), decision).state
            assert digest(twin) == digest(self.session.state), "expected the same once decoded"

    @precondition(_waits)
    @rule(data=st.binary(min_size=20, max_size=60))
    def play_on(self, data: bytes) -> None:
        """Take many decisions, chosen by bytes."""
        feed = Feed(data)
        while not feed.dry and not self.session.over:
            decision = choose(self.content, self.session.state, feed)
            with self._promised("play_on", (*self.session.decisions, decision)):
                self.session.submit(decision)
            self.keeps_every_promise()

    @precondition(_waits)
    @rule(data=st.data())
    def err(self, data: st.DataObject) -> None:
        """Try what may not be done: it is refused, and nothing has happened."""
        before, taken = digest(self.session.state), tuple(self.session.decisions)
        wrong = data.draw(illegal_decisions(self.content, self.session.state))
        with self._promised("err", (*taken, wrong)):
            try:
                self.session.submit(wrong)
            except IllegalDecision as refused:
                assert refused.reason, "expected a reason for the refusal"
            else:
                raise AssertionError("expected an illegal decision to be refused")
            assert digest(self.session.state) == before, "expected nothing to have happened"
            assert tuple(self.session.decisions) == taken, "expected nothing to be written down"

    @rule(target=saves)
    def save(self) -> str:
        """Save the game as text."""
        text = to_text(to_record(self.session, ANY_TIME))
        self.told[text] = _record(self.counsel)
        return text

    @rule(text=saves)
    def load(self, text: str) -> None:
        """Load a game: it must stand as it did when it was saved."""
        record = from_text(text, "the save")
        with self._promised("load", [taken.decision() for taken in record.decisions]):
            resumed = resume(self.content, record)
            assert not resumed.warnings and not resumed.anew, f"expected no {resumed.warnings}"
            assert encode_state(resumed.session.state) == record.snapshot, "expected its snapshot"
            assert resumed.session.chain == record.chain, "expected its chain"
            self.session = resumed.session
            self.counsel = Counsel(self.session)
            assert _record(self.counsel) == self.told[text], "expected the advisers' own record"

    @rule()
    def take_back(self) -> None:
        """Undo the last decision, if there is one; taking it again comes to the same."""
        taken, state = tuple(self.session.decisions), self.session.state
        with self._promised("take_back", taken):
            assert self.session.undo() == bool(taken), "expected what was decided to be undone"
            for decision in taken[-1:]:
                self.session.submit(decision)
                assert self.session.state == state, "expected the same when taken again"
                self.session.undo()

    @rule()
    def ask_advisers(self) -> None:
        """Look the advisers' records up: kept or worked out anew, they say the same."""
        with self._promised("ask_advisers"):
            assert _record(self.counsel) == _record(Counsel(self.session)), "expected one record"

    @invariant()
    def keeps_every_promise(self) -> None:
        """The rules' invariants hold."""
        with self._promised("keeps_every_promise"):
            found = violations(self.content, self.session.state)
            assert not found, f"expected a sound state: {'; '.join(found)}"

    @invariant()
    def adds_up(self) -> None:
        """Each page's opening figures and changes make the next page's, and the present ones."""
        pages = self.session.pages
        with self._promised("adds_up"):
            assert [page.turn for page in pages] == list(range(1, self.session.state.turn + 1))
            for page, after in zip(pages, [p.opening for p in pages[1:]] + [None], strict=True):
                reached = self.session.state.figures if after is None else after
                for path, amount in totals(page.changes).items():
                    summed = page.opening[path] + amount
                    told = f"expected {path} {summed} in turn {page.turn}, not {reached[path]}"
                    assert summed == reached[path], told

    @invariant()
    def chains_its_turns(self) -> None:
        """The chain has a link for the start and each finished turn, each after the last."""
        session = self.session
        finished = session.state.turn - 1 + session.over
        with self._promised("chains_its_turns"):
            assert len(session.chain) == 1 + finished, "expected a link for each turn"
            first = digest(session.states[0], START_OF_CHAIN)
            assert session.chain[0] == first, "expected the first link to be the start's"
