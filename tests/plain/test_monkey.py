"""A monkey at the plain game: any words and commands, thousands of lines, and nothing breaks."""

from __future__ import annotations

import io
from pathlib import Path
from random import Random

import pytest

from game.content.records import Content
from game.plain.console import WIDEST, Console
from game.plain.game import Game
from game.rules.setup import Setup
from game.saves.store import Store
from game.session import seats_for
from game.session.keeping import start
from game.text.cells import width
from tests.plain.talk import Terminal

LINES = 500
WORDS = (
    "look", "list", "preview", "status", "station", "flights", "power", "crew", "deals", "why",
    "advice", "chronicle", "leaving", "lessons", "undo", "save", "branch", "report", "help", "?",
    "end", "leave", "done", "up", "down", "sign", "decline", "counter", "send", "back", "sum",
    "home", "work", "remove", "yes", "no", "pay", "press", "fall", "off", "tension", "mandate",
    "treasury", "nasa", "mend", "make", "train", "", "¿qué?", "宇宙", "e\u0301", "-1", "0", "1e9",
)  # fmt: skip
NUMBERS: tuple[str, ...] = (
    *"1234567890",
    "11",
    "23",
    "99",
    "9" * 30,
    "7" * 5000,
    "²",
    "١",
    "+3",
    "3.5",
)
DEAR = ("report", "branch")  # slow, so seldom said


def answer(dice: Random) -> str:
    """Return what comes to mind: mostly a number, a word, both, or nothing of use."""
    kind = dice.random()
    if kind < 0.5:
        return dice.choice(NUMBERS[:4] if kind < 0.3 else NUMBERS)
    word = dice.choice(WORDS)
    if word in DEAR and dice.random() < 0.8:
        word = "end"
    second = dice.choice((*WORDS, *NUMBERS)) if kind > 0.75 else ""
    third = dice.choice(NUMBERS) if kind > 0.9 else ""
    return " ".join(part for part in (word, second, third) if part)


@pytest.mark.parametrize(
    ("scenario", "chair", "others", "seed"),
    [
        ("cold_snap_2022", "nasa", "random", 1),
        ("handshake_1975", "nasa", "person", 2),
        ("the_leak", "roscosmos", "person,random", 3),
    ],
)
def test_a_monkey_breaks_nothing(
    base: Content, scenario: str, chair: str, others: str, seed: int, tmp_path: Path
) -> None:
    content, setup = base, Setup(scenario, chair, seed, "liaison")
    dice = Random(seed)
    script = "".join(f"{answer(dice)}\n" for _ in range(LINES))
    typed, heard = io.StringIO(script), Terminal()
    while typed.tell() < len(script):
        session = start(content, setup, seats_for(content, setup, others), Store(tmp_path))
        try:
            Game(Console(typed, heard), session).play()
        except Exception as error:
            raise AssertionError(f"after {script[: typed.tell()].splitlines()[-12:]}") from error
    lines = heard.getvalue().splitlines()
    assert len(lines) > LINES
    assert all(width(line) <= WIDEST for line in lines if not line.startswith("> "))
