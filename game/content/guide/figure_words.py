"""What the guide says of the keys of figures, and of what a scenario shows at its head."""

from __future__ import annotations

FIGURE_FIELDS = {
    "figure.path": "Which figure, as the tables of names write it: `tension`, "
                   "`<partner>.mandate`, `<partner>.trust.<partner>`, `option.<option>`.",
    "described.title": "What it is called; of a partner's, its own. `{owner}`, `{other}` and "
                    "`{name}` (of an option, a faction, a person …) are filled in.",
    "described.others": "What another partner's is called; left out: `{owner}: ` and the title.",
    "described.in_you": "What another's is called that is towards who reads.",
    "described.aloud": "What it is called where it is read out, if not the title.",
    "described.gauge": "What a wide gauge calls it, if not the title.",
    "described.short": "What a narrow gauge calls it, about nine letters; names are cut to their "
                    "first letters or first word.",
    "described.called": "Other words by which a player may ask for it.",
    "described.text": "What it means, a sentence. `{capitals}` are the cities of the first chairs.",
    "described.elsewhere": "The same for scenarios without a station.",
    "described.good": "Which way is good news.",
    "described.shown": "How its numbers are written.",
    "described.scale": "From where to where a bar shows it; left out: its whole range.",
    "described.danger": "Where it is in danger, the furthest out last. Gauges mark it, a turn's "
                     "opening tells it, and an alarm tells in which turn it will come to that.",
    "figure.station": "It says something only where a station lives.",
    "described.header": "Its place among the vital figures where a scenario chooses none.",
    "shown.unit": "Stands after a value.",
    "shown.per": "How many of the rules' units make one that is shown: 1000 for km.",
    "shown.digits": "Digits after the point.",
    "shown.moved": "Stands after a move, `+5 M`.",
    "shown.narrow": "Stands after a value on a gauge.",
    "dangerline.below": "In danger under this value, in the rules' units.",
    "dangerline.above": "In danger over this value.",
    "dangerline.text": "What happens there, and what can be done.",
    "dangerline.short": "What it is then, in a word or two: `unlivable`.",
    "dangerline.grave": "It ends a run, an office or a stay aboard: told first, and from further "
                        "ahead.",
    "scenario.header": "The figures at the head of the screen, the most important first: "
                       "`tension`, `self.mandate`, `target.trust.self` (of each other chair), "
                       "`option.shuttle`.",
}  # fmt: skip
