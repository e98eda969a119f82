"""What is in danger: what will come unless somebody acts, and when."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Template

ALARMS: Mapping[str, Template] = {
    "alarm.line": "{figure}: {value}. As things go, {limit}: {when}. {text}",
    "alarm.past": "{figure}: {value}. {text}",
    "alarm.office": (
        "Your mandate is {value} and falls under {line} two turns running, if nobody is won back: "
        "the office falls {when}."
    ),
    "alarm.bill": "{flight} can't be paid for and stays on the ground for want of money: {when}.",
    "alarm.old_ship": (
        "{ship}, the way home of {people:names}, is past its certified life: {when}. It may fail."
    ),
    "alarm.line.short": "{figure} {value}, {short}: {when}",
    "alarm.past.short": "{figure} {value}: {short}",
    "alarm.office.short": "Mandate {value}, the office falls: {when}",
    "alarm.bill.short": "{flight} unpaid: {when}",
    "alarm.old_ship.short": "{ship} past its certified life: {when}",
    "limit.under": "under {value}",
    "limit.over": "over {value}",
    "limit.at": "at {value}",
    "alarm.now": "now",
    "alarm.this_turn": "as this turn ends, the last chance",
    "alarm.next_turn": "{turn:turn}, with the next turn",
    "alarm.turns": "{turn:turn}, in {turns} turns",
    "alarm.lowest": "What makes it low: {groups:commas}.",
    "alarm.helps": "What helps: {actions:commas}.",
}
