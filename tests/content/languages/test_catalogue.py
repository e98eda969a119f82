"""Catalogues as they come: what is sound is spoken, what is hostile or damaged is told."""

from __future__ import annotations

import struct
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.languages.catalogue import (
    MOST_BYTES,
    Spoken,
    Translated,
    placeholders,
    read_catalogue,
    translations,
)
from game.errors import LanguageError
from game.text.language import _, ngettext, pgettext, speaking, unfilled, unfilled_number

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n{forms}\n'
CZECH = '"Plural-Forms: nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;\\n"'
MONTHS = (
    'msgid "{n} month"\nmsgid_plural "{n} months"\nmsgstr[0] "{n} měsíc"\n'
    'msgstr[1] "{n} měsíce"\nmsgstr[2] "{n} měsíců"\n'
)


def _written(path: Path, *entries: str, forms: str = CZECH) -> Path:
    path.write_text("\n".join((HEAD.format(forms=forms), *entries)), encoding="utf-8")
    return path


def _entry(english: str, told: str, context: str = "") -> str:
    place = f'msgctxt "{context}"\n' if context else ""
    return f'{place}msgid "{english}"\nmsgstr "{told}"\n'


def test_a_catalogue_is_spoken(tmp_path: Path) -> None:
    path = _written(
        tmp_path / "cs.po", MONTHS, _entry("Sign", "Podepsat"), _entry("open", "otevřeno", "a pad"),
        _entry("{city} waits.", "{city} čeká.", "x"),
    )  # fmt: skip
    with speaking(translations(read_catalogue(path))):
        assert _("Sign") == "Podepsat"
        assert (pgettext("a pad", "open"), pgettext("a door", "open")) == ("otevřeno", "open")
        assert [ngettext("{n} month", "{n} months", n) for n in (1, 3, 5)] == [
            "1 měsíc", "3 měsíce", "5 měsíců",
        ]  # fmt: skip
        assert unfilled("x", "{city} waits.") == "{city} čeká."
        assert unfilled_number("y", "{n} month", "{n} months", 2) == "{n} months"
        assert _("Not translated") == "Not translated"


def test_a_compiled_catalogue_says_the_same(tmp_path: Path) -> None:
    path = _written(tmp_path / "cs.po", MONTHS, _entry("Sign", "Podepsat"),
                    _entry("open", "otevřeno", "a pad"))  # fmt: skip
    polib.pofile(str(path)).save_as_mofile(str(tmp_path / "cs.mo"))
    read, compiled = read_catalogue(path), read_catalogue(tmp_path / "cs.mo")
    assert {(e.key, e.plural, e.forms) for e in compiled.entries} == {
        (e.key, e.plural, e.forms) for e in read.entries
    }
    with speaking(translations(compiled)):
        assert ngettext("{n} month", "{n} months", 5) == "5 měsíců"


def test_what_is_doubtful_or_empty_is_not_spoken(tmp_path: Path) -> None:
    fuzzy = "#, fuzzy\n" + _entry("Sign", "Podepsat")
    gone = '#~ msgid "Decline"\n#~ msgstr "Odmítnout"\n'
    path = _written(tmp_path / "cs.po", fuzzy, _entry("Let it fall", ""), gone)
    assert read_catalogue(path).entries == ()


@pytest.mark.parametrize(
    ("english", "told", "why"),
    (
        ("{name} declines.", "{nobody} odmítá.", "{nobody} stands for nothing here"),
        ("{name} declines.", "{name.__class__} odmítá.", "{name.__class__} stands"),
        ("{name} declines.", "{name:>999999999}", "{name:>999999999} stands"),
        ("{name} declines.", "{name odmítá.", "{ stands"),
        ("Decline", "Odmítnout {0}", "{0} stands"),
        ("Decline", "\\033[2JOdmítnout", "steer a terminal"),
        ("Decline", "Odm\u202eítnout", "steer a terminal"),
        ("Decline", "[bold red]Odmítnout[/]", "markup"),
        ("Decline", "[@click=app.quit]Odmítnout", "markup"),
        ("Decline", "Odmítnout\\nNASA podepisuje.", "several lines"),
    ),
)
def test_what_cannot_be_told_safely_is_told_in_english(
    tmp_path: Path, english: str, told: str, why: str
) -> None:
    told = told.replace("\\033", "\x1b")
    path = _written(tmp_path / "cs.po", _entry(english, told), _entry("Sign", "Podepsat"))
    read = read_catalogue(path)
    (wrong,) = read.unusable
    assert (wrong.english, why in wrong.wrong) == (english, True)
    with speaking(translations(read)):
        assert _("Sign") == "Podepsat"
        assert unfilled("", english) == english


