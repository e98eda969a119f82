"""Figures in words: what they are called, their values and moves with units, what is good.

All of it is read off the figures' declarations (content of kind `figure`), by both faces.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from game.content.inheriting import world_here
from game.content.paths import PATTERNS, TOPICS, pattern_of
from game.content.placeholders import Placeholder, replaced
from game.content.records import Content, DangerLine, FigureWords
from game.narration.words import rung_told, say
from game.narration.words.own import phrase
from game.rules.index import Index
from game.rules.messages import Message, message
from game.text import cells
from game.text.language import N_, _
from game.text.lists import listed

INITIALS = 3  # cells of a partner's name on a narrow gauge
MOVED_DIGITS = 2
TABLES: Mapping[str, str] = {
    "<partner>": "partners", "<option>": "options", "<pad>": "pads", "<vehicle>": "vehicles",
    "<faction>": "factions", "<person>": "people",
}  # fmt: skip
"""By what stands in a pattern: the table of content that holds the things."""


def figure_words(content: Content, path: str) -> FigureWords:
    """Return what is said of the figure at a path; its bare name where nothing is declared."""
    pattern = pattern_of(path)
    return _declared(content).get(pattern) or FigureWords(
        "", pattern, pattern.rpartition(".")[2], ""
    )


@lru_cache(maxsize=16)
def _declared(content: Content) -> Mapping[str, FigureWords]:
    """Return all declarations by pattern: a world's own before the usual ones."""
    found = sorted(content.figures.values(), key=lambda one: not one.usual)
    measures = {one.pattern: one.words for one in content.measures.values()}
    return {one.path: one for one in found} | measures


def is_figure(content: Content, path: str) -> bool:
    """Return whether there is a figure at a path: of the rules', or of a world's own."""
    pattern = pattern_of(path)
    return pattern in PATTERNS or pattern in _measured(content)


# --- names


def figure_title(content: Content, path: str, chair: str = "") -> str:
    """Return what a figure is called on the screen, from a chair's side where that is shorter."""
    return _titled(content, path, chair, figure_words(content, path).title)


def figure_aloud(content: Content, path: str, chair: str = "") -> str:
    """Return what a figure is called by who reads it out."""
    words = figure_words(content, path)
    return _titled(content, path, chair, words.aloud or words.title)


def _titled(content: Content, path: str, chair: str, own: str) -> str:
    """Return a title from a chair's side: its own, another's, or another's towards it."""
    words, (owner, other) = figure_words(content, path), _of_whom(path)
    towards = other and other == chair and words.in_you
    template = own if not owner or owner == chair else towards or words.others
    return _filled(content, path, template or f"{{owner}}: {own}")


def gauge_name(content: Content, path: str, chair: str) -> str:
    """Return what a wide gauge calls a figure."""
    gauge = figure_words(content, path).gauge
    return _filled(content, path, gauge) if gauge else figure_title(content, path, chair)


def gauge_short(content: Content, path: str, chair: str) -> str:
    """Return what a narrow gauge calls a figure: names by their first letters or first word."""
    short = figure_words(content, path).short
    if not short:
        return gauge_name(content, path, chair)
    return _filled(
        content, path, short,
        lambda name: cells.head(name, INITIALS), lambda name: name.partition(" ")[0],
    )  # fmt: skip


def everyday_names(content: Content, path: str) -> tuple[str, ...]:
    """Return by which other words a figure is asked for."""
    return figure_words(content, path).called


def _of_whom(path: str) -> tuple[str, str]:
    """Return whose a figure is and towards whom; empty where it is nobody's, or in general."""
    parts, pattern = path.split("."), pattern_of(path).split(".")
    owner = parts[0] if pattern[0] == "<partner>" else ""
    return owner, parts[-1] if owner and pattern[-1] == "<partner>" else ""


def _same(name: str) -> str:
    return name


def _filled(
    content: Content,
    path: str,
    template: str,
    of_partner: Callable[[str], str] = _same,
    of_thing: Callable[[str], str] = _same,
) -> str:
    """Return a template with the names that a path's parts are ids of."""
    owner, other = _of_whom(path)

    def words(one: Placeholder) -> str:
        if one.head in ("owner", "other"):
            partner = content.partners.get(owner if one.head == "owner" else other)
            return of_partner(partner.name if partner else "")
        return of_thing(_thing(content, path)) if one.head == "name" else str(one)

    return replaced(template, words)


def _thing(content: Content, path: str) -> str:
    """Return what the thing is called that a figure is of: an option, a faction, somebody."""
    parts = zip(path.split("."), pattern_of(path).split("."), strict=False)
    for part, kind in reversed([*parts]):
        if kind in TABLES:
            named = getattr(content, TABLES[kind]).get(part)
            return str(named.name) if named else part
        if kind == "<topic>":
            return topic_name(content, part) if part in TOPICS else part
    return ""


def topic_name(content: Content, topic: str) -> str:
    """Return what something is called that people care about."""
    return phrase(content, f"topic.{topic}")


# --- what they say, and where


