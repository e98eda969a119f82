"""What just happened, in a few lines, and what happened since the last turn, as a page of news."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from textual.content import Content

from game.narration.decisions import date_text
from game.narration.figures import (
    amount_text,
    figure_title,
    from_to_text,
    good,
    told_moves,
    value_text,
)
from game.narration.words import say
from game.rules.decisions import Change
from game.rules.ledger import reasons, totals
from game.session.telling import Item, Rank
from game.session.telling.words import Came, came_told, danger_told, happened_in, move_told
from game.text import cells
from game.text.language import N_, _, ngettext
from game.tui import ink
from game.tui.paint.came import came_text
from game.tui.paint.opening import figures_at_first, opening_text, opens, vital
from game.tui.play import Play

SHOWN_MOVES = 4
BEFORE = N_("Later in the turn before")
EVENTS = (Rank.SCENE, Rank.EVENT)
AT_FIRST = (Rank.ALARM, *EVENTS)  # what the first page of a game tells
TOLD = N_("What there was has been told, and can be read again.")


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a pane, and the items of which all is told once it has been read."""

    text: Content
    items: tuple[Item, ...] = ()


def lately(play: Play) -> list[Part]:
    """Return what came of the latest decision, then what else this turn has brought."""
    fresh = play.fresh()
    parts = [*_bits(play, fresh), *_figures(play, fresh)]
    parts += _earlier(play)
    return parts or [Part(ink.dim(_(TOLD) if play.news() else _("Nothing has happened yet.")))]


def _earlier(play: Play) -> Iterator[Part]:
    """Yield what this turn had brought before, latest first, nothing in the same words again."""
    told = {_told(play, item): item for item in play.earlier()}
    told.pop((), None)
    if told:
        yield Part(ink.dim(_("Earlier this turn")))
    for lines, item in reversed(told.items()):
        yield Part(ink.dim("\n".join(lines)), (item,))


def _bits(play: Play, items: Sequence[Item]) -> Iterator[Part]:
    """Yield what items tell, a piece each; traffic, told of several people at once, as one."""
    for item in items:
        lines = _told(play, item)
        if item.sort == "move" and not _answered(play, item):
            yield Part(move_text(play, item), (item,))
        elif lines:
            yield Part(ink.lines(lines), (item,))
    traffic = tuple(item for item in items if item.rank is Rank.TRAFFIC)
    lines = _happened(play, traffic)
    if lines:
        yield Part(ink.lines(lines), traffic)


def _told(play: Play, item: Item) -> tuple[str, ...]:
    """Return what an item tells in short: no figures, and no traffic."""
    if item.rank is Rank.CAME:
        came = came_told(play.session, play.me, item, ())
        return (*came.said, *came.happened)
    return _happened(play, [item]) if item.rank in EVENTS else ()


def _answered(play: Play, item: Item) -> bool:
    """Return whether it is an offer that lies on the table no more: its outcome is told."""
    offers = [change.path for change in item.happened if change.kind == "offer"]
    return bool(offers) and offers[0] not in {offer.id for offer in play.seen.offers}


def _happened(play: Play, items: Iterable[Item]) -> tuple[str, ...]:
    return happened_in(play.session, play.me, items)


def _figures(play: Play, items: Sequence[Item]) -> Iterator[Part]:
    """Yield what figures have come to by items, less what has been told one by one."""
    moved = play.telling.left(play.me, [change for item in items for change in item.moved])
    found = [
        Content.assemble(
            f"{figure_title(play.content, path, play.me)} ",
            (
                ink.move(amount_text(play.content, path, amount)),
                ink.tone(good(play.content, path, amount)),
            ),
        )
        for path, amount in told_moves(play.content, totals(moved)).items()
    ]
    if found and set(totals(moved)) != {f"{play.me}.capital"}:  # its price was told
        yield Part(Content(", ").join(found))


def move_text(play: Play, item: Item) -> Content:
    """Return what another has decided, on which card, and why."""
    move = move_told(play.session, play.me, item)
    name = play.content.partners[move.chair].name + (f", {move.card}" if move.card else "")
    why = f". {move.reason}" if move.reason else ""
    return Content.assemble((f"{name}: ", "bold"), move.title, (why, ink.DIM))


def news_title(play: Play) -> str:
    """Return the title of a turn's news."""
    scenario = play.index.scenario
    date = date_text(play.content, play.seen)
    return _(
        "{date} - turn {turn} of {turns}", date=date, turn=play.seen.turn, turns=scenario.turns
    )


