"""What a chair is told, in words: made anew whenever an item is told."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from game.content.records import Content
from game.narration.alarms import OPEN, Alarm, alarm_text
from game.narration.cautions import Due, asked_of, due_short, due_text
from game.narration.decisions import decision_title, deed_title, summary, term_text
from game.narration.home import home_line
from game.narration.news import attributed, happened, heard
from game.narration.reasons import belongs, stands_told
from game.narration.scenes import Cue, Shown, shown
from game.narration.viewer import Viewer
from game.rules.calendar import label, turn_start
from game.rules.decisions import Change, Decision, find_offer
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.ledger import MOVES
from game.rules.messages import Message
from game.rules.state import Offer, State, Term
from game.rules.table.remedies import what_would_work
from game.rules.table.sides import other_side, signs_last
from game.rules.view import view
from game.session import Session
from game.session.others import Move, move_at
from game.session.telling.items import Item, Rank
from game.session.voices import breach_told, how_open, reason_told
from game.text.language import _, ngettext
from game.text.lists import comma_listed

PUT = ("offer.made", "offer.countered")  # what is known to who put it, and lies before who got it


@dataclass(frozen=True, slots=True)
class Came:
    """What came of one thing: of what, who did what and why, what happened, what it moved.

    `votes` tell how the home of whom it is told to takes a paper.
    """

    title: str
    said: tuple[str, ...]
    happened: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    votes: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """All of it, a sentence or more each, none of them twice."""
        figures = (_("What it moved: {figures}.", figures=comma_listed(self.moved)),)
        told = dict.fromkeys((*self.said, *self.votes, *self.happened))
        return (*told, *(figures if self.moved else ()))


def happened_in(
    session: Session, chair: str, items: Iterable[Item], without: Container[str] = ()
) -> tuple[str, ...]:
    """Return what items tell of what happened, each once; of several people alike once.

    Kinds of change that it is to do `without` aren't told.
    """
    content, told = session.content, list[Change]()
    for item in items:
        known = (c for c in heard(item.changes, chair) if c.kind not in MOVES)
        changes = (c for c in known if c.kind not in without)
        told += [c for c in changes if c.reason.code not in PUT]
    return happened(content, attributed(content, told, chair))


def viewer_at(session: Session, chair: str, place: int) -> Viewer:
    """Return who looks from a chair as things stood after so many decisions."""
    return Viewer.of(session.content, view(session.content, session.states[place], chair), chair)


def danger_told(session: Session, chair: str, item: Item) -> str:
    """Return what is in danger or due, as things stood when it was told first."""
    return _danger(viewer_at(session, chair, item.place), item)


def danger_short(session: Session, chair: str, item: Item) -> str:
    """Return what is in danger or due in few words, without what helps."""
    viewer = viewer_at(session, chair, item.place)
    if isinstance(item.danger, Due):
        return due_short(viewer, item.danger)
    assert isinstance(item.danger, Alarm)
    return viewer.say(item.danger.told)


def danger_asks(session: Session, chair: str, item: Item) -> str:
    """Return what is due and what settles it, without what would come of it; dangers in full."""
    viewer = viewer_at(session, chair, item.place)
    return asked_of(viewer, item.danger) if isinstance(item.danger, Due) else _danger(viewer, item)


def _danger(viewer: Viewer, item: Item) -> str:
    if isinstance(item.danger, Alarm):
        return alarm_text(viewer.index, item.danger)
    assert isinstance(item.danger, Due)
    return due_text(viewer, item.danger)


def warned_of(session: Session, chair: str, standing: Sequence[Item]) -> tuple[str, ...]:
    """Return what stands in danger, three alarms in full and how many more; then what is due."""
    alarms = [item for item in standing if item.sort == "alarm"]
    told = [*alarms[:OPEN], *(item for item in standing if item.sort == "due")]
    viewer = viewer_at(session, chair, told[0].place) if told else None
    lines = [_danger(viewer, item) for item in told if viewer]
    if more := len(alarms[OPEN:]):
        lines.insert(OPEN, ngettext("And {n} more in danger.", "And {n} more in danger.", more))
    return tuple(lines)


def scene_told(session: Session, chair: str, item: Item, cue: Cue) -> Shown:
    """Return a scene as it was told: as things stood, with all that its happening moved."""
    return shown(viewer_at(session, chair, item.place), cue)


def move_told(session: Session, chair: str, item: Item) -> Move:
    """Return what another has decided, and why."""
    return move_at(session, chair, item.decided)


def figures_told(session: Session, chair: str, changes: Sequence[Change]) -> tuple[str, ...]:
    """Return what figures have moved by, a phrase each."""
    return summary(session.content, [c for c in changes if c.kind in MOVES], chair)


def came_told(
    session: Session, chair: str, item: Item, moved: Sequence[Change] | None = None
) -> Came:
    """Return what came of something; of what it `moved` all, or what is still to be told."""
    said = {"answer": _answered, "breach": _broken}.get(item.sort)
    lines = said(session, chair, item) if said else ()
    figures = figures_told(session, chair, item.moved if moved is None else moved)
    story = sorted(item.changes, key=lambda change: change.kind != "story")
    stories = happened_in(session, chair, [replace(item, changes=tuple(story))])
    votes = _votes(session, chair, item) if item.sort == "answer" else ()
    return Came(_title(session, chair, item), tuple(filter(None, lines)), stories, figures, votes)


def _title(session: Session, chair: str, item: Item) -> str:
    content, state = session.content, session.states[item.decided]
    decision = session.decisions[item.decided]
    if item.sort == "dilemma":
        return content.events[item.subject].title
    if item.sort == "breach":
        return _("{partner} breaks its word", partner=content.partners[item.subject].name)
    if not KINDS[decision.kind].of_an_offer:
        return decision_title(content, state, decision)
    offer = find_offer(state, state.queue[0].subject)
    if offer.third:
        return _title_of_three(content, offer, chair)
    name = content.partners[other_side(offer, chair)].name
    if item.sort == "deed":
        return _("The offer of {partner}", partner=name)
    if decision.chair == chair or decision.kind == "ratify":
        return _("The deal with {partner}", partner=name)
    return _("Your offer to {partner}", partner=name)


def _title_of_three(content: Content, offer: Offer, chair: str) -> str:
    if offer.maker == chair:
        return _("Your paper of three")
    return _("The paper of three of {partner}", partner=content.partners[offer.maker].name)


def _broken(session: Session, chair: str, item: Item) -> Iterator[str]:
    """Yield what the office says that broke its word."""
    for who, said in breach_told(session, item.decided):
        if who == item.subject:
            yield said


def _answered(session: Session, chair: str, item: Item) -> Iterator[str]:
    """Yield what another did with an offer, why, and what would have done."""
    state, decision = session.states[item.decided], session.decisions[item.decided]
    if decision.chair != chair and decision.pick != "pay":
        yield from _said(session, chair, item.decided, find_offer(state, item.subject))


def _said(session: Session, chair: str, decided: int, offer: Offer) -> Iterator[str]:
    """Yield what another did with an offer, why, and what would have changed it."""
    state, decision = session.states[decided], session.decisions[decided]
    why = reason_told(session, chair, decided)
    last = decision.pick != "accept" or signs_last(offer, decision.chair)
    if decision.kind != "ratify" and last:  # of a first signature what happened tells it
        name = session.content.partners[decision.chair].name
        deed = deed_title(session.content, state, decision)
        yield f"{name} {deed[:1].lower()}{deed[1:]}."
    yield why
    if decision.kind != "ratify":
        yield _stood(session, chair, decided)
        yield _instead(session, chair, decision, state, offer)


def _stood(session: Session, chair: str, decided: int) -> str:
    """Return where the sum stood of who didn't sign, as far as a chair may know."""
    decision, reason = session.decisions[decided], session.reasons[decided]
    if decision.pick == "accept" or not isinstance(reason, Message):
        return ""
    if not belongs(session.content, reason):
        return ""
    return stands_told(reason, how_open(session, chair, decision.chair))


