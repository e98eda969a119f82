from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest

from game import tui
from game.cli import app, checking, playing
from game.content import load
from game.content.load import Checked
from game.content.places import own_packs
from game.errors import HandshakeError
from game.saves.record import to_text
from game.saves.store import Store
from game.saves.times import shown
from game.session import PERSON
from game.session.keeper import to_record
from game.tui.launch import WANTS_PLAIN, Launch
from game.version import game_version
from tests.cli.conftest import Run
from tests.content.conftest import small_root
from tests.saves.games import NOON, record, with_person, write

SAVED = record(2)
COMMANDS = (
    "new",
    "continue",
    "plain",
    "auto",
    "lab",
    "replay",
    "report",
    "branch",
    "list",
    "check",
    "bug",
    "try",
)


def test_version(run: Run) -> None:
    for arguments in (("--version",), ("--debug", "--version")):
        assert run(*arguments).out == f"handshake {game_version()}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(run: Run, command: str) -> None:
    ran = run(command, "--help")
    assert ran.status == 0
    assert f"Usage: handshake {command}" in ran.out
    assert f"handshake {command}" in ran.out.split("Example")[1]


def test_help_names_every_command(run: Run) -> None:
    out = run("--help").out
    for command in COMMANDS:
        assert f"\n  {command} " in out


