"""`handshake pack` as it is typed; what it does is tested in `tests/packs`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.packs.choice import enable_in, enabled_in
from tests.cli.conftest import Run
from tests.packs.conftest import directory, pack

__all__ = ["directory"]  # the fixture
COMMANDS = (
    "new", "list", "enable", "disable", "order", "info", "build", "install", "remove", "test",
    "branches", "coverage", "graph", "fuzz",
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(run: Run, command: str) -> None:
    ran = run("pack", command, "--help")
    assert ran.status == 0
    assert f"handshake pack {command}" in ran.out.split("Example")[1]


def test_a_pack_from_first_to_last(
    run: Run, tmp_path: Path, directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "There are no packs in" in run("pack", "list").out
    assert run("pack", "new", "tea", "--in", "mine", "--title", "Tea").status == 0
    assert "adds event: first_card" in run("pack", "info", "mine/tea").out
    assert run("pack", "build", "mine/tea").status == 0
    assert "handshake pack enable tea" in run("pack", "install", "tea-0.1.zip").out
    assert run("pack", "enable", "tea").status == 0
    assert run("pack", "list").out == "[on] tea: Tea, version 0.1 (installed)\n"
    (row,) = json.loads(run("pack", "list", "--json").out)
    assert (row["id"], row["enabled"], row["installed"]) == ("tea", True, True)
    assert run("pack", "remove", "tea").status == 0
    assert enabled_in(directory) == ()


def test_what_has_errors_is_not_built(run: Run, tmp_path: Path, directory: Path) -> None:
    folder = pack(directory, "tea")
    (folder / "flags.yaml").write_text("- flag: seen\n")
    ran = run("pack", "build", "tea", "--out", str(tmp_path / "tea.zip"))
    assert ran.status == 2
    assert "E023" in ran.err
    assert not (tmp_path / "tea.zip").exists()


def test_order_and_disable(run: Run, directory: Path) -> None:
    pack(directory, "a")
    pack(directory, "b")
    enable_in(directory, ["a", "b"])
    assert run("pack", "order", "b").out == "b\na\n"
    assert run("pack", "disable", "b").status == 0
    assert enabled_in(directory) == ("a",)


def test_packs_can_be_left_out_for_once(run: Run, directory: Path) -> None:
    ran = run("pack", "list", "--no-packs")
    assert ran.status == 1
    assert "Packs are left out" in ran.err


def test_what_is_no_case_is_told(run: Run, directory: Path) -> None:
    pack(directory, "tea")
    ran = run("pack", "fuzz", "tea", "--case", "tea")
    assert (ran.status, "is no case" in ran.err) == (2, True)
