"""The app around the game: title, set-up, saves, errors, sizes, themes, commands, what it loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from game.errors import SaveError, UsageError
from game.players.base import Move, Player
from game.rules.setup import Setup
from game.saves.record import to_text
from game.saves.store import Store
from game.session.keeper import to_record
from game.session.kept import Parent
from game.tui.app import Handshake
from game.tui.launch import WANTS_PLAIN, Launch
from game.tui.library import Library
from game.tui.screens.ask import Ask
from game.tui.screens.desk import Desk
from game.tui.screens.load import Load
from game.tui.screens.setting import Setting
from game.tui.screens.sheet import OTHERS
from game.tui.screens.title import Title
from game.tui.themes import OWN
from game.tui.widgets.choices import Choices
from tests.saves.games import NOON, SMALL, with_person
from tests.tui.conftest import BRIEF, CAMPAIGN, CONTENT, Opener


async def test_without_saves_there_is_nothing_to_go_on_with(opened: Opener) -> None:
    async with opened() as screen:
        assert screen.text.count("locked: there is no saved game yet") == 2
        await screen.keys("1")
        assert isinstance(screen.app.screen, Title)


async def test_leaving_saves_and_continue_and_load_go_on(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "2", "enter", "q", "2", "2")
        assert isinstance(screen.app.screen, Title)
        assert "NASA, turn 1 of Campaign" in screen.text
        await screen.keys("1")
        taken = [d.pick for d in screen.play.session.decisions if d.chair == "nasa"]
        assert taken == ["pay_for_calm"]
        await screen.keys("enter", "q", "2", "4", "1")
        assert isinstance(screen.app.desk, Desk)


async def test_a_new_game_is_saved_when_it_is_left_at_once(opened: Opener, tmp_path: Path) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "q", "3")
    assert len(list(tmp_path.glob("*.json"))) == 1


async def test_a_launch_with_a_save_opens_it(opened: Opener, tmp_path: Path) -> None:
    async with opened("esa") as screen:
        await screen.keys("enter", "q", "3")
    path = next(tmp_path.glob("*.json"))
    async with opened(save=path) as screen:
        assert screen.play.me == "esa"


@pytest.mark.parametrize(
    "launch",
    [Launch(save=Path("nowhere.json")), Launch(setup=Setup("nowhere", "nasa", 1))],
)
async def test_what_goes_wrong_is_explained_in_words(launch: Launch, tmp_path: Path) -> None:
    app = Handshake(launch, Library(CONTENT, tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, Ask)
        assert "nowhere" in app.screen.text
        await pilot.press("enter")
        assert isinstance(app.screen, Title)


async def test_the_last_turns_of_a_save_are_listed_under_it(opened: Opener, tmp_path: Path) -> None:
    store = Store(tmp_path)
    name = store.create(to_record(with_person(), NOON))
    for turn in (1, 2):
        store.earlier.keep(name, turn, to_text(to_record(with_person(turn), NOON)))
    async with opened(content=SMALL) as screen:
        await screen.keys("4")
        rows = screen.app.screen.query_one(Choices).rows
        assert [row.number for row in rows] == ["1", "", ""]
        assert [row.text.strip() for row in rows[1:]] == ["as turn 2 ended", "as turn 1 ended"]
        await screen.keys("down", "enter")
        told = [one.text for one in screen.app.screen_stack if isinstance(one, Ask)]
        assert any(f"This is {name} as it stood at the end of turn" in text for text in told)
        assert screen.play.session.hindsight


@pytest.mark.parametrize("row", [1, 2])
async def test_an_earlier_turn_is_chosen_with_the_mouse(
    opened: Opener, tmp_path: Path, row: int
) -> None:
    store = Store(tmp_path)
    name = store.create(to_record(with_person(), NOON))
    for turn in (1, 2):
        store.earlier.keep(name, turn, to_text(to_record(with_person(turn), NOON)))
    async with opened(content=SMALL) as screen:
        await screen.keys("4")
        while screen.shows(Load):
            await screen.pilot.click(Choices, offset=(8, row))
            await screen.settle()
        assert screen.play.session.parent == Parent(name, screen.play.session.state.turn)


async def test_a_save_that_fails_does_not_end_the_game(opened: Opener) -> None:
    def failing(_: object) -> None:
        raise SaveError("The disk is full.")

    async with opened("nasa") as screen:
        await screen.keys("enter")
        screen.play.session.saver = failing
        await screen.keys("1", "enter")
        assert "The disk is full." in screen.text
        await screen.keys("enter")
        for _ in range(40):
            if screen.play.session.state.turn == 2:
                break
            if screen.at_desk():
                await screen.keys("0" if screen.kind() in ("agenda", "table") else "2")
            await screen.keys("enter")
        assert screen.play.session.state.turn == 2


async def test_a_player_that_breaks_down_leaves_undo_and_the_way_out(opened: Opener) -> None:
    class Broken(Player):
        def decide(self, *_: object) -> Move:
            raise UsageError("Nobody is there.")

    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("agenda")
        screen.play.session.players = dict.fromkeys(("roscosmos", "esa"), Broken())
        await screen.keys("0", "enter")
        assert "Nobody is there." in screen.text
        before = len(screen.play.session.decisions)
        await screen.keys("enter", "u")
        assert len(screen.play.session.decisions) < before
        assert screen.kind() == "agenda"


async def test_plain_text_is_offered_with_its_own_exit_code(opened: Opener) -> None:
    async with opened() as screen:
        await screen.keys("7")
    assert screen.app.return_code == WANTS_PLAIN


async def test_a_window_too_small_says_so_until_it_is_large_enough(opened: Opener) -> None:
    async with opened("nasa", size=(79, 24)) as screen:
        assert "79 columns and 24 lines" in screen.text
        await screen.pilot.resize_terminal(80, 24)
        await screen.settle()
        assert "News" in screen.text
        assert "columns and" not in screen.text
        await screen.keys("p", "enter")
        assert isinstance(screen.app.screen, Desk)
        await screen.pilot.resize_terminal(80, 20)
        await screen.settle()
        assert "80 columns and 20 lines" in screen.text
        await screen.keys("p")
    assert screen.app.return_code == WANTS_PLAIN


@pytest.mark.parametrize("page", ("", "w", "c"))
@pytest.mark.parametrize("small", ((79, 24), (80, 23)))
async def test_a_window_that_grows_again_has_the_focus_where_it_was(
    opened: Opener, page: str, small: tuple[int, int]
) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", *page)
        before = screen.app.screen.focused
        for size in (small, (80, 24)):
            await screen.pilot.resize_terminal(*size)
            await screen.settle()
        assert screen.app.screen.focused is before
        if page:
            await screen.keys("escape")
        await screen.keys("2", "enter")
        assert [d.pick for d in screen.play.session.decisions if d.chair == "nasa"]


async def test_a_draft_has_the_focus_again_where_it_was(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("table")
        await screen.keys("1")
        for size in ((79, 24), (80, 24)):
            await screen.pilot.resize_terminal(*size)
            await screen.settle()
        await screen.keys("down", "enter")
        assert screen.pages.draft is not None and screen.pages.draft.bargain.terms


async def test_the_set_up_offers_what_the_scenario_has(opened: Opener) -> None:
    async with opened() as screen:
        await screen.keys("3")
        setting = screen.app.screen
        assert isinstance(setting, Setting)
        assert setting.setup().scenario == BRIEF
        await screen.keys("1", "right", "2", "right", "right", "3", "right", "4", "right")
        chosen = setting.setup()
        assert (chosen.scenario, chosen.chair) == (CAMPAIGN, "esa")
        assert (chosen.level, chosen.hazards) == ("cold", "seeded")
        await screen.keys("5")
        for _ in setting.players:
            if setting.seats()["nasa"] == "person":
                break
            await screen.keys("right")
        assert setting.seats() == {
            "nasa": "person",
            "roscosmos": setting.usual,
            "esa": "person",
        }
        await screen.keys("escape")
        assert isinstance(screen.app.screen, Title)


async def test_a_seed_can_be_typed(opened: Opener) -> None:
    async with opened() as screen:
        await screen.keys("3", "6")
        await screen.keys(*(["backspace"] * 6), "4", "2", "enter")
        setting = screen.app.screen
        assert isinstance(setting, Setting)
        assert setting.setup().seed == 42
        before = setting.seed
        await screen.keys("r")
        assert setting.seed != before


async def test_every_theme_shows_the_game(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        for theme in (*(theme.name for theme in OWN), "ansi-dark", "textual-light"):
            screen.app.theme = theme
            await screen.settle()
            assert "What do you do?" in screen.text
            assert "> 1 " in screen.text


async def test_no_color_leaves_the_pointer(opened: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened("nasa") as screen:
        await screen.keys("enter", "2")
        assert "> 2 " in screen.text


async def test_every_page_is_a_command(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        found = {c.title: c.help for c in screen.app.get_system_commands(screen.app.screen)}
        assert {title for _, _, title in OTHERS} | {"Undo", "Theme"} <= set(found)
        assert found["Keys"] == "The keys, and how a turn goes (?)"


def test_the_launch_loads_no_screen() -> None:
    code = "import sys, game.tui.launch; sys.exit('textual' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_title_loads_no_game() -> None:
    code = (
        "import sys, game.tui.app; "
        "sys.exit(any(m in sys.modules for m in ('game.rules.turn', 'pydantic', 'yaml')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
