from __future__ import annotations

from pathlib import Path

import pytest

from game.content import cached
from game.errors import ContentError
from game.record import replace
from game.tui.launch import Launch
from game.tui.trying import Trying
from game.workshop.trying import Wish, trial
from tests.tui.conftest import CONTENT, STANDARD, Screen


async def test_a_saved_file_puts_the_new_card_on_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "events.yaml").write_text("- event: letter\n")
    renamed = replace(CONTENT.events["letter"], title="Another letter")
    later = [replace(CONTENT, events={**CONTENT.events, "letter": renamed})]

    def load(_packs: object) -> object:
        if not later:
            raise ContentError("E031 unknown name")
        return later.pop()

    monkeypatch.setattr(cached, "load_content", load)
    found = trial(CONTENT, Wish("letter", turn=2, values={"tension": 44}))
    app = Trying(Launch(packs=(tmp_path,)), CONTENT, found)
    async with app.run_test(size=STANDARD) as pilot:
        screen = Screen(app, pilot)
        await screen.settle()
        assert "About this game" in screen.text
        await screen.keys("enter")
        assert "A letter" in screen.text and "44" in screen.text
        (tmp_path / "events.yaml").write_text("- event: another letter\n")
        app._look()
        await screen.settle()
        assert "Another letter" in screen.text and "44" in screen.text
        assert screen.at_desk()
        (tmp_path / "events.yaml").write_text("- evnt: letter\n")
        app._look()
        await screen.settle()
        assert [told.message for told in app._notifications] == ["E031 unknown name"]
        assert screen.play.session.content.events["letter"].title == "Another letter"
