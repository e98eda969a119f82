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
from game.narration.figures import amount_text, figure_of, figure_title
from game.narration.words import TEMPLATES, say
from game.rules.messages import Arg, Message
from game.rules.table.openness import CLOSED, OPEN, ROUGH

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
UNKNOWN = "something it keeps to itself"
SLIGHT, MIDDLING = 2, 5  # points up to which something weighs a little, and clearly

AIMS: Mapping[tuple[str, bool], str] = {
    ("tension", False): "wants calmer talk between the capitals",
    ("tension", True): "means to keep the pressure up",
    ("sanctions", False): "wants fewer sanctions",
    ("altitude", True): "wants the orbit higher",
    ("propellant", True): "wants more in the tanks",
    ("power", True): "wants more power aboard",
    ("leak", False): "wants the leak smaller",
    ("supplies", True): "wants more in the larder up there",
    ("cohesion", True): "wants the crews to work as one",
    ("integrity_usos", True): "wants the US segment in better repair",
    ("integrity_ros", True): "wants the Russian segment in better repair",
    ("gyroscopes", True): "wants the gyroscopes turning",
    ("treasury", True): "needs the money",
    ("income", True): "needs the money, month by month",
    ("capital", True): "wants room to act",
    ("mandate", True): "wants to be safer in the office",
    ("standing", True): "wants to be looked up to",
    ("commitment", True): "wants the station's years promised",
    ("kept", True): "wants to be known for keeping its word",
    ("peace", True): "wants to be remembered for the peace that was kept",
    ("science", True): "wants to be remembered for the science",
    ("people", True): "wants to be remembered for how it treated people",
    ("power_legacy", True): "wants to be remembered as strong",
    ("rung", True): "means to be taken at its threat",
    ("rung", False): "wants a way back down",
}
"""What an office is after, by its own or the world's figure and whether that is to go up."""

WHYS: Mapping[str, str] = {
    "why.calm": "{city} wants quiet at home.",
    "why.least": "Whatever {city} did would have cost it something; this cost least.",
    "why.plain": "{city} has its own reasons.",
    "why.nowhere": "{city} has nowhere else to fly to yet.",
    "why.office": "The office in {city} is in danger.",
    "why.crew": "{city} has people of its own in danger up there.",
    "why.pressure": "{city} is after applause at home, and means to be feared abroad.",
    "why.upkeep": "{city} sees to what the station needs.",
    "why.friends": "{city} is in need of friends at home.",
    "why.record": "This is how {city} decided on the record.",
    "why.quiet": "{city} finds nothing else worth its price.",
    "why.worth_price": "{city} holds the paper to be worth what home asks for it.",
    "why.worth_anger": "{city} holds the paper to be worth the anger at home.",
    "why.not_worth": "{city} won't pay what home asks for it.",
    "why.owed": "{city} wants back what it has paid for.",
}
"""Sentences without amounts; `{city}` is the office's."""

PHRASES: Mapping[str, str] = {
    "why.home": "its own home, which asks a price for it",
    "why.more": "the wish to get more out of it",
    "why.bill": "a price that it can't pay now",
    "why.record": "what stands in the record",
    "why.worth_price": "a paper that is worth what home asks for it",
    "why.worth_anger": "a paper that is worth the anger at home",
    "why.not_worth": "a price at home that the paper isn't worth",
    "standing.trust": "how far it trusts the other side's word",
    "standing.broken": "the promises that were broken to it",
    "standing.mood": "the mood between the capitals",
    "standing.walk_away": "how well it does without any paper",
    "standing.threat": "the threat to leave",
    "offer.leaving": "how dear it would be to leave early",
    "offer.leaving_free": "how easily it could be left",
}
"""What decides over an offer, as a phrase, by the code of the line."""
TERMS = {"gives": "having to give {term}", "gets": "what it would get: {term}", "both": "{term}"}


def wellformed(reason: Message) -> bool:
    """Return whether a reason has the arguments of its code, as one made here has."""
    wanted, args = REASONS.get(reason.code), dict(reason.args)
    if wanted is None or set(args) != set(wanted) or len(args) != len(reason.args):
        return False
    return all(_fits(args[name], kind) for name, kind in wanted.items())


def _fits(arg: Arg, kind: type) -> bool:
    if isinstance(arg, Message):
        return kind is Message and (arg.code in PHRASES or _is_term(arg))
    return type(arg) is kind


def _is_term(line: Message) -> bool:
    args = dict(line.args)
    known = isinstance(args.get("clause"), str) and type(args.get("amount")) is int
    return line.code == "term" and known and set(args) == {"clause", "amount"}


