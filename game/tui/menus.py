"""What may be chosen now, as menus: a card's choices, the agenda, the table, an answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.narration.cautions import agenda_text, has_offered, left_at_table, left_open, submenu_text
from game.narration.deals import parting_lines
from game.narration.decisions import (
    card_text,
    card_title,
    cost_text,
    credit_text,
    decision_title,
    target_title,
)
from game.narration.headings import group_title, groups
from game.narration.home import fall_told
from game.narration.leaving import in_short, step_lines, sum_text
from game.narration.offers import order_told, sides_named
from game.narration.words import lock_told
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, Option, find_offer
from game.rules.kinds import KINDS
from game.rules.state import Offer
from game.rules.table.convening import convened
from game.rules.table.parting import PARTINGS
from game.rules.table.sides import other_side
from game.rules.table.stakes import stakes
from game.session import Waiting
from game.session.others import of_how_many
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed
from game.tui.ink import flow
from game.tui.play import Play
from game.tui.widgets.choices import Row

BACK, DRAFT, OUT = "back", "draft", "deals"
POINT = N_("Each way has its price: point at one, or press its number, to see it.")
TO_DO = N_("Make an offer, step on the ladder, or leave the table and end your turn.")
MADE = N_("Your offer of this turn is made. Step on the ladder, or leave the table: 0, then Enter.")
STEPS = {"step_up": 1, "step_down": -1}


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a menu: it decides, opens another menu, or goes somewhere (`goes`)."""

    key: str
    row: Row
    decision: Decision | None = None
    menu: Menu | None = None
    goes: str = ""
    about: str = ""

    @property
    def decides(self) -> Decision | None:
        """The decision that choosing it takes at once; None where it leads on to something else."""
        return None if self.goes else self.decision


@dataclass(frozen=True, slots=True)
class Menu:
    """A list of things to choose from, with what is asked and the words above them.

    A `wary` one comes up with nothing highlighted: a way is meant only once it is pointed at.
    """

    title: str
    text: str
    entries: tuple[Entry, ...]
    ask: str
    wary: bool = False


def menu_of(play: Play, waiting: Waiting) -> Menu:
    """Return the menu for what the game waits for."""
    kind = waiting.slot.kind
    if KINDS[kind].of_a_card:
        return _card(play, waiting)
    if kind == "agenda":
        return _agenda(play, waiting)
    if kind == "ratify":
        return _ratify(play, waiting)
    return _table(play, waiting) if kind == "table" else _answer(play, waiting)


