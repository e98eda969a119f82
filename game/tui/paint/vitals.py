"""The vital figures and the head line of the game screen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.style import Style

from game.narration.alarms import alarm_short
from game.narration.decisions import date_text, fill
from game.narration.figures import figure_title, good
from game.rules.state import State
from game.text import cells
from game.tui.play import Play
from game.tui.widgets.gauges import Reading

STRANDED = "stranded"
COUNT = 9
WIDE = 110  # columns of a screen whose head line names everything
LEAST_NOTE = 24  # columns that the word about saving keeps before other parts go
ALARMED = "bold $text-error"
LEADER = 4  # the rank of the leader's name in the head line
SHORT = {STRANDED: "No seat", "propellant": "Propell."}
# The figures' ranges as bars show them, where the rules' own bounds would say too little.
SCALES: Mapping[str, tuple[int, int]] = {
    "altitude": (330_000, 425_000),
    "propellant": (0, 8_000),
    "supplies": (0, 360),
}
ALARM_BELOW: Mapping[str, int] = {
    "mandate": 25,
    "cohesion": 35,
    "altitude": 395_000,
    "propellant": 1_500,
    "supplies": 60,
}
ALARM_ABOVE: Mapping[str, int] = {"tension": 80, STRANDED: 0}


def readings(play: Play) -> list[Reading]:
    """Return what the gauges show, in order of importance."""
    others = [chair for chair in play.index.chairs if chair != play.me]
    trust = [f"{other}.trust.{play.me}" for other in others]
    paths = ["tension", f"{play.me}.mandate", *trust, "cohesion"]
    if play.station:
        paths += [STRANDED, "altitude", "propellant", "supplies"]
    else:
        paths += [f"option.{name}" for name in play.content.options][: COUNT - len(paths)]
    opening = play.session.page().opening
    return [_reading(play, path, opening) for path in paths]


def _reading(play: Play, path: str, opening: Mapping[str, int]) -> Reading:
    value = play.seen.figures[path]
    moved = value - opening.get(path, value)
    low, high = SCALES.get(path, (0, 10) if path == STRANDED else (0, 100))
    return Reading(
        path=path,
        name=_name(play, path),
        short=_short(play, path),
        value=_value(path, value),
        share=(value - low) / (high - low),
        moved=moved,
        moved_text=_moved(path, moved),
        good=good(path, moved) if moved else None,
        alarm=_alarm(path, value),
    )


def _name(play: Play, path: str) -> str:
    if path == STRANDED:
        return "No seat home"
    owner, _, rest = path.partition(".")
    if rest.startswith("trust."):
        return f"Trust: {play.content.partners[owner].name}"
    return figure_title(play.content, path, play.me)


def _short(play: Play, path: str) -> str:
    owner, _, rest = path.partition(".")
    if rest.startswith("trust."):
        return f"Trust {cells.head(play.content.partners[owner].name, 3)}"
    if owner == "option":
        return _name(play, path).partition(" ")[0]
    return SHORT.get(path) or _name(play, path)


def _value(path: str, value: int) -> str:
    """Return a value short enough for a gauge."""
    units = {"altitude": f"{value / 1000:.0f} km", "propellant": f"{value / 1000:.1f} t"}
    units |= {"supplies": f"{value} d", STRANDED: f"{value}"}
    return units.get(path, str(value))


def _moved(path: str, moved: int) -> str:
    if not moved:
        return ""
    size = abs(moved)
    if path not in ("altitude", "propellant"):
        return str(size)
    if size >= 950:
        return f"{size / 1000:.0f}"
    return f"{size / 1000:.1f}"[1:] if size >= 50 else ""


def _alarm(path: str, value: int) -> bool:
    name = path.rpartition(".")[2]
    return value < ALARM_BELOW.get(name, -1) or value > ALARM_ABOVE.get(name, 10**9)


def head(play: Play, saved: str, width: int) -> Content:
    """Return the head line: agency, date, turn, capital, treasury, whether it is saved.

    Where there is no room for all of it, whole parts go, then the end of what is `saved`. That it
    isn't saved comes first, in the place of the title, and goes after everything but figures.
    """
    alarm = saved.startswith("not saved: ")
    parts = _head_parts(play, width >= WIDE, titled=not alarm)
    note = cells.width(saved) if alarm else min(cells.width(saved), LEAST_NOTE)
    while _width(parts) + note > width and any(rank for rank, _ in parts):
        parts.remove(max(parts, key=lambda part: part[0]))
    told = cells.cut(saved, max(0, width - _width(parts)))
    place = next((n for n, (rank, _) in enumerate(parts) if rank == LEADER), len(parts))
    texts = [text for _, text in parts]
    texts.insert(0 if alarm else place, Content.styled(told, ALARMED if alarm else "dim"))
    return Content("  ").join(texts)


def _head_parts(play: Play, wide: bool, titled: bool) -> list[tuple[int, Content]]:
    """Return the parts of the head line, each with its rank: the highest goes first, 0 never."""
    seen, me = play.seen, play.me
    title = Content.styled("ORBITAL HANDSHAKE" if wide else "HANDSHAKE", "bold $text-primary")
    parts = [(3, title)] if titled else []
    parts += [
        (1, Content.styled(play.content.partners[me].name, "bold")),
        (1, Content(date_text(play.content, seen))),
        (0, Content(f"turn {seen.turn}/{play.index.scenario.turns}")),
        (0, _asks(seen, f"{me}.capital", "capital {}")),
        (0, _asks(seen, f"{me}.treasury", "{} M")),
    ]
    if wide:
        parts += [(2, _asks(seen, f"{me}.income", "+{} a month")), (LEADER, Content(_leader(play)))]
    return parts


def _width(parts: Sequence[tuple[int, Content]]) -> int:
    """Return how many columns parts of the head line take, with the gaps behind them."""
    return sum(text.cell_length + 2 for _, text in parts)


def _asks(seen: State, path: str, text: str) -> Content:
    """Return a figure that opens its reasons when clicked."""
    value = Content(text.format(seen.figures[path]))
    return value.stylize(Style.from_meta({"@click": f"screen.why('{path}')"}))


def _leader(play: Play) -> str:
    return fill(play.content, play.seen, f"{{leader.{play.me}}}")


def alarms_text(play: Play, width: int, most: int) -> list[Content]:
    """Return a line for each alarm that stands open; the last says how many more there are."""
    if play.session.over:
        return []
    shown, more = play.alarms
    hidden = more + len(shown[most:])
    lines = [f"! {alarm_short(play.index, alarm)}" for alarm in shown[:most]]
    if hidden:
        lines[-1] += f"  (+{hidden})"
    return [Content(cells.fit(line, width)) for line in lines]
