"""A PettingZoo environment: every chair an agent, one step after the other, as the game asks."""

from __future__ import annotations

from typing import Any, ClassVar, Unpack

from pettingzoo import AECEnv
from pettingzoo.utils import wrappers

from game.content.records import Content
from game.envs.hosting import MODES, Hosting, Options
from game.rules.setup import USUAL

ILLEGAL = -1.0  # what a step outside the mask is worth, which ends the game


def env(content: Content | None = None, scenario: str = USUAL, **options: Unpack[Options]) -> Any:
    """Return the environment in the wrappers that PettingZoo means for games with a mask."""
    made = raw_env(content, scenario, **options)
    made = wrappers.TerminateIllegalWrapper(made, illegal_reward=ILLEGAL)
    return wrappers.OrderEnforcingWrapper(wrappers.AssertOutOfBoundsWrapper(made))


class raw_env(Hosting, AECEnv):  # noqa: N801 - PettingZoo calls it so
    """The table: its agents are the chairs; who isn't asked has only to wait.

    A game's seed is the one that `reset` is given, else the next of its dice. A step outside the
    mask raises UsageError.
    """

    metadata: ClassVar[dict[str, Any]] = {
        "name": "orbital_handshake_v0",
        "render_modes": MODES,
        "is_parallelizable": False,
    }

    def __init__(
        self,
        content: Content | None = None,
        scenario: str = USUAL,
        **options: Unpack[Options],
    ) -> None:
        """Lay the table; the content is the game's own if none is given."""
        AECEnv.__init__(self)
        Hosting.__init__(self, content, scenario, options)
        self.possible_agents = list(self.chairs)
        self.action_spaces, self.observation_spaces = self.actions, self.observations

    def action_space(self, agent: str) -> Any:
        """Return the space of steps."""
        return self.actions[agent]

    def observation_space(self, agent: str) -> Any:
        """Return the space of observations."""
        return self.observations[agent]

    def reset(self, seed: int | None = None, options: dict[str, Any] | None = None) -> None:
        """Begin a game: the one of a seed, or the next one."""
        self.begin(seed)
        self.agents = list(self.possible_agents)
        self.rewards = dict.fromkeys(self.agents, 0.0)
        self._cumulative_rewards = dict.fromkeys(self.agents, 0.0)
        self._look()

    def observe(self, agent: str) -> dict[str, Any]:
        """Return what a chair observes, and the mask of the steps that it may take."""
        return self.observed(agent)

    def step(self, action: int | None) -> None:
        """Take the step of the chair whose it is; None once the game is over."""
        agent = self.agent_selection
        if self.terminations[agent] or self.truncations[agent]:
            self._was_dead_step(action)
            return
        assert action is not None
        self._cumulative_rewards[agent] = 0.0
        self.run.step(int(action))
        self.rewards = self.grown()
        self._accumulate_rewards()
        self._look()
        if self.render_mode == "human":
            self.render()

    def _look(self) -> None:
        """See whether the game is over or cut off, and whose step is next."""
        self.terminations = dict.fromkeys(self.agents, self.run.over)
        self.truncations = dict.fromkeys(self.agents, self.cut)
        self.infos = {agent: self.told() for agent in self.agents}
        self.agent_selection = self.run.chair or self.agents[0]

    def close(self) -> None:
        """Leave nothing open: there is nothing."""
