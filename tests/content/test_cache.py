"""Content that is kept: the same as what was read, of the same files, and never anything else."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game import version
from game.cli import main
from game.cli.anywhere import NO_CACHE
from game.content import cached, load, records
from game.content.cache import key, shelf
from game.content.cache.unpickling import MODULES, unpickled
from game.content.expressions.compiled import Compiled
from game.content.records import Content
from game.errors import ContentError
from game.rules.setup import Setup
from game.session import Session
from tests.canal import CHAIRS, SCENARIO, canal
from tests.content.conftest import BASE_PACK

LONG = "- {flag: long, text: A mark that no event sets and no event asks for.}\n"


@pytest.fixture
def shelf_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Turn the cache on, in a directory of its own."""
    monkeypatch.setenv(shelf.VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def packs_at(tmp_path: Path, shelf_at: Path) -> Path:
    """Return a directory of packs that holds a small world; nothing is kept of it yet."""
    root = tmp_path / "packs"
    root.mkdir()
    canal(root)
    return root


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Return a list that grows each time content is compiled."""
    counted: list[int] = []
    compiled = load.compile_content

    def counting(checked: load.Checked) -> Content:
        counted.append(1)
        return compiled(checked)

    monkeypatch.setattr(load, "compile_content", counting)
    return counted


def plain(held: Any) -> Any:
    """Return records as data that can be compared whole, expressions with their trees."""
    if isinstance(held, Compiled):
        return held.text, repr(held.tree)
    if is_dataclass(held) and not isinstance(held, type):
        named = [plain(getattr(held, one.name)) for one in fields(held)]
        return type(held).__name__, named
    if isinstance(held, Mapping):
        return [(name, plain(value)) for name, value in held.items()]
    if isinstance(held, tuple | list):
        return [plain(one) for one in held]
    return sorted(held) if isinstance(held, frozenset) else held


def kept_file(where: Path) -> Path:
    (file,) = where.glob(f"*{shelf.ENDING}")
    return file


def chain(content: Content, seed: int) -> list[str]:
    """Return the hashes of a game's turns, played by random players."""
    setup = Setup(SCENARIO, CHAIRS[0], seed, "director", "dated")
    session = Session(content, setup, dict.fromkeys(CHAIRS, "random"))
    session.play_others()
    assert session.over
    return list(session.chain)


def test_what_is_kept_is_what_was_read(packs_at: Path, reads: list[int]) -> None:
    first = cached.load_content(root=packs_at)
    again = cached.load_content(root=packs_at)
    assert len(reads) == 1
    assert again is not first
    assert plain(again) == plain(first) == plain(load.load_content(root=packs_at))


def test_the_games_own_content_comes_back_whole(shelf_at: Path, base: Content) -> None:
    first = cached.load_content()
    again = cached.load_content()
    assert plain(again) == plain(first) == plain(base)


@given(seed=st.integers(0, 10**6))
def test_a_game_goes_the_same_way_on_both(seed: int, kept_pair: tuple[Content, Content]) -> None:
    built, kept = kept_pair
    assert chain(built, seed) == chain(kept, seed)


@pytest.fixture(scope="module")
def kept_pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[Content, Content]:
    root = tmp_path_factory.mktemp("packs")
    built = canal(root)
    return built, unpickled(pickle.dumps(built))  # type: ignore[return-value]


def test_what_was_kept_loads_neither_what_reads_nor_what_checks(packs_at: Path) -> None:
    cached.load_content(root=packs_at)
    code = (
        "import sys; from pathlib import Path; from game.content.cached import load_content;"
        "import game.rules.turn, game.rules.setup, game.players;"
        f"content = load_content(root=Path({str(packs_at)!r}));"
        "print([n for n in ('pydantic', 'yaml', 'game.content.load') if n in sys.modules],"
        " list(content.scenarios))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[] ['canal']"


# --- what it was made of


@st.composite
def changes(draw: st.DrawFn) -> Callable[[Path], None]:
    """Draw a change to one file below a place: a byte, a name, a file more or less."""
    place, bit = draw(st.floats(0, 1, exclude_max=True)), draw(st.integers(0, 7))
    which, how = (
        draw(st.integers(0, 10**6)),
        draw(st.sampled_from(("byte", "name", "more", "less"))),
    )

    def change(where: Path) -> None:
        files = sorted(p for p in where.rglob("*") if p.suffix in (".yaml", ".py"))
        file = files[which % len(files)]
        data = bytearray(file.read_bytes())
        if how == "byte":
            data[int(place * len(data))] ^= 1 << bit
            file.write_bytes(data)
        elif how == "name":
            file.rename(file.with_stem(f"{file.stem}x"))
        elif how == "more":
            file.with_stem(f"{file.stem}x").write_bytes(b"")
        else:
            file.unlink()

    return change


def written(where: Path, *names: str) -> Path:
    for number, name in enumerate(names):
        file = where / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"- text {number}", encoding="utf-8")
    return where


@given(change=changes())
def test_any_change_of_what_was_read_is_another_key(
    change: Callable[[Path], None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    pack = written(tmp_path_factory.mktemp("pack"), "pack.yaml", "a.yaml", "deep/b.yaml")
    before = key.key_of([pack])
    change(pack)
    assert before
    assert key.key_of([pack]) != before


@given(change=changes())
def test_any_change_of_what_reads_is_another_key(
    change: Callable[[Path], None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    names = ("content/load.py", "content/records/world.py", "text/cells.py")
    game = written(
        tmp_path_factory.mktemp("game"),
        *names,
        "errors.py",
        "record.py",
        "regular.py",
        "version.py",
    )
    before = key.key_of([], game)
    change(game / "content")
    assert key.key_of([], game) != before


@pytest.mark.parametrize(
    "name", ["errors.py", "record.py", "regular.py", "version.py", "text/cells.py"]
)
def test_what_reading_leans_on_is_part_of_the_key(name: str, tmp_path: Path) -> None:
    names = (
        "content/load.py",
        "text/cells.py",
        "errors.py",
        "record.py",
        "regular.py",
        "version.py",
    )
    game = written(tmp_path, *names)
    before = key.key_of([], game)
    (game / name).write_text("changed", encoding="utf-8")
    assert key.key_of([], game) != before


def test_the_sources_are_those_that_content_imports() -> None:
    code = (
        "import sys, game.content.load, game.content.cached;"
        "print(*(m.__file__ for n, m in sys.modules.items() if n.startswith('game.')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    used = {Path(name).relative_to(key.GAME).parts[0] for name in done.stdout.split()}
    assert used - {"doors.py"} <= set(key.MAKERS)  # `import game` opens doors; they make nothing


def test_the_order_of_packs_counts(tmp_path: Path) -> None:
    one, two = written(tmp_path / "one", "a.yaml"), written(tmp_path / "two", "a.yaml")
    assert key.key_of([one, two]) != key.key_of([two, one])


@pytest.mark.parametrize("name", [*key.LEANT_ON, "orbital-handshake"])
def test_versions_count(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = key.key_of([])
    told = version.installed_version
    monkeypatch.setattr(key, "installed_version", lambda n: "9.9" if n == name else told(n))
    monkeypatch.setattr(version, "installed_version", lambda n: "9.9" if n == name else told(n))
    assert key.key_of([]) != before


def test_a_changed_file_is_read_anew(packs_at: Path, reads: list[int]) -> None:
    cached.load_content(root=packs_at)
    world = packs_at / "base" / "world.yaml"
    world.write_text(world.read_text("utf-8").replace("Two towns", "Two cities"), "utf-8")
    assert cached.load_content(root=packs_at).scenarios[SCENARIO].text.startswith("Two cities")
    assert len(reads) == 2


def test_a_pack_more_is_other_content(packs_at: Path, tmp_path: Path) -> None:
    cached.load_content(root=packs_at)
    more = written(tmp_path / "more", "pack.yaml")
    info = BASE_PACK.replace("base", "more").replace("Small", "More")
    (more / "pack.yaml").write_text(info, encoding="utf-8")
    assert [pack.id for pack in cached.load_content([more], root=packs_at).packs] == [
        "base",
        "more",
    ]


def test_errors_are_never_kept_and_warnings_are(packs_at: Path, shelf_at: Path) -> None:
    world = packs_at / "base" / "world.yaml"
    whole = world.read_text("utf-8")
    world.write_text(f"{whole}- {{flag: }}\n", "utf-8")
    with pytest.raises(ContentError):
        cached.load_content(root=packs_at)
    assert not list(shelf_at.glob("*"))
    world.write_text(whole + LONG, "utf-8")
    fresh = load.check_content(root=packs_at)
    cached.load_content(root=packs_at)
    assert fresh
    assert cached.check_content(root=packs_at) == fresh


# --- whose it is


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owners here")
@pytest.mark.parametrize("mode", [0o720, 0o702, 0o777])
@pytest.mark.parametrize("what", ["directory", "file"])
def test_what_others_may_write_is_not_read(
    what: str, mode: int, packs_at: Path, shelf_at: Path, reads: list[int]
) -> None:
    cached.load_content(root=packs_at)
    (shelf_at if what == "directory" else kept_file(shelf_at)).chmod(mode)
    assert SCENARIO in cached.load_content(root=packs_at).scenarios
    assert len(reads) == 2


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="no owners here")
def test_what_is_somebody_elses_is_neither_read_nor_written(
    packs_at: Path, shelf_at: Path, reads: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    cached.load_content(root=packs_at)
    before = kept_file(shelf_at).read_bytes()
    stranger = os.geteuid() + 1
    monkeypatch.setattr(os, "geteuid", lambda: stranger)
    kept_file(shelf_at).write_bytes(before[:-1])
    assert SCENARIO in cached.load_content(root=packs_at).scenarios
    assert len(reads) == 2
    assert kept_file(shelf_at).read_bytes() == before[:-1]


@pytest.mark.skipif(not hasattr(os, "O_NOFOLLOW"), reason="links are followed here")
def test_a_link_is_not_followed(packs_at: Path, shelf_at: Path, reads: list[int]) -> None:
    cached.load_content(root=packs_at)
    file = kept_file(shelf_at)
    file.rename(shelf_at / "elsewhere")
    file.symlink_to(shelf_at / "elsewhere")
    cached.load_content(root=packs_at)
    assert len(reads) == 2


def test_a_kept_file_is_for_its_user_alone(packs_at: Path, shelf_at: Path) -> None:
    cached.load_content(root=packs_at)
    assert [path.name for path in shelf_at.iterdir()] == [kept_file(shelf_at).name]
    if hasattr(os, "geteuid"):
        assert kept_file(shelf_at).stat().st_mode & 0o777 == 0o600
        assert shelf_at.stat().st_mode & 0o777 == 0o700


# --- damage, and worse


class Foreign:
    """What would make a file where it is unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Callable[..., Any], tuple[str]]:
        return os.mkdir, (str(self.mark),)


def test_a_foreign_class_is_never_run(
    packs_at: Path, shelf_at: Path, tmp_path: Path, reads: list[int]
) -> None:
    cached.load_content(root=packs_at)
    name = kept_file(shelf_at).name.removesuffix(shelf.ENDING)
    entry = shelf.found(shelf_at, name)
    assert entry is not None
    mark = tmp_path / "mark"
    shelf.put(shelf_at, name, shelf.Entry(entry.key, entry.packs, pickle.dumps(Foreign(mark))))
    assert SCENARIO in cached.load_content(root=packs_at).scenarios
    assert not mark.exists()
    assert len(reads) == 2


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("os", "system"),
        ("builtins", "eval"),
        ("builtins", "getattr"),
        ("game.content.records.content", "Content.__init__"),
        ("game.content.records.content", "dataclass"),
        ("game.content.records.content", "Brief"),
        ("game.content.records.expressions", "Expression"),
        ("game.content.expressions.closures", "compiled"),
        ("game.content.cache.shelf", "Entry"),
        ("datetime", "sys.modules"),
        ("datetime", "datetime"),
    ],
)
@pytest.mark.parametrize("protocol", [0, 4])
def test_nothing_but_records_has_a_name(module: str, name: str, protocol: int) -> None:
    old = f"c{module}\n{name}\n.".encode()
    new = b"\x80\x04" + b"".join(b"\x8c" + bytes([len(x)]) + x.encode() for x in (module, name))
    with pytest.raises(ValueError, match="no content"):
        unpickled(new + b"\x93." if protocol else old)


def test_what_is_no_content_is_read_anew(packs_at: Path, shelf_at: Path, reads: list[int]) -> None:
    cached.load_content(root=packs_at)
    name = kept_file(shelf_at).name.removesuffix(shelf.ENDING)
    entry = shelf.found(shelf_at, name)
    assert entry is not None
    for other in (b"", b"N.", pickle.dumps((1, ())), pickle.dumps("content")):
        shelf.put(shelf_at, name, shelf.Entry(entry.key, entry.packs, other))
        assert SCENARIO in cached.load_content(root=packs_at).scenarios
    assert len(reads) == 5


@given(place=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7), cut=st.booleans())
def test_a_damaged_file_holds_nothing(
    place: float, bit: int, cut: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    where = tmp_path_factory.mktemp("shelf")
    where.chmod(0o700)
    entry = shelf.Entry("key", (Path("/packs/base"),), pickle.dumps(("content", ())))
    shelf.put(where, "name", entry)
    assert shelf.found(where, "name") == entry
    data = bytearray(kept_file(where).read_bytes())
    at = int(place * len(data))
    if cut:
        del data[at:]
    else:
        data[at] ^= 1 << bit
    kept_file(where).write_bytes(data)
    assert shelf.found(where, "name") is None


# --- where it is


def test_nothing_is_kept_where_it_is_off(
    packs_at: Path, shelf_at: Path, monkeypatch: pytest.MonkeyPatch, reads: list[int]
) -> None:
    monkeypatch.setenv(shelf.VARIABLE, shelf.OFF)
    cached.load_content(root=packs_at)
    cached.load_content(root=packs_at)
    assert len(reads) == 2
    assert not shelf_at.exists()


def test_a_command_may_do_without(
    shelf_at: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["handshake", "list", "scenarios", NO_CACHE])
    assert main() == 0
    assert "cold_snap_2022" in capsys.readouterr().out
    assert not shelf_at.exists()


def test_where_nothing_can_be_kept_content_loads_all_the_same(
    packs_at: Path, shelf_at: Path
) -> None:
    shelf_at.write_text("a file", encoding="utf-8")
    assert SCENARIO in cached.load_content(root=packs_at).scenarios
    assert shelf_at.read_text("utf-8") == "a file"


def test_the_oldest_goes_and_what_is_not_its_own_stays(tmp_path: Path) -> None:
    where = tmp_path / "cache"
    for number in range(shelf.MOST_FILES + 3):
        shelf.put(where, f"n{number}", shelf.Entry("key", (), b"N."))
        (where / f"n{number}{shelf.ENDING}").touch()
        os.utime(where / f"n{number}{shelf.ENDING}", (number, number))
        (where / "letter.txt").write_text("mine", encoding="utf-8")
    left = {path.name for path in where.iterdir()}
    assert len(left) == shelf.MOST_FILES + 1
    assert {"letter.txt", f"n18{shelf.ENDING}"} <= left
    assert f"n0{shelf.ENDING}" not in left


def test_every_module_of_records_may_be_read_back() -> None:
    """One that is missing would have content read anew at every start, unseen."""
    folder = Path(records.__file__).parent
    made = {f"game.content.records.{path.stem}" for path in folder.glob("*.py")}
    with_records = {
        name for name in made
        if any(is_dataclass(thing) and thing.__module__ == name
               for thing in vars(import_module(name.removesuffix(".__init__"))).values()
               if isinstance(thing, type))
    }  # fmt: skip
    assert with_records <= MODULES
