from __future__ import annotations

import json
import os
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import PackError, UsageError
from game.packs.archive import INFO, MOST_MEMBERS, archived, unpacked, write_archive
from game.packs.coming import built
from game.packs.manifest import NAME, manifest, unlike
from game.packs.naming import MOST_BYTES, MOST_FILES
from tests.packs.conftest import LINK, PIPE, pack, zipped

PLAIN = {INFO: b"pack: tea\n", "events/cards.yaml": b"- flag: seen\n", "README.md": b"Tea."}
names = st.from_regex(r"[a-z]{1,8}\.yaml", fullmatch=True)


@given(st.dictionaries(names, st.binary(max_size=200), max_size=5))
def test_the_same_files_give_the_same_bytes_and_come_back(files: dict[str, bytes]) -> None:
    backwards = dict(reversed(files.items()))
    assert archived(files) == archived(backwards)


def test_what_was_archived_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "tea.zip"
    path.write_bytes(archived(PLAIN))
    assert unpacked(path) == PLAIN


def test_one_folder_may_stand_around_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "tea.zip"
    path.write_bytes(archived({f"tea-main/{name}": data for name, data in PLAIN.items()}))
    assert unpacked(path) == PLAIN


def test_a_built_pack_has_a_hash_of_each_file(tmp_path: Path) -> None:
    info, data = built(pack(tmp_path, "tea"))
    path = tmp_path / "tea.zip"
    path.write_bytes(data)
    files = unpacked(path)
    told = json.loads(files.pop(NAME))
    assert (info.pack, told["pack"], told["version"]) == ("tea", "tea", "1.0")
    assert set(told["sha256"]) == set(files) == {"pack.yaml", "flags.yaml"}


def test_a_built_pack_leaves_out_what_is_hidden(tmp_path: Path) -> None:
    folder = pack(tmp_path, "tea")
    (folder / ".git").mkdir()
    (folder / ".git" / "config").write_text("secret")
    (folder / ".notes").write_text("secret")
    assert b"secret" not in built(folder)[1]


def test_no_link_is_built_into_a_pack(tmp_path: Path) -> None:
    folder = pack(tmp_path, "tea")
    (folder / "mine.yaml").symlink_to("/etc/passwd")
    with pytest.raises(PackError, match="is a link"):
        built(folder)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = pack(tmp_path, "tea")
    os.mkfifo(folder / "mine.yaml")
    with pytest.raises(PackError, match="it is a pipe"):
        built(folder)


@pytest.mark.parametrize(
    ("member", "said"),
    [
        ("../escaped.yaml", "leads out of the pack"),
        ("events/../../escaped.yaml", "leads out of the pack"),
        ("/etc/escaped.yaml", "leads out of the pack"),
        ("events\\escaped.yaml", "leads out of the pack"),
        ("C:escaped.yaml", "leads out of the pack"),
        (LINK, "is a link or a device"),
        (PIPE, "is a link or a device"),
        (".hidden.yaml", "it is hidden"),
        ("events//cards.yaml", "not every system"),
        ("con.yaml", "not every system"),
        ("cards.yaml.", "not every system"),
        ("car\nds.yaml", "not every system"),
        ("what?.yaml", "not every system"),
        ("Pack.yaml", "differ only in the case"),
        ("PACK.YAML/cards.yaml", "differ only in the case"),
        ("pack.yaml/cards.yaml", "a file and a folder at once"),
        ("a" * 101 + ".yaml", "too long"),
        ("/".join("abcdefghi") + ".yaml", "too deep"),
    ],
)
def test_a_member_that_could_do_harm_is_refused(
    tmp_path: Path, member: str | ZipInfo, said: str
) -> None:
    path = zipped(tmp_path / "bad.zip", [(member, b"- flag: seen\n")])
    with pytest.raises(PackError, match=said):
        unpacked(path)
    assert [p.name for p in tmp_path.iterdir()] == ["bad.zip"]


def test_folders_that_differ_only_in_case_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", [("events/a.yaml", b""), ("Events/b.yaml", b"")])
    with pytest.raises(PackError, match="differ only in the case"):
        unpacked(path)


