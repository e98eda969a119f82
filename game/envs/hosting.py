"""What the environments have in common: how a run begins, what it is worth, how it is told."""

from __future__ import annotations

from random import Random
from typing import Any, Self, TypedDict

from game.content.cached import load_content
from game.content.records import Content
from game.envs.rewards import Worth, legacies_of
from game.envs.run import Run
from game.envs.spaces import action_space, observation_space, observed
from game.envs.telling import Speaker
from game.errors import UsageError
from game.rules.setup import Setup, check_setup
from game.session.seating import Seats
from game.text.near import no_such

MODES = ["ansi", "human"]
SEED_BITS = 31


class Options(TypedDict, total=False):
    """What an environment may be told besides content and scenario.

    `chair` is whose dismissal ends a game, the scenario's first if none is named. `level` and
    `hazards` are those of `game.Setup`. With `turns` a game is cut off after so many. The reward
    is by how much a chair's `worth` has grown, its legacies if no other is given.
    """

    chair: str
    level: str
    hazards: str
    turns: int | None
    worth: Worth
    render_mode: str | None


class Hosting:
    """Begins runs by their seeds, and keeps what each chair has been rewarded for."""

    run: Run

    def __init__(self, content: Content | None, scenario: str, options: Options) -> None:
        """Lay the table; the content is the game's own if none is given.

        Raises UsageError for a scenario, a chair or an option that doesn't exist.
        """
        known = Options.__annotations__
        if strange := [name for name in options if name not in known]:
            told = f"No environment has the option {strange[0]!r}"
            raise UsageError(f"{told}. Choose from: {', '.join(known)}.")
        self.content, self.scenario = content or load_content(), scenario
        if scenario not in self.content.scenarios:
            raise UsageError(no_such("scenario", scenario, self.content.scenarios))
        self.chairs = self.content.scenarios[scenario].chairs
        self.chair = options.get("chair") or self.chairs[0]
        self.level = options.get("level", "director")
        self.hazards = options.get("hazards", "dated")
        check_setup(self.content, self._setup(0))
        self.turns = options.get("turns")
        self.worth = options.get("worth") or legacies_of(self.content, scenario)
        self.render_mode = options.get("render_mode")
        self.actions = {c: action_space(self.content, scenario) for c in self.chairs}
        self.observations = {c: observation_space(self.content, scenario) for c in self.chairs}
        self.dice = Random()

    def _setup(self, seed: int) -> Setup:
        return Setup(self.scenario, self.chair, seed, self.level, self.hazards)

    def begin(self, seed: int | None, others: Seats | None = None) -> None:
        """Begin the run of a seed; without one that of the dice, which a seed sets."""
        if seed is not None:
            self.dice = Random(seed)
        chosen = self.dice.getrandbits(SEED_BITS) if seed is None else seed
        self.run = Run(self.content, self._setup(chosen), others)
        self._speaker: Speaker | None = None
        self._worths = self._now()

    def _now(self) -> dict[str, float]:
        return {chair: float(self.worth(self.run.state, chair)) for chair in self.chairs}

    def grown(self) -> dict[str, float]:
        """Return by how much each chair's worth has grown since this was asked last."""
        before, self._worths = self._worths, self._now()
        return {chair: self._worths[chair] - before[chair] for chair in self.chairs}

    @property
    def cut(self) -> bool:
        """Whether the run is cut off, its turns being played."""
        return self.turns is not None and self.run.state.turn > self.turns and not self.run.over

    def observed(self, chair: str) -> dict[str, Any]:
        """Return what a chair observes, and the mask of the steps that it may take."""
        return observed(self.run, chair)

    def told(self) -> dict[str, Any]:
        """Return what is told besides: turn, ending, seed."""
        state = self.run.state
        return {"turn": state.turn, "ending": state.ending, "seed": self.run.setup.seed}

    def render(self) -> str | None:
        """Tell the chair whose step it is what is new: as a text, or printed (`human`)."""
        self._speaker = self._speaker or Speaker(self.run)
        told = self._speaker.tell(self.run, self.run.chair or self.chair)
        if self.render_mode != "human":
            return told
        print(told)
        return None

    def clone(self) -> Self:
        """Return an environment whose run stands where this one's does, and goes its own way."""
        other = object.__new__(type(self))
        other.__dict__.update({name: _own(value) for name, value in self.__dict__.items()})
        other.run, other._speaker = self.run.clone(), None
        other.dice = Random()
        other.dice.setstate(self.dice.getstate())
        return other


def _own(value: Any) -> Any:
    """Return a copy of a list or a table that an environment writes in; all else is shared."""
    if isinstance(value, dict):
        return {key: _own(item) for key, item in value.items()}
    return list(value) if isinstance(value, list) else value
