"""What an offer is worth to a side, said line by line or in a sum."""

from __future__ import annotations

from game.narration.offers import line_told, openness_told, proposed_by, sum_told
from game.plain.seat import Seat
from game.rules.index import Index, index_of
from game.rules.state import Offer, State
from game.rules.table.deals import assess
from game.rules.table.openness import OPEN, openness
from game.text.language import _


def say_sum(seat: Seat, offer: Offer, who: str, chair: str) -> None:
    """Say what an offer is worth to a side, line by line, as the chair sees it."""
    content, seen = seat.session.content, seat.session.view(chair)
    index, mine = index_of(content, seen.scenario), who == chair
    how_open = OPEN if mine else openness(index, seen, chair, who)
    theirs = _("What it is worth to {name}:", name=content.partners[who].name)
    seat.console.say(_("What it is worth to you:") if mine else theirs)
    for line in assess(index, seen, offer, who):
        label, amount = line_told(content, line, mine, how_open)
        seat.console.say(f"{label}." if amount == "?" else f"{amount}: {label}.")
    say_total(seat, offer, who, chair)
    if not mine:
        seat.console.say(openness_told(content, seen, chair, who))


def total_told(index: Index, seen: State, offer: Offer, who: str, chair: str) -> str:
    """Return the sum and what follows from it; it is a range where something isn't known."""
    mine = who == chair
    how_open = OPEN if mine else openness(index, seen, chair, who)
    theirs = not mine and proposed_by(seen, offer, who)
    answer, total = sum_told(assess(index, seen, offer, who), mine, how_open, theirs)
    if not total:
        return _("Together: {answer}.", answer=answer)
    return _("Together {total}: {answer}.", total=total, answer=answer)


def say_total(seat: Seat, offer: Offer, who: str, chair: str) -> None:
    """Say what an offer's lines come to for a side, as the chair sees it."""
    seen = seat.session.view(chair)
    index = index_of(seat.session.content, seen.scenario)
    seat.console.say(total_told(index, seen, offer, who, chair))
