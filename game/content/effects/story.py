"""Effects on how things go on: events to come, the record that is left, the chronicle, the end."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.content.effects.declaring import effect
from game.content.fields import EndingRef, EventRef, Strict, Thread, Told
from game.content.records import effects as r


class ScheduleBody(Strict):
    """Which event comes up, and in how many months."""

    event: EventRef
    months: Annotated[int, Field(alias="in_months", ge=0, le=600)]


@effect(r.Schedule, "schedule: {event: a_hole_has_two_sides, in_months: 3}")
class Schedule(Strict):
    """Bring an event up later."""

    schedule: ScheduleBody


@effect(r.Cancel, "cancel: a_hole_has_two_sides")
class Cancel(Strict):
    """Take an event off the schedule."""

    cancel: EventRef


@effect(r.BreakThread, "break_thread: swaps")
class BreakThread(Strict):
    """Leave the record in one thread of history."""

    break_thread: Thread


@effect(r.Headline, "headline: Frost glitters in the floodlights.")
class Headline(Strict):
    """A line for the chronicle."""

    headline: Told


@effect(r.End, "end: uncontrolled_fall")
class End(Strict):
    """End the run."""

    end: EndingRef
