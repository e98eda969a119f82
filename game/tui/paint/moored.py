"""The station drawn: two halves, what they are made of, eight ports and who is moored at them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content

from game.narration.docking import PORT_SHORT, PORTS, Port, ports_ahead, short_name
from game.narration.figures import danger_at, gauge_value
from game.rules.hardware.modules import closed
from game.rules.ledger import moved
from game.rules.people.crew import aboard, stranded
from game.rules.view import visible
from game.text import cells
from game.text.language import N_, _, ngettext
from game.tui import ink
from game.tui.play import Play

HALVES = ("ros", "usos")
NAMES = {"usos": N_("US half"), "ros": N_("Russian half")}
SHORT = {"usos": N_("US"), "ros": N_("Russian")}
SHORTEST = {"usos": N_("US"), "ros": N_("Rus.")}
CORE = {
    "ros": (N_("Zvezda"), N_("Zarya")),
    "usos": (N_("Destiny"), N_("Harmony")),
}
"""What never closes and gives no port its name; the rest are modules that content declares."""
HATCHES = {"open": N_("hatch open"), "closed": N_("HATCH SHUT"), "gone": N_("SEPARATED")}
JOINTS = {"open": "══", "closed": "╳╳", "gone": "  "}
BROKEN = "x"
ALARMED = "bold $text-error"
GAP = 2
LEAST_BOX = 6  # columns of a half that has two ports a side


def station_text(play: Play, width: int) -> Content:
    """Return the drawing, and under it what the two halves share; nothing where none flies."""
    if not play.station:
        return Content("")
    ports, _none = ports_ahead(play.content, play.seen)
    box = max(LEAST_BOX, (width - GAP) // 2)
    drawn = [_half(play, half, [p for p in ports if p.segment == half], box) for half in HALVES]
    hatch = JOINTS[play.seen.words["hatch"]]
    middle = max(map(len, drawn)) // 2
    rows = [
        Content.assemble(left, hatch if n == middle else " " * GAP, right)
        for n, (left, right) in enumerate(_level(drawn, box))
    ]
    return ink.lines([*rows, *(Content(ink.flow(text)) for text in _shared(play))])


def _level(drawn: Sequence[list[Content]], box: int) -> Iterator[tuple[Content, Content]]:
    """Yield the halves' lines side by side; the lower one is drawn out, its box's foot last."""
    most = max(map(len, drawn))
    blank = Content(f"│{' ' * (box - 2)}│")
    level = [[*one[:-3], *[blank] * (most - len(one)), *one[-3:]] for one in drawn]
    yield from zip(*level, strict=True)


def _half(play: Play, half: str, ports: Sequence[Port], box: int) -> list[Content]:
    slot = box // 2
    by_id = {port.id: port for port in ports}
    upper, lower = ([by_id[port] for port in PORTS[half][n : n + 2]] for n in (0, 2))
    return [
        _ships(upper, slot, box),
        _names(upper, slot, box),
        _edge("┌┐", "┴", slot, box),
        *_inside(play, half, box - 2),
        _edge("└┘", "┬", slot, box),
        _names(lower, slot, box),
        _ships(lower, slot, box),
    ]


def _edge(corners: str, tie: str, slot: int, box: int) -> Content:
    """Return an edge of a half with where its ports are."""
    line = ["─"] * (box - 2)
    for place in (1, slot + 1):
        line[place - 1] = tie
    return Content(corners[0] + "".join(line) + corners[1])


def _names(ports: Sequence[Port], slot: int, box: int) -> Content:
    told = "".join(cells.fit(f" │{_(PORT_SHORT[port.id])}", slot) for port in ports)
    return ink.dim(cells.fit(told, box))


def _ships(ports: Sequence[Port], slot: int, box: int) -> Content:
    parts = [_ship(port, slot) for port in ports]
    return Content.assemble(*parts, " " * (box - 2 * slot))


def _ship(port: Port, slot: int) -> tuple[str, str]:
    """Return what is moored at a port, in its own words where there is room."""
    ship = port.ship
    if port.shut:
        return cells.fit(f" {_('LOST')}", slot), ALARMED
    if ship is None:
        return cells.fit(f" {_('free')}", slot), ink.DIM
    lead = "!" if ship.fault else " "
    return cells.fit(
        lead + short_name(ship.name, slot - 1), slot
    ), ALARMED if ship.fault else "bold"


def _inside(play: Play, half: str, room: int) -> Iterator[Content]:
    """Yield what stands in a half: its name, how worn it is, who is there, its modules."""
    path = f"integrity_{half}"
    health = play.seen.figures[path]
    worn = danger_at(play.content, path, health) is not None
    by = moved(visible(play.session.page().changes, play.me), path)
    wear = f"{'!' if worn else ''}{health} %" + (f" {ink.arrow(by)}{abs(by)}" if by else "")
    left = room - cells.width(wear)
    names = [_(one[half]) for one in (NAMES, SHORT, SHORTEST)]
    fitting = (name for name in names if cells.width(name) < left)
    name = next(fitting, cells.cut(names[-1], left - 1))
    yield _row(cells.pad(name, left) + wear, room, ALARMED if worn else "bold")
    manned = play.seen.figures[f"specialists.{half}"] > 0
    yield _row(_manned(play, half), room, "" if manned else ALARMED)
    yield from _modules(play, half, room)


def _manned(play: Play, half: str) -> str:
    """Return how many people are of a half, and how many of all can run it."""
    partners = play.content.partners
    here = sum(1 for person in aboard(play.seen) if partners[person.partner].segment == half)
    run = play.seen.figures[f"specialists.{half}"]
    if not run:
        return _("{n} up, NONE CAN", n=here)
    return _("{n} up, {able} run it", n=here, able=run)


def _modules(play: Play, half: str, room: int) -> Iterator[Content]:
    """Yield a half's modules, packed into lines; what is closed is marked as broken."""
    shut = {module.id for module in closed(play.content, play.seen)}
    declared = [m for m in play.content.modules.values() if m.segment == half]
    names = [(_(name), False) for name in CORE[half]]
    names += [(f"{BROKEN}{m.name}{BROKEN}", True) for m in declared if m.id in shut]
    names += [(m.name, False) for m in declared if m.id not in shut]
    yield from (_pieces(line, room) for line in packed(names, room))


