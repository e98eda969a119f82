"""The site: built, small, alike each time, and played on its own archives under Node."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from game.content.records import Content
from game.errors import UsageError
from game.narration.decisions import card_title, decision_title
from game.packs.archive import archived
from game.rules.encoding import START_OF_CHAIN, digest
from game.rules.kinds import KINDS
from game.rules.legality import options
from game.rules.view import view
from game.saves.store import Store
from game.session import Session
from game.session.keeping import go_on
from game.session.telling import Telling
from game.session.telling.dangers import restless_in
from game.web.building import CHECKS, MARK, STATIC, build
from tests.web.conftest import NODE, PACK, built
from tests.web.transcribed import Block, choices_told, said_again, unsaid

MOST_BYTES = 10_000_000
MOST_OF_CHECKER = 3_000_000
"""Of what is fetched only when a pack is dropped on the page."""
PLAY = Path(__file__).with_name("play.mjs")
LINK = {"scenario": "cold_snap_2022", "as": "nasa", "seed": "7"}
OWN = sorted(path for path in STATIC.iterdir() if path.suffix in (".html", ".mjs", ".css"))


@pytest.mark.long
def test_the_site_plays_keeps_and_goes_on_as_the_terminal_does(
    tmp_path: Path, base: Content
) -> None:
    site, store = built(tmp_path / "site", base), tmp_path / "store"
    sizes: dict[str, int] = json.loads((site / MARK).read_text(encoding="utf-8"))
    assert sizes[CHECKS] < MOST_OF_CHECKER
    assert sum(sizes.values()) - sizes[CHECKS] < MOST_BYTES
    assert {p.relative_to(site).as_posix() for p in site.rglob("*") if p.is_file()} == {
        *sizes, MARK,
    }  # fmt: skip

    seen = _played(site, store)
    assert "O R B I T A L" in seen["title"] and "Continue" in seen["title"]
    assert seen["decided"] == 10 and not seen["files"]
    assert "What it would do" in seen["game"]
    assert seen["verdict"]["kept"] and seen["verdict"]["findings"] == "no errors, no warnings"
    assert (seen["left"]["called"], seen["back"]["called"]) == ("Cold snap", "A snap with tea")
    assert seen["back"]["digest"] == seen["left"]["digest"]

    resumed = go_on(base, Store(store / "saves"), seen["back"]["saved"])
    assert len(resumed.session.decisions) == seen["left"]["decided"]
    assert digest(resumed.session.state, START_OF_CHAIN) == seen["left"]["digest"]
    assert not resumed.warnings
    _is_transcribed(resumed.session, seen["transcript"])


def _is_transcribed(session: Session, blocks: list[Block]) -> None:
    """Hold a transcript to what the game told: all of it, and what happened once."""
    chair = session.setup.chair
    own = [n for n, decision in enumerate(session.decisions) if decision.chair == chair]
    items = [item for item in Telling(session).items(chair) if item.place <= own[-2]]
    turned = {change for one in items for change in restless_in([one], one.turn)}
    items = [one for one in items if not turned.intersection(one.changes)]  # a warning tells of it
    assert unsaid(session, chair, items, blocks) == []
    assert said_again(session, chair, items, blocks) == []
    asked = [n for n in own if KINDS[session.decisions[n].kind].of_a_card]
    assert asked
    for n in asked:
        seen = view(session.content, session.states[n], chair)
        found = [decision_title(session.content, seen, one.decision)
                 for one in options(session.content, seen)]  # fmt: skip
        assert choices_told(blocks, card_title(session.content, seen.queue[0])) == found


def _played(site: Path, store: Path) -> dict[str, Any]:
    store.mkdir()
    pack = store.with_name("tea.zip")
    pack.write_bytes(archived(PACK))
    words = ["node", str(PLAY), str(site), str(store), json.dumps(LINK), str(pack)]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.mark.skipif("WHOLE" not in os.environ, reason="built twice by `.ci/run --all` alone")
def test_the_same_tree_gives_the_same_bytes(tmp_path: Path, base: Content) -> None:
    built(tmp_path / "unused", base)
    for name in ("one", "two"):
        build(tmp_path / name)
    assert _bytes(tmp_path / "one") == _bytes(tmp_path / "two")


def _bytes(site: Path) -> dict[str, bytes]:
    return {str(p.relative_to(site)): p.read_bytes() for p in site.rglob("*") if p.is_file()}


@pytest.mark.skipif(not NODE, reason="needs node")
def test_what_is_dropped_is_sorted_into_saves_and_packs() -> None:
    def folder(*paths: str) -> str:
        return f"[{', '.join(f'[{json.dumps(path)}, {{size: 1}}]' for path in paths)}]"

    came = ("mine.json", "tea.zip", "a/pack.yaml", "a/b/c.yaml", "x.yaml", "cat.png")
    assert _sorted(folder(*came)) == {
        "saves": ["mine.json"],
        "packs": {"tea.zip": ["tea.zip"], "a": ["a/pack.yaml", "a/b/c.yaml"], "pack": ["x.yaml"]},
        "others": ["cat.png"],
    }
    assert "more than 25 MB" in _sorted('[["mine.json", {size: 3e7}]]')["wrong"]
    assert "more than 1000 files" in _sorted(folder(*("a/x.yaml",) * 1001))["wrong"]


def _sorted(found: str) -> dict[str, Any]:
    """Return what the page makes of files, or what it says of them."""
    script = f"""
import {{ sorted }} from {json.dumps((STATIC / "coming.mjs").as_uri())};
const names = (files) => files.map(([path]) => path);
try {{
  const {{ saves, packs, others }} = sorted({found});
  const told = [...packs].map(([name, files]) => [name, names(files)]);
  console.log(JSON.stringify({{ saves: names(saves), packs: Object.fromEntries(told), others }}));
}} catch ({{ message }}) {{
  console.log(JSON.stringify({{ wrong: message }}));
}}"""
    words = ["node", "--input-type=module", "-e", script]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


@pytest.mark.skipif(not NODE, reason="needs node")
@pytest.mark.parametrize(
    ("asked", "came"),
    [
        ("(name, how, begin) => Promise.resolve(begin({ name }))", {"name": "saves"}),
        ("(name, how, begin) => Promise.resolve(begin(null))", None),
        ("() => Promise.reject(Object.assign(Error(), { name: 'SecurityError' }))", {}),
        ("() => Promise.reject(Error('odd'))", "odd"),
    ],
)
def test_a_browser_that_refuses_every_store_begins_all_the_same(asked: str, came: object) -> None:
    script = f"""
import {{ alone }} from {json.dumps((STATIC / "lock.mjs").as_uri())};
const locks = {{ request: {asked} }};
const came = await alone(locks, "saves", (lock) => lock).catch((wrong) => wrong.message);
console.log(JSON.stringify(came));"""
    words = ["node", "--input-type=module", "-e", script]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    assert json.loads(done.stdout) == came


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
