"""What the guide says of the keys of worlds, and of the figures that are their own."""

from __future__ import annotations

WORLD_FIELDS = {
    "world.groups": "The headings of its agenda, in order, by the word that an action's `group:` "
                    "has. Over the one called `home` stands what the factions think.",
    "world.ladder": "What the rungs of its ladder are called, from normal ground up, two to seven. "
                    "At the top nothing closes by itself: let an ending ask for `rung.highest`.",
    "world.legacies": "What each chair leaves behind and is graded for, in order.",
    "world.grades": "The letters and what they take, the best first; what lies under all of them "
                    "has the last.",
    "world.words": "Words of the base that are told otherwise here, by what they are called in the "
                   "table below.",
    "group.title": "What it is called.",
    "group.short": "The same where it is read out, if shorter.",
    "group.elsewhere": "The same in scenarios without a station.",
    "legacy.figure": "A figure of each chair from 0 to 100: one of the rules', or a measure.",
    "legacy.topic": "By which taste leaders weigh it.",
    "legacy.turn": "What each turn adds to it; `self` is the chair.",
    "grade.letter": "The letter, three signs at most.",
    "grade.ahead": "From how many points beyond par on it is given.",
    "measure.of": "One for the `world`, or one for each `partner` that decides.",
    "measure.range": "The lowest and the highest that it can be.",
    "measure.opens": "Where it stands at the start, where a scenario says nothing; left out, at "
                     "its lowest.",
    "measure.matters": "What it is worth to computer players, if anything.",
    "matters.topic": "By which taste of theirs they weigh it.",
    "matters.points": "Hundredths of a point for each point of it; less than nothing where less "
                      "is better. A point of a legacy is worth 120.",
    "rung.tension": "Tension that a step up to it adds; left out, two and its number.",
    "rung.trust": "Trust that every other loses in who steps up to it; left out, the same.",
}  # fmt: skip
