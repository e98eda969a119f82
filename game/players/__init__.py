"""Players: whoever decides from a view. The roster names them all."""

from __future__ import annotations

from game.players.base import Move, Player
from game.players.diplomat import Diplomat
from game.players.hawk import Hawk
from game.players.historical import Historical
from game.players.planner import Peacemaker, Planner
from game.players.random import RandomPlayer

ROSTER: dict[str, type[Player]] = {
    "random": RandomPlayer,
    "historical": Historical,
    "diplomat": Diplomat,
    "hawk": Hawk,
    "planner": Planner,
    "peacemaker": Peacemaker,
}

__all__ = [
    "ROSTER", "Diplomat", "Hawk", "Historical", "Move", "Peacemaker", "Planner", "Player",
    "RandomPlayer",
]  # fmt: skip
