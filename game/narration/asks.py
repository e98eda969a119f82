"""What an office asks for in a paper, and what it never signs, as the office itself puts it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.records import Leader
from game.narration.words.times import day_told
from game.narration.words.voices import family_of
from game.rules.index import Index
from game.rules.state import State
from game.rules.table.marks import is_news
from game.rules.table.wants import RED_LINE
from game.text.language import N_, _
from game.text.lists import comma_listed

ASKS: Mapping[str, str] = {
    "hawk": N_("{city} says aloud what it is owed: {clauses}."),
    "trader": N_("{city} is buying, and says what: {clauses}."),
    "builder": N_("{city} needs for its work, in this order: {clauses}."),
    "peacemaker": N_("{city} would be glad of it, and says so: {clauses}."),
    "": N_("{city} asks for: {clauses}."),
}
REFUSES: Mapping[str, str] = {
    "hawk": N_("It won't be asked twice, {city} says, and signs it for nobody: {clauses}."),
    "trader": N_("Not for sale, they say in {city}: {clauses}."),
    "builder": N_("{city} has ruled out, whatever lies beside it: {clauses}."),
    "peacemaker": N_("{city} is sorry, and can't sign: {clauses}."),
    "": N_("{city} never signs: {clauses}."),
}
MARKS = N_("{wanted} what they ask for, {refused} what they never sign.")


def ask_lines(index: Index, seen: State, partner: str, viewer: str) -> Iterator[str]:
    """Yield what a partner's office asks of a viewer, with its worth, and what it won't sign."""
    held = index.content.leaders.get(seen.words[f"{partner}.leader"])
    if held is None:
        return
    family, city = family_of(held.persona), index.content.partners[partner].city
    wants = tuple(_wants(index, seen, held, partner, viewer))
    if wants:
        yield _(ASKS[family], city=city, clauses=comma_listed(wants))
    refused = tuple(_refuses(index, seen, held))
    if refused:
        points = _("{points:+d} each", points=-RED_LINE)
        told = _(REFUSES[family], city=city, clauses=comma_listed(refused))
        yield f"{told} ({points})"


def _wants(index: Index, seen: State, held: Leader, partner: str, viewer: str) -> Iterator[str]:
    """Yield each clause that is wanted, the weightiest first."""
    clauses = index.content.clauses
    ranked = sorted(held.wants.items(), key=lambda want: -want[1])
    for clause, points in ranked:
        if clause not in clauses:
            continue
        told = _("{clause} {points:+d}", clause=clauses[clause].name, points=points)
        if partner != viewer and not is_news(seen, clause, partner, viewer):
            told = _("{clause} (had of you within the year)", clause=clauses[clause].name)
        yield told


def _refuses(index: Index, seen: State, held: Leader) -> Iterator[str]:
    clauses = index.content.clauses
    for clause, until in held.red_lines.items():
        if clause not in clauses or (until and seen.figures["date"] >= until):
            continue
        name = clauses[clause].name
        yield _("{clause} before {day}", clause=name, day=day_told(until)) if until else name
