"""The vital figures and the head line of the game screen."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style

from game.content.records import DangerLine
from game.narration.alarms import alarm_short
from game.narration.decisions import date_text, fill
from game.narration.figures import (
    danger_at,
    figure_words,
    gauge_name,
    gauge_short,
    gauge_value,
    good,
    share_of,
)
from game.narration.header import MOST, header
from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.rules.state import State
from game.text import cells
from game.text.language import N_, _
from game.tui.ink import DIM
from game.tui.look import Look
from game.tui.widgets.gauges import Reading

COUNT = MOST
WIDE = 110  # columns of a screen whose head line names everything
LEAST_NOTE = 24  # columns that the word about saving keeps before other parts go
ALARMED = "bold $text-error"
LEADER = 4  # the rank of the leader's name in the head line


def readings(look: Look) -> list[Reading]:
    """Return what the gauges show, in order of importance."""
    return [_reading(look, path) for path in header(look.index, look.seen, look.me)]


def _reading(look: Look, path: str) -> Reading:
    content, value, opening = look.content, look.seen.figures[path], look.opening
    moved = value - (opening or {}).get(path, value)
    stood = look.stood(path)
    limits = figure_words(content, path).danger
    return Reading(
        path=path,
        name=gauge_name(content, path, look.me),
        short=gauge_short(content, path, look.me),
        value=gauge_value(content, path, value),
        share=share_of(content, path, value),
        moved=moved,
        moved_text=_moved(look, path, moved),
        good=good(content, path, moved) if moved else None,
        alarm=danger_at(content, path, value) is not None,
        known=opening is not None,
        stood=tuple(share_of(content, path, then) for then in stood),
        past=tuple(danger_at(content, path, then) is not None for then in stood),
        limits=tuple(share_of(content, path, _edge(line)) for line in limits),
        due=_due(look, path),
    )


def _edge(line: DangerLine) -> int:
    return line.above if line.above is not None else line.below or 0


def _due(look: Look, path: str) -> str:
    """Return the turn at whose end a figure that is safe now will be in danger."""
    if look.state.over or danger_at(look.content, path, look.seen.figures[path]):
        return ""
    turn = next((alarm.turn for alarm in look.dangers if alarm.subject == path), None)
    scenario = look.index.scenario
    return label(scenario, turn_start(scenario, turn)) if turn is not None else ""


def _moved(look: Look, path: str, moved: int) -> str:
    """Return how far a figure moved in as few letters as say it: whole ones, else a tenth."""
    per = figure_words(look.content, path).shown.per
    if not moved or per == 1:
        return str(abs(moved)) if moved else ""
    tenths = round(10 * abs(moved) / per)
    return f"{tenths / 10:.0f}" if tenths >= 10 else f".{tenths}" if tenths else ""


def head(look: Look, saved: str, width: int, alarm: bool = False) -> Content:
    """Return the head line: agency, date, turn, capital, treasury, whether it is saved.

    Where there is no room for all of it, whole parts go, then the end of what is `saved`. An
    `alarm`, that it isn't, comes first, in the title's place, and goes after all but figures.
    """
    parts = _head_parts(look, width >= WIDE, titled=not alarm)
    note = cells.width(saved) if alarm else min(cells.width(saved), LEAST_NOTE)
    while _width(parts) + note > width and any(rank for rank, _ in parts):
        parts.remove(max(parts, key=lambda part: part[0]))
    told = cells.cut(saved, max(0, width - _width(parts)))
    place = next((n for n, (rank, _) in enumerate(parts) if rank == LEADER), len(parts))
    texts = [text for _, text in parts]
    texts.insert(0 if alarm else place, Content.styled(told, ALARMED if alarm else DIM))
    return Content("  ").join(texts)


def _head_parts(look: Look, wide: bool, titled: bool) -> list[tuple[int, Content]]:
    """Return the parts of the head line, each with its rank: the highest goes first, 0 never."""
    seen, me = look.seen, look.me
    title = Content.styled("ORBITAL HANDSHAKE" if wide else "HANDSHAKE", "bold $text-primary")
    parts = [(3, title)] if titled else []
    parts += [
        (1, Content.styled(look.content.partners[me].name, "bold")),
        (1, Content(date_text(look.content, seen))),
        (0, Content(_("turn {turn}/{turns}", turn=seen.turn, turns=look.index.scenario.turns))),
        (0, _asks(seen, f"{me}.capital", N_("capital {amount}"))),
        (0, _asks(seen, f"{me}.treasury", N_("{amount} M"))),
    ]
    if wide:
        income = _asks(seen, f"{me}.income", N_("+{amount} a month"))
        parts += [(2, income), (LEADER, Content(_leader(look)))]
    return parts


def _width(parts: Sequence[tuple[int, Content]]) -> int:
    """Return how many columns parts of the head line take, with the gaps behind them."""
    return sum(text.cell_length + 2 for _, text in parts)


def _asks(seen: State, path: str, text: str) -> Content:
    """Return a figure that opens its reasons when clicked."""
    value = Content(_(text, amount=seen.figures[path]))
    return value.stylize(Style.from_meta({"@click": f"screen.why('{path}')"}))


def _leader(look: Look) -> str:
    return fill(look.content, look.seen, f"{{leader.{look.me}}}")


def alarms_text(look: Look, width: int, most: int) -> list[Content]:
    """Return a line for each alarm that stands open; the last says how many more there are."""
    if look.state.over:
        return []
    shown, more = look.alarms
    hidden = more + len(shown[most:])
    lines = [f"! {alarm_short(look.index, alarm)}" for alarm in shown[:most]]
    if hidden:
        lines[-1] += f"  (+{hidden})"
    return [Content(cells.fit(line, width)) for line in lines]
