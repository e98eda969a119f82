"""What an experiment's games hang on: under equal marks a seed gives the same row, anywhere."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from game.lab.experiment import Experiment, content_of
from game.lab.rows import tracked
from game.rules.index import index_of
from game.rules.setup import Setup
from game.version import game_version

GAME = Path(__file__).resolve().parents[1]
PLAYED_BY = ("content", "rules", "players", "session")
"""The rooms of the game, in `GAME`, whose source decides how a game goes."""
CALLED = {
    "version": "the game's version", "program": "the game's own source", "packs": "the packs",
    "setup": "the set-up", "seats": "the players", "trials": "the trials", "figures": "the figures",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mark:
    """What decides how the games of an experiment go, but for the seed of each.

    `program` is a hash of the source that plays, `packs` holds each pack's id with the hash of its
    rules, in their order, `setup` has the first game's seed, `figures` names what curves hold.
    """

    version: str
    program: str
    packs: tuple[tuple[str, str], ...]
    setup: Setup
    seats: dict[str, str]
    trials: int
    figures: tuple[str, ...]

    def unlike(self, other: Mark) -> str:
        """Return in words what is another in the other mark, empty where nothing is."""
        names = (field.name for field in fields(self))
        return ", ".join(
            CALLED[name] for name in names if getattr(self, name) != getattr(other, name)
        )


def mark_of(experiment: Experiment) -> Mark:
    """Return the mark of an experiment, as this process would play it."""
    content, setup = content_of(experiment.load), experiment.setup
    return Mark(
        version=game_version(),
        program=program(),
        packs=tuple((stamp.id, stamp.rules) for stamp in content.packs),
        setup=setup,
        seats=dict(experiment.seats),
        trials=experiment.trials,
        figures=tracked(index_of(content, setup.scenario)),
    )


@lru_cache(maxsize=1)
def program() -> str:
    """Return the hash of the source that decides how games go."""
    made = sha256()
    for path in sorted(path for room in PLAYED_BY for path in (GAME / room).rglob("*.py")):
        data = path.read_bytes()
        made.update(f"{path.relative_to(GAME).as_posix()} {len(data)}\n".encode())
        made.update(data)
    return made.hexdigest()
