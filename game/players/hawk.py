"""A player that presses: it climbs for applause, defies, builds its outside options, asks more."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import ClassVar

from game.content.records import Content
from game.players.base import Move, find
from game.players.diplomat import KEPT_FOR_TALKS, Diplomat
from game.players.tastes import HAWKISH, Taste
from game.rules.decisions import Decision, Option
from game.rules.index import index_of
from game.rules.messages import Message, message
from game.rules.people.crew import aboard, has_seat
from game.rules.separation import goes_with, halves
from game.rules.state import State
from game.rules.table.ladder import HATCH, NOTICE, price_of_step
from game.text.language import N_

SHAKY = 35  # mandate under which it gives in
BORNE = 45  # mandate from which it dares another step
HUNGRY = 60  # days of supplies under which its crew is in danger
READY = 90  # progress of the outside options from which it can do without the others
SPARED = 20  # points of loss that it takes to be rid of the others


class Hawk(Diplomat):
    """Looks one step ahead as a diplomat does, and likes other things."""

    name: ClassVar[str] = "hawk"
    about: ClassVar[str] = N_(
        "plays pressure: climbs the ladder, defies, asks for more than is fair"
    )
    taste: ClassVar[Taste] = HAWKISH
    convenes: ClassVar[bool] = False

    def kept_for_talks(self, content: Content, seen: State) -> int:
        """Keep what the next step costs, up or down, whichever is dearer, and one for an offer."""
        index, chair = index_of(content, seen.scenario), seen.queue[0].chair
        if seen.figures[f"{chair}.rung"] < NOTICE:
            return KEPT_FOR_TALKS
        return KEPT_FOR_TALKS + max(price_of_step(index, seen, chair, by) for by in (1, -1))

    def ladder(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        """Climb while home applauds; give in only for the office or for the own crew."""
        chair = seen.queue[0].chair
        down, up = find(options, "step_down"), find(options, "step_up")
        danger = _danger(content, seen, chair)
        if down and danger:
            return Move(down, danger)
        if up and not danger and _dares(content, seen, chair):
            return Move(up, message("why.pressure"))
        return Move(Decision(chair, "table", "end"))


def _danger(content: Content, seen: State, chair: str) -> Message | None:
    """Return what makes it give in, or nothing."""
    if seen.figures[f"{chair}.rung"] > NOTICE and not _ready(content, seen, chair):
        return message("why.nowhere")
    if seen.figures[f"{chair}.mandate"] < SHAKY:
        return message("why.office")
    own = aboard(seen, chair)
    if own and (seen.figures["supplies"] < HUNGRY or not all(has_seat(seen, c) for c in own)):
        return message("why.crew")
    return None


def _dares(content: Content, seen: State, chair: str) -> bool:
    """Return whether another step can be borne: past the notice only with somewhere to go."""
    rung = seen.figures[f"{chair}.rung"]
    if seen.figures[f"{chair}.mandate"] < BORNE:
        return False
    if rung >= HATCH:
        return _lives_alone(content, seen, chair)
    return rung < NOTICE or _ready(content, seen, chair)


def _lives_alone(content: Content, seen: State, chair: str) -> bool:
    """Return whether its half would go on with people aboard, and nothing fall or be seized."""
    index = index_of(content, seen.scenario)
    if seen.figures[f"{chair}.reliance"] > SPARED:
        return False
    zarya, segment = goes_with(seen, index, chair), content.partners[chair].segment
    fates = {half.segment: half.fate for half in halves(index, seen, zarya)}
    return zarya != "taken" and fates[segment] == "crewed" and "falling" not in fates.values()


def _ready(content: Content, seen: State, chair: str) -> bool:
    """Return whether an outside option has come so far that the others aren't needed."""
    options = index_of(content, seen.scenario).content.options
    own = (o.id for o in options.values() if o.owner == chair)
    return max((seen.figures[f"option.{name}"] for name in own), default=0) >= READY
