"""Cards, dilemmas, the agenda and the table's menu: choices in numbered lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from game.content.records import Content
from game.narration.cautions import has_text, lapse_text, no_offer_text
from game.narration.deals import parting_lines
from game.narration.decisions import (
    card_text,
    card_title,
    cost_text,
    credit_text,
    preview_lines,
)
from game.narration.home import fall_told
from game.narration.leaving import step_lines
from game.narration.viewer import Viewer
from game.narration.words import lock_told
from game.plain.keeping import ask_yes
from game.plain.menus import (
    DEALS,
    SHORT,
    Menu,
    astray,
    menu,
    no_group,
    open_sections,
    possible,
    section_title,
    short_names,
    wanted,
)
from game.plain.seat import Seat
from game.plain.speech import Speech
from game.plain.words import plain, several
from game.rules.decisions import Decision, Option, find_offer
from game.rules.index import index_of
from game.rules.state import State
from game.rules.table.parting import PARTINGS
from game.session import Waiting
from game.session.counsel_words import opinion_lines, stand_lines
from game.session.others import of_how_many
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed, parted
from game.text.typed import whole_number

LAPSES = "lapses"  # by which rule money goes back, until it has been told often enough
AGENDA = N_("Agenda. Capital {capital}. Treasury {money} M.")
AGAIN = N_("Capital {capital}.")
ENDS = (".", "!", "?")
COSTS = " · "  # between what a choice costs
TOGETHER = 3  # so many choices locked for one reason are told together
RESERVED = ("back", "send", "remove")  # words of an offer's making, no choice's first letters


def choose(
    seat: Seat,
    waiting: Waiting,
    question: str,
    listed: bool = True,
    extras: Mapping[str, Callable[[], None]] = MappingProxyType({}),
) -> Decision:
    """Let a player choose among options and return the decision; `extras` are words of its own."""
    content, seen = seat.session.content, seat.session.view(waiting.chair)
    offered = menu(content, seen, waiting.options, () if listed else seat.heard)
    if listed:
        _say_first(seat, offered, seen)
    while True:
        answer = seat.ask(question, words=extras)
        word, _space, rest = answer.partition(" ")
        chosen = None if answer in RESERVED else offered.meant(answer)
        if answer in extras:
            extras[answer]()
        elif word == "list":
            offered = menu(content, seen, waiting.options, seat.heard if rest else ())
            _list(seat, offered, seen, rest)
        elif word == "preview":
            _say_previews(seat, offered, rest.strip())
            seat.lessons.hear(waiting.chair, "point")
        elif chosen is None:
            meant = several(offered.places(answer)) or astray(answer)
            seat.console.say(meant or possible(offered, extras))
        elif not chosen.legal:
            seat.console.say(_("Not possible: {why}", why=lock_told(content, chosen.reason)))
        elif _is_sure(seat, offered, chosen, answer):
            _echo(seat, offered, chosen, answer)
            return chosen.decision


def _is_sure(seat: Seat, offered: Menu, chosen: Option, answer: str) -> bool:
    """Return whether a choice is meant: named by number, in full or by its short word, or agreed.

    A part of its name may be a word typed for something else.
    """
    label = offered.labels[offered.options.index(chosen)]
    named = (plain(label), *short_names(chosen.decision))
    if whole_number(answer) is not None or plain(answer) in named:
        return True
    return ask_yes(seat.console, _("Do you mean: {choice}?", choice=label.rstrip("?.")))


def _echo(seat: Seat, offered: Menu, chosen: Option, answer: str) -> None:
    """Say what an answer has chosen, unless it is a short word for it or its whole name.

    What closes the agenda or the table needs none but in full speech: what comes next tells of it.
    """
    if seat.speech is not Speech.FULL and chosen.decision.pick == "end":
        return
    label = offered.labels[offered.options.index(chosen)]
    if plain(answer) not in (plain(label), *SHORT.get(chosen.decision.pick, ())):
        seat.console.say(label if label.endswith(ENDS) else f"{label}.")


def _opens(seat: Seat, title: str) -> bool:
    """Return whether choices under no heading are told to begin: as long as that is new."""
    return seat.speech is not Speech.TERSE and seat.early(title)


def _say_first(seat: Seat, offered: Menu, seen: State) -> None:
    """Say what there is to choose from when it is asked first, and what the advisers think."""
    sections = {s: n for s, n in Counter(open_sections(offered)).items() if s}
    if seat.speech is Speech.FULL or not sections:
        say_menu(seat, offered, seen, locks=seat.speech is not Speech.TERSE)
        _say_advice(seat, offered, seen)
        return
    if DEALS in sections:
        say_menu(seat, offered, seen, "", locks=False)
    seat.heard = tuple(option.decision for option in offered.options)
    _say_groups(seat, sections)
    _say_advice(seat, offered, seen)


def _list(seat: Seat, offered: Menu, seen: State, named: str) -> None:
    """Say all choices again, or those of the group that is named; none of that name: which are."""
    section = wanted(offered, named)
    if named and section is None:
        seat.console.say(no_group(offered, named))
    else:
        say_menu(seat, offered, seen, section)


def _say_groups(seat: Seat, sections: Mapping[str, int]) -> None:
    """Say how much there is in each group, until it is known that `list` tells."""
    if DEALS in sections:
        if hint := seat.hint(N_("Type {list} {deals} to hear them.")):
            ways = ngettext("{n} way out of a deal.", "{n} ways out of deals.", sections[DEALS])
            seat.console.say(f"{ways} {hint}")
        return
    more = seat.hint(N_("Type {list} and a group to hear it, {list} alone to hear all."))
    if more:
        content = seat.session.content
        told = [_("{group} {n}", group=section_title(content, s), n=n) for s, n in sections.items()]
        seat.console.say(f"{comma_listed(told)}. {more}")


def say_menu(
    seat: Seat, offered: Menu, seen: State, only: str | None = None, locks: bool = True
) -> None:
    """Say all options, or `only` those of a section, with their numbers, costs, and locks."""
    content, console = seat.session.content, seat.console
    seat.heard = tuple(option.decision for option in offered.options)
    last, locked = "", dict[str, list[str]]()
    rows = zip(offered.options, offered.labels, offered.sections, strict=True)
    for number, (option, label, section) in enumerate(rows, 1):
        if only is not None and section != only:
            continue
        title = section_title(content, section)
        if not option.legal:
            locked.setdefault(lock_told(content, option.reason), []).append(f"{number}. {label}")
            continue
        if title != last and (section or _opens(seat, title)):
            console.say(f"{title}:")
            last = title
        console.say(f"{number}. {label}{_tail(content, seen, option)}")
    console.say_all(locked_lines(locked) if locks else ())


def locked_lines(locked: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield what is locked, each with its reason; what shares one is told together."""
    if locked:
        yield _("Not possible now:")
    for reason, names in locked.items():
        if len(names) < TOGETHER:
            told = _("Locked: {why}", why=reason)
            yield from (f"{name}. {told}" for name in names)
        else:
            yield f"{reason.removesuffix('.')}: {comma_listed(names)}."


