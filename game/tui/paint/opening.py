"""The first page of a game: who you are, what has just happened, what the figures mean."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.narration.aims import goal_text
from game.narration.figures import figure_about, figure_title, value_text
from game.narration.header import header
from game.text.language import N_, _
from game.tui import ink
from game.tui.play import Play

HOW = N_(
    "A number highlights a choice and shows what it would do; Enter takes it. ? tells the rest."
)


def opens(play: Play) -> bool:
    """Return whether the viewer has decided nothing yet."""
    return all(decision.chair != play.me for decision in play.session.decisions)


def opening_text(play: Play, warned: Sequence[Content], told: Sequence[Content]) -> Content:
    """Return the words that open a game, then what has just happened and what is in danger."""
    words = (ink.flow(play.index.scenario.text), ink.flow(play.brief), goal_text(play.index))
    parts = [Content(text + "\n") for text in words if text]
    if told:
        parts += [ink.heading(_("Just now")), *told]
    parts += [Content(""), *warned] if warned else []
    return ink.lines(parts or [Content(_("A quiet time."))])


def vital(play: Play) -> list[str]:
    """Return the vital figures that have bounds of their own."""
    return [p for p in header(play.index, play.seen, play.me) if p in play.index.bounds]


def figures_at_first(play: Play, width: int) -> Content:
    """Return how to begin, then each vital figure with what it means."""
    shown = vital(play)
    parts = [Content(_(HOW)), Content("")]
    for place, path in enumerate(shown):
        title = figure_title(play.content, path, play.me)
        parts.append(ink.pair(title, _value(play, path), width, "bold"))
        about, *others = (figure_about(play.index, one) for one in shown[place:])
        if about not in others:
            parts.append(ink.bullet(about, width, "  ").stylize(ink.DIM))
    return ink.lines(parts)


def _value(play: Play, path: str) -> str:
    """Return a figure's value; what is counted to a hundred says so."""
    told = value_text(play.content, path, play.seen.figures[path])
    return (
        _("{points} of 100", points=told)
        if told.isdecimal() and play.index.bounds[path][1] == 100
        else told
    )
