"""What saves, settings and packs say on the screen steers no terminal."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from rich.segment import Segment
from textual.color import Color
from textual.widgets import Static

from game.saves.record import to_text
from game.session.keeper import to_record
from game.tui.app import Handshake, run
from game.tui.inertness import Inertness
from game.tui.launch import Launch
from game.tui.library import Library
from game.tui.screens.ask import message
from tests.saves.games import NOON, SMALL, with_person, write

ESCAPES = "\x1b[31mred\x9b2J\u202eturned"


def test_a_line_is_drawn_without_what_steers() -> None:
    filtered = Inertness().apply([Segment(f"a{ESCAPES}b"), Segment("c")], Color.parse("black"))
    assert "".join(segment.text for segment in filtered) == "a[31mred2Jturnedbc"


async def test_no_widget_draws_an_escape(tmp_path: Path) -> None:
    app = Handshake(Launch(), Library(SMALL, tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(message(ESCAPES, ESCAPES))
        await pilot.pause()
        widgets = list(app.screen.query(Static))
        strips = [w.render_lines(w.size.region) for w in widgets]
        drawn = "".join(strip.text for lines in strips for strip in lines)
        assert "red" in drawn
        assert not any(letter in drawn for letter in "\x1b\x9b\u202e")


def test_the_list_of_saves_shows_what_a_name_hides(tmp_path: Path) -> None:
    record = to_record(with_person(), NOON)
    write(tmp_path / "a.json", to_text(replace(record, saved_at=ESCAPES)))
    write(tmp_path / f"b{ESCAPES}.json", "{")
    told = {kept.text for kept in Library(SMALL, tmp_path).kept()}
    told |= {kept.problem for kept in Library(SMALL, tmp_path).kept()}
    assert not any(letter in text for text in told for letter in "\x1b\x9b\u202e")
    assert any("\\u001b" in text for text in told)


def test_what_has_broken_the_screen_is_raised_once_it_is_closed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def break_off(self: Handshake) -> None:
        self.broken = ZeroDivisionError()

    monkeypatch.setattr(Handshake, "run", break_off)
    with pytest.raises(ZeroDivisionError):
        run(Launch())
