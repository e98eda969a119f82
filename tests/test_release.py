"""A release as players get it: built, installed where no checkout is, played, saved, reported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Callable, Mapping, Sequence
from email.parser import Parser
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
UNREACHED = ("Retrying (", "NewConnectionError", "Failed to fetch", "dns error", "timed out")
"""What installers print where no package index can be reached."""
PACK = 'pack: brought\ntitle: Brought along\nversion: "1.0"\nformat: 1\ngame: ">=0.1"\n'
HIDING = 'raise RuntimeError("this is the user\'s own game.py")\n'


def _built(into: Path, source: Path = ROOT, *only: str) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", str(into), *only],
        cwd=source, check=True, capture_output=True,
    )  # fmt: skip
    return into


def _one(folder: Path, ending: str) -> Path:
    (found,) = folder.glob(f"*{ending}")
    return found


def _files(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_sdist_builds_the_wheel_and_the_wheel_says_what_it_is(tmp_path: Path) -> None:
    built = _built(tmp_path / "dist")
    wheel = _files(_one(built, ".whl"))
    with tarfile.open(_one(built, ".tar.gz")) as archive:
        archive.extractall(tmp_path, filter="data")
    unpacked = tmp_path / _one(built, ".tar.gz").name.removesuffix(".tar.gz")
    again = _files(_one(_built(tmp_path / "again", unpacked, "-t", "wheel"), ".whl"))
    assert again == wheel

    assert {"game/py.typed", "game/_content/base/pack.yaml", "game/tui/styles.tcss"} <= set(wheel)
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {
        "game", "orbital_handshake.py", "orbital_handshake",
    }  # fmt: skip
    (told,) = (text for name, text in wheel.items() if name.endswith("METADATA"))
    said = Parser().parsestr(told.decode())
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert said["Version"] == project["version"] and said["License-Expression"] == "MIT"
    kinds = said.get_all("Classifier", [])
    assert {f"Programming Language :: Python :: {one}" for one in PYTHONS} <= set(kinds)
    assert "Typing :: Typed" in kinds


def test_the_changelog_has_the_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"\n## {project['version']}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def _run(words: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run an installer; skip where it finds no package index to install from."""
    done = subprocess.run(words, capture_output=True, text=True, env=environment, check=False)
    if done.returncode and any(sign in done.stderr for sign in UNREACHED):
        pytest.skip(f"{words[0]} reaches no package index")
    assert done.returncode == 0, done.stderr


def _pip(wheel: Path, at: Path, own: Mapping[str, str]) -> Path:
    if find_spec("pip") is None:
        pytest.skip("no pip beside this Python")
    _run([sys.executable, "-m", "venv", "--without-pip", str(at)], own)
    (python,) = (*at.glob("bin/python"), *at.glob("Scripts/python.exe"))
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-compile"]
    _run([*pip, "--disable-pip-version-check", str(wheel)], own)
    return python.parent


def _uv(wheel: Path, at: Path, own: Mapping[str, str]) -> Path:
    where = {"UV_TOOL_DIR": str(at), "UV_TOOL_BIN_DIR": str(at / "bin")}
    command = _there("uv")
    _run([command, "tool", "install", "--python", sys.executable, str(wheel)], {**own, **where})
    return at / "bin"


def _pipx(wheel: Path, at: Path, own: Mapping[str, str]) -> Path:
    where = {"PIPX_HOME": str(at), "PIPX_BIN_DIR": str(at / "bin")}
    command = _there("pipx")
    _run([command, "install", "--python", sys.executable, str(wheel)], {**own, **where})
    return at / "bin"


def _there(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.mark.long
@pytest.mark.parametrize("install", [_pip, _uv, _pipx])
def test_it_plays_as_installed(
    tmp_path: Path, install: Callable[[Path, Path, Mapping[str, str]], Path]
) -> None:
    if install is not _pip:
        _there(install.__name__.strip("_"))
    wheel = _one(_built(tmp_path / "dist", ROOT, "-t", "wheel"), ".whl")
    foreign = ("HANDSHAKE_", "XDG_", "PYTHON")
    own = {name: told for name, told in os.environ.items() if not name.startswith(foreign)}
    handshake = install(wheel, tmp_path / "installed", own) / "handshake"

    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    (work / "pack").mkdir(parents=True)
    (work / "pack" / "pack.yaml").write_text(PACK, encoding="utf-8")
    (work / "game.py").write_text(HIDING, encoding="utf-8")
    own |= {"HOME": str(home), "USERPROFILE": str(home), "LOCALAPPDATA": str(home / "local")}
    own |= {"PYTHONPATH": str(work)}  # a game.py of the user's own hides nothing

    def said(*words: str, typed: str = "") -> str:
        done = subprocess.run(
            [str(handshake), *words], input=typed, capture_output=True, text=True, cwd=work,
            env=own, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert said("--version") == f"handshake {project['version']}\n"
    campaign = ("--scenario", "handshake_1975", "--as", "nasa", "--level", "liaison", "--seed", "3")
    said("plain", *campaign, "--pack", "pack", typed="1\n1\n1\n1\nend\nsave\nquit\n")
    (save,) = home.rglob("saves/*.json")
    record = json.loads(save.read_text(encoding="utf-8"))
    assert "brought" in [pack["id"] for pack in record["packs"]]
    assert record["decisions"]
    said("continue", "--plain", "--pack", "pack", typed="quit\n")
    said("bug")
    (bug,) = home.rglob("bugs/*.json")
    told = json.loads(bug.read_text(encoding="utf-8"))
    assert told["versions"]["game"] == project["version"] and told["save"]
    assert str(home) not in bug.read_text(encoding="utf-8")
    assert not list((tmp_path / "installed").rglob("saves/*.json"))
