"""What a careful chair keeps in mind: what it has, what is due, what ending the turn leaves."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from game.narration.alarms import open_alarms
from game.narration.hardware import next_bill
from game.narration.home import (
    due_soon,
    faction_name,
    fall_text,
    grievance,
    office_text,
    promise_text,
    restless_asks,
    restless_short,
    restless_text,
)
from game.narration.viewer import Viewer
from game.narration.votes import due_sittings, due_votes
from game.narration.years import given_up
from game.rules.deciding.table import OFFER_CAPITAL
from game.rules.home.factions import restless
from game.rules.home.money import LAPSE_PERCENT, SAVED_MONTHS, lapsing
from game.rules.legality import options
from game.rules.state import Slot
from game.text.language import _, ngettext
from game.text.lists import comma_listed

RESTLESS = "restless"  # the kind of what a restless faction asks
VOTE = "vote"  # the kind of a vote that comes up
HOME = "home"  # the group of actions at home
BILL_MONTHS = 6  # how far ahead the bills look


def agenda_text(viewer: Viewer, warned: Sequence[str]) -> str:
    """Return what there is to act with, and all warnings: over the agenda's first menu."""
    return "\n".join([has_text(viewer), *_warnings(viewer, warned)])


def submenu_text(viewer: Viewer, group: str) -> str:
    """Return what there is to act with and who is restless: over a group of actions.

    Over those at home stands how far each faction is behind the office.
    """
    path, points = restless(viewer.seen, viewer.chair)
    who = _("Restless: {faction}.", faction=faction_name(viewer.index, path)) if points else ""
    factions = approvals(viewer) if group == HOME else ()
    behind = comma_listed([f"{name} {approval}" for name, approval in factions])
    lines = (has_text(viewer), behind and _("Approval: {factions}.", factions=behind), who)
    return "\n".join(filter(None, lines))


def approvals(viewer: Viewer) -> Sequence[tuple[str, int]]:
    """Return each of the viewer's own factions and its approval, in points of 100."""
    paths = viewer.index.mandates[viewer.chair][2] if viewer.chair in viewer.index.mandates else ()
    return [(faction_name(viewer.index, path), viewer.seen.figures[path]) for path, _ in paths]


def has_text(viewer: Viewer) -> str:
    """Return the capital and the money at hand, with what the coming flights take of it."""
    capital = viewer.seen.figures[f"{viewer.chair}.capital"]
    treasury = viewer.seen.figures[f"{viewer.chair}.treasury"]
    due = next_bill(viewer.content, viewer.seen, viewer.chair)
    if not viewer.figure("bills"):
        told = _(
            "You have {capital} capital and {money} M to act with this turn.",
            capital=capital,
            money=treasury,
        )
        return f"{told} {due}".rstrip()
    told = _("You have {capital} capital and {money} M.", capital=capital, money=treasury)
    return f"{told} {_bills(viewer)} {due}"


def _bills(viewer: Viewer) -> str:
    """Return what the coming flights cost, and whether the money for them is at hand."""
    bills, income = viewer.figure("bills"), BILL_MONTHS * viewer.figure("income")
    if bills > viewer.figure("treasury") + income:
        return _(
            "Six months bring {income} M and your flights in them cost {bills} M: more than you "
            "will have.",
            income=income,
            bills=bills,
        )
    return _(
        "Six months bring {income} M and your flights in them cost {bills} M.",
        income=income,
        bills=bills,
    )


def _warnings(viewer: Viewer, warned: Sequence[str]) -> list[str]:
    """Return what a careful chair would see to before it ends the turn: what it is warned of."""
    lapse = lapse_text(viewer.seen.figures, viewer.chair)
    return [*warned, *([lapse] if lapse else [])]


@dataclass(frozen=True, slots=True)
class Due:
    """Something that comes unless it is seen to: of what kind, and which of that kind it is.

    `matter` names it alike from turn to turn, whatever else is due; empty: nothing does.
    """

    kind: str
    number: int = 0
    matter: str = field(default="", compare=False)


def dues(viewer: Viewer) -> tuple[Due, ...]:
    """Return what home asks, promises called in, votes that come up, and whose crews leave."""
    return tuple(
        Due(kind, number, matter)
        for kind, told in DUES.items()
        for number, matter in enumerate(_matters(viewer, kind, len(told(viewer))))
    )


def _matters(viewer: Viewer, kind: str, many: int) -> Sequence[str]:
    """Return what so `many` things that are due of a kind are, by names that don't shift."""
    index, seen, me = viewer.index, viewer.seen, viewer.chair
    if kind == RESTLESS and many:
        return (grievance(index, seen, me),)
    if kind == VOTE:
        return tuple(one.vote.id for one in due_sittings(index, seen, me))
    return ("",) * many


def due_text(viewer: Viewer, due: Due) -> str:
    """Return what is due, in words."""
    return DUES[due.kind](viewer)[due.number]


