"""How a run ended: its headline and text, the four legacies against par, the epilogue's slides."""

from __future__ import annotations

from textual.content import Content

from game.narration.decisions import date_text, fill, wording
from game.narration.figures import figure_title
from game.narration.leaving import alone_lines
from game.report.building import marks
from game.rules.endings import ending_of, grades, slides
from game.session.causes import causes
from game.text.counting import counted
from game.tui import ink
from game.tui.play import Play


def title(play: Play) -> str:
    """Return the ending's title."""
    ending = ending_of(play.index, play.session.state)
    return ending.title if ending else "The time is over"


def headline(play: Play) -> str:
    """Return when the run ended, for the head of the page."""
    turns = play.index.scenario.turns
    return f"The end: {date_text(play.content, play.seen)}, turn {play.seen.turn} of {turns}"


def story(play: Play) -> Content:
    """Return the headline, the ending's text and every slide that fits."""
    state = play.session.state
    ending = ending_of(play.index, state)
    parts: list[Content] = []
    if ending:
        headline = fill(play.content, state, ending.headline)
        parts = [Content.styled(headline, "bold"), Content("")]
        parts.append(Content(ink.flow(wording(play.content, state, ending.text, play.me))))
    else:
        flies = ", and the station still flies" if play.station else ""
        parts.append(Content(f"The last turn is over{flies}."))
    if told := causes(play.session, play.me):
        parts += [Content(""), ink.heading("How it came to this")]
        parts += [Content(line) for line in told]
    if state.words["hatch"] == "gone":
        parts += [Content(""), ink.heading("What each half could do alone")]
        parts += [Content(line) for line in alone_lines(play.index, state)]
    for slide in slides(play.content, state):
        text = ink.flow(wording(play.content, state, slide.text, play.me))
        parts += [Content("")] + ([Content(text)] if text else [])
    return ink.lines(parts)


def legacies(play: Play, width: int) -> Content:
    """Return the four legacies with their grades, against the historical line."""
    parts: list[Content] = []
    for grade in grades(play.content, play.session.state, play.me):
        title = figure_title(play.content, f"{play.me}.{grade.legacy}", play.me)
        name = title.removeprefix("Legacy: ").capitalize()
        ahead = grade.points - grade.par
        parts.append(ink.pair(name, grade.letter, width, "bold $text-accent"))
        bars = ink.bar(grade.points / 100, max(4, width - 16))
        parts.append(Content.assemble("  you ", (bars, "$text-primary"), f" {grade.points}"))
        bars = ink.bar(grade.par / 100, max(4, width - 16))
        parts.append(Content.assemble("  par ", (bars, "dim"), f" {grade.par}  {ahead:+d}"))
    parts += [Content(""), ink.dim("Par is what history did; past mid-2026, a projection of it.")]
    parts += _run(play)
    return ink.lines(parts)


def _run(play: Play) -> list[Content]:
    session = play.session
    name = play.content.partners[play.me].name
    lines = [
        f"{play.index.scenario.name}, {name}, level {session.setup.level}",
        f"Seed {session.setup.seed}, {counted(session.state.turn, 'turn')}, "
        f"{counted(len(session.decisions), 'decision')}",
    ]
    lines += marks(session)
    return [Content(""), *(Content(line) for line in lines)]
