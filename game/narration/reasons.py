"""Why an office does something: reasons as data, told as far as whoever hears them may know.

A reason is a message of a code in `REASONS`, which players make and saves keep. Why something was
done (`act_told`) is a sentence; what decided over an offer (`ground_told`) is a phrase, for the
voice of the office to put into a sentence of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from game.content.records import Content
from game.narration.figures import amount_text, figure_title, is_figure
from game.narration.words import TEMPLATES, say
from game.narration.words.own import phrase
from game.rules.messages import Arg, Message
from game.rules.table.openness import CLOSED, OPEN, ROUGH
from game.text.language import N_, _, pgettext

SUM = "why.sum"
"""The code of what decided over an offer: a line of its arithmetic, and where the sum stands."""
REASONS: Mapping[str, Mapping[str, type]] = {
    "why.gain": {"path": str, "amount": int, "kept": int},
    "why.learn": {"partner": str},
    "why.calm": {}, "why.least": {}, "why.quiet": {}, "why.plain": {},
    "why.nowhere": {}, "why.office": {}, "why.crew": {}, "why.pressure": {},
    "why.upkeep": {}, "why.friends": {}, "why.record": {}, "why.record_day": {"day": int},
    "why.worth_price": {}, "why.worth_anger": {}, "why.not_worth": {},
    "why.bill": {}, "why.owed": {},
    SUM: {"line": Message, "way": str, "amount": int, "total": int, "asked": int},
}  # fmt: skip
"""Every code of a reason, with its arguments and what they are."""

GUARDED = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")
UNKNOWN = N_("something it keeps to itself")
SLIGHT, MIDDLING = 2, 5  # points up to which something weighs a little, and clearly

AIMS: Mapping[tuple[str, bool], str] = {
    ("sanctions", False): N_("wants fewer sanctions"),
    ("altitude", True): N_("wants the orbit higher"),
    ("propellant", True): N_("wants more in the tanks"),
    ("power", True): N_("wants more power aboard"),
    ("leak", False): N_("wants the leak smaller"),
    ("supplies", True): N_("wants more in the larder up there"),
    ("integrity_usos", True): N_("wants the US segment in better repair"),
    ("integrity_ros", True): N_("wants the Russian segment in better repair"),
    ("gyroscopes", True): N_("wants the gyroscopes turning"),
    ("treasury", True): N_("needs the money"),
    ("income", True): N_("needs the money, month by month"),
    ("capital", True): N_("wants room to act"),
    ("mandate", True): N_("wants to be safer in the office"),
    ("standing", True): N_("wants to be looked up to"),
    ("commitment", True): N_("wants the station's years promised"),
    ("kept", True): N_("wants to be known for keeping its word"),
    ("peace", True): N_("wants to be remembered for the peace that was kept"),
    ("science", True): N_("wants to be remembered for the science"),
    ("people", True): N_("wants to be remembered for how it treated people"),
    ("power_legacy", True): N_("wants to be remembered as strong"),
    ("rung", True): N_("means to be taken at its threat"),
    ("rung", False): N_("wants a way back down"),
}
"""What an office is after, by its own or the world's figure and whether that is to go up."""

WHYS: Mapping[str, str] = {
    "why.calm": N_("{city} wants quiet at home."),
    "why.least": N_("Whatever {city} did would have cost it something; this cost least."),
    "why.plain": N_("{city} has its own reasons."),
    "why.nowhere": N_("{city} has nowhere else to fly to yet."),
    "why.office": N_("The office in {city} is in danger."),
    "why.crew": N_("{city} has people of its own in danger up there."),
    "why.pressure": N_("{city} is after applause at home, and means to be feared abroad."),
    "why.upkeep": N_("{city} sees to what the station needs."),
    "why.friends": N_("{city} is in need of friends at home."),
    "why.record": N_("This is how {city} decided on the record."),
    "why.quiet": N_("{city} finds nothing else worth its price."),
    "why.worth_price": N_("{city} holds the paper to be worth what home asks for it."),
    "why.worth_anger": N_("{city} holds the paper to be worth the anger at home."),
    "why.not_worth": N_("{city} won't pay what home asks for it."),
    "why.owed": N_("{city} wants back what it has paid for."),
}
"""Sentences without amounts; `{city}` is the office's."""

