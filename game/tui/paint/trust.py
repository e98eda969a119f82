"""Who trusts whom: the triangle of partners with their rungs, then papers, promises and home."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from textual.content import Content

from game.narration.cautions import approvals
from game.narration.deals import months_left
from game.narration.decisions import deal_title
from game.text import cells
from game.text.language import _, ngettext
from game.text.lists import comma_listed
from game.tui import ink
from game.tui.play import Play

NEAR, FAR = "─", "╲╱"


def trust_text(play: Play, width: int) -> Content:
    """Return the partners with what each trusts the other, what binds them, and the own home."""
    chairs = sorted(play.index.chairs, key=lambda chair: chair != play.me)
    three = len(chairs) == 3
    lines = list(_triangle(play, chairs, width) if three else _pairs(play, chairs, width))
    lines.append(ink.dim(_way(play, chairs)))
    return ink.lines([*lines, *_bound(play, width), *_home(play)])


def _triangle(play: Play, chairs: list[str], width: int) -> Iterator[Content]:
    """Yield the own partner and another at the top, the third below, trust on the lines between."""
    me, other, third = chairs
    left, right = _named(play, me), _named(play, other)
    between = f" {_mutual(play, me, other)} "
    room = max(0, width - cells.width(left) - cells.width(right) - 2 - cells.width(between))
    line = f" {NEAR * (room // 2)}{between}{NEAR * (room - room // 2)} "
    yield Content.assemble((left, "bold"), line, (right, "bold"))
    one, two = _mutual(play, me, third), _mutual(play, third, other)
    half = width // 2
    yield Content(
        cells.fit(f"   {FAR[0]} {one}", half) + cells.pad_left(f"{two} {FAR[1]}   ", half)
    )
    foot = _named(play, third)
    yield Content.assemble(cells.pad("", (width - cells.width(foot)) // 2), (foot, "bold"))


def _pairs(play: Play, chairs: list[str], width: int) -> Iterator[Content]:
    """Yield a line for every two of several partners."""
    for one, two in combinations(chairs, 2):
        left, right = _named(play, one), _named(play, two)
        yield ink.pair(f"{left} {NEAR * 2} {right}", _mutual(play, one, two), width, "bold")


def _named(play: Play, chair: str) -> str:
    """Return a partner and, where it has left the ground, the rung that it stands on."""
    name = _("You") if chair == play.me else play.content.partners[chair].name
    rung = play.seen.figures[f"{chair}.rung"]
    return (
        _("{name} ({rung} {title})", name=name, rung=rung, title=play.rungs[rung]) if rung else name
    )


def _mutual(play: Play, one: str, two: str) -> str:
    """Return how far the second trusts the first, and the first the second: `61/70`."""
    figures = play.seen.figures
    return f"{figures[f'{two}.trust.{one}']}/{figures[f'{one}.trust.{two}']}"


def _way(play: Play, chairs: list[str]) -> str:
    """Return how the first pair of numbers is to be read, in words."""
    figures, other = play.seen.figures, chairs[1]
    return _(
        "{name} trusts you {theirs}, you trust it {yours}.",
        name=play.content.partners[other].name,
        theirs=figures[f"{other}.trust.{play.me}"],
        yours=figures[f"{play.me}.trust.{other}"],
    )


def _bound(play: Play, width: int) -> Iterator[Content]:
    """Yield the papers in force with what is left of them, and how many promises are open."""
    mine = [deal for deal in play.seen.deals if play.me in deal.parties]
    for deal in mine:
        told = deal_title(play.content, play.seen, deal.id)
        names = [play.content.partners[p].name for p in deal.parties if p != play.me]
        yield ink.pair(f"{comma_listed(names)}: {told}", months_left(play.seen, deal), width)
    if not mine:
        yield ink.dim(_("You have no deal in force."))
    if many := len(play.seen.promises):
        yield Content(ngettext("{n} promise open", "{n} promises open", many))


def _home(play: Play) -> list[Content]:
    """Return how far each of the own factions is behind the office, in a line."""
    found = [f"{name} {approval}" for name, approval in approvals(play.viewer)]
    return [Content(_("Your home: {factions}", factions=comma_listed(found)))] if found else []
