"""What is in danger: what will come unless somebody acts, and when."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Plural, Template

ALARMS: Mapping[str, Template] = {
    "alarm.stranded": Plural(
        "{people} person has no healthy seat home.",
        "{people} people have no healthy seat home.",
        "people",
    ),
    "alarm.stranded_soon": Plural(
        "{people} person will have no healthy seat home: {when}.",
        "{people} people will have no healthy seat home: {when}.",
        "people",
    ),
    "alarm.segment": (
        "The {segment:segment} segment is at {value} % and wears out: at {line} % nobody can live "
        "in it, and the crews are called home. As things go: {when}."
    ),
    "alarm.supplies": Plural(
        "Supplies for {value} day, and none left: {when}. Then the crews go home.",
        "Supplies for {value} days, and none left: {when}. Then the crews go home.",
        "value",
    ),
    "alarm.altitude": (
        "The orbit is {value} km and sinks: at {line} km the station comes down. As things go: "
        "{when}."
    ),
    "alarm.office": (
        "Your mandate is {value} and falls under {line} two turns running, if nobody is won back: "
        "the office falls {when}."
    ),
    "alarm.bill": "{flight} can't be paid for and stays on the ground for want of money: {when}.",
    "alarm.old_ship": (
        "{ship}, the way home of {people:names}, is past its certified life: {when}. It may fail."
    ),
    "alarm.stranded.short": "{people} without a healthy seat home",
    "alarm.stranded_soon.short": "{people} without a healthy seat home: {when}",
    "alarm.segment.short": "{segment:segment} segment {value} %, unlivable at {line}: {when}",
    "alarm.supplies.short": Plural(
        "Supplies {value} day, empty: {when}", "Supplies {value} days, empty: {when}", "value"
    ),
    "alarm.altitude.short": "Orbit {value} km, down at {line}: {when}",
    "alarm.office.short": "Mandate {value}, the office falls: {when}",
    "alarm.bill.short": "{flight} unpaid: {when}",
    "alarm.old_ship.short": "{ship} past its certified life: {when}",
    "alarm.now": "now",
    "alarm.this_turn": "as this turn ends, the last chance",
    "alarm.next_turn": "{turn:turn}, with the next turn",
    "alarm.turns": "{turn:turn}, in {turns} turns",
    "alarm.helps": "What helps: {actions:commas}.",
}
