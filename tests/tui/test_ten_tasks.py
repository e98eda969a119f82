"""Ten things a player wants, each in at most three keys that the screen itself names."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import replace

import pytest

from game.content.records import Content
from game.rules.people.crew import aboard
from game.tui.screens.title import Title
from tests.tui.conftest import Opener, Screen

MOST_KEYS = 3


class Player:
    """Somebody who reads the screen and presses keys, few of them."""

    def __init__(self, screen: Screen) -> None:
        self.screen = screen
        self.pressed = 0

    async def press(self, *keys: str) -> None:
        self.pressed += len(keys)
        assert self.pressed <= MOST_KEYS, "too many keys"
        await self.screen.keys(*keys)

    def number(self, words: str) -> str:
        """Return the number printed before some words."""
        found = re.search(rf"(\d) (?:\[.\] )?{re.escape(words)}", self.screen.text)
        assert found, f"{words!r} is not offered on\n{self.screen.text}"
        return found[1]

    def key(self, what: str) -> str:
        """Return the key that the foot of the screen names for something."""
        foot = self.screen.text.rstrip().splitlines()[-1]
        found = re.search(rf"(\S+) {what}", foot)
        assert found, f"{what!r} is not named in {foot!r}"
        return {"?": "question_mark", "Enter": "enter"}.get(found[1], found[1])

    def reads(self, *words: str) -> None:
        for word in words:
            assert word in self.screen.text, f"{word!r} is not on\n{self.screen.text}"


Sitting = Callable[..., AbstractAsyncContextManager[Player]]


@pytest.fixture
def sitting(opened: Opener, base: Content) -> Sitting:
    """Return a context with a player at the first decision of a kind, as NASA."""

    @asynccontextmanager
    async def sit(kind: str = "card", chair: str = "nasa") -> AsyncIterator[Player]:
        async with opened(chair, content=base, scenario="cold_snap_2022", seed=7) as screen:
            await screen.to_desk()
            await screen.to(kind)
            yield Player(screen)

    return sit


async def test_what_is_asked_of_me(sitting: Sitting) -> None:
    async with sitting() as player:
        player.reads("Card", "What do you do?", "1 ", "2 ", "Enter take")


async def test_why_did_tension_move(sitting: Sitting) -> None:
    async with sitting() as player:
        await player.press(player.key("why"))
        player.reads("Tension", "began at", "so in all")
        assert moves_add_up(player.screen.text)


def moves_add_up(text: str) -> bool:
    """Return whether the reasons printed in the right pane sum to what is printed as their sum."""
    right = [line.split("││")[-1].rstrip(" │") for line in text.splitlines() if "││" in line]
    start = next(n for n, line in enumerate(right) if "began at" in line)
    end = next(n for n, line in enumerate(right) if "stands at" in line)
    numbers = [re.search(r" ([+-]\d+)$", line) for line in right[start + 1 : end]]
    total = sum(int(found[1]) for found in numbers if found)
    before, after = (int(right[place].split()[-1]) for place in (start, end))
    return before + total == after


async def test_who_has_no_seat_home(sitting: Sitting) -> None:
    async with sitting() as player:
        session = player.screen.play.session
        state = session.state.copy()
        ship = next(s for s in state.ships.values() if s.vehicle == "soyuz")
        state.ships = {**state.ships, ship.id: replace(ship, fault="coolant")}
        session.states[-1] = state
        waiting = [c for c in aboard(state) if c.ship == ship.id]
        await player.press(player.key("crew"))
        names = [player.screen.play.content.people[c.id].name for c in waiting]
        player.reads("STRANDED", "3 without a seat home", *names)


async def test_what_does_the_second_choice_cost(sitting: Sitting) -> None:
    async with sitting() as player:
        await player.press("2")
        waiting = player.screen.play.waiting
        assert waiting is not None
        decision = waiting.options[1].decision
        assert player.screen.desk.entry is not None
        assert player.screen.desk.entry.decision == decision
        player.reads("80 M", "Treasury", "Reboost")


async def test_why_is_a_choice_locked(sitting: Sitting) -> None:
    async with sitting("agenda") as player:
        await player.press(player.number("Crew and seats"))
        player.reads("locked: Everybody aboard has a healthy")


async def test_make_an_offer(sitting: Sitting) -> None:
    async with sitting("table") as player:
        session = player.screen.play.session
        await player.press(player.number("Make Roscosmos an offer"))
        await player.press(player.number("Tracking and telemetry"), player.key("send"))
        assert any(d.chair == "nasa" and d.pick == "offer" for d in session.decisions)


async def test_see_their_arithmetic(sitting: Sitting) -> None:
    async with sitting("table") as player:
        await player.press(player.number("Make ESA an offer"))
        await player.press(player.number("Tracking and telemetry"))
        player.reads("What it is worth to ESA", "Trust in your word", "Sum:")


async def test_put_a_crew_flight_on_the_manifest(sitting: Sitting) -> None:
    async with sitting("agenda") as player:
        before = len(player.screen.play.session.state.manifest)
        await player.press(player.number("Ships and flights"))
        await player.press(player.number("Book a Crew Dragon"), "enter")
        assert len(player.screen.play.session.state.manifest) == before + 1


async def test_see_the_manifest(sitting: Sitting) -> None:
    async with sitting() as player:
        await player.press(player.key("crew"))
        player.reads("At the docks", "Coming flights")


async def test_go_on_with_yesterdays_game(opened: Opener, base: Content) -> None:
    async with opened("nasa", content=base, scenario="cold_snap_2022", seed=7) as screen:
        await screen.to_desk()
        await screen.keys("2", "enter")
        left = screen.play.session.state
    async with opened(content=base) as screen:
        assert isinstance(screen.app.screen, Title)
        player = Player(screen)
        await player.press(player.number("Continue"))
        assert screen.play.session.state == left


async def test_find_the_help(sitting: Sitting) -> None:
    async with sitting() as player:
        await player.press(player.key("keys"))
        player.reads("Keys and help", "highlight a choice")
