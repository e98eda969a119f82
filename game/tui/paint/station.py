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
from game.tui import ink
from game.tui.paint.people import NO_STATION
from game.tui.play import Play

STORES = (
    "altitude", "propellant", "gyroscopes", "leak", "supplies", "power", "cohesion", "hazard",
)  # fmt: skip
GIVES = {
    "usos": ("power", "gyroscopes", "data links", "laboratories"),
    "ros": ("thrusters", "propellant", "part of the air", "the way down"),
}
GIVER = {"usos": "American", "ros": "Russian"}
NAMES = {"usos": "US SEGMENT", "ros": "RUSSIAN SEGMENT"}
SHORT = {"usos": "US HALF", "ros": "RUSSIAN HALF"}
HATCHES = {"open": "hatch open", "closed": "HATCH CLOSED", "gone": "SEPARATED"}
WIDEST = 26
JOINT = 4


def halves(play: Play, width: int) -> Content:
    """Return the drawing, what each half gives, and how much each lives on the other."""
    if not play.station:
        return ink.dim(NO_STATION)
    figures = play.seen.figures
    drawn = _drawing(play, min(WIDEST, (width - JOINT) // 2))
    parts = [Content(line) for line in drawn]
    for segment, other in (("usos", "ros"), ("ros", "usos")):
        parts += [Content(""), ink.heading(f"The {GIVER[segment]} half gives")]
        parts.append(Content(", ".join(GIVES[segment])))
        holders = [p for p in play.index.chairs if play.content.partners[p].segment == other]
        for partner in holders:
            share = figures[f"{partner}.reliance"]
            name = play.content.partners[partner].name
            parts.append(ink.dim(f"{name} would lose {share} of 100 without it (l: why)"))
    return ink.lines(parts)


def _drawing(play: Play, box: int) -> list[str]:
    hatch = HATCHES[play.seen.words["hatch"]]
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
    name = NAMES[segment] if width(NAMES[segment]) <= inner else SHORT[segment]
    tended = f"{crew} can run it" if crew else "NOBODY RUNS IT"
    rows = (name, f"{ink.bar(health / 100, inner - 8)} {health} %", tended)
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
    return cells.fit(f" └ {ship.name}{' FAULT' if ship.fault else ''}", box)


def stores(play: Play, width: int) -> Content:
    """Return orbit, tanks, air and stores, each with its bar, its move and what it is."""
    changes = visible(play.session.page().changes, play.me)
    parts: list[Content] = []
    for path in told_here(play.index, STORES if play.station else _joint_work(play)):
        value, by = play.seen.figures[path], moved(changes, path)
        bar = ink.bar(share_of(play.content, path, value), max(4, width - 27))
        move = f"{amount_text(play.content, path, by)} this turn. " if by else ""
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
