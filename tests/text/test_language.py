"""Words in the language spoken: filled, agreeing with their number, English where nothing fits."""

from gettext import NullTranslations

import pytest

from game.text.language import (
    ENGLISH,
    N_,
    _,
    ngettext,
    npgettext,
    pgettext,
    speaking,
    spoken,
    unfilled,
    unfilled_number,
)  # fmt: skip
from tests.pseudo import Pseudo, english_in, pseudo


class Shouted(NullTranslations):
    """A language that shouts."""

    def gettext(self, message: str) -> str:
        return message.replace("declines", "DECLINES")

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return "{n} MONTHS, {who}"

    def pgettext(self, context: str, message: str) -> str:
        return f"{context}: {message}"

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return f"{context}: {{n}}"


class Broken(NullTranslations):
    """A language whose words don't fit."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.words = words

    def gettext(self, message: str) -> str:
        return self.words


def test_english_is_spoken_where_nothing_else_is() -> None:
    assert _("{name} declines.", name="Moscow") == "Moscow declines."
    assert ngettext("{n} month", "{n} months", 1) == "1 month"
    assert ngettext("{n} month", "{n} months", 0) == "0 months"
    assert ngettext("{n} month of {of}", "{n} months of {of}", 3, of=7) == "3 months of 7"
    assert pgettext("a ship", "Endurance") == "Endurance"
    assert npgettext("ships", "{n} ship", "{n} ships", 2) == "2 ships"


def test_what_is_marked_for_later_stays_as_it_is() -> None:
    with speaking(Shouted()):
        assert N_("{name} declines.") == "{name} declines."


def test_words_are_told_in_the_language_spoken_as_long_as_it_is() -> None:
    with speaking(Shouted()):
        assert _("{name} declines.", name="Moscow") == "Moscow DECLINES."
        assert ngettext("{n} month", "{n} months", 3, who="Moscow") == "3 MONTHS, Moscow"
        assert pgettext("a ship", "Endurance") == "a ship: Endurance"
        assert npgettext("ships", "{n} ship", "{n} ships", 2) == "ships: 2"
        with speaking(ENGLISH):
            assert _("{name} declines.", name="Moscow") == "Moscow declines."
    assert _("{name} declines.", name="Moscow") == "Moscow declines."


@pytest.mark.parametrize("words", ["{nobody}", "{name", "}", "{name:x}", "{name.__class__}", "{}"])
def test_a_translation_that_cannot_be_filled_falls_back_to_english(words: str) -> None:
    with speaking(Broken(words)):
        assert _("{name} declines.", name="Moscow") == "Moscow declines."


def test_braces_are_only_placeholders_where_there_is_something_to_fill() -> None:
    assert _("{figure} stays") == "{figure} stays"
    assert _("{n:+d} of {m}", n=3, m=4) == "+3 of 4"
    assert _("{text}, {context}", text="a", context="b") == "a, b"


def test_the_pseudo_language_accents_all_but_placeholders() -> None:
    told = pseudo("{who:person} waits {n} months. Go on!")
    assert told.count("{who:person}") == told.count("{n}") == 1
    assert not [*english_in(told, ["who", "person"])]
    assert [*english_in(f"{told} left over, Soyuz MS-22", ["Soyuz MS-22", "who", "person"])] == [
        "left", "over",
    ]  # fmt: skip
    with speaking(Pseudo()):
        assert _("Go on!") == pseudo("Go on!") != "Go on!"
        assert ngettext("{n} month", "{n} months", 2) == pseudo("{n} months").replace("{n}", "2")


def test_words_can_be_had_with_their_placeholders_open() -> None:
    with speaking(Shouted()):
        assert unfilled("a", "{b}") == "a: {b}"
        assert unfilled_number("a", "{b}", "{c}", 2) == "a: {n}"
        assert spoken() is not ENGLISH
    assert unfilled("a", "{b}") == "{b}"
    assert (unfilled_number("a", "{b}", "{c}", 1), spoken()) == ("{b}", ENGLISH)
