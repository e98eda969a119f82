"""What a screen says, as text: its heading, words and choices, what is pointed at, its keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static

from game.rules.kinds import KINDS
from game.text.language import _
from game.text.lists import comma_listed
from game.tui.keymap import shown
from game.tui.paint.would import would
from game.tui.screens.desk import Desk
from game.tui.screens.scene import SceneSheet
from game.tui.screens.title import Title
from game.tui.widgets.alarms import Alarms
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.gauges import Gauge, Reading
from game.tui.widgets.hints import Hints
from game.tui.widgets.instrument import Instrument
from game.tui.widgets.lately import Lately
from game.tui.widgets.pane import Pane
from game.tui.widgets.taught import Taught
from game.web.page.spoken import spoken

Kind = Literal["page", "said", "figures", "choices", "pointed", "keys"]
WIDTH = 200  # columns that what a choice would do is told in, so that no line of it is broken
NO_WORDS = ("drawing", "name")  # of the title: its name is the heading


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of what a screen says, `key` being its name from one look to the next.

    What is `asked` is said whole with each question; of anything else what is new is said, `once`
    where a line that comes again has been said.
    """

    kind: Kind
    key: str
    lines: tuple[str, ...]
    title: str = ""
    asked: bool = False
    once: bool = False


def read(screen: Screen[Any]) -> tuple[Part, ...]:
    """Return what a screen says now, in the order in which it is to be said; nothing: not yet."""
    if isinstance(screen, Desk):
        return tuple(_desk(screen)) if _speaks(screen) else ()
    if isinstance(screen, SceneSheet):
        return (*_scene(screen), *_keys(screen))
    drawn = (*_sheet(screen), *_pointed(screen), *_keys(screen))
    return drawn if drawn[0].lines else ()  # a page gets its heading as it is painted


# --- the game


def _speaks(desk: Desk) -> bool:
    """Return whether somebody is asked, and nothing is to be told over the desk first."""
    waits = desk.busy or desk.pending or desk.play.hands_over or desk.play.session.over
    return bool(desk.menus) and not waits


def _desk(desk: Desk) -> Iterator[Part]:
    """Yield what is in danger, what just happened, how figures stand, what is asked."""
    yield Part("said", "alarms", _static(desk.query_one(Alarms)), _("In danger"))
    yield from _lately(desk)
    readings = (gauge.reading for gauge in desk.query(Gauge))
    yield Part("figures", "figures", tuple(figure(one) for one in readings if one), _("Figures"))
    menu, brief = desk.menus[-1], desk.query_one("#brief", Pane)
    yield Part("page", menu.title, (menu.title or menu.ask,), asked=True)
    goes_on = KINDS[desk.play.seen.queue[0].kind].open_ended  # what it says is mostly as before
    yield Part("said", f"{menu.title}/text", spoken(brief.text.plain), asked=not goes_on)
    for pane in (*desk.query("#advice").results(Pane), *desk.query(Taught)):
        yield from _pane(pane)
    yield from _listed(desk.query_one(Choices), f"{menu.title}/{menu.ask}", menu.ask)
    yield from _would(desk)
    yield from _focused(desk)
    yield from _keys(desk)


def _lately(desk: Desk) -> Iterator[Part]:
    """Yield what just happened, thing by thing, less what a page has told since it was drawn."""
    title = desk.query_one(Lately).named
    untold = {*desk.play.fresh(), *desk.play.earlier()}
    for piece in desk.lately:
        if not untold.isdisjoint(piece.items):
            key = f"lately/{piece.items[0].name}"
            yield Part("said", key, spoken(piece.text.plain), title, once=True)


def _would(desk: Desk) -> Iterator[Part]:
    """Yield which choice is pointed at, and what it would do."""
    if desk.query_one(Choices).has_focus:
        told = would(desk.play, desk.menus[-1], desk.entry, WIDTH, False)
        at = (_told(desk.entry.row),) if desk.entry is not None else ()
        yield Part("pointed", "pointed", (*at, *spoken(told.plain)))


def figure(one: Reading) -> str:
    """Return how a figure stands, how it has moved, and in which turn it will be in danger."""
    sign = "+" if one.moved > 0 else "-"
    moved = f" ({sign}{one.moved_text})" if one.known and one.moved_text else ""
    due = f", {_('in danger {when}', when=one.due)}" if one.due else ""
    return f"{one.name} {one.value}{moved}{due}"


