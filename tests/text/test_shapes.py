"""Words in the shapes that a translation wants them in: everywhere that placeholders are filled."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.content.languages.catalogue import Catalogue, Translated, translations
from game.content.placeholders import replaced
from game.narration.words import say
from game.rules.messages import TEXT, Message, message
from game.text.language import _, speaking
from game.text.shapes import bare, form_of
from tests.shipped import base

KIKINA, SHAPED = "kikina", "{name/gen}, {name/gender?f=vrátila|m=vrátil} se"


def _spoken(*more: Translated) -> Catalogue:
    """A language that knows one person in two forms, by the name that it gives her."""
    english = base().people[KIKINA].name
    told = (
        Translated(f"person:{KIKINA}/name", english, "", ("Anna Kikinová",)),
        Translated("form:gen", english, "", ("Anny Kikinové",)),
        Translated("form:gender", english, "", ("f",)),
    )
    return Catalogue(Path("cs.po"), (*told, *more))


@pytest.fixture(autouse=True)
def _czech() -> Iterator[None]:
    with speaking(translations(_spoken(Translated("", "{name} is back", "", (SHAPED,))))):
        yield


@pytest.mark.parametrize("name", ["Anna Kikina", "Anna Kikinová"])
def test_names_are_inflected_in_either_language(name: str) -> None:
    assert _("{name} is back", name=name) == "Anny Kikinové, vrátila se"


def test_a_name_without_forms_stands_as_it_is_and_the_last_choice_is_told() -> None:
    assert _("{name} is back", name="Bo") == "Bo, vrátil se"


def test_texts_of_content_are_filled_in_shape() -> None:
    text = SHAPED.replace("name/", "crew.name/")
    assert replaced(text, lambda one: f"Anna Kikina{one.about[4:]}") == "Anny Kikinové, vrátila se"


def test_what_the_rules_say_is_told_in_shape() -> None:
    her = message("name.person", person=KIKINA)
    told = Message(TEXT, ((TEXT, "{crew.name/gen}"), ("crew.name", her)))
    assert say(base(), told) == "Anny Kikinové"
    shaped = Translated("name.person", "{person:person}", "", ("od {person/gen:person}",))
    with speaking(translations(_spoken(shaped))):
        assert say(base(), her) == "od Anny Kikinové"


@pytest.mark.parametrize(
    ("shaped", "english", "form"),
    [
        ("{name/gen}", "{name}", "gen"),
        ("{who/dat:person}", "{who:person}", "dat"),
        ("{leader.moon:agency/gen}", "{leader.moon:agency}", "gen"),
        ("{crew.name/gender?f=přišla|m=přišel}", "{crew.name}", "gender"),
        ("{n}", "{n}", ""),
    ],
)
def test_a_shape_is_told_apart_from_the_placeholder(shaped: str, english: str, form: str) -> None:
    assert (bare(shaped), form_of(shaped)) == (english, form)
