"""A draft offer as it is read: the clauses with marks and amounts, the sums of both sides."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Size

from game.narration.asks import MARKS
from game.narration.offers import order_told, sides_named
from game.narration.words.table import unit_told
from game.rules.state import Offer
from game.text.cells import shortened
from game.text.language import _
from game.tui import ink
from game.tui.bargain import Bargain
from game.tui.paint.balance import balances_text
from game.tui.paint.benches import homes_in_short, homes_text
from game.tui.paint.foreseen import moves
from game.tui.paint.sums import if_signed, openness_text, price_text, sum_of, verdict_text
from game.tui.paint.trays import asks_text, between_text, trays_text
from game.tui.play import Play
from game.tui.widgets.choices import Row

DROP = "screen.drop"
WANTED, REFUSED = "*", "!"
BESIDE = 50  # columns from which there is room for trays
MARGINS = 2  # cells beside the line that says what a clause is
TALL = 30  # lines of a screen on which it has room for a second line


def clause_rows(play: Play, bargain: Bargain) -> Sequence[Row]:
    """Return the list of clauses: `[x]` for those that stand in the draft; closed ones last."""
    rows, number = [], 0
    asked = bargain.asked()
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
        told = f"{mark} {clause.name}{unit}{_asked(asked.get(place, 0))}"
        rows.append(Row(told, note=note, number=label, browse=True))
    return [*rows, *_closed(bargain)]


def _asked(points: int) -> str:
    """Return the mark of a clause that another office asks for, or never signs."""
    return f" {WANTED if points > 0 else REFUSED}" if points else ""


def _marks(play: Play, bargain: Bargain) -> list[Content]:
    """Return what the marks beside clauses mean, where there are any."""
    marks = _(MARKS, wanted=WANTED, refused=REFUSED)
    return [ink.dim(marks)] if bargain.asked() else []


def _closed(bargain: Bargain) -> Sequence[Row]:
    """Return the clauses that are closed now under a heading, each with its reason."""
    rows = [Row(closed.label, lock=closed.reason) for closed in bargain.closed]
    return [Row(_("Closed now"), heading=True), *rows] if rows else []


def table_text(play: Play, bargain: Bargain, place: int, width: int) -> Content:
    """Return the table as it lies: trays, balance, homes, what they ask for; or how to begin."""
    if not bargain.terms:
        return ink.lines([*_about(play, bargain, place), *_invitation(play, bargain, width)])
    offer = bargain.offer
    parts = [*_unsendable(bargain), *_laid(play, offer, width), verdict_text(play, offer, width)]
    return ink.lines([*parts, *_besides(play, bargain, width)])


def _besides(play: Play, bargain: Bargain, width: int) -> list[Content]:
    """Return what the others ask for, and what runs between all of them already."""
    parties = bargain.blank.parties
    asked, between = asks_text(play, parties), between_text(play, parties, width)
    more = [Content(""), *asked, *_marks(play, bargain)] if asked else []
    return [*more, *([Content(""), *between] if between else [])]


def _laid(play: Play, offer: Offer, width: int) -> list[Content]:
    """Return the trays where they stand beside each other; else the ticks in the list do."""
    return [trays_text(play, offer, width, DROP)] if width >= BESIDE else []


def _unsendable(bargain: Bargain) -> list[Content]:
    """Return why a draft can't be sent, if it can't."""
    reason = bargain.why_not()
    return [Content.assemble((_("It can't be sent:"), "bold"), f" {reason}")] if reason else []


def sums_text(play: Play, bargain: Bargain, place: int, width: int) -> Content:
    """Return the arithmetic of all sides, and what signing would do."""
    if not bargain.terms:
        return Content("")
    offer = bargain.offer
    parts: list[Content] = []
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
    return ink.lines([*parts, Content(""), *_about(play, bargain, place)])


def reading(play: Play, bargain: Bargain, place: int, width: int) -> Content:
    """Return the table and the arithmetic, one below the other."""
    if width < BESIDE and bargain.terms:
        return _folded(play, bargain, place, width)
    table = table_text(play, bargain, place, width)
    return ink.lines([table, Content(""), sums_text(play, bargain, place, width)]).rstrip()


def _folded(play: Play, bargain: Bargain, place: int, width: int) -> Content:
    """Return the same for a narrow pane: how all stand in short, why, and then the rest."""
    offer = bargain.offer
    parts = [
        *_unsendable(bargain),
        balances_text(play, offer, width),
        *price_text(play, offer),
        homes_in_short(play, offer, width),
        sums_text(play, bargain, place, width),
        homes_text(play, offer, width),
    ]
    return ink.lines([*parts, *_besides(play, bargain, width)])


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


def _invitation(play: Play, bargain: Bargain, width: int) -> Sequence[Content]:
    """Return how to begin, what the others ask for, and what runs between all of them already."""
    begin = _(
        "Add clauses with their numbers; {name}'s arithmetic appears here, line by line.",
        name=sides_named(play.content, bargain.offer, play.me),
    )
    works = _("At zero or above they sign. {key} asks what would work.", key="w")
    order = [order_told(play.content, bargain.offer, play.me)] if bargain.blank.third else []
    return *map(Content, (begin, works, *order)), *_besides(play, bargain, width)
