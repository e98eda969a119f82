"""The ports over the turns to come: who stays how long, who comes when, and who has no seat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.content import Content

from game.narration.alarms import foreseen
from game.narration.docking import PORT_NAMES, Port, Stay, ports_ahead, short_name
from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.rules.people.crew import aboard, stranded
from game.rules.state import State
from game.text import cells
from game.text.language import N_, _
from game.text.lists import comma_listed
from game.tui import ink
from game.tui.paint.moored import ALARMED, NAMES
from game.tui.play import Play

LEAST_TURN, WIDEST_TURN = 8, 12  # columns that a turn takes
MOST_TURNS = 6
LABEL = 13
STAYS, OLD, ENDS, FREE, SHUT = "━", "!", "┤", "·", "x"
TITLE, LINE = N_("Coming"), "─"
KEY = N_("{stays} stays  {ends} leaves  {old} past its certified life")


@dataclass(frozen=True, slots=True)
class Scale:
    """The days from which turns run, the last one's end included, and the columns of a turn."""

    days: tuple[int, ...]
    cell: int

    @property
    def width(self) -> int:
        """The columns of the whole chart."""
        return (len(self.days) - 1) * self.cell

    def column(self, day: int) -> int:
        """Return in which column a day lies, within the chart."""
        for n, (start, end) in enumerate(pairwise(self.days)):
            if day < end:
                return n * self.cell + max(0, day - start) * self.cell // (end - start)
        return self.width


def scale_of(play: Play, width: int) -> Scale:
    """Return how many turns fit a width, and their days."""
    room = max(LEAST_TURN, width - LABEL)
    many = max(1, min(MOST_TURNS, room // LEAST_TURN))
    scenario, turn = play.index.scenario, play.seen.turn
    days = tuple(turn_start(scenario, turn + n) for n in range(many + 1))
    return Scale(days, min(WIDEST_TURN, room // many))


def coming_text(play: Play, width: int) -> Content:
    """Return a row for each port, then who has no seat home and who finds no port.

    Nothing where no station flies.
    """
    if not play.station:
        return Content("")
    scale = scale_of(play, width)
    ports, homeless = ports_ahead(play.content, play.seen)
    lines = [_port(port, scale) for port in ports]
    lines.append(_seats(play, scale))
    lines += [_homeless(stay, scale) for stay in homeless]
    lines += _full(play, ports, scale)
    lines.append(ink.dim(_(KEY, stays=STAYS, ends=ENDS, old=OLD)))
    return ink.lines(lines)


def coming_title(play: Play, width: int) -> str:
    """Return the chart's title with the turns, each over its columns."""
    if not play.station:
        return _(TITLE)
    scale = scale_of(play, width)
    names = (label(play.index.scenario, day) for day in scale.days[:-1])
    head = "".join(f"{name} {LINE * (scale.cell - cells.width(name) - 2)} " for name in names)
    lead = LABEL - 1 - cells.width(_(TITLE)) - 2
    return f"{_(TITLE)} {LINE * max(0, lead)} {head.rstrip(f' {LINE}')}"


def _port(port: Port, scale: Scale) -> Content:
    row = [FREE] * scale.width
    for stay in port.stays:
        _draw(row, stay, scale)
    told = "".join(row)
    if port.shut:
        return Content.styled(
            cells.fit(_(PORT_NAMES[port.id]), LABEL) + SHUT * scale.width, ALARMED
        )
    lead = cells.fit(_(PORT_NAMES[port.id]), LABEL)
    bad = any(stay.fault or _outlives(stay, scale) for stay in port.stays)
    return Content.assemble((lead, ink.DIM), (told, ALARMED if bad else ""))


def _outlives(stay: Stay, scale: Scale) -> bool:
    """Return whether people's ship outlives its certified life within the chart."""
    return stay.crewed and scale.column(stay.end) > scale.column(max(stay.certified, stay.start))


def _draw(row: list[str], stay: Stay, scale: Scale) -> None:
    """Draw a stay into a port's row: its name, how long it stays, from when on it is too old."""
    start, end = scale.column(stay.start), scale.column(stay.end)
    old = scale.column(max(stay.certified, stay.start)) if stay.crewed else end
    for n in range(start, end):
        row[n] = OLD if n >= old else STAYS
    if start < end < len(row):
        row[end - 1] = ENDS
    lead = ("" if stay.docked else ">") + ("!" if stay.fault else "")
    room = max(0, end - start - 1)
    name = lead + short_name(stay.name, max(0, room - len(lead)))
    for n, letter in enumerate(_letters(name, room)):
        row[start + n] = letter


def _letters(name: str, room: int) -> Sequence[str]:
    """Return a name a letter a column, those of two columns with nothing after them."""
    found: list[str] = []
    for letter in cells.head(name, room):
        wide = cells.width(letter)
        if wide == 0 and found:
            found[-1] += letter
        else:
            found += [letter, *[""] * (wide - 1)]
    return found


def _homeless(stay: Stay, scale: Scale) -> Content:
    """Return that a flight finds no port on its day."""
    at = scale.column(stay.start)
    told = _("! {ship} finds no port", ship=stay.name)
    return Content.styled(cells.fit(_("No port"), LABEL) + " " * min(at, 8) + told, ALARMED)


def _full(play: Play, ports: Sequence[Port], scale: Scale) -> Iterator[Content]:
    """Yield for each half the turns in which none of its ports is ever free."""
    for half, name in NAMES.items():
        own = [port for port in ports if port.segment == half and not port.shut]
        turns = [
            label(play.index.scenario, start)
            for start, end in pairwise(scale.days)
            if all(_taken(port, start, end) for port in own)
        ]
        if turns:
            yield Content.styled(
                _("{half}: all ports full in {turns}", half=_(name), turns=comma_listed(turns)),
                "bold",
            )


def _taken(port: Port, start: int, end: int) -> bool:
    return any(stay.start <= start and stay.end >= end for stay in port.stays)


def _seats(play: Play, scale: Scale) -> Content:
    """Return for each turn how many aboard have a seat home, of how many."""
    many = len(scale.days) - 1
    states = (play.seen, *foreseen(play.index, play.seen))[:many]
    parts: list[tuple[str, str]] = [(cells.fit(_("Seats home"), LABEL), ink.DIM)]
    for state in states:
        text, short = _seated(state)
        parts.append((cells.fit(text, scale.cell), ALARMED if short else ""))
    return Content.assemble(*parts)


def _seated(state: State) -> tuple[str, bool]:
    people, lost = len(aboard(state)), len(stranded(state))
    text = _("{had} of {n}", had=people - lost, n=people)
    return (f"{text} !" if lost else text), bool(lost)
