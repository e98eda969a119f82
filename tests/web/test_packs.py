"""Packs come to the page by its own judge, are played with, and go again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from game.content.load import load_content
from game.content.records import Content
from game.packs.archive import archived
from game.packs.coming import built
from game.packs.kept import kept as lying
from game.record import replace
from game.saves.record import PackMark
from game.web.page import checking, packs
from game.web.page.app import Carried
from tests.packs.conftest import CARDS, INFO, LINK, directory, pack, zipped
from tests.saves.games import record

__all__ = ["directory"]


@pytest.fixture(autouse=True)
def site(tmp_path: Path, directory: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file that names the site."""
    named = tmp_path / "build.txt"
    named.write_text("one site", encoding="ascii")
    monkeypatch.setattr(packs, "BUILD", named)
    return named


def brought(name: str, files: Mapping[str, bytes]) -> tuple[bool, str, str]:
    """Return whether a pack is kept, what is told, and what was found."""
    verdict = json.loads(checking.brought(name, files))
    return verdict["kept"], verdict["told"], verdict["findings"]


def archive(tmp_path: Path, id_: str = "tea", version: str = "1.0", more: str = "") -> bytes:
    """Return the archive of a pack that somebody has built."""
    return built(pack(tmp_path / f"of-{id_}-{version}", id_, version, more))[1]


def loose(text: str = CARDS, id_: str = "tea") -> dict[str, bytes]:
    """Return the files of a pack."""
    return {
        "pack.yaml": INFO.format(id=id_, version="1.0").encode(), "flags.yaml": text.encode()
    }  # fmt: skip


def ids(content: Content | None) -> list[str]:
    assert content is not None
    return [one.id for one in content.packs if one.id != "base"]


def test_a_pack_is_kept_played_with_and_removed(tmp_path: Path, directory: Path) -> None:
    assert packs.kept() == [] and packs.played() is None and not packs.wanting()
    kept, told, found = brought("tea-1.0.zip", {"tea-1.0.zip": archive(tmp_path)})
    assert kept and found.startswith("tea-1.0/flags.yaml:1:9 W103 ")
    assert found.endswith("no errors, 2 warnings")
    assert told.startswith("tea by somebody, version 1.0, is kept")
    assert packs.kept() == [["tea", "tea 1.0"]] and not packs.wanting()
    played = packs.played()
    assert ids(played) == ["tea"] and played and "tea:seen" in played.flags
    assert [(one.id, one.enabled, one.installed) for one in lying(directory)] == [
        ("tea", True, True)
    ]
    assert "tea is removed" in packs.removed("tea")
    assert packs.kept() == [] and packs.played() is None and not packs.wanting()
    assert [path.name for path in directory.iterdir()] == ["enabled.json"]


def test_another_version_takes_the_place_of_the_first(tmp_path: Path) -> None:
    for id_, version in (("tea", "1.0"), ("jam", "1.0"), ("tea", "2.0")):
        name = f"{id_}.zip"
        assert brought(name, {name: archive(tmp_path, id_, version)})[0]
    assert packs.kept() == [["tea", "tea 2.0"], ["jam", "jam 1.0"]]
    assert ids(packs.played()) == ["tea", "jam"]


@pytest.mark.parametrize("head", ["", "tea/"])
def test_a_pack_comes_as_its_files_too(directory: Path, head: str) -> None:
    files = {f"{head}{name}": data for name, data in loose().items()}
    files |= {f"{head}manifest.json": b"of another day", f"{head}.git/config": b"mine"}
    assert brought("tea", files)[0]
    assert sorted(path.name for path in (directory / "tea").iterdir()) == [
        "flags.yaml", "manifest.json", "pack.yaml",
    ]  # fmt: skip


def test_what_is_wrong_is_told_as_check_does_and_nothing_is_kept(directory: Path) -> None:
    kept, told, found = brought("tea", loose("- flag: seen\n  txet: <b>It was seen.</b>\n"))
    assert not kept and "the pack has errors" in told
    assert found.startswith('tea/flags.yaml:2:3 E022 unknown key "txet"')
    assert "\n      txet: <b>It was seen.</b>\n      ^\n" in found
    assert found.endswith("\n1 error, no warnings")
    assert packs.kept() == [] and not list(directory.iterdir())


