"""The numbered choices of a question: in which order, of which group, and which a word means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.content.records import Content
from game.narration.decisions import decision_title
from game.narration.headings import group_title, groups
from game.narration.words import lock_told
from game.plain.words import candidates, plain
from game.rules.decisions import Decision, Option
from game.rules.state import State
from game.rules.table.parting import PARTINGS
from game.text.language import N_, _
from game.text.lists import comma_listed

DEALS = "deals"
TITLES = {DEALS: N_("Out of a deal"), "": N_("Choices")}
"""What sections are called that are no groups of the agenda."""
SHORT = {
    "end": ("end", "done", "close", "leave"),
    "step_up": ("up", "step up"),
    "step_down": ("down", "step down"),
    "accept": ("sign", "accept", "yes"),
    "convene": ("convene",),
    "decline": ("decline", "refuse", "no"),
    "counter": ("counter", "answer"),
}
_TABLE = N_("{word} is for the table, which opens when you close the agenda with {end}.")
_DRAFT = N_("{word} works while an offer is being drafted or answered. Drafts begin at the table.")
_ANSWER = N_("{word} answers an offer, and none lies before you.")
ELSEWHERE = {
    **dict.fromkeys(("convene", "offer", "up", "step up", "down", "step down"), _TABLE),
    **dict.fromkeys(("send", "remove", "sum", "work", "back"), _DRAFT),
    **dict.fromkeys(("sign", "accept", "decline", "refuse", "counter"), _ANSWER),
}
"""Words that mean something at another question: where."""


@dataclass(frozen=True, slots=True)
class Menu:
    """Options in the order in which they are numbered, with what each is called.

    `sections` are the names of the groups they stand in, empty for those in none, and `titles`
    what those are called.
    """

    options: tuple[Option, ...]
    labels: tuple[str, ...]
    sections: tuple[str, ...]
    titles: tuple[str, ...]

    def meant(self, answer: str) -> Option | None:
        """Return the option that an answer means; None when it means none of them, or several."""
        found = self.places(answer)
        return self.options[found[0]] if len(found) == 1 else None

    def places(self, answer: str) -> tuple[int, ...]:
        """Return the places that an answer may mean, by short word or id, number or words.

        What may be taken goes before what is locked. Only actions go by words further on.
        """
        wanted = plain(answer)
        short = [n for n, o in enumerate(self.options) if wanted in short_names(o.decision)]
        if len(short) == 1:
            return tuple(short)
        found = candidates(answer, self.labels, self._named())
        legal = tuple(n for n in found if self.options[n].legal)
        return legal if len(legal) == 1 else found

    def _named(self) -> tuple[str, ...]:
        pairs = zip(self.options, self.labels, strict=True)
        return tuple(label if _is_action(o.decision) else "" for o, label in pairs)


def _is_action(decision: Decision) -> bool:
    return decision.kind == "agenda" and decision.pick != "end"


def short_names(decision: Decision) -> tuple[str, ...]:
    """Return the short words for a decision: those of its pick, and pick and target together."""
    target = plain(decision.target)
    named = plain(f"{decision.pick} {target}")
    return (*SHORT.get(decision.pick, ()), named)


def menu(
    content: Content, seen: State, options: Sequence[Option], heard: Sequence[Decision] = ()
) -> Menu:
    """Return options in the order they are said: what may be taken first, the agenda by group.

    Those that were `heard` already keep their numbers.
    """
    places = {decision: number for number, decision in enumerate(heard)}
    why = list(dict.fromkeys(lock_told(content, o.reason) for o in options if not o.legal))

    def place(option: Option) -> tuple[int, ...]:
        said = places.get(option.decision, len(places))
        locked = 0 if option.legal else 1 + why.index(lock_told(content, option.reason))
        return said, locked, _group(content, option.decision)

    ordered = tuple(sorted(options, key=place))
    labels = tuple(decision_title(content, seen, o.decision) for o in ordered)
    sections = tuple(_section(content, o.decision) for o in ordered)
    return Menu(ordered, labels, sections, tuple(section_title(content, s) for s in sections))


def _section(content: Content, decision: Decision) -> str:
    """Return the name of the group that a choice stands in; empty where it stands in none."""
    if decision.pick in PARTINGS:
        return DEALS
    return content.actions[decision.pick].group if _is_action(decision) else ""


def section_title(content: Content, section: str) -> str:
    """Return what a section is called: a group of the agenda as its world has it."""
    return _(TITLES[section]) if section in TITLES else group_title(content, section, short=True)


def _group(content: Content, decision: Decision) -> int:
    """Return where a choice's group stands among all: the ways out of a deal are the last."""
    section = _section(content, decision)
    return [*groups(content), "", DEALS].index(section)


def possible(offered: Menu, extras: Iterable[str] = ()) -> str:
    """Return what may be typed at a question."""
    return _(
        "Type a number from 1 to {most}, or first words; {list} or {look}, {words} or {help}.",
        most=len(offered.options),
        list="list",
        look="look",
        words=comma_listed(("preview", *extras)),
        help="help",
    )


def astray(answer: str) -> str:
    """Return where a word works that means nothing at this question; empty if nowhere."""
    word = plain(answer)
    first = word.partition(" ")[0]
    told = ELSEWHERE.get(word) or ELSEWHERE.get(first)
    return _(told, word=word if word in ELSEWHERE else first, end="end") if told else ""


def wanted(offered: Menu, named: str) -> str | None:
    """Return the section that is named, by its id or title; None where none is."""
    wanted = plain(named)
    named_so = zip(offered.sections, offered.titles, strict=True)
    titles = {section: plain(title) for section, title in named_so}
    return next((s for s, title in titles.items() if wanted and wanted in (s, title)), None)


def no_group(offered: Menu, named: str) -> str:
    """Return that no group of choices has that name, and which there are."""
    known = zip(offered.sections, offered.titles, strict=True)
    there = [*dict.fromkeys(title for section, title in known if section)]
    if not there:
        return _("These choices stand in no groups: {list} alone tells them all.", list="list")
    return _("No group is called “{name}”. There are: {groups}.",
             name=named, groups=comma_listed(there))  # fmt: skip


def open_sections(offered: Menu) -> Iterator[str]:
    """Yield the section of everything that may be taken."""
    for option, section in zip(offered.options, offered.sections, strict=True):
        if option.legal:
            yield section
