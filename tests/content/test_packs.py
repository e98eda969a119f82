"""Finding packs, their order, and who may stand beside whom."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import places
from game.content.load import check_content
from game.content.packs import find_packs
from game.content.places import content_root, shown
from game.content.versions import fits_range
from game.version import game_version
from tests.content.conftest import BASE_PACK, EXTRA_PACK, Write


def named(id_: str, *lines: str) -> str:
    return EXTRA_PACK.replace("pack: extra", f"pack: {id_}") + "".join(f"{x}\n" for x in lines)


def test_the_games_own_pack_lies_beside_the_package() -> None:
    assert (content_root() / "base" / "pack.yaml").is_file()


def test_an_installed_game_carries_its_pack(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(places, "__file__", str(tmp_path / "game" / "content" / "places.py"))
    assert content_root() == tmp_path / "game" / "_content"


def test_the_games_own_version_is_one_that_packs_can_ask_for() -> None:
    assert fits_range(game_version(), ">=0.1")


def test_paths_are_shown_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert shown(tmp_path / "a" / "b.yaml") == "a/b.yaml"
    assert shown(Path("/elsewhere/b.yaml")) == "/elsewhere/b.yaml"


@pytest.mark.parametrize(
    ("number", "wanted", "fits"),
    [
        ("0.1.0", ">=0.1", True),
        ("0.1.0", ">0.1", False),
        ("0.1.0", "==0.1", True),
        ("0.2.0", ">=0.1, <0.2", False),
        ("0.1.9", ">=0.1,<0.2", True),
        ("0.10", ">0.9", True),
        ("1.0", "!=1", False),
        ("2", "<=1.9.9", False),
        ("1.0", "1.0", None),
        ("1.0", "", None),
        ("1.0", ">=1 <2", None),
    ],
)
def test_ranges(number: str, wanted: str, fits: bool | None) -> None:
    assert fits_range(number, wanted) is fits


@given(st.lists(st.integers(0, 30), min_size=1, max_size=4))
def test_a_version_fits_itself(numbers: list[int]) -> None:
    number = ".".join(map(str, numbers))
    assert fits_range(number, f">={number}, <={number}, =={number}")
    assert not fits_range(number, f"!={number}")


def order(root: Path, *extra: Path) -> list[str]:
    found, wrong = find_packs(root, extra)
    assert wrong == []
    return [pack.id for pack in found]


def test_packs_come_in_order_of_need_and_else_as_they_are_given(root: Path, write: Write) -> None:
    c = write("c", named("c"))
    b = write("b", named("b", "requires: [c]"))
    a = write("a", named("a", "after: [b]", "optional: [z]"))
    d = write("d", named("d"))
    assert order(root, d, a, b, c) == ["base", "d", "c", "b", "a"]
    assert order(root, a, c, b, d) == ["base", "c", "b", "a", "d"]


@given(st.permutations("abcdef"), st.sets(st.tuples(*2 * [st.sampled_from("abcdef")])))
def test_every_pack_comes_after_what_it_names(
    tmp_path_factory: pytest.TempPathFactory, given_as: list[str], pairs: set[tuple[str, str]]
) -> None:
    root = tmp_path_factory.mktemp("packs")
    needs = {one: sorted(a for a, b in pairs if b == one and a < b) for one in given_as}
    for one, info in [("base", BASE_PACK), *((x, named(x, f"after: {needs[x]}")) for x in needs)]:
        (root / one).mkdir()
        (root / one / "pack.yaml").write_text(info, encoding="utf-8")
    found = order(root, *(root / one for one in given_as))
    assert found[0] == "base"
    assert sorted(found[1:]) == sorted(given_as)
    assert all(found.index(a) < found.index(b) for b, after in needs.items() for a in after)
    if not any(needs.values()):
        assert found[1:] == given_as


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        (["requires: [bse]"], "E071", 5),
        (["conflicts: [base]"], "E072", 5),
        (['requires: {base: ">=0.1, <2"}', 'conflicts: {base: ">=1"}', "titel: x"], "E022", 7),
        (['requires: {base: ">=7"}'], "E071", 5),
        (['conflicts: {base: "<7"}'], "E072", 5),
        (["requires: {base: seven}"], "E024", 5),
        (["requires: {base: 7}"], "E024", 5),
        (["titel: x"], "E022", 5),
        (["requires: base"], "E024", 5),
        (['game: ">=99"'], "E075", 5),
        (['game: "about 1"'], "E075", 5),
    ],
)
def test_packs_at_odds(root: Path, write: Write, lines: list[str], code: str, line: int) -> None:
    (found,) = check_content([write("extra", named("extra", *lines))], root=root)
    assert (found.code, found.mark.line) == (code, line)


@pytest.mark.parametrize("lines", ['requires: {bse: ">=1"}', "requires: [bse]"])
def test_a_pack_that_is_missing_is_pointed_at_by_its_name(
    root: Path, write: Write, lines: str
) -> None:
    (found,) = check_content([write("extra", named("extra", lines))], root=root)
    assert found.mark.column == lines.index("bse") + 1


@pytest.mark.parametrize(
    ("info", "code"),
    [
        ("", "E070"),
        ("- a\n", "E070"),
        ("a: [\n", "E004"),
        (EXTRA_PACK.replace("format: 1", "format: 7"), "E074"),
        (EXTRA_PACK.replace("format: 1", "format: one"), "E024"),
        (EXTRA_PACK.replace('"1.0"', '"new"'), "E075"),
        (EXTRA_PACK.replace("pack: extra", "pack: Extra"), "E029"),
        (EXTRA_PACK.replace("title: Extra\n", ""), "E023"),
    ],
)
def test_unusable_packs(root: Path, write: Write, info: str, code: str) -> None:
    extra = write("extra", info, things="- event: ignored\n")
    assert [found.code for found in check_content([extra], root=root)] == [code]


def test_a_pack_twice(root: Path, write: Write) -> None:
    (found,) = check_content([root / "base"], root=root)
    assert found.code == "E076"


def test_files_are_read_by_name_and_hidden_ones_left_alone(root: Path, write: Write) -> None:
    extra = write("extra", EXTRA_PACK, b="", a="")
    (extra / "deep").mkdir()
    (extra / "deep" / "c.yaml").write_text("")
    (extra / ".hidden").mkdir()
    (extra / ".hidden" / "d.yaml").write_text("broken: [")
    (extra / "notes.txt").write_text("broken: [")
    found, _ = find_packs(root, [extra])
    assert [file.name for file in found[1].files()] == ["a.yaml", "b.yaml", "c.yaml"]


def test_the_base_pack_is_first_whatever_its_mods_are_called(root: Path, write: Write) -> None:
    assert order(root, write("aaa", named("aaa"))) == ["base", "aaa"]


def test_the_base_says_what_it_is(write: Write, tmp_path: Path) -> None:
    write("base", BASE_PACK)
    (pack,) = find_packs(tmp_path, ())[0]
    assert (pack.id, pack.info.title, pack.mark("title").line) == ("base", "Small", 2)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("events.yml", 'rename it to "events.yaml"'),
        ("deep/Events.YAML", 'rename it to "Events.yaml"'),
        ("events.yaml.txt", 'rename it to "events.yaml"'),
        ("deep/pack.yaml", "a pack of its own lies elsewhere"),
        ("Pack.YAML", "a pack of its own lies elsewhere"),
    ],
)
def test_a_file_that_looks_like_content_is_never_ignored(
    root: Path, write: Write, name: str, said: str
) -> None:
    extra = write("extra", EXTRA_PACK)
    (extra / "deep").mkdir()
    (extra / name).write_text("- codex: a\n", encoding="utf-8")
    (found,) = check_content([extra], root=root)
    assert (found.code, found.hint) == ("E018", said)
    assert found.mark.file.endswith(name)


@pytest.mark.parametrize("name", ["notes.txt", "README.md", ".hidden.yml", "a.yaml~", "yml"])
def test_other_files_are_nobodys_business(root: Path, write: Write, name: str) -> None:
    extra = write("extra", EXTRA_PACK)
    (extra / name).write_text("- codex: a\n", encoding="utf-8")
    assert check_content([extra], root=root) == []


def test_what_is_no_pack_is_told_with_what_may_be_meant(tmp_path: Path, root: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "cards.yaml").write_text("- codex: a\n")
    said = {
        "empty": "handshake pack new",
        "cards.yaml": "a pack is a folder: name ",
        "none": "list",
    }
    for name, hint in said.items():
        (found,) = check_content([tmp_path / name], root=root)
        assert found.code == "E070" and hint in found.hint


@pytest.mark.parametrize("name", ["pack.yml", "Pack.YAML", "pack.yaml.txt"])
def test_a_pack_file_of_another_name_is_named(tmp_path: Path, root: Path, name: str) -> None:
    extra = tmp_path / "extra"
    extra.mkdir()
    (extra / name).write_text(EXTRA_PACK, encoding="utf-8")
    (found,) = check_content([extra], root=root)
    assert (found.code, found.hint) == ("E070", f'rename "{name}" to pack.yaml')
