"""What a drawn game has reached, for Hypothesis' statistics and for runners that aim at it.

`--hypothesis-show-statistics` prints how many examples came to each ending, rung, phase and kind
of decision; `target` makes later examples go further.
"""

from __future__ import annotations

from contextlib import suppress

from hypothesis import event, target
from hypothesis.errors import InvalidArgument

from game.rules.turn import phase_name
from game.testing.playing import Game


def marked(game: Game) -> Game:
    """Mark what a game has reached, and return it. To be called while an example is drawn."""
    last = game.last
    kinds = sorted({moment.decision.kind for moment in game.moments})
    event(f"ending: {last.ending or 'none yet'}")
    event(f"phase: {phase_name(last)}")
    event(f"rung: {last.figures['rung.highest']}")
    for kind in kinds:
        event(f"kind: {kind}")
    with suppress(InvalidArgument):  # one example drew several games, and the first is aimed with
        target(float(len(kinds)), label="kinds of decision")
        target(float(last.figures["rung.highest"]), label="rung of the ladder")
    return game
