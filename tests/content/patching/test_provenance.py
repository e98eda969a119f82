"""Who wrote a field, what stood there before, and the data that packs add up to."""

from __future__ import annotations

from pathlib import Path
from shutil import copy

import pytest

from game.content.load import Checked, compile_content, read_content
from game.content.patching.dumping import dumped
from game.content.patching.provenance import Field, fields, known, named
from game.content.records import Content
from tests.content.conftest import BASE_PACK, Write
from tests.content.patching.conftest import STORY, Patched, info

TEA = "- patch: base:event/tea\n  "


def told(checked: Checked, what: str) -> dict[str, Field]:
    one = named(checked.objects, what)
    assert one is not None
    return {field.path: field for field in fields(checked.objects, one)}


def test_a_field_knows_who_wrote_it_and_what_was_there(root: Path, write: Write) -> None:
    write("base", BASE_PACK, story=STORY)
    a = write("a", info("a"), patch=f"{TEA}set: {{weight: 5}}\n")
    b = write("b", info("b", "after: [a]"), patch=f"{TEA}set: {{weight: 7, title: Cocoa}}\n")
    (field,) = told(read_content([a, b], root=root), "base:event/tea.weight").values()
    assert (field.value, field.pack, field.first) == ("7", "b", "3")
    assert [(one.pack, one.told) for one in field.changes] == [("a", "5"), ("b", "7")]
    assert str(field.mark).endswith("b/patch.yaml:2:17")
    assert str(field.first_mark).endswith("base/story.yaml:5:11")


def test_of_an_object_what_patches_wrote_is_told(patched: Patched) -> None:
    checked = patched(extra=f"{TEA}set: {{thread: war}}\n  remove: [effects.flag]\n"
                      "  and_when: sanctions > 5\n")  # fmt: skip
    found = told(checked, "event/tea")
    assert set(found) == {"thread", "when", "effects.flag"}
    assert (found["thread"].first, found["effects.flag"].value) == (None, "")
    assert [(one[1], one[0]) for one in found["when"].parts] == [
        ("base", '"tension > 60 or cohesion < 20"'),
        ("extra", '"sanctions > 5"'),
    ]


def test_a_field_that_no_patch_wrote_is_its_packs(patched: Patched) -> None:
    checked = patched(extra=f"{TEA}set: {{weight: 5}}\n")
    found = told(checked, "base:event/tea.desks.nasa.choices.go")
    assert {one.pack for one in found.values()} == {"base"}
    assert "desks.nasa.choices.go.outcomes.chance=60.text" in found


@pytest.mark.parametrize(("what", "names"), [("tea", None), ("base:event/tea.wait", "title")])
def test_what_isnt_there(patched: Patched, what: str, names: str | None) -> None:
    checked = patched()
    if names is None:
        assert named(checked.objects, what) is None
        return
    with pytest.raises(KeyError, match=names):
        told(checked, what)
    assert "base:event/tea" in set(known(checked.objects))


def test_what_is_dumped_is_content_again(checked: Checked, base: Content, tmp_path: Path) -> None:
    for pack in checked.objects.packs:
        (tmp_path / pack.id).mkdir()
        copy(pack.path / "pack.yaml", tmp_path / pack.id)
        for kind, table in checked.objects.defined.items():
            mine = [one for one in table.values() if one.pack == pack.id]
            text = dumped(checked.objects, mine)
            (tmp_path / pack.id / f"{kind}.yaml").write_text(text, encoding="utf-8")
    again = read_content(root=tmp_path)
    assert again.findings == ()
    assert compile_content(again).packs == base.packs


def test_a_dump_says_who_patched_what(patched: Patched) -> None:
    checked = patched(extra=f"{TEA}set: {{weight: 5}}\n")
    text = dumped(checked.objects, [checked.objects.of("event")["tea"]])
    assert text.startswith("# base, ")
    assert ", patched by extra\n- event: tea\n" in text
    assert "\n  weight: 5\n" in text
