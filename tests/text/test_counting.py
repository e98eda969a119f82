"""Numbers and articles agree with their nouns, wherever a sentence is built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import game
from game.narration.words import TEMPLATES
from game.session import Session
from game.text.counting import counted, with_article
from tests.small import CONTENT

GAME = Path(game.__file__).parent
WORDS = GAME / "narration" / "words"  # whose templates have both forms
NOUNS = "months|days|years|turns|games|decisions|points|seats|errors|characters|times|cards|people"
BARE = re.compile(rf"\{{(?!n\}}|[A-Z_]+\}})[^{{}}]*\}} ({NOUNS})\b|\ba \{{")
FILLED_BY_HAND = re.compile(r"""f["'][^"']*\{n\} """)  # what `ngettext` fills, it agrees with
NEVER_ONE = {"alarm.turns"}  # one turn ahead is told as the next
MEANT = {
    "in {ahead} turns",
    "} turns restless",
    "} characters long",
    "0f} points",
    "1f} points",
    "} a {",
    "{figures['stranded']} people",
    "a {color",
}
"""What is never one, or said otherwise when it is; and no sentence at all."""


@pytest.mark.parametrize(
    ("number", "said"), ((0, "0 months"), (1, "1 month"), (-1, "-1 month"), (2, "2 months"))
)
def test_only_one_is_singular(number: int, said: str) -> None:
    assert counted(number, "month") == said


def test_a_plural_may_be_its_own() -> None:
    assert counted(1, "person", "people") == "1 person"
    assert counted(3, "person", "people") == "3 people"


@pytest.mark.parametrize(
    ("noun", "said"),
    (("event", "an event"), ("card", "a card"), ("outside option", "an outside option"),
     ("Option", "an Option"), ("unit", "a unit"), ("user", "a user"), ("Offer", "an Offer")),
)  # fmt: skip
def test_the_article_goes_by_the_first_sound(noun: str, said: str) -> None:
    assert with_article(noun) == said


def test_a_turn_that_wasnt_played_is_told_in_good_grammar() -> None:
    seats = dict.fromkeys(CONTENT.scenarios["campaign"].chairs, "random")
    session = Session(CONTENT, game.Setup("campaign", "nasa", 1), seats)
    with pytest.raises(game.UsageError, match=r"so far the game has 1 turn\."):
        session.page(9)


def test_nothing_but_the_counting_joins_a_number_to_a_plural() -> None:
    found = [
        f"{module.name}: {line.strip()}"
        for module in sorted(GAME.rglob("*.py"))
        if module.parent != WORDS
        for line in module.read_text(encoding="utf-8").splitlines()
        if (BARE.search(line) or FILLED_BY_HAND.search(line))
        and not any(words in line for words in MEANT)
    ]
    assert found == []


def test_a_template_that_counts_has_both_forms() -> None:
    single = {code: words for code, words in TEMPLATES.items() if isinstance(words, str)}
    found = {code for code, words in single.items() if BARE.search(words)}
    assert found - NEVER_ONE == set()