MOOD = "standing.mood"
PHRASES: Mapping[str, str] = {
    "why.home": N_("its own home, which asks a price for it"),
    "why.more": N_("the wish to get more out of it"),
    "why.bill": N_("a price that it can't pay now"),
    "why.record": N_("what stands in the record"),
    "why.worth_price": N_("a paper that is worth what home asks for it"),
    "why.worth_anger": N_("a paper that is worth the anger at home"),
    "why.not_worth": N_("a price at home that the paper isn't worth"),
    "standing.trust": N_("how far it trusts the other side's word"),
    "standing.broken": N_("the promises that were broken to it"),
    "standing.slighted": N_("what suited both and was turned down"),
    "standing.trust_in": N_("how far it trusts one of the two others"),
    "standing.broken_by": N_("the promises that one of the two others broke"),
    "standing.threat_of": N_("a threat to leave"),
    "standing.slighted_by": N_("what suited all and was turned down"),
    MOOD: "",  # told by `phrase`, as each world has it
    "standing.walk_away": N_("how well it does without any paper"),
    "standing.threat": N_("the threat to leave"),
    "standing.level": N_("how readily everybody signs at this level"),
    "gains.ahead": N_("how far the other side would get ahead by it"),
    "gains.evened": N_("that it evens out what was signed before"),
    "offer.leaving": N_("how dear it would be to leave early"),
    "offer.leaving_free": N_("how easily it could be left"),
}
"""What decides over an offer, as a phrase, by the code of the line."""
OF_CLAUSES = {
    "want.met": N_("what the office wants: {clause}"),
    "want.red_line": N_("a red line of the office: {clause}"),
}
"""The same for lines that name a clause."""
TERM_ARGS = {
    "term": {"clause", "amount"}, "term.of_all": {"clause", "amount"},
    "term.to": {"clause", "amount", "partner"}, "term.from": {"clause", "amount", "partner"},
    "term.with": {"clause", "amount", "partner"},
}  # fmt: skip
"""What a line has to name that is a clause, by its code."""
TERMS = {"gives": N_("having to give {term}"), "gets": N_("what it would get: {term}")}


def wellformed(reason: Message) -> bool:
    """Return whether a reason has the arguments of its code, as one made here has."""
    wanted, args = REASONS.get(reason.code), dict(reason.args)
    if wanted is None or set(args) != set(wanted) or len(args) != len(reason.args):
        return False
    return all(_fits(args[name], kind) for name, kind in wanted.items())


def _fits(arg: Arg, kind: type) -> bool:
    if isinstance(arg, Message):
        known = arg.code in PHRASES or _is_of_clause(arg) or _is_term(arg)
        return kind is Message and known
    return type(arg) is kind


def _is_term(line: Message) -> bool:
    args = dict(line.args)
    known = isinstance(args.get("clause"), str) and type(args.get("amount")) is int
    return known and set(args) == TERM_ARGS.get(line.code)


def _is_of_clause(line: Message) -> bool:
    args = dict(line.args)
    return line.code in OF_CLAUSES and set(args) == {"clause"} and isinstance(args["clause"], str)


def belongs(content: Content, reason: Message) -> bool:
    """Return whether all that a reason names is there: an older game may know more than this."""
    path = dict(reason.args).get("path")
    if not wellformed(reason) or (path is not None and not is_figure(content, str(path))):
        return False
    try:
        act_told(content, reason, next(iter(content.partners)), OPEN)
        ground_told(content, reason, OPEN)
    except (KeyError, ValueError, OverflowError, StopIteration):
        return False
    return True


def act_told(content: Content, reason: Message, chair: str, how_open: int) -> str:
    """Return in a sentence why a chair's office did something."""
    args, city = dict(reason.args), content.partners[chair].city
    told = _ACTS.get(reason.code)
    if told is not None:
        return told(content, args, chair, how_open)
    if reason.code == SUM:
        ground = ground_told(content, reason, how_open)
        return _("What decided it in {city}: {ground}.", city=city, ground=ground)
    why = WHYS.get(reason.code, WHYS["why.plain"])
    return _(why, city=city)


def _gain(content: Content, args: Mapping[str, Arg], chair: str, how_open: int) -> str:
    path, amount, city = str(args["path"]), args["amount"], content.partners[chair].city
    assert isinstance(amount, int)
    told = "" if args["kept"] and how_open < OPEN else f" ({amount_text(content, path, amount)})"
    aim = _aim(content, path, amount, chair) + told
    return pgettext("an office and its aim", "{city} {aim}.", city=city, aim=aim)


WORLD_AIMS: Mapping[tuple[str, bool], str] = {
    ("tension", False): "aim.calmer",
    ("tension", True): "aim.fiercer",
    ("cohesion", True): "aim.as_one",
}
"""What an office is after, in words that each world may replace."""


def _aim(content: Content, path: str, amount: int, chair: str) -> str:
    """Return what an office is after that wants a figure to move."""
    owner, _dot, rest = path.partition(".")
    about, _dot, other = rest.partition(".")
    if owner == "option":
        return _("wants to be further with {option}", option=_lower(content.options[rest].name))
    if about == "faction":
        return _("wants {faction} on its side", faction=_lower(content.factions[other].name))
    if about == "trust":
        return _trusted(content, owner, other, chair)
    worded = WORLD_AIMS.get((path, amount > 0))
    if worded is not None:
        return phrase(content, worded)
    known = AIMS.get((rest or owner, amount > 0))
    if known is not None and owner in (chair, path):
        return _(known)
    figure = _lower(figure_title(content, path, chair))
    return (
        _("wants {figure} up", figure=figure)
        if amount > 0
        else _("wants {figure} down", figure=figure)
    )


