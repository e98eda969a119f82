"""Which choice is best: a card's states played on from each choice, on the same dice.

A choice is best when what it leads to beats every other by more than a standard error.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from random import Random
from statistics import fmean, stdev

from game.content.records import Content
from game.lab.rows import Verdict
from game.players import Diplomat, Player
from game.players.base import legal
from game.rules.decisions import Decision
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.legality import options, pending
from game.rules.state import State
from game.rules.turn import ahead
from game.rules.view import view

ROLLOUTS, TURNS = 16, 8


@dataclass(frozen=True, slots=True)
class Trial:
    """How choices are tried: so many rollouts each, over so many turns, by one player for all."""

    rollouts: int = ROLLOUTS
    turns: int = TURNS
    player: type[Player] = Diplomat


def verdicts(
    content: Content, states: Sequence[State], chairs: Sequence[str], count: int, dice: Random
) -> dict[str, Verdict]:
    """Return how the choices of `count` of a game's cards came out, keyed event/chair/choice.

    Only cards of `chairs` with more than one open choice are drawn, each state once.
    """
    open_cards = [state for state in states if _asks(content, state, chairs)]
    found: dict[str, Verdict] = {}
    for state in dice.sample(open_cards, min(count, len(open_cards))):
        for key, one in judge(content, state, Trial(), dice).items():
            so_far = found.get(key, Verdict())
            found[key] = Verdict(
                so_far.tried + 1, so_far.best + one.best, so_far.behind + one.behind
            )
    return found


def _asks(content: Content, state: State, chairs: Sequence[str]) -> bool:
    slot = pending(state)
    if slot is None or not KINDS[slot.kind].of_a_card or slot.chair not in chairs:
        return False
    return len(legal(options(content, state))) > 1


def judge(content: Content, state: State, trial: Trial, dice: Random) -> dict[str, Verdict]:
    """Return for each open choice of the card on top how it came out; at most one is best."""
    slot = state.queue[0]
    seeds = [dice.getrandbits(48) for _ in range(trial.rollouts)]
    moves = legal(options(content, state))
    worths = {
        move.pick: [_rollout(content, state, move, seed, trial) for seed in seeds] for move in moves
    }
    winner = best_of(worths)
    behind = regrets(worths)
    return {
        f"{slot.subject}/{slot.chair}/{pick}": Verdict(1, int(pick == winner), behind[pick])
        for pick in worths
    }


def best_of(worths: Mapping[str, Sequence[int]]) -> str:
    """Return what leads every other by more than a standard error of the pairs, or nothing."""
    leader = max(worths, key=lambda pick: (sum(worths[pick]), pick))
    rivals = (worths[pick] for pick in worths if pick != leader)
    return leader if all(leads(worths[leader], rival) for rival in rivals) else ""


def regrets(worths: Mapping[str, Sequence[int]]) -> dict[str, float]:
    """Return by how much the mean of each falls behind the highest."""
    means = {pick: fmean(results) for pick, results in worths.items()}
    highest = max(means.values())
    return {pick: highest - mean for pick, mean in means.items()}


def leads(ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Return whether one row of results beats another by more than a standard error."""
    gaps = [a - b for a, b in zip(ours, theirs, strict=True)]
    error = stdev(gaps) / sqrt(len(gaps)) if len(gaps) > 1 else 0.0
    return fmean(gaps) > error


def _rollout(content: Content, state: State, move: Decision, seed: int, trial: Trial) -> int:
    """Return the chair's legacies after a choice and some turns on the dice of a seed."""
    world = state.copy()
    world.seed = seed
    world = ahead(content, world, move)
    player, last = trial.player(), state.turn + trial.turns
    for dice in _dice(seed):
        slot = pending(world)
        if slot is None or world.turn > last:
            break
        seen = view(content, world, slot.chair)
        choice = player.decide(content, seen, options(content, seen), dice)
        world = ahead(content, world, choice.decision)
    legacies = index_of(content, world.scenario).legacies
    return sum(world.figures[f"{move.chair}.{legacy.name}"] for legacy in legacies)


def _dice(seed: int) -> Iterator[Random]:
    """Yield dice for one decision after another, the same for the same seed."""
    source = Random(seed)
    while True:
        yield Random(source.getrandbits(48))
