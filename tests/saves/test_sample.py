from __future__ import annotations

import pytest

from game.content.records import Content
from game.saves.places import VARIABLE
from game.saves.store import Store
from game.session import PERSON
from game.session.keeping import verify


def test_the_sample_that_is_shipped_can_be_played_by_a_person(
    base: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    record = Store().load("sample")
    session = verify(base, record, "saves/sample.json (saves/README.md says how to make it anew)")
    assert PERSON in session.seats.values()
    assert not session.over
    assert len(session.pages) > 3
