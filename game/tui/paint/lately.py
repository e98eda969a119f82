"""What just happened, in a few lines, and what happened since the last turn, as a page of news."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.content import Content

from game.narration.cautions import alarm_lines
from game.narration.decisions import date_text
from game.narration.figures import amount_text, figure_title, good, value_text
from game.narration.news import happened
from game.narration.words import say
from game.rules.decisions import Change
from game.rules.ledger import MOVES, reasons, totals
from game.session.others import Move
from game.text import cells
from game.tui import ink
from game.tui.paint.opening import figures_at_first, opening_text, opens
from game.tui.paint.vitals import readings
from game.tui.play import Play

SHOWN_MOVES = 4
BEFORE = "Later in the turn before"
DECLINED, MADE = "offer.declined", "offer.made"


def lately(play: Play, width: int) -> Content:
    """Return what came of the latest decision, then what else this turn has brought."""
    fresh = play.fresh()
    others = [c for c in lying(play, fresh) if not (_offers(c) and _own(play, c))]
    parts = [
        ink.bullet(text, width, "") for text in (*told_of(play, others), *traffic_of(play, fresh))
    ]
    figures = _figures(play, fresh)
    parts += [Content(", ").join(figures)] if figures else []
    parts += [_move(play, move) for move in play.fresh_moves()]
    earlier = told_of(play, lying(play, play.earlier()))
    if earlier:
        parts += [ink.dim("Earlier this turn")]
        parts += [ink.bullet(text, width, "").stylize(ink.DIM) for text in reversed(earlier)]
    return ink.lines(parts or [ink.dim("Nothing has happened yet this turn.")])


def lying(play: Play, changes: Iterable[Change]) -> list[Change]:
    """Return changes without the offers that lie on the table no more: their outcome is told."""
    on_table = {offer.id for offer in play.seen.offers}
    return [c for c in changes if c.path in on_table or not _offers(c)]


def _offers(change: Change) -> bool:
    """Return whether somebody puts an offer on the table, or answers one with another."""
    return change.kind == "offer" and change.reason.code != DECLINED


def told_of(play: Play, changes: Sequence[Change]) -> Sequence[str]:
    """Return what happened, each once, without the traffic of ships."""
    return happened(play.content, [c for c in changes if c.kind not in (*MOVES, "ship")])


def traffic_of(play: Play, changes: Sequence[Change]) -> Sequence[str]:
    """Return which ships came and went, each once."""
    return happened(play.content, [c for c in changes if c.kind == "ship"])


def _figures(play: Play, changes: Sequence[Change]) -> list[Content]:
    return [
        Content.assemble(
            f"{figure_title(play.content, path, play.me)} ",
            (ink.move(amount_text(path, amount)), ink.tone(good(path, amount))),
        )
        for path, amount in totals(changes).items()
    ]


def _move(play: Play, move: Move) -> Content:
    name = play.content.partners[move.chair].name
    reason = move.reason.rstrip(".")
    why = f" ({reason[:1].lower()}{reason[1:]})" if reason else ""
    return Content.assemble((f"{name}: ", "bold"), move.title, (why, "dim"))


def news_title(play: Play) -> str:
    """Return the title of a turn's news."""
    scenario = play.index.scenario
    return f"{date_text(play.content, play.seen)} - turn {play.seen.turn} of {scenario.turns}"


def news(play: Play, width: int) -> Content:
    """Return what has happened since the last page of news: the new turn first, then the old."""
    told = sorted(lying(play, play.news()), key=_weight)
    latest, before = _parted(play, [change for change in told if not _own(play, change)])
    if opens(play):
        return opening_text(play, told_of(play, latest), width)
    parts = [ink.bullet(text, width).stylize("$text-error") for text in alarm_lines(play.viewer)]
    parts = [ink.heading("In danger"), *parts, Content("")] if parts else []
    told_now = [ink.bullet(text, width) for text in told_of(play, latest)]
    parts += told_now or [Content("A quiet time.")]
    parts += _section(BEFORE, told_of(play, before), width)
    parts += _section("Up and down", traffic_of(play, [*before, *latest]), width)
    moves = [_move(play, move) for move in play.news_moves()]
    if moves:
        parts += [Content(""), ink.heading("What the others did"), *moves]
    return ink.lines(parts)


def _parted(play: Play, changes: Iterable[Change]) -> tuple[list[Change], list[Change]]:
    """Return what has changed this turn, and what had changed before it began."""
    turn = {id(change) for change in play.session.page().changes}
    latest: list[Change] = []
    before: list[Change] = []
    for change in changes:
        (latest if id(change) in turn else before).append(change)
    return latest, before


def _weight(change: Change) -> int:
    """Return where a kind of news stands: endings and deals first, the crew's days last."""
    return {"ending": 0, "deal": 1, "crew": 3}.get(change.kind, 2)


def _own(play: Play, change: Change) -> bool:
    """Return whether the viewer did it, and was told then: their own story, offer or no."""
    if change.kind == "offer":
        mine = ("partner", play.me) in change.reason.args
        return mine and change.reason.code in (DECLINED, MADE)
    return change.kind == "story" and change.seen == (play.me,)


def _section(title: str, texts: Sequence[str], width: int) -> list[Content]:
    points = [ink.bullet(text, width) for text in texts]
    return [Content(""), ink.heading(title), *points] if points else []


def figure_moves(play: Play, width: int) -> Content:
    """Return how the vital figures moved: this turn and mostly why, then before it began."""
    if opens(play):
        return figures_at_first(play, width)
    opening, (fresh, before) = play.session.page().opening, _parted(play, play.news())
    sums, shown = totals(before), [r.path for r in readings(play) if r.path in play.index.bounds]
    parts: list[Content] = []
    for path in shown:
        parts.append(_moved(play, path, opening[path], play.seen.figures[path], width))
        parts += [ink.dim(f"   {line}") for line in _mostly(play, fresh, path, width - 3)]
    late = [
        _moved(play, path, opening[path] - sums[path], opening[path], width)
        for path in shown
        if sums.get(path)
    ]
    return ink.lines([*parts, *([Content(""), ink.heading(BEFORE), *late] if late else [])])


def _moved(play: Play, path: str, old: int, new: int, width: int) -> Content:
    amount = new - old
    numbers = f"{value_text(path, old, play.rungs)} > {value_text(path, new, play.rungs)}"
    if not amount:
        numbers = value_text(path, new, play.rungs)
    room = max(4, width - cells.width(numbers) - 3)
    title = cells.fit(figure_title(play.content, path, play.me), room)
    style = ink.tone(good(path, amount)) if amount else "dim"
    return Content.assemble(title, " ", (numbers, "bold"), (f" {ink.arrow(amount)}", style))


def _mostly(play: Play, changes: Sequence[Change], path: str, width: int) -> list[str]:
    """Return the weightiest reasons for a figure's move, and what the rest comes to."""
    found = sorted(reasons(changes, path), key=lambda line: -abs(line.amount))
    shown = found if len(found) <= SHOWN_MOVES else found[: SHOWN_MOVES - 1]
    rest = sum(line.amount for line in found[len(shown) :])
    lines = [
        cells.fit(f"{amount_text(path, line.amount)} {say(play.content, line.label)}", width)
        for line in shown
    ]
    if rest:
        count = len(found) - len(shown)
        lines.append(cells.fit(f"{amount_text(path, rest)} for {count} other reasons", width))
    return lines
