"""What a player can ask of people and of figures over time."""

from __future__ import annotations

from collections.abc import Iterator

from game.narration.aims import aims
from game.narration.figures import figure_aloud, value_text
from game.narration.leaders import office, weights_told
from game.narration.words import rungs_told, say
from game.plain.reports import figure_line
from game.rules.index import index_of
from game.rules.people.crew import aboard
from game.rules.wording import leader_named
from game.session import Session
from game.session.answers import answer_lines
from game.session.counsel import Counsel
from game.session.counsel_words import tally_text
from game.session.telling.words import turn_label
from game.text.language import _
from game.text.lists import comma_listed

LATEST = 8  # turns that a trend tells of


def aims_lines(session: Session, chair: str) -> Iterator[str]:
    """Yield what a chair is here for, part by part."""
    seen = session.view(chair)
    for aim in aims(index_of(session.content, seen.scenario), seen, chair):
        yield f"{aim.title}:"
        yield from aim.lines


def people_lines(session: Session, counsel: Counsel, chair: str) -> Iterator[str]:
    """Yield who leads each partner, who advises the chair and how well, and who is aboard."""
    content, seen = session.content, session.view(chair)
    for partner in index_of(content, seen.scenario).chairs:
        who = say(content, leader_named(content, seen, partner))
        yield _("{partner}: {leader}.", partner=content.partners[partner].name, leader=who)
    for adviser in counsel.seated(chair):
        title, record = content.advisers[adviser].title, tally_text(counsel.tally(chair, adviser))
        yield _("Your adviser, {title}: {record}.", title=title, record=record)
    names = [content.people[person.id].name for person in aboard(seen)]
    if names:
        yield _("Aboard: {people}.", people=comma_listed(names))


def leader_lines(session: Session, chair: str) -> Iterator[str]:
    """Yield who holds each office, the others' first, what it wants, how it has answered."""
    seen = session.view(chair)
    index = index_of(session.content, seen.scenario)
    for partner in sorted(index.chairs, key=lambda one: one == chair):
        found = office(index, seen, partner, chair)
        yield f"{found.holder}. {found.about}".rstrip()
        if found.weights:
            yield weights_told(found)
        first, *rest = found.lines
        yield first
        if partner != chair:
            yield from answer_lines(session, chair, partner)
        yield from rest


def trend_line(session: Session, chair: str, path: str) -> str:
    """Return a figure at the beginning of each of the latest turns, and now."""
    content, index = session.content, index_of(session.content, session.state.scenario)
    if path not in index.bounds or (index.seen.get(path) and chair not in index.seen[path]):
        return figure_line(session, chair, path)
    names = rungs_told(content, index.scenario)
    stood = [(turn_label(session, p.turn), p.opening[path]) for p in session.pages[-LATEST:]]
    now = (_("now"), session.state.figures[path])
    told = [f"{when} {value_text(content, path, value, names)}" for when, value in (*stood, now)]
    return f"{figure_aloud(content, path, chair)}: {comma_listed(told)}."
