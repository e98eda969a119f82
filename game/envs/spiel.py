"""A game of OpenSpiel: `pyspiel.load_game("python_orbital_handshake(scenario=the_leak)")`.

The first move is chance's and draws the game's seed, of so many as `seeds` says, `first` the first.
All else follows from seed and steps, so that a state is its history and comes back from it. What
is returned at the end are the chairs' legacies, from 0 to 100.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pyspiel

from game.content.cached import load_content
from game.content.records import Content
from game.envs.acts import numbering
from game.envs.features import as_table, features
from game.envs.rewards import HIGHEST, LOWEST, legacies_of
from game.envs.run import Run
from game.rules.setup import USUAL, Setup

NAME = "python_orbital_handshake"
DEFAULTS: dict[str, Any] = {"scenario": USUAL, "seeds": 1000, "first": 0}
LONGEST = 100_000  # steps of a game: far more than any has
MOST_CHAIRS = 10

TYPE = pyspiel.GameType(
    short_name=NAME,
    long_name="Orbital Handshake",
    dynamics=pyspiel.GameType.Dynamics.SEQUENTIAL,
    chance_mode=pyspiel.GameType.ChanceMode.EXPLICIT_STOCHASTIC,
    information=pyspiel.GameType.Information.IMPERFECT_INFORMATION,
    utility=pyspiel.GameType.Utility.GENERAL_SUM,
    reward_model=pyspiel.GameType.RewardModel.TERMINAL,
    max_num_players=MOST_CHAIRS,
    min_num_players=2,
    provides_information_state_string=False,
    provides_information_state_tensor=False,
    provides_observation_string=True,
    provides_observation_tensor=True,
    parameter_specification=DEFAULTS,
)


@lru_cache(maxsize=1)
def _content() -> Content:
    return load_content()


class Played(Run):
    """A run of the game's own content: it pickles as its set-up and its steps."""

    def __init__(self, setup: Setup) -> None:
        """Begin, with no step taken."""
        super().__init__(_content(), setup)
        self.path: tuple[int, ...] = ()

    def step(self, number: int) -> None:
        """Take a step, and remember it."""
        super().step(number)
        self.path = (*self.path, number)

    def __reduce__(self) -> tuple[Any, ...]:
        """Return how to play it again."""
        return _played, (self.setup, self.path)


def _played(setup: Setup, path: Sequence[int]) -> Played:
    run = Played(setup)
    for number in path:
        run.step(number)
    return run


class HandshakeGame(pyspiel.Game):
    """A scenario, every chair a player."""

    def __init__(self, params: dict[str, Any] | None = None) -> None:
        """Look the scenario up."""
        chosen = DEFAULTS | (params or {})
        self.scenario, self.first = str(chosen["scenario"]), int(chosen["first"])
        self.seeds = int(chosen["seeds"])
        self.chairs = _content().scenarios[self.scenario].chairs
        self.numbering = numbering(_content(), self.scenario)
        info = pyspiel.GameInfo(
            num_distinct_actions=len(self.numbering),
            max_chance_outcomes=self.seeds,
            num_players=len(self.chairs),
            min_utility=LOWEST,
            max_utility=HIGHEST,
            utility_sum=None,
            max_game_length=LONGEST,
        )
        super().__init__(TYPE, info, params or {})

    def new_initial_state(self) -> HandshakeState:
        """Return the state before the seed is drawn."""
        return HandshakeState(self)

    def make_py_observer(self, iig_obs_type: Any = None, params: Any = None) -> HandshakeObserver:
        """Return what observes states for the players."""
        return HandshakeObserver(self, params)


class HandshakeState(pyspiel.State):
    """A run, once chance has drawn its seed."""

    def __init__(self, game: HandshakeGame) -> None:
        """Wait for the seed."""
        super().__init__(game)
        self.run: Played | None = None

    @property
    def _game(self) -> HandshakeGame:
        game: HandshakeGame = self.get_game()
        return game

    def current_player(self) -> Any:
        """Return whose step it is: chance's, a player's or nobody's."""
        if self.run is None:
            return pyspiel.PlayerId.CHANCE
        if self.run.over:
            return pyspiel.PlayerId.TERMINAL
        return self._game.chairs.index(self.run.chair)

    def _legal_actions(self, player: int) -> list[int]:
        """Return the steps that a player may take, in order."""
        assert self.run is not None
        return list(self.run.steps)

    def chance_outcomes(self) -> list[tuple[int, float]]:
        """Return the places of the seeds, each as likely as the next."""
        return [(place, 1 / self._game.seeds) for place in range(self._game.seeds)]

    def _apply_action(self, action: int) -> None:
        game = self._game
        if self.run is None:
            setup = Setup(game.scenario, game.chairs[0], game.first + action)
            self.run = Played(setup)
        else:
            self.run.step(action)

    def _action_to_string(self, player: int, action: int) -> str:
        if player == pyspiel.PlayerId.CHANCE:
            return f"seed/{self._game.first + action}"
        return self._game.numbering.names[action]

    def is_terminal(self) -> bool:
        """Return whether the run has ended."""
        return self.run is not None and self.run.over

    def returns(self) -> list[float]:
        """Return the chairs' legacies at the end; nothing before."""
        if self.run is None or not self.run.over:
            return [0.0] * len(self._game.chairs)
        worth = legacies_of(_content(), self._game.scenario)
        return [worth(self.run.state, chair) for chair in self._game.chairs]

    def __str__(self) -> str:
        """Return which run this is and where it stands."""
        if self.run is None:
            return "before the seed is drawn"
        return f"{self.run.state!r}, decisions: {len(self.run.taken)}, {self.run.begun}"


class HandshakeObserver:
    """Observes what a player's view shows, by the names of `game.envs.features`."""

    def __init__(self, game: HandshakeGame, params: Any) -> None:
        """Make an empty observation."""
        if params:
            raise ValueError(f"Observation parameters not supported; passed {params}")
        self._known = features(_content(), game.scenario)
        self._chairs = game.chairs
        self.tensor: Any = np.zeros(len(self._known), np.float32)
        self.dict = {"observation": self.tensor}

    def set_from(self, state: HandshakeState, player: int) -> None:
        """Observe a state for a player."""
        self.tensor[:] = self._observed(state, player)

    def _observed(self, state: HandshakeState, player: int) -> list[float]:
        if state.run is None:
            return [0.0] * len(self._known)
        return state.run.observe(self._chairs[player])

    def string_from(self, state: HandshakeState, player: int) -> str:
        """Return what a player observes, by name, what is zero left out."""
        seen = as_table(self._known, self._observed(state, player))
        return " ".join(f"{name}={value:g}" for name, value in seen.items())


pyspiel.register_game(TYPE, HandshakeGame)