def news(play: Play, items: Sequence[Item], came: Sequence[Came], width: int) -> Content:
    """Return items as a page of news, the weightiest first; `came` are words for some of them."""
    parts = warned_text(play, items, width)
    turn = play.seen.turn
    events = [item for item in items if item.rank is Rank.EVENT]
    told = _happened(play, (item for item in events if item.turn == turn))
    if opens(play):
        points = [ink.bullet(text, width) for text in told]
        return opening_text(play, parts, [*scene_lines(play, items, width), *points])
    if any(one.lines for one in came):
        parts += [*_gap(parts), came_text(came, width)]
    scenes = scene_lines(play, items, width)
    parts += _section(_("Turning points"), scenes, parts)
    points = [ink.bullet(text, width) for text in told] or [Content(_("A quiet time."))]
    parts += _section(_("What else happened"), points, parts) if parts else points
    before = _happened(play, (item for item in events if item.turn < turn))
    parts += _section(_(BEFORE), [ink.bullet(text, width) for text in before], parts)
    acts = (item for item in items if item.sort == "move" and not _answered(play, item))
    moves = [move_text(play, item) for item in acts]
    parts += _section(_("What the others did"), moves, parts)
    traffic = _happened(play, (item for item in items if item.rank is Rank.TRAFFIC))
    parts += _section(_("Up and down"), [ink.bullet(text, width) for text in traffic], parts)
    return ink.lines(parts)


def warned_text(play: Play, items: Iterable[Item], width: int) -> list[Content]:
    """Return what is in danger, then what is due, under a heading each."""
    found: dict[str, list[Content]] = {}
    for item in (item for item in items if item.rank is Rank.ALARM):
        line = ink.bullet(danger_told(play.session, play.me, item), width)
        alarm = item.sort == "alarm"
        found.setdefault(item.sort, []).append(line.stylize("$text-error") if alarm else line)
    parts = _section(_("In danger"), found.get("alarm", []), [])
    return [*parts, *_section(_("What falls due"), found.get("due", []), parts)]


def scene_lines(play: Play, items: Iterable[Item], width: int) -> list[Content]:
    """Return the scenes that items open: what it was, by title and number once it was shown."""
    lines = []
    for number, (item, cue) in enumerate(play.scenes_of(items), 1):
        told = " ".join(_happened(play, [item])) if item.rank is Rank.SCENE else ""
        if play.telling.was_shown(play.me, item):
            lines.append(ink.bullet(f"{cue.scene.title}. {told}".rstrip(), width, f"{number} "))
        elif told:
            lines.append(ink.bullet(told, width))
    return lines


def _gap(parts: Sequence[Content]) -> list[Content]:
    return [Content("")] if parts else []


def _section(title: str, points: Sequence[Content], before: Sequence[Content]) -> list[Content]:
    """Return points under a title, with a line free `before` them where there are any."""
    return [*_gap(before), ink.heading(title), *points] if points else []


def _parted(play: Play) -> tuple[list[Change], list[Change]]:
    """Return what has moved this turn, and what had moved since the news before it began."""
    latest: list[Change] = []
    before: list[Change] = []
    for item in play.news():
        (latest if item.turn == play.seen.turn else before).extend(item.moved)
    return latest, before


def figure_moves(play: Play, width: int) -> Content:
    """Return how the vital figures moved: this turn and mostly why, then before it began."""
    if opens(play):
        return figures_at_first(play, width)
    opening, (fresh, before) = play.session.page().opening, _parted(play)
    sums, shown = totals(before), vital(play)
    parts: list[Content] = []
    for path in shown:
        parts.append(_moved(play, path, opening[path], play.seen.figures[path], width))
        parts += [ink.dim(f"   {line}") for line in mostly(play, fresh, path, width - 3)]
    late = [
        _moved(play, path, opening[path] - sums[path], opening[path], width)
        for path in shown
        if sums.get(path)
    ]
    return ink.lines([*parts, *([Content(""), ink.heading(_(BEFORE)), *late] if late else [])])


def _moved(play: Play, path: str, old: int, new: int, width: int) -> Content:
    amount = new - old
    numbers = from_to_text(play.content, path, old, new, play.rungs)
    if not amount:
        numbers = value_text(play.content, path, new, play.rungs)
    room = max(4, width - cells.width(numbers) - 3)
    title = cells.fit(figure_title(play.content, path, play.me), room)
    style = ink.tone(good(play.content, path, amount)) if amount else ink.DIM
    return Content.assemble(title, " ", (numbers, "bold"), (f" {ink.arrow(amount)}", style))


def mostly(play: Play, changes: Sequence[Change], path: str, width: int) -> list[str]:
    """Return the weightiest reasons for a figure's move, and what the rest comes to."""
    found = sorted(reasons(changes, path), key=lambda line: -abs(line.amount))
    shown = found if len(found) <= SHOWN_MOVES else found[: SHOWN_MOVES - 1]
    rest = sum(line.amount for line in found[len(shown) :])
    lines = [
        cells.fit(
            f"{amount_text(play.content, path, line.amount)} {say(play.content, line.label)}", width
        )
        for line in shown
    ]
    if rest:
        told = ngettext(
            "{amount} for {n} other reason",
            "{amount} for {n} other reasons",
            len(found) - len(shown),
            amount=amount_text(play.content, path, rest),
        )
        lines.append(cells.fit(told, width))
    return lines
