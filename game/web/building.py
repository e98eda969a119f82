"""`handshake web`: a folder that any static host can serve, the whole game in it."""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_STORED, ZipFile

from game.errors import UsageError
from game.text.language import _
from game.web import archive
from game.web.archive import (
    COMPILER,
    compile_all,
    compiled_content,
    lay_checker,
    lay_game,
    lay_libraries,
    lay_python,
    lay_python_of_checker,
    members,
    zipped,
)
from game.web.inputs import CHECKER, FIT, FONT, RUNTIME, TERMINAL, WHEELS, WIDTHS, Input, fetched

STATIC = Path(__file__).with_name("static")
LIBRARY, LOCK = "python_stdlib.zip", "pyodide-lock.json"
APP, CHECKS, PYTHON = "app.pack", "checker.pack", "python.pack"
"""Zips of what isn't compressed, compressed as a whole: so they are up to a quarter smaller."""
TAKEN: Mapping[Input, Mapping[str, str]] = {
    RUNTIME: {
        "pyodide.mjs": "runtime/pyodide.mjs",
        "pyodide.asm.mjs": "runtime/pyodide.asm.mjs",
        "pyodide.asm.wasm": "runtime/pyodide.asm.wasm",
        "LICENSE": "licences/pyodide.txt",
    },
    TERMINAL: {
        "lib/xterm.mjs": "terminal/xterm.mjs",
        "css/xterm.css": "terminal/xterm.css",
        "LICENSE": "licences/xterm.txt",
    },
    FIT: {"lib/addon-fit.mjs": "terminal/addon-fit.mjs"},
    WIDTHS: {"lib/addon-unicode11.mjs": "terminal/addon-unicode11.mjs"},
    FONT: {
        "ttf/DejaVuSansMono.ttf": "fonts/DejaVuSansMono.ttf",
        "ttf/DejaVuSansMono-Bold.ttf": "fonts/DejaVuSansMono-Bold.ttf",
        "LICENSE": "licences/fonts.txt",
    },
}
"""Which files of each package go where on the site."""
BUILD = "build.txt"
"""Names, in the game's archive, what content was compiled with."""
MARK = "site.json"
"""Says that a folder was written by this, so that it may be written over."""


def build(
    target: Path, cache: Path | None = None, content: bytes | None = None
) -> Mapping[str, int]:
    """Write the site to a folder and return each file's size as it travels, in bytes.

    `content` is the game's, compiled and pickled, where it is at hand. The folder is new, empty, or
    an earlier site. Raises UsageError where it is none of these, or what a site is made of can't
    be had.
    """
    _check(target)
    inputs = fetched(cache)
    with TemporaryDirectory() as made:
        site = Path(made, "site")
        shutil.copytree(STATIC, site)
        _take(inputs, site)
        _pack(inputs, site, Path(made), content or compiled_content())
        sizes = dict(_sizes(site))
        (site / MARK).write_text(json.dumps(sizes, indent=1) + "\n", encoding="utf-8")
        if target.exists():
            shutil.rmtree(target)
        shutil.copytree(site, target, copy_function=shutil.copyfile)
    return sizes


def _check(target: Path) -> None:
    """Raise UsageError where something would be lost."""
    if target.is_dir() and (not any(target.iterdir()) or (target / MARK).is_file()):
        return
    if target.exists():
        told = _("{folder} holds something that is no site; name another folder.", folder=target)
        raise UsageError(told)


def _take(inputs: Mapping[Input, Path], site: Path) -> None:
    """Put what is served as it came to its place."""
    for one, places in TAKEN.items():
        for name, data in members(inputs[one]):
            if name in places:
                path = site / places[name]
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(_unmapped(data) if path.suffix == ".mjs" else data)


def _unmapped(script: bytes) -> bytes:
    """Return a script without the last line that names a map, which isn't served."""
    head, mark, _tail = script.rpartition(b"//# sourceMappingURL=")
    return head if mark else script


def _pack(inputs: Mapping[Input, Path], site: Path, made: Path, content: bytes) -> None:
    """Make the archives: Python's own library, the game with what it leans on, what checks."""
    runtime, game, checker = made / "runtime", made / "game", made / "checker"
    shutil.copytree(site / "runtime", runtime)
    found = dict(members(inputs[RUNTIME]))
    (runtime / LIBRARY).write_bytes(found[LIBRARY])
    lock = {"info": json.loads(found[LOCK])["info"], "packages": {}}
    for place in (runtime, site / "runtime"):
        (place / LOCK).write_text(json.dumps(lock), encoding="utf-8")
    leant_on = _leant_on(inputs, runtime, made)
    lay_game(game, content)
    lay_checker(checker)
    compile_all([game, checker], runtime)
    (game / BUILD).write_text(_name_of([game, checker]), encoding="ascii")
    (site / "runtime" / PYTHON).write_bytes(_packed([leant_on / "python"]))
    (site / CHECKS).write_bytes(_packed([checker, leant_on / "checker"]))
    (site / APP).write_bytes(_packed([game, leant_on / "libraries"]))


def _name_of(trees: Iterable[Path]) -> str:
    """Return a name for all that lies in some folders."""
    return hashlib.sha256(zipped(trees, ZIP_STORED)).hexdigest()


def _packed(trees: Iterable[Path]) -> bytes:
    """Return all that lies in some folders, compressed as a whole."""
    return gzip.compress(zipped(trees, ZIP_STORED), mtime=0)


def _leant_on(inputs: Mapping[Input, Path], runtime: Path, made: Path) -> Path:
    """Return a folder of what the game leans on, compiled; it is kept beside the inputs."""
    place, kept = made / "leant_on", inputs[RUNTIME].with_name(f"compiled-{_recipe(inputs)}.zip")
    if kept.is_file():
        with ZipFile(kept) as packed:
            packed.extractall(place)
        return place
    lay_python(place / "python", runtime / LIBRARY)
    lay_libraries(place / "libraries", [inputs[one] for one in WHEELS])
    lay_libraries(place / "checker", [inputs[one] for one in CHECKER])
    lay_python_of_checker(place / "checker", runtime / LIBRARY)
    compile_all([place / "python", place / "libraries", place / "checker"], runtime)
    fresh = kept.with_suffix(f".{os.getpid()}")
    fresh.write_bytes(zipped([place]))
    fresh.replace(kept)
    return place


def _recipe(inputs: Mapping[Input, Path]) -> str:
    """Return a name for what is made of these inputs in the way that it is made now."""
    how = b"".join(path.read_bytes() for path in (COMPILER, Path(str(archive.__file__))))
    pins = "".join(one.sha256 for one in inputs)
    return hashlib.sha256(how + pins.encode("ascii")).hexdigest()[:16]


def _sizes(site: Path) -> Iterator[tuple[str, int]]:
    """Yield every file and how many bytes of it travel: compressed, but for archives."""
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        data = path.read_bytes()
        whole = path.suffix == ".pack"
        name = path.relative_to(site).as_posix()
        yield name, len(data) if whole else len(gzip.compress(data, mtime=0))
