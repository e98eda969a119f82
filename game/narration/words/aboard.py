"""People: seats, landings, training, command, walks, how they are."""

from __future__ import annotations

from collections.abc import Mapping

from game.narration.words.plural import Plural, Template

SKILLS = {
    "usos": "US segment",
    "ros": "Russian segment",
    "eva": "spacewalks",
    "robotics": "robotics",
    "medicine": "medicine",
    "science": "science",
}

ABOARD: Mapping[str, Template] = {
    "cohesion.ground": "The crew feels the ground",
    "cohesion.leaving": "Talk of leaving",
    "cohesion.seatless": "Some have no seat home",
    "cohesion.mixed": "A mixed crew works side by side",
    "cohesion.mood": "The mood aboard",
    "cohesion.tired": "Tired people",
    "cohesion.led": "The commander keeps the crew together",
    "cohesion.shared": "What they have lived through together",
    "cohesion.usual": "A crew that nothing bears on",
    "cohesion.habit": "Habit wears off the best and the worst",
    "command.given": "{person:person} ({home:agency}) commands the station.",
    "crew.takes_over": "{ship} takes over",
    "crew.alone_told": "Nobody is left to show {ship}'s crew the station.",
    "crew.alone": "Nobody is left to show {ship}'s crew the station",
    "crew.seated": "{person:person} has a seat home in {ship}.",
    "crew.liner": "{person:person}'s seat liner goes into {ship}.",
    "crew.trains": Plural(
        "{people:people} trains for {months:months}: {skill:skill}.",
        "{people:people} train for {months:months}: {skill:skill}.",
        "people",
    ),
    "walk.outside": "Six hours outside",
    "walk.skilled": "{person:person}: {skill:skill} {points}",
    "walk.tired": "{person:person}: fatigue {fatigue}",
    "walk.always": "Nothing outside is easy",
    "walk.certain": "Nothing outside is certain",
    "walk.least": "There is always a chance",
    "made.share": "{person:person}, at {points}",
    "made.faulty": "{person:person}: {ship} has failed ({fault})",
    "made.shipless": "{person:person}: no ship here has a seat of theirs",
    "made.ship": "{ship}",
    "made.flight": "{flight}, on {day:day}",
    "wellbeing.life": "Life aboard",
    "wellbeing.few_hands": "Too few hands for the work",
    "wellbeing.rations": "Short rations",
    "wellbeing.company": "The company aboard",
    "wellbeing.news": "News from the ground",
    "wellbeing.talk": "Talk of leaving",
    "wellbeing.seatless": "No seat home",
    "wellbeing.care": "Rest and care",
    "wellbeing.long_stay": "A long stay",
    "wellbeing.service": "Months of service",
    "wellbeing.beyond_term": "A stay beyond its term",
    "wellbeing.weariness": "Weariness",
    "wellbeing.habit": "One gets used to it",
    "wellbeing.illness": "A body gives way",
    "wellbeing.doctor": "Somebody aboard needs a doctor whom only the ground has.",
    "cause.points": "{cause:lower} ({points:signed})",
    "cause.together": "{causes:sentence}",
}
