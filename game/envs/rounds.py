"""A PettingZoo environment in rounds: every chair acts at once, and who isn't asked waits.

Of each round the step of the chair that is asked is taken, if it may be. For learners that want all
agents at a time, and as many rounds as they say.
"""

from __future__ import annotations

from typing import Any, ClassVar, Unpack

from pettingzoo import ParallelEnv
from pettingzoo.utils.conversions import parallel_to_aec

from game.content.records import Content
from game.envs.acts import WAIT
from game.envs.hosting import MODES, Hosting, Options
from game.rules.setup import USUAL

ROUNDS = 4_000


def env(
    content: Content | None = None,
    scenario: str = USUAL,
    max_cycles: int = ROUNDS,
    **options: Unpack[Options],
) -> Any:
    """Return the environment with one agent after the other in each round."""
    return parallel_to_aec(parallel_env(content, scenario, max_cycles, **options))


class parallel_env(Hosting, ParallelEnv):  # noqa: N801 - PettingZoo calls it so
    """The table in rounds, at most `max_cycles` of them; else as `game.envs.aec`.

    A step outside the mask isn't taken, and what is told besides says `refused`.
    """

    metadata: ClassVar[dict[str, Any]] = {
        "name": "orbital_handshake_rounds_v0",
        "render_modes": MODES,
    }

    def __init__(
        self,
        content: Content | None = None,
        scenario: str = USUAL,
        max_cycles: int = ROUNDS,
        **options: Unpack[Options],
    ) -> None:
        """Lay the table; the content is the game's own if none is given."""
        Hosting.__init__(self, content, scenario, options)
        self.max_cycles = max_cycles
        self.possible_agents = list(self.chairs)
        self.agents: list[str] = []
        self.action_spaces, self.observation_spaces = self.actions, self.observations

    def action_space(self, agent: str) -> Any:
        """Return the space of steps."""
        return self.actions[agent]

    def observation_space(self, agent: str) -> Any:
        """Return the space of observations."""
        return self.observations[agent]

    def reset(
        self, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Begin a game: the one of a seed, or the next one."""
        self.begin(seed)
        self.agents, self._rounds = list(self.possible_agents), 0
        return self._observed(), self._told(False)

    def _observed(self) -> dict[str, Any]:
        return {agent: self.observed(agent) for agent in self.agents}

    def _told(self, refused: bool) -> dict[str, Any]:
        return {agent: self.told() | {"refused": refused} for agent in self.agents}

    def step(self, actions: dict[str, int]) -> tuple[dict[str, Any], ...]:
        """Take the step of the chair that is asked, unless it may not be taken now."""
        run, agents = self.run, self.agents
        chosen = int(actions.get(run.chair, run.numbering.numbers[WAIT]))
        refused = chosen not in run.steps
        if not refused:
            run.step(chosen)
        self._rounds += 1
        cut = self.cut or (self._rounds >= self.max_cycles and not run.over)
        ends, cuts = dict.fromkeys(agents, run.over), dict.fromkeys(agents, cut)
        found = (self._observed(), self.grown(), ends, cuts, self._told(refused))
        self.agents = [] if run.over or cut else agents
        if self.render_mode == "human":
            self.render()
        return found