def test_two_members_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zipped(tmp_path / "bad.zip", [("a.yaml", b"1"), ("a.yaml", b"2")])
    with pytest.raises(PackError, match="twice"):
        unpacked(path)


def test_a_bomb_is_refused_by_what_it_holds_not_by_what_it_says(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with ZipFile(path, "w", ZIP_DEFLATED) as archive:
        archive.writestr("pack.yaml", b"pack: x\n")
        archive.writestr("a.yaml", b"\0" * (MOST_BYTES + 1))
    assert path.stat().st_size < 100_000
    with pytest.raises(PackError, match="unpacks to more than"):
        unpacked(path)


def test_many_small_files_are_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "bad.zip", ((f"f{n}.yaml", b"") for n in range(MOST_FILES)))
    with pytest.raises(PackError, match="more than 1000 files"):
        unpacked(path)


def test_a_list_of_members_without_end_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(b"PK\1\2" * (MOST_MEMBERS + 1))
    with pytest.raises(PackError, match="more than 1000 files"):
        unpacked(path)


def test_other_ways_of_packing_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    with ZipFile(path, "w", ZIP_BZIP2) as archive:
        archive.writestr("pack.yaml", b"pack: x\n")
    with pytest.raises(PackError, match="a way of its own"):
        unpacked(path)


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    data = bytearray(archived(PLAIN))
    for head, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        data[data.index(head) + place] |= 1
    path = tmp_path / "bad.zip"
    path.write_bytes(bytes(data))
    with pytest.raises(PackError, match="encrypted"):
        unpacked(path)


def test_no_pack_yaml_no_pack(tmp_path: Path) -> None:
    path = tmp_path / "bad.zip"
    path.write_bytes(archived({"a/cards.yaml": b"", "b/pack.yaml": b""}))
    with pytest.raises(PackError, match=r"no pack\.yaml at its top"):
        unpacked(path)


@pytest.mark.parametrize("place", range(0, 400, 7))
def test_damage_is_told_in_a_sentence_or_does_none(tmp_path: Path, place: int) -> None:
    files = {**PLAIN, NAME: manifest("tea", "1.0", PLAIN)}
    data = bytearray(archived(files))
    data[place * len(data) // 400] ^= 0xFF
    path = tmp_path / "bad.zip"
    path.write_bytes(bytes(data))
    try:
        assert unpacked(path) == files
    except PackError as error:
        assert "is not installed" in str(error)


@given(st.binary(max_size=300))
def test_no_bytes_are_worse_than_a_sentence(data: bytes) -> None:
    path = Path(os.environ["HANDSHAKE_PACKS"]).with_name("any.zip")
    path.write_bytes(data)
    with pytest.raises(PackError, match="is not installed"):
        unpacked(path)


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.zip"):
        with pytest.raises(PackError, match="can't be read"):
            unpacked(path)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({**PLAIN, "README.md": b"Coffee."}, "README.md has been changed"),
        ({**PLAIN, "more.yaml": b""}, "more.yaml has been added"),
        ({INFO: PLAIN[INFO]}, "README.md is missing"),
    ],
)
def test_a_manifest_tells_what_isnt_as_it_was(
    tmp_path: Path, files: dict[str, bytes], said: str
) -> None:
    kept = manifest("tea", "1.0", PLAIN)
    assert unlike(kept, PLAIN) == ""
    assert unlike(kept, files) == said
    path = tmp_path / "bad.zip"
    path.write_bytes(archived({**files, NAME: kept}))
    with pytest.raises(PackError, match=said):
        unpacked(path)


@pytest.mark.parametrize("kept", [b"", b"\xff", b"[]", b'{"manifest": 2, "sha256": {}}', b"{}"])
def test_what_is_no_manifest_vouches_for_nothing(kept: bytes) -> None:
    assert unlike(kept, PLAIN) == "manifest.json is no manifest"


def test_an_archive_replaces_an_archive_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "tea.zip"
    write_archive(path, archived(PLAIN))
    write_archive(path, archived({}))
    assert path.read_bytes() == archived({})
    other = tmp_path / "letter.txt"
    other.write_text("Dear all")
    with pytest.raises(UsageError, match="wasn't written by this"):
        write_archive(other, archived(PLAIN))
    assert other.read_text() == "Dear all"
