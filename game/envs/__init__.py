"""The game as environments for players that learn: PettingZoo, Gymnasium, OpenSpiel.

`run` is the game in small numbered steps, with what a chair observes, and needs nothing but the
game. `aec` and `rounds` are of PettingZoo, `chair` of Gymnasium, `spiel` of OpenSpiel; they need
the extra `envs`.
"""