def _trusted(content: Content, owner: str, other: str, chair: str) -> str:
    city = content.partners[owner].city
    if other == chair:
        return _("wants {city} to trust it more", city=city)
    return _("wants {city} to trust {other} more", city=city, other=content.partners[other].city)


def _lower(name: str) -> str:
    """Return a name inside a sentence: an article is written small."""
    article = name.startswith(("The ", "A ", "An "))
    return name[:1].lower() + name[1:] if article else name


def _learn(content: Content, args: Mapping[str, Arg], chair: str, how_open: int) -> str:
    other = content.partners[str(args["partner"])].city
    city = content.partners[chair].city
    return _("{city} wants to know what {other} cares about.", city=city, other=other)


def _on_day(content: Content, args: Mapping[str, Arg], chair: str, how_open: int) -> str:
    assert isinstance(args["day"], int)
    day = date.fromordinal(args["day"]).isoformat()
    city = content.partners[chair].city
    return _("This is what {city} did on the record, on {day}.", city=city, day=day)


_ACTS: Mapping[str, Callable[[Content, Mapping[str, Arg], str, int], str]] = {
    "why.gain": _gain, "why.learn": _learn, "why.record_day": _on_day,
}  # fmt: skip


def ground_told(content: Content, reason: Message, how_open: int) -> str:
    """Return in a phrase what decided over an offer; what isn't open is told as unknown."""
    if how_open == CLOSED and reason.code != "why.record":
        return _(UNKNOWN)
    if reason.code != SUM:
        phrase = PHRASES.get(reason.code, UNKNOWN)
        return _(phrase)
    args = dict(reason.args)
    line, amount = args["line"], args["amount"]
    assert isinstance(line, Message) and isinstance(amount, int)
    return f"{_phrase(content, line, str(args['way']))}{_weight(amount, how_open)}"


def _phrase(content: Content, line: Message, way: str) -> str:
    if line.code == MOOD:
        return phrase(content, "standing.mood_phrase")
    if line.code in PHRASES:
        return _(PHRASES[line.code])
    if line.code in OF_CLAUSES:
        clause = content.clauses[str(line.arg("clause"))].name
        return _(OF_CLAUSES[line.code], clause=_lower(clause))
    assert line.code in TEMPLATES
    term = say(content, line)
    return _(TERMS[way], term=term) if way in TERMS else term


def _weight(amount: int, how_open: int) -> str:
    """Return behind a line how much it weighs, as exactly as it is open."""
    if how_open < ROUGH or not amount:
        return ""
    if how_open == OPEN:
        return f" ({amount:+d})"
    return _(" (it weighs {how_much})", how_much=band(amount))


def band(amount: int) -> str:
    """Return about how much an amount of points is."""
    size = abs(amount)
    if size <= SLIGHT:
        return pgettext("it weighs", "a little")
    return (
        pgettext("it weighs", "a good deal")
        if size <= MIDDLING
        else pgettext("it weighs", "heavily")
    )


def stands_told(reason: Message, how_open: int) -> str:
    """Return where the sum stood that decided over an offer; empty where nothing was summed."""
    if reason.code != SUM:
        return ""
    args = dict(reason.args)
    total, asked = args["total"], args["asked"]
    assert isinstance(total, int) and isinstance(asked, int)
    left = total - asked
    if how_open == OPEN:
        if asked:
            return _(
                "The sum stood at {sum:+d}, of which home asks {asked}.", sum=total, asked=asked
            )
        return _("The sum stood at {sum:+d}.", sum=total)
    if how_open < ROUGH:
        return _("Where its sum stood, it keeps to itself.")
    return _(_STOOD[left >= 0][(abs(left) > SLIGHT) + (abs(left) > MIDDLING)])


_STOOD = {
    True: (
        N_("The sum stood just over the line."),
        N_("The sum stood clearly over the line."),
        N_("The sum stood far over the line."),
    ),
    False: (
        N_("The sum stood just under the line."),
        N_("The sum stood clearly under the line."),
        N_("The sum stood far under the line."),
    ),
}
"""Where a sum stood, over the line or under it, and how far."""


def opened(reason: str, known: bool = True) -> str:
    """Return a reason in words as it is told to who knows its giver's arithmetic, or doesn't.

    Older games kept in braces what opens with it, and behind a bar what is told till then.
    """
    return GUARDED.sub(lambda part: part.group(1 if known else 2), reason)
