"""What a session promises beyond the rules: to go back, to be saved and loaded, to keep its books.

Each promise is a function of a session that raises AssertionError, saying what was expected. The
state machine of `game.testing.stateful` tries them in any order; a script that names one is held
to it anew (`hold`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from game.content.records import Content
from game.errors import IllegalDecision
from game.rules.decisions import Decision
from game.rules.encoding import START_OF_CHAIN, digest, encode_state
from game.rules.ledger import totals
from game.saves.record import from_text, to_text
from game.session import PERSON, Session
from game.session.counsel import Counsel, Given
from game.session.keeper import to_record
from game.session.keeping import resume
from game.testing.found import promised
from game.testing.script import Script

ANY_TIME = datetime(2030, 1, 1, tzinfo=UTC)


def record(counsel: Counsel) -> list[Given]:
    """Return what all advisers at the table have said, and what came of it."""
    return [given for chair in counsel.session.seats for given in counsel.record(chair)]


def saved(session: Session) -> str:
    """Return a game as the text of a save."""
    return to_text(to_record(session, ANY_TIME))


def loaded(content: Content, text: str) -> Session:
    """Return a saved game as it goes on, which must be as it was saved."""
    kept = from_text(text, "the save")
    resumed = resume(content, kept)
    assert not resumed.warnings and not resumed.anew, f"expected no {resumed.warnings}"
    assert encode_state(resumed.session.state) == kept.snapshot, "expected its snapshot"
    assert resumed.session.chain == kept.chain, "expected its chain"
    return resumed.session


def load(session: Session) -> None:
    """A game that is saved and loaded stands as it did, its advisers' record too."""
    again = loaded(session.content, saved(session))
    told = record(Counsel(session))
    assert record(Counsel(again)) == told, "expected the advisers' own record"


def take_back(session: Session) -> None:
    """The last decision is undone, if there is one, and comes to the same when taken again.

    Afterwards it is undone.
    """
    taken, state = tuple(session.decisions), session.state
    assert session.undo() == bool(taken), "expected what was decided to be undone"
    for decision in taken[-1:]:
        session.submit(decision)
        assert session.state == state, "expected the same when taken again"
        session.undo()


def refuse(session: Session, wrong: Decision) -> None:
    """What may not be done is refused with its reason, and nothing has happened."""
    before, taken = digest(session.state), tuple(session.decisions)
    try:
        session.submit(wrong)
    except IllegalDecision as refused:
        assert refused.reason, "expected a reason for the refusal"
    else:
        raise AssertionError("expected an illegal decision to be refused")
    assert digest(session.state) == before, "expected nothing to have happened"
    assert tuple(session.decisions) == taken, "expected nothing to be written down"


def pages_add_up(session: Session) -> None:
    """Each page's opening figures and changes make the next page's, and the present ones."""
    pages = session.pages
    assert [page.turn for page in pages] == list(range(1, session.state.turn + 1))
    for page, after in zip(pages, [p.opening for p in pages[1:]] + [None], strict=True):
        reached = session.state.figures if after is None else after
        for path, amount in totals(page.changes).items():
            summed = page.opening[path] + amount
            told = f"expected {path} {summed} in turn {page.turn}, not {reached[path]}"
            assert summed == reached[path], told


def chains_its_turns(session: Session) -> None:
    """The chain has a link for the start and each finished turn, each after the last."""
    finished = session.state.turn - 1 + session.over
    assert len(session.chain) == 1 + finished, "expected a link for each turn"
    assert session.chain[0] == digest(session.states[0], START_OF_CHAIN), "expected the start's"


SEATED: Mapping[str, Callable[[Session], None]] = {
    one.__name__: one for one in (load, take_back, pages_add_up, chains_its_turns)
}
"""What a session promises wherever it stands, by name."""


def hold(content: Content, script: Script) -> None:
    """Raise Broken where the session of a script doesn't keep the promise that it names.

    `refuse` is asked of the last decision, the others of the game after it. Raises KeyError for
    any other name, IllegalDecision where a decision can't be taken.
    """
    chairs = content.scenarios[script.setup.scenario].chairs
    session = Session(content, script.setup, dict.fromkeys(chairs, PERSON))
    wrong = script.decisions[-1:] if script.promise == refuse.__name__ else ()
    for decision in script.decisions[: len(script.decisions) - len(wrong)]:
        session.submit(decision)
    with promised(content, script.setup, script.decisions, script.promise):
        for decision in wrong:
            refuse(session, decision)
        if not wrong:
            SEATED[script.promise](session)
