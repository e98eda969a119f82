"""What a choice would do, before it is made: costs, figures from and to, risky outcomes, locks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from textual.content import Content

from game.narration.crew import people_moves
from game.narration.decisions import in_common, way_told
from game.narration.figures import (
    amount_text,
    figure_title,
    from_to_text,
    good,
    told_moves,
    value_text,
)
from game.narration.news import happened
from game.rules.decisions import Branch, Change
from game.rules.kinds import KINDS
from game.rules.ledger import totals
from game.rules.messages import TEXT
from game.rules.preview import Preview
from game.text import cells
from game.text.language import _
from game.tui import ink
from game.tui.play import Play
from game.tui.widgets.choices import Row

TABLE_WIDTH = 34
TOLD = ("crew", "ship", "deal", "leader", "thread", "ending", "offer", "news")


def foreseen_text(play: Play, foreseen: Preview, width: int) -> Content:
    """Return all that a preview tells: what is sure, then each outcome, then each answer."""
    branches = foreseen.branches
    if len(branches) <= 1:
        parts = [moves(play, branches[0].changes, width)] if branches else []
        parts = [p for p in parts if p] or [Content(_("Nothing changes at once."))]
    else:
        parts = _risky(play, branches, width)
    first = branches[0].changes if len(branches) == 1 else ()
    parts += [_answer(play, branch, width, first) for branch in foreseen.answers]
    return ink.lines([*_after_the_vote(play, branches), *parts])


def _after_the_vote(play: Play, branches: Sequence[Branch]) -> list[Content]:
    """Return what tells approval that a deal moves from the vote on it, which stands elsewhere."""
    answering = any(KINDS[slot.kind].of_an_offer for slot in play.seen.queue[:1])
    apart = answering and any(_moves_moods(play, branch) for branch in branches)
    return [ink.dim(_("Moods afterwards, not the vote:"))] if apart else []


def _moves_moods(play: Play, branch: Branch) -> bool:
    moved: Counter[str] = Counter()
    for change in branch.changes:
        if change.path.startswith(f"{play.me}.faction."):
            moved[change.path] += change.amount
    return any(moved.values())


def _risky(play: Play, branches: Sequence[Branch], width: int) -> list[Content]:
    """Return what every branch has in common once, then what each does on top of that."""
    sure = in_common(branches)
    parts = [moves(play, sure, width)] if sure else []
    for branch in branches:
        rest = [c for c in branch.changes if c not in sure]
        told = way_told(play.content, branch)
        head = Content.assemble((f"{branch.chance} %", "bold"), f"  {told}" if told else "")
        parts += [head, moves(play, rest, width, sure) or ink.dim(_("Nothing more."))]
    return parts


def beside_figures(play: Play, foreseen: Preview) -> list[Content]:
    """Return what a preview tells that a table of figures doesn't: what else, and each outcome."""
    branches = foreseen.branches
    if len(branches) <= 1:
        return [Content(text) for branch in branches for text in _else(play, branch.changes)]
    sure = in_common(branches)
    parts = [Content(text) for text in _else(play, sure)]
    for branch in branches:
        rest = [c for c in branch.changes if c not in sure]
        told = moves(play, rest, 0, sure) or Content(_("Nothing more."))
        parts.append(Content.assemble((f"{branch.chance} %", "bold"), "  ", told))
    return parts


def _answer(play: Play, branch: Branch, width: int, first: Sequence[Change]) -> Content:
    changes = [c for c in branch.changes if c.kind != "headline"]  # the story is told when it is
    told = moves(play, changes, width, first) or Content(_("Nothing more."))
    return ink.lines([Content.styled(way_told(play.content, branch), "bold"), told])


def moves(
    play: Play, changes: Iterable[Change], width: int, first: Iterable[Change] = ()
) -> Content:
    """Return how figures would move from where what comes first leaves them, and what else."""
    changes, before = tuple(changes), totals(first)
    told = told_moves(play.content, totals(changes))
    sums = dict(sorted(told.items(), key=lambda item: _rank(play, item[0])))
    table = width >= TABLE_WIDTH
    figures = [
        (
            _row(play, p, n, width, before.get(p, 0))
            if table
            else _short(play, p, n, before.get(p, 0))
        )
        for p, n in sums.items()
    ]
    if figures and not table:
        figures = [Content(", ").join(figures)]
    return ink.lines([*figures, *(Content(text) for text in _else(play, changes))])


def _else(play: Play, changes: Sequence[Change]) -> tuple[str, ...]:
    """Return what changes do besides moving figures."""
    told = happened(play.content, [c for c in changes if _plainly(c)])
    return (*people_moves(changes), *told)


def _plainly(change: Change) -> bool:
    """Return whether a preview says it; what the content prints of it comes once it happened."""
    return change.kind in TOLD or (change.kind == "headline" and change.reason.code != TEXT)


def _rank(play: Play, path: str) -> int:
    """Return where a figure stands among those that move: others' legacies last."""
    owner, _, rest = path.partition(".")
    return int(owner != play.me and any(rest == one.name for one in play.index.legacies))


def _short(play: Play, path: str, amount: int, before: int) -> Content:
    """Return a figure's move and what it comes to, where a table has no room."""
    title = figure_title(play.content, path, play.me)
    style = ink.tone(good(play.content, path, amount))
    then = _from_to(play, path, amount, before)[1]
    to = value_text(play.content, path, then, play.rungs)
    by = ink.move(amount_text(play.content, path, amount))
    told = _("{figure} {move} to {value}", figure=title, move=by, value=to)
    return ink.marked(told, by, style)


def _from_to(play: Play, path: str, amount: int, before: int) -> tuple[int, int]:
    """Return where a figure stands, moved by what comes first, and where it would stand."""
    now = play.seen.figures[path] + before
    low, high = play.index.bounds.get(path, (now + amount, now + amount))
    return now, min(max(now + amount, low), high)


def _row(play: Play, path: str, amount: int, width: int, before: int = 0) -> Content:
    now, then = _from_to(play, path, amount, before)
    title = figure_title(play.content, path, play.me)
    numbers = from_to_text(play.content, path, now, then, play.rungs)
    room = width - cells.width(numbers) - 3
    left = cells.fit(title if cells.width(title) <= room else title.removeprefix("The "), room)
    style = ink.tone(good(play.content, path, amount))
    return Content.assemble(left, f" {numbers} ", (ink.arrow(amount), style))


def listed(rows: Iterable[Row], width: int) -> Content:
    """Return what a submenu holds: each row with its cost, and whether it is locked."""
    lines = []
    for row in rows:
        if row.number != "0":
            note = _("locked") if row.lock else row.note
            lines.append(ink.pair(row.text, note, width, ink.DIM if row.lock else "bold"))
    return ink.lines(lines)
