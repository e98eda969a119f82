from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from game.content.load import Checked, check_content
from game.errors import UsageError
from game.packs.starting import begin, check_id, first_files, patches
from tests.content.conftest import small_root


def test_a_pack_begins_without_findings(tmp_path: Path) -> None:
    begin(tmp_path / "tea_break", "", first_files("tea_break"))
    assert "title: Tea break\n" in (tmp_path / "tea_break" / "pack.yaml").read_text()
    assert check_content([tmp_path / "tea_break"]) == []


@pytest.mark.parametrize("title", ["Tea: a break", "no", "#1", "'Tea'", "Čaj"])
def test_any_title_is_written_so_that_it_is_read(tmp_path: Path, title: str) -> None:
    begin(tmp_path / "tea", title, {})
    assert yaml.safe_load((tmp_path / "tea" / "pack.yaml").read_text("utf-8"))["title"] == title
    assert check_content([tmp_path / "tea"], root=small_root(tmp_path / "small")) == []


@pytest.mark.parametrize("id_", ["Tea", "tea-break", "1tea", "", "../tea"])
def test_what_is_no_id_begins_nothing(id_: str) -> None:
    with pytest.raises(UsageError, match="can't be the id of a pack"):
        check_id(id_)


def test_nothing_is_begun_where_something_is(tmp_path: Path) -> None:
    begin(tmp_path / "tea", "", {})
    with pytest.raises(UsageError, match="is there already"):
        begin(tmp_path / "tea", "", {})


def test_a_patch_begins_with_the_objects_own_text(checked: Checked) -> None:
    (text,) = patches(checked, ["base:event/invasion"]).values()
    (patch,) = yaml.safe_load(text)
    desk = checked.objects.of("event")["invasion"].node
    fields = patch["set"]
    assert patch["patch"] == "base:event/invasion"
    assert fields["title"] == "The loop answers on the first call"
    assert fields["desks.nasa.text"].startswith("Before dawn Houston calls Moscow")
    assert "desks.nasa.choices.say_nothing_changes.text" in fields
    assert not [path for path in fields if any(part.isdigit() for part in path.split("."))]
    assert desk is not None


@pytest.mark.parametrize(
    ("origin", "said"),
    [
        ("invasion", "write it as base:event/invasion"),
        ("base:event/invasian", 'did you mean "invasion"'),
        ("base:scenario/invasion", "has no scenario 'invasion'"),
        ("other:event/invasion", "The pack other has no event"),
    ],
)
def test_what_names_no_object_is_told(checked: Checked, origin: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        patches(checked, [origin])
