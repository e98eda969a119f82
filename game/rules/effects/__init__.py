"""Performs the vocabulary of effects on a draft; each in the module of its subject."""

from game.rules.effects import figures, hardware, home, people, story, table
from game.rules.effects.performing import Actor, check_performed, perform, perform_clause
from game.rules.effects.story import break_thread

SUBJECTS = (figures, home, table, hardware, people, story)

check_performed()

__all__ = ["SUBJECTS", "Actor", "break_thread", "perform", "perform_clause"]
