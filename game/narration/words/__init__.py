"""The words for what the rules say: a template for each code, filled with its arguments.

`TEMPLATES` is the vocabulary: every code that the rules use, with the arguments its words take
and how each is told. A placeholder is `{name}` or `{name:teller}`; the tellers are in `TELLERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from string import Formatter

from game.content.records import Content
from game.narration.words.aboard import ABOARD, SKILLS
from game.narration.words.alarms import ALARMS
from game.narration.words.arithmetic import ARITHMETIC
from game.narration.words.ground import GROUND
from game.narration.words.hardware import HARDWARE, SEGMENTS, WHYS
from game.narration.words.locks import LOCKS
from game.narration.words.plural import Plural, Template, Worded
from game.narration.words.table import TABLE, term_told
from game.rules.messages import TEXT, Arg, Message
from game.text.counting import counted

TEMPLATES: Mapping[str, Template] = {
    **ALARMS, **HARDWARE, **ABOARD, **GROUND, **TABLE, **ARITHMETIC, **LOCKS,
    TEXT: f"{{{TEXT}}}", "term": Worded(("clause", "amount"), term_told), "": "",
}  # fmt: skip


def listing(names: tuple[str, ...] | list[str]) -> str:
    """Return names as a sentence lists them."""
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1]))) if names else ""


def _signed(content: Content, arg: Arg) -> str:
    return f"{arg:+d}"


def _day(content: Content, arg: Arg) -> str:
    assert isinstance(arg, int)
    return date.fromordinal(arg).isoformat()


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
        return listing([_plain(content, one) for one in arg])
    return str(arg)


def _each(tell: Callable[[Content, Arg], str]) -> Callable[[Content, Arg], str]:
    def told(content: Content, arg: Arg) -> str:
        assert isinstance(arg, tuple)
        return listing([tell(content, one) for one in arg])

    return told


def _commas(content: Content, arg: Arg) -> str:
    assert isinstance(arg, tuple)
    return ", ".join(_plain(content, one) for one in arg)


def _names(content: Content, arg: Arg) -> str:
    assert isinstance(arg, tuple)
    return ", ".join(_person(content, one) for one in arg)


def _agency(content: Content, arg: Arg) -> str:
    person = content.people[str(arg)]
    return person.agency or content.partners[person.partner].name


def _months(content: Content, arg: Arg) -> str:
    assert isinstance(arg, int)
    return counted(arg, "month")


def _skill(content: Content, arg: Arg) -> str:
    return SKILLS[str(arg)]


def _segment(content: Content, arg: Arg) -> str:
    return SEGMENTS[str(arg)]


def _sentence(content: Content, arg: Arg) -> str:
    """Return several things said as one list with a capital letter."""
    return _capital(content, _commas(content, arg))


def _trailing(content: Content, arg: Arg) -> str:
    assert isinstance(arg, tuple)
    return "".join(f" {_plain(content, one)}" for one in arg)


def _held(content: Content, arg: Arg) -> str:
    return f"you have {arg}" if arg else "you have none left this turn"


def why_told(content: Content, why: str) -> str:
    """Return why a flight was moved: by a pad, by what held it, or by what somebody chose.

    What an older game has kept in words is told as it is.
    """
    code, _, rest = why.partition(":")
    if code in WHYS:
        pad = content.pads.get(rest)
        return WHYS[code].format(pad=pad.name if pad else rest)
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
    return f"{found.title}: {next(texts, choice)}"


TELLERS: Mapping[str, Callable[[Content, Arg], str]] = {
    "": _plain, "signed": _signed, "day": _day, "partner": _partner, "person": _person,
    "people": _each(_person), "partners": _each(_partner), "clause": _clause,
    "faction": _faction, "lower": _lower, "upper": _capital, "bare": _bare, "commas": _commas,
    "names": _names, "agency": _agency, "months": _months, "skill": _skill, "segment": _segment,
    "sentence": _sentence, "trailing": _trailing, "held": _held,
    "why": lambda content, arg: why_told(content, str(arg)),
    "module": lambda content, arg: content.modules[str(arg)].name,
    "option": _option, "event": _event, "action": _action,
}  # fmt: skip
"""How an argument is told, by the name after its colon."""

CAUSES: Mapping[str, Callable[[Content, Arg], str]] = {
    "event": _event, "dilemma": _event, "action": _action, "option": _option, "clause": _clause,
    "accident": lambda content, arg: content.accidents[str(arg)].name,
}  # fmt: skip
"""How what moved a flight is told, by what stands before the colon of its cause."""


def say(content: Content, said: Message | str) -> str:
    """Return the words of a message; a sentence that an older game has kept is told as it is."""
    if isinstance(said, str):
        return said
    template, args = TEMPLATES[said.code], dict(said.args)
    if isinstance(template, Worded):
        return template.tell(content, args)
    if isinstance(template, Plural):
        template = template.of(args)
    return "".join(_filled(content, args, template))


def lock_told(content: Content, reason: Message | None) -> str:
    """Return why something may not be done, or nothing when it may."""
    return say(content, reason) if reason is not None else ""


def _filled(content: Content, args: Mapping[str, Arg], template: str) -> list[str]:
    parts: list[str] = []
    for literal, name, teller, _ in Formatter().parse(template):
        parts.append(literal)
        if name is not None:
            parts.append(TELLERS[teller or ""](content, args[name]))
    return parts
