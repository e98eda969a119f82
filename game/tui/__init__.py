"""The screen: the game in a terminal, with keyboard and mouse. Start it with `game.tui.app.run`."""