@pytest.mark.parametrize("arguments", [(), ("new",), ("continue", "--save", "mine")])
def test_without_a_terminal_the_plain_game_is_named(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert "handshake plain" in ran.err


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> list[Launch]:
    """Pretend that there is a terminal, and collect what the screen is opened with."""
    opened: list[Launch] = []

    def open_it(launch: Launch, content: object = None) -> int:
        opened.append(launch)
        return 0

    stand_in = ModuleType("game.tui.app")
    monkeypatch.setattr(stand_in, "run", open_it, raising=False)
    monkeypatch.setitem(sys.modules, "game.tui.app", stand_in)
    monkeypatch.setattr(tui, "app", stand_in, raising=False)
    monkeypatch.setattr(playing, "_is_terminal", lambda stream: True)
    return opened


def test_alone_it_opens_the_title(run: Run, screen: list[Launch]) -> None:
    assert run().status == 0
    assert run("--debug").status == 0
    assert screen == [Launch(greets=True), Launch(debug=True, greets=True)]


def test_new_opens_a_game(run: Run, screen: list[Launch]) -> None:
    ran = run("new", "--scenario", "campaign", "--as", "esa", "--seed", "7", "--level", "cold",
              "--others", "random,diplomat")  # fmt: skip
    assert ran.status == 0, ran.err
    (launch,) = screen
    assert launch.setup is not None
    assert (launch.setup.scenario, launch.setup.chair, launch.setup.seed) == ("campaign", "esa", 7)
    assert dict(launch.seats) == {"nasa": "random", "roscosmos": "diplomat", "esa": "person"}


def test_new_refuses_what_doesnt_exist(run: Run, screen: list[Launch]) -> None:
    ran = run("new", "--scenario", "campain")
    assert ran.status == 2
    assert 'did you mean "campaign"' in ran.err
    assert screen == []


def test_continue_opens_the_latest_save_or_a_named_one(
    run: Run, screen: list[Launch], saves: Path
) -> None:
    store = Store(saves)
    first, second = store.create(SAVED), store.create(SAVED)
    write(saves / "broken.json", "{")
    assert run("continue").status == 0
    assert run("continue", "--save", first).status == 0
    assert run("continue", first).status == 0
    opened = [launch.save for launch in screen]
    assert opened == [store.path(second), store.path(first), store.path(first)]


def test_continue_without_a_save_says_how_to_start(run: Run, screen: list[Launch]) -> None:
    ran = run("continue")
    assert ran.status == 1
    assert "handshake new" in ran.err


def test_who_asks_for_the_plain_game_on_the_screen_gets_it(
    run: Run, screen: list[Launch], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["game.tui.app"], "run", lambda *_: WANTS_PLAIN)
    ran = run(typed="")
    assert ran.status == 0
    assert "Which scenario?" in ran.out


def test_replay_verifies(run: Run, saves: Path) -> None:
    name = Store(saves).create(SAVED)
    ran = run("replay", name)
    assert ran.status == 0
    assert f"Verified: {len(SAVED.decisions)} decisions" in ran.out
    assert json.loads(run("replay", name, "--json").out)["chain"] == SAVED.chain[-1]


def test_replay_fails_on_a_broken_chain(run: Run, saves: Path) -> None:
    forged = replace(SAVED, chain=["0" * 64, *SAVED.chain[1:]])
    path = write(saves / "forged.json", to_text(forged))
    ran = run("replay", str(path))
    assert ran.status == 1
    assert "can't be verified" in ran.err
    assert ran.out == ""


def test_a_report_is_printed_or_written(run: Run, saves: Path, tmp_path: Path) -> None:
    name = Store(saves).create(SAVED)
    assert run("report", name, "--as", "roscosmos").status == 2
    goes_on = Store(saves).create(to_record(with_person(), NOON))
    ran = run("report", goes_on)
    assert ran.out.startswith("# Orbital Handshake: ")
    out = tmp_path / "run.html"
    assert run("report", goes_on, "--format", "html", "--out", str(out)).status == 0
    assert out.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert run("report", goes_on, "--as", "esa").status == 2
    assert run("report", goes_on, "--format", "pdf").status == 2


def test_a_branch_leaves_the_old_game_and_is_named(run: Run, saves: Path) -> None:
    store = Store(saves)
    name = store.create(to_record(with_person(), NOON))
    before = store.load(name)
    ran = run("branch", name, "--turn", "2", "--save", "other_way")
    assert ran.status == 0, ran.err
    made = store.load("other_way")
    assert made.hindsight and made.snapshot["turn"] == 2
    assert made.parent is not None and (made.parent.save, made.parent.turn) == (name, 2)
    assert store.load(name) == before
    assert f"a branch of {name} at turn 2" in run("list", "saves").out
    assert run("branch", name, "--turn", "2", "--save", "other_way").status == 1
    assert run("branch", name, "--turn", "99").status == 2


def test_a_branch_of_several_people_needs_them_all(run: Run, saves: Path) -> None:
    store = Store(saves)
    seats = {**SAVED.seats, "nasa": PERSON, "roscosmos": PERSON}
    name = store.create(replace(SAVED, seats=seats))
    refused = run("branch", name, "--turn", "1", typed="yes\nno\n")
    assert refused.status == 1
    assert "NASA: do you agree" in refused.out and "Roscosmos: do you agree" in refused.out
    assert len(list(store.entries())) == 1
    assert run("branch", name, "--turn", "1", typed="yes\nperhaps\nyes\n").status == 0
    assert len(list(store.entries())) == 2


def test_lists(run: Run, saves: Path) -> None:
    assert run("list", "saves").out == "There are no saves yet.\n"
    name = Store(saves).create(SAVED)
    write(saves / "broken.json", "{")
    assert "campaign: " in run("list", "scenarios").out
    assert "random: " in run("list", "players").out
    out = run("list", "saves").out
    assert f"{name}: campaign as nasa, turn " in out
    assert "broken: " in out


def test_the_list_names_packs_marks_and_unvouched_iron(run: Run, saves: Path) -> None:
    mark = replace(SAVED.packs[0], id="mod", title="My Mod", version="2.1")
    odd = replace(SAVED, packs=[mark], edited=True, iron="ab")
    write(saves / "odd.json", to_text(odd))
    out = run("list", "saves").out
    for words in ("with My Mod 2.1", "edited", "iron by its own word alone"):
        assert words in out
    (row,) = json.loads(run("list", "saves", "--json").out)
    assert row["packs"] == [{"id": "mod", "title": "My Mod", "version": "2.1"}]
    assert (row["edited"], row["iron"], row["vouched"]) == (True, True, False)


def test_the_list_names_no_pack_that_comes_with_the_game(run: Run, saves: Path) -> None:
    marks = [replace(SAVED.packs[0], id=own, title="Ours") for own in own_packs()]
    assert len(marks) > 1
    write(saves / "plain.json", to_text(replace(SAVED, packs=marks)))
    assert ", with Ours" not in run("list", "saves").out


def test_a_list_tells_times_with_their_zone_and_what_can_be_gone_back_to(
    run: Run, saves: Path
) -> None:
    store = Store(saves)
    name = store.create(SAVED)
    store.keep_earlier(name, SAVED)
    turn = SAVED.snapshot["turn"]
    out = run("list", "saves").out
    assert f"saved {shown(SAVED.saved_at)}" in out
    assert f"; earlier: {name}~{turn}\n" in out
    assert json.loads(run("list", "saves", "--json").out)[0]["earlier"] == [turn]


def test_lists_as_json(run: Run, saves: Path) -> None:
    Store(saves).create(SAVED)
    write(saves / "broken.json", "{")
    scenarios = json.loads(run("list", "scenarios", "--json").out)
    assert {s["id"] for s in scenarios} == {"brief", "campaign"}
    players = json.loads(run("list", "players", "--json").out)
    assert {"id", "about"} == set(players[0])
    rows = json.loads(run("list", "saves", "--json").out)
    assert sum("problem" in row for row in rows) == 1


def test_check_passes_on_findings_and_their_status(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    packs = small_root(tmp_path)
    monkeypatch.setattr(load, "content_root", lambda: packs)
    broken = write(tmp_path / "mod" / "pack.yaml", "pack: mod\ntitle: Mod\nwrong: 1\n")
    ran = run("check", str(broken.parent))
    assert ran.status == 1
    assert "pack.yaml:3:1" in ran.out
    found = json.loads(run("check", str(broken.parent), "--json").out)
    assert all({"code", "line", "column", "message"} <= set(row) for row in found)


def test_check_is_content_with_sound_content(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "check_content", lambda paths: [])
    ran = run("check")
    assert ran.status == 0
    assert "no errors" in ran.out


def test_check_explains_a_code(run: Run) -> None:
    assert run("check", "--explain", "e031").out.startswith("E031")
    ran = run("check", "--explain", "E31")
    assert ran.status == 2
    assert 'did you mean "E031"' in ran.err


def test_check_reports_coverage(
    run: Run, checked: Checked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "read_content", lambda paths: checked)
    ran = run("check", "--coverage")
    assert "article items are cited" in ran.out
    assert ran.status in (0, 1)


@pytest.mark.parametrize("arguments", [("nwe",), ("auto", "--sed", "1"), ("list", "planets")])
def test_misuse_is_explained_with_status_2(run: Run, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert "Usage: handshake" in ran.err
    assert "Traceback" not in ran.err


def _failing(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*arguments: object, **options: object) -> None:
        raise error

    monkeypatch.setattr(app, "app", fail)


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (HandshakeError("The sky is closed."), 1, "The sky is closed.\n"),
        (KeyboardInterrupt(), 130, "saved"),
        (ZeroDivisionError("by zero"), 70, "ZeroDivisionError: by zero"),
        (RecursionError(), 70, "--debug"),
    ],
)
def test_what_goes_wrong_is_one_sentence(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, said: str
) -> None:
    _failing(error, monkeypatch)
    ran = run("list", "players")
    assert ran.status == status
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_debug_shows_the_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    _failing(ZeroDivisionError(), monkeypatch)
    assert "Traceback" in run("--debug", "list", "players").err
    assert "Traceback" in run("list", "players", "--debug").err


def test_help_holds_nothing_that_steers_a_terminal(run: Run) -> None:
    assert "\x1b" not in run("--help").out
    assert app.app.rich_markup_mode is None
