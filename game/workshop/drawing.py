"""A web of stories as a page: each thread drawn from left to right, what leads nowhere marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator
from html import escape

from game.text.language import N_, _
from game.workshop.page import page, table
from game.workshop.stories import Edge, Thread, Web

WIDE, HIGH, ACROSS, DOWN, MARGIN = 200, 30, 90, 14, 10
LETTERS = 28
"""So many letters of a name stand in a box; a pointer on it tells the whole."""
SORTS = {
    "schedules": N_("schedules"), "choice": N_("asks for a choice of"),
    "event": N_("asks whether it happened"), "flag": N_("sets a flag that is asked for by"),
    "pattern": N_("asks for the pattern"),
}  # fmt: skip


def stories_page(pack: str, found: Web) -> str:
    """Return the page of a pack's stories."""
    return page(_("The stories of {pack}", pack=pack), _body(found))


def _body(found: Web) -> Iterator[str]:
    if found.dead:
        yield f"<h2>{escape(_('Dead ends'))}</h2>"
        yield from table((_("which"), _("why")), found.dead.items())
    for number, thread in enumerate(found.threads, 1):
        yield f"<h2>{escape(_('Thread {n}', n=number))}</h2>"
        yield from _drawn(thread, found.dead)
        head = (_("from"), _("how"), _("to"), _("which"))
        rows = [(e.start, _(SORTS[e.sort]), e.end, e.label) for e in thread.edges]
        yield f"<details><summary>{escape(_('In words'))}</summary>"
        yield from table(head, rows)
        yield "</details>"
    if found.alone:
        yield f"<h2>{escape(_('What stands alone'))}</h2>"
        yield f"<p>{escape(', '.join(found.alone))}</p>"


def columns(thread: Thread) -> dict[str, int]:
    """Return in which column each node stands: right of all that leads to it, but for circles."""
    before: dict[str, set[str]] = defaultdict(set)
    for edge in thread.edges:
        before[edge.end].add(edge.start)
    found: dict[str, int] = {}
    left = list(thread.nodes)
    while left:
        free = [name for name in left if not before[name] - found.keys()]
        for name in free or [min(left, key=lambda one: len(before[one] - found.keys()))]:
            found[name] = 1 + max((found[b] for b in before[name] if b in found), default=-1)
            left.remove(name)
    return found


def _places(thread: Thread) -> dict[str, tuple[int, int]]:
    """Return where each node's box stands, its left upper corner."""
    found: dict[str, tuple[int, int]] = {}
    rows: dict[int, int] = defaultdict(int)
    for name, column in sorted(columns(thread).items(), key=lambda one: (one[1], one[0])):
        x = MARGIN + column * (WIDE + ACROSS)
        found[name] = x, MARGIN + rows[column] * (HIGH + DOWN)
        rows[column] += 1
    return found


def _drawn(thread: Thread, dead: Collection[str]) -> Iterator[str]:
    places = _places(thread)
    width = max(x for x, _y in places.values()) + WIDE + MARGIN
    height = max(y for _x, y in places.values()) + HIGH + MARGIN
    yield f'<div class="wide"><svg width="{width}" height="{height}" role="img">'
    yield from (_edge(edge, places) for edge in thread.edges)
    yield from (_box(name, *place, name in dead) for name, place in places.items())
    yield "</svg></div>"


def _edge(edge: Edge, places: dict[str, tuple[int, int]]) -> str:
    (x, y), (to_x, to_y) = places[edge.start], places[edge.end]
    x, y, to_y = x + WIDE, y + HIGH // 2, to_y + HIGH // 2
    bend = ACROSS // 2
    told = f"{edge.start} {_(SORTS[edge.sort])} {edge.end} {edge.label}".strip()
    line = f"M{x} {y} C{x + bend} {y} {to_x - bend} {to_y} {to_x} {to_y}"
    return f'<path class="edge {edge.sort}" d="{line}"><title>{escape(told)}</title></path>'


def _box(name: str, x: int, y: int, is_dead: bool) -> str:
    kind, _blank, id_ = name.partition(" ")
    shown = id_ if kind == "event" else name
    short = shown if len(shown) <= LETTERS else f"{shown[: LETTERS - 1]}…"
    classes = " ".join(("node", "dead" if is_dead else "", "" if kind == "event" else "other"))
    return (
        f'<g><title>{escape(name)}</title><rect class="{classes.strip()}" x="{x}" y="{y}" '
        f'width="{WIDE}" height="{HIGH}" rx="5"/>'
        f'<text x="{x + 8}" y="{y + 19}">{escape(short)}</text></g>'
    )
