"""What a careful chair keeps in mind: what it has, what is due, what ending the turn leaves."""

from __future__ import annotations

from collections.abc import Sequence

from game.narration.cautions import lapse_text
from game.narration.hardware import next_bill
from game.narration.home import due_soon, faction_name, office_text, promise_text, restless_text
from game.narration.years import given_up
from game.rules.home.factions import restless
from game.rules.legality import OFFER_CAPITAL, options
from game.rules.state import Slot
from game.tui.play import Play

HOME = "home"  # the group of actions at home
BILL_MONTHS = 6  # how far ahead the bills look


def agenda_text(play: Play) -> str:
    """Return what there is to act with, and all warnings: over the agenda's first menu."""
    return "\n".join([has_text(play), *warnings(play)])


def submenu_text(play: Play, group: str) -> str:
    """Return what there is to act with and who is restless: over a group of actions.

    Over those at home stands how far each faction is behind the office.
    """
    path, points = restless(play.seen, play.me)
    who = f"Restless: {faction_name(play.index, path)}." if points else ""
    factions = approvals(play) if group == HOME else ()
    behind = ", ".join(f"{name} {approval}" for name, approval in factions)
    lines = (has_text(play), behind and f"Approval: {behind}.", who)
    return "\n".join(filter(None, lines))


def approvals(play: Play) -> Sequence[tuple[str, int]]:
    """Return each of the viewer's own factions and its approval, in points of 100."""
    paths = play.index.mandates[play.me][2] if play.me in play.index.mandates else ()
    return [(faction_name(play.index, path), play.seen.figures[path]) for path, _ in paths]


def has_text(play: Play) -> str:
    """Return the capital and the money at hand, with what the coming flights take of it."""
    capital = play.seen.figures[f"{play.me}.capital"]
    treasury = play.seen.figures[f"{play.me}.treasury"]
    return f"You have {capital} capital and {treasury} M{_bills(play)}"


def _bills(play: Play) -> str:
    """Return what the coming flights cost, and whether the money for them is at hand."""
    figures, me = play.seen.figures, play.me
    bills = figures[f"{me}.bills"]
    if not bills:
        return f" to act with this turn. {next_bill(play.content, play.seen, me)}".rstrip()
    income = BILL_MONTHS * figures[f"{me}.income"]
    short = bills > figures[f"{me}.treasury"] + income
    wait = ": more than you will have" if short else ""
    due = next_bill(play.content, play.seen, me)
    return f". Six months bring {income} M and your flights in them cost {bills} M{wait}. {due}"


def warnings(play: Play) -> list[str]:
    """Return what a careful chair would see to before it ends the turn."""
    figures, me = play.seen.figures, play.me
    found: list[str] = []
    if figures["stranded"]:
        one = figures["stranded"] == 1
        who = "One person has" if one else f"{figures['stranded']} people have"
        found.append(f"Before you end the turn: {who} no healthy seat home.")
    at_home = (restless_text, office_text)
    found += filter(None, (text(play.index, play.seen, me) for text in at_home))
    found += [
        promise_text(play.index, play.seen, p, me) for p in due_soon(play.index, play.seen, me)
    ]
    lapse = lapse_text(figures, me)
    return [*found, *given_up(play.index, play.seen, me), *([lapse] if lapse else [])]


def left_open(play: Play) -> str:
    """Return what closing the agenda leaves undone, and the capital that is kept or missing."""
    capital = play.seen.figures[f"{play.me}.capital"]
    kept = f"You keep {capital} capital; six can be saved at most." if capital else ""
    return "\n".join([*warnings(play), kept or _no_offer(play)]).strip()


def _no_offer(play: Play) -> str:
    """Return that no offer can be made without capital, where nothing else stands in its way."""
    seen = play.seen.copy()
    seen.figures = {**seen.figures, f"{play.me}.capital": OFFER_CAPITAL}
    seen.queue = (Slot("table", play.me),)
    found = options(play.content, seen)
    if not any(option.legal and option.decision.pick == "offer" for option in found):
        return ""
    return f"You can make no offer this turn: an offer needs {OFFER_CAPITAL} capital."


def left_at_table(play: Play) -> str:
    """Return what leaving the table leaves undone, and that it ends the turn."""
    offer = "" if has_offered(play) else "You have made no offer this turn."
    others = any(slot.kind == "table" and slot.chair != play.me for slot in play.seen.queue)
    unless = ", unless somebody still has an offer for you" if others else ""
    return "\n".join([*warnings(play), offer, f"This ends your turn{unless}."]).strip()


def has_offered(play: Play) -> bool:
    """Return whether the viewer has made this turn's offer."""
    return play.seen.used.get(f"{play.me}.offer") == play.seen.figures["date"]
