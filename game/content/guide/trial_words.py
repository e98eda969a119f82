"""What the guide says of the keys of tests. Data alone."""

from __future__ import annotations

TEST_FIELDS = {
    "test.why": "What it is for; whoever mends it reads that.",
    "test.scenario": "What is played; left out, the first that the card fits.",
    "test.as": "Whose `self` its conditions mean, and who does what names nobody. Left out, the "
               "first desk of the card, else the first chair.",
    "test.seed": "The dice.",
    "test.level": "How hard the run is.",
    "test.turn": "The turn that it begins in, computer players having come so far; left out, that "
                 "of the card's date, else the first.",
    "test.figures": "What they stand at as it begins.",
    "test.flags": "What they stand at as it begins.",
    "test.card": "What is put on its desks, and nothing else.",
    "test.when": "What is then done, in order.",
    "test.then": "What holds in the end.",
    "test.tells": "What its chair has been told by then: a part of a card, a choice, a result or "
                  "a headline.",
    "test.locked": "Choices of its chair that can't be taken as it begins.",
    "teststep.as": "Who does it; left out, the test's own.",
    "teststep.choose": "A choice of the card on the chair's desk.",
    "teststep.act": "An agenda action; all until the chair's agenda is left to computer players.",
    "teststep.target": "Whom or what the action is aimed at.",
    "teststep.play": "So many turns that computer players play on.",
}  # fmt: skip
