"""The ground: world, home, money, leaders, cards, promises of years."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Plural, Template

GROUND: Mapping[str, Template] = {
    "leader.fresh_start": "A new head, a new start at home",
    "option.drifts": "{option:option} moves on by itself",
    "tension.pulled_up": "It rises towards where it settles",
    "tension.sinks": "It sinks towards where it settles",
    "sun.storm": "A solar storm swells the air",
    "sun.high": "The sun nears its maximum",
    "sun.quiet": "The sun is quiet; debris thins out",
    "home.restless": "{faction:faction}, restless about {about}",
    "faction.settled": "{faction:faction} is content about {about}.",
    "home.besieged": "Crews at home, bills as before",
    "home.cooled": "Moods cool with time",
    "faction.restless": Plural(
        (
            "{faction:faction} turns restless about {about}: "
            "it withdraws {points} point of approval as the turn ends."
        ),
        (
            "{faction:faction} turns restless about {about}: "
            "it withdraws {points} points of approval as the turn ends."
        ),
        "points",
    ),
    "fading.story_ends": (
        "Of {clause:clause} little is left: it would run {months:months}, and {left:months} are "
        "left to play."
    ),
    "fading.rests": ("{clause:clause} is seen to rest from {turn:turn} on, if nobody acts. {why}"),
    "fading.gone": (
        "{clause:clause} is about to be worth nothing: as things go, what it brings is over with "
        "{turn:turn}."
    ),
    "vote.result": "{vote:vote} ({points:signed})",
    "vote.this_turn": "{turn:turn}, as this turn ends",
    "vote.line": "{name:lower} {points:signed}",
    "vote.counted": "{vote:vote} came out at {points:signed}: {lines:commas}.",
    "faction.withdraws": Plural(
        "{faction:faction} withdraws {points} point of approval.",
        "{faction:faction} withdraws {points} points of approval.",
        "points",
    ),
    "home.forsaken": "Hardly anybody at home stands by the office",
    "adviser.comes": "{title} takes an empty desk.",
    "adviser.replaces": "{title} takes over from {before}.",
    "money.lapses": "Money unspent for too long goes back",
    "capital.on_credit": "Done with credit that the office hasn't got",
    "capital.fresh": "A new turn's political capital",
    "thread.left": "Here history is left: {thread:thread}.",
    "knowledge.learnt": "You know what {partner:partner} cares about and what it has.",
    "leader.unnamed": "{partner:partner} has a new head.",
    "leader.named": "{name} takes over: {office}.",
    "leader.lapsed": "With the change at {partner:partner} an offer lapses: {terms:commas}.",
    "leader.asks": "{partner:partner} now asks for: {clauses:commas}.",
    "leader.refuses": "{partner:partner} doesn't sign now: {clauses:commas}.",
    "leader.weighs": "What {partner:partner} has with {partners:partners} is worth {now:signed} "
    "to it now, as far as you know, and was {before:signed}: {terms:commas}.",
    "card.chosen": "{event:event}: {choice}",
    "action.done": "{partner:partner}: {action:action}",
}
