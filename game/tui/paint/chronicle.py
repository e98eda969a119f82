"""The chronicle's pages: what happened in a turn, what the others did and why."""

from __future__ import annotations

from textual.content import Content

from game.narration.news import heard
from game.rules.calendar import label, turn_start
from game.tui import ink
from game.tui.paint.lately import told_of, traffic_of
from game.tui.play import Play


def title(play: Play, turn: int) -> str:
    """Return the title of a turn's page."""
    scenario = play.index.scenario
    when = label(scenario, turn_start(scenario, turn))
    return f"Chronicle: {when}, turn {turn} of {scenario.turns}"


def headline_text(play: Play, turn: int, width: int) -> Content:
    """Return a turn's headlines, in order, each once."""
    changes = heard(play.session.page(turn).changes, play.me)
    told = (*told_of(play, changes), *traffic_of(play, changes))
    lines = [ink.bullet(text, width) for text in told]
    return ink.lines(lines or [ink.dim("Nothing worth a headline.")])


def moves_text(play: Play, turn: int, width: int) -> Content:
    """Return what the other chairs decided in a turn, and why, by chair."""
    moves = play.moves(turn)
    parts: list[Content] = []
    for chair in dict.fromkeys(move.chair for move in moves):
        parts.append(ink.heading(play.content.partners[chair].name))
        for move in moves:
            if move.chair == chair:
                parts.append(ink.bullet(move.title, width))
                why = ink.bullet(move.reason, width, "  ") if move.reason else None
                parts += [why.stylize(ink.DIM)] if why else []
        parts.append(Content(""))
    return ink.lines(parts or [ink.dim("The others have not moved yet, as far as you know.")])
