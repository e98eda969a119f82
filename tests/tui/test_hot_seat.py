"""Several people at one screen, a key pressed too often, branches, reports, iron mode."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from textual.widget import Widget

from game.content.records import Content
from game.players.base import legal
from game.rules.kinds import KINDS
from game.rules.setup import Setup
from game.saves.store import Store
from game.session import Session
from game.tui import settling
from game.tui.play import Play
from game.tui.screens.ask import Ask, HandOver
from game.tui.screens.ended import Ended
from game.tui.screens.pages import Chronicle
from game.tui.widgets.choices import Choices
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.pane import Pane
from tests.tui.conftest import Opener, Screen, short

TWO = (("nasa", "person"), ("roscosmos", "person"), ("esa", "random"))
HANDED_TURNS = 8
LETTERS = ("w", "c", "s", "t", "h", "n", "question_mark")


def nothing_is_left(screen: Screen) -> bool:
    """Return whether nothing of the game stands on any page, shown or not."""
    pages: list[Widget] = [screen.desk, *screen.pages.made.values()]
    panes = [pane for page in pages for pane in page.query(Pane)]
    rows = [row for page in pages for choices in page.query(Choices) for row in choices.rows]
    gauges = [g.reading for gauges in screen.desk.query(Gauges) for g in gauges._gauges]
    return not any(pane._text.plain for pane in panes) and not rows and not any(gauges)


async def seated(screen: Screen) -> None:
    """Sit down and read the news."""
    assert isinstance(screen.app.screen, HandOver)
    await screen.keys("1")
    while not screen.at_desk():
        await screen.keys("enter")


async def to_hand_over(screen: Screen) -> None:
    """Decide until the next person has to, with every page looked at before."""
    for _ in range(30):
        for letter in LETTERS:
            await screen.keys(letter, "escape")
        while not screen.at_desk():
            await screen.keys("escape")
        await screen.keys("0" if screen.kind() in ("agenda", "table") else "1", "enter")
        if isinstance(screen.app.screen, HandOver):
            return
    raise AssertionError("nobody hands over")


async def test_nothing_of_the_last_player_stands_between_two(opened: Opener) -> None:
    async with opened("nasa", content=short(1), seats=TWO) as screen:
        assert isinstance(screen.app.screen, HandOver)
        assert nothing_is_left(screen)
        assert "HANDSHAKE" not in screen.text and "decides next" in screen.text
        await seated(screen)
        first = screen.play.me
        treasury = f"{screen.play.seen.figures[f'{first}.treasury']} M"
        assert treasury in screen.text
        await to_hand_over(screen)
        assert nothing_is_left(screen)
        assert treasury not in screen.text
        for key in (*LETTERS, "escape", "q", "u"):
            await screen.keys(key)
            assert isinstance(screen.app.screen, HandOver)
            assert nothing_is_left(screen)
        await screen.pilot.resize_terminal(120, 36)
        await screen.settle()
        assert nothing_is_left(screen)
        await seated(screen)
        assert screen.play.me != first
        for letter in LETTERS:
            await screen.keys(letter)
            seen = screen.play.seen
            assert seen.knowledge.keys() <= {screen.play.me}
            await screen.keys("escape")


async def test_the_game_can_be_left_between_two(opened: Opener, tmp_path: Path) -> None:
    async with opened("nasa", content=short(1), seats=TWO) as screen:
        await screen.keys("2", "1")
        assert isinstance(screen.app.screen, HandOver)
        await screen.keys("2", "2", "3", "3")
    assert len(list(Store(tmp_path).entries())) == 1


async def test_a_key_pressed_twice_doesnt_pass_the_hand_over(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "SECONDS", 60.0)
    async with opened("nasa", content=short(1), seats=TWO) as screen:
        await screen.keys("enter", "1")
        assert isinstance(screen.app.screen, HandOver)


async def test_a_second_enter_takes_no_choice_by_accident(
    opened: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settling, "SECONDS", 60.0)
    async with opened("nasa") as screen:
        await screen.keys("enter", "enter", "enter")
        assert screen.at_desk()
        assert not [d for d in screen.play.session.decisions if d.chair == "nasa"]
        await screen.keys("2", "enter")
        assert [d for d in screen.play.session.decisions if d.chair == "nasa"]


async def test_further_back_than_the_hand_over_only_as_a_branch_that_all_accept(
    opened: Opener, tmp_path: Path
) -> None:
    async with opened("nasa", seats=TWO) as screen:
        await seated(screen)
        await to_hand_over(screen)
        await seated(screen)
        before = len(screen.play.session.decisions)
        await screen.keys("u")
        assert len(screen.play.session.decisions) == before
        old = screen.play.session
        await screen.keys("h", "b")
        assert isinstance(screen.app.screen, Ask) and "NASA, do you agree?" in screen.text
        await screen.keys("2", "2")
        assert "Roscosmos, do you agree?" in screen.text
        await screen.keys("1", "1")
        assert isinstance(screen.app.screen, HandOver)
        assert screen.play.session is old
        await seated(screen)
        await screen.keys("h", "b", "2", "2", "2", "2")
        assert screen.play.session is not old
        assert screen.play.session.parent is not None and screen.play.session.hindsight
        assert isinstance(screen.app.screen, HandOver)
    assert len(list(Store(tmp_path).entries())) == 2


async def test_a_branch_from_the_chronicle_leaves_the_old_game(
    opened: Opener, tmp_path: Path
) -> None:
    async with opened("nasa", content=short(3)) as screen:
        await screen.keys("enter")
        while screen.play.session.state.turn < 2:
            screen.play.others(lambda: True)
            screen.play.decide(screen.idle())
        await screen.to("agenda")
        decisions = list(screen.play.session.decisions)
        await screen.keys("h", "left", "b", "1", "1")
        assert screen.at_desk()
        assert screen.play.session.decisions == decisions
        await screen.keys("h", "left")
        assert isinstance(screen.app.screen, Chronicle)
        await screen.keys("b", "2", "2")
        assert screen.play.session.state.turn == 1
        assert "hindsight" in screen.desk.shell.saved()
    records = [entry.record for entry in Store(tmp_path).entries()]
    assert sorted(len(r.decisions) for r in records if r)[-1] == len(decisions)
    assert [r.parent.turn for r in records if r and r.parent] == [1]


async def test_iron_mode_is_set_up_marked_and_has_no_way_back(
    opened: Opener, tmp_path: Path
) -> None:
    async with opened() as screen:
        await screen.keys("2", "7", "right", "8")
        await screen.settle()
        assert screen.play.session.iron
        await screen.keys("enter", "1", "enter")
        taken = len(screen.play.session.decisions)
        await screen.keys("u")
        assert len(screen.play.session.decisions) == taken
        await screen.keys("escape", "h", "b")
        assert "iron mode" in screen.text
        await screen.keys("enter")
        assert "iron" in screen.desk.shell.saved()
        await screen.keys("q", "2", "2")
        assert ", iron" in screen.text
    (entry,) = Store(tmp_path).entries()
    assert entry.record is not None and entry.record.iron


async def test_a_report_is_written_at_the_end_and_before(opened: Opener, tmp_path: Path) -> None:
    async with opened("nasa", content=short(1)) as screen:
        await screen.keys("enter", "h", "r")
        assert "The report is written" in screen.text
        await screen.keys("enter")
        assert screen.at_desk()
        (page,) = (tmp_path / "reports").glob("*.html")
        before = page.read_text(encoding="utf-8")
        while not screen.play.session.over:
            screen.play.others(lambda: True)
            if not screen.play.session.over:
                screen.play.decide(screen.idle())
        screen.desk.go_on()
        await screen.settle()
        await screen.keys("enter")
        assert isinstance(screen.app.screen, Ended)
        await screen.keys("r", "enter")
        assert isinstance(screen.app.screen, Ended)
        assert page.read_text(encoding="utf-8") != before


def test_the_screen_is_handed_over_once_a_phase(base: Content) -> None:
    """Apart from answers to each other, and cards that one chair must decide before another."""
    seats = {"nasa": "person", "roscosmos": "person", "esa": "diplomat"}
    play = Play(Session(base, Setup("cold_snap_2022", "nasa", 7), seats))
    ordered, handed = play.index.hands.ordered, Counter[tuple[int, str, str]]()
    while not play.session.over and play.state.turn <= HANDED_TURNS:
        play.others(lambda: True)
        if play.session.over:
            break
        if play.hands_over:
            play.hand_over()
            slot = play.state.queue[0]
            cards = ordered.isdisjoint(one.subject for one in play.state.queue)
            phase = "cards" if KINDS[slot.kind].of_a_card else slot.kind
            if phase in ("agenda", "table") or cards:
                handed[play.state.turn, phase, play.me] += 1
        waiting = play.waiting
        assert waiting is not None
        allowed = legal(waiting.options)
        play.decide(next((d for d in allowed if d.pick in ("end", "decline")), allowed[0]))
    assert handed and max(handed.values()) == 1
    assert sum(handed.values()) <= HANDED_TURNS * 2 * 3
