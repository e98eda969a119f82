"""The site's archives: what of the game, its libraries and Python's own goes in, and how.

They are the same bytes each time: files in order, all of one day.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from game.content.places import content_root
from game.errors import UsageError
from game.text.language import _
from game.version import game_version
from game.web.inputs import tool

PACKAGE = Path(__file__).resolve().parent.parent
COMPILER = Path(__file__).with_name("compile.mjs")
CONTENT = "content.pickle"
DAY = (1980, 1, 1, 0, 0, 0)
CHECKER = (
    *(f"packs/{part}.py" for part in (
        "archive", "coming", "contents", "kept", "manifest", "naming",
    )),
    *(f"content/{part}" for part in (
        "borrowing.py", "building.py", "checking.py", "codes", "compiling.py", "definitions",
        "effects", "fields.py", "figures.py", "findings.py", "hashes.py", "homes.py", "leading.py",
        "lint", "load.py", "nodes.py", "objects.py", "packs.py", "papers.py", "patching",
        "reader.py", "renaming.py", "salvage.py", "starting.py", "usual_world.py", "versions.py",
        "walk.py",
    )),
    "web/page/checking.py",
)  # fmt: skip
"""What of `game` reads content: a page asks for it when a pack is dropped on it."""
NO_PART_OF_GAME = (
    *CHECKER,
    "__main__.py", "cli", "envs", "lab", "plain", "testing", "translating", "tui/picture",
    "tui/trying.py", "tui/screens/packs.py", "workshop", "packs/about.py", "packs/along.py",
    "packs/starting.py", "packs/switching.py", "content/__main__.py", "content/cache/key.py",
    "content/coverage.py", "content/guide", "_content", "web/__init__.py", "web/archive.py",
    "web/building.py", "web/compile.mjs", "web/inputs.py", "web/README.md", "web/static",
)  # fmt: skip
"""What of `game` a page does without before that: other faces, tools, and what reads content."""
NO_PART_OF_LIBRARIES = (
    "_yaml", "pydantic/deprecated", "pydantic/experimental", "pydantic/mypy.py", "pydantic/v1",
    "textual/demo", "textual/devtools",
    "textual/document", "textual/tree-sitter", "textual/drivers/win32.py",
    "textual/drivers/windows_driver.py",
    *(f"rich/{name}.py" for name in (
        "_inspect", "_win32_console", "_windows", "_windows_renderer", "diagnose", "layout",
        "live", "logging", "markdown", "progress", "progress_bar", "prompt", "status", "syntax",
    )),
    *(f"rich/_unicode_data/unicode{number}.py" for number in (
        "4-1-0", "5-0-0", "5-1-0", "5-2-0", "6-0-0", "6-1-0", "6-2-0", "6-3-0", "7-0-0", "8-0-0",
        "9-0-0", "10-0-0", "11-0-0", "12-0-0", "12-1-0", "13-0-0", "14-0-0", "15-0-0", "15-1-0",
        "16-0-0",
    )),
    *(f"textual/widgets/_{name}.py" for name in (
        "data_table", "digits", "help_panel", "key_panel", "log", "markdown", "markdown_viewer",
        "masked_input", "pretty", "radio_set", "rich_log", "selection_list", "sparkline",
        "tabbed_content", "tabs", "text_area", "welcome",
    )),
)  # fmt: skip
"""What the game never shows or asks for, and what other systems than a page have."""
NO_PART_OF_PYTHON = (
    "__phello__", "_pydatetime.py", "_pydecimal.py", "_pyio.py", "_pyrepl", "argparse.py",
    "asyncio/proactor_events.py", "asyncio/windows_events.py", "asyncio/windows_utils.py",
    "bdb.py", "cmd.py", "code.py", "compileall.py", "configparser.py", "csv.py", "ctypes",
    "doctest.py", "filecmp.py", "fileinput.py", "ftplib.py", "http", "imaplib.py",
    "logging/config.py", "logging/handlers.py", "mailbox.py", "modulefinder.py", "multiprocessing",
    "netrc.py", "optparse.py", "pdb.py", "pickletools.py", "plistlib.py", "poplib.py",
    "profile.py", "pstats.py", "pyclbr.py", "pydoc.py", "pydoc_data", "rlcompleter.py",
    "shelve.py", "smtplib.py", "socketserver.py", "sqlite3", "statistics.py", "symtable.py",
    "tabnanny.py", "tarfile.py", "this.py", "timeit.py", "tomllib", "trace.py", "tracemalloc.py",
    "unittest", "urllib/request.py", "wave.py", "webbrowser.py", "wsgiref", "xml", "xmlrpc",
    "zipapp.py", "zoneinfo",
)  # fmt: skip
"""What neither the game nor what it leans on loads."""
CHECKER_OF_PYTHON = ("csv.py", "zoneinfo")
"""What of that pydantic loads all the same."""
LETTERS = frozenset(
    ("__init__", "aliases", "ascii", "cp437", "idna", "latin_1", "punycode", "raw_unicode_escape",
     "unicode_escape", "utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", "undefined")
)  # fmt: skip
"""The encodings that are kept."""


def lay_game(tree: Path, content: bytes) -> None:
    """Lay the game and its compiled content into an empty folder."""
    for path, inside in _of_game():
        if not _below(inside, NO_PART_OF_GAME):
            _copied(path, tree / "game" / inside)
    (tree / "game/web/__init__.py").touch()
    version = game_version()
    told = tree / f"orbital_handshake-{version}.dist-info" / "METADATA"
    told.parent.mkdir()
    told.write_text(f"Metadata-Version: 2.1\nName: orbital-handshake\nVersion: {version}\n")
    (tree / CONTENT).write_bytes(content)


def lay_checker(tree: Path) -> None:
    """Lay what of the game reads content, and the content that it reads, into an empty folder."""
    for path, inside in _of_game():
        if _below(inside, CHECKER):
            _copied(path, tree / "game" / inside)
    root = content_root()
    for path in sorted(root.glob("*/**/*.yaml")):
        _copied(path, tree / "game/_content" / path.relative_to(root))


def _of_game() -> Iterator[tuple[Path, str]]:
    """Yield every file of the game that isn't made anew, and how it is called within."""
    for path in sorted(path for path in PACKAGE.rglob("*") if path.is_file()):
        if "__pycache__" not in path.parts:
            yield path, path.relative_to(PACKAGE).as_posix()


