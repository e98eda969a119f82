"""Speed, by calls and beside references of the same run: `python -m game.lab.bench`.

Python calls a decision and an object loaded; decisions a second in random play (legal options
included) beside python-chess making random legal moves; the time to a first frame beside an empty
Textual app. Of what a clock says only the ratios matter. `--against REV` sets this tree beside any
other revision instead, `--record FILE` writes the calls down as the budgets of the tests.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import chess

from game.content.load import load_content
from game.errors import HandshakeError
from game.lab.against import compare
from game.lab.pace import Calls, count, play, rate

ROUNDS = 5
MOVES = 3000
FRAMES = 7
EMPTY_APP = """
from textual.app import App
class Empty(App):
    def on_mount(self): self.call_after_refresh(self.exit)
Empty().run(headless=True, size=(80, 24))
"""
OUR_APP = """
from game.tui.app import Handshake
from game.tui.launch import Launch
Handshake.on_ready = lambda self: self.call_after_refresh(self.exit)
Handshake(Launch()).run(headless=True, size=(80, 24))
"""


def play_chess(dice: Random, moves: int) -> int:
    """Make random legal chess moves; return how many were made."""
    board, made = chess.Board(), 0
    while made < moves:
        legal = list(board.legal_moves)
        if not legal or board.is_game_over():
            board.reset()
            continue
        board.push(dice.choice(legal))
        made += 1
    return made


def first_frame(script: str) -> float:
    """Return seconds from starting Python to the first frame drawn."""
    start = perf_counter()
    subprocess.run([sys.executable, "-c", script], check=True, stdout=subprocess.DEVNULL)
    return perf_counter() - start


def decisions() -> None:
    """Print both rates and their ratio, round by round in turn."""
    content, dice = load_content(), Random(1)
    play(content, dice, 500)
    pairs = [
        (rate(lambda: play(content, dice, MOVES)), rate(lambda: play_chess(dice, MOVES)))
        for _ in range(ROUNDS)
    ]
    ours, theirs = (median(column) for column in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    print(f"decisions a second    {ours:10.0f}   python-chess {theirs:10.0f}   ratio {ratio:.2f}")


def frames() -> None:
    """Print both times to a first frame and their ratio."""
    pairs = [(first_frame(OUR_APP), first_frame(EMPTY_APP)) for _ in range(FRAMES)]
    ours, theirs = (1000 * median(column) for column in zip(*pairs, strict=True))
    ratio = median(a / b for a, b in pairs)
    print(f"first frame, ms       {ours:10.0f}   empty app    {theirs:10.0f}   ratio {ratio:.2f}")


def calls(found: Calls) -> None:
    """Print the calls a decision and an object loaded."""
    for name, number in asdict(found).items():
        print(f"calls, {name:<14}{number:11.1f}")


def record(file: Path, found: Calls) -> None:
    """Write calls down with the Python that they were counted on."""
    made = {"python": f"{sys.version_info.major}.{sys.version_info.minor}"}
    told = made | {name: round(number, 1) for name, number in asdict(found).items()}
    file.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def _wish() -> argparse.Namespace:
    """Return what the command line asks for."""
    asked = argparse.ArgumentParser(prog="python -m game.lab.bench", description=__doc__)
    asked.add_argument("--root", type=Path, help="a folder of packs (default: the game's own)")
    asked.add_argument("--against", metavar="REV", help="set this tree beside a revision")
    asked.add_argument("--record", metavar="FILE", type=Path, help="write the calls to a file")
    return asked.parse_args()


def main() -> None:
    """Measure what was asked for and print it; without a wish, all but the comparison."""
    wish = _wish()
    try:
        if wish.against:
            print("\n".join(compare(wish.against, wish.root)))
        elif wish.record:
            record(wish.record, count(wish.root))
        else:
            calls(count(wish.root))
            decisions()
            frames()
    except HandshakeError as wrong:
        sys.exit(str(wrong))


if __name__ == "__main__":
    main()
