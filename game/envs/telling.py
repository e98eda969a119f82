"""A run told to a chair, in the words in which the game is told: what is new, what is asked."""

from __future__ import annotations

from collections.abc import Iterator

from game.envs.run import Run
from game.envs.steps import addressed
from game.narration.decisions import (
    card_text,
    card_title,
    date_text,
    decision_title,
    offer_lines,
)
from game.record import replace
from game.rules.decisions import find_offer
from game.rules.kinds import KINDS
from game.rules.legality import options
from game.rules.state import SlotKind
from game.session import PERSON, Session
from game.session.telling import Telling
from game.session.telling.words import lines_of
from game.text.language import N_, _

ASKED: dict[SlotKind, str] = {
    "card": N_("A card: {card}"),
    "dilemma": N_("A dilemma, answered blind: {card}"),
    "agenda": N_("Agenda."),
    "table": N_("The table."),
    "answer": N_("An offer. Do you sign?"),
    "counter": N_("Other terms for your offer. Do you sign?"),
    "ratify": N_("Your home is against a deal that you have signed."),
}


def session_of(run: Run) -> Session:
    """Return a run as a session, which can be saved, told and gone on with."""
    seats = {chair: run.players.get(chair, PERSON) for chair in run.index.chairs}
    session = Session(run.whole, run.setup, seats)
    follow(session, run)
    return session


def follow(session: Session, run: Run) -> None:
    """Take in a session what was decided in a run since."""
    for decision, reason in run.taken[len(session.decisions) :]:
        session.submit(decision, reason)


class Speaker:
    """Tells one run as it goes on, each thing once to each chair."""

    def __init__(self, run: Run) -> None:
        """Have told nothing."""
        self._session = session_of(run)
        self._telling = Telling(self._session)

    def tell(self, run: Run, chair: str) -> str:
        """Return where the run stands, what is new to a chair, and what it is asked."""
        follow(self._session, run)
        return "\n".join((*self._news(chair), *self._question(run, chair)))

    def _news(self, chair: str) -> Iterator[str]:
        session, items = self._session, self._telling.untold(chair)
        state, content = session.state, session.content
        turns, when = content.scenarios[state.scenario].turns, date_text(content, state)
        yield _("{when}. Turn {turn} of {turns}.", when=when, turn=state.turn, turns=turns)
        yield _("You are {name}.", name=content.partners[chair].name)
        told = (line for item in items for line in lines_of(session, chair, item))
        yield from dict.fromkeys(filter(None, told))
        self._telling.tell(chair, items)

    def _question(self, run: Run, chair: str) -> Iterator[str]:
        if run.chair != chair:
            return
        content, seen = self._session.content, self._session.view(chair)
        slot = seen.queue[0]
        named = card_title(content, slot) if KINDS[slot.kind].of_a_card else ""
        yield _(ASKED[slot.kind], card=named)
        if named:
            yield card_text(content, seen, slot)
            listed = (o.decision for o in options(content, seen) if o.legal)
            yield from (f"- {decision_title(content, seen, decision)}" for decision in listed)
        if KINDS[slot.kind].of_an_offer:
            yield from offer_lines(content, find_offer(seen, slot.subject), chair)
        begun = run.begun
        if begun and not begun.pointed:
            draft = replace(addressed(seen, begun.decision), terms=begun.decision.terms)
            yield from (_("Your draft:"), *offer_lines(content, draft, chair))
