"""The public surface is as it was recorded, told in the reference, and every example runs."""

from __future__ import annotations

import doctest
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType

import pytest

import game
from game.content.records import Content
from game.doors import door, places
from game.testing import found
from tests.surface.examples import BEFORE, EXAMPLES
from tests.surface.listing import OF_EXTRAS, PACKAGES, entries, surface
from tests.surface.pages import reference

DOCS = Path(__file__).resolve().parents[2] / "docs"
ANEW = "run `python -m tests.surface`, look at what it changed, and say it in the changelog"
NAMES = [entry.name for package in PACKAGES for entry in entries(package)]


def test_the_surface_is_as_it_was_recorded() -> None:
    recorded = (DOCS / "surface.txt").read_text(encoding="utf-8").splitlines()
    assert surface().splitlines() == recorded, ANEW


def test_the_reference_is_current() -> None:
    assert reference() == (DOCS / "reference.md").read_text(encoding="utf-8"), ANEW


def test_no_public_name_is_a_modules_too() -> None:
    """Whoever imports the module would find it in the place of what the name stands for."""
    modules = {
        f"{p}.{one.name}" for p in PACKAGES for one in iter_modules(import_module(p).__path__)
    }
    assert sorted(modules & {*NAMES}) == []


def test_every_name_has_an_example_and_a_docstring() -> None:
    assert sorted({*NAMES} - {*EXAMPLES}) == []
    assert sorted({*EXAMPLES} - {*NAMES}) == []
    silent = [e.name for p in PACKAGES for e in entries(p) if callable(e.thing) and not e.doc]
    assert silent == []


def test_every_example_runs(base: Content, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(game, "load_content", lambda: base)
    monkeypatch.setattr("game.lab.experiment.load_content", lambda paths: base)
    monkeypatch.setenv(found.VARIABLE, str(tmp_path))
    names: dict[str, object] = {}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    told: list[str] = []
    left = {} if find_spec("gymnasium") else OF_EXTRAS
    for name, text in {"before": BEFORE, **EXAMPLES}.items():
        if name in left:
            continue
        test = doctest.DocTestParser().get_doctest(text, names, name, None, 0)
        test.globs = names
        runner.run(test, out=told.append, clear_globs=False)
    assert not runner.summarize(verbose=False).failed, "".join(told)


def test_a_former_name_answers_and_says_what_it_is_called_now(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = ModuleType("somewhere")
    monkeypatch.setitem(__import__("sys").modules, "somewhere", module)
    where = places({"game.errors": "UsageError SaveError"})
    module.__getattr__ = door("somewhere", where, former={"Wrong": "UsageError"})  # type: ignore[method-assign]
    with pytest.warns(DeprecationWarning, match="somewhere.Wrong is called somewhere.UsageError"):
        assert module.Wrong is game.UsageError
    assert module.SaveError is game.SaveError
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = module.nothing
