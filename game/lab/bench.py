"""Speed, by calls and beside references of the same run: `python -m game.lab.bench`.

Python calls a decision and an object loaded; decisions a second in random play (legal options
included) beside python-chess making random legal moves; starting as a player starts beside an empty
Textual app. Of what a clock says only the ratios matter. `--starting` measures that alone, and
`--campaigns` the calls of whole campaigns; each beside any other revision with `--against REV`,
which by itself sets decisions and calls beside it. `--keys` measures what a key and a page take in
a terminal, beside those of an empty app. `--growing` adds a thousand and ten thousand events to the
base, and tells what check, load and each lint take beside PyYAML's plain C load of the same text.
`--record FILE` writes the calls down as the budgets of the tests.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from random import Random
from statistics import median

import chess

from game.content.load import load_content
from game.errors import HandshakeError
from game.lab import growing, keying
from game.lab.against import TREE, compare, compare_campaigns, worktree
from game.lab.pace import Calls, campaigns, count, play, rate
from game.lab.starting import paces

ROUNDS = 5
MOVES = 3000


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


def starts(tree: Path = TREE) -> None:
    """Print how quickly the commands of a tree start, each beside an empty app."""
    for pace in paces(tree):
        print(pace.line())


def starts_against(revision: str) -> None:
    """Print how quickly the commands start in a revision, and in this tree."""
    with worktree(revision) as there:
        for name, tree in ((revision, there), ("this tree", TREE)):
            print(f"{name}:")
            starts(tree)


def tell(found: Mapping[str, float]) -> None:
    """Print calls, a line for each figure."""
    for name, number in found.items():
        print(f"calls, {name:<22}{number:11.1f}")


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
    asked.add_argument("--campaigns", action="store_true", help="count whole campaigns")
    asked.add_argument("--starting", action="store_true", help="measure starting alone")
    asked.add_argument("--keys", action="store_true", help="measure keys and pages in a terminal")
    asked.add_argument("--growing", action="store_true", help="measure check and load as they grow")
    asked.add_argument("--record", metavar="FILE", type=Path, help="write the calls to a file")
    return asked.parse_args()


def main() -> None:
    """Measure what was asked for and print it; without a wish, all but the comparison."""
    wish = _wish()
    try:
        if wish.starting:
            starts_against(wish.against) if wish.against else starts()
        elif wish.keys or wish.growing:
            for line in keying.lines(TREE) if wish.keys else growing.lines(wish.root):
                print(line)
        elif wish.against:
            table = compare_campaigns if wish.campaigns else compare
            print("\n".join(table(wish.against, wish.root)))
        elif wish.campaigns:
            tell(campaigns(wish.root))
        elif wish.record:
            record(wish.record, count(wish.root))
        else:
            tell(asdict(count(wish.root)))
            decisions()
            starts()
    except HandshakeError as wrong:
        sys.exit(str(wrong))


if __name__ == "__main__":
    main()