def _say_advice(seat: Seat, offered: Menu, seen: State) -> None:
    """Say what the advisers think of numbered choices, or suggest for the agenda."""
    if seat.speech is Speech.FULL:
        said = tuple(opinion_lines(seat.counsel, seen, seat.numbers))
        seat.console.say_all((_("Your advisers:"), *said) if said else ())
    elif seat.speech is Speech.NORMAL:
        stands = tuple(stand_lines(seat.counsel, seen, seat.numbers))
        told = _("Your advisers: {stands}.", stands=parted(stands))
        more = seat.hint(N_("Type {advisers} to hear why.")) if stands else ""
        seat.console.say_all((f"{told} {more}".rstrip(),) if stands else ())


def _tail(content: Content, seen: State, option: Option) -> str:
    """Return what follows an option's name: what it costs."""
    cost = cost_text(content, seen, option.decision)
    if not cost:
        return ""
    capital, both, money = cost.partition(COSTS)
    told = _("{one} and {other}", one=capital, other=money) if both else cost
    credit = credit_text(content, seen, option.decision)
    return f". {_('Costs {what}.', what=comma_listed(filter(None, (told, credit))))}"


def _say_previews(seat: Seat, offered: Menu, answer: str) -> None:
    """Say what one choice would do, or all that may be taken."""
    one = offered.meant(answer) if answer else None
    if answer and one is None:
        seat.console.say(several(offered.places(answer)) or possible(offered))
        return
    shown = (one,) if one else tuple(o for o in offered.options if o.legal)
    for option in shown:
        _say_preview(seat, offered, option)


def _say_preview(seat: Seat, offered: Menu, option: Option) -> None:
    label = offered.labels[offered.options.index(option)]
    if not option.legal:
        why = lock_told(seat.session.content, option.reason)
        label = _("{choice} (locked: {why})", choice=label, why=why)
    seat.console.say(f"{label}:")
    for line in _meaning(seat, option.decision):
        seat.console.say(f"  {line}")
    foreseen = seat.session.preview(option.decision)
    chair = option.decision.chair
    for line in preview_lines(seat.session.content, foreseen, chair):
        seat.console.say(f"  {line}")


def _meaning(seat: Seat, decision: Decision) -> tuple[str, ...]:
    """Return what a step on the ladder or a way out of a deal means beside what it moves."""
    seen, chair = seat.session.view(decision.chair), decision.chair
    index = index_of(seat.session.content, seen.scenario)
    by = {"step_up": 1, "step_down": -1}.get(decision.pick)
    if by:
        return tuple(step_lines(index, seen, chair, by))
    if decision.pick in PARTINGS:
        return tuple(parting_lines(index, seen, chair, decision))
    if decision.pick == "fall":
        return (fall_told(index, seen, find_offer(seen, seen.queue[0].subject), chair),)
    return ()


def play_card(seat: Seat, waiting: Waiting) -> None:
    """Read a card or a dilemma and let the player answer it."""
    content, seen = seat.session.content, seat.session.view(waiting.chair)
    number = of_how_many(seat.session, waiting.chair)
    blind = _("A dilemma, answered blind by both sides")
    what = blind if waiting.slot.kind == "dilemma" else _("A card")
    seat.console.say(f"{what}{number}: {card_title(content, waiting.slot)}.")
    seat.console.say(card_text(content, seen, waiting.slot))
    seat.submit(choose(seat, waiting, seat.what()))


def play_agenda(seat: Seat, waiting: Waiting, again: bool) -> None:
    """Let the player take one action, or close the agenda."""
    viewer = Viewer.of(seat.session.content, seat.session.view(waiting.chair), waiting.chair)
    if again or seat.speech is Speech.TERSE:
        capital, money = viewer.figure("capital"), viewer.figure("treasury")
        shortly = again and seat.speech is Speech.TERSE
        seat.console.say(_(AGAIN if shortly else AGENDA, capital=capital, money=money))
    else:
        lapses = lapse_text(viewer.seen.figures, waiting.chair, short=not seat.early(LAPSES))
        told = (f"{_('Agenda.')} {has_text(viewer)}", lapses, no_offer_text(viewer))
        seat.console.say_all(filter(None, told))
    more = seat.hint(N_("Type {list} to hear the actions, or {end}."))
    question = f"{seat.shortly(N_('What else?'))} {more}".rstrip() if again else seat.what()
    seat.submit(choose(seat, waiting, question, listed=not again))
