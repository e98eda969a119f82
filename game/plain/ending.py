"""How a run ended: the headline, the slides, the grades."""

from __future__ import annotations

from collections.abc import Iterator

from game.narration.aims import letters_told
from game.narration.decisions import wording
from game.narration.figures import figure_title
from game.narration.leaving import alone_lines
from game.narration.words.own import phrase
from game.report.building import marks
from game.rules.encoding import digest
from game.rules.endings import ending_of, grades, slides
from game.rules.index import index_of
from game.session import PERSON, Session
from game.session.causes import causes
from game.text.language import _


def ending_lines(session: Session) -> Iterator[str]:
    """Yield the ending, the epilogue and every person's grades, a paragraph each."""
    content, state = session.content, session.state
    chair = state.words["chair"]
    ending = ending_of(index_of(content, state.scenario), state)
    over = phrase(content, "end.term")
    yield _("The end: {title}.", title=ending.title) if ending else over
    if ending is not None:
        yield wording(content, state, ending.text, chair)
    if told := causes(session, chair):
        yield _("How it came to this:")
        yield from told
    if state.words["hatch"] == "gone":
        yield from alone_lines(index_of(content, state.scenario), state)
    for slide in slides(content, state):
        yield wording(content, state, slide.text, chair)
    for seat, player in session.seats.items():
        if player == PERSON:
            yield from _grades(session, seat)
    yield letters_told(content)
    yield from marks(session)
    yield _("Seed {seed}. Hash {hash}.", seed=session.setup.seed, hash=digest(state)[:16])


def _grades(session: Session, chair: str) -> Iterator[str]:
    content = session.content
    name = content.partners[chair].name
    yield phrase(content, "legacy.heading", name=name)
    for grade in grades(content, session.state, chair):
        title = figure_title(content, f"{chair}.{grade.legacy}", chair)
        ahead = grade.points - grade.par
        yield phrase(
            content,
            "legacy.line",
            title=title,
            points=grade.points,
            par=grade.par,
            ahead=f"{ahead:+d}",
            letter=grade.letter,
        )
