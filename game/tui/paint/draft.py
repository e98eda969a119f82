"""A draft offer as it is read: the clauses with marks and amounts, the sums of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size

from game.narration.offers import order_told, sides_named
from game.narration.words.table import unit_told
from game.text.cells import shortened
from game.text.language import _
from game.tui import ink
from game.tui.bargain import Bargain
from game.tui.paint.foreseen import moves
from game.tui.paint.sums import if_signed, openness_text, sum_of, verdict_text
from game.tui.play import Play
from game.tui.widgets.choices import Row

MARGINS = 2  # cells beside the line that says what a clause is
TALL = 30  # lines of a screen on which it has room for a second line


def clause_rows(play: Play, bargain: Bargain) -> Sequence[Row]:
    """Return the list of clauses: `[x]` for those that stand in the draft; closed ones last."""
    rows, number = [], 0
    for place, slot in enumerate(bargain.slots):
        if isinstance(slot, str):
            rows.append(Row(slot, heading=True))
            continue
        number += 1
        clause = play.content.clauses[slot.clause]
        mark = "[x]" if bargain.holds(place) else "[ ]"
        choice = bool(clause.unit) and clause.low < clause.high
        unit = f" ({unit_told(clause, clause.high)})" if choice else ""
        note = f"< {slot.amount} >" if choice else ""
        label = str(number) if number <= 9 else " "
        rows.append(Row(f"{mark} {clause.name}{unit}", note=note, number=label, browse=True))
    return [*rows, *_closed(bargain)]


def _closed(bargain: Bargain) -> Sequence[Row]:
    """Return the clauses that are closed now under a heading, each with its reason."""
    rows = [Row(closed.label, lock=closed.reason) for closed in bargain.closed]
    return [Row(_("Closed now"), heading=True), *rows] if rows else []


def reading(play: Play, bargain: Bargain, place: int, width: int) -> Content:
    """Return what the draft comes to, both sums, and what signing would do; or how to begin."""
    if not bargain.terms:
        return ink.lines([*_about(play, bargain, place), *_invitation(play, bargain)])
    offer = bargain.offer
    parts = [verdict_text(play, offer)]
    for who in (*bargain.others, play.me):
        parts += [sum_of(play, offer, who, width), Content("")]
    parts += [openness_text(play, other) for other in bargain.others]
    changes = if_signed(play, offer)
    if changes:
        parts += [
            Content(""),
            ink.heading(_("Afterwards, if it is signed")),
            moves(play, changes, width),
        ]
    reason = bargain.why_not()
    if reason:
        parts.insert(0, Content.assemble((_("It can't be sent:"), "bold"), f" {reason}"))
    return ink.lines([*parts, Content(""), *_about(play, bargain, place)])


def _about(play: Play, bargain: Bargain, place: int) -> Sequence[Content]:
    """Return all that the highlighted clause says."""
    found = bargain.clause(place)
    if not found:
        return ()
    clause = play.content.clauses[found]
    return ink.heading(clause.name), ink.dim(ink.flow(clause.text)), Content("")


def in_short(play: Play, bargain: Bargain, place: int, size: Size) -> Content:
    """Return how the highlighted clause's text begins, for a line or two below the arithmetic."""
    found = bargain.clause(place) if bargain.terms else ""
    if not found:
        return Content("")
    text = ink.flow(play.content.clauses[found].text)
    told = shortened(text, size.width - MARGINS, 1 if size.height < TALL else 2)
    return ink.dim("\n".join(told))


def _invitation(play: Play, bargain: Bargain) -> Sequence[Content]:
    name = sides_named(play.content, bargain.offer, play.me)
    begin = _(
        "Add clauses with their numbers; {name}'s arithmetic appears here, line by line.",
        name=name,
    )
    works = _("At zero or above they sign. {key} asks what would work.", key="w")
    if bargain.blank.third:
        order = order_told(play.content, bargain.offer, play.me)
        return Content(begin), Content(works), Content(order)
    return Content(begin), Content(works)
