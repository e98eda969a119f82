"""Whatever is put in the place of a name, a path or a number: a sentence, nothing worse."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from msgspec import convert

from game.content import load
from game.saves.places import VARIABLE
from game.saves.record import Record, to_text
from game.saves.settings import VARIABLE as SETTINGS
from game.saves.store import Store
from game.session.keeper import to_record
from tests.cli.conftest import Ran, Run
from tests.content.conftest import small_root
from tests.saves.games import NOON, with_person, write

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
ESCAPES = "\x1b[31mred\x1b]0;title\x07\r\x9b2J\u202eturned\u2066"
MINE = to_record(with_person(), NOON)
BRIEF = ("--scenario", "brief", "--player", "random")
HERE = "{value}"

NAMES = {
    "continue": ("continue", HERE, "--plain"),
    "continue --save": ("continue", "--plain", "--save", HERE),
    "replay": ("replay", HERE),
    "report": ("report", HERE),
    "report --as": ("report", "mine", "--as", HERE),
    "report --format": ("report", "mine", "--format", HERE),
    "report --out": ("report", "mine", "--out", HERE),
    "report --force": ("report", "mine", "--force", "--out", HERE),
    "branch": ("branch", HERE, "--turn", "1"),
    "branch --save": ("branch", "mine", "--turn", "1", "--save", HERE),
    "auto --save": ("auto", *BRIEF, "--turns-limit", "1", "--save", HERE),
    "auto --player": ("auto", "--player", HERE),
    "auto --scenario": ("auto", "--scenario", HERE),
    "plain --scenario": ("plain", "--scenario", HERE),
    "plain --as": ("plain", "--scenario", "brief", "--as", HERE),
    "plain --level": ("plain", "--scenario", "brief", "--as", "nasa", "--level", HERE),
    "plain --others": ("plain", "--scenario", "brief", "--as", "nasa", "--level", "director",
                       "--seed", "1", "--others", HERE),
    "lab --json": ("lab", *BRIEF[:2], "--players", "random", "--games", "1", "--jobs", "1",
                   "--json", HERE),
    "lab --rows": ("lab", *BRIEF[:2], "--players", "random", "--games", "1", "--jobs", "1",
                   "--rows", HERE),
    "lab --into": ("lab", *BRIEF[:2], "--players", "random", "--games", "1", "--jobs", "1",
                   "--into", HERE),
    "lab report": ("lab", "report", HERE),
    "lab report --out": ("lab", "report", "here", "--out", HERE),
    "check": ("check", HERE),
    "check --explain": ("check", "--explain", HERE),
    "list": ("list", HERE),
    "bug": ("bug", HERE),
    "no such command": (HERE,),
}  # fmt: skip
VALUES = {
    "nothing": "",
    "300 letters": "x" * 300,
    "a file of 300 letters": f"{'x' * 300}.json",
    "300 folders": "x/" * 300 + "y.json",
    "nobody's home": "~nouser/mine.json",
    "escapes": ESCAPES,
    "half a letter": "\udcff.json",
    "5,000 digits": "9" * 5000,
    "here": ".",
    "the root": "/",
    "a device": "/dev/null",
}


@pytest.fixture
def calm(run: Run, saves: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command in a folder of its own, beside a save `mine`.

    What `check` reads beside what it is given is a base pack of a few objects.
    """
    packs = small_root(tmp_path)
    monkeypatch.setattr(load, "content_root", lambda: packs)
    write(saves / "mine.json", to_text(MINE))
    monkeypatch.setenv(SETTINGS, str(tmp_path / "settings.json"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    return run


def told(ran: Ran) -> None:
    """Hold that a command has ended with a sentence at most."""
    assert ran.status in (0, 1, 2), ran.err
    assert "Traceback" not in ran.err
    assert ran.status == 0 or ran.err or ran.out
    assert not STEERING.search(ran.out + ran.err)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("command", NAMES)
def test_a_hostile_name_gets_a_sentence(calm: Run, command: str, value: str, saves: Path) -> None:
    told(calm(*(word.replace(HERE, VALUES[value]) for word in NAMES[command]), typed="quit\n"))
    assert Store(saves).load("mine").decisions == MINE.decisions


NUMBERS = {
    "auto --seed": ("auto", *BRIEF, "--seed", HERE),
    "auto --games": ("auto", *BRIEF, "--games", HERE),
    "auto --turns-limit": ("auto", *BRIEF, "--turns-limit", HERE),
    "lab --jobs": ("lab", "--games", "1", "--jobs", HERE),
    "lab --trials": ("lab", "--games", "1", "--trials", HERE),
    "targets --games": ("targets", "--games", HERE),
    "plain --seed": ("plain", "--scenario", "brief", "--as", "nasa", "--level", "director",
                     "--seed", HERE),
    "branch --turn": ("branch", "mine", "--turn", HERE),
}  # fmt: skip
LONG = {"5,000 digits": "9" * 5000, "4,000 digits": "9" * 4000, "none": "", "minus": "-1",
        "letters": "1e9"}  # fmt: skip


@pytest.mark.parametrize("value", LONG)
@pytest.mark.parametrize("command", NUMBERS)
def test_a_hostile_number_is_refused(calm: Run, command: str, value: str) -> None:
    ran = calm(*(word.replace(HERE, LONG[value]) for word in NUMBERS[command]))
    told(ran)
    assert ran.status == 2


QUESTIONS = ("{}", "preview {}", "why tension {}", "chronicle {}", "branch {}", "list {}", "{} {}")


@pytest.mark.parametrize("digits", [1, 4000, 5000])
def test_a_number_of_any_length_may_be_typed_at_any_question(calm: Run, digits: int) -> None:
    asked = "".join(question.format("9" * digits, "9" * digits) + "\n" for question in QUESTIONS)
    typed = f"1\n1\n1\n{'9' * digits}\n7\n" + (asked + "1\nend\noffer\n") * 12
    ran = calm("plain", typed=typed)
    told(ran)
    assert ran.status == 0
    assert "Saved." in ran.out


def _pipe(path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no pipes with names")
    os.mkfifo(path)


TRAPS: dict[str, Callable[[Path], None]] = {
    "a pipe": _pipe,
    "a folder": Path.mkdir,
    "a link to a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to a folder": lambda path: path.symlink_to(path.parent),
    "a link to nothing": lambda path: path.symlink_to(path.parent / "nowhere"),
}
READERS = {
    "list saves": ("list", "saves"),
    "continue": ("continue", "--plain"),
    "continue trap": ("continue", "trap", "--plain"),
    "replay": ("replay", "trap"),
    "report": ("report", "trap"),
    "branch": ("branch", "trap", "--turn", "1"),
    "bug": ("bug", "trap"),
    "bug alone": ("bug",),
}


@pytest.mark.parametrize("command", READERS)
@pytest.mark.parametrize("trap", TRAPS)
def test_what_is_no_file_hangs_nobody(calm: Run, saves: Path, trap: str, command: str) -> None:
    TRAPS[trap](saves / "trap.json")
    ran = calm(*READERS[command], typed="quit\n")
    told(ran)
    assert (ran.status != 0) == ("trap" in READERS[command])


@pytest.mark.parametrize("trap", TRAPS)
def test_an_output_goes_over_no_trap(calm: Run, tmp_path: Path, trap: str) -> None:
    TRAPS[trap](tmp_path / "out.md")
    before = (tmp_path / "out.md").lstat().st_ino
    for force in ((), ("--force",)):
        ran = calm("report", "mine", "--out", str(tmp_path / "out.md"), *force)
        told(ran)
        assert ran.status == 2
    assert (tmp_path / "out.md").lstat().st_ino == before


WRITERS = (
    ("list", "saves"),
    ("continue", "--plain"),
    ("bug",),
    ("auto", *BRIEF, "--turns-limit", "1", "--save", "new"),
)


PLACES = ("nothing", "here", "the root", "escapes", "300 folders", "5,000 digits")
"""What names a directory that saves may well lie in."""


@pytest.mark.parametrize("value", [*(name for name in VALUES if name not in PLACES), "a pipe",
                                   "a file"])  # fmt: skip
@pytest.mark.parametrize("command", WRITERS)
def test_a_hostile_directory_of_saves_gets_a_sentence(
    calm: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], value: str
) -> None:
    named = VALUES.get(value, str(tmp_path / "place"))
    if value == "a pipe":
        _pipe(tmp_path / "place")
    elif value == "a file":
        write(tmp_path / "place", "")
    monkeypatch.setenv(VARIABLE, named)
    told(calm(*command, typed="quit\n"))


SPOILT: dict[str, dict[str, object]] = {
    "time": {"saved_at": ESCAPES},
    "chair": {"chair": ESCAPES},
    "scenario": {"scenario": ESCAPES},
    "version": {"game": ESCAPES},
    "players": {"seats": {**MINE.seats, "esa": ESCAPES}},
    "seats": {"seats": {ESCAPES: "person"}},
    "packs": {"packs": [{"id": ESCAPES, "title": ESCAPES, "version": ESCAPES, "rules": "",
                         "text": ""}]},
    "parent": {"parent": {"save": ESCAPES, "turn": 1}},
    "reasons": {"decisions": [asdict(replace(d, why=ESCAPES))
                              for d in MINE.decisions]},
    "decisions": {"decisions": [{**asdict(MINE.decisions[0]), "pick": ESCAPES}]},
    "figures": {"snapshot": {**MINE.snapshot, "figures": {ESCAPES: 1}}},
    "words": {"snapshot": {**MINE.snapshot, "words": {ESCAPES: ESCAPES}}},
    "turn": {"snapshot": {**MINE.snapshot, "turn": ESCAPES}},
    "promises": {"snapshot": {**MINE.snapshot, "promises": [ESCAPES]}},
}  # fmt: skip


@pytest.mark.parametrize("part", SPOILT)
def test_a_save_full_of_escapes_steers_no_terminal(calm: Run, saves: Path, part: str) -> None:
    spoilt = convert({**asdict(MINE), **SPOILT[part]}, Record)
    name = ESCAPES.replace("\r", "")
    write(saves / f"{name}.json", to_text(spoilt))
    for command in (("list", "saves"), ("list", "saves", "--json"), ("replay", name),
                    ("report", name), ("report", name, "--format", "html"),
                    ("continue", name, "--plain"), ("branch", name, "--turn", "1"),
                    ("bug", name)):  # fmt: skip
        told(calm(*command, typed="status\ncrew\nquit\n"))


def test_a_report_in_a_file_steers_no_terminal(calm: Run, saves: Path, tmp_path: Path) -> None:
    spoilt = convert({**asdict(MINE), **SPOILT["parent"]}, Record)
    write(saves / "bad.json", to_text(spoilt))
    for kind in ("md", "html"):
        out = tmp_path / f"run.{kind}"
        assert calm("report", "bad", "--format", kind, "--out", str(out)).status == 0
        assert not STEERING.search(out.read_text(encoding="utf-8"))


def test_a_name_is_one_line_of_the_list(calm: Run, saves: Path) -> None:
    write(saves / "a\nforged: campaign as nasa.json", to_text(MINE))
    assert len(calm("list", "saves").out.splitlines()) == 2


def test_a_pack_full_of_escapes_steers_no_terminal(calm: Run, tmp_path: Path) -> None:
    pack = tmp_path / f"pack{ESCAPES}"
    write(pack / "pack.yaml", f'pack: "{ESCAPES}"\n')
    told(calm("check", str(pack)))
    told(calm("check", str(pack), "--json"))
