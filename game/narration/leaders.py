"""Who holds an office: since when, what it weighs, asks for and minds, what was signed with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from game.content.past import EITHER_WAY, between, key
from game.content.paths import TOPICS
from game.content.records import Leader
from game.narration.asks import ask_lines
from game.narration.figures import topic_name
from game.narration.home import word_kept
from game.narration.words import say
from game.narration.words.times import label
from game.rules.figures import weight_path
from game.rules.index import Index
from game.rules.state import State
from game.rules.table.marks import slights
from game.rules.table.worths import believed
from game.rules.wording import leader_named
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed

USUAL = 100  # per cent that a topic weighs with whoever cares neither more nor less for it
FATES: Mapping[str, str] = {
    "signed": N_("Signed with you: {papers}."),
    "fallen": N_("Fell at its home: {papers}."),
    "cancelled": N_("Cancelled what it had with you: {papers}."),
    "broken": N_("Broke what it had with you: {papers}."),
    "claimed": N_("Claimed what you owed it: {papers}."),
}
"""What became of papers by an office, as the other side of them remembers it."""


@dataclass(frozen=True, slots=True)
class Weight:
    """What a topic weighs with an office, in per cent, and how far off that may be."""

    topic: str
    at: int
    off: int

    @property
    def told(self) -> str:
        """It in words."""
        return f"{self.at} %" + (f" ±{self.off}" if self.off else "")


@dataclass(frozen=True, slots=True)
class Office:
    """A partner's office: who holds it, what is told of them, and what there is to know."""

    partner: str
    holder: str
    about: str
    weights: tuple[Weight, ...]
    lines: tuple[str, ...]


def office(index: Index, seen: State, partner: str, viewer: str) -> Office:
    """Return what a viewer knows of an office, its own or another's."""
    content = index.content
    held = content.leaders.get(seen.words[f"{partner}.leader"])
    who = say(content, leader_named(content, seen, partner))
    holder = _("{partner}: {leader}", partner=content.partners[partner].name, leader=who)
    if held is None:
        return Office(partner, holder, "", (), (_since(index, seen, partner),))
    named = held.name in who
    told = _("{office}. {text}", office=held.office, text=" ".join(held.text.split()))
    about = told if named else ""
    lines = (
        _since(index, seen, partner),
        *ask_lines(index, seen, partner, viewer),
        *_minds(index, seen, held, viewer),
        *(_dealt(index, seen, partner, viewer) if partner != viewer else ()),
        f"{word_kept(index, seen, partner, viewer)}.",
    )
    return Office(partner, holder, about, _weights(index, seen, partner, viewer), lines)


def _since(index: Index, seen: State, partner: str) -> str:
    """Return since when an office is in its present hands."""
    day = seen.past.get(key("office", partner))
    if day is None:
        return _("In office since before the story begins.")
    return _("In office since {turn}.", turn=label(index.scenario, day))


def weights_told(found: Office) -> str:
    """Return in a sentence what an office weighs, the most first."""
    told = comma_listed(f"{weight.topic} {weight.told}" for weight in found.weights)
    return _("Weighs, where {usual} % is usual: {topics}.", usual=USUAL, topics=told)


def _weights(index: Index, seen: State, partner: str, viewer: str) -> tuple[Weight, ...]:
    found = (_weight(index, seen, partner, viewer, topic) for topic in TOPICS)
    return tuple(sorted(found, key=lambda weight: -weight.at))


def _weight(index: Index, seen: State, partner: str, viewer: str, topic: str) -> Weight:
    path, name = weight_path(partner, topic), topic_name(index.content, topic)
    if partner == viewer:
        return Weight(name, seen.figures[path], 0)
    low, high = believed(index, seen, viewer, path)
    return Weight(name, (low + high) // 2, (high - low + 1) // 2)


def _minds(index: Index, seen: State, held: Leader, viewer: str) -> Iterator[str]:
    """Yield how much an office minds others' gains, and how many refusals it bears."""
    yield ngettext(
        "An offer by which the other side gains far more loses up to {n} point with it.",
        "An offer by which the other side gains far more loses up to {n} points with it.",
        held.relative_gains,
    )
    borne = ngettext(
        "It bears {n} refusal a year of what would have suited both.",
        "It bears {n} refusals a year of what would have suited both.",
        held.patience,
    )
    mine = slights(seen, held.partner, viewer) if held.partner != viewer else 0
    yours = ngettext("{n} of yours counts now.", "{n} of yours count now.", mine)
    yield f"{borne} {yours}" if mine else borne


def _dealt(index: Index, seen: State, partner: str, viewer: str) -> Iterator[str]:
    """Yield what became of papers between a viewer and an office, the latest of each clause."""
    for fate, told in FATES.items():
        two = between(partner, viewer) if fate in EITHER_WAY else (partner, viewer)
        days = {c: seen.past.get(key("paper", fate, c, *two)) for c in index.content.clauses}
        found = sorted((day, clause) for clause, day in days.items() if day is not None)
        if found:
            clauses, scenario = index.content.clauses, index.scenario
            named = (f"{clauses[c].name} ({label(scenario, day)})" for day, c in found)
            yield _(told, papers=comma_listed(named))
