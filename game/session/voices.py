"""What offices say over offers and papers: the ways of saying chosen, none twice within a year.

Nothing of it is kept: the same game says the same, for what was said before is worked out again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from game.content.records import Content
from game.narration.reasons import UNKNOWN, act_told, belongs, ground_told, opened
from game.narration.words.voices import family_of, spoken, ways
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, find_offer
from game.rules.dice import draw
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.messages import Message
from game.rules.state import State
from game.rules.table.leaders import persona
from game.rules.table.openness import OPEN, openness
from game.session import PERSON, Session
from game.text.language import _

MONTHS = 12
PICKS = frozenset({"offer", CONVENE, "accept", "decline", "counter", "press", "fall"})


@dataclass(frozen=True, slots=True)
class Said:
    """A way of saying: in which turn, by whose office, of what."""

    turn: int
    chair: str
    kind: str
    way: str


class Voices:
    """What offices have said in a game so far; it goes on from where it was asked before."""

    def __init__(self, session: Session) -> None:
        """Have heard nothing yet."""
        scenario = session.content.scenarios[session.setup.scenario]
        self.year = MONTHS // scenario.turn_months
        self.states: list[State] = []
        self.said: dict[tuple[int, str], list[Said]] = {}
        self.before: dict[tuple[str, str], list[Said]] = {}

    def still(self, session: Session) -> bool:
        """Return whether all that was heard has still happened: nothing of it was taken back."""
        known = len(self.states)
        return not known or (
            known <= len(session.decisions) and session.states[known - 1] is self.states[-1]
            and session.states[known] is self.after
        )  # fmt: skip

    def go_on(self, session: Session) -> None:
        """Hear what was said since."""
        for place in range(len(self.states), len(session.decisions)):
            self.states.append(session.states[place])
            self.after = session.states[place + 1]
            for chair, kind in _occasions(session, place):
                self._say(session, place, chair, kind)

    def _say(self, session: Session, place: int, chair: str, kind: str) -> None:
        """Choose a way of saying that wasn't used within the year, while there is another."""
        state, before = session.states[place], self.before.setdefault((chair, kind), [])
        pool = ways(session.content, chair, _family(session, state, chair), kind)
        lately = {said.way: said.turn for said in before if said.turn > state.turn - self.year}
        start = draw(session.setup.seed, "voice", len(before), f"{chair}.{kind}") % len(pool)
        turned = (*pool[start:], *pool[:start])
        new = (way for way in turned if way not in lately)
        way = next(new, min(turned, key=lambda way: lately.get(way, 0)))
        said = Said(state.turn, chair, kind, way)
        before.append(said)
        self.said.setdefault((place, kind), []).append(said)


_HEARD: WeakKeyDictionary[Session, Voices] = WeakKeyDictionary()


def voices(session: Session) -> Voices:
    """Return what offices have said in a game up to now."""
    found = _HEARD.get(session)
    if found is None or not found.still(session):
        found = _HEARD[session] = Voices(session)
    found.go_on(session)
    return found


def _occasions(session: Session, place: int) -> Iterator[tuple[str, str]]:
    """Yield who speaks, and of what, where a decision was taken."""
    decision = session.decisions[place]
    if speaks(decision):
        yield decision.chair, _kind(decision)
    for chair in breakers(session, place):
        yield chair, "breach"


def speaks(decision: Decision) -> bool:
    """Return whether an office says something with a decision."""
    return not KINDS[decision.kind].on_the_desk and decision.pick in PICKS


def _kind(decision: Decision) -> str:
    """Return of what an office speaks: to convene is to make an offer."""
    return "offer" if decision.pick == CONVENE else decision.pick


def breakers(session: Session, place: int) -> tuple[str, ...]:
    """Return who has broken a paper or a promise by a decision, or as the turn ended with it."""
    found = []
    for change in session.led_to(place):
        if change.reason.code == "promise.broken":
            found.append(str(change.reason.arg("partner")))
        elif change.reason.code == "deal.broken":
            found.append(_breaker(session, place))
    return tuple(dict.fromkeys(chair for chair in found if chair))


def _breaker(session: Session, place: int) -> str:
    """Return who broke a paper: whose count of broken words has risen."""
    before, after = session.states[place].figures, session.states[place + 1].figures
    chairs = session.content.scenarios[session.setup.scenario].chairs
    risen = (c for c in chairs if after[f"{c}.broken"] > before[f"{c}.broken"])
    return next(risen, "")


def _family(session: Session, state: State, chair: str) -> str:
    return family_of(persona(index_of(session.content, state.scenario), state, chair))


def how_open(session: Session, viewer: str, chair: str) -> int:
    """Return how open a chair's reasons are to a viewer: all, at one screen and after the end."""
    shared = sum(player == PERSON for player in session.seats.values()) > 1
    if shared or session.over or viewer == chair:
        return OPEN
    seen = session.view(viewer)
    return openness(index_of(session.content, seen.scenario), seen, viewer, chair)


def reason_told(session: Session, viewer: str, place: int) -> str:
    """Return why a decision was taken, as far as a viewer may know, in the office's voice.

    What an older game or a player of one's own says in words is told as it stands.
    """
    decision, reason = session.decisions[place], session.reasons[place]
    if isinstance(reason, str) and reason:
        return opened(reason, how_open(session, viewer, decision.chair) == OPEN)
    known = reason if isinstance(reason, Message) and belongs(session.content, reason) else None
    level = how_open(session, viewer, decision.chair)
    if speaks(decision):
        return _speech(session, place, known, level)
    return act_told(session.content, known, decision.chair, level) if known else ""


def _speech(session: Session, place: int, reason: Message | None, level: int) -> str:
    decision, content = session.decisions[place], session.content
    said = voices(session).said[place, _kind(decision)][0]
    ground = ground_told(content, reason, level) if reason else _(UNKNOWN)
    return _filled(content, said, _clause(session, place), ground)


def breach_told(session: Session, place: int) -> tuple[tuple[str, str], ...]:
    """Return whose word was broken by a decision, and what the office says of it."""
    found = voices(session).said.get((place, "breach"), [])
    return tuple((s.chair, _filled(session.content, s, "", _(UNKNOWN))) for s in found)


def _filled(content: Content, said: Said, clause: str, ground: str) -> str:
    return spoken(said.way, content.partners[said.chair].city, clause, ground)


def _clause(session: Session, place: int) -> str:
    """Return what the first clause is called of the offer that a decision is about."""
    decision, state = session.decisions[place], session.states[place]
    terms = decision.terms or find_offer(state, state.queue[0].subject).terms
    return session.content.clauses[terms[0].clause].name
