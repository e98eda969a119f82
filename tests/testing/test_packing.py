"""Drawn packs pass the check, and hold what they are said to."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from game.content.load import check_content, load_content
from game.content.records import Content
from game.testing.packing import PackText, packs
from tests.content.conftest import small_root
from tests.small import CONTENT

MANY = settings(max_examples=2000, phases=(Phase.generate,))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a directory of packs that holds a small base pack."""
    return small_root(tmp_path_factory.mktemp("packs"))


@settings(max_examples=15)
@given(data=st.data())
def test_a_drawn_pack_passes_the_check(
    root: Path, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = load_content(root=root)
    place = data.draw(packs(content)).write(tmp_path_factory.mktemp("drawn"))
    errors = [one.render() for one in check_content([place], root=root) if one.is_error]
    assert errors == []
    assert set(load_content([place], root=root).events) >= set(content.events)


@pytest.mark.parametrize("kind", ["flag", "event", "action", "clause"])
def test_every_kind_is_drawn(kind: str) -> None:
    found = find(packs(CONTENT), lambda pack: _holds(pack, "own.yaml", kind), settings=MANY)
    assert found.id == "drawn"


def test_the_base_packs_cards_and_dilemmas_are_patched(base: Content) -> None:
    drawn = packs(base, "mine")
    patched = find(drawn, lambda pack: "base:dilemma/" in _text(pack), settings=MANY)
    assert patched.id == "mine"
    assert "and_when" in _text(patched) or "set" in _text(patched)


def _text(pack: PackText) -> str:
    return pack.files.get("patches.yaml", "")


def _holds(pack: PackText, name: str, kind: str) -> bool:
    return f'- {{"{kind}":' in pack.files.get(name, "")
