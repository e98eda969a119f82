"""Speed beside a reference measured in the same run: `python -m game.lab.bench`.

Decisions a second in random play (legal options included) beside python-chess making random legal
moves, and the time to a first frame beside an empty Textual app. The ratios are what matters.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from random import Random
from statistics import median
from time import perf_counter

import chess

from game.content.load import load_content
from game.content.records import Content
from game.players.bargains import random_terms
from game.rules.decisions import Decision
from game.rules.legality import options, why_not
from game.rules.setup import Setup, new_game
from game.rules.state import State
from game.rules.turn import apply

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


def _complete(content: Content, state: State, decision: Decision, dice: Random) -> Decision:
    """Return the decision with random clauses where it is an offer or a counter-offer."""
    if decision.pick == "offer":
        maker, to = decision.chair, decision.target
    elif decision.pick == "counter":
        offer = next(o for o in state.offers if o.id == state.queue[0].subject)
        maker, to = offer.maker, offer.to
    else:
        return decision
    terms = random_terms(content, state, maker, to, dice)
    return Decision(decision.chair, decision.kind, decision.pick, decision.target, terms)


def play(content: Content, dice: Random, moves: int) -> int:
    """Take random legal decisions in whole games; return how many were taken."""
    taken = 0
    while taken < moves:
        state, _ = new_game(content, Setup("cold_snap_2022", "nasa", dice.randrange(10**6)))
        while not state.ending and taken < moves:
            allowed = [o.decision for o in options(content, state) if not o.reason]
            decision = _complete(content, state, dice.choice(allowed), dice)
            if decision.terms and why_not(content, state, decision):
                decision = next(d for d in allowed if d.pick in ("end", "decline"))
            state = apply(content, state, decision).state
            taken += 1
    return taken


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


def rate(work: Callable[[], int]) -> float:
    """Return pieces of work a second."""
    start = perf_counter()
    done = work()
    return done / (perf_counter() - start)


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


if __name__ == "__main__":
    decisions()
    frames()