def test_a_pack_at_odds_with_a_kept_one_is_not_kept(tmp_path: Path) -> None:
    assert brought("tea.zip", {"tea.zip": archive(tmp_path)})[0]
    other = archive(tmp_path, "jam", more="conflicts: [tea]\n")
    kept, _told, found = brought("jam.zip", {"jam.zip": other})
    assert not kept and "E072" in found
    assert packs.kept() == [["tea", "tea 1.0"]] and ids(packs.played()) == ["tea"]


def test_no_path_of_the_page_is_told(directory: Path) -> None:
    for id_ in ("tea", "jam"):
        patch = f"- patch: base:partner/nasa\n  set:\n    name: {id_}\n"
        kept, told, found = brought(id_, loose(patch, id_))
        assert kept, told
    assert "(tea/flags.yaml:3:5)" in found and str(directory) not in found


@pytest.mark.parametrize(
    ("name", "files", "why"),
    [
        ("tea", {"tea/pack.yaml": b"", "../../saves/mine.json": b"{}"}, "leads out of the pack"),
        ("tea", {"flags.yaml": CARDS.encode()}, "it holds no pack.yaml at its top"),
        ("tea.zip", {"tea.zip": b"PK no archive"}, "it is no whole archive"),
        ("../../../tea.zip", {"../../../tea.zip": b"PK"}, "pack is not installed"),
        ("tea", loose("x" * 20_000_001), "more than 20 MB"),
    ],
)
def test_what_could_do_harm_is_refused_before_anything_is_written(
    directory: Path, name: str, files: Mapping[str, bytes], why: str
) -> None:
    kept, told, found = brought(name, files)
    assert not kept and why in told and not found
    assert not list(directory.iterdir())


def test_links_are_refused(tmp_path: Path, directory: Path) -> None:
    data = zipped(tmp_path / "other.zip", [(LINK, b"/etc/passwd")]).read_bytes()
    kept, told, _found = brought("other.zip", {"other.zip": data})
    assert not kept and "is a link" in told and not list(directory.iterdir())


@pytest.mark.parametrize(("bound", "least"), [("MOST_PACKS", 1), ("MOST_BYTES", 300)])
def test_the_store_has_bounds(monkeypatch: pytest.MonkeyPatch, bound: str, least: int) -> None:
    monkeypatch.setattr(checking, bound, least)
    assert brought("tea", loose())[0]
    assert brought("tea", loose())[0]  # in its own place there is room
    kept, told, _found = brought("jam", loose(CARDS + "# much\n" * 40, id_="jam"))
    assert not kept and "there is room for" in told
    assert packs.kept() == [["tea", "tea 1.0"]]


def test_another_site_compiles_anew_what_is_kept(tmp_path: Path, site: Path) -> None:
    brought("tea", loose())
    site.write_text("another site", encoding="ascii")
    assert packs.wanting() and packs.played() is None
    assert json.loads(checking.renewed())["kept"]
    assert not packs.wanting() and ids(packs.played()) == ["tea"]


def test_a_pack_that_lacks_another_is_left_out_and_told(tmp_path: Path) -> None:
    brought("tea", loose())
    needs = archive(tmp_path, "jam", more="requires: [tea]\n")
    assert brought("jam.zip", {"jam.zip": needs})[0]
    packs.removed("tea")
    assert packs.wanting() and packs.played() is None
    verdict: dict[str, Any] = json.loads(checking.renewed())
    assert not verdict["kept"] and "jam/pack.yaml" in verdict["findings"]
    assert "E071" in verdict["findings"] and "can't be played with" in verdict["told"]


def test_a_save_takes_along_what_came_since_the_page_was_loaded() -> None:
    alone = load_content()
    carried = Carried(lambda: alone)
    made_with = [PackMark("tea", "Tea", "1.0", "a", "b")]
    for asked in (record(0), replace(record(0), packs=made_with)):
        assert carried.widened(alone, asked) == (alone, ())
    brought("tea", loose())
    assert carried.widened(alone, record(0)) == (alone, ())
    wider, told = carried.widened(alone, replace(record(0), packs=made_with))
    assert ids(wider) == ["tea"] and "goes on with them" in told[0]


def test_damage_to_what_was_compiled_is_passed_over(directory: Path) -> None:
    brought("tea", loose())
    path = directory / packs.FILE
    path.write_bytes(path.read_bytes()[:-10])
    assert packs.played() is None
    assert archived(loose())
