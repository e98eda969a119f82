"""What a site is made of besides the game: pinned by name, version and hash, fetched once.

The pins move together: the runtime says which Python it is and which wheels it takes.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from platformdirs import user_cache_path

from game.errors import UsageError
from game.text.language import _

PYTHON, ABI, PLATFORM = "3.14", "cp314", "pyemscripten_2026_0_wasm32"


@dataclass(frozen=True, slots=True)
class Input:
    """A file of a package index: how the package is called there, its version, its SHA-256.

    `platform`: what the wheel was built for, where it was built for one.
    """

    package: str
    version: str
    sha256: str
    platform: str = PLATFORM

    @property
    def name(self) -> str:
        """How the file is called in the cache."""
        plain = self.package.removeprefix("@").replace("/", "-")
        return f"{plain}-{self.version}-{self.sha256[:12]}"


RUNTIME = Input(
    "pyodide", "314.0.7", "66b7949e5a0cba2250b586d7e368bf12fb482800748d182c4618254b685ffaa0"
)
TERMINAL = Input(
    "@xterm/xterm", "6.0.0", "908e66e04af6c8dc6b00dd3b54de088e2e81e5ed866284fd6c2fb3c2d1c7a3f6"
)
FIT = Input(
    "@xterm/addon-fit", "0.11.0", "26003b4517a132b64e4ff228fd88a5fda3fff5e606c76093f6dcff772e9ecec0"
)
WIDTHS = Input(
    "@xterm/addon-unicode11",
    "0.9.0",
    "b665667792f916873fe946ba98cc98a1a742af08e163fb66e1c0809c120ca42e",
)
FONT = Input(
    "dejavu-fonts-ttf", "2.37.3", "b7013ac58f9225250619db82cfb72e99c37ca8195f2b5a06a9e6a95bc5e1c84a"
)
NODE_PACKAGES = (RUNTIME, TERMINAL, FIT, WIDTHS, FONT)
WHEELS = (
    Input("textual", "8.2.8", "267375fd402dc8d981457212efa71f0e3365fd17bba144ba9bb3ed7563cb374a"),
    Input("rich", "15.0.0", "33bd4ef74232fb73fe9279a257718407f169c09b78a87ad3d296f548e27de0bb"),
    Input("msgspec", "0.23.0", "1836f50ad87e7c56600b648a1b75c3bbcce62835cb1f489435fc5fee8d068831"),
    Input(
        "platformdirs", "4.14.8", "1e34af590de4d978631b751eb2202f2fee4497537a17c1720b12fcf57b331392"
    ),
    Input("polib", "1.2.0", "1c77ee1b81feb31df9bca258cbc58db1bbb32d10214b173882452c73af06d62d"),
    Input(
        "typing_extensions",
        "4.16.0",
        "481caa481374e813c1b176ada14e97f1f67a4539ce9cfeb3f350d78d6370c2e8",
    ),
)

CHECKER = (
    Input("pydantic", "2.14.4", "653a2ad9f6d8858529c77c72717d0ea991d6c6837fe683246b2f4b2bbfc3fadc"),
    Input(
        "pydantic_core",
        "2.50.5",
        "b2910ec0fa5aeb9bef70156f2b79f4783978fdcfaa7b2f1b5d1814458d2e79a1",
    ),
    Input(
        "typing_inspection",
        "0.4.5",
        "bc210535442b39e1bf2805e0c7a17dfd6a4ace760c84c7f7d16245d23a6b1c39",
    ),
    Input(
        "annotated_types",
        "0.8.0",
        "f072f4d804ea359e4eaf198b1af7a8b0943881a87f31bb764f8bf219bb9419e0",
    ),
    Input(  # no wheel of it is for a page; this one's Python is taken, and none of its C
        "PyYAML",
        "6.0.4",
        "c604dc2613c417130479cdd6e55c2faa691b6365aa82b3dafddfcecc2eaf1ac7",
        "manylinux2014_x86_64",
    ),
)
"""The wheels of the part that checks packs, which a page fetches when one is dropped on it."""


def cache() -> Path:
    """Return the directory that inputs are kept in."""
    return user_cache_path("orbital-handshake", appauthor=False) / "site"


def fetched(where: Path | None = None) -> dict[Input, Path]:
    """Return each input's file, fetched where it isn't in the cache yet.

    Raises UsageError where one can't be had, or isn't what was pinned.
    """
    kept = where or cache()
    kept.mkdir(parents=True, exist_ok=True)
    found = {one: kept / one.name for one in (*NODE_PACKAGES, *WHEELS, *CHECKER)}
    missing = [one for one, path in found.items() if _hash(path) != one.sha256]
    with TemporaryDirectory(dir=kept) as fresh:
        for one in missing:
            got = _packed(one, Path(fresh)) if one in NODE_PACKAGES else _wheel(one, Path(fresh))
            _check(one, got)
            got.replace(found[one])
    return found


def _hash(path: Path) -> str:
    with suppress(FileNotFoundError):
        return hashlib.sha256(path.read_bytes()).hexdigest()
    return ""


def _check(one: Input, got: Path) -> None:
    if (found := _hash(got)) != one.sha256:
        raise UsageError(
            _(
                "{package} {version} isn't what was pinned: its SHA-256 is {found}, not {wanted}. "
                "Nothing of it was used.",
                package=one.package,
                version=one.version,
                found=found,
                wanted=one.sha256,
            )
        )


def _packed(one: Input, fresh: Path) -> Path:
    """Return the archive of a package of Node's."""
    folder = fresh / one.name
    folder.mkdir()
    wish = [tool("npm"), "pack", "--silent", f"{one.package}@{one.version}"]
    _ran([*wish, "--pack-destination", str(folder)], one)
    return next(folder.iterdir())


def _wheel(one: Input, fresh: Path) -> Path:
    """Return a wheel for the runtime's Python: its own, or one for every system."""
    folder = fresh / one.name
    wish = [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check"]
    wish += ["--no-deps", "--only-binary=:all:", "--python-version", PYTHON, "-d", str(folder)]
    wish += ["--platform", one.platform, "--platform", "any", "--abi", ABI, "--abi", "none"]
    _ran([*wish, f"{one.package}=={one.version}"], one)
    return next(folder.iterdir())


def tool(name: str) -> str:
    """Return where a program of Node's is. Raises UsageError where there is none."""
    found = shutil.which(name)
    if found is None:
        raise UsageError(
            _("Building a site needs {tool} of Node 20 or newer on the path.", tool=name)
        )
    return found


def _ran(words: Sequence[str], one: Input) -> None:
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines() or ["?"]
        raise UsageError(
            _(
                "{package} {version} can't be fetched: {why} It is kept once it has been.",
                package=one.package,
                version=one.version,
                why=lines[-1],
            )
        )
