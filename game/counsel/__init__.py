"""What a person's advisers say now and have said: from a session, for every screen."""

from game.counsel.track import Counsel, Given, Tally

__all__ = ["Counsel", "Given", "Tally"]
