"""The table's arithmetic: what an offer is worth to a side, line by line, down to the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.narration.offers import (
    leaning,
    line_told,
    openness_told,
    price_told,
    proposed_by,
    sum_told,
)
from game.rules import preview
from game.rules.decisions import Change, Line, find_offer
from game.rules.state import Offer
from game.rules.table.deals import assess, why_no_offer
from game.rules.table.openness import CLOSED, OPEN, openness
from game.rules.table.sides import others
from game.text.language import _
from game.tui import ink
from game.tui.paint.balance import balances_text
from game.tui.paint.benches import homes_in_short, homes_text
from game.tui.paint.trays import asks_text, trays_text
from game.tui.play import Play

GAP = 4


def sum_of(play: Play, offer: Offer, who: str, width: int) -> Content:
    """Return what an offer is worth to a side, as far as the viewer knows: the sum, its lines."""
    found = assess(play.index, play.seen, offer, who)
    mine = who == play.me
    name = play.content.partners[who].name
    worth = _("What it is worth to you") if mine else _("What it is worth to {name}", name=name)
    how_open = OPEN if mine else openness(play.index, play.seen, play.me, who)
    theirs = not mine and proposed_by(play.seen, offer, who)
    answer, total = sum_told(found, mine, how_open, theirs)
    parts = [
        ink.heading(worth),
        ink.pair(_("Sum: {answer}", answer=answer), total, width, "bold"),
        ink.dim("─" * width),
        *(_line(play, line, mine, how_open, width) for line in found),
    ]
    return ink.lines(parts)


def verdict_text(play: Play, offer: Offer, width: int) -> Content:
    """Return what an offer comes to for all sides, its price and their homes, before any sum."""
    parts = [balances_text(play, offer, width), *price_text(play, offer)]
    return ink.lines([*parts, homes_text(play, offer, width)])


def price_text(play: Play, offer: Offer) -> list[Content]:
    """Return in a line what signing would move most, where the offer can stand."""
    if why_no_offer(play.index, play.seen, offer):
        return []
    told = price_told(play.content, play.seen, if_signed(play, offer), play.me)
    return [Content(_("If signed: {what}.", what=told))]


def openness_text(play: Play, who: str) -> Content:
    """Return how open another's arithmetic is to the viewer, and what would open it more."""
    return ink.dim(ink.flow(openness_told(play.content, play.seen, play.me, who)))


def _line(play: Play, line: Line, mine: bool, how_open: int, width: int) -> Content:
    label, amount = line_told(play.content, line, mine, how_open)
    sign = leaning(line.amount, line.spread) if how_open > CLOSED else 0
    return ink.pair(label, amount, width, ink.tone(sign > 0) if sign else "")


def if_signed(play: Play, offer: Offer) -> Sequence[Change]:
    """Return what signing would do at once, as the viewer may foresee it."""
    if why_no_offer(play.index, play.seen, offer):
        return ()
    return preview.if_signed(play.content, play.seen, offer, play.me).changes


def offer_text(play: Play, width: int) -> Content:
    """Return the offer that is being answered, with the sums of both sides beside each other."""
    offer = find_offer(play.seen, play.seen.queue[0].subject)
    first, *rest = others(offer.parties, play.me)
    column = (width - GAP) // 2
    mine, theirs = sum_of(play, offer, play.me, column), sum_of(play, offer, first, column)
    parts = [
        trays_text(play, offer, width),
        balances_text(play, offer, width),
        homes_in_short(play, offer, width),
        *price_text(play, offer),
        *asks_text(play, offer.parties),
        homes_text(play, offer, width),
    ]
    parts.append(ink.beside(mine, theirs, column, GAP))
    parts += [sum_of(play, offer, other, width) for other in rest]
    return ink.lines([*parts, *(openness_text(play, other) for other in (first, *rest))])
