"""Which language is spoken: by code, by file, by what surrounds the game, else English."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.languages import choosing
from game.content.languages.choosing import VARIABLES, chosen, languages
from game.text.language import ENGLISH, _, speaking

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def _catalogue(folder: Path, code: str, **told: str) -> Path:
    path = folder / "languages" / f"{code}.po"
    path.parent.mkdir(parents=True, exist_ok=True)
    entries = (f'msgid "{english}"\nmsgstr "{word}"\n' for english, word in told.items())
    path.write_text(HEAD + "\n".join(entries), encoding="utf-8")
    return path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the game's content, with German and Brazilian in it."""
    monkeypatch.setattr(choosing, "content_root", lambda: tmp_path / "content")
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    _catalogue(tmp_path / "content", "de", Sign="Unterschreiben", Decline="Ablehnen")
    _catalogue(tmp_path / "content", "pt_BR", Sign="Assinar")
    return tmp_path


def _sign(wished: str, *packs: Path) -> tuple[str, tuple[str, ...]]:
    choice = chosen(wished, packs)
    with speaking(choice.spoken):
        return _("Sign"), choice.problems


def test_a_language_is_named_by_its_code(root: Path) -> None:
    assert _sign("de") == ("Unterschreiben", ())
    assert _sign("pt-BR") == _sign("pt_BR") == ("Assinar", ())
    assert _sign("en") == _sign("en_GB") == _sign("") == ("Sign", ())
    assert languages() == ("de", "pt_BR")


def test_a_language_is_named_by_its_file(root: Path) -> None:
    path = _catalogue(root / "else", "mine", Sign="Podepsat")
    assert _sign(str(path)) == ("Podepsat", ())


@pytest.mark.parametrize("wished", ["xx", "../content/languages/de", "de\x00", "/etc/passwd"])
def test_an_unknown_language_is_told_and_english_spoken(root: Path, wished: str) -> None:
    told, (problem,) = _sign(wished)
    assert told == "Sign"
    assert problem.startswith(f"There is no language {wished!r}")
    assert "en, de, pt_BR" in problem


def test_a_damaged_catalogue_is_told_and_english_spoken(root: Path) -> None:
    path = root / "content" / "languages" / "de.po"
    path.write_bytes(b"\xff\xff")
    told, (problem,) = _sign("de")
    assert told == "Sign"
    assert problem == f"{path} isn't written in UTF-8. English is told in its place."


def test_what_of_a_catalogue_is_not_told_is_counted(root: Path) -> None:
    path = _catalogue(root / "else", "mine", Sign="Podepsat", Decline="{x}")
    told, (problem,) = _sign(str(path))
    assert told == "Podepsat"
    assert problem.startswith(f"{path}: 1 text can't be used")


def test_packs_say_what_the_game_does_not_and_count_before_it(root: Path) -> None:
    pack, later = root / "pack", root / "later"
    _catalogue(pack, "de", Sign="Zeichnen")
    _catalogue(later, "cs", Sign="Podepsat")
    choice = chosen("de", (pack, later))
    with speaking(choice.spoken):
        assert (_("Sign"), _("Decline")) == ("Zeichnen", "Ablehnen")
    assert _sign("cs", pack, later) == ("Podepsat", ())
    assert languages((pack, later)) == ("cs", "de", "pt_BR")


@pytest.mark.parametrize(
    ("variables", "told"),
    (
        ({"LANGUAGE": "de"}, "Unterschreiben"),
        ({"LANGUAGE": "xx:de"}, "Unterschreiben"),
        ({"LANGUAGE": "en:de"}, "Sign"),
        ({"LANG": "de_AT.UTF-8"}, "Unterschreiben"),
        ({"LC_ALL": "pt_BR.UTF-8", "LANG": "de_DE"}, "Assinar"),
        ({"LANGUAGE": "xx"}, "Sign"),
        ({"LANG": "C.UTF-8"}, "Sign"),
        ({"LANGUAGE": "../../x"}, "Sign"),
    ),
)
def test_the_surroundings_are_listened_to_without_a_word(
    root: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], told: str
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert _sign("") == (told, ())
    assert chosen("en").spoken is ENGLISH
