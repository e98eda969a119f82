"""The examples of the guide of this room run."""

from __future__ import annotations

import re
from pathlib import Path
from unittest import TestCase

import pytest

import game
from game.content.records import Content

GUIDE = Path(game.__file__).parent / "testing" / "README.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_runs(number: int, base: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(game, "load_content", lambda: base)
    names: dict[str, object] = {"content": base, "__name__": "example"}
    exec(EXAMPLES[number], names)
    tests = [thing for name, thing in names.items() if name.startswith("test_")]
    for test in tests:
        assert callable(test)
        test()
    suites = [one for one in names.values() if isinstance(one, type) and issubclass(one, TestCase)]
    assert tests or [name for one in suites for name in dir(one) if name.startswith("test_rules")]
