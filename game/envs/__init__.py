"""The game as environments for players that learn: PettingZoo, Gymnasium, OpenSpiel.

`Run` is the game in small numbered steps, with what a chair observes, and needs nothing but the
game. `game.envs.aec` and `game.envs.rounds` are of PettingZoo, `ChairEnv` of Gymnasium,
`game.envs.spiel` of OpenSpiel; they need the extra `envs`.
"""

from __future__ import annotations

from game.doors import door, places

TYPE_CHECKING = False  # as in `typing`, which would take longer to load
if TYPE_CHECKING:
    from game.envs.acts import Numbering as Numbering
    from game.envs.acts import numbering as numbering
    from game.envs.chair import ChairEnv as ChairEnv
    from game.envs.features import Features as Features
    from game.envs.features import as_table as as_table
    from game.envs.rewards import legacies as legacies
    from game.envs.run import Run as Run
    from game.envs.telling import Speaker as Speaker
    from game.envs.telling import session_of as session_of

MODULES = {
    "game.envs.acts": "Numbering numbering",
    "game.envs.chair": "ChairEnv",
    "game.envs.features": "Features as_table",
    "game.envs.rewards": "legacies",
    "game.envs.run": "Run",
    "game.envs.telling": "Speaker session_of",
}
__all__ = [
    "ChairEnv", "Features", "Numbering", "Run", "Speaker", "as_table", "legacies", "numbering",
    "session_of",
]  # fmt: skip


def __dir__() -> list[str]:
    """Return the public names, those too that haven't been used yet."""
    return sorted({*globals(), *__all__})


if not TYPE_CHECKING:  # else a type checker would take every misspelt name for one
    __getattr__ = door("game.envs", places(MODULES))