def figure_about(index: Index, path: str) -> str:
    """Return what a figure says, with the capitals named as the world's partners have them."""
    words = figure_words(index.content, path)
    text = words.text if index.scenario.station else words.elsewhere or words.text
    cities = [index.content.partners[chair].city for chair in index.chairs[:2]]
    named = listed(cities) if len(cities) == 2 else phrase(index.content, "capitals")
    return replaced(text, lambda one: named if one.head == "capitals" else str(one))


def told_here(index: Index, paths: Iterable[str]) -> tuple[str, ...]:
    """Return those figures that a scenario's world has, and that say something in it."""
    return tuple(path for path in paths if _is_told(index, path))


def told_moves(content: Content, sums: Mapping[str, int]) -> dict[str, int]:
    """Return those moves whose figures the world has: the rules may move others unseen."""
    return {path: amount for path, amount in sums.items() if _is_had(content, path)}


def _is_told(index: Index, path: str) -> bool:
    words = figure_words(index.content, path)
    return _is_had(index.content, path) and (index.scenario.station or not words.station)


def _is_had(content: Content, path: str) -> bool:
    """Return whether a world has a figure: one that it declares, borrows, or has of its own."""
    if not content.had:
        return True
    pattern = pattern_of(path)
    return pattern in content.had or pattern in _measured(content)


@lru_cache(maxsize=16)
def _measured(content: Content) -> frozenset[str]:
    """Return the patterns of the figures that a world has of its own."""
    return frozenset(one.pattern for one in content.measures.values())


def danger_at(content: Content, path: str, value: int) -> DangerLine | None:
    """Return the danger line that a figure lies past, the furthest out; None where it is safe."""
    past = [line for line in figure_words(content, path).danger if line.past(value)]
    return past[-1] if past else None


def danger_lines(content: Content, path: str) -> Iterator[str]:
    """Yield where a figure is in danger and what happens there, a sentence or two each."""
    for line in figure_words(content, path).danger:
        limit = say(content, limit_told(content, path, line))
        yield f"{limit[:1].upper()}{limit[1:]}: {line.text}"


def limit_told(content: Content, path: str, line: DangerLine) -> Message:
    """Return where a danger line lies; one under the first step is told as being at nothing."""
    if line.above is not None:
        return message("limit.over", value=value_text(content, path, line.above))
    if line.below == 1:
        return message("limit.at", value=value_text(content, path, 0))
    return message("limit.under", value=value_text(content, path, line.below or 0))


# --- values


def value_text(content: Content, path: str, value: int, rungs: Sequence[str] = ()) -> str:
    """Return a figure's value with its unit, as the screen shows it.

    `rungs` names the ladder's, where a scenario has one of its own.
    """
    if path.endswith(".rung"):
        names = rungs or world_here(content).ladder
        return f"{value} {rung_told(content, names[value])}"
    return figure_words(content, path).shown.told(value)


def from_to_text(content: Content, path: str, old: int, new: int, rungs: Sequence[str] = ()) -> str:
    """Return from where to where a figure moves: `49 > 52`."""
    began, ended = (value_text(content, path, value, rungs) for value in (old, new))
    return f"{began} > {ended}"


def gauge_value(content: Content, path: str, value: int) -> str:
    """Return a value short enough for a gauge: one digit less, and the narrow unit."""
    shown = figure_words(content, path).shown
    return f"{value / shown.per:.{max(0, shown.digits - 1)}f} {shown.narrow}".rstrip()


def amount_text(content: Content, path: str, amount: int) -> str:
    """Return a signed amount with its unit."""
    shown = figure_words(content, path).shown
    if shown.per == 1:
        return f"{amount:+d} {shown.moved}".rstrip()
    return f"{amount / shown.per:+.{MOVED_DIGITS}f} {shown.moved}".rstrip()


def scale_of(content: Content, path: str) -> tuple[int, int]:
    """Return from where to where a bar shows a figure."""
    low, *rest = figure_words(content, path).scale or (0,)
    fixed = PATTERNS.get(pattern_of(path))
    return (low, rest[0]) if rest else (fixed.low, fixed.high) if fixed else (0, 100)


def share_of(content: Content, path: str, value: int) -> float:
    """Return how far a bar is filled; under 0 and over 1 where the value is off its scale."""
    low, high = scale_of(content, path)
    return (value - low) / (high - low)


def good(content: Content, path: str, amount: int) -> bool | None:
    """Return whether its owner would call a move of a figure good; None where it is neither."""
    way = figure_words(content, path).good
    return None if way == "none" else (amount > 0) == (way == "up")


LEVEL_TEXTS = {
    "liaison": N_("Everybody signs more readily, less breaks, age is milder. For a first game."),
    "director": N_("The game as it is meant: the others look one step ahead, the world is fair."),
    "cold": N_("The others look turns ahead, more breaks, age is harsher. The rules are the same."),
}


LEVEL_NAMES = {"liaison": N_("liaison"), "director": N_("director"), "cold": N_("cold")}


def level_name(level: str) -> str:
    """Return what a level is called."""
    return _(LEVEL_NAMES[level]) if level in LEVEL_NAMES else level
