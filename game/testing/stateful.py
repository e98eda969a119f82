"""A state machine that plays, errs, saves, loads and takes back, in any order.

Where a promise is broken the game up to there is told, saved and written as a script, as
`game.testing.found` does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
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
from game.rules.decisions import Decision
from game.rules.encoding import decode_state, digest, encode_state
from game.rules.invariants import violations
from game.rules.turn import apply
from game.saves.record import from_text
from game.session import PERSON, Session
from game.session.counsel import Counsel, Given
from game.testing.feeding import Feed, choose
from game.testing.found import promised
from game.testing.seated import (
    chains_its_turns,
    loaded,
    pages_add_up,
    record,
    refuse,
    saved,
    take_back,
)
from game.testing.strategies import decisions, illegal_decisions, setups


def machine(content: Content) -> type[RuleBasedStateMachine]:
    """Return a machine over some content; its `TestCase` runs it."""
    return type("OneTable", (Table,), {"content": content})


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
        taken = tuple(self.session.decisions)
        wrong = data.draw(illegal_decisions(self.content, self.session.state))
        with self._promised("refuse", (*taken, wrong)):
            refuse(self.session, wrong)

    @rule(target=saves)
    def save(self) -> str:
        """Save the game as text."""
        text = saved(self.session)
        self.told[text] = record(self.counsel)
        return text

    @rule(text=saves)
    def load(self, text: str) -> None:
        """Load a game: it must stand as it did when it was saved."""
        kept = from_text(text, "the save")
        with self._promised("load", [taken.decision() for taken in kept.decisions]):
            self.session = loaded(self.content, text)
            self.counsel = Counsel(self.session)
            assert record(self.counsel) == self.told[text], "expected the advisers' own record"

    @rule()
    def take_back(self) -> None:
        """Undo the last decision, if there is one; taking it again comes to the same."""
        with self._promised("take_back", tuple(self.session.decisions)):
            take_back(self.session)

    @rule()
    def ask_advisers(self) -> None:
        """Look the advisers' records up: kept or worked out anew, they say the same."""
        with self._promised("ask_advisers"):
            assert record(self.counsel) == record(Counsel(self.session)), "expected one record"

    @invariant()
    def keeps_every_promise(self) -> None:
        """The rules' invariants hold."""
        with self._promised("keeps_every_promise"):
            found = violations(self.content, self.session.state)
            assert not found, f"expected a sound state: {'; '.join(found)}"

    @invariant()
    def keeps_its_books(self) -> None:
        """Pages add up, and the chain has its links."""
        for promise in (pages_add_up, chains_its_turns):
            with self._promised(promise.__name__):
                promise(self.session)
