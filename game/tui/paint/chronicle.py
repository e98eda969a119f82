"""The chronicle's pages: what happened in a turn, what the others did and why."""

from __future__ import annotations

from textual.content import Content

from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.session.telling import Item, Rank
from game.session.telling.words import came_told, happened_in, move_told
from game.text.language import _
from game.tui import ink
from game.tui.paint.lately import scene_lines, warned_text
from game.tui.play import Play


def title(play: Play, turn: int) -> str:
    """Return the title of a turn's page."""
    scenario = play.index.scenario
    when = label(scenario, turn_start(scenario, turn))
    return _(
        "Chronicle: {when}, turn {turn} of {turns}", when=when, turn=turn, turns=scenario.turns
    )


def headline_text(play: Play, turn: int, width: int) -> Content:
    """Return what a turn told, the weightiest first: what came of things, events, traffic."""
    items = play.telling.of_turn(play.me, turn)
    parts = [*warned_text(play, items, width), *_deeds(play, items, width)]
    parts += scene_lines(play, items, width)
    for ranks in ((Rank.EVENT,), (Rank.TRAFFIC,)):
        told = happened_in(play.session, play.me, (i for i in items if i.rank in ranks))
        parts += [ink.bullet(text, width) for text in told]
    return ink.lines(parts or [ink.dim(_("Nothing worth a headline."))])


def _deeds(play: Play, items: tuple[Item, ...], width: int) -> list[Content]:
    """Return what came of the viewer's doings, a point each."""
    came = (came_told(play.session, play.me, item, ()) for item in items if item.rank is Rank.CAME)
    told = (f"{one.title.rstrip('.')}: {' '.join(one.lines)}" for one in came if one.lines)
    return [ink.bullet(text, width) for text in told]


def moves_text(play: Play, turn: int, width: int) -> Content:
    """Return what the other chairs decided in a turn, and why, by chair."""
    items = play.telling.of_turn(play.me, turn)
    moves = [move_told(play.session, play.me, item) for item in items if item.sort == "move"]
    parts: list[Content] = []
    for chair in dict.fromkeys(move.chair for move in moves):
        parts.append(ink.heading(play.content.partners[chair].name))
        for move in moves:
            if move.chair == chair:
                parts.append(ink.bullet(move.title, width))
                why = ink.bullet(move.reason, width, "  ") if move.reason else None
                parts += [why.stylize(ink.DIM)] if why else []
        parts.append(Content(""))
    quiet = _("The others have not moved yet, as far as you know.")
    return ink.lines(parts or [ink.dim(quiet)])
