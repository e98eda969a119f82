"""The words for what the rules say: a template for each code, filled with its arguments.

`TEMPLATES` is the vocabulary: every code that the rules use, with the arguments its words take
and how each is told. A placeholder is `{name}` or `{name:teller}`; the tellers are in `TELLERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from string import Formatter
from types import MappingProxyType

from game.content.placeholders import Placeholder, replaced
from game.content.records import Content, Scenario
from game.narration.words.aboard import ABOARD, SKILLS
from game.narration.words.alarms import ALARMS
from game.narration.words.arithmetic import ARITHMETIC
from game.narration.words.ground import GROUND
from game.narration.words.hardware import HARDWARE, SEGMENTS, WHYS
from game.narration.words.locks import LOCKS
from game.narration.words.names import NAMES, SLOTS, THREADS
from game.narration.words.own import OWN
from game.narration.words.plural import Plural, Template, Worded
from game.narration.words.table import TABLE, term_told
from game.narration.words.times import day_told, turn_told
from game.rules.messages import TEXT, Arg, Message
from game.rules.rungs import rungs
from game.rules.state import Roles, State
from game.rules.wording import worded
from game.text.language import _, in_shape, ngettext, pgettext, unfilled
from game.text.lists import comma_listed, listed


def content_told(content: Content, words: str) -> str:
    """Return content's words in the language spoken, wherever in the content they stand."""
    return content.wordings.get(words, words)


def _signed(content: Content, arg: Arg) -> str:
    return f"{arg:+d}"


def _day(content: Content, arg: Arg) -> str:
    assert isinstance(arg, int)
    return day_told(arg)


def _partner(content: Content, arg: Arg) -> str:
    return content.partners[str(arg)].name


def _person(content: Content, arg: Arg) -> str:
    return content.people[str(arg)].name


def _clause(content: Content, arg: Arg) -> str:
    return content.clauses[str(arg)].name


def _faction(content: Content, arg: Arg) -> str:
    return content.factions[str(arg).rpartition(".")[2]].name


def _option(content: Content, arg: Arg) -> str:
    return content.options[str(arg)].name


def _event(content: Content, arg: Arg) -> str:
    return content.events[str(arg)].title


def _action(content: Content, arg: Arg) -> str:
    return content.actions[str(arg)].name


def _lower(content: Content, arg: Arg) -> str:
    said = _plain(content, arg)
    return said[:1].lower() + said[1:]


def _capital(content: Content, arg: Arg) -> str:
    said = _plain(content, arg)
    return said[:1].upper() + said[1:]


def _bare(content: Content, arg: Arg) -> str:
    return _plain(content, arg).rstrip(".")


def _plain(content: Content, arg: Arg) -> str:
    if isinstance(arg, Message):
        return say(content, arg)
    if isinstance(arg, tuple):
        return listed([_plain(content, one) for one in arg])
    return content_told(content, str(arg))


def _each(tell: Callable[[Content, Arg], str]) -> Callable[[Content, Arg], str]:
    def told(content: Content, arg: Arg) -> str:
        assert isinstance(arg, tuple)
        return listed([tell(content, one) for one in arg])

    return told


def _commas(content: Content, arg: Arg) -> str:
    assert isinstance(arg, tuple)
    return comma_listed([_plain(content, one) for one in arg])


def _names(content: Content, arg: Arg) -> str:
    assert isinstance(arg, tuple)
    return comma_listed([_person(content, one) for one in arg])


def _agency(content: Content, arg: Arg) -> str:
    person = content.people[str(arg)]
    return person.agency or content.partners[person.partner].name


def _months(content: Content, arg: Arg) -> str:
    assert isinstance(arg, int)
    return ngettext("{n} month", "{n} months", arg)


def _skill(content: Content, arg: Arg) -> str:
    return unfilled("skill", SKILLS[str(arg)])


def _segment(content: Content, arg: Arg) -> str:
    return unfilled("segment", SEGMENTS[str(arg)])


def _rung(content: Content, arg: Arg) -> str:
    return rung_told(content, str(arg))


def rung_told(content: Content, name: str) -> str:
    """Return what a rung is called, in the language spoken."""
    return content_told(content, name)


def rungs_told(content: Content, scenario: Scenario) -> tuple[str, ...]:
    """Return what the rungs of a scenario's ladder are called, from normal ground up."""
    return tuple(rung_told(content, name) for name in rungs(scenario))


def _office(content: Content, arg: Arg) -> str:
    return content.partners[str(arg)].office


def _leader(content: Content, arg: Arg) -> str:
    return content.leaders[str(arg)].name


def _held_office(content: Content, arg: Arg) -> str:
    return content.leaders[str(arg)].office


def _sentence(content: Content, arg: Arg) -> str:
    """Return several things said as one list with a capital letter."""
    return _capital(content, _commas(content, arg))


