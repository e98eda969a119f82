"""What came of what a chair did: its offers, votes at home, risks, dilemmas; and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.content.records import Content
from game.narration.decisions import deed_title, summary, term_text
from game.narration.home import home_line
from game.narration.news import happened
from game.narration.reasons import belongs, stands_told
from game.rules.decisions import Change, Decision
from game.rules.index import index_of
from game.rules.ledger import MOVES
from game.rules.legality import find_offer
from game.rules.messages import Message
from game.rules.outcomes import choice_of
from game.rules.state import Offer, State, Term
from game.rules.table.deals import other_side
from game.rules.table.remedies import what_would_work
from game.rules.view import view, visible
from game.session import Session
from game.session.voices import breach_told, how_open, reason_told

ANSWERS = ("answer", "counter")
SIGNING = ("deal:", "ratify:", "witness:")


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one thing: after how many decisions, in which turn, of what, and what it was.

    `said` is who did what and why, `happened` what the story tells of it, and `moved` which
    figures it moved. `answered`: somebody else has decided it.
    """

    place: int
    turn: int
    title: str
    said: tuple[str, ...]
    happened: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    answered: bool = False

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, a sentence or more each."""
        return (*self.said, *self.happened, *self.moved)


def came_of(session: Session, chair: str, start: int = 0) -> Iterator[Came]:
    """Yield what came of a chair's own doings since so many decisions, in order."""
    for place in range(start, len(session.decisions)):
        yield from _answered(session, chair, place)
        yield from _risked(session, chair, place)
        yield from _revealed(session, chair, place)
        yield from _broken(session, chair, place)


def _told(
    session: Session, chair: str, place: int, title: str, first: Sequence[str],
    changes: Sequence[Change],
) -> Came:  # fmt: skip
    """Return what came of something: first what is said, then what happened and what moved."""
    content = session.content
    stories = happened(content, [c for c in changes if c.kind not in MOVES])
    moved = summary(content, [c for c in changes if c.kind in MOVES], chair)
    figures = (f"What it moved: {', '.join(moved)}.",) if moved else ()
    turn, said = session.states[place].turn, tuple(line for line in first if line)
    return Came(place, turn, title, said, stories, figures)


def _answered(session: Session, chair: str, place: int) -> Iterator[Came]:
    """Yield what was answered to what lay on the table between a chair and another."""
    state, decision = session.states[place], session.decisions[place]
    if decision.kind not in (*ANSWERS, "ratify"):
        return
    offer = find_offer(state, state.queue[0].subject)
    own, signs = decision.chair == chair, decision.pick not in ("decline", "counter")
    if chair not in (offer.maker, offer.to) or (own and not signs):
        return
    name = session.content.partners[other_side(offer, chair)].name
    voted = _votes(session, state, offer, chair) if signs else ""
    said = () if own else _said(session, chair, place, offer)
    changes = [c for c in visible(session.led_to(place), chair) if c.cause.startswith(SIGNING)]
    title = f"The deal with {name}" if own or decision.kind == "ratify" else f"Your offer to {name}"
    found = _told(session, chair, place, title, (*said, voted), changes)
    yield replace(found, answered=not own)


def _said(session: Session, chair: str, place: int, offer: Offer) -> tuple[str, ...]:
    """Return what another did with an offer, why, and what would have changed it."""
    state, decision = session.states[place], session.decisions[place]
    if decision.pick == "pay":
        return ()
    why = reason_told(session, chair, place)
    if decision.kind == "ratify":
        return (why,)
    name = session.content.partners[decision.chair].name
    deed = deed_title(session.content, state, decision)
    deed = f"{name} {deed[:1].lower()}{deed[1:]}."
    return (deed, why, _stood(session, chair, place), _instead(session, chair, place, offer))


def _stood(session: Session, chair: str, place: int) -> str:
    """Return where the sum stood of who didn't sign, as far as a chair may know."""
    decision, reason = session.decisions[place], session.reasons[place]
    if decision.pick == "accept" or not isinstance(reason, Message):
        return ""
    if not belongs(session.content, reason):
        return ""
    return stands_told(reason, how_open(session, chair, decision.chair))


def _instead(session: Session, chair: str, place: int, offer: Offer) -> str:
    """Return what would have been signed: what is asked for, or what a chair may guess."""
    content, decision = session.content, session.decisions[place]
    if decision.pick == "counter":
        return f"It asks for this instead: {_listed(content, decision.terms)}."
    if decision.pick != "decline":
        return ""
    seen = view(content, session.states[place], chair)
    index = index_of(content, seen.scenario)
    found = what_would_work(index, seen, offer, decision.chair)
    if found is None or found.terms == offer.terms:
        return ""
    terms = _listed(content, found.terms)
    return f"As far as you know, this would have been signed: {terms}."


def _listed(content: Content, terms: Sequence[Term]) -> str:
    names = content.partners
    return ", ".join(
        term_text(content, term)
        if content.clauses[term.clause].mutual
        else f"{names[term.giver].name} gives {term_text(content, term)}"
        for term in terms
    )


def _votes(session: Session, state: State, offer: Offer, chair: str) -> str:
    """Return how a chair's own factions take a paper."""
    seen = view(session.content, state, chair)
    return home_line(index_of(session.content, seen.scenario), seen, offer, chair, chair)


def _risked(session: Session, chair: str, place: int) -> Iterator[Came]:
    """Yield what came of an own choice or action that could have gone in several ways."""
    state, decision = session.states[place], session.decisions[place]
    if decision.chair != chair or not _outcomes(session.content, state, decision):
        return
    prefix = "choice:" if decision.kind == "card" else "action:"
    changes = [c for c in visible(session.led_to(place), chair) if c.cause.startswith(prefix)]
    title = deed_title(session.content, state, decision)
    yield _told(session, chair, place, title, (), changes)


def _outcomes(content: Content, state: State, decision: Decision) -> int:
    """Return in how many ways a decision could have gone."""
    if decision.kind == "card":
        event = content.events[state.queue[0].subject]
        return len(choice_of(event, decision.chair, decision.pick).outcomes)
    if decision.kind == "agenda" and decision.pick != "end":
        return len(content.actions[decision.pick].outcomes)
    return 0


def _revealed(session: Session, chair: str, place: int) -> Iterator[Came]:
    """Yield what came of the dilemmas that a chair has answered, once both answers are known."""
    found: dict[str, list[Change]] = {}
    for change in visible(session.led_to(place), chair):
        kind, _, subject = change.cause.partition(":")
        if kind == "dilemma" and chair in session.content.events[subject].between:
            found.setdefault(subject, []).append(change)
    for subject, changes in found.items():
        title = session.content.events[subject].title
        yield _told(session, chair, place, title, (), changes)


def _broken(session: Session, chair: str, place: int) -> Iterator[Came]:
    """Yield whose word was broken, and what the office says of it."""
    for who, said in breach_told(session, place):
        if who != chair:
            name = session.content.partners[who].name
            yield Came(place, session.states[place].turn, f"{name} breaks its word", (said,))
