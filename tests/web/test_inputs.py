"""What a site is made of is what was pinned, or nothing of it is used."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from game.errors import UsageError
from game.web import inputs
from game.web.inputs import Input, fetched

DATA = b"a wheel"
PINNED = Input("thing", "1.0", hashlib.sha256(DATA).hexdigest())


@pytest.fixture
def indexes(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """Return what indexes serve, one file after the other."""
    served: list[bytes] = []

    def wheel(one: Input, fresh: Path) -> Path:
        got = fresh / "file"
        got.write_bytes(served.pop(0))
        return got

    monkeypatch.setattr(inputs, "NODE_PACKAGES", ())
    monkeypatch.setattr(inputs, "WHEELS", (PINNED,))
    monkeypatch.setattr(inputs, "CHECKER", ())
    monkeypatch.setattr(inputs, "_wheel", wheel)
    return served


def test_an_input_is_fetched_once(tmp_path: Path, indexes: list[bytes]) -> None:
    indexes += [DATA]
    assert fetched(tmp_path)[PINNED].read_bytes() == DATA
    assert fetched(tmp_path)[PINNED].read_bytes() == DATA  # nothing more is served


def test_what_is_damaged_in_the_cache_is_fetched_anew(tmp_path: Path, indexes: list[bytes]) -> None:
    indexes += [DATA, DATA]
    fetched(tmp_path)[PINNED].write_bytes(b"damaged")
    assert fetched(tmp_path)[PINNED].read_bytes() == DATA


def test_what_is_not_as_pinned_is_refused(tmp_path: Path, indexes: list[bytes]) -> None:
    indexes += [b"another wheel"]
    with pytest.raises(UsageError, match="isn't what was pinned"):
        fetched(tmp_path)
    assert not any(tmp_path.iterdir())


def test_a_missing_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(UsageError, match="npm of Node 20"):
        inputs.tool("npm")


def test_wheels_are_pinned_as_the_project_asks() -> None:
    """Textual as `dev` pins it, which pages are compared with; all others within their ranges."""
    text = Path(__file__).parents[2].joinpath("pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    wanted = [Requirement(one) for one in asked]
    pins = {one.package: one.version for one in (*inputs.WHEELS, *inputs.CHECKER)}
    held = [one for one in wanted if one.name in pins]
    assert [str(one) for one in held if not one.specifier.contains(pins[one.name])] == []
    assert [one.name for one in held if str(one.specifier).startswith("==")] == ["textual"]
