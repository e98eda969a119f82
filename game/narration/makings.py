"""What a figure that follows from others is made of: lines that sum to it, for both faces."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.narration.figures import figure_about, figure_title, told_here, value_text
from game.narration.leaving import bound, question, sum_text
from game.narration.votes import VOTE, vote_of
from game.rules.decisions import Line
from game.rules.facts import BILL_DAYS
from game.rules.hardware.manifest import bill
from game.rules.home.votes import weighing
from game.rules.index import Index
from game.rules.messages import message
from game.rules.people.crew import aboard, seats, stranded
from game.rules.people.walks import JOBS, reckoning
from game.rules.state import Crew, State
from game.rules.table.stakes import stakes
from game.text.language import _

STATION_MAKINGS = (
    "stranded", "seats", "fatigue", "fatigue.worst", "morale", *(f"walk.{job}" for job in JOBS),
)  # fmt: skip
BILLS = ".bills"


def made_paths(index: Index, chair: str) -> tuple[str, ...]:
    """Return the figures that open into what they are made of, beside what leaving would cost."""
    own = (f"{chair}.reliance",) if bound(index) else ()
    return told_here(index, (*own, f"{chair}{BILLS}", *STATION_MAKINGS))


def is_made(path: str) -> bool:
    """Return whether a figure is made of others, and has no reasons for its moves of its own."""
    return (
        path in STATION_MAKINGS
        or path.startswith(VOTE)
        or ".loss." in path
        or path.endswith((".reliance", BILLS))
    )


def made_about(index: Index, path: str) -> str:
    """Return what stands over the lines: what a figure says, or what hangs on a vote."""
    return vote_of(index, path).text if path.startswith(VOTE) else figure_about(index, path)


def made_name(index: Index, path: str, chair: str) -> str:
    """Return what a list calls something that is made of lines, or any figure."""
    if path.startswith(VOTE):
        return vote_of(index, path).name
    return figure_title(index.content, path, chair)


def made_of(index: Index, seen: State, path: str) -> tuple[Line, ...]:
    """Return the lines that sum to a figure as it stands; none where it is nothing."""
    if ".loss." in path:
        who, _loss, leaver = path.split(".")
        return stakes(index, seen, who, leaver)
    if path.endswith(".reliance"):
        who = path.partition(".")[0]
        return stakes(index, seen, who, _worst(index, seen, who))
    if path.endswith(BILLS):
        return tuple(_bills(index, seen, path.partition(".")[0]))
    if path.startswith(VOTE):
        return tuple(line for line in weighing(vote_of(index, path), seen) if line.amount)
    if path.startswith("walk."):
        return reckoning(index, seen, path.removeprefix("walk."))
    return tuple(_LINES[path](index, seen))


def made_title(index: Index, seen: State, chair: str, path: str) -> str:
    """Return what the lines are of, as a sentence begins it."""
    if ".loss." in path or path.endswith(".reliance"):
        who, leaver = path.partition(".")[0], path.rpartition(".")[2]
        by = leaver if ".loss." in path else _worst(index, seen, who)
        return question(index, chair, who, by)
    return made_name(index, path, chair)


def made_sum(index: Index, path: str, lines: tuple[Line, ...]) -> str:
    """Return what the lines come to, with the figure's unit and how far off it may be."""
    told = made_short(index, path, lines)
    return _("{sum} of 100", sum=told) if _of_hundred(path) else told


def made_short(index: Index, path: str, lines: tuple[Line, ...]) -> str:
    """Return what the lines come to; what is counted to a hundred without saying so."""
    if _of_hundred(path):
        return sum_text(lines)
    if path.startswith(VOTE):
        return f"{sum(line.amount for line in lines):+d}"
    return value_text(index.content, path, sum(line.amount for line in lines))


def _of_hundred(path: str) -> bool:
    return ".loss." in path or path.endswith(".reliance")


def _worst(index: Index, seen: State, who: str) -> str:
    """Return whose leaving would cost somebody most."""
    paths = index.losses[who]
    return max(paths, key=lambda path: seen.figures[path]).rpartition(".")[2]


def _stranded(index: Index, seen: State) -> Iterator[Line]:
    for person in stranded(seen):
        ship = seen.ships.get(person.ship)
        if ship is None:
            yield Line(message("made.shipless", person=person.id), 1)
        else:
            told = message("made.faulty", person=person.id, ship=ship.name, fault=ship.fault)
            yield Line(told, 1)


def _bills(index: Index, seen: State, owner: str) -> Iterator[Line]:
    """Yield what each coming flight of an owner costs."""
    before = seen.figures["date"] + BILL_DAYS
    for flight in seen.manifest:
        if flight.owner == owner and flight.day < before and (cost := bill(index.content, flight)):
            yield Line(message("made.flight", flight=flight.name, day=flight.day), cost)


def _seats(index: Index, seen: State) -> Iterator[Line]:
    for ship in seen.ships.values():
        if not ship.fault and (places := seats(index.content, ship)):
            yield Line(message("made.ship", ship=ship.name), places)


def _mean(feeling: Callable[[Crew], int]) -> Callable[[Index, State], Iterator[Line]]:
    """Return what tells each one's share of a mean: the shares sum to it as it is rounded."""

    def shares(index: Index, seen: State) -> Iterator[Line]:
        people, total = aboard(seen), 0
        for person in people:
            points = feeling(person)
            share = (total + points) // len(people) - total // len(people)
            total += points
            yield Line(message("made.share", person=person.id, points=points), share)

    return shares


def _most_tired(index: Index, seen: State) -> Iterator[Line]:
    if people := aboard(seen):
        worst = max(people, key=lambda person: person.fatigue)
        told = message("made.share", person=worst.id, points=worst.fatigue)
        yield Line(told, worst.fatigue)


_LINES: Mapping[str, Callable[[Index, State], Iterator[Line]]] = {
    "stranded": _stranded,
    "seats": _seats,
    "fatigue": _mean(lambda person: person.fatigue),
    "fatigue.worst": _most_tired,
    "morale": _mean(lambda person: person.morale),
}
