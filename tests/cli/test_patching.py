"""`handshake pack who`, `pack why` and `dump` as they are typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.content import load
from game.content.load import read_content
from tests.cli.conftest import Run
from tests.content.conftest import BASE_PACK, small_root
from tests.content.patching.conftest import STORY, info
from tests.saves.games import write

PATCHES = """\
- patch: base:event/tea
  set: {weight: 9}
  and_when: sanctions > 5
- remove: base:event/dregs
  because: The cup stays full.
- patch: base:event/tea
  if_pack: [elsewhere]
  set: {title: Cocoa}
- patch: base:event/tea
  expect: {weight: 3}
  set: {weight: 12}
- patch: base:event/tea
  remove: [effects.event=dregs, effects.flag]
"""


@pytest.fixture
def extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Put a small base in the game's place, and return a pack that patches it."""
    root = small_root(tmp_path)
    write(root / "base" / "pack.yaml", BASE_PACK)
    write(root / "base" / "story.yaml", STORY)
    monkeypatch.setattr(load, "content_root", lambda: root)
    write(tmp_path / "extra" / "pack.yaml", info("extra"))
    write(tmp_path / "extra" / "patches.yaml", PATCHES)
    return str(tmp_path / "extra")


@pytest.mark.parametrize("command", [("pack", "who"), ("pack", "why"), ("dump",)])
def test_every_command_explains_itself_with_an_example(run: Run, command: tuple[str, ...]) -> None:
    ran = run(*command, "--help")
    assert f"handshake {' '.join(command)}" in " ".join(ran.out.split("Example")[1].split())


def test_why(run: Run, extra: str) -> None:
    lines = run("pack", "why", extra).out.splitlines()
    assert lines[0] == "extra 1.0, after base: 5 patches."
    told = [line.partition("): ")[2] for line in lines if line.startswith("  base:")]
    assert told == [
        "applied",
        "applied",
        "left out: it is for elsewhere, and it isn't there",
        'left out: "weight" is 9 by now, not 3',
        "applied",
    ]
    rows = json.loads(run("pack", "why", extra, "--json").out)
    assert [row["state"] for row in rows] == ["applied", "applied", "left out", "left out",
                                              "applied"]  # fmt: skip
    assert rows[0]["mark"].endswith("patches.yaml:1:10")


def test_what_a_pack_changes_is_part_of_what_it_is(run: Run, extra: str) -> None:
    told = run("pack", "info", extra).out
    assert "changes base:event/tea: weight, when\n" in told
    assert "takes out base:event/dregs\n" in told


def test_why_a_pack_that_cant_be_used(run: Run, extra: str) -> None:
    assert "E070" in run("pack", "why", f"{extra}/nowhere").out


def test_who(run: Run, extra: str) -> None:
    told = run("pack", "who", "base:event/tea", "--pack", extra).out
    assert "base:event/tea is defined by base (" in told
    assert "weight: 9\n  extra wrote it (" in told
    assert "  before all patches: 3 (" in told
    assert 'extra wrote "sanctions > 5"' in told
    assert "effects.flag: extra took it out (" in told
    assert "No patch changes it." in run("pack", "who", "source/T-001").out
    gone = run("pack", "who", "base:event/dregs", "--pack", extra).out
    assert gone.startswith("extra takes base:event/dregs out (")
    (field,) = json.loads(run("pack", "who", "event/tea.weight", "--json", "--pack", extra).out)
    assert (field["pack"], field["first"]) == ("extra", "3")


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("tea", "'tea' names no object; write it as base:event/invasion."),
        ("base:event/te", 'did you mean "base:event/tea"?'),
        ("base:event/tea.wieght", "there are title, basis"),
    ],
)
def test_who_of_what_isnt_there(run: Run, extra: str, what: str, said: str) -> None:
    ran = run("pack", "who", what)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_dump(run: Run, extra: str, tmp_path: Path) -> None:
    whole = run("dump", "--pack", extra).out
    assert "- event: dregs" not in whole
    assert "\n  weight: 9\n" in whole
    assert run("dump", "base:event/tea", "--pack", extra).out in whole
    assert [one["event"] for one in json.loads(run("dump", "event", "--json").out)] == [
        "tea", "dregs", "pad_falls",
    ]  # fmt: skip
    assert "is taken out" in run("dump", "base:event/dregs", "--pack", extra).err
    write(tmp_path / "again" / "base" / "pack.yaml", BASE_PACK)
    write(tmp_path / "again" / "base" / "all.yaml", whole)
    assert read_content(root=tmp_path / "again").findings == ()