def _instead(session: Session, chair: str, decision: Decision, state: State, offer: Offer) -> str:
    """Return what would have been signed: what is asked for, or what a chair may guess."""
    content = session.content
    if decision.pick == "counter":
        return _("It asks for this instead: {terms}.", terms=_listed(content, decision.terms))
    if decision.pick != "decline":
        return ""
    seen = view(content, state, chair)
    found = what_would_work(index_of(content, seen.scenario), seen, offer, decision.chair)
    if found is None or found.terms == offer.terms:
        return ""
    terms = _listed(content, found.terms)
    return _("As far as you know, this would have been signed: {terms}.", terms=terms)


def _listed(content: Content, terms: Sequence[Term]) -> str:
    return comma_listed(
        term_text(content, term)
        if content.clauses[term.clause].mutual
        else _(
            "{partner} gives {clause}",
            partner=content.partners[term.giver].name,
            clause=term_text(content, term),
        )
        for term in terms
    )


def _votes(session: Session, chair: str, item: Item) -> tuple[str, ...]:
    """Return how a chair's own factions take a paper that has been signed by all."""
    state, decision = session.states[item.decided], session.decisions[item.decided]
    offer = find_offer(state, item.subject)
    if decision.pick != "accept" or not signs_last(offer, decision.chair):
        return ()
    seen = view(session.content, state, chair)
    told = home_line(index_of(session.content, seen.scenario), seen, offer, chair, chair)
    return (told,) if told else ()


def turn_label(session: Session, turn: int) -> str:
    """Return what a turn is called, such as `2022 Q4`."""
    scenario = session.content.scenarios[session.setup.scenario]
    return label(scenario, turn_start(scenario, turn))


def lines_of(session: Session, chair: str, item: Item) -> tuple[str, ...]:
    """Return all that an item tells but its scenes, a sentence or more each."""
    if item.rank is Rank.ALARM:
        return (danger_told(session, chair, item),)
    if item.rank is Rank.CAME:
        return came_told(session, chair, item).lines
    told = happened_in(session, chair, [item])
    if item.sort != "move":
        return told
    move = move_told(session, chair, item)
    return (f"{session.content.partners[move.chair].name}: {move.title}.", move.reason, *told)
