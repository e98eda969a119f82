"""The site: built, small, alike each time, and played on its own archives under Node."""

from __future__ import annotations

import json
import os
import pickle
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from game.content.records import Content
from game.errors import UsageError
from game.rules.encoding import START_OF_CHAIN, digest
from game.saves.store import Store
from game.session.keeping import go_on
from game.web.building import MARK, STATIC, build
from game.web.inputs import fetched

MOST_BYTES = 10_000_000
PLAY = Path(__file__).with_name("play.mjs")
LINK = {"scenario": "cold_snap_2022", "as": "nasa", "seed": "7"}
NODE = shutil.which("node") and shutil.which("npm")
OWN = sorted(path for path in STATIC.iterdir() if path.suffix in (".html", ".mjs", ".css"))


def _site(at: Path, base: Content) -> Path:
    """Return a site that was built, where what it is made of can be had."""
    if not NODE:
        pytest.skip("building a site needs node and npm")
    try:
        fetched()
    except UsageError as error:
        if "can't be fetched" not in str(error):
            raise
        pytest.skip(f"what a site is made of can't be had: {error}")
    build(at, content=pickle.dumps(base, protocol=5))
    return at


def test_the_site_plays_keeps_and_goes_on_as_the_terminal_does(
    tmp_path: Path, base: Content
) -> None:
    site, store = _site(tmp_path / "site", base), tmp_path / "store"
    sizes: dict[str, int] = json.loads((site / MARK).read_text(encoding="utf-8"))
    assert sum(sizes.values()) < MOST_BYTES
    assert {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()} == {
        *sizes, MARK,
    }  # fmt: skip

    seen = _played(site, store)
    assert "O R B I T A L" in seen["title"] and "Continue" in seen["title"]
    assert seen["decided"] == 10 and not seen["files"]
    assert "What it would do" in seen["game"]
    assert seen["back"]["digest"] == seen["left"]["digest"]

    resumed = go_on(base, Store(store / "saves"), seen["back"]["saved"])
    assert len(resumed.session.decisions) == seen["left"]["decided"]
    assert digest(resumed.session.state, START_OF_CHAIN) == seen["left"]["digest"]
    assert not resumed.warnings


def _played(site: Path, store: Path) -> dict[str, Any]:
    store.mkdir()
    done = subprocess.run(
        ["node", str(PLAY), str(site), str(store), json.dumps(LINK)], capture_output=True,
        encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.mark.skipif("WHOLE" not in os.environ, reason="built twice by `.ci/run --all` alone")
def test_the_same_tree_gives_the_same_bytes(tmp_path: Path, base: Content) -> None:
    _site(tmp_path / "unused", base)
    for name in ("one", "two"):
        build(tmp_path / name)
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def _bytes(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.name)
def test_the_page_asks_for_nothing_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"""(?:src|href|import|from|fetch\()\s*=?\s*["']/""", text)


def test_scripts_are_the_sites_own_and_none_is_inline() -> None:
    text = (STATIC / "index.html").read_text(encoding="utf-8")
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', text)
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'" and rules["connect-src"] == "'self'"
    assert rules["script-src"] == "'self' 'wasm-unsafe-eval'"
    assert all(re.search(r"src=", tag) for tag in re.findall(r"<script[^>]*>", text))
    assert not re.search(r"\son\w+=", text)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is no site"):
        build(tmp_path)
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"