def due_short(viewer: Viewer, due: Due) -> str:
    """Return what is due in few words, where there are fewer."""
    return (SHORT.get(due.kind) or DUES[due.kind])(viewer)[due.number]


def asked_of(viewer: Viewer, due: Due) -> str:
    """Return what is due, and what settles it: all but what would come of it."""
    if due.kind != RESTLESS:
        return due_text(viewer, due)
    return restless_asks(viewer.index, viewer.seen, viewer.chair)


def _restless(viewer: Viewer) -> Sequence[str]:
    told = restless_text(viewer.index, viewer.seen, viewer.chair)
    return [told] if told else []


def _office(viewer: Viewer) -> Sequence[str]:
    """Return how near the office is to falling, unless an alarm says so already."""
    index, seen, me = viewer.index, viewer.seen, viewer.chair
    told = office_text(index, seen, me) or fall_text(index, seen, me)
    if not told:
        return []
    shown, _ = open_alarms(index, seen, me)
    return [told] if all(alarm.subject != f"{me}.mandate" for alarm in shown) else []


def _promised(viewer: Viewer) -> Sequence[str]:
    index, seen, me = viewer.index, viewer.seen, viewer.chair
    return [promise_text(index, seen, promise, me) for promise in due_soon(index, seen, me)]


DUES: Mapping[str, Callable[[Viewer], Sequence[str]]] = {
    RESTLESS: _restless,
    "office": _office,
    "promise": _promised,
    VOTE: lambda viewer: tuple(due_votes(viewer.index, viewer.seen, viewer.chair)),
    "leaving": lambda viewer: tuple(given_up(viewer.index, viewer.seen, viewer.chair)),
}
"""By kind, what a viewer is told of all that is due of it, in order."""
SHORT: Mapping[str, Callable[[Viewer], Sequence[str]]] = {
    RESTLESS: lambda viewer: [restless_short(viewer.index, viewer.seen, viewer.chair)],
    VOTE: lambda viewer: tuple(due_votes(viewer.index, viewer.seen, viewer.chair, short=True)),
}
"""The same in fewer words, of as many things in the same order."""


def left_open(viewer: Viewer, warned: Sequence[str]) -> str:
    """Return what closing the agenda leaves undone, and the capital that is kept or missing."""
    capital = viewer.seen.figures[f"{viewer.chair}.capital"]
    kept = ""
    if capital:
        kept = _("You keep {capital} capital; six can be saved at most.", capital=capital)
    return "\n".join([*_warnings(viewer, warned), kept or no_offer_text(viewer)]).strip()


def no_offer_text(viewer: Viewer) -> str:
    """Return that no offer can be made without capital, where nothing else stands in its way."""
    if viewer.figure("capital") >= OFFER_CAPITAL:
        return ""
    seen = viewer.seen.copy()
    seen.figures = {**seen.figures, f"{viewer.chair}.capital": OFFER_CAPITAL}
    seen.queue = (Slot("table", viewer.chair),)
    found = options(viewer.content, seen)
    if not any(option.legal and option.decision.pick == "offer" for option in found):
        return ""
    return _(
        "You can make no offer this turn: an offer needs {capital} capital.", capital=OFFER_CAPITAL
    )


def left_at_table(viewer: Viewer, warned: Sequence[str]) -> str:
    """Return what leaving the table leaves undone, and that it ends the turn."""
    offer = "" if has_offered(viewer) else _("You have made no offer this turn.")
    others = any(slot.kind == "table" and slot.chair != viewer.chair for slot in viewer.seen.queue)
    ends = _("This ends your turn.")
    if others:
        ends = _("This ends your turn, unless somebody still has an offer for you.")
    return "\n".join([*_warnings(viewer, warned), offer, ends]).strip()


def has_offered(viewer: Viewer) -> bool:
    """Return whether the viewer has made this turn's offer."""
    return viewer.seen.used.get(f"{viewer.chair}.offer") == viewer.seen.figures["date"]


def lapse_text(figures: Mapping[str, int], chair: str, short: bool = False) -> str:
    """Return what the turn's end takes of a chair's money as things stand; empty if nothing.

    In `short` without the rule that it follows.
    """
    lost = lapsing(figures, chair)
    if not lost:
        return ""
    if short:
        return _("If nothing more is spent, {lost} M go back when the turn ends.", lost=lost)
    kept = figures[f"{chair}.income"] * SAVED_MONTHS
    return ngettext(
        "If nothing more is spent, {lost} M of your money go back when the turn ends. That is "
        "{percent} % of what is over {n} month's income, {kept} M.",
        "If nothing more is spent, {lost} M of your money go back when the turn ends. That is "
        "{percent} % of what is over {n} months' income, {kept} M.",
        SAVED_MONTHS,
        lost=lost,
        percent=LAPSE_PERCENT,
        kept=kept,
    )
