"""Ten things a player wants: each reached in three keys, done in ten, by what the screen names."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace

import pytest

from game.content.records import Content
from game.rules.draft import Draft as Draught
from game.rules.people.crew import aboard
from game.rules.state import Deal, Term
from game.rules.table.lives import draw_up
from game.saves.settings import load_settings, settings_file
from game.tui.screens.draft import Draft
from game.tui.screens.pages import Came, Chronicle
from game.tui.screens.rebinding import KeyList
from game.tui.screens.title import Title
from game.tui.screens.why import Why
from tests.tui.conftest import Opener, Screen

REACHED, DONE = 3, 10
NAMED = {"?": "question_mark", "!": "exclamation_mark", "Enter": "enter", "Tab": "tab"}


class Player:
    """Somebody who reads the screen and presses only keys that it names, few of them."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        await self.screen.keys(*keys)

    async def look_up(self, what: str) -> str:
        """Return the key that the page of keys names for something; it is read on if need be."""
        await self.press(self.key("keys"))
        pattern = re.compile(rf"(\S+) +{what}")
        if not pattern.search(self.screen.text):
            await self.press("pagedown")
        found = pattern.search(self.screen.text)
        assert found, f"{what!r} is not named on\n{self.screen.text}"
        return found[1]

    def reached(self, *words: str) -> None:
        """See what was looked for."""
        assert self.pressed <= REACHED, f"{self.pressed} keys to reach it"
        self.reads(*words)

    def done(self) -> None:
        assert self.pressed <= DONE, f"{self.pressed} keys to do it"

    def number(self, words: str) -> str:
        """Return the number printed before some words."""
        found = re.search(rf"(\d) (?:\[.\] )?{re.escape(words)}", self.screen.text)
        assert found, f"{words!r} is not offered on\n{self.screen.text}"
        return found[1]

    def key(self, what: str) -> str:
        """Return the key that the screen names for something: at its foot, or as (key: what)."""
        foot = self.screen.text.rstrip().splitlines()[-1]
        found = re.search(rf"(\S+) {what}", foot) or re.search(
            rf"\((\S+): {what}\)", self.screen.text
        )
        assert found, f"{what!r} is not named on\n{self.screen.text}"
        return NAMED.get(found[1], found[1])

    def reads(self, *words: str) -> None:
        for word in words:
            assert word in self.screen.text, f"{word!r} is not on\n{self.screen.text}"


Sitting = Callable[..., AbstractAsyncContextManager[Player]]


@pytest.fixture
def sitting(opened: Opener, base: Content) -> Sitting:
    """Return a context with a player at the first decision of a kind, as NASA, at 80 by 24."""

    @asynccontextmanager
    async def sit(kind: str = "card", chair: str = "nasa") -> AsyncIterator[Player]:
        async with opened(chair, content=base, scenario="cold_snap_2022", seed=7) as screen:
            await screen.to_desk()
            await screen.to(kind)
            yield Player(screen)

    return sit


async def test_1_see_what_is_in_danger_and_why(sitting: Sitting) -> None:
    async with sitting() as player:
        player.reads("! Supplies 176 days, under 90 days: 2022 Q2")
        await player.press(player.key("why"))
        player.reached("began at", "so in all")
        await player.press("escape")
        await player.press("exclamation_mark")
        assert isinstance(player.screen.app.screen, Why)
        player.reached("Supplies", "The crew eats", "so in all")
        assert moves_add_up(player.screen.text, " days")


def moves_add_up(text: str, unit: str) -> bool:
    """Return whether the reasons printed in the right pane sum to what is printed as their sum."""
    right = [line.split("││")[-1].rstrip(" │") for line in text.splitlines() if "││" in line]
    start = next(n for n, line in enumerate(right) if "began at" in line)
    end = next(n for n, line in enumerate(right) if "stands at" in line)
    numbers = [re.search(r" ([+-]\d+)$", line) for line in right[start + 1 : end]]
    total = sum(int(found[1]) for found in numbers if found)
    before, after = (int(right[place].removesuffix(unit).split()[-1]) for place in (start, end))
    return before + total == after


async def test_2_compare_three_choices(sitting: Sitting) -> None:
    async with sitting() as player:
        player.reads("What do you do?", "1 ", "2 ", "3 ")
        await player.press(player.key("all"))
        player.reached("now", "[1]", "Treasury", "-80", "Roscosmos's trust in you")
        await player.press("2")
        player.reads("[2]")
        player.done()


