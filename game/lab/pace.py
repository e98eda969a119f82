"""How much work a decision and an object of content are: Python calls, which no clock can blur.

Run as a file under another tree (`python -P pace.py`, PYTHONPATH naming that tree) it measures that
tree: it leans only on what the game's rules have long had, and prints its figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from random import Random
from time import process_time
from types import FrameType
from typing import TypeVar

from game.content.load import compile_content, load_content, read_content
from game.content.records import Content
from game.rules.decisions import Decision
from game.rules.legality import options, why_not
from game.rules.setup import Setup, new_game
from game.rules.state import State
from game.rules.turn import apply
from game.session import Session

T = TypeVar("T")

SCENARIO, CHAIR = "cold_snap_2022", "nasa"
SEEDS = range(1, 3)  # a game of each is counted
MOST = {"random": 250, "diplomat": 40, "planner": 8}  # decisions of such a game that are counted
LINE_UPS = {
    "diplomats": ("diplomat", "diplomat", "diplomat"),
    "planner": ("planner", "diplomat", "diplomat"),
}
CAMPAIGN_SEED = 7
COUNTED = 750  # random decisions whose calls are counted
MOVES = 1500  # random decisions that a clocked round takes
WARM = 300  # decisions before a clock is started
OPEN = ("offer", "convene", "counter")  # picks that need clauses


@dataclass(frozen=True, slots=True)
class Calls:
    """Python calls a decision and an object loaded.

    `rules` is random play on bare states, without views, players, pages and hashes; `random`,
    `diplomat` and `planner` are sessions with such players on all chairs.
    """

    load: float
    rules: float
    random: float
    diplomat: float
    planner: float


def counted(work: Callable[[], T]) -> tuple[T, int]:
    """Return what some work returns, and how many Python functions it called on the way.

    A generator counts each time it goes on. Built-in functions don't count.
    """
    calls = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        result = work()
    finally:
        sys.setprofile(before)
    return result, calls


def forget() -> None:
    """Empty every cache of the game, so that no count hangs on what ran before."""
    for name, module in list(sys.modules.items()):
        if name == "game" or name.startswith("game."):
            for thing in list(vars(module).values()):
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()


def game_of(content: Content, player: str, seed: int) -> int:
    """Play a game's first decisions, one player on all chairs; return how many were taken."""
    seats = dict.fromkeys(content.scenarios[SCENARIO].chairs, player)
    session = Session(content, Setup(SCENARIO, CHAIR, seed), seats)
    session.play_others(MOST[player])
    return len(session.decisions)


def loaded(root: Path | None) -> tuple[Content, int]:
    """Return the content of the packs in a folder, and of how many objects it was made."""
    checked = read_content(root=root)
    return compile_content(checked), len(list(checked.objects.each()))


def _games(player: str) -> Callable[[Content], int]:
    """Return the playing of one player's games, seed by seed."""
    return lambda content: sum([game_of(content, player, seed) for seed in SEEDS])


def count(root: Path | None = None) -> Calls:
    """Count the calls of the packs in a folder, the game's own by default."""
    forget()
    (content, objects), calls = counted(lambda: loaded(root))
    found = [calls / objects]
    for work in (lambda it: play(it, Random(1), COUNTED), *map(_games, MOST)):
        forget()
        taken, calls = counted(partial(work, content))
        found.append(calls / taken)
    return Calls(*found)


def campaign(content: Content, players: Sequence[str], seed: int) -> int:
    """Play a whole campaign, a player on each chair in turn; return how many decisions it took."""
    chairs = content.scenarios[SCENARIO].chairs
    seats = dict(zip(chairs, players, strict=True))
    session = Session(content, Setup(SCENARIO, CHAIR, seed), seats)
    session.play_others()
    return len(session.decisions)


def campaigns(root: Path | None = None) -> dict[str, float]:
    """Count the calls of whole campaigns, by line-up: all of them, and a decision."""
    found: dict[str, float] = {}
    content = load_content(root=root)
    for name, players in LINE_UPS.items():
        forget()
        taken, calls = counted(partial(campaign, content, players, CAMPAIGN_SEED))
        found |= {name: calls, f"{name}, a decision": calls / taken}
    return found


def seconds(root: Path | None = None) -> dict[str, float]:
    """Return the processor's time that whole campaigns take, by line-up."""
    content, found = load_content(root=root), {}
    for name, players in LINE_UPS.items():
        start = process_time()
        campaign(content, players, CAMPAIGN_SEED)
        found[f"{name}, seconds"] = process_time() - start
    return found


def play(content: Content, dice: Random, moves: int) -> int:
    """Take random legal decisions in whole games; return how many were taken."""
    taken = 0
    while taken < moves:
        state, _ = new_game(content, Setup(SCENARIO, CHAIR, dice.randrange(10**6)))
        while not state.ending and taken < moves:
            allowed = [o.decision for o in options(content, state) if not o.reason]
            decision = _complete(content, state, dice.choice(allowed), dice)
            if decision.terms and why_not(content, state, decision):
                decision = next(d for d in allowed if d.pick in ("end", "decline"))
            state = apply(content, state, decision).state
            taken += 1
    return taken


def _complete(content: Content, state: State, decision: Decision, dice: Random) -> Decision:
    """Return the decision with random clauses where it is an offer or a counter-offer.

    What it leans on is younger than what whole campaigns do: those can be counted without it.
    """
    if decision.pick not in OPEN:
        return decision  # before anything is imported: that takes as long as a figure's move
    from game.players.bargains import random_terms
    from game.rules.table.convening import convened

    if decision.pick == "counter":
        parties = next(o for o in state.offers if o.id == state.queue[0].subject).parties
    else:
        parties = convened(decision.chair, decision.target).parties
    terms = random_terms(content, state, parties, dice)
    return Decision(decision.chair, decision.kind, decision.pick, decision.target, terms)


def rate(work: Callable[[], int]) -> float:
    """Return pieces of work a second of the processor's time, which others' work hardly touches."""
    start = process_time()
    done = work()
    return done / (process_time() - start)


def clocked(root: Path | None = None) -> float:
    """Return decisions a second in random play, once it has warmed up."""
    content, dice = load_content(root=root), Random(1)
    play(content, dice, WARM)
    return rate(lambda: play(content, dice, MOVES))


def _main() -> None:
    """Print the calls, or with `--clock` the decisions a second, as JSON; or of campaigns."""
    asked = argparse.ArgumentParser(description="Measure the game that PYTHONPATH names.")
    asked.add_argument("--root", type=Path, help="a folder of packs (default: the game's own)")
    asked.add_argument("--clock", action="store_true", help="decisions a second, by the clock")
    asked.add_argument("--campaigns", action="store_true", help="whole campaigns instead")
    wish = asked.parse_args()
    if wish.campaigns:
        found: object = (seconds if wish.clock else campaigns)(wish.root)
    else:
        found = clocked(wish.root) if wish.clock else asdict(count(wish.root))
    print(json.dumps(found))


if __name__ == "__main__":
    _main()
