"""The station: a drawing of two halves and what docks where, then orbit, tanks, air and stores."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.narration.figures import (
    amount_text,
    figure_about,
    figure_title,
    good,
    share_of,
    told_here,
    value_text,
)
from game.narration.words.own import phrase
from game.rules.ledger import moved
from game.rules.view import visible
from game.text.cells import pad, pad_left
from game.text.cells import width as width_of
from game.text.language import N_, _
from game.tui import ink
from game.tui.paint.moored import station_text
from game.tui.paint.people import NO_STATION
from game.tui.play import Play

STORES = (
    "altitude", "propellant", "gyroscopes", "leak", "supplies", "power", "cohesion", "hazard",
)  # fmt: skip
TITLE, VALUE = 11, 12
"""Columns of a name and of a value, where no name is longer."""
GIVES = {
    "usos": N_("power, gyroscopes, data links, laboratories"),
    "ros": N_("thrusters, propellant, part of the air, the way down"),
}
GIVER = {"usos": N_("The American half gives"), "ros": N_("The Russian half gives")}


def halves(play: Play, width: int) -> Content:
    """Return the drawing, what each half gives, and how much each lives on the other."""
    if not play.station:
        return ink.dim(phrase(play.content, NO_STATION))
    figures = play.seen.figures
    parts = [station_text(play, width)]
    for segment, other in (("usos", "ros"), ("ros", "usos")):
        parts += [Content(""), ink.heading(_(GIVER[segment]))]
        parts.append(Content(_(GIVES[segment])))
        holders = [p for p in play.index.chairs if play.content.partners[p].segment == other]
        for partner in holders:
            share = figures[f"{partner}.reliance"]
            name = play.content.partners[partner].name
            told = _(
                "{name} would lose {share} of 100 without it ({key}: why)",
                name=name,
                share=share,
                key="l",
            )
            parts.append(ink.dim(told))
    return ink.lines(parts)


def stores(play: Play, width: int) -> Content:
    """Return orbit, tanks, air and stores, each with its bar, its move and what it is."""
    changes = visible(play.session.page().changes, play.me)
    content, figures = play.content, play.seen.figures
    rows = [
        (path, figure_title(content, path), value_text(content, path, figures[path]))
        for path in told_here(play.index, STORES if play.station else _joint_work(play))
    ]
    name, room = _columns(rows)
    parts: list[Content] = []
    for path, title, told in rows:
        by = moved(changes, path)
        amount = amount_text(play.content, path, by)
        move = f"{_('{amount} this turn.', amount=amount)} " if by else ""
        share = share_of(play.content, path, play.seen.figures[path])
        parts.append(
            Content.assemble(
                pad(title, name),
                (ink.bar(share, max(4, width - name - room - 4)), "$text-primary"),
                (f" {pad_left(told, room)} ", "bold"),
                (ink.arrow(by), ink.tone(good(play.content, path, by)) if by else ink.DIM),
            )
        )
        parts.append(ink.bullet(move + _said(play, path), width, "  ").stylize(ink.DIM))
    return ink.lines(parts)


def _columns(rows: Sequence[tuple[str, str, str]]) -> tuple[int, int]:
    """Return the columns of names and of values; a long name takes of what a value leaves free."""
    name = max((TITLE, *(width_of(title) + 1 for _path, title, _told in rows)))
    return name, max((VALUE - (name - TITLE), *(width_of(told) for _path, _title, told in rows)))


def _joint_work(play: Play) -> tuple[str, ...]:
    """Return, where there is no station, the outside options of all."""
    return tuple(f"option.{option}" for option in play.content.options)


def _said(play: Play, path: str) -> str:
    """Return what a figure is; of an outside option, what that is."""
    option = play.content.options.get(path.partition(".")[2])
    return option.text if option else figure_about(play.index, path)