async def test_3_read_a_refusal(sitting: Sitting) -> None:
    async with sitting("table") as player:
        await player.press(player.number("Make ESA an offer"))
        for words in ("Mutual rescue", "Training together"):
            await player.press(player.number(words))
        await player.press(player.key("send"), player.key("send"))
        player.done()
        await player.screen.to_desk()
        player.pressed = 0
        await player.press(await player.look_up("what came of your offers"))
        assert isinstance(player.screen.app.screen, Came)
        player.reached("Your offer to ESA")


async def test_4_find_who_has_no_seat_and_book_one(sitting: Sitting) -> None:
    async with sitting("agenda") as player:
        session = player.screen.play.session
        state = session.state.copy()
        ship = next(s for s in state.ships.values() if s.vehicle == "soyuz")
        state.ships = {**state.ships, ship.id: replace(ship, fault="coolant")}
        session.states[-1] = state
        waiting = [c for c in aboard(state) if c.ship == ship.id]
        await player.press(player.key("crew"))
        names = [player.screen.play.content.people[c.id].name for c in waiting]
        player.reached("STRANDED", "3 without a seat home", *names)
        await player.press("escape")
        await player.press(player.number("Ships and flights"))
        before = len(session.state.manifest)
        await player.press(*[player.number("Book a Crew Dragon")] * 2)
        assert len(session.state.manifest) == before + 1
        player.done()


async def test_5_begin_a_paper_of_three(sitting: Sitting) -> None:
    async with sitting("table", chair="esa") as player:
        await player.press(player.number("Convene NASA and Roscosmos"))
        player.reached("A paper of three with NASA and Roscosmos", "All three")
        await player.press(player.number("A conference"))
        player.reads("1 [x]")
        player.done()


async def test_6_see_when_a_paper_ends(sitting: Sitting) -> None:
    async with sitting() as player:
        session = player.screen.play.session
        draft, today = (
            Draught(player.screen.play.index, session.state),
            session.state.figures["date"],
        )
        terms = (Term("data_sharing", 0, "nasa"),)
        draft.state.deals = (Deal("test", ("nasa", "roscosmos"), terms, today, today + 365),)
        draw_up(draft)
        session.states[-1] = draft.state
        await player.press(player.key("table"))
        player.reached("Papers in force", "12 months left")


async def test_7_undo(sitting: Sitting) -> None:
    async with sitting("agenda") as player:
        session = player.screen.play.session
        taken = len(session.decisions)
        await player.press(player.key("undo"))
        assert len(session.decisions) < taken
        player.reached()


async def test_8_branch(sitting: Sitting) -> None:
    async with sitting() as player:
        screen = player.screen
        while screen.play.session.state.turn < 2:
            screen.play.others(lambda: True)
            screen.play.decide(screen.idle())
        await screen.to("agenda")
        old = screen.play.session
        await player.press(await player.look_up("chronicle"))
        assert isinstance(screen.app.screen, Chronicle)
        player.reached()
        await player.press(player.key("branch"))
        await player.press(*[player.number("Yes, branch from turn")] * 2)
        assert screen.play.session is not old and screen.play.session.hindsight
        player.done()


async def test_9_and_10_change_a_key_and_go_on_with_yesterday_s_game(
    opened: Opener, base: Content
) -> None:
    async with opened("nasa", content=base, scenario="cold_snap_2022", seed=7) as screen:
        await screen.to_desk()
        await screen.keys("2", "2")
        left = screen.play.session.state
    async with opened(content=base) as screen:
        assert isinstance(screen.app.screen, Title)
        player = Player(screen)
        await player.press(player.number("Settings"))
        await player.press(player.number("Change a key"))
        assert isinstance(screen.app.screen, KeyList)
        player.reached("/ finds by typing")
        await player.press("/", *"undo", "enter", "z")
        assert load_settings(settings_file()).keys == {"undo": "z"}
        player.done()
        await screen.keys("escape", "escape")
        player.pressed = 0
        await player.press(player.number("Continue"))
        player.reached()
        assert screen.play.session.state == left


async def test_reading_on_the_way(sitting: Sitting) -> None:
    """A lock says why, a choice what it costs, a draft what the other side makes of it."""
    async with sitting("agenda") as player:
        await player.press(player.number("Crew and seats"))
        player.reads("locked: Everybody aboard has a healthy")
        await player.screen.to("table")
        await player.press(player.number("Make ESA an offer"))
        await player.press(player.number("Tracking and telemetry"))
        assert isinstance(player.screen.app.screen, Draft)
        player.reads("What it is worth to ESA", "Trust in your word", "Sum:")
