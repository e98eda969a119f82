"""What choosing would do: all choices side by side where there is room, or the one pointed at."""

from __future__ import annotations

from textual.content import Content

from game.rules.decisions import Decision
from game.rules.kinds import KINDS
from game.rules.table.parting import PARTINGS
from game.text.language import _
from game.tui import ink
from game.tui.menus import POINT, Entry, Menu
from game.tui.paint.compared import Choice, columns_of, comparison
from game.tui.paint.foreseen import beside_figures, foreseen_text, listed
from game.tui.paint.matrix import matrix_columns, matrix_text
from game.tui.play import Play

DETAILS = 3  # lines kept at most under a table for what else the choice pointed at would do
ALONE = 10  # lines kept at most for what a single choice would do
MOST = 9  # entries of which it is worked out how many lines they take


def comparable(play: Play, menu: Menu) -> bool:
    """Return whether a menu's choices are compared in a table."""
    kind = play.seen.queue[0].kind
    able = [entry for entry in menu.entries if entry.decides]
    return len(able) > 1 and kind != "table"


def titled(play: Play, menu: Menu, compare: bool) -> str:
    """Return what the pane is called, and how to see all choices beside each other."""
    flips = not compare and comparable(play, menu)
    return _("It would (Tab: all)") if flips else _("What it would do")


def would(play: Play, menu: Menu, entry: Entry | None, width: int, compare: bool) -> Content:
    """Return what the entry pointed at would do, or with `compare` what each of them would."""
    if compare and comparable(play, menu):
        parts = [_table(play, menu, entry, width)]
        parts += _details(play, entry) if entry else [ink.dim(_(POINT))]
        return ink.lines(parts)
    return _alone(play, entry, width) if entry else ink.dim(_(POINT))


def lines_wanted(play: Play, menu: Menu, width: int, compare: bool) -> int:
    """Return how many lines are kept for what choices would do, whichever is pointed at."""
    if compare and comparable(play, menu):
        table = len(_table(play, menu, None, width).split("\n"))
        return table + min(DETAILS, max(len(_details(play, entry)) for entry in menu.entries))
    return min(ALONE, max(len(_alone(play, e, width).wrap(width)) for e in menu.entries[:MOST]))


def columns_wanted(play: Play, menu: Menu, compare: bool) -> int:
    """Return how many columns it takes to show all choices beside each other; else none."""
    if not (compare and comparable(play, menu)):
        return 0
    choices = _choices(play, menu)
    sealed = KINDS[play.seen.queue[0].kind].sealed
    return (matrix_columns if sealed else columns_of)(play, choices)


def _choices(play: Play, menu: Menu) -> list[Choice]:
    return [_choice(play, entry, entry.decides) for entry in menu.entries if entry.decides]


def _table(play: Play, menu: Menu, lit: Entry | None, width: int) -> Content:
    able = [entry for entry in menu.entries if entry.decides]
    choices = _choices(play, menu)
    place = able.index(lit) if lit in able else -1
    painter = matrix_text if KINDS[play.seen.queue[0].kind].sealed else comparison
    shown = tuple((one.number, one.locked, id(one.foreseen)) for one in choices)
    key = ("table.choices", play.content, play.me, shown, place, width)
    return play.seen.once(key, lambda: painter(play, choices, place, width))


def _choice(play: Play, entry: Entry, decision: Decision) -> Choice:
    return Choice(entry.row.number, play.preview(decision), bool(entry.row.lock))


def _details(play: Play, entry: Entry) -> list[Content]:
    """Return what the table doesn't tell of the entry pointed at."""
    parts = _locked(entry)
    if entry.decides is not None:
        parts += beside_figures(play, play.preview(entry.decides))
    return [*parts, *_about(entry)]


def _alone(play: Play, entry: Entry, width: int) -> Content:
    """Return all that an entry would do."""
    parts = _locked(entry)
    if entry.decides is not None:
        free = not KINDS[play.seen.queue[0].kind].of_an_offer and entry.decides.pick not in PARTINGS
        if free and not entry.row.note:
            parts.append(Content.styled(_("Costs nothing"), "bold"))
        parts.append(foreseen_text(play, play.preview(entry.decides), width))
    parts += _about(entry)
    if entry.menu is not None:
        parts.append(listed((e.row for e in entry.menu.entries), width))
    return ink.lines(parts)


def _locked(entry: Entry) -> list[Content]:
    lock = entry.row.lock
    return [Content.assemble((_("Locked:"), "bold"), f" {lock}")] if lock else []


def _about(entry: Entry) -> list[Content]:
    return [ink.dim(entry.about)] if entry.about else []