def _numbered(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Give the first nine entries that lack one a number."""
    found, number = [], 0
    for entry in entries:
        if not entry.row.heading and not entry.row.number:
            number += 1
            label = str(number) if number <= 9 else "-"
            entry = replace(entry, row=replace(entry.row, number=label))
        found.append(entry)
    return tuple(found)


def _simple(play: Play, option: Option, about: str = "") -> Entry:
    decision = option.decision
    costs = cost_text(play.content, play.seen, decision)
    credit = "" if option.reason else credit_text(play.content, play.seen, decision)
    row = Row(
        decision_title(play.content, play.seen, decision),
        note=" ".join(filter(None, (costs, credit))),
        lock=lock_told(play.content, option.reason),
    )
    return Entry(f"{decision.pick}/{decision.target}", row, decision, about=about)


def _card(play: Play, waiting: Waiting) -> Menu:
    slot = waiting.slot
    title = card_title(play.content, slot)
    kind = _("Card") if slot.kind == "card" else _dilemma(play, slot.subject)
    more = of_how_many(play.session, slot.chair)
    entries = _numbered(_simple(play, option) for option in waiting.options)
    text = flow(card_text(play.content, play.seen, slot))
    ask = _("What do you do?") if slot.kind == "card" else _("Your choice; theirs is hidden")
    return Menu(f"{kind}{more}: {title}", text, entries, ask)


def _dilemma(play: Play, event: str) -> str:
    other = next(c for c in play.content.events[event].between if c != play.me)
    return _("Dilemma with {name}", name=play.content.partners[other].name)


def _agenda(play: Play, waiting: Waiting) -> Menu:
    by_group: dict[str, list[Option]] = {}
    for option in waiting.options:
        if option.decision.pick != "end":
            group = play.content.actions[option.decision.pick].group
            by_group.setdefault(group, []).append(option)
    known = groups(play.content)
    order = [g for g in known if g in by_group] + [g for g in by_group if g not in known]
    entries = [_group(play, group, by_group[group]) for group in order]
    end = next(o for o in waiting.options if o.decision.pick == "end")
    last = Entry(
        "end",
        Row(_("Close the agenda"), number="0"),
        end.decision,
        about=left_open(play.viewer, play.warned),
    )
    ask, told = (
        _("Where do you act? {key} closes it", key="0"),
        agenda_text(play.viewer, play.warned),
    )
    return Menu(_("Agenda"), told, (*_numbered(entries), last), ask)


def _group(play: Play, group: str, options: Sequence[Option]) -> Entry:
    by_action: dict[str, list[Option]] = {}
    for option in options:
        by_action.setdefault(option.decision.pick, []).append(option)
    actions = [_action(play, found) for found in by_action.values()]
    title = group_title(play.content, group, station=play.station)
    entries = (*_numbered(actions), _back())
    text = submenu_text(play.viewer, group)
    menu = Menu(_("Agenda: {title}", title=title), text, entries, _("Your choice"), wary=True)
    able = sum(1 for found in by_action.values() if any(not option.reason for option in found))
    all_of_them = len(actions)
    note = _("{able} of {all}", able=able, all=all_of_them) if able < all_of_them else f"{able}"
    under = comma_listed(play.content.actions[pick].name for pick in by_action)
    row = Row(title, note=note, under=under, browse=True)
    return Entry(group, row, menu=menu)


def _back() -> Entry:
    return Entry(BACK, Row(_("Back"), number="0", browse=True), goes=BACK)


def _action(play: Play, options: Sequence[Option]) -> Entry:
    action = play.content.actions[options[0].decision.pick]
    if len(options) == 1:
        return _simple(play, options[0], about=flow(action.text))
    targets = [_aimed(play, option) for option in options]
    entries = (*_numbered(targets), _back())
    title = _("Agenda: {title}", title=action.name)
    menu = Menu(title, flow(action.text), entries, _("Which?"), wary=True)
    reasons = {lock_told(play.content, option.reason) for option in options}
    lock = reasons.pop() if len(reasons) == 1 else ""
    closed = not lock and all(option.reason for option in options)
    cost = cost_text(play.content, play.seen, options[0].decision)
    note = _("none now") if closed else cost
    row = Row(f"{action.name} …", note=note, lock=lock, browse=True)
    return Entry(action.id, row, menu=menu, about=flow(action.text))


def _aimed(play: Play, option: Option) -> Entry:
    entry = _simple(play, option)
    title = target_title(play.content, play.seen, option.decision.target, play.me)
    return replace(entry, row=replace(entry.row, text=title))


def _table(play: Play, waiting: Waiting) -> Menu:
    entries = []
    if out := [option for option in waiting.options if option.decision.pick in PARTINGS]:
        entries.append(_ways_out(play, out))
    for option in waiting.options:
        if option.decision.pick in PARTINGS:
            continue
        entry = _simple(play, option)
        if option.decision.pick in ("offer", CONVENE):
            row = replace(entry.row, browse=True)
            opens = "" if option.reason else _("A draft opens; nothing is sent until you send it.")
            asked = convened(play.me, option.decision.target).parties[1:]
            stand = "\n".join(_towards(play, other) for other in asked)
            about = f"{stand}\n{opens}".strip()
            entry = replace(entry, row=row, goes=DRAFT, about=about)
        if option.decision.pick in STEPS:
            told = step_lines(play.index, play.seen, play.me, STEPS[option.decision.pick])
            entry = replace(entry, about="\n".join(told))
        if option.decision.pick == "end":
            entry = replace(
                entry,
                row=replace(entry.row, number="0"),
                about=left_at_table(play.viewer, play.warned),
            )
        entries.append(entry)
    entries.sort(key=lambda entry: (entry.key == "end/", entry.key == OUT))
    text = _(MADE if has_offered(play.viewer) else TO_DO)
    return Menu(
        _("Table"), text, _numbered(entries), _("What do you do?"), wary=_steps_next(play, entries)
    )


def _ways_out(play: Play, options: Sequence[Option]) -> Entry:
    """Return the entry that opens the ways out of the deals in force, and what is owed."""
    rows = [_simple(play, option, _meant(play, option.decision)) for option in options]
    entries = (*_numbered(rows), _back())
    text = _("What is owed to you, and how to leave what you have signed.")
    menu = Menu(_("Table: deals in force"), text, entries, _("Which way?"), wary=True)
    owed = sum(1 for option in options if option.decision.pick == "claim")
    note = ngettext("{n} claim", "{n} claims", owed) if owed else ""
    row = Row(_("Deals in force …"), note=note, browse=True)
    return Entry(OUT, row, menu=menu, about=flow(text))


def _meant(play: Play, decision: Decision) -> str:
    return "\n".join(parting_lines(play.index, play.seen, play.me, decision))


def _steps_next(play: Play, entries: Sequence[Entry]) -> bool:
    """Return whether a step on the ladder would come up highlighted, or an offer was just made."""
    first = next(entry for entry in entries if not entry.row.lock)
    return has_offered(play.viewer) or (first.decision is not None and first.decision.pick in STEPS)


def _towards(play: Play, other: str) -> str:
    """Return how another partner stands to the viewer, before an offer is drafted."""
    name = play.content.partners[other].name
    trust = play.seen.figures[f"{other}.trust.{play.me}"]
    theirs = stakes(play.index, play.seen, other, play.me)
    mine = stakes(play.index, play.seen, play.me, other)
    return _(
        "{name} trusts you {trust} of 100. If you left this turn they'd lose {theirs} "
        "of 100; if they left you'd lose {mine}: {what}.",
        name=name,
        trust=trust,
        theirs=sum_text(theirs),
        mine=sum_text(mine),
        what=in_short(play.index, mine),
    )


def _ratify(play: Play, waiting: Waiting) -> Menu:
    offer = find_offer(play.seen, waiting.slot.subject)
    name = sides_named(play.content, offer, play.me)
    entries = _numbered(
        _simple(play, option, _way(play, offer, option)) for option in waiting.options
    )
    title = _("Home is against your deal with {name}", name=name)
    return Menu(title, "", entries, _("What do you do?"), wary=True)


def _way(play: Play, offer: Offer, option: Option) -> str:
    """Return what a way of dealing with home means."""
    if option.decision.pick == "pay":
        return _("With this the sum at home turns, just.")
    if option.decision.pick == "press":
        return _("The deal goes on; those who are against hold it against you.")
    return fall_told(play.index, play.seen, offer, play.me)


def _answer(play: Play, waiting: Waiting) -> Menu:
    offer = find_offer(play.seen, waiting.slot.subject)
    name = play.content.partners[other_side(offer, play.me)].name
    entries = []
    for option in waiting.options:
        entry = _simple(play, option)
        if option.decision.pick == "counter":
            entry = replace(entry, row=replace(entry.row, browse=True), goes=DRAFT)
        entries.append(entry)
    answers, offers = N_("{name} answers with an offer"), N_("{name} offers")
    title = _(answers if offer.maker == play.me else offers, name=name)
    text = order_told(play.content, offer, play.me) if offer.third else ""
    return Menu(title, text, _numbered(entries), _("Your answer"), wary=True)
