"""The station: a drawing of two halves and what docks where, then orbit, tanks, air and stores."""

from __future__ import annotations

from textual.content import Content

from game.narration import amount_text, figure_title, good, value_text
from game.rules.ledger import moved
from game.rules.state import Ship
from game.rules.view import visible
from game.tui import ink
from game.tui.play import Play

STORES = (
    ("altitude", 330_000, 425_000, "Two kilometres a month are lost to thin air."),
    ("propellant", 0, 8_000, "In the Russian tanks; it holds orbit and attitude."),
    ("leak", 0, 2_000, "Air lost a day, mostly through the tunnel."),
    ("supplies", 0, 360, "Food, water and spares for a crew of seven."),
    ("power", 0, 100, "Most of it from the American wings."),
    ("cohesion", 0, 100, "How well those aboard work as one crew."),
    ("hazard", 0, 100, "Debris and solar weather."),
)
GIVES = {
    "usos": ("power", "gyroscopes", "data links", "laboratories"),
    "ros": ("thrusters", "propellant", "part of the air", "the way down"),
}
NAMES = {"usos": "US SEGMENT", "ros": "RUSSIAN SEGMENT"}
HATCHES = {"open": "hatch open", "closed": "HATCH CLOSED", "gone": "SEPARATED"}
BOX = 22


def halves(play: Play, width: int) -> Content:
    """Return the drawing, what each half gives, and how much each lives on the other."""
    figures = play.seen.figures
    drawn = _drawing(play)
    parts = [Content(line) for line in drawn]
    for segment, other in (("usos", "ros"), ("ros", "usos")):
        parts += [Content(""), ink.heading(f"{NAMES[segment].capitalize()} gives")]
        parts.append(Content(", ".join(GIVES[segment])))
        holders = [p for p in play.index.chairs if play.content.partners[p].segment == other]
        for partner in holders:
            share = figures[f"{partner}.reliance"]
            name = play.content.partners[partner].name
            parts.append(ink.dim(f"{name} lives on it to {share} %"))
    return ink.lines(parts)


def _drawing(play: Play) -> list[str]:
    hatch = HATCHES[play.seen.words["hatch"]]
    ros, usos = _box(play, "ros"), _box(play, "usos")
    between = [" " * 4] * len(ros)
    gone = play.seen.words["hatch"] == "gone"
    between[len(ros) // 2] = "    " if gone else "=[]="
    wings = [f"{'══╤══':^{BOX}}    {'═══════╤═══════':^{BOX}}"]
    lines = wings + [a + b + c for a, b, c in zip(ros, between, usos, strict=True)]
    return [*lines, f"{hatch:^{2 * BOX + 4}}", *_docks(play)]


def _box(play: Play, segment: str) -> list[str]:
    inner = BOX - 2
    health = play.seen.figures[f"integrity_{segment}"]
    crew = play.seen.figures[f"specialists.{segment}"]
    tended = f"{crew} can run it" if crew else "NOBODY TO RUN IT"
    rows = (NAMES[segment], ink.bar(health / 100, 10) + f" {health} %", tended)
    return [
        "┌" + "─" * inner + "┐",
        *(f"│{row:^{inner}}│" for row in rows),
        "└" + "─" * inner + "┘",
    ]


def _docks(play: Play) -> list[str]:
    """Return the ships at each half, one under the other."""
    by_port: dict[str, list[str]] = {"ros": [], "usos": []}
    for ship in sorted(play.seen.ships.values(), key=lambda s: (s.launched, s.id)):
        segment = play.content.partners[ship.owner].segment
        by_port.setdefault(segment, []).append(_moored(ship))
    rows = max(len(by_port["ros"]), len(by_port["usos"]))
    for names in by_port.values():
        names.extend([""] * (rows - len(names)))
    return [
        f"{left:<{BOX}}    {right:<{BOX}}"
        for left, right in zip(by_port["ros"], by_port["usos"], strict=True)
    ]


def _moored(ship: Ship) -> str:
    return ink.fit(f" └ {ship.name}{' FAULT' if ship.fault else ''}", BOX)


def stores(play: Play, width: int) -> Content:
    """Return orbit, tanks, air and stores, each with its bar, its move and what it is."""
    changes = visible(play.session.page().changes, play.me)
    parts: list[Content] = []
    for path, low, high, about in STORES:
        value, by = play.seen.figures[path], moved(changes, path)
        bar = ink.bar((value - low) / (high - low), max(4, width - 34))
        move = f"{ink.arrow(by)} {amount_text(path, by)}" if by else "="
        parts.append(
            Content.assemble(
                f"{figure_title(play.content, path):<11}",
                (bar, "$text-primary"),
                (f"{value_text(path, value):>11} ", "bold"),
                (move, ink.tone(good(path, by)) if by else "dim"),
            )
        )
        parts.append(ink.dim(f"  {about}"))
    return ink.lines(parts)
