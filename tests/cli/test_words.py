"""`handshake words`, and `--lang` with every command that tells something."""

from __future__ import annotations

import json
from pathlib import Path

import polib
import pytest

from game.cli.playing import GREETING
from game.content.languages.choosing import VARIABLES
from game.text.language import ENGLISH, speak
from game.translating.contents import content_entries
from game.translating.entry import Entry
from tests.cli.conftest import Run
from tests.pseudo import english_in, pseudo
from tests.translated import catalogue


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Let nothing around the tests, nor one test before another, choose the language."""
    monkeypatch.setenv("HANDSHAKE_SETTINGS", str(tmp_path / "settings.json"))
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    speak(ENGLISH)


@pytest.fixture
def told(tmp_path: Path) -> Path:
    """Return a small catalogue of the pseudo-language."""
    return catalogue(tmp_path / "xx.po", [Entry(GREETING), Entry("There are no saves yet.")])


def test_a_template_is_written_and_never_over_anything_else(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("babel", reason="Babel, of the extra `words`, isn't installed")
    out = tmp_path / "game.pot"
    ran = run("words", "extract", str(out))
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == f"{out} holds {len(polib.pofile(str(out)))} texts.\n"
    before = out.read_text("utf-8")
    assert run("words", "extract", str(out)).status == 0
    assert out.read_text("utf-8") == before
    out.write_text("My notes.", encoding="utf-8")
    ran = run("words", "extract", str(out))
    assert (ran.status, out.read_text("utf-8")) == (2, "My notes.")
    assert "there already" in ran.err


def test_a_catalogue_is_checked(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("babel", reason="Babel, of the extra `words`, isn't installed")
    done = [*list(content_entries())[:10], Entry("Nothing of the kind", "nowhere")]
    path = catalogue(tmp_path / "xx.po", done)
    ran = run("words", "check", str(path), "--json")
    rows = json.loads(ran.out)
    assert ran.status == 1
    assert rows[0]["what"] == "unknown"
    assert {row["what"] for row in rows[1:]} == {"missing"}
    ran = run("words", "check", str(path))
    assert ran.out.splitlines()[-1].startswith(f"10 of {len(rows) + 9} texts are translated")
    ran = run("words", "check", str(tmp_path / "none.po"))
    assert (ran.status, ran.err.count("\n")) == (1, 1)


def test_a_language_can_be_named_anywhere(run: Run, told: Path) -> None:
    for words in ((f"--lang={told}", "list", "saves"), ("list", "saves", "--lang", str(told))):
        assert run(*words).out == f"{pseudo('There are no saves yet.')}\n"
        speak(ENGLISH)
    assert run("list", "saves").out == "There are no saves yet.\n"


def test_the_option_comes_before_the_settings_and_they_before_the_surroundings(
    run: Run, told: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "settings.json"
    settings.write_text(json.dumps({"language": str(told)}), encoding="utf-8")
    monkeypatch.setenv("LANGUAGE", "xx")
    assert run("list", "saves").out == f"{pseudo('There are no saves yet.')}\n"
    speak(ENGLISH)
    assert run("list", "saves", "--lang", "en").out == "There are no saves yet.\n"
    settings.write_text(json.dumps({"language": 7}), encoding="utf-8")
    assert run("list", "saves").out == "There are no saves yet.\n"


def test_what_cannot_be_spoken_is_told_and_the_command_goes_on(run: Run, tmp_path: Path) -> None:
    ran = run("list", "saves", "--lang", "xx")
    assert (ran.status, ran.out) == (0, "There are no saves yet.\n")
    assert ran.err.startswith("There is no language 'xx' here; English is spoken.")
    (tmp_path / "bad.po").write_bytes(b"\xff")
    ran = run("list", "saves", "--lang", str(tmp_path / "bad.po"))
    assert ran.out == "There are no saves yet.\n"
    assert ran.err.endswith("isn't written in UTF-8. English is told in its place.\n")
    ran = run("list", "saves", "--lang")
    assert (ran.status, ran.err.count("\n")) == (2, 1)


def test_the_plain_game_speaks_the_language(run: Run, told: Path) -> None:
    assert run("plain", "--lang", str(told)).out.startswith(pseudo(GREETING))


def test_a_whole_process_tells_content_in_a_catalogue(
    spawn: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From the file to the last word: the names of scenarios, read from the game's own content."""
    path = catalogue(tmp_path / "xx.po", content_entries())
    ran = spawn("list", "scenarios", "--lang", str(path))
    assert ran.err == ""
    assert pseudo("Cold snap") in ran.out
    names = ["turns", "for", *ran.out.replace(",", " ").split()]
    assert not [*english_in(ran.out, names)]
