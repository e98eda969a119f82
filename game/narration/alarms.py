"""What is in danger, seen ahead: told to people when they look, never worked out for players.

The rules' own drift is run ahead on what a chair sees (`game.rules.forecast`). An alarm names the
turn in which something will happen unless somebody acts: a figure passes a danger line of its
declaration, an office is lost, a flight waits unpaid, a ship outlives its certificate.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from game.content.lines import DISMISSAL
from game.content.paths import OF_ONE, PATTERNS, pattern_of
from game.content.records import Action, Content, DangerLine
from game.narration.figures import (
    figure_aloud,
    figure_words,
    limit_told,
    told_here,
    value_text,
)
from game.narration.words import say
from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.rules.cures import cures
from game.rules.figures import seen_by
from game.rules.forecast import forecast
from game.rules.hardware.ageing import life
from game.rules.hardware.manifest import UNPAID, bill
from game.rules.index import Index
from game.rules.messages import Message, message, text
from game.rules.people.crew import aboard
from game.rules.state import State

AHEAD = 8  # turns that are looked ahead
NEAR = 4  # turns ahead from which what an office can still mend itself is told
DRAWN = ("<partner>.faction.<faction>",)  # who turns restless next is drawn, so not foretold
OPEN = 3  # alarms that stand open on a desk
SHORT = ".short"  # ends the code of an alarm in a few words
LOWEST = 2  # of those who make a mandate low
OFTEN = 3  # names of actions that are told as helping

GRAVE, SERIOUS, NOTED = 0, 1, 2
STORES = ("supplies",)  # what one lost ship can empty within a turn, so that a low one is told


@dataclass(frozen=True, slots=True)
class Alarm:
    """One danger: how grave, of what (a figure's path or an id), in which turn, in words.

    `turn` is the turn with whose end it comes, the present one where it holds already. `lowest`
    are those whose approval makes a mandate low, with it. What `stands` is past a line already,
    with a graver one that isn't foreseen: one lost freighter away from it.
    """

    gravity: int
    subject: str
    turn: int
    told: Message
    helps: tuple[str, ...] = ()
    lowest: tuple[str, ...] = ()
    stands: bool = False


def alarms(index: Index, seen: State, chair: str) -> tuple[Alarm, ...]:
    """Return what is in danger for a chair, the gravest and nearest first."""
    if seen.ending:
        return ()
    ahead = foreseen(index, seen)
    office = [*_office(index, seen, ahead, chair)]
    found = [
        *office,
        *(a for a in _figures(index, seen, ahead, chair) if a.subject not in _subjects(office)),
        *_bills(index, seen, ahead, chair),
        *_old_ships(index, seen, chair),
    ]
    return tuple(sorted(found, key=lambda alarm: (alarm.gravity, alarm.turn, alarm.subject)))


def foreseen(index: Index, seen: State) -> tuple[State, ...]:
    """Return where things go by themselves, turn by turn as far as is looked ahead."""
    return seen.once(("foreseen", index), lambda: tuple(forecast(index, seen, AHEAD)))


def _subjects(found: Sequence[Alarm]) -> set[str]:
    return {alarm.subject for alarm in found}


def open_alarms(index: Index, seen: State, chair: str) -> tuple[tuple[Alarm, ...], int]:
    """Return the alarms that stand open on a desk, and how many more there are."""
    found = alarms(index, seen, chair)
    return found[:OPEN], len(found[OPEN:])


def pressing(seen: State, now: Sequence[Alarm], before: Sequence[Alarm]) -> tuple[Alarm, ...]:
    """Return the alarms to be told anew: new ones, nearer than they were, or at their last chance.

    `before` is what was in danger a turn ago.
    """
    known = {alarm.subject: alarm.turn for alarm in before}
    return tuple(alarm for alarm in now if _is_pressing(seen, alarm, known.get(alarm.subject)))


def _is_pressing(seen: State, alarm: Alarm, before: int | None) -> bool:
    """Return whether an alarm is told anew that named a turn before, if any."""
    if before is None or (alarm.turn < before and not alarm.stands):
        return True
    return alarm.turn <= seen.turn + 1 and not (alarm.stands and before <= seen.turn)


def alarm_short(index: Index, alarm: Alarm) -> str:
    """Return an alarm in a few words."""
    return say(index.content, Message(f"{alarm.told.code}{SHORT}", alarm.told.args))


def alarm_text(index: Index, alarm: Alarm) -> str:
    """Return an alarm in words, with what makes it and what helps."""
    told = [alarm.told]
    if alarm.lowest:
        told.append(message("alarm.lowest", groups=alarm.lowest))
    if alarm.helps:
        told.append(message("alarm.helps", actions=alarm.helps))
    return " ".join(say(index.content, part) for part in told)


def _when(index: Index, seen: State, turn: int) -> Message:
    """Return when something comes that comes with the end of a turn."""
    if turn <= seen.turn:
        return message("alarm.this_turn")
    name = label(index.scenario, turn_start(index.scenario, turn))
    if turn == seen.turn + 1:
        return message("alarm.next_turn", turn=name)
    return message("alarm.turns", turn=name, turns=turn - seen.turn)


def _figures(index: Index, seen: State, ahead: Sequence[State], chair: str) -> Iterator[Alarm]:
    """Yield the figures that pass a danger line, each once: by the gravest that it passes."""
    for path in watched(index, chair):
        lines = _lines(index.content, path)
        passed = (_passed(index, seen, ahead, path, line, chair) for line in lines)
        yield from islice(filter(None, passed), 1)


@lru_cache(maxsize=64)
def watched(index: Index, chair: str) -> tuple[str, ...]:
    """Return the figures with danger lines that are a chair's own or everybody's, and told here.

    A whole tells of its parts: nobody is counted twice where each partner's share is a figure too.
    """
    of_one = {f"{name}.{chair}" for name, (what, _) in OF_ONE.items() if what == "partner"}
    mine = (p for p in (*index.bounds, *PATTERNS, *of_one) if "<" not in p)
    told = told_here(index, dict.fromkeys(mine))
    return tuple(p for p in told if _is_watched(index.content, p, chair))


def _is_watched(content: Content, path: str, chair: str) -> bool:
    pattern, whole = pattern_of(path), path.partition(".")[0]
    part = path != whole in OF_ONE and bool(figure_words(content, whole).danger)
    others = pattern.startswith("<partner>") and whole != chair
    hidden = chair not in (seen_by(path) or (chair,))
    return bool(figure_words(content, path).danger) and not (part or others or hidden)


def _lines(content: Content, path: str) -> tuple[DangerLine, ...]:
    """Return a figure's danger lines, the gravest and furthest out first."""
    lines = figure_words(content, path).danger[::-1]
    return tuple(sorted(lines, key=lambda line: not line.grave))


def _reach(pattern: str, line: DangerLine) -> int:
    """Return how many turns ahead a line is looked for."""
    if pattern in DRAWN:
        return 1
    fixed = PATTERNS.get(pattern)
    return AHEAD if line.grave and not (fixed and fixed.derived) else NEAR


def _passed(
    index: Index, seen: State, ahead: Sequence[State], path: str, line: DangerLine, chair: str
) -> Alarm | None:
    """Return the alarm that a figure passes a line; one it is past if grave, or of stores."""
    if line.past(seen.figures[path]):
        found = _alarm(index, seen, path, line, seen.turn, message("alarm.now"), chair)
        if line.grave:
            return found
        return replace(found, stands=True) if path in STORES else None
    for number, state in enumerate(ahead[: _reach(pattern_of(path), line)]):
        if line.past(state.figures[path]):
            turn = seen.turn + number
            return _alarm(index, seen, path, line, turn, _when(index, seen, turn), chair)
    return None


def _alarm(
    index: Index, seen: State, path: str, line: DangerLine, turn: int, when: Message, chair: str
) -> Alarm:
    """Return the alarm that a figure comes past a line; one that it is past already is now."""
    content, value = index.content, value_text(index.content, path, seen.figures[path])
    limit = limit_told(content, path, line)
    figure, short = figure_aloud(content, path, chair), text(line.short) if line.short else limit
    said = text(line.text)
    told = message(
        "alarm.line", figure=figure, value=value, limit=limit, short=short, text=said, when=when
    )
    if line.past(seen.figures[path]):
        told = message("alarm.past", figure=figure, value=value, short=short, text=said)
    gravity = GRAVE if line.grave else NOTED
    helps, lowest = _helps(index, seen, chair, path), _lowest(index, seen, chair, path)
    return Alarm(gravity, path, turn, told, helps, lowest)


def _lowest(index: Index, seen: State, chair: str, path: str) -> tuple[str, ...]:
    """Return who at home makes a mandate low, the weightiest first, each with its approval."""
    mandate, _total, parts = index.mandates.get(chair, ("", 0, ()))
    if path != mandate:
        return ()
    factions, figures = index.content.factions, seen.figures
    found = sorted(parts, key=lambda part: (figures[part[0]] - 100) * part[1])[:LOWEST]
    return tuple(f"{factions[n.rpartition('.')[2]].name} {figures[n]}" for n, _weight in found)


def _helps(index: Index, seen: State, chair: str, path: str) -> tuple[str, ...]:
    """Return the names of what helps, of what isn't barred as things stand."""
    up = figure_words(index.content, path).good != "down"
    found = cures(index, chair, path, up=up)
    return tuple(a.name for a in found if not _barred(a, seen, chair))[:OFTEN]


def _barred(action: Action, seen: State, chair: str) -> bool:
    """Return whether an action that is aimed at nothing can't be taken whatever it costs."""
    if action.target != "none" or action.needs is None:
        return False
    return not action.needs.bind(chair)(seen, {})


def _office(index: Index, seen: State, ahead: Sequence[State], chair: str) -> Iterator[Alarm]:
    if chair not in index.mandates:
        return
    for number, state in enumerate(ahead[:NEAR]):
        if state.words[f"{chair}.leader"] != seen.words[f"{chair}.leader"]:
            turn, value = seen.turn + number, seen.figures[f"{chair}.mandate"]
            when = _when(index, seen, turn)
            told = message("alarm.office", value=value, line=DISMISSAL, when=when)
            path = f"{chair}.mandate"
            yield Alarm(GRAVE, path, turn, told, lowest=_lowest(index, seen, chair, path))
            return


def _bills(index: Index, seen: State, ahead: Sequence[State], chair: str) -> Iterator[Alarm]:
    """Yield the first own flight that will wait for money."""
    for number, state in enumerate(ahead[:NEAR]):
        for flight in state.manifest:
            mine = flight.owner == chair and bill(index.content, flight)
            if mine and flight.why == UNPAID:
                turn = seen.turn + number
                when = _when(index, seen, turn)
                told = message("alarm.bill", flight=flight.name, when=when)
                yield Alarm(SERIOUS, flight.id, turn, told)
                return


def _old_ships(index: Index, seen: State, chair: str) -> Iterator[Alarm]:
    """Yield the sound ships past their certified life, or soon, that own people go home in."""
    scenario, vehicles = index.scenario, index.content.vehicles
    for ship in seen.ships.values():
        people = tuple([c.id for c in aboard(seen, chair) if c.ship == ship.id])
        if not people or ship.fault:
            continue
        ends = ship.launched + life(vehicles[ship.vehicle], seen.figures["date"])
        turns = range(seen.turn, seen.turn + 2)
        late = next((t for t in turns if turn_start(scenario, t) >= ends), 0)
        if late and turn_start(scenario, late) < ship.returns:
            when = message("alarm.now") if late == seen.turn else _when(index, seen, late)
            told = message("alarm.old_ship", ship=ship.name, people=people, when=when)
            yield Alarm(NOTED, ship.id, late, told)
