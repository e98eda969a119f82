"""An example: a linear policy that learns a chair by trying, in minutes on one processor.

`python -m game.envs.learner` trains it and prints how it does on seeds that it has never met,
beside computer players in its chair on the same ones.

The policy gives each step that may be taken a score, the product of its weights and what is
observed, and draws by the scores (softmax). After each game every step taken is made likelier by
how much better the game went than usual, and the others less likely (REINFORCE).
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

import numpy as np

from game.content.cached import load_content
from game.envs.chair import ChairEnv
from game.rules.setup import Setup
from game.session import Session

Policy = Callable[[dict[str, Any]], int]
GAMES, FRESH = 1500, 200
FIRST_FRESH = 1_000_000  # seeds of games that are played to measure, none of which is trained on
RATE = 0.02  # how far one game moves the weights
FADE = 0.02  # how much the latest game counts in what is usual
BESIDE = ("random", "diplomat")  # whom it is measured beside


class Linear:
    """A softmax over the steps that may be taken, linear in what is observed."""

    def __init__(self, env: ChairEnv, seed: int = 0) -> None:
        """Know nothing: every step is as likely as the next."""
        box = env.observation_space["observation"]
        self.low, self.range = box.low, np.maximum(box.high - box.low, 1)
        self.weights = np.zeros((env.action_space.n, len(box.low) + 1))
        self.dice = np.random.default_rng(seed)

    def scaled(self, seen: dict[str, Any]) -> Any:
        """Return what is observed, each number from 0 to 1, with a one for what is always so."""
        return np.append((seen["observation"] - self.low) / self.range, 1.0)

    def chances(self, x: Any, steps: Any) -> Any:
        """Return how likely each of the steps is that may be taken."""
        scores = self.weights[steps] @ x
        weights = np.exp(scores - scores.max())
        return weights / weights.sum()

    def __call__(self, seen: dict[str, Any]) -> int:
        """Return a step, drawn by its chance."""
        steps = np.flatnonzero(seen["action_mask"])
        return int(self.dice.choice(steps, p=self.chances(self.scaled(seen), steps)))

    def learn(self, observed: list[dict[str, Any]], taken: list[int], better: float) -> None:
        """Make the steps of a game likelier by how much better than usual it went."""
        for seen, step in zip(observed, taken, strict=True):
            x, steps = self.scaled(seen), np.flatnonzero(seen["action_mask"])
            push = (steps == step) - self.chances(x, steps)
            self.weights[steps] += RATE * better * np.outer(push, x) / len(x) ** 0.5


def play(env: ChairEnv, policy: Policy, seed: int) -> tuple[list[dict[str, Any]], list[int], Any]:
    """Play a game; return what was observed, which step was taken, and the rewards."""
    observed, taken, rewards = [], [], []
    seen, _ = env.reset(seed=seed)
    over = False
    while not over:
        observed.append(seen)
        taken.append(policy(seen))
        seen, reward, ended, cut, _ = env.step(taken[-1])
        rewards.append(reward)
        over = ended or cut
    return observed, taken, np.array(rewards)


def train(env: ChairEnv, games: int = GAMES, seed: int = 0) -> Linear:
    """Return a policy that has learnt from games on the seeds from `seed` on."""
    policy, usual, spread = Linear(env, seed), 0.0, 1.0
    for game in range(games):
        observed, taken, rewards = play(env, policy, seed + game)
        off = rewards.sum() - usual
        policy.learn(observed, taken, off / spread)
        usual += off * FADE
        spread += (abs(off) - spread) * FADE
    return policy


def measure(env: ChairEnv, policy: Policy, games: int = FRESH) -> Any:
    """Return the chair's worth at the end of games on fresh seeds."""
    found = []
    for seed in range(FIRST_FRESH, FIRST_FRESH + games):
        play(env, policy, seed)
        found.append(env.worth(env.run.state, env.chair))
    return np.array(found)


def measure_player(env: ChairEnv, player: str, games: int = FRESH) -> Any:
    """Return the same of a computer player in the chair, the others being who they are."""
    found = []
    for seed in range(FIRST_FRESH, FIRST_FRESH + games):
        setup = Setup(env.scenario, env.chair, seed, env.level, env.hazards)
        session = Session(env.content, setup, {**env.seated(), env.chair: player})
        while not session.over and (env.turns is None or session.state.turn <= env.turns):
            session.play_one()
        found.append(env.worth(session.state, env.chair))
    return np.array(found)


def _told(who: str, found: Any) -> str:
    """Return a mean with its standard error."""
    return f"{who:10} {found.mean():6.2f} +- {found.std() / len(found) ** 0.5:.2f}"


def main() -> None:
    """Train as the command line says, and print what came of it."""
    parser = argparse.ArgumentParser(prog="python -m game.envs.learner", description=__doc__)
    parser.add_argument("--scenario", default="handshake_1975")
    parser.add_argument("--chair", default="nasa")
    parser.add_argument("--others", default="diplomat", help="who sits in the other chairs")
    parser.add_argument("--games", type=int, default=GAMES, help="to train on")
    chosen = parser.parse_args()
    content = load_content()
    env = ChairEnv(content, chosen.scenario, chosen.others, chair=chosen.chair)
    print(f"Mean of the legacies at the end of {FRESH} games on fresh seeds:")
    for player in BESIDE:
        print(_told(player, measure_player(env, player)))
    print(_told("untrained", measure(env, Linear(env))))
    print(_told("trained", measure(env, train(env, chosen.games))))


if __name__ == "__main__":
    main()
