"""Whole games by the thousand, and what they add up to; measurements of the game's own speed.

`run_games` plays an experiment in any executor, `play_into` into a folder that can be gone on with
and `rows_in` reads; `measure` adds rows up, and `game.lab.report.report` tells them.
"""

from __future__ import annotations

from game.doors import door, places

TYPE_CHECKING = False  # as in `typing`, which would take longer to load
if TYPE_CHECKING:
    from game.lab.experiment import Experiment as Experiment
    from game.lab.experiment import Packs as Packs
    from game.lab.experiment import run_games as run_games
    from game.lab.measures import Edge as Edge
    from game.lab.measures import Firing as Firing
    from game.lab.measures import Mean as Mean
    from game.lab.measures import Measures as Measures
    from game.lab.measures import Point as Point
    from game.lab.measures import measure as measure
    from game.lab.partitions import rows_in as rows_in
    from game.lab.rows import Bargain as Bargain
    from game.lab.rows import Row as Row
    from game.lab.rows import Tally as Tally
    from game.lab.rows import Verdict as Verdict
    from game.lab.streaming import play_into as play_into

MODULES = {
    "game.lab.experiment": "Experiment Packs run_games",
    "game.lab.measures": "Edge Firing Mean Measures Point measure",
    "game.lab.partitions": "rows_in",
    "game.lab.rows": "Bargain Row Tally Verdict",
    "game.lab.streaming": "play_into",
}
__all__ = [
    "Bargain", "Edge", "Experiment", "Firing", "Mean", "Measures", "Packs", "Point", "Row",
    "Tally", "Verdict", "measure", "play_into", "rows_in", "run_games",
]  # fmt: skip


def __dir__() -> list[str]:
    """Return the public names, those too that haven't been used yet."""
    return sorted({*globals(), *__all__})


if not TYPE_CHECKING:  # else a type checker would take every misspelt name for one
    __getattr__ = door("game.lab", places(MODULES))
