"""How a run ended: its headline and text, the four legacies against par, the epilogue's slides."""

from __future__ import annotations

from textual.content import Content

from game.narration.aims import letters_told
from game.narration.decisions import date_text, fill, wording
from game.narration.figures import figure_title, level_name
from game.narration.leaving import alone_lines
from game.narration.words.own import phrase
from game.report.building import marks
from game.rules.endings import ending_of, grades, slides
from game.session.causes import causes
from game.text import cells
from game.text.language import _, ngettext
from game.tui import ink
from game.tui.play import Play

LETTER = "bold $text-accent"
BESIDE = 13  # columns beside the bar of a legacy: blanks, points, how far ahead


def title(play: Play) -> str:
    """Return the ending's title."""
    ending = ending_of(play.index, play.session.state)
    return ending.title if ending else phrase(play.content, "end.over")


def headline(play: Play) -> str:
    """Return when the run ended, for the head of the page."""
    return _(
        "The end: {when}, turn {turn} of {turns}",
        when=date_text(play.content, play.seen),
        turn=play.seen.turn,
        turns=play.index.scenario.turns,
    )


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
        code = "end.flies" if play.station else "end.last_turn"
        parts.append(Content(phrase(play.content, code)))
    if told := causes(play.session, play.me):
        parts += [Content(""), ink.heading(_("How it came to this"))]
        parts += [Content(line) for line in told]
    if state.words["hatch"] == "gone":
        parts += [Content(""), ink.heading(_("What each half could do alone"))]
        parts += [Content(line) for line in alone_lines(play.index, state)]
    for slide in slides(play.content, state):
        text = ink.flow(wording(play.content, state, slide.text, play.me))
        parts += [Content("")] + ([Content(text)] if text else [])
    return ink.lines(parts)


def legacies(play: Play, width: int) -> Content:
    """Return the four legacies with their grades, against the historical line."""
    parts: list[Content] = []
    you, par = _("you"), phrase(play.content, "legacy.par")
    label = max(cells.width(you), cells.width(par))
    room = max(4, width - label - BESIDE)
    for grade in grades(play.content, play.session.state, play.me):
        title = figure_title(play.content, f"{play.me}.{grade.legacy}", play.me)
        name = title.rpartition(": ")[2]
        ahead = grade.points - grade.par
        parts.append(ink.pair(f"{name[:1].upper()}{name[1:]}", grade.letter, width, LETTER))
        own, line = ink.bar(grade.points / 100, room), ink.bar(grade.par / 100, room)
        told = f" {grade.points}", f" {grade.par}  {ahead:+d}"
        parts += [
            Content.assemble(f"  {cells.pad(you, label)} ", (own, "$text-primary"), told[0]),
            Content.assemble(f"  {cells.pad(par, label)} ", (line, ink.DIM), told[1]),
        ]
    about = phrase(play.content, "legacy.par_about")
    parts += [Content(""), Content(letters_told(play.content)), ink.dim(about)]
    parts += _run(play)
    return ink.lines(parts)


def _run(play: Play) -> list[Content]:
    session = play.session
    name = play.content.partners[play.me].name
    played = _(
        "{scenario}, {name}, level {level}",
        scenario=play.index.scenario.name,
        name=name,
        level=level_name(session.setup.level),
    )
    turn, decisions = session.state.turn, len(session.decisions)
    turns = ngettext("{n} turn", "{n} turns", turn)
    decided = ngettext("{n} decision", "{n} decisions", decisions)
    seed = _("Seed {seed}", seed=session.setup.seed)
    lines = [played, f"{seed}, {turns}, {decided}"]
    lines += marks(session)
    return [Content(""), *(Content(line) for line in lines)]