def belongs(content: Content, reason: Message) -> bool:
    """Return whether all that a reason names is there: an older game may know more than this."""
    path = dict(reason.args).get("path")
    if not wellformed(reason) or (path is not None and figure_of(str(path)) is None):
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
        return f"What decided it in {city}: {ground_told(content, reason, how_open)}."
    return WHYS.get(reason.code, WHYS["why.plain"]).format(city=city)


def _gain(content: Content, args: Mapping[str, Arg], chair: str, how_open: int) -> str:
    path, amount, city = str(args["path"]), args["amount"], content.partners[chair].city
    assert isinstance(amount, int)
    told = "" if args["kept"] and how_open < OPEN else f" ({amount_text(content, path, amount)})"
    return f"{city} {_aim(content, path, amount, chair)}{told}."


def _aim(content: Content, path: str, amount: int, chair: str) -> str:
    """Return what an office is after that wants a figure to move."""
    owner, _, rest = path.partition(".")
    about, _, other = rest.partition(".")
    if owner == "option":
        return f"wants to be further with {_lower(content.options[rest].name)}"
    if about == "faction":
        return f"wants {_lower(content.factions[other].name)} on its side"
    if about == "trust":
        return _trusted(content, owner, other, chair)
    known = AIMS.get((rest or owner, amount > 0))
    if known is not None and owner in (chair, path):
        return known
    return f"wants {_lower(figure_title(content, path, chair))} {'up' if amount > 0 else 'down'}"


def _trusted(content: Content, owner: str, other: str, chair: str) -> str:
    whom = "it" if other == chair else content.partners[other].city
    return f"wants {content.partners[owner].city} to trust {whom} more"


def _lower(name: str) -> str:
    """Return a name inside a sentence: an article is written small."""
    article = name.startswith(("The ", "A ", "An "))
    return name[:1].lower() + name[1:] if article else name


def _learn(content: Content, args: Mapping[str, Arg], chair: str, how_open: int) -> str:
    other = content.partners[str(args["partner"])].city
    return f"{content.partners[chair].city} wants to know what {other} cares about."


def _on_day(content: Content, args: Mapping[str, Arg], chair: str, how_open: int) -> str:
    assert isinstance(args["day"], int)
    day = date.fromordinal(args["day"]).isoformat()
    return f"This is what {content.partners[chair].city} did on the record, on {day}."


_ACTS: Mapping[str, Callable[[Content, Mapping[str, Arg], str, int], str]] = {
    "why.gain": _gain, "why.learn": _learn, "why.record_day": _on_day,
}  # fmt: skip


def ground_told(content: Content, reason: Message, how_open: int) -> str:
    """Return in a phrase what decided over an offer; what isn't open is told as unknown."""
    if how_open == CLOSED and reason.code != "why.record":
        return UNKNOWN
    if reason.code != SUM:
        return PHRASES.get(reason.code, UNKNOWN)
    args = dict(reason.args)
    line, amount = args["line"], args["amount"]
    assert isinstance(line, Message) and isinstance(amount, int)
    return f"{_phrase(content, line, str(args['way']))}{_weight(amount, how_open)}"


def _phrase(content: Content, line: Message, way: str) -> str:
    if line.code in PHRASES:
        return PHRASES[line.code]
    assert line.code in TEMPLATES
    return TERMS.get(way, TERMS["both"]).format(term=say(content, line))


def _weight(amount: int, how_open: int) -> str:
    """Return behind a line how much it weighs, as exactly as it is open."""
    if how_open < ROUGH or not amount:
        return ""
    return f" ({amount:+d})" if how_open == OPEN else f" (it weighs {band(amount)})"


def band(amount: int) -> str:
    """Return about how much an amount of points is."""
    size = abs(amount)
    return "a little" if size <= SLIGHT else "a good deal" if size <= MIDDLING else "heavily"


def stands_told(reason: Message, how_open: int) -> str:
    """Return where the sum stood that decided over an offer; empty where nothing was summed."""
    if reason.code != SUM:
        return ""
    args = dict(reason.args)
    total, asked = args["total"], args["asked"]
    assert isinstance(total, int) and isinstance(asked, int)
    left = total - asked
    if how_open == OPEN:
        home = f", of which home asks {asked}" if asked else ""
        return f"The sum stood at {total:+d}{home}."
    if how_open < ROUGH:
        return "Where its sum stood, it keeps to itself."
    side = "over" if left >= 0 else "under"
    far = "just" if abs(left) <= SLIGHT else "clearly" if abs(left) <= MIDDLING else "far"
    return f"The sum stood {far} {side} the line."


def opened(reason: str, known: bool = True) -> str:
    """Return a reason in words as it is told to who knows its giver's arithmetic, or doesn't.

    Older games kept in braces what opens with it, and behind a bar what is told till then.
    """
    return GUARDED.sub(lambda part: part.group(1 if known else 2), reason)
