"""Every code has a page, and an example that really is found."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from game.content.codes import CODES, explain
from game.content.findings import Finding, finding
from game.content.lint import MANY
from game.content.load import check_content
from game.content.objects import MANY as MANY_OF_FORM
from game.content.reader import MAX_BYTES
from tests.content.conftest import BASE_PACK, EXTRA_PACK, Check, Write

OBJECTS = sorted(code for code, about in CODES.items() if about.file == "objects.yaml")
SHOWN = [code for code in OBJECTS if CODES[code].example]
PACKS = sorted(code for code, about in CODES.items() if about.file == "pack.yaml")


def codes_of(findings: list[Finding]) -> set[str]:
    return {found.code for found in findings}


def test_the_small_base_pack_is_without_findings(root: Path) -> None:
    assert check_content(root=root) == []


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_is_found(code: str, check: Check) -> None:
    assert code in codes_of(check(CODES[code].example))


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_of_form_shows_one_thing(code: str, check: Check) -> None:
    errors = {found.code for found in check(CODES[code].example) if found.is_error}
    assert errors <= {code}


@pytest.mark.parametrize("code", SHOWN)
def test_every_finding_points_into_the_example(code: str, check: Check) -> None:
    lines = CODES[code].example.split("\n")
    for found in check(CODES[code].example):
        assert found.mark.file.endswith("objects.yaml")
        assert found.mark.text_line == lines[found.mark.line - 1]
        assert 1 <= found.mark.column <= len(found.mark.text_line) + 1


@pytest.mark.parametrize("code", PACKS)
def test_an_example_of_a_pack_is_found(code: str, root: Path, write: Write) -> None:
    extra = write("extra", CODES[code].example)
    second = write("second", EXTRA_PACK.replace("pack: extra", "pack: second\nafter: [extra]"))
    assert code in codes_of(check_content([extra, second], root=root))


def test_two_packs_in_a_circle(root: Path, write: Write) -> None:
    one = write("one", EXTRA_PACK.replace("pack: extra", "pack: one\nafter: [two]"))
    two = write("two", EXTRA_PACK.replace("pack: extra", "pack: two\nafter: [one]"))
    (found,) = check_content([one, two], root=root)
    assert (found.code, found.message) == ("E073", "these packs wait for one another: one, two")


def test_no_pack(root: Path, tmp_path: Path) -> None:
    (found,) = check_content([tmp_path / "nowhere"], root=root)
    assert found.code == "E070"


@pytest.mark.parametrize(("world", "found"), [("station", {"W120"}), ("moon", set())])
def test_an_id_of_the_games_own_in_the_same_world(
    root: Path, write: Write, world: str, found: set[str]
) -> None:
    lesson = "- lesson: hello\n  title: Hello\n  text: Good day.\n  at: card\n"
    write("base", BASE_PACK, hello=lesson)
    extra = write("extra", f"{EXTRA_PACK}world: {world}\n", all=lesson)
    assert codes_of(check_content([extra], root=root)) == found


def broken_link(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


UNREADABLE: dict[str, Callable[[Path], object]] = {
    "E001": broken_link,
    "E002": lambda path: path.write_bytes(b"- codex: caf\xe9\n"),
    "E018": lambda path: path.with_suffix(".yml").write_text("- codex: a"),
    "E003": lambda path: path.write_bytes(b"#" * (MAX_BYTES + 1)),
}


@pytest.mark.parametrize("code", sorted(UNREADABLE))
def test_files_that_no_text_can_show(code: str, root: Path) -> None:
    UNREADABLE[code](root / "base" / "broken.yaml")
    assert codes_of(check_content(root=root)) == {code}


def test_a_flood_of_findings_is_cut(root: Path, write: Write) -> None:
    write("base", BASE_PACK, flood="- evnt: x\n" * 5000)
    assert len(check_content(root=root)) == MANY_OF_FORM
    unknown = "- slide: s{}\n  when: {}\n  text: A line.\n"
    slides = "".join(unknown.format(n, " or ".join(["a"] * 9)) for n in range(400))
    write("base", BASE_PACK, flood=slides)
    assert MANY <= len(check_content(root=root)) < MANY + 50


def test_every_code_is_tested_above() -> None:
    assert set(CODES) == {*SHOWN, *PACKS, *UNREADABLE, "E070", "W120", "W122"}


@pytest.mark.parametrize("code", sorted(CODES))
def test_every_code_has_a_page(code: str) -> None:
    page = explain(code)
    assert re.fullmatch(r"[EW]\d{3}", code)
    assert page.startswith(f"{code}  {CODES[code].title}\n")
    assert page.endswith(CODES[code].cure)
    assert (CODES[code].example != "") == ("For example" in page)


def test_only_registered_codes_are_findings(check: Check) -> None:
    (found,) = check("codex: orbit\n")
    with pytest.raises(KeyError):
        finding("E999", found.mark, "no such code")
