"""What `words check` finds: missing, changed, unknown, unusable and incomplete translations."""

from __future__ import annotations

from pathlib import Path

from game.content.languages.catalogue import Catalogue, Translated
from game.translating.checking import Problem, check
from game.translating.entry import Entry

TEXTS = (
    Entry("Sign"),
    Entry("{name} declines.", "offer.declined"),
    Entry("A card", "event:one/title"),
    Entry("{n} month", plural="{n} months"),
)


def _checked(*told: Translated) -> tuple[Problem, ...]:
    return check(Catalogue(Path("cs.po"), told), TEXTS).problems


def test_what_is_complete_has_nothing_wrong() -> None:
    found = check(
        Catalogue(
            Path("cs.po"),
            (
                Translated("", "Sign", "", ("Podepsat",)),
                Translated("offer.declined", "{name} declines.", "", ("{name} odmítá.",)),
                Translated("event:one/title", "A card", "", ("Karta",)),
                Translated("", "{n} month", "{n} months", ("jeden měsíc", "{n} měsíce")),
            ),
        ),
        TEXTS,
    )
    assert (found.problems, found.sound, found.texts, found.missing) == ((), True, 4, ())


def test_what_is_missing_is_listed_and_no_mistake() -> None:
    found = check(Catalogue(Path("cs.po"), (Translated("", "Sign", "", ("Podepsat",)),)), TEXTS)
    assert [(one.what, one.english) for one in found.problems] == [
        ("missing", "{name} declines."), ("missing", "A card"), ("missing", "{n} month"),
    ]  # fmt: skip
    assert found.sound


def test_changed_english_is_told_from_unknown() -> None:
    changed, unknown, *_missing = _checked(
        Translated("event:one/title", "An old card", "", ("Stará karta",), 7),
        Translated("", "Nothing of the kind", "", ("Nic takového",), 9),
    )
    assert (changed.what, changed.line) == ("changed", 7)
    assert changed.why == 'the English is now "A card"'
    assert (unknown.what, unknown.line) == ("unknown", 9)


def test_placeholders_are_held_against_the_english() -> None:
    unusable, lacking, *_missing = _checked(
        Translated("offer.declined", "{name} declines.", "", ("{who} odmítá.",)),
        Translated("", "{n} month", "{n} months", ("měsíc", "měsíce")),
    )
    assert (unusable.what, unusable.why) == ("unusable", "{who} stands for nothing here")
    assert (lacking.what, lacking.why) == ("lacking", "{n} of the English is left out")


DECLINED = ("offer.declined", "{name} declines.", "")
INFLECTED = Translated(*DECLINED, ("Od {name/gen} {name/gender?f=přišla|m=přišel} odmítnutí.",), 3)


def test_a_placeholder_in_a_shape_of_its_own_stands_for_the_english_one() -> None:
    forms = (
        Translated("form:gen", "A card", "", ("karty",)),
        Translated("form:gender", "A card", "", ("f",)),
    )
    assert all(one.what == "missing" for one in _checked(INFLECTED, *forms))


def test_forms_in_which_nothing_is_given_and_names_of_nobody_are_found() -> None:
    other = Translated("form:dat", "A bird", "", ("ptáku",), 9)
    nobody, gen, gender, *_missing = _checked(INFLECTED, other)
    assert (nobody.what, nobody.line, nobody.english) == ("unknown", 9, "A bird")
    assert [(one.what, one.line) for one in (gen, gender)] == [("lacking", 3)] * 2
    assert "form:gen" in gen.why
    assert "form:gender" in gender.why