def _trailing(content: Content, arg: Arg) -> str:
    assert isinstance(arg, tuple)
    return "".join(f" {_plain(content, one)}" for one in arg)


def _held(content: Content, arg: Arg) -> str:
    return _("you have {held}", held=arg) if arg else _("you have none left this turn")


def why_told(content: Content, why: str) -> str:
    """Return why a flight was moved: by a pad, by what held it, or by what somebody chose.

    What an older game has kept in words is told as it is.
    """
    code, _, rest = why.partition(":")
    if code in WHYS:
        pad = content.pads.get(rest)
        return unfilled(code, WHYS[code]).replace("{pad}", pad.name if pad else rest)
    event, _, choice = rest.partition("/")
    if code == "choice" and event in content.events:
        return _chosen(content, event, choice)
    try:
        return CAUSES[code](content, rest)
    except KeyError:
        return why


def _chosen(content: Content, event: str, choice: str) -> str:
    found = content.events[event]
    texts = (c.text for desk in found.desks for c in desk.choices if c.id == choice)
    chosen = next(texts, choice)
    return pgettext("a choice on a card", "{card}: {choice}", card=found.title, choice=chosen)


TELLERS: Mapping[str, Callable[[Content, Arg], str]] = {
    "": _plain, "signed": _signed, "day": _day, "partner": _partner, "person": _person,
    "people": _each(_person), "partners": _each(_partner), "clause": _clause,
    "faction": _faction, "lower": _lower, "upper": _capital, "bare": _bare, "commas": _commas,
    "names": _names, "agency": _agency, "months": _months, "skill": _skill, "segment": _segment,
    "sentence": _sentence, "trailing": _trailing, "held": _held,
    "rung": _rung, "office": _office, "leader": _leader,
    "held_office": _held_office,
    "turn": lambda content, arg: turn_told(str(arg)),
    "thread": lambda content, arg: unfilled("thread", THREADS[str(arg)]),
    "slot": lambda content, arg: unfilled("decision", SLOTS[str(arg)]),
    "why": lambda content, arg: why_told(content, str(arg)),
    "module": lambda content, arg: content.modules[str(arg)].name,
    "vote": lambda content, arg: content.votes[str(arg)].name,
    "option": _option, "event": _event, "action": _action,
}  # fmt: skip
"""How an argument is told, by the name after its colon."""

CAUSES: Mapping[str, Callable[[Content, Arg], str]] = {
    "event": _event, "dilemma": _event, "action": _action, "option": _option, "clause": _clause,
    "accident": lambda content, arg: content.accidents[str(arg)].name,
}  # fmt: skip
"""How what moved a flight is told, by what stands before the colon of its cause."""


def _content_says(content: Content, args: Mapping[str, Arg]) -> str:
    """Return what the content says, with whoever stands for its placeholders."""

    def named(one: Placeholder) -> str:
        written = str(one)
        return _plain(content, args.get(written[1:-1], written))

    return replaced(content_told(content, str(args[TEXT])), named)


TEMPLATES: Mapping[str, Template] = {
    **ALARMS, **HARDWARE, **ABOARD, **GROUND, **TABLE, **ARITHMETIC, **LOCKS, **NAMES, **OWN,
    TEXT: Worded((TEXT,), _content_says), "term": Worded(("clause", "amount"), term_told), "": "",
}  # fmt: skip
"""Every code that is said, with its words."""


def say(content: Content, said: Message | str) -> str:
    """Return the words of a message; a sentence that an older game has kept is told as it is."""
    if isinstance(said, str):
        return said
    template, args = TEMPLATES[said.code], dict(said.args)
    if isinstance(template, Worded):
        return template.tell(content, args)
    if isinstance(template, Plural):
        template = template.told(said.code, args)
    elif template:
        template = unfilled(said.code, template)
    return "".join(_filled(content, args, template))


def filled(
    content: Content,
    state: State,
    text: str,
    roles: Roles = (),
    reason: Mapping[str, str] = MappingProxyType({}),
) -> str:
    """Return a text of content with its placeholders filled as things stand.

    `roles` are those of the text's event; `reason` are the words for an adviser's `{figure}` and
    `{amount}`.
    """
    said = worded(content, state, text, roles)
    return say(content, Message(TEXT, (*said.args, *reason.items())))


def lock_told(content: Content, reason: Message | None) -> str:
    """Return why something may not be done, or nothing when it may."""
    return say(content, reason) if reason is not None else ""


def _filled(content: Content, args: Mapping[str, Arg], template: str) -> list[str]:
    parts: list[str] = []
    for literal, name, teller, _conversion in Formatter().parse(template):
        parts.append(literal)
        if name is not None:
            named, _slash, shape = name.partition("/")
            parts.append(in_shape(TELLERS[teller or ""](content, args[named]), shape))
    return parts