def _scene(sheet: SceneSheet) -> Iterator[Part]:
    """Yield a scene as it is told by ear."""
    told = sheet.shown
    yield Part("page", "scene", (told.scene.title,))
    seen = _("You see: {what}", what=told.scene.shows)
    said = f"{told.speaker}: {told.text}" if told.speaker else told.text
    moved = _("It moved: {figures}.", figures=comma_listed(told.moved)) if told.moved else ""
    yield Part("said", "told", tuple(filter(None, (seen, said, moved))))


# --- any other screen


def _sheet(screen: Screen[Any]) -> Iterator[Part]:
    """Yield the heading of a screen, and what its parts say."""
    headings = [
        line for one in screen.query(".sheet-title").results(Static) for line in _static(one)
    ]
    if isinstance(screen, Title):
        headings = [screen.app.title]
    yield Part("page", "heading", tuple(headings[:1]))
    for number, widget in enumerate(screen.query("*")):
        if _is_seen(widget) and widget.id not in NO_WORDS and not widget.has_class("sheet-title"):
            yield from _widget(widget, str(number))


def _widget(widget: Widget, key: str) -> Iterator[Part]:
    if isinstance(widget, Choices):
        yield from _listed(widget, key, "")
    elif isinstance(widget, Pane):
        yield from _pane(widget, key)
    elif isinstance(widget, OptionList):
        told = (str(widget.get_option_at_index(n).prompt) for n in range(widget.option_count))
        yield Part("choices", key, tuple(told))
    elif isinstance(widget, Input):
        yield Part("said", key, (_("Typed: {text}", text=widget.value),))
    elif isinstance(widget, Static) and not isinstance(widget, Hints):
        yield Part("said", key, _static(widget))


def _pane(pane: Pane, key: str = "") -> Iterator[Part]:
    if _is_seen(pane):
        title = Content.from_markup(str(pane.border_title or "")).plain
        yield Part("said", key or str(pane.id), spoken(pane.text.plain), title)


def _listed(choices: Choices, key: str, title: str) -> Iterator[Part]:
    """Yield a list's rows, those below a heading under it."""
    groups: list[tuple[str, list[str]]] = [(title, [])]
    for row in choices.rows:
        if row.heading:
            groups.append((row.text, []))
        else:
            groups[-1][1].append(_told(row))
    for heading, rows in groups:
        yield Part("choices", f"{key}/{heading}", tuple(rows), heading, asked=bool(title))


def _told(row: Row) -> str:
    lead = f"{row.number}. " if row.number.isdigit() else ""
    lock = _("locked: {why}", why=row.lock) if row.lock else ""
    told = (" ".join(row.text.split()), row.note, row.under, lock)
    return lead + "; ".join(filter(None, told))


def _pointed(screen: Screen[Any]) -> Iterator[Part]:
    """Yield the row that is pointed at in the list that has the focus."""
    focused = screen.focused
    if isinstance(focused, Choices) and 0 <= focused.highlighted < len(focused.rows):
        yield Part("pointed", "pointed", (_told(focused.rows[focused.highlighted]),))
    for found in screen.query(OptionList) if not isinstance(focused, Choices) else ():
        if found.highlighted is not None:
            prompt = str(found.get_option_at_index(found.highlighted).prompt)
            yield Part("pointed", "pointed", (prompt,))
    yield from _focused(screen)


def _focused(screen: Screen[Any]) -> Iterator[Part]:
    """Yield what an instrument tells that has the focus."""
    focused = screen.focused
    if isinstance(focused, Gauge) and focused.reading is not None:
        yield Part("pointed", "pointed", (figure(focused.reading),))
    elif isinstance(focused, Instrument):
        title = Content.from_markup(str(focused.border_title or "")).plain
        yield Part("pointed", "pointed", (title, *spoken(focused.text.plain)))


def _keys(screen: Screen[Any]) -> Iterator[Part]:
    """Yield what the foot of a screen says, key by key."""
    changed = getattr(screen.app, "changed_keys", {})
    for hints in screen.query(Hints):
        named = (hint for hint in hints.hints if hint[1])
        told = (f"{shown(key, action, changed)} {what}" for key, what, action in named)
        yield Part("keys", "keys", (_("Keys: {keys}.", keys=comma_listed(tuple(told))),))


def _static(static: Static) -> tuple[str, ...]:
    return spoken(str(static.render())) if static.display else ()


def _is_seen(widget: Widget) -> bool:
    return all(one.display for one in _up(widget))


def _up(widget: Widget) -> Iterable[Widget]:
    return [one for one in widget.ancestors_with_self if isinstance(one, Widget)]
