"""The station: a drawing of two halves and what docks where, then orbit, tanks, air and stores."""

from __future__ import annotations

from itertools import zip_longest

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
from game.rules.ledger import moved
from game.rules.state import Ship
from game.rules.view import visible
from game.text import cells
from game.text.cells import centre, pad, pad_left, width
from game.text.language import N_, _, ngettext
from game.tui import ink
from game.tui.paint.people import NO_STATION
from game.tui.play import Play

STORES = (
    "altitude", "propellant", "gyroscopes", "leak", "supplies", "power", "cohesion", "hazard",
)  # fmt: skip
GIVES = {
    "usos": N_("power, gyroscopes, data links, laboratories"),
    "ros": N_("thrusters, propellant, part of the air, the way down"),
}
GIVER = {"usos": N_("The American half gives"), "ros": N_("The Russian half gives")}
NAMES = {"usos": N_("US SEGMENT"), "ros": N_("RUSSIAN SEGMENT")}
SHORT = {"usos": N_("US HALF"), "ros": N_("RUSSIAN HALF")}
HATCHES = {"open": N_("hatch open"), "closed": N_("HATCH CLOSED"), "gone": N_("SEPARATED")}
WIDEST = 26
JOINT = 4


def halves(play: Play, width: int) -> Content:
    """Return the drawing, what each half gives, and how much each lives on the other."""
    if not play.station:
        return ink.dim(_(NO_STATION))
    figures = play.seen.figures
    drawn = _drawing(play, min(WIDEST, (width - JOINT) // 2))
    parts = [Content(line) for line in drawn]
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


def _drawing(play: Play, box: int) -> list[str]:
    hatch = cells.cut(_(HATCHES[play.seen.words["hatch"]]), 2 * box + JOINT)
    ros, usos = _box(play, "ros", box), _box(play, "usos", box)
    between = [" " * JOINT] * len(ros)
    if play.seen.words["hatch"] != "gone":
        between[len(ros) // 2] = "=[]="
    wings = [f"{centre('══╤══', box)}{' ' * JOINT}{centre('══════╤══════', box)}"]
    halves_drawn = [a + b + c for a, b, c in zip(ros, between, usos, strict=True)]
    return [*wings, *halves_drawn, centre(hatch, 2 * box + JOINT), *_docks(play, box)]


def _box(play: Play, segment: str, box: int) -> list[str]:
    inner = box - 2
    health = play.seen.figures[f"integrity_{segment}"]
    crew = play.seen.figures[f"specialists.{segment}"]
    name = _(NAMES[segment])
    name = name if width(name) <= inner else _(SHORT[segment])
    tended = ngettext("{n} can run it", "{n} can run it", crew) if crew else _("NOBODY RUNS IT")
    told = (name, f"{ink.bar(health / 100, inner - 8)} {health} %", tended)
    rows = [cells.cut(row, inner) for row in told]
    return [
        "┌" + "─" * inner + "┐",
        *(f"│{centre(row, inner)}│" for row in rows),
        "└" + "─" * inner + "┘",
    ]


def _docks(play: Play, box: int) -> list[str]:
    """Return the ships at each half, one under the other."""
    moored: dict[str, list[str]] = {"ros": [], "usos": []}
    for ship in sorted(play.seen.ships.values(), key=lambda s: (s.launched, s.id)):
        segment = play.content.partners[ship.owner].segment
        moored[segment].append(_moored(ship, box))
    pairs = zip_longest(moored["ros"], moored["usos"], fillvalue="")
    return [f"{pad(left, box)}{' ' * JOINT}{right}" for left, right in pairs]


def _moored(ship: Ship, box: int) -> str:
    told = _("{ship} FAULT", ship=ship.name) if ship.fault else ship.name
    return cells.fit(f" └ {told}", box)


def stores(play: Play, width: int) -> Content:
    """Return orbit, tanks, air and stores, each with its bar, its move and what it is."""
    changes = visible(play.session.page().changes, play.me)
    parts: list[Content] = []
    for path in told_here(play.index, STORES if play.station else _joint_work(play)):
        value, by = play.seen.figures[path], moved(changes, path)
        bar = ink.bar(share_of(play.content, path, value), max(4, width - 27))
        amount = amount_text(play.content, path, by)
        move = f"{_('{amount} this turn.', amount=amount)} " if by else ""
        parts.append(
            Content.assemble(
                pad(figure_title(play.content, path), 11),
                (bar, "$text-primary"),
                (f" {pad_left(value_text(play.content, path, value), 12)} ", "bold"),
                (ink.arrow(by), ink.tone(good(play.content, path, by)) if by else "dim"),
            )
        )
        parts.append(ink.bullet(move + _said(play, path), width, "  ").stylize(ink.DIM))
    return ink.lines(parts)


def _joint_work(play: Play) -> tuple[str, ...]:
    """Return, where there is no station, the outside options of all."""
    return tuple(f"option.{option}" for option in play.content.options)


def _said(play: Play, path: str) -> str:
    """Return what a figure is; of an outside option, what that is."""
    option = play.content.options.get(path.partition(".")[2])
    return option.text if option else figure_about(play.index, path)
