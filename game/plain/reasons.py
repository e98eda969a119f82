"""Why a figure moved, for whoever plays in plain text: reasons that add up."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.records import Content
from game.narration.crew import person_value
from game.narration.figures import amount_text, danger_lines, figure_aloud
from game.narration.home import backing, restless_text
from game.narration.makings import is_made, made_name, made_of, made_sum, made_title
from game.narration.resting import settling
from game.narration.votes import VOTE, results_told, vote_of
from game.narration.words import say
from game.plain.reports import figure_line
from game.rules.decisions import Line
from game.rules.figures import unrest_path
from game.rules.index import index_of
from game.rules.ledger import moved
from game.session import Session
from game.text.language import _


def why(session: Session, chair: str, path: str, turn: int | None) -> Iterator[str]:
    """Yield why a figure moved in a turn, reasons that add up to the move."""
    if is_made(path):
        yield from _made(session, chair, path)
        return
    page = session.page(turn)
    lines = session.why(chair, path, turn)
    title = figure_aloud(session.content, path, chair)
    if turn is None:
        person = path.startswith("crew.")
        yield _feeling(session, path) if person else figure_line(session, chair, path)
    if lines:
        yield from (reason_line(session.content, path, line) for line in lines)
        total = sum(line.amount for line in lines)
        yield _("Together: {amount}.", amount=amount_text(session.content, path, total))
    else:
        last = _last_moved(session, chair, path, page.turn)
        told = _("Nothing has moved {figure} in turn {turn}.", figure=title, turn=page.turn)
        more = _("It last moved in turn {turn}.", turn=last)
        yield f"{told} {more}" if last else told
    if turn is None:
        yield from _at_home(session, chair, path)
        yield from _settling(session, chair, path)
        yield from danger_lines(session.content, path)


def _at_home(session: Session, chair: str, path: str) -> Iterator[str]:
    """Yield who stands behind the chair's mandate now, or who at its home is restless."""
    index, seen = index_of(session.content, session.state.scenario), session.view(chair)
    if path == f"{chair}.mandate":
        yield from (f"{who}: {at}." for who, at in backing(index, seen, chair))
    elif path == unrest_path(chair):
        yield from filter(None, (restless_text(index, seen, chair),))


def _settling(session: Session, chair: str, path: str) -> Iterator[str]:
    """Yield where a figure settles if nothing else happens, and what pulls it there."""
    index, seen = index_of(session.content, session.state.scenario), session.view(chair)
    told, pulls = settling(index, seen, path)
    yield from filter(None, (told,))
    yield from (f"{points:+d}: {name}" for name, points in pulls)


def _last_moved(session: Session, chair: str, path: str, before: int) -> int:
    """Return the last turn before another in which a figure moved, 0 if there was none."""
    turns = [page.turn for page in session.pages if page.turn < before]
    return next((turn for turn in reversed(turns) if session.why(chair, path, turn)), 0)


def _feeling(session: Session, path: str) -> str:
    value = person_value(session.state, path)
    by = moved(session.page().changes, path)
    figure, amount = figure_aloud(session.content, path), amount_text(session.content, path, by)
    if not by:
        return f"{figure}: {value}."
    return _("{figure}: {value}, {amount} this turn.", figure=figure, value=value, amount=amount)


def _made(session: Session, chair: str, path: str) -> Iterator[str]:
    """Yield what a figure is made of now: lines that sum to it."""
    index, seen = index_of(session.content, session.state.scenario), session.view(chair)
    lines = made_of(index, seen, path)
    title = made_title(index, seen, chair, path)
    total = made_sum(index, path, lines)
    named = title == made_name(index, path, chair)
    yield f"{title}: {total}." if named else f"{title} {total}:"
    for line in lines:
        yield f"{line.amount:+d}: {say(session.content, line.label)}"
    if path.startswith(VOTE):
        yield from results_told(index, seen, vote_of(index, path), chair)
    yield from danger_lines(session.content, path)


def reason_line(content: Content, path: str, line: Line) -> str:
    """Return one reason with its amount."""
    return f"{amount_text(content, path, line.amount)}: {say(content, line.label)}"
