"""One file to attach: all of what went wrong, nothing of who plays."""

from __future__ import annotations

import json
import platform
import socket
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
from msgspec import convert

from game.cli import app
from game.saves.record import Record, from_text, to_text
from game.saves.settings import VARIABLE as SETTINGS
from game.session.keeper import to_record
from game.version import game_version
from tests.cli.conftest import Ran, Run
from tests.saves.games import NOON, with_person, write

MINE = to_record(with_person(), NOON)
HOME, USER, HOST = "zebulon_home", "zebulon", "ganymede"


@pytest.fixture
def person(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run, saves: Path) -> Run:
    """Return a function that runs a command as somebody whose name is known."""
    home = tmp_path / HOME
    home.mkdir()
    for name, value in (("HOME", str(home)), ("USER", USER), ("LOGNAME", USER), ("TERM", "vt52"),
                        (SETTINGS, str(home / "settings.json"))):  # fmt: skip
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(socket, "gethostname", lambda: f"{HOST}.example.org")
    monkeypatch.setattr(platform, "node", lambda: HOST)
    keys = {"keys": {"undo": "z", "why": USER}, "theme": str(home)}
    write(home / "settings.json", json.dumps(keys))
    parent = {"save": f"game_of-{USER} on {HOST}", "turn": 1}
    text = to_text(convert({**asdict(MINE), "parent": parent}, Record))
    write(saves / "mine.json", text)
    return run


def _report(saves: Path, ran: Ran) -> tuple[dict[str, Any], str]:
    (path,) = (saves / "bugs").iterdir()
    assert str(path) in ran.out + ran.err
    text = path.read_text(encoding="utf-8")
    return json.loads(text), text


def _nobody_in(text: str) -> None:
    for name in (HOME, USER, HOST):
        assert name not in text.lower()


def test_a_report_is_made_at_any_time(person: Run, saves: Path) -> None:
    ran = person("bug")
    assert ran.status == 0
    found, text = _report(saves, ran)
    assert found["versions"]["game"] == game_version()
    assert found["terminal"]["TERM"] == "vt52"
    assert found["settings"]["keys"]["undo"] == "z"
    assert found["packs"] == [asdict(mark) for mark in MINE.packs]
    _nobody_in(text)


def test_its_save_loads(person: Run, saves: Path) -> None:
    found, _ = _report(saves, person("bug", "mine"))
    again = from_text(json.dumps(found["save"]), "it")
    assert replace(again, parent=None) == MINE


def test_a_damaged_save_is_attached_as_it_is(person: Run, saves: Path) -> None:
    write(saves / "broken.json", f"{{ of {USER}")
    found, text = _report(saves, person("bug", "broken"))
    assert found["save"] == "{ of <user>"
    _nobody_in(text)


def test_without_a_save_there_is_a_report(run: Run, saves: Path) -> None:
    found, _ = _report(saves, run("bug"))
    assert found["save"] is None
    assert run("bug", "nowhere").status == 1


def test_what_breaks_names_the_file(
    person: Run, saves: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError(f"in {tmp_path / HOME} of {USER} on {HOST}")

    monkeypatch.setattr(app, "app", fail)
    ran = person("continue", f"{USER}.json", "--plain")
    assert ran.status == 70
    found, text = _report(saves, ran)
    assert any("ZeroDivisionError" in line for line in found["error"])
    assert found["asked"] == ["continue", "<user>.json", "--plain"]
    assert found["save"]
    _nobody_in(text)


def test_where_nothing_can_be_written_the_old_way_stays(
    person: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(app, "app", fail)
    monkeypatch.setattr("game.cli.bug.written", fail)
    ran = person("list", "saves")
    assert ran.status == 70
    assert "--debug" in ran.err
