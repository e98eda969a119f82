"""The plain game in full speech, so that all it can say is said; tests of less say so."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def full(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return settings of a test's own that ask for full speech."""
    settings = tmp_path_factory.mktemp("settings") / "settings.json"
    settings.write_text('{"speech": "full"}', encoding="utf-8")
    return settings


@pytest.fixture(autouse=True)
def _full_speech(full: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDSHAKE_SETTINGS", str(full))
