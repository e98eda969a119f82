"""What a chair can do, in small steps, each with a number that stays the same for a content.

A step is named by what it does: `card/<event>/<choice>`, `agenda/<action>/<target>`,
`table/offer/<partner>`, `term/<clause>/<giver>`, `amount/<number>`. Numbers follow the names in
their order, so that they hang on what the content has and on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from game.content.records import Content
from game.content.scoping import scoped
from game.rules.deciding.table import CONVENE
from game.rules.index import Index, index_of
from game.rules.state import Slot, Term
from game.rules.table.convening import JOINED, pairs
from game.rules.table.deals import standing_terms

WAIT = "wait"  # the step of a chair that has nothing to decide; always number 0
PUT = "put"  # a draft is done
TAKE, PASS = "take", "pass"  # what is pointed at, or the next
SHIPS = ("ship", "crew_ship")  # targets whose ids no content names: they are pointed at
MADE_UP = ("offer", CONVENE, "counter")  # decisions that need terms
POINTED = ("claim", "cancel", "break")  # decisions about a deal, which is pointed at
ALWAYS = (
    PUT, TAKE, PASS, "agenda/end", "table/end", "table/step_up", "table/step_down",
    *(f"table/{pick}" for pick in POINTED), "answer/accept", "answer/decline", "answer/counter",
    "counter/accept", "counter/decline", "ratify/press", "ratify/fall",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Numbering:
    """The steps of all scenarios of a content's world, by number and by name."""

    names: tuple[str, ...]
    numbers: dict[str, int]

    def __len__(self) -> int:
        """Return how many steps there are."""
        return len(self.names)


def numbering(content: Content, scenario: str) -> Numbering:
    """Return the numbering that all scenarios of a scenario's world share."""
    return _numbering(scoped(content, scenario), scenarios_of(content, scenario))


def scenarios_of(content: Content, scenario: str) -> tuple[str, ...]:
    """Return the scenarios of a scenario's world, by id."""
    world = content.scenarios[scenario].world
    return tuple(sorted(one.id for one in content.scenarios.values() if one.world == world))


@lru_cache(maxsize=16)
def _numbering(content: Content, scenarios: tuple[str, ...]) -> Numbering:
    found = {*ALWAYS, *_cards(content)}
    for scenario in scenarios:
        found.update(_of_scenario(index_of(content, scenario)))
    names = (WAIT, *sorted(found))
    return Numbering(names, {name: number for number, name in enumerate(names)})


def _cards(content: Content) -> Iterator[str]:
    for event in content.events.values():
        for desk in event.desks:
            yield from (card(event.id, choice.id) for choice in desk.choices)


def _of_scenario(index: Index) -> Iterator[str]:
    for chair in index.chairs:
        yield from (f"ratify/pay/{path}" for path, _, _ in index.factions[chair])
        standing = (ready.legal.decision for ready in index.agenda[chair])
        yield from (agenda(one.pick, one.target) for one in standing)
        yield from _roving(index, chair)
        guests = [other for other in index.chairs if other != chair]
        yield from (f"table/offer/{other}" for other in guests)
        yield from (f"table/{CONVENE}/{two}" for two in pairs(index, chair))
        for parties in tables(index, chair):
            yield from _terms(index, parties)


def tables(index: Index, chair: str) -> Iterator[tuple[str, ...]]:
    """Yield the parties of every paper that a chair may draft, itself first."""
    yield from ((chair, other) for other in index.chairs if other != chair)
    yield from ((chair, *two.split(JOINED)) for two in pairs(index, chair))


def _roving(index: Index, chair: str) -> Iterator[str]:
    """Yield what is aimed at people, by whom, and at ships, which are pointed at afterwards."""
    for action in index.roving[chair]:
        if action.target in SHIPS:
            yield agenda(action.id, "")
        else:
            yield from (agenda(action.id, person) for person in index.content.people)


def _terms(index: Index, parties: tuple[str, ...]) -> Iterator[str]:
    for clause, term in standing_terms(index, parties):
        yield named(term)
        yield from (amount(n) for n in range(clause.low, clause.high + 1))


def card(event: str, choice: str) -> str:
    """Return the name of an answer to a card or a dilemma."""
    return f"card/{event}/{choice}"


def agenda(action: str, target: str) -> str:
    """Return the name of an action, aimed at something or at nothing."""
    return f"agenda/{action}/{target}" if target else f"agenda/{action}"


def asked(slot: Slot, pick: str, target: str) -> str:
    """Return the name of any other answer to a question, aimed at something or at nothing."""
    return f"{slot.kind}/{pick}/{target}" if target else f"{slot.kind}/{pick}"


def named(term: Term) -> str:
    """Return the name of a term, whatever its amount."""
    return "/".join(filter(None, ("term", term.clause, term.giver, term.to)))


def amount(number: int) -> str:
    """Return the name of a term's amount."""
    return f"amount/{number}"
