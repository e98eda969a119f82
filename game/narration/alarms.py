"""What is in danger, seen ahead: told to people when they look, never worked out for players.

The rules' own drift is run ahead on what a chair sees (`game.rules.forecast`). An alarm names the
turn in which something will happen unless somebody acts: the run's end, people without a way
home, an office lost, a flight unpaid.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.content.paths import SEGMENTS
from game.narration.words import say
from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.rules.cures import ALTITUDE, STRANDED, SUPPLIES, cures
from game.rules.forecast import forecast
from game.rules.hardware.ageing import life
from game.rules.hardware.manifest import UNPAID, bill
from game.rules.home.factions import DISMISSAL
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.people.crew import aboard
from game.rules.phases.hardware import UNINHABITABLE
from game.rules.state import State

AHEAD = 8  # turns that are looked ahead
NEAR = 4  # turns ahead from which what an office can still mend itself is told
FALLS = 320_000  # metres at which the air takes the station
OPEN = 3  # alarms that stand open on a desk
SHORT = ".short"  # ends the code of an alarm in a few words
OFTEN = 3  # names of actions that are told as helping
METRES = 1000

GRAVE, SERIOUS, NOTED = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Alarm:
    """One danger: how grave, of what (a figure's path or an id), in which turn, in words.

    `turn` is the turn with whose end it comes, the present one where it holds already.
    """

    gravity: int
    subject: str
    turn: int
    told: Message
    helps: tuple[str, ...] = ()


def alarms(index: Index, seen: State, chair: str) -> tuple[Alarm, ...]:
    """Return what is in danger for a chair, the gravest and nearest first."""
    if seen.ending or not index.scenario.station:
        return ()
    ahead = tuple(forecast(index, seen, AHEAD))
    found = [
        *_stranded(index, seen, ahead, chair),
        *_segments(index, seen, ahead, chair),
        *_supplies(index, seen, ahead, chair),
        *_orbit(index, seen, ahead, chair),
        *_office(index, seen, ahead, chair),
        *_bills(index, seen, ahead, chair),
        *_old_ships(index, seen, chair),
    ]
    return tuple(sorted(found, key=lambda alarm: (alarm.gravity, alarm.turn, alarm.subject)))


def open_alarms(index: Index, seen: State, chair: str) -> tuple[tuple[Alarm, ...], int]:
    """Return the alarms that stand open on a desk, and how many more there are."""
    found = alarms(index, seen, chair)
    return found[:OPEN], len(found[OPEN:])


def pressing(seen: State, now: Sequence[Alarm], before: Sequence[Alarm]) -> tuple[Alarm, ...]:
    """Return the alarms to be told anew: new ones, nearer than they were, or at their last chance.

    `before` is what was in danger a turn ago.
    """
    known = {alarm.subject: alarm.turn for alarm in before}
    late = seen.turn + 1
    return tuple(a for a in now if a.turn <= late or a.turn < known.get(a.subject, a.turn + 1))


def alarm_short(index: Index, alarm: Alarm) -> str:
    """Return an alarm in a few words."""
    return say(index.content, Message(f"{alarm.told.code}{SHORT}", alarm.told.args))


def alarm_text(index: Index, alarm: Alarm) -> str:
    """Return an alarm in words, with what helps."""
    told = say(index.content, alarm.told)
    if not alarm.helps:
        return told
    return f"{told} {say(index.content, message('alarm.helps', actions=alarm.helps))}"


def _when(index: Index, seen: State, turn: int) -> Message:
    """Return when something comes that comes with the end of a turn."""
    if turn <= seen.turn:
        return message("alarm.this_turn")
    name = label(index.scenario, turn_start(index.scenario, turn))
    if turn == seen.turn + 1:
        return message("alarm.next_turn", turn=name)
    return message("alarm.turns", turn=name, turns=turn - seen.turn)


def _helps(index: Index, chair: str, path: str) -> tuple[str, ...]:
    return tuple(action.name for action in cures(index, chair, path)[:OFTEN])


def _first(seen: State, ahead: Sequence[State], path: str, line: int) -> int:
    """Return the turn in which a figure comes to a line, 0 if it doesn't within what is seen."""
    for number, state in enumerate(ahead):
        if state.figures[path] <= line:
            return seen.turn + number
    return 0


def _stranded(index: Index, seen: State, ahead: Sequence[State], chair: str) -> Iterator[Alarm]:
    people, helps = seen.figures[STRANDED], _helps(index, chair, STRANDED)
    if people:
        yield Alarm(GRAVE, STRANDED, seen.turn, message("alarm.stranded", people=people), helps)
        return
    for number, state in enumerate(ahead[:NEAR]):
        if state.figures[STRANDED]:
            turn, count = seen.turn + number, state.figures[STRANDED]
            when = _when(index, seen, turn)
            told = message("alarm.stranded_soon", people=count, when=when)
            yield Alarm(GRAVE, STRANDED, turn, told, helps)
            return


def _segments(index: Index, seen: State, ahead: Sequence[State], chair: str) -> Iterator[Alarm]:
    for segment in SEGMENTS:
        path = f"integrity_{segment}"
        turn = _first(seen, ahead, path, UNINHABITABLE)
        if turn:
            told = message(
                "alarm.segment",
                segment=segment,
                value=seen.figures[path],
                line=UNINHABITABLE,
                when=_when(index, seen, turn),
            )
            yield Alarm(GRAVE, path, turn, told, _helps(index, chair, path))


def _supplies(index: Index, seen: State, ahead: Sequence[State], chair: str) -> Iterator[Alarm]:
    turn = _first(seen, ahead, SUPPLIES, 0)
    if turn:
        when = _when(index, seen, turn)
        told = message("alarm.supplies", value=seen.figures[SUPPLIES], when=when)
        yield Alarm(GRAVE, SUPPLIES, turn, told, _helps(index, chair, SUPPLIES))


def _orbit(index: Index, seen: State, ahead: Sequence[State], chair: str) -> Iterator[Alarm]:
    turn = _first(seen, ahead, ALTITUDE, FALLS)
    if turn:
        told = message(
            "alarm.altitude",
            value=seen.figures[ALTITUDE] // METRES,
            line=FALLS // METRES,
            when=_when(index, seen, turn),
        )
        yield Alarm(GRAVE, ALTITUDE, turn, told, _helps(index, chair, ALTITUDE))


def _office(index: Index, seen: State, ahead: Sequence[State], chair: str) -> Iterator[Alarm]:
    if chair not in index.mandates:
        return
    for number, state in enumerate(ahead[:NEAR]):
        if state.words[f"{chair}.leader"] != seen.words[f"{chair}.leader"]:
            turn, value = seen.turn + number, seen.figures[f"{chair}.mandate"]
            when = _when(index, seen, turn)
            told = message("alarm.office", value=value, line=DISMISSAL, when=when)
            yield Alarm(GRAVE, f"{chair}.mandate", turn, told)
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
