"""A Gymnasium environment: one chair, and computer players in the others."""

from __future__ import annotations

from typing import Any, ClassVar, Unpack

import gymnasium

from game.content.records import Content
from game.envs.hosting import MODES, Hosting, Options
from game.players import Player
from game.rules.setup import USUAL
from game.session.seating import Seats

ID = "handshake/Chair-v0"


class ChairEnv(Hosting, gymnasium.Env):
    """One chair's seat, the scenario's first if `chair` names none.

    Its options are `level` and `hazards` of `game.Setup`, `turns`, after so many of which a game is
    cut off, `worth`, a function of a state and a chair whose growth is the reward (the chair's
    legacies if none is given), and `render_mode`, `ansi` or `human`. Actions are numbers, by name
    in `run.numbering`; an observation holds the figures (`run.features` names them) and
    `action_mask`, which is 1 for what may be done now.

    `others` is who sits in the other chairs, by chair or the same for all: names of the roster, or
    players of one's own. A game's seed is the one that `reset` is given, else the next of its dice.
    A step outside the mask isn't taken, and what is told besides says `refused`.
    """

    metadata: ClassVar[dict[str, Any]] = {"render_modes": MODES, "render_fps": 1}

    def __init__(
        self,
        content: Content | None = None,
        scenario: str = USUAL,
        others: str | Seats = "diplomat",
        **options: Unpack[Options],
    ) -> None:
        """Sit down; the content is the game's own if none is given."""
        super().__init__(content, scenario, options)
        self.others = others
        self.action_space = self.actions[self.chair]
        self.observation_space = self.observations[self.chair]

    def reset(
        self, *, seed: int | None = None, options: dict[str, Any] | None = None
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Begin a game: the one of a seed, or the next one."""
        gymnasium.Env.reset(self, seed=seed)
        self.begin(seed, self.seated())
        return self.observed(self.chair), self.told()

    def seated(self) -> dict[str, str | Player]:
        """Return who sits in the other chairs."""
        if not isinstance(self.others, str):
            return dict(self.others)
        return {chair: self.others for chair in self.chairs if chair != self.chair}

    def step(self, action: int) -> tuple[dict[str, Any], float, bool, bool, dict[str, Any]]:
        """Take a step, unless it may not be taken now."""
        run, number = self.run, int(action)
        refused = number not in run.steps
        if not refused:
            run.step(number)
        if self.render_mode == "human":
            self.render()
        told = self.told() | {"refused": refused}
        return self.observed(self.chair), self.grown()[self.chair], run.over, self.cut, told


gymnasium.register(ID, entry_point="game.envs.chair:ChairEnv")