def lay_libraries(tree: Path, wheels: Iterable[Path]) -> None:
    """Lay what the game leans on into an empty folder."""
    for wheel in wheels:
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(tree, [name for name in packed.namelist() if _of_library(name)])


def lay_python(tree: Path, library: Path) -> None:
    """Lay what of Python's standard library a page needs into an empty folder."""
    with zipfile.ZipFile(library) as packed:
        packed.extractall(tree, [name for name in packed.namelist() if _of_python(name)])


def lay_python_of_checker(tree: Path, library: Path) -> None:
    """Lay what of it the checker needs besides into a folder."""
    with zipfile.ZipFile(library) as packed:
        names = [name for name in packed.namelist() if _below(name, CHECKER_OF_PYTHON)]
        packed.extractall(tree, names)


def _of_library(name: str) -> bool:
    path = PurePosixPath(name)
    if path.suffix == ".pyi" or name.endswith("linux-gnu.so"):  # no page can load that
        return False
    if path.parts[0].endswith(".dist-info"):
        return path.name == "METADATA"
    return not _below(name, NO_PART_OF_LIBRARIES)


def _of_python(name: str) -> bool:
    path = PurePosixPath(name)
    if path.parts[0] == "encodings":
        return path.stem in LETTERS
    return not _below(name, NO_PART_OF_PYTHON)


def _below(name: str, places: Iterable[str]) -> bool:
    return any(name == place or name.startswith(f"{place}/") for place in places)


def _copied(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def compiled_content() -> bytes:
    """Return the content's records as the page reads them back; made where sets have one order."""
    script = (
        "import pickle, sys; from game.content.cached import load_content; "
        "sys.stdout.buffer.write(pickle.dumps(load_content(), protocol=5))"
    )
    made = {"PYTHONHASHSEED": "0", "HANDSHAKE_CACHE": "off", "PYTHONPATH": str(PACKAGE.parent)}
    return _ran([sys.executable, "-c", script], made)


def compile_all(trees: Iterable[Path], runtime: Path) -> None:
    """Put the bytecode of the page's Python in the place of all source, by that Python itself."""
    _ran([tool("node"), str(COMPILER), str(runtime), *map(str, trees)], {})


def _ran(words: list[str], made: dict[str, str]) -> bytes:
    """Return what a program prints. Raises UsageError where it fails."""
    done = subprocess.run(words, capture_output=True, env={**os.environ, **made}, check=False)
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip()
        raise UsageError(_("The site can't be built: {why}", why=said))
    return done.stdout


def zipped(trees: Iterable[Path], how: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of all that lies in some folders."""
    files = {path.relative_to(tree).as_posix(): path for tree in trees for path in tree.rglob("*")}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", how, compresslevel=9) as out:
        for name in sorted(name for name, path in files.items() if path.is_file()):
            told = zipfile.ZipInfo(name, DAY)
            told.compress_type = how
            out.writestr(told, files[name].read_bytes())
    return written.getvalue()


def members(archive: Path) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of the files in a package of Node's, below its one folder."""
    with tarfile.open(archive) as packed:
        for one in packed:
            read = packed.extractfile(one) if one.isfile() else None
            if read is not None:
                yield one.name.partition("/")[2], read.read()
