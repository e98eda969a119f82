from __future__ import annotations

import pytest

from game.content.findings import Finding
from game.content.hashes import stamp as stamped
from game.content.load import Checked
from game.content.records import Content
from game.workshop import proving
from game.workshop.proving import CODE, prove
from tests.workshop.conftest import TESTS

Extra = tuple[Checked, Content]


def failures(extra: Extra, name: str) -> tuple[Finding, ...]:
    checked, content = extra
    (one,) = [t for t in proving.tests_of(checked, ["extra"]) if t.id == f"extra:{name}"]
    return prove(checked, content, one).failures


def test_the_pack_is_read_with_all_its_tests(extra: Extra) -> None:
    checked, _content = extra
    assert [one.render() for one in checked.findings] == []
    assert len(proving.tests_of(checked, ["extra"])) == TESTS.count("- test:")
    assert proving.tests_of(checked, ["base"]) == []


@pytest.mark.parametrize("name", ["holds", "locked", "plays_on"])
def test_what_is_so_holds(extra: Extra, name: str) -> None:
    assert failures(extra, name) == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("wrong_figure", ["cohesion == 53 doesn't hold: cohesion is 52",
                          "tension > 99 doesn't hold: tension is"]),
        ("wrong_words", ['nobody is told "Eight people"']),
        ("wrong_choice", ["nasa's desk offers no pour; on it: share, ask, fly"]),
        ("wrong_lock", ["fly is open", "there is no none to choose here"]),
        ("cant", ["nasa can't: Needs 40 M"]),
        ("no_state", ["By turn 9999 this run is over"]),
    ],
)  # fmt: skip
def test_what_isnt_so_is_told_where_it_stands(extra: Extra, name: str, said: list[str]) -> None:
    found = failures(extra, name)
    assert [one.message[: len(want)] for one, want in zip(found, said, strict=True)] == said
    lines = TESTS.splitlines()
    start = lines.index(f"- test: {name}")
    for one in found:
        assert (one.code, one.severity) == (CODE, "error")
        assert one.mark.file.endswith("tests.yaml")
        assert one.mark.line > start
        assert one.mark.text_line == lines[one.mark.line - 1]


def test_why_a_test_is_there_is_told_with_what_fails(extra: Extra) -> None:
    assert {one.hint for one in failures(extra, "wrong_figure")} == {"It is meant so."}


def test_a_test_changes_no_hash_and_reaches_no_game(extra: Extra) -> None:
    checked, content = extra
    assert "test" not in {kind for kind, _id in content.worlds["station"]}
    (stamp,) = [pack for pack in content.packs if pack.id == "extra"]
    less = {kind: held for kind, held in checked.objects.defined.items() if kind != "test"}
    bare = type(checked.objects)(checked.objects.packs, less)
    pack = next(pack for pack in bare.packs if pack.id == "extra")
    assert stamped(pack, (one for one in bare.each() if one.pack == "extra")) == stamp
