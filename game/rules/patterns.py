"""Patterns over happenings: how far each has come, moved on where something happens.

All that is kept of one is the day on which each of its steps was last made, in the table of the
past. That finds every sequence: of two ways to have come as far, the later has at least as much
time left and less behind it that could break it off.
"""

from __future__ import annotations

from game.rules.calendar import add_months
from game.rules.draft import Draft
from game.rules.listening import Listener


def hear(draft: Draft, *happened: str) -> None:
    """Move on the patterns that wait for what has happened, by its keys, whichever they know."""
    hears = draft.index.listening.hears
    keys = frozenset(happened)
    waiting = {who.marks: who for key in happened for who in hears.get(key, ())}
    done = [who.marks[-1] for who in waiting.values() if _advance(draft, who, keys)]
    for pattern in done:
        hear(draft, pattern)


def _advance(draft: Draft, listener: Listener, happened: frozenset[str]) -> bool:
    """Make the steps of a pattern that something is, break off others; return whether it is done.

    Where quiet comes next a step stays as old as it is: of two the earlier is quiet for longer.
    """
    past: dict[str, int] = draft.table("past")
    marks, steps = listener.marks, listener.steps
    made = [known in past for known in marks]
    for place, step in enumerate(steps):
        after = steps[place + 1] if place + 1 < len(steps) else None
        broken = after is not None and not happened.isdisjoint(after.without)
        if (place == 0 or made[place - 1]) and not happened.isdisjoint(step.on):
            if not (after is not None and after.quiet and made[place] and not broken):
                past[marks[place]] = draft.figures["date"]
        elif broken and made[place]:
            del past[marks[place]]
    last = place == 0 or made[place - 1]
    return last and not happened.isdisjoint(step.on)


def lapse(draft: Draft) -> None:
    """Let time pass for the patterns, on a turn's first day: what took too long, what was quiet."""
    today = draft.figures["date"]
    for timer in draft.index.listening.timers:
        since = draft.state.past.get(timer.mark)
        if since is None:
            continue
        until = add_months(since, timer.months)
        if until < today or (timer.done and until == today):
            past: dict[str, int] = draft.table("past")
            del past[timer.mark]
            if timer.done:
                past[timer.done] = today
                hear(draft, timer.done)
