"""The planner: look-ahead by imagined worlds, within a budget of calls to the rules."""

from game.players.planner.goals import PEACE, PLAIN, Goals
from game.players.planner.player import Peacemaker, Planner

__all__ = ["PEACE", "PLAIN", "Goals", "Peacemaker", "Planner"]
