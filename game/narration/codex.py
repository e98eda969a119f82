"""The encyclopaedia as it may be read in a turn: what lies after it isn't told yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.content.records import Codex, Content, Leader, Passage, Scenario
from game.rules.calendar import turn_start
from game.rules.kinds import KINDS
from game.rules.state import State
from game.text.language import _

BETWEEN = "\n\n"  # passages


@dataclass(frozen=True, slots=True)
class Article:
    """One entry, and the ids of its sources."""

    title: str
    text: str
    sources: tuple[str, ...] = ()


def chapters(
    content: Content, seen: State | None = None
) -> Iterator[tuple[str, Sequence[Article]]]:
    """Yield the chapters that have anything in them, as of a turn; of no turn, all there is."""
    found: Iterable[tuple[str, list[Article]]] = (
        (_("On the card before you"), list(_of_the_card(content, seen))),
        (_("How it is"), list(_entries(content, seen))),
        (_("Partners"), [Article(p.name, p.text) for p in content.partners.values()]),
        (_("Leaders"), [Article(x.name, x.text) for x in _leaders(content, seen)]),
        (_("Factions"), [Article(x.name, x.text) for x in content.factions.values()]),
        (_("Ships"), [Article(v.name, v.text) for v in content.vehicles.values()]),
        (_("Clauses"), [Article(c.name, c.text) for c in content.clauses.values()]),
        (_("Actions"), [Article(a.name, a.text) for a in content.actions.values()]),
        (_("Outside options"), [Article(o.name, o.text) for o in content.options.values()]),
        (_("Scenarios"), [Article(s.name, s.text) for s in _scenarios(content)]),
    )
    for title, articles in found:
        kept = [article for article in articles if article.text.strip()]
        if kept:
            yield title, kept


def _scenarios(content: Content) -> Iterator[Scenario]:
    """Yield the scenarios of a world, or where none is played all there are."""
    every = content.scenarios.values()
    yield from (one for one in every if content.world in ("", one.world))


def source_text(content: Content, key: str) -> str:
    """Return where something is known from: the id, who published it, when, and what."""
    source = content.sources.get(key)
    if source is None:
        return key
    return f"{key}  {source.publisher}, {source.date}: {source.title or source.text}"


def _entries(content: Content, seen: State | None) -> Iterator[Article]:
    for entry in content.codex.values():
        told = [one for one in entry.text if seen is None or _told(content, seen, one)]
        if told:
            yield _article(entry, told)


def _of_the_card(content: Content, seen: State | None) -> Iterator[Article]:
    """Yield what rests on a source that the card before the reader rests on, as it is told."""
    slot = seen.queue[0] if seen and seen.queue else None
    if slot is not None and KINDS[slot.kind].of_a_card and slot.subject:  # another's is hidden
        cited = frozenset(content.events[slot.subject].sources)
        yield from (one for one in _entries(content, seen) if not cited.isdisjoint(one.sources))


def _article(entry: Codex, told: Sequence[Passage]) -> Article:
    cited = dict.fromkeys(source for one in told for source in one.sources)
    return Article(entry.title, BETWEEN.join(one.text for one in told), tuple(cited))


def _told(content: Content, seen: State, passage: Passage) -> bool:
    """Return whether a passage's day lay before the turn, and what else it asks for holds."""
    today = turn_start(content.scenarios[seen.scenario], seen.turn)
    holds = passage.when is None or bool(passage.when.bind("")(seen, {}))
    return passage.since <= today and holds


def _leaders(content: Content, seen: State | None) -> Iterator[Leader]:
    """Yield who may be read about: in a turn, who is in office."""
    for leader in content.leaders.values():
        if seen is None or seen.words.get(f"{leader.partner}.leader") == leader.id:
            yield leader