def packed(names: Sequence[tuple[str, bool]], room: int) -> list[list[tuple[str, bool]]]:
    """Return names in as few lines as the longest first give, those too wide cut."""
    lines: list[list[tuple[str, bool]]] = []
    for name, broken in sorted(names, key=lambda one: -cells.width(one[0])):
        told = cells.cut(name, room)
        spare = [line for line in lines if _taken(line) + cells.width(told) <= room]
        if spare:
            spare[0].append((told, broken))
        else:
            lines.append([(told, broken)])
    return lines


def _taken(line: Sequence[tuple[str, bool]]) -> int:
    return sum(cells.width(text) + 1 for text, _broken in line)


def _pieces(line: Sequence[tuple[str, bool]], room: int) -> Content:
    parts: list[tuple[str, str]] = []
    for text, broken in line:
        parts += [(text, ALARMED if broken else ink.DIM), (" ", "")]
    taken = sum(cells.width(text) for text, _style in parts[:-1])
    return Content.assemble("│", *parts[:-1], " " * (room - taken), "│")


def _row(text: str, room: int, style: str) -> Content:
    return Content.assemble("│", (cells.fit(text, room), style), "│")


def _shared(play: Play) -> Iterator[str]:
    """Yield the hatch, power across, leak and who has no way home."""
    figures, words = play.seen.figures, play.seen.words
    across = 0 if words["hatch"] == "gone" else figures["power_share"]
    leak = gauge_value(play.content, "leak", figures["leak"])
    yield _(
        "{hatch}, {share} % power over, leak {leak}",
        hatch=_(HATCHES[words["hatch"]]), share=across, leak=leak,
    )  # fmt: skip
    if lost := len(stranded(play.seen)):
        yield ngettext("! {n} without a seat home", "! {n} without a seat home", lost)
