"""Convening in the plain game: a paper of three drafted, read by all sides, sent and told."""

from __future__ import annotations

from game.rules.setup import Setup
from game.rules.state import Slot
from game.session import Session, seats_for
from tests import shipped
from tests.plain.talk import talk
from tests.session.test_telling_words import came_of

BASE = shipped.base()


def _at_the_table() -> Session:
    """Return a campaign in which a person in Europe's chair sits at the table."""
    setup = Setup("cold_snap_2022", "esa", 3)
    session = Session(BASE, setup, seats_for(BASE, setup, "diplomat"))
    for _ in range(200):
        session.play_others()
        waiting = session.waiting_for()
        assert waiting is not None
        if waiting.slot == Slot("table", "esa"):
            return session
        legal = [option.decision for option in waiting.options if option.legal]
        quiet = [d for d in legal if d.pick in ("end", "decline")]
        session.submit((quiet or legal)[0])
    raise AssertionError("no table")


def test_a_paper_of_three_is_drafted_with_every_sum_sent_and_told() -> None:
    session = _at_the_table()
    said = talk(session, "convene", "guarantee 40", "three at the weld", "sum", "work", "send")
    for told in (
        "All three: A guarantee (40 million USD).",
        "For NASA: Together",
        "For Roscosmos: Together",
        "A guarantee (40 million USD), all three.",
        "Trust in Roscosmos.",
        "NASA would sign this; Roscosmos would sign this as it is.",
        "ESA puts a paper of three to NASA and Roscosmos.",
        "Your paper of three:",
        "ESA, NASA and Roscosmos sign: A guarantee (40 million USD), Three at the weld.",
    ):
        assert told in said, told
    first, both = said.index("NASA signs;"), said.index("ESA, NASA and Roscosmos sign:")
    assert first < both  # as they put their names to it
    assert said.count("NASA signs") == 1
    votes = [line for came in came_of(session, "esa") for line in came.votes]
    assert len(votes) == 1  # once all have signed
    (deal,) = (deal for deal in session.state.deals if len(deal.parties) > 2)
    assert deal.parties == ("esa", "nasa", "roscosmos")


def test_what_who_convenes_lacks_is_said_before_it_is_sent() -> None:
    said = talk(_at_the_table(), "convene", "training together", "send", "back")
    assert "Not possible: Who convenes has a part in the paper" in said
