"""The table's arithmetic: what an offer is worth to a side, line by line, down to the verdict."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.narration import offer_lines
from game.rules.deals import assess, other_side, why_no_offer
from game.rules.decisions import Change, Line
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.legality import find_offer
from game.rules.state import Offer
from game.rules.station import refresh
from game.rules.treaties import sign
from game.rules.view import visible
from game.tui import ink
from game.tui.play import Play

GAP = 4
OWN_SIDE = {
    "Trust in your word": "Your trust in their word",
    "Promises you broke": "Promises they broke",
}


def sum_of(play: Play, offer: Offer, who: str, width: int) -> Content:
    """Return what an offer is worth to a side, as far as the viewer knows; the lines add up."""
    found = assess(play.index, play.seen, offer, who)
    name = "you" if who == play.me else play.content.partners[who].name
    total = sum(line.amount for line in found)
    spread = sum(line.spread for line in found)
    rule = "─" * width
    return ink.lines(
        [
            ink.heading(f"What it is worth to {name}"),
            *(_line(_turned(line) if who == play.me else line, width) for line in found),
            ink.dim(rule),
            _line(Line(_verdict(who == play.me, total, spread), total, spread), width, "bold"),
        ]
    )


def _turned(line: Line) -> Line:
    """Return a line of the viewer's own sum from the viewer's side."""
    return Line(OWN_SIDE.get(line.label, line.label), line.amount, line.spread)


def _line(line: Line, width: int, style: str = "") -> Content:
    amount = f"{line.amount:+d}" + (f" ±{line.spread}" if line.spread else "")
    tone = ink.tone(line.amount > 0) if line.amount else ""
    return ink.pair(line.label, amount, width, f"{style} {tone}".strip())


def _verdict(mine: bool, total: int, spread: int) -> str:
    if mine:
        return "Sum: worth signing" if total >= 0 else "Sum: under your bottom line"
    if spread and total - spread < 0 <= total + spread:
        return "Sum: they might sign"
    return "Sum: they would sign" if total >= 0 else "Sum: they would refuse"


def if_signed(play: Play, offer: Offer) -> Sequence[Change]:
    """Return what signing would do at once, as the viewer may foresee it."""
    if why_no_offer(play.index, play.seen, offer):
        return ()
    draft = Draft(play.index, play.seen)
    sign(draft, offer, perform_clause)
    refresh(draft)
    return visible(draft.changes, play.me)


def offer_text(play: Play, width: int) -> Content:
    """Return the offer that is being answered, with the sums of both sides beside each other."""
    offer = find_offer(play.seen, play.seen.queue[0].subject)
    other = other_side(offer, play.me)
    column = (width - GAP) // 2
    mine, theirs = sum_of(play, offer, play.me, column), sum_of(play, offer, other, column)
    clauses = [Content(line) for line in offer_lines(play.content, offer, play.me)]
    return ink.lines([*clauses, ink.beside(mine, theirs, column, GAP)])