def test_a_placeholder_may_be_told_once_twice_or_in_another_order() -> None:
    for told in ("{b} a {a}", "{a} {a} {b}", "{a}"):
        assert Translated("", "{a} and {b}", "", (told,)).wrong == ""
    assert Translated("", "a day", "{days} days", ("jeden den", "{days} dní")).wrong == ""


@pytest.mark.parametrize(
    ("data", "why"),
    (
        (b"\xff\xfe\x00", "isn't written in UTF-8"),
        ("msgid \"Sign\"\nmsgstr \"Podep\xe9\"\n".encode("latin-1"), "isn't written in UTF-8"),
        (b"PK\x03\x04 nothing of the kind", "is damaged"),
        (b'msgid "Sign\nmsgstr', "is damaged"),
        (b'msgid "a"\nmsgstr ""\n' + b'"b"\n' * 5000, "far too long"),
    ),
)  # fmt: skip
def test_what_is_no_catalogue_gets_a_sentence(tmp_path: Path, data: bytes, why: str) -> None:
    path = tmp_path / "cs.po"
    path.write_bytes(data)
    with pytest.raises(LanguageError, match=why):
        read_catalogue(path)


def test_a_huge_catalogue_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "cs.po"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(LanguageError, match="longer than"):
        read_catalogue(path)
    with pytest.raises(LanguageError, match="can't be read"):
        read_catalogue(tmp_path / "none.po")
    with pytest.raises(LanguageError, match="folder"):
        read_catalogue(tmp_path)


@pytest.mark.parametrize(
    "data",
    (
        b"",
        b"\xde\x12\x04\x95",
        struct.pack("<7I", 0x950412DE, 0, 2**31, 28, 28, 0, 0),
        struct.pack("<7I", 0x950412DE, 0, 5, 10**6, 10**6, 0, 0),
        struct.pack("<7I4I", 0x950412DE, 0, 2, 28, 28, 0, 0, 40, 0, 40, 0),
        struct.pack("<7I4I", 0x950412DE, 0, 1, 28, 36, 0, 0, 4, 0, 8, 2**31),
    ),
)
def test_a_damaged_compiled_catalogue_gets_a_sentence(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "cs.mo"
    path.write_bytes(data)
    try:
        assert read_catalogue(path).entries in ((), read_catalogue(path).entries)
    except LanguageError as error:
        assert str(path) in str(error)


@given(data=st.binary(max_size=400))
def test_whatever_a_file_holds_it_is_read_or_told(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    for name, begins in (("a.po", b'msgid "a"\nmsgstr "'), ("a.mo", b"\xde\x12\x04\x95")):
        path = tmp_path_factory.mktemp("any") / name
        path.write_bytes(begins + data)
        try:
            read_catalogue(path)
        except LanguageError as error:
            assert str(error).endswith(".")


@pytest.mark.parametrize(
    "rule", ("n/0", "__import__('os')", "n**n**n", "(" * 500, "n" * 2000, "", "nonsense")
)
def test_a_rule_for_plurals_can_be_anything(tmp_path: Path, rule: str) -> None:
    forms = f'"Plural-Forms: nplurals=3; plural={rule};\\n"'
    read = read_catalogue(_written(tmp_path / "cs.po", MONTHS, forms=forms))
    try:
        spoken = translations(read)
    except LanguageError as error:
        assert "how its language counts" in str(error)
        return
    with speaking(spoken):
        assert ngettext("{n} month", "{n} months", 5) in ("5 months", "5 měsíců")


@given(n=st.integers(min_value=-5, max_value=10**9), form=st.integers(min_value=-9, max_value=9))
def test_a_form_that_is_not_there_is_told_in_english(n: int, form: int) -> None:
    entry = Translated("", "{n} month", "{n} months", ("{n} a", "{n} b"))
    told = Spoken([entry], lambda _n: form).ngettext("{n} month", "{n} months", n)
    assert told in ("{n} a", "{n} b", "{n} month", "{n} months")


def test_placeholders_are_read_as_they_are_written() -> None:
    assert placeholders("{a:b} and {leader.nasa}, {") == ("{a:b}", "{leader.nasa}", "{")
